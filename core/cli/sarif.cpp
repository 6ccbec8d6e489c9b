#include "cli/render.h"
#include "data.h"
#include "report/json_writer.h"
#include "text/position.h"

namespace gouji::cli {
namespace {

std::string_view level(std::string_view severity) { return severity == "info" ? "note" : severity; }

std::string_view level(Severity s) {
  return s == Severity::error ? "error" : s == Severity::warning ? "warning" : "note";
}

// A path as a URI reference: what a path may hold and a URI may not is percent-encoded.
std::string uri(std::string_view path) {
  constexpr std::string_view kPlain = "-._~/";
  constexpr char kHex[] = "0123456789ABCDEF";
  std::string out;
  for (const char c : path) {
    const auto b = static_cast<unsigned char>(c);
    if ((b >= '0' && b <= '9') || (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') ||
        kPlain.find(c) != std::string_view::npos) {
      out += c;
    } else {
      out += '%';
      out += kHex[b >> 4];
      out += kHex[b & 15];
    }
  }
  return out;
}

void artifact(JsonWriter& j, const Result& r) {
  j.key("artifactLocation").open('{').key("uri").string(uri(r.name)).close('}');
}

void location(JsonWriter& j, const Result& r, const Positions& at, std::optional<Span> span, std::string_view note) {
  j.open('{').key("physicalLocation").open('{');
  artifact(j, r);
  if (span) {
    const Positions::Place begin = at.place(span->begin), end = at.place(span->end);
    j.key("region").open('{').key("startLine").number(begin.line).key("startColumn").number(begin.column);
    j.key("endLine").number(end.line).key("endColumn").number(end.column);
    j.key("charOffset")
        .number(at.utf16(span->begin))
        .key("charLength")
        .number(at.utf16(span->end) - at.utf16(span->begin));
    j.close('}');
  }
  j.close('}');
  if (!note.empty()) j.key("message").open('{').key("text").string(note).close('}');
  j.close('}');
}

}  // namespace

std::string to_sarif_results(const Result& r) {
  const Positions at(r.report.source.text);
  JsonWriter j;
  if (r.failure) {
    j.open('{').key("ruleId").string("input." + std::string(r.failure->code)).key("level").string("error");
    j.key("message").open('{').key("text").string(r.failure->message).close('}').key("locations").open('[');
    location(j, r, at, std::nullopt, "");
    return j.close(']').close('}').take();
  }
  for (const Finding& f : r.findings) {
    j.open('{').key("ruleId").string(f.rule).key("level").string(level(f.severity));
    j.key("message").open('{').key("text").string(f.message).close('}').key("locations").open('[');
    location(j, r, at, f.span, "");
    j.close(']');
    if (!f.related.empty()) {
      j.key("relatedLocations").open('[');
      for (const Note& n : f.related) location(j, r, at, n.span, n.message);
      j.close(']');
    }
    j.close('}');
  }
  return j.take();
}

std::string sarif_run(const std::string& results, Lang lang) {
  const bool zh = lang == Lang::zh;
  JsonWriter j;
  j.open('{').key("$schema").string("https://json.schemastore.org/sarif-2.1.0.json").key("version").string("2.1.0");
  j.key("runs").open('[').open('{').key("tool").open('{').key("driver").open('{').key("name").string("gouji");
  j.key("version").string(version()).key("rules").open('[');
  for (const data::rules_row& rule : data::rules) {
    j.open('{')
        .key("id")
        .string(rule.id)
        .key("shortDescription")
        .open('{')
        .key("text")
        .string(zh ? rule.title_zh : rule.title_en)
        .close('}');
    j.key("fullDescription").open('{').key("text").string(zh ? rule.why_zh : rule.why_en).close('}');
    j.key("help").open('{').key("text").string(zh ? rule.remedy_zh : rule.remedy_en).close('}');
    j.key("defaultConfiguration").open('{').key("level").string(level(rule.severity)).close('}').close('}');
  }
  j.close(']').close('}').close('}').key("columnKind").string("utf16CodeUnits").key("results").open('[');
  std::string out = j.take();
  return out + results + "]}]}\n";
}

}  // namespace gouji::cli
