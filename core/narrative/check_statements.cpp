// narrative.none: statements without figures, 未发生行政复议, 全部办结, 均为自然人申请.
#include "narrative/narrative.h"

namespace gouji {
namespace {

struct Nothing {
  std::vector<CellRef> cells;
  std::vector<CellRef> wrong;
  Decimal sum;
  bool known = false;
};

void add_cells(const Narrative& n, const std::vector<CellTerm>& terms, Nothing& out) {
  const std::optional<Sum> s = sum_of(n.report, terms);
  if (!s) return;
  out.known = true;
  out.sum = add(out.sum, s->value).value_or(out.sum);
  for (const CellRef& c : s->cells) {
    out.cells.push_back(c);
    const Table* const table = n.report.table(c.form->id);
    const Cell* const cell = table == nullptr ? nullptr : table->find(c.row, c.column);
    if (cell != nullptr && cell->value && cell->value->units != 0) out.wrong.push_back(c);
  }
}

// The figure that a 全部 speaks of: the last before it.
const Mention* before(const Narrative& n, const Statement& s) {
  const Mention* last = nullptr;
  size_t low = 0, high = n.mentions.size();
  while (low < high) {
    const size_t mid = (low + high) / 2;
    (n.mentions[mid].token < s.token ? low : high) = n.mentions[mid].token < s.token ? mid + 1 : mid;
  }
  if (low > 0 && n.mentions[low - 1].sentence == s.sentence) last = &n.mentions[low - 1];
  return last;
}

void judge(Narrative& n, Statement& s) {
  Nothing found;
  bool hard = !s.soft && !s.guessed;
  switch (s.kind) {
    case Statement::none:
      for (const Indicator* i : s.indicators) {
        hard = hard && (i->hold == Hold::hard || i->hold == Hold::wide);
        for (const std::vector<CellTerm>& a : i->alternatives) {
          Nothing one;
          add_cells(n, a, one);
          if (!one.known) continue;
          found.known = true;
          found.sum = add(found.sum, one.sum).value_or(found.sum);
          found.cells.insert(found.cells.end(), one.cells.begin(), one.cells.end());
          found.wrong.insert(found.wrong.end(), one.wrong.begin(), one.wrong.end());
          break;
        }
      }
      break;
    case Statement::all_closed: {
      if (s.topic == "review" || s.topic == "litigation") {
        // 复议7件，全部审结
        const Mention* const of = before(n, s);
        if (of == nullptr || of->topic != s.topic || n.text(s.folded).find("审结") == std::string::npos) return;
        add_cells(n, find_indicator(s.topic, "pending")->alternatives[0], found);
        hard = hard && !of->soft && !of->part;
        if (!hard && found.sum.units != 0) return;
        break;
      }
      if (s.topic != "application") return;
      const Mention* const m = before(n, s);
      if (m != nullptr && (m->part || m->soft || m->unknown || m->topic != "application" ||
                           !(m->role.empty() || m->role == "received" || m->role == "new" || m->role == "handled")))
        return;
      add_cells(n, find_indicator("application", "carried_out")->alternatives[0], found);
      hard = hard && !s.in_time;
      if (!hard && found.known && found.sum.units != 0) return;
      break;
    }
    case Statement::all_natural:
      if (s.topic != "application") return;
      add_cells(n, find_indicator("application", "organisation")->alternatives[0], found);
      break;
    case Statement::all_upheld:
      if (s.topic != "review" && s.topic != "litigation") return;
      for (const std::string_view role : {"corrected", "result_other", "pending"})
        add_cells(n, find_indicator(s.topic, role)->alternatives[0], found);
      hard = hard && before(n, s) != nullptr;
      break;
  }
  if (!found.known) return;
  if (hard) n.supports.push_back({{found.cells}, 0, n.report.folded.to_source(s.folded)});
  s.cells = found.cells;
  if (found.sum.units == 0) {
    s.verdict = Verdict::agrees;
    return;
  }
  if (!hard) {
    s.cells.clear();
    return;
  }
  s.verdict = Verdict::disagrees;
  s.cells = found.wrong;
  std::vector<Note> related;
  for (const CellRef& c : found.wrong)
    if (std::optional<Note> note = note_of(n, c); note && related.size() < 8) related.push_back(std::move(*note));
  Finding f{};
  f.rule = "narrative.none";
  f.message = message(
      "narrative.none", n.sink.lang(),
      {{"said", n.text(s.folded)}, {"cells", name_of(found.wrong, n.sink.lang())}, {"is", to_string(found.sum)}});
  f.span = n.report.folded.to_source(s.folded);
  f.related = std::move(related);
  n.sink.report(std::move(f));
}

}  // namespace

void check_statements(Narrative& n) {
  for (Statement& s : n.statements)
    if (s.topic != "processing") judge(n, s);
}

}  // namespace gouji
