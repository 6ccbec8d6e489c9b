// narrative.table: a figure against the cells that its words may mean.
#include <algorithm>

#include "narrative/beside.h"
#include "narrative/mention_reader.h"

namespace gouji {
namespace {

// The admissible sums of a mention: alternative by alternative, of several indicators added up.
std::vector<Sum> admissible(const Narrative& n, const Mention& m) {
  std::vector<Sum> sums;
  const Figure& f = n.figure(m);
  const bool money = f.measure == Measure::money;
  const bool nothing = f.value.units == 0 && f.unit.empty();  // 收费为0, in whatever unit
  size_t most = 0;
  for (const Indicator* i : m.indicators) most = std::max(most, i->alternatives.size());
  for (size_t a = 0; a < most; ++a) {
    Sum total;
    total.money = money;
    bool known = true;
    for (const Indicator* i : m.indicators) {
      if (a >= i->alternatives.size()) {
        known = false;
        break;
      }
      std::optional<Sum> s = sum_of(n.report, i->alternatives[a]);
      if (s) s->soft = i->soft[a], s->most = i->most[a];
      const std::optional<Decimal> value = s ? add(total.value, s->value) : std::nullopt;
      if (!s || !value || (s->money != money && !nothing)) {
        known = false;
        break;
      }
      total.soft = total.soft || s->soft;
      total.most = total.most || s->most;
      total.money = s->money;
      total.value = *value;
      total.cells.insert(total.cells.end(), s->cells.begin(), s->cells.end());
    }
    if (known) sums.push_back(std::move(total));
  }
  return sums;
}

Decimal distance(Decimal a, Decimal b) {
  Decimal d = subtract(a, b).value_or(Decimal{INT64_MAX, 0});
  if (d.negative()) d.units = -d.units;
  return d;
}

// A cell beside those meant that has the very figure: the usual slip.
std::optional<CellRef> neighbour(const Narrative& n, const Mention& m, const Sum& meant) {
  const Figure& f = n.figure(m);
  if (f.vague || f.value.units == 0) return std::nullopt;
  // A small number stands in many cells by chance; in the same row it is no chance.
  constexpr Decimal kTelling{10, 0};
  std::optional<CellRef> best;
  int best_rank = 0;
  for (const Table& t : n.report.tables) {
    for (const CellRef& ref : meant.cells) {
      if (t.form != ref.form) continue;
      for (const Cell& c : t.cells) {
        if (c.row == ref.row && c.column == ref.column) continue;
        bool money = false;
        const std::optional<Decimal> value = value_of(n.report, t, c, money);
        if (!value || money != meant.money || !f.admits(*value)) continue;
        const int rank = c.row == ref.row ? 2 : c.column == ref.column && compare(f.value, kTelling) >= 0 ? 1 : 0;
        if (rank > best_rank) {
          best_rank = rank;
          best = CellRef{t.form, c.row, c.column};
        }
      }
    }
  }
  return best;
}

std::string slip(const Narrative& n, const Mention& m, const Sum& meant) {
  const std::optional<CellRef> cell = neighbour(n, m, meant);
  const Lang lang = n.sink.lang();
  if (!cell) return {};
  const std::string_view table = cell->form->id, column = cell->form->columns[cell->column].id;
  std::string_view key = "narrative.slip";
  if (table == "applications" && column == "natural" && m.role != "natural") key = "narrative.slip.natural";
  if (table == "disclosure" && column == "issued") key = "narrative.slip.issued";
  if (table == "disclosure" && column == "in_force") key = "narrative.slip.in_force";
  return message(key, lang, {{"cell", name_of(*cell, lang)}});
}

void report(Narrative& n, Mention& m, const std::vector<Sum>& sums, std::optional<Severity> severity) {
  const Figure& f = n.figure(m);
  const Lang lang = n.sink.lang();
  const Sum* nearest = &sums[0];
  for (const Sum& s : sums)
    if (compare(distance(f.value, s.value), distance(f.value, nearest->value)) < 0) nearest = &s;
  std::string name;
  for (const Indicator* i : m.indicators)
    name += (name.empty() ? "" : lang == Lang::zh ? "和" : " and ") + std::string(lang == Lang::zh ? i->zh : i->en);
  m.cells = nearest->cells;
  n.disagree(
      m, "narrative.table",
      joined(message("narrative.table", lang, {{"name", name}, {"figure", n.text(m)}, {"cells", told(sums, lang)}}),
             slip(n, m, *nearest), lang),
      notes_of(n, nearest->cells), severity);
}

// 自然人申请44件（含上年结转3件）: a figure within another is of both, and no cell of the totals.
bool crosses(const Narrative& n, const Mention& m) {
  const int32_t of = m.owner >= 0 ? m.owner : m.parent;
  if (of < 0) return false;
  const Mention& whole = n.mentions[size_t(of)];
  if (whole.unknown || (whole.indicators.empty() && whole.topic.empty())) return true;
  // 清理规范性文件81件，其中废止12件: of a whole that is none of the table's.
  if (whole.indicators.size() == 1 && whole.indicators[0]->hold == Hold::soft && whole.cells.empty()) return true;
  // 答复1289件（其中本年新收1232件）: what was new among those.
  if ((whole.role == "closed" || whole.role == "answered") && (m.role == "new" || m.role == "received")) return true;
  constexpr std::string_view kWhole[] = {"",       "received", "new",       "handled", "due",
                                         "closed", "answered", "published", "direct",  "after"};
  if (std::find(std::begin(kWhole), std::end(kWhole), whole.role) != std::end(kWhole)) return false;
  if (whole.role == "carried_in" && applicant(m.role)) return false;
  const bool organisations = whole.role == "organisation";
  const bool below = m.role.substr(0, whole.role.size()) == whole.role && m.role.size() > whole.role.size();
  constexpr std::string_view kKinds[] = {"business", "research", "welfare", "legal", "other_organisation"};
  return !below && !(organisations && std::find(std::begin(kKinds), std::end(kKinds), m.role) != std::end(kKinds));
}

// 新收申请中自然人41件: of one row alone, in the columns of the first sum.
void of_row(const Narrative& n, std::string_view row, std::vector<Sum>& sums) {
  const Table* const table = n.report.table("applications");
  if (table == nullptr || sums[0].cells.empty() || sums[0].cells[0].form != table->form) return;
  std::vector<CellTerm> terms;
  for (const CellRef& c : sums[0].cells) terms.push_back({table->form->id, row, table->form->columns[c.column].id});
  if (std::optional<Sum> only = sum_of(n.report, terms)) sums = {std::move(*only)};
}

// 收到33件，其中自然人27件、企业4件: the parts make what is new alone, and it is the whole that is of both, or wrong.
bool parts_are_new(const Narrative& n, int32_t of) {
  constexpr size_t kFar = 24;
  Decimal all;
  for (size_t k = size_t(of) + 1;
       k < n.mentions.size() && k - size_t(of) < kFar && n.mentions[k].sentence == n.mentions[size_t(of)].sentence; ++k)
    if (n.mentions[k].parent == of || n.mentions[k].owner == of)
      all = add(all, n.figure(n.mentions[k]).value).value_or(all);
  const std::optional<Sum> is = sum_of(n.report, find_indicator("application", "new")->alternatives[0]);
  return is && compare(is->value, all) == 0;
}

// The applicants of what is new are counted among what is new: they follow the whole that they are a part of.
void aligned(const Narrative& n, const Mention& m, std::vector<Sum>& sums) {
  if (sums.size() < 3 || m.topic != "application") return;
  if (!m.row.empty() && applicant(m.role)) return of_row(n, m.row, sums);
  const int32_t of = m.owner >= 0 ? m.owner : m.parent;
  if (of < 0) return;
  const Mention& whole = n.mentions[size_t(of)];
  if (whole.topic != "application" || whole.indicators.size() != 1 || whole.verdict != Verdict::agrees ||
      whole.cells.empty())
    return;
  const std::string_view first = whole.cells[0].form->rows[whole.cells[0].row].id;
  if (whole.role == "carried_in" && applicant(m.role)) return of_row(n, whole.role, sums);
  const bool both = std::any_of(whole.cells.begin(), whole.cells.end(),
                                [](const CellRef& c) { return c.form->rows[c.row].id == "carried_in"; });
  const size_t basis = first == "total" ? 2 : both ? 1 : 0;
  if (first != "total" && first != "new") return;
  if (basis == 1 && parts_are_new(n, of)) return;
  std::vector<Sum> kept = {sums[basis]};
  for (const Sum& s : sums)
    if (s.soft) kept.push_back(s);
  sums = std::move(kept);
}

// What it says of the tables, for the search of what is wrong in them: exact counts only.
void support(Narrative& n, const Mention& m, const std::vector<Sum>& sums) {
  const Figure& f = n.figure(m);
  if (f.vague || f.unsure || !f.value.whole() || compare(f.low, f.high) != 0) return;
  Support s{{}, f.value.units, n.place(m)};
  for (const Sum& sum : sums) {
    if (sum.money) return;
    s.sums.push_back(sum.cells);
  }
  n.supports.push_back(std::move(s));
}

// 受理申请26.3万件, where the table has 50: applications of another kind.
bool out_of_scale(const Figure& f, const std::vector<Sum>& sums) {
  constexpr Decimal kFew{1000, 0}, kMany{10000, 0};
  constexpr int kFar = 2;  // powers of ten
  return f.step.units != 0 && compare(f.value, kMany) >= 0 && std::all_of(sums.begin(), sums.end(), [&](const Sum& s) {
           return !s.money && compare(s.value, kFew) < 0 && compare(f.value, scaled(s.value, kFar)) > 0;
         });
}

// Looks at it twice: what all figures are that are right tells what the others may be.
void judge(Narrative& n, Mention& m, bool again) {
  if (m.indicators.empty() || m.unknown || m.relation != Relation::none) return;
  const Figure& f = n.figure(m);
  if (!f.counted()) return;
  std::vector<Sum> sums = admissible(n, m);
  aligned(n, m, sums);
  std::vector<Sum> firm, most;
  for (const Sum& s : sums)
    if (!s.soft) (s.most ? most : firm).push_back(s);
  // A part of what was received is not all that was received.
  const bool part_of_same = m.parent >= 0 && n.mentions[size_t(m.parent)].indicators == m.indicators;
  const bool open = m.soft || (m.guessed && !of_applications(n, m)) || m.past || part_of_same || crosses(n, m);
  const bool doubtful = open || firm.empty();
  const Hold hold = m.indicators[0]->hold;
  const bool binding =
      !doubtful && (hold == Hold::hard || (hold == Hold::wide && m.parent < 0 && m.depth == 0 && !m.part));
  const bool admitted = std::any_of(sums.begin(), sums.end(), [&](const Sum& sum) { return f.admits(sum.value); });
  if (binding && !admitted && one_of_several(n, m, firm)) return;
  if (!admitted && !again) return;
  for (const Sum& s : sums) {
    if (!f.admits(s.value)) continue;
    if (binding) support(n, m, sums);
    m.cells = s.cells;
    n.agree(m);
    return;
  }
  const auto off = [&](const std::vector<Sum>& which, std::optional<Severity> severity) {
    if (read_otherwise(n, m, which) || out_of_scale(f, which)) return;
    if (binding) support(n, m, which);
    report(n, m, which, severity);
  };
  if (binding) return off(firm, {});
  // 按时答复1298件 of 1289: which cell it is cannot be told, but it is more than there were.
  if (!open && firm.empty() && !most.empty() && !f.vague && compare(f.low, most[0].value) > 0) return off(most, {});
  if (!doubtful && hold == Hold::limit && compare(f.low, firm[0].value) > 0) off(firm, Severity::warning);
}

// 受理50件（含上年结转4件）: what was carried in is then part of it.
void included(Narrative& n, Mention& m) {
  if (m.owner < 0 || m.role != "carried_in" || !m.part || n.figure(m).value.units == 0) return;
  Mention& whole = n.mentions[size_t(m.owner)];
  if (whole.verdict != Verdict::agrees || whole.indicators.size() != 1 || whole.topic != "application") return;
  // 办理回复51件: of those that were closed.
  if ((whole.role != "received" && whole.role != "handled") || n.says(whole.clause, "复")) return;
  const std::vector<std::vector<CellTerm>>& alternatives = whole.indicators[0]->alternatives;
  const std::optional<Sum> both = alternatives.size() > 1 ? sum_of(n.report, alternatives[1]) : std::nullopt;
  if (!both || n.figure(whole).admits(both->value) || whole.cells.size() != 1) return;
  report(n, whole, {*both}, Severity::warning);
}

}  // namespace

bool against_table(Narrative& n, Mention& m) {
  if (m.indicators.empty()) return false;
  std::vector<Sum> firm;
  for (Sum& s : admissible(n, m))
    if (!s.soft && !s.most) firm.push_back(std::move(s));
  if (firm.empty()) return false;
  report(n, m, firm, {});
  return true;
}

void check_table(Narrative& n) {
  std::string_view leader;
  uint32_t sentence = 0;
  for (Mention& m : n.mentions) {
    // 主要负责同志参加新闻发布会1次，参加访谈2次: of the second too.
    if (m.sentence != sentence || m.semicolon || (!leader.empty() && m.led && !n.says(m.clause, "参加"))) leader = {};
    sentence = m.sentence;
    if (m.role == "leader") leader = m.role;
    if (!leader.empty()) m.soft = true;
    judge(n, m, false);
  }
  for (Mention& m : n.mentions)
    if (m.verdict == Verdict::unchecked) judge(n, m, true);
  for (Mention& m : n.mentions) included(n, m);
}

}  // namespace gouji
