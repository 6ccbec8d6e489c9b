// narrative.none: statements without figures, 未发生行政复议, 全部办结, 均为自然人申请.
#include <algorithm>

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

// What an indicator comes to in the form that the report has. 无结转 says which way nothing was carried by being true
// of it.
void add_indicator(const Narrative& n, const Indicator& i, Nothing& out) {
  Nothing said;
  for (size_t k = 0; k < i.alternatives.size(); ++k) {
    Nothing one;
    // 未收到书面申请: all that there were may have come otherwise.
    add_cells(n, i.most[k] ? find_indicator("application", "new")->alternatives[0] : i.alternatives[k], one);
    if (i.most[k] && one.sum.units != 0) continue;
    if (!one.known) continue;
    said = std::move(one);
    if (i.roles != "carried" || said.sum.units == 0) break;
  }
  if (!said.known) return;
  out.known = true;
  out.sum = add(out.sum, said.sum).value_or(out.sum);
  out.cells.insert(out.cells.end(), said.cells.begin(), said.cells.end());
  out.wrong.insert(out.wrong.end(), said.wrong.begin(), said.wrong.end());
}

// Whether a figure is of all applications that there were.
bool of_all(const Mention& m) {
  return !m.part && !m.soft && !m.unknown && m.topic == "application" &&
         (m.role.empty() || m.role == "received" || m.role == "new" || m.role == "handled");
}

// How many figures stand before a statement.
size_t before(const Narrative& n, const Statement& s) {
  size_t low = 0, high = n.mentions.size();
  while (low < high) {
    const size_t mid = (low + high) / 2;
    (n.mentions[mid].token < s.token ? low : high) = n.mentions[mid].token < s.token ? mid + 1 : mid;
  }
  return low;
}

// The figure that a 全部 speaks of: the last before it.
const Mention* spoken_of(const Narrative& n, const Statement& s) {
  const size_t k = before(n, s);
  return k > 0 && n.mentions[k - 1].sentence == s.sentence ? &n.mentions[k - 1] : nullptr;
}

void report(Narrative& n, Statement& s, const std::vector<CellRef>& wrong, Decimal is) {
  s.cells = wrong;
  n.disagree(s, "narrative.none",
             message("narrative.none", n.sink.lang(),
                     {{"said", n.text(s.folded)}, {"cells", name_of(wrong, n.sink.lang())}, {"is", to_string(is)}}),
             notes_of(n, wrong));
}

// 不予处理3件，均为重复申请: then there are as many of the one as of them all.
void one_item(Narrative& n, Statement& s) {
  const Mention* const m = spoken_of(n, s);
  const Indicator* const item = find_indicator("application", s.role);
  if (s.topic != "application" || s.soft || item == nullptr || m == nullptr || m->verdict != Verdict::agrees ||
      m->cells.empty() || m->topic != s.topic || s.role.substr(0, m->role.size()) != m->role || m->role.empty())
    return;
  const std::optional<Sum> is = sum_of(n.report, item->alternatives[0]);
  if (!is) return;
  s.cells = is->cells;
  if (compare(is->value, n.figure(*m).value) < 0) return report(n, s, is->cells, is->value);
  s.verdict = Verdict::agrees;
}

// 受理申请16件，另有3人咨询后未提交申请: the sentence itself says that there are some.
bool said_of_others(const Narrative& n, const Statement& s, const std::vector<CellRef>& wrong) {
  size_t k = before(n, s);
  while (k > 0 && n.mentions[k - 1].sentence == s.sentence) --k;
  for (; k < n.mentions.size() && n.mentions[k].sentence == s.sentence; ++k) {
    const Mention& m = n.mentions[k];
    if (m.verdict != Verdict::agrees || n.figure(m).low.units <= 0) continue;
    for (const CellRef& c : m.cells)
      if (std::find(wrong.begin(), wrong.end(), c) != wrong.end()) return true;
  }
  return false;
}

void judge(Narrative& n, Statement& s) {
  Nothing found;
  bool hard = !s.soft && !s.guessed;
  switch (s.kind) {
    case Statement::none:
      for (const Indicator* i : s.indicators) {
        hard = hard && (i->hold == Hold::hard || i->hold == Hold::wide);
        add_indicator(n, *i, found);
      }
      break;
    case Statement::all_closed: {
      if (s.topic == "review" || s.topic == "litigation") {
        // 复议7件，全部审结
        const Mention* const of = spoken_of(n, s);
        if (of == nullptr || of->topic != s.topic || !n.says(s.folded, "审结")) return;
        add_cells(n, find_indicator(s.topic, "pending")->alternatives[0], found);
        hard = hard && !of->soft && !of->part;
        if (!hard && found.sum.units != 0) return;
        break;
      }
      if (s.topic != "application") return;
      const Mention* const m = spoken_of(n, s);
      // 收到的50件申请及上年结转的4件申请，均已办结
      const bool both = m != nullptr && m > n.mentions.data() && m->role == "carried_in" && !m->soft &&
                        m[-1].sentence == m->sentence && of_all(m[-1]);
      if (m != nullptr && !both && !of_all(*m)) return;
      add_cells(n, find_indicator("application", "carried_out")->alternatives[0], found);
      hard = hard && !s.in_time;
      if (!hard && found.known && found.sum.units != 0) return;
      break;
    }
    case Statement::all_granted: {
      if (s.topic != "application") return;
      const Mention* const m = spoken_of(n, s);
      // 收到的申请全部予以公开
      const bool named = m == nullptr && s.token > 0 && n.tokens[s.token - 1].is(Sense::topic);
      if (!named && (m == nullptr || !of_all(*m))) return;
      for (const std::string_view role : {"partial", "denied", "unable", "declined", "other"})
        add_indicator(n, *find_indicator("application", role), found);
      break;
    }
    case Statement::all_natural:
      // 其余41件均由自然人提出: of these.
      if (const Mention* const m = spoken_of(n, s); s.topic != "application" || (m != nullptr && !of_all(*m))) return;
      add_cells(n, find_indicator("application", "organisation")->alternatives[0], found);
      break;
    case Statement::all_of_one: return one_item(n, s);
    case Statement::all_upheld:
      if (s.topic != "review" && s.topic != "litigation") return;
      for (const std::string_view role : {"corrected", "result_other", "pending"}) {
        if (s.indicators.empty()) add_cells(n, find_indicator(s.topic, role)->alternatives[0], found);
        for (const Indicator* of : s.indicators) add_cells(n, find_indicator(of->topic, role)->alternatives[0], found);
      }
      hard = hard && (spoken_of(n, s) != nullptr || !s.indicators.empty());
      break;
  }
  if (!found.known) return;
  if (hard) n.supports.push_back({{found.cells}, 0, n.report.folded.to_source(s.folded)});
  s.cells = found.cells;
  if (found.sum.units == 0) {
    s.verdict = Verdict::agrees;
    return;
  }
  if (!hard || said_of_others(n, s, found.wrong)) {
    s.cells.clear();
    return;
  }
  report(n, s, found.wrong, found.sum);
}

}  // namespace

void check_statements(Narrative& n) {
  for (Statement& s : n.statements)
    if (s.topic != "processing") judge(n, s);
}

}  // namespace gouji
