#include "narrative/beside.h"

#include <algorithm>

namespace gouji {

// 3件告知补正后未补正，视为放弃
static bool given_up(const Narrative& n, const Mention& m) {
  if (!m.role.empty() || m.led) return false;
  std::string_view behind = n.report.folded.text().substr(n.figure(m).place.end, 120);
  behind = behind.substr(0, std::min(behind.find("。"), behind.find("；")));
  for (const std::string_view word : {"放弃", "未补正", "撤回", "撤销", "终止"})
    if (behind.find(word) != std::string_view::npos) return true;
  return false;
}

// 办结13件，结转下年度1件: what was carried out, and is in the table, tells that applications are meant.
bool of_applications(const Narrative& n, const Mention& m) {
  const size_t at = size_t(&m - n.mentions.data());
  for (size_t k = at + 1; k < n.mentions.size() && k < at + 3 && n.mentions[k].sentence == m.sentence; ++k) {
    const Mention& o = n.mentions[k];
    if (o.role != "carried_out" || o.topic != "application" || o.soft || o.unknown || o.indicators.size() != 1)
      continue;
    const std::optional<Sum> s = sum_of(n.report, o.indicators[0]->alternatives[0]);
    if (s && s->value.units > 0 && compare(s->value, n.figure(o).value) == 0) return true;
  }
  return false;
}

// 收到57件，撤件39件，受理18件: of what was received before, which the table has.
bool received_of(const Narrative& n, const Mention& m) {
  if (m.role != "received" || m.topic != "application") return false;
  for (size_t k = size_t(&m - n.mentions.data()); k-- > 0 && n.mentions[k].sentence == m.sentence;) {
    const Mention& o = n.mentions[k];
    if (o.role == m.role && o.topic == m.topic && o.verdict == Verdict::agrees && !o.cells.empty())
      return compare(n.figure(m).value, n.figure(o).value) < 0;
  }
  return false;
}

// 答复7件，不予受理4件，撤回1件 make what was closed; 不掌握3件，不存在5件 share one row.
bool one_of_several(const Narrative& n, Mention& m, const std::vector<Sum>& sums) {
  const auto rest = [](std::string_view role) {
    return role == "withdrawn" || role == "other.no_correction" || role == "unable.unclear" ||
           role.substr(0, 8) == "declined" || role == "answered.not_accepted";
  };
  const auto not_held = [](std::string_view role) {
    return role == "unable.not_held" || role == "answered.nonexistent" || role == "answered.not_ours";
  };
  const bool answered = m.role == "answered" || m.role == "closed";
  if (!answered && !not_held(m.role)) return false;
  Decimal all;
  size_t several = 0;
  const size_t at = size_t(&m - n.mentions.data());
  constexpr size_t kBack = 8;
  size_t k = at - std::min(at, kBack);
  std::vector<CellRef> cells;
  for (; k < n.mentions.size() && k < at + kBack; ++k) {
    const Mention& o = n.mentions[k];
    if (o.sentence != m.sentence || o.depth != m.depth || o.relation != Relation::none) continue;
    if (k != at && !(answered ? rest(o.role) || given_up(n, o) : not_held(o.role))) continue;
    all = add(all, n.figure(o).value).value_or(all);
    ++several;
    for (const Sum& s : sums)
      if (several > 1 && answered && compare(all, s.value) == 0) cells = s.cells;
  }
  for (const Sum& s : sums)
    if (several > 1 && compare(all, s.value) == 0) cells = s.cells;
  if (cells.empty()) return several > 1 && !answered && compare(n.figure(m).value, sums[0].value) < 0;
  m.cells = cells;
  n.agree(m);
  return true;
}

}  // namespace gouji
