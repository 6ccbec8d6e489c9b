#include "narrative/judge.h"

#include <algorithm>

#include "narrative/parts.h"
#include "order.h"
#include "text/lines.h"

namespace gouji {
namespace {

void collect(const Narrative& n, Claims& claims) {
  for (const Figure& f : n.figures) claims.numbers.other += !f.quantity();
  claims.all.reserve(n.mentions.size() + n.statements.size());
  uint32_t in_mentions = 0, quantities = 0;
  for (const Figure& f : n.figures) quantities += f.quantity();
  for (const Mention& m : n.mentions) {
    const Figure& f = n.figure(m);
    ++in_mentions;
    ++(m.verdict == Verdict::unchecked ? claims.numbers.unchecked : claims.numbers.checked);
    claims.all.push_back({n.report.folded.to_source(m.clause), n.place(m), f.value, f.low, f.high, f.unit, m.verdict,
                          m.verdict == Verdict::unchecked ? std::vector<CellRef>() : m.cells});
  }
  // Figures within 《…》 name something.
  claims.numbers.other += quantities - in_mentions;
  for (const Statement& s : n.statements) {
    if (s.verdict == Verdict::unchecked) continue;
    claims.all.push_back({n.report.folded.to_source(s.folded), {}, {}, {}, {}, {}, s.verdict, s.cells});
  }
  put_in_order(claims.all.begin(), claims.all.end(), [](const Claim& a, const Claim& b) {
    return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end < b.span.end;
  });
}

}  // namespace

std::string Narrative::text(Span folded) const { return one_line(slice(report.folded.written(), folded)); }

Note Narrative::note(Span folded) const {
  return {report.folded.to_source(folded), message("narrative.part", sink.lang(), {{"figure", text(folded)}})};
}

void Narrative::find(std::string_view rule, Span folded, std::string said, std::vector<Note> related,
                     std::optional<Severity> severity) {
  Finding f{};
  f.rule = rule;
  f.message = std::move(said);
  f.span = report.folded.to_source(folded);
  f.related = std::move(related);
  sink.report(std::move(f), severity);
}

std::vector<Note> notes_of(const Narrative& n, const std::vector<CellRef>& cells) {
  constexpr size_t kMost = 8;
  std::vector<Note> out;
  for (const CellRef& cell : cells) {
    const Table* const table = n.report.table(cell.form->id);
    const Cell* const c = table == nullptr ? nullptr : table->find(cell.row, cell.column);
    if (c == nullptr || c->state == Cell::missing || !c->value || out.size() == kMost) continue;
    out.push_back({c->place, message("narrative.cell", n.sink.lang(),
                                     {{"cell", name_of(cell, n.sink.lang())}, {"value", to_string(*c->value)}})});
  }
  return out;
}

std::string name_of(const std::vector<CellRef>& cells, Lang lang) {
  constexpr size_t kMany = 3;
  const bool zh = lang == Lang::zh;
  std::string out;
  for (size_t i = 0; i < cells.size() && i < kMany; ++i) {
    out += i > 0 ? " + " : "";
    out += (zh ? "「" : "\"") + name_of(cells[i], lang) + (zh ? "」" : "\"");
  }
  if (cells.size() > kMany) out += message("narrative.more_cells", lang, {{"count", std::to_string(cells.size())}});
  return out;
}

std::string told(const std::vector<Sum>& sums, Lang lang) {
  const bool zh = lang == Lang::zh;
  std::string out;
  for (const Sum& s : sums) {
    const std::string name = name_of(s.cells, lang), value = to_string(s.value) + (!s.money ? "" : zh ? "元" : " yuan");
    put_behind(out, zh ? name + "是 " + value : value + " in " + name, lang);
  }
  return out;
}

void put_behind(std::string& list, std::string_view item, Lang lang) {
  if (!list.empty()) list += lang == Lang::zh ? "，" : ", ";
  list += item;
}

void judge_narrative(const Report& report, const Report* previous, Sink& sink, Claims& claims,
                     std::vector<Support>& supports) {
  const std::vector<Span> holes = holes_of(report);
  const uint32_t until = std::min<uint32_t>(report.outline.end, uint32_t(report.folded.text().size()));
  Narrative n{report, previous, sink, read_figures(report.folded, until, holes), {}, {}, {}, supports};
  n.tokens = read_tokens(report, n.figures, holes);
  Mentions read = read_mentions(report, n.figures, n.tokens);
  n.mentions = std::move(read.figures);
  n.statements = std::move(read.statements);
  const std::vector<PartList> lists = link_parts(n);
  check_table(n);
  check_parts(n, lists);
  check_equations(n);
  check_rest(n);
  check_percent(n);
  check_growth(n);
  check_fees(n);
  check_twice(n);
  check_statements(n);
  check_years(n);
  collect(n, claims);
}

}  // namespace gouji
