#include "gouji.h"

#include <algorithm>

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

Failure over_limit(uint64_t bytes, Lang lang) {
  const std::string size = std::to_string((bytes + (1u << 20) - 1) >> 20);
  return {"too_large", message("error.too_large", lang, {{"size", size}})};
}

// Reads a report, or says why there is none. Its text is there in both cases.
std::optional<Failure> read(std::string_view bytes, bool is_text, Lang lang, Report& report) {
  if (bytes.size() > kMaxBytes) return over_limit(bytes.size(), lang);
  if (const std::string_view kind = office_kind(bytes); !kind.empty() && !is_text)
    return Failure{"unreadable", message("error.office", lang, {{"kind", kind}})};
  Decoded source = is_text ? decode_utf8(bytes) : decode(bytes);
  const bool blank = is_blank(source.text);
  const uint64_t wrong = uint64_t(source.replaced) + source.wild;
  const bool noise = wrong * kOneInMany > source.text.size() / 3 && wrong > 3;
  const Encoding encoding = source.encoding;
  report = read_report(std::move(source));
  if (blank) return Failure{"empty", message("error.empty", lang)};
  if (!is_report(report)) {
    if (std::string why = garbled(report.source.text, noise, lang); !why.empty())
      return Failure{"unreadable", std::move(why)};
    if (noise) return Failure{"unreadable", message("error.unreadable", lang, {{"encoding", name_of(encoding)}})};
    const std::string characters = std::to_string(Positions(report.source.text).characters());
    return Failure{"not_a_report", message("error.not_a_report", lang, {{"characters", characters}})};
  }
  for (Table& t : report.tables) choose_readings(t, report.folded);
  return std::nullopt;
}

// What is said of the figures beside the equations: of each against others, against the text, against last year's.
std::vector<Finding> judge_figures(const Report& report, const std::vector<std::vector<Check>>& checks,
                                   const Report* previous, const Options& options, Claims& claims,
                                   std::vector<Support>& supports) {
  Sink sink(options.lang, options.rules);
  judge_inequalities(report, checks, sink);
  judge_narrative(report, previous, sink, claims, supports);
  if (previous != nullptr) judge_years(report, *previous, sink);
  return sink.take();
}

// The same tables with what is named as wrong put right; nullopt where nothing is.
std::optional<std::vector<Table>> mended(const std::vector<Table>& tables,
                                         const std::vector<std::vector<Cause>>& causes) {
  std::optional<std::vector<Table>> out;
  for (size_t t = 0; t < tables.size(); ++t) {
    for (const Cause& cause : causes[t]) {
      if (!cause.located) continue;
      if (!out) out = tables;
      for (const Change& c : cause.explanations.front().changes) (*out)[t].cells[c.cell].value = Decimal{c.to, 0};
    }
  }
  return out;
}

// Those of `findings` that stand in `others` as well; both in the order in which a sink gives them.
std::vector<Finding> common(std::vector<Finding> findings, const std::vector<Finding>& others) {
  std::vector<Finding> out;
  auto other = others.begin();
  for (Finding& f : findings) {
    while (other != others.end() && before(*other, f)) ++other;
    if (other != others.end() && !before(f, *other)) out.push_back(std::move(f));
  }
  return out;
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
  r.failure = over_limit(bytes, options.lang);
  return r;
}

Result check(std::string_view bytes, const Options& options) {
  Result r;
  r.name = options.name;
  r.failure = read(bytes, options.is_text, options.lang, r.report);
  if (r.failure) return r;

  std::optional<Report> last;
  std::string not_compared;
  if (options.previous) {
    const std::optional<Failure> failure =
        read(*options.previous, options.previous_is_text, options.lang, last.emplace());
    r.previous_unread = failure.has_value();
    not_compared = failure ? message("years.previous.unread", options.lang, {{"why", failure->message}})
                           : not_last_years(r.report, *last, options.lang);
    if (!not_compared.empty()) last.reset();
  }

  // What the narrative and last year's report say of the tables is evidence of what is wrong in them.
  const Report* const previous = last ? &*last : nullptr;
  std::vector<std::vector<Check>> checks;
  for (const Table& t : r.report.tables) checks.push_back(evaluate(t, options.lang));
  std::vector<Support> supports;
  std::vector<Finding> said = judge_figures(r.report, checks, previous, options, r.claims, supports);
  tell_exchanged_rows(r.report, checks, supports, options.lang, said);
  if (previous != nullptr) support_carried(r.report, *previous, supports);
  std::vector<std::vector<Cause>> causes;
  for (size_t t = 0; t < checks.size(); ++t) {
    const Table& table = r.report.tables[t];
    const Table* const then = previous == nullptr ? nullptr : previous->table(table.form->id);
    causes.push_back(explain(table, checks[t], {supports, then}));
  }
  // One cause, one finding: what would not be said with the wrong cells mended follows from them.
  if (std::optional<std::vector<Table>> right = mended(r.report.tables, causes); right && !said.empty()) {
    std::swap(r.report.tables, *right);
    Claims claims;
    std::vector<Support> unused;
    said = common(std::move(said), judge_figures(r.report, checks, previous, options, claims, unused));
    std::swap(r.report.tables, *right);
  }

  Sink sink(options.lang, options.rules);
  sink.take_over(std::move(said));
  judge_equations(r.report, checks, causes, sink, supports);
  judge_reading(r.report, checks, causes, sink);
  judge_structure(r.report, sink);
  judge_disclosure(r.report, sink);
  judge_wording(r.report, sink);
  if (!not_compared.empty()) sink.report("years.previous", std::nullopt, std::move(not_compared));
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
