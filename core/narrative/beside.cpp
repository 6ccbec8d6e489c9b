#include "narrative/beside.h"

#include <algorithm>

namespace gouji {

// 3件告知补正后未补正，视为放弃
static bool given_up(const Narrative& n, const Mention& m) {
  if (!m.role.empty() || m.led) return false;
  std::string_view behind = n.report.folded.text().substr(n.figure(m).place.end, 120);
  behind = behind.substr(0, std::min(behind.find("。"), behind.find(';')));
  return cued(behind, "given_up", Cue::within);
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

namespace {

// The mentions of the sentence of `m`, as places in Narrative::mentions.
std::pair<size_t, size_t> sentence_of(const Narrative& n, const Mention& m) {
  constexpr size_t kFar = 24;
  const size_t at = size_t(&m - n.mentions.data());
  size_t from = at, until = at + 1;
  while (from > 0 && at - from < kFar && n.mentions[from - 1].sentence == m.sentence) --from;
  while (until < n.mentions.size() && until - at < kFar && n.mentions[until].sentence == m.sentence) ++until;
  return {from, until};
}

// 收到17件，实际登记受理16件: one of them is what the table has. 市本级收到655件，县区收到613件: together they make it.
bool said_by_others(Narrative& n, Mention& m, const Sum& sum) {
  const auto [from, until] = sentence_of(n, m);
  const auto alike = [&](const Mention& o) {
    return o.relation == Relation::none && n.figure(o).measure == n.figure(m).measure && o.topic == m.topic &&
           o.role == m.role && !o.past;
  };
  // 收到25件，由甲科办理11件; 网站收到12件，合计25件: some of what came in.
  const auto some_of = [&](const Mention& o) {
    return (o.sum || (&o < &m && (o.role == "received" || o.role == "new"))) && o.cells == sum.cells && !m.total &&
           compare(n.figure(m).value, n.figure(o).value) < 0;
  };
  Decimal all, here;
  size_t several = 0, of_these = 0;
  for (size_t k = from; k < until; ++k) {
    const Mention& o = n.mentions[k];
    if (&o != &m && sum.value.units != 0 && n.figure(o).admits(sum.value) && (alike(o) || some_of(o))) return true;
    if (!alike(o)) continue;
    all = add(all, n.figure(o).value).value_or(all);
    ++several;
    if ((o.elsewhere && !o.held) || m.total) continue;
    here = add(here, n.figure(o).value).value_or(here);
    ++of_these;
  }
  // 以政府名义答复143件，以办公室名义答复61件，其余由部门答复: some of all.
  if (of_these >= 2 && compare(here, sum.value) < 0) return true;
  if (several < 2 || compare(all, sum.value) != 0) return false;
  for (size_t k = from; k < until; ++k)
    if (Mention& o = n.mentions[k]; alike(o) && o.verdict == Verdict::unchecked) {
      o.cells = sum.cells;
      n.agree(o);
    }
  return true;
}

// 对收到的申请均予以答复，尚有3件在办理期限内: what is left over, whatever else is said of it.
bool left_over(Narrative& n, Mention& m) {
  constexpr std::string_view kProcess[] = {"", "received", "new", "handled", "closed", "answered"};
  if (m.topic != "application" || std::find(std::begin(kProcess), std::end(kProcess), m.role) == std::end(kProcess))
    return false;
  const std::optional<Sum> left = sum_of(n.report, find_indicator("application", "carried_out")->alternatives[0]);
  if (!left || left->value.units == 0 || !n.figure(m).admits(left->value)) return false;
  // Up to what the next figure is said of.
  const Mention* const next = &m + 1 < n.mentions.data() + n.mentions.size() ? &m + 1 : nullptr;
  std::string_view words = n.report.folded.text().substr(m.clause.begin, 240);
  if (next != nullptr && next->clause.begin > m.clause.begin)
    words = words.substr(0, next->clause.begin - m.clause.begin);
  words = words.substr(0, std::min(words.find("。"), words.find(';')));
  if (!cued(words, "left", Cue::within)) return false;
  m.cells = left->cells;
  n.agree(m);
  return true;
}

// 新收和结转合计1325件: all there was, and nothing that was carried.
bool all_there_was(const Narrative& n, const Mention& m) {
  if (m.topic != "application" || m.role.substr(0, 7) != "carried") return false;
  for (const std::vector<CellTerm>& a : find_indicator("application", "received")->alternatives)
    if (const std::optional<Sum> s = sum_of(n.report, a); s && s->value.units != 0 && n.figure(m).admits(s->value))
      return true;
  return false;
}

// 上年结转的4件均已办结，本年新收的50件，办结47件: of what is new alone.
bool of_new_alone(const Narrative& n, const Mention& m, const Sum& sum) {
  if (m.topic != "application" || (m.role != "closed" && m.role != "answered")) return false;
  const std::optional<Sum> before = sum_of(n.report, find_indicator("application", "carried_in")->alternatives[0]);
  const std::optional<Decimal> both = before ? add(n.figure(m).value, before->value) : std::nullopt;
  if (!both || compare(*both, sum.value) != 0) return false;
  const auto [from, until] = sentence_of(n, m);
  for (size_t k = from; k < until; ++k)
    if (n.mentions[k].role == "carried_in") return true;
  return false;
}

// 逾期未补正2件，其他处理5件: the rest of a group, one or more of which are named beside it.
bool rest_of_group(Narrative& n, Mention& m, const Sum& sum) {
  const int32_t own = int32_t(&m - n.mentions.data());
  const auto [from, until] = sentence_of(n, m);
  Decimal all = n.figure(m).value;
  bool named = false;
  for (size_t k = from; k < until; ++k) {
    const Mention& o = n.mentions[k];
    if (o.topic != m.topic || o.role.size() <= m.role.size() + 1 || o.role.substr(0, m.role.size()) != m.role ||
        o.role[m.role.size()] != '.' || o.owner == own || o.parent == own || o.relation != Relation::none)
      continue;
    all = add(all, n.figure(o).value).value_or(all);
    named = true;
  }
  if (!named || m.role.empty() || compare(all, sum.value) != 0) return false;
  n.agree(m);
  return true;
}

}  // namespace

bool read_otherwise(Narrative& n, Mention& m, const std::vector<Sum>& sums) {
  for (const Sum& s : sums)
    if (said_by_others(n, m, s) || of_new_alone(n, m, s) || rest_of_group(n, m, s)) return true;
  return left_over(n, m) || all_there_was(n, m);
}

}  // namespace gouji
