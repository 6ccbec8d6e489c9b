#include "gouji.h"

#include "check/choose.h"
#include "check/explain.h"
#include "check/identities.h"
#include "data.h"
#include "narrative/judge.h"
#include "report/json.h"
#include "report/result.h"
#include "rules/rules.h"
#include "text/html.h"
#include "text/position.h"
#include "text/utf8.h"

namespace gouji {
namespace {

Result failed(Result r, std::string_view code, std::string text) {
  r.failure = Failure{code, std::move(text)};
  return r;
}

// Files of office programs by their first bytes, as people call them.
std::string_view office_kind(std::string_view bytes) {
  constexpr std::pair<std::string_view, std::string_view> kMagic[] = {
      {"PK\x03\x04", "Word / WPS / Excel"},
      {"\xD0\xCF\x11\xE0", "Word / WPS / Excel 97"},
      {"%PDF-", "PDF"},
      {"{\\rtf", "RTF"},
      {"\x89PNG", "PNG"},
      {"\xFF\xD8\xFF", "JPEG"},
  };
  for (const auto& [magic, kind] : kMagic)
    if (bytes.substr(0, magic.size()) == magic) return kind;
  return "";
}

// Whether what was decoded is no text: one character in this many stands for bytes that are none.
constexpr uint32_t kOneInMany = 20;

bool is_blank(std::string_view text) {
  for (size_t i = 0; i < text.size();) {
    const utf8::CodePoint c = utf8::decode(text, i);
    if (!(c.value == ' ' || (c.value >= '\t' && c.value <= '\r') || c.value == 0x3000 || c.value == 0xA0 ||
          c.value == 0xFEFF || (c.value >= 0x200B && c.value <= 0x200F)))
      return false;
    i += c.size;
  }
  return true;
}

// What is wrong with a text that holds no report, where it can be told that its encoding was mistaken on the way here;
// empty where it cannot. `noise`: many bytes were none of the encoding that they are read in, here and now.
std::string garbled(std::string_view text, bool noise, Lang lang) {
  constexpr size_t kLook = 1 << 20;
  text = text.substr(0, kLook);
  for (const data::mojibake_row& m : data::mojibake)
    if (text.find(m.looks) != std::string_view::npos)
      return message("error.garbled", lang, {{"was", m.was}, {"read_as", m.read_as}});
  constexpr std::string_view kTwiceLost = "锟斤拷", kLost = "\xEF\xBF\xBD";
  size_t lost = 0;
  for (size_t i = text.find(kLost); i != std::string_view::npos; i = text.find(kLost, i + kLost.size())) ++lost;
  const bool mostly = !noise && lost * kLost.size() * kOneInMany > text.size() && lost > 3;
  return mostly || text.find(kTwiceLost) != std::string_view::npos ? message("error.lost", lang) : std::string();
}

void count(Result& r) {
  for (const Finding& f : r.findings)
    ++(f.severity == Severity::error ? r.errors : f.severity == Severity::warning ? r.warnings : r.infos);
  for (const Check& c : r.checks)
    ++(c.result == Check::passed ? r.passed : c.result == Check::failed ? r.failed : r.unknown);
}

}  // namespace

std::string text_at(const Report& report, Span span) {
  const std::string_view piece = slice(report.source.text, span);
  return piece.find_first_of("<&") != std::string_view::npos && is_html(report.source.text) ? visible_text(piece)
                                                                                            : std::string(piece);
}

Result too_large(uint64_t bytes, const Options& options) {
  Result r;
  r.name = options.name;
  const std::string size = std::to_string((bytes + (1u << 20) - 1) >> 20);
  return failed(std::move(r), "too_large", message("error.too_large", options.lang, {{"size", size}}));
}

Result check(std::string_view bytes, const Options& options) {
  if (bytes.size() > kMaxBytes) return too_large(bytes.size(), options);
  Result r;
  r.name = options.name;
  if (const std::string_view kind = office_kind(bytes); !kind.empty() && !options.is_text)
    return failed(std::move(r), "unreadable", message("error.office", options.lang, {{"kind", kind}}));
  Decoded source = options.is_text ? decode_utf8(bytes) : decode(bytes);
  const bool blank = is_blank(source.text);
  const uint64_t wrong = uint64_t(source.replaced) + source.wild;
  const bool noise = wrong * kOneInMany > source.text.size() / 3 && wrong > 3;
  const Encoding encoding = source.encoding;
  r.report = read_report(std::move(source));
  if (blank) return failed(std::move(r), "empty", message("error.empty", options.lang));
  if (!is_report(r.report)) {
    if (std::string why = garbled(r.report.source.text, noise, options.lang); !why.empty())
      return failed(std::move(r), "unreadable", std::move(why));
    if (!noise) {
      const std::string characters = std::to_string(Positions(r.report.source.text).characters());
      return failed(std::move(r), "not_a_report",
                    message("error.not_a_report", options.lang, {{"characters", characters}}));
    }
    return failed(std::move(r), "unreadable",
                  message("error.unreadable", options.lang, {{"encoding", name_of(encoding)}}));
  }
  for (Table& t : r.report.tables) choose_readings(t, r.report.folded);
  std::vector<std::vector<Check>> checks;
  std::vector<std::vector<Cause>> causes;
  for (const Table& t : r.report.tables) {
    checks.push_back(evaluate(t, options.lang));
    causes.push_back(explain(t, checks.back()));
  }
  Sink sink(options.lang, options.rules);
  judge_equations(r.report, checks, causes, sink);
  judge_inequalities(r.report, sink);
  judge_reading(r.report, checks, causes, sink);
  judge_structure(r.report, sink);
  judge_narrative(r.report, nullptr, sink, r.claims);
  r.findings = sink.take();
  for (std::vector<Check>& table : checks)
    for (Check& c : table) r.checks.push_back(std::move(c));
  count(r);
  return r;
}

std::string check_json(std::string_view bytes, const Options& options) { return to_json(check(bytes, options)); }

std::string text_of(std::string_view html) { return visible_text(html); }

std::string_view version() { return GOUJI_VERSION; }

}  // namespace gouji
