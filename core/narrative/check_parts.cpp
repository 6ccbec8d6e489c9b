// narrative.sum: parts against their whole. A list that says it is complete must make it; any other may not exceed it.
#include <algorithm>

#include "narrative/mention_reader.h"
#include "narrative/parts.h"

namespace gouji {
namespace {

// The whole may also be what came in together: received and carried in.
bool meets_together(const Narrative& n, const PartList& list, const Total& t) {
  const Mention& whole = n.mentions[list.whole];
  if (list.whole == 0) return false;
  for (size_t k = list.whole; k-- > 0 && list.whole - k <= 4;) {
    const Mention& m = n.mentions[k];
    if (m.sentence != whole.sentence) break;
    if (!counts(n, m) || m.depth != whole.depth) continue;
    Total both;
    both.plus(n.figure(m));
    Total only = both;
    both.plus(n.figure(whole));
    const auto same = [&](const Total& w) {
      return w.exact && compare(t.low, w.high) <= 0 && compare(w.low, t.high) <= 0;
    };
    if (same(both) || same(only)) return true;
  }
  return false;
}

// 收到92件、上年结转2件。其中: only more than both is wrong, and then it is not clear which of them.
void of_both(Narrative& n, const PartList& list, const Total& t) {
  Total both;
  both.plus(n.figure(n.mentions[list.whole]));
  both.plus(n.figure(n.mentions[size_t(list.also)]));
  if (!both.exact || !t.exact || compare(t.low, both.high) > 0) return;
  n.agree(n.mentions[size_t(list.also)]);
  agree_parts(n, list);
}

void judge(Narrative& n, const PartList& list) {
  if (list.parts.empty()) return;
  // (总分100分) is no part; 总阅读人数：89323人，总次数：116496人次 neither.
  const Mention& head = n.mentions[list.parts[0]];
  if (list.parts.size() == 1 && (list.complete || (list.colon && !head.part) || n.says(head.clause, "总"))) return;
  const Figure& whole = n.figure(n.mentions[list.whole]);
  const Total t = total_of(n, list.parts);
  const bool many = list.parts.size() > 1;
  if (many && meets(t, whole)) return agree_parts(n, list);
  if (list.also >= 0) return of_both(n, list, t);
  if (meets_together(n, list, t)) return agree_parts(n, list);
  if (of_the_outer(n, list)) return;
  const bool unsure = whole.unsure || std::any_of(list.parts.begin(), list.parts.end(),
                                                  [&](size_t k) { return n.figure(n.mentions[k]).unsure; });
  const Mention &first = n.mentions[list.parts[0]], &of = n.mentions[list.whole];
  const PartKind kind = first.role == of.role && first.topic == of.topic ? PartKind::unknown : kind_of(first);
  if (any_disagrees(n, list) || unsure || !t.exact) return;
  // 173769万条 for 173769条
  Total slip;
  for (const size_t k : list.parts) slip.plus(n.figure(n.mentions[k]));
  if (many && compare(scaled(slip.low, 4), whole.value) == 0 && whole.value.units > 0)
    return report_sum(n, list, false);
  const bool same_units = std::all_of(list.parts.begin(), list.parts.end(), [&](size_t k) {
    // 6144篇 of 805篇 and 5339条: what is published is counted in many ways.
    constexpr std::string_view kPublished[] = {"件", "条", "篇", "个", "份", "期"};
    const auto published = [&](std::string_view u) {
      return std::find(std::begin(kPublished), std::end(kPublished), u) != std::end(kPublished);
    };
    const std::string_view u = n.figure(n.mentions[k]).unit;
    // 1268条次 of 433条
    constexpr std::string_view kTimes = "次";
    const auto counted = [&](std::string_view unit) {
      return unit.size() > kTimes.size() && unit.substr(unit.size() - kTimes.size()) == kTimes
                 ? unit.substr(0, unit.size() - kTimes.size())
                 : unit;
    };
    return counted(u) == counted(whole.unit) || u.empty() || whole.unit.empty() ||
           (published(u) && published(whole.unit));
  });
  if (exceeds(t, whole)) {
    // 尚在办理2件；这些申请包括新收93件、上年结转3件: of all, and not of what is left.
    if (may_overlap(n, list) || (kind == PartKind::came && of.role == "carried_out")) return;
    // What was closed and what was valid overlap; a part alone may not exceed.
    if (kind == PartKind::done || (kind == PartKind::came && !list.both) || !same_units) return;
    const bool decided = !n.mentions[list.whole].cells.empty();
    if (decided &&
        std::all_of(list.parts.begin(), list.parts.end(), [&](size_t k) { return !n.mentions[k].cells.empty(); }))
      return;
    // 162条，其中文件41条、公众号293篇: nobody says what a 篇 is beside a 条; 专栏21个，其中…120条 are none of them.
    const bool mixed = std::any_of(list.parts.begin(), list.parts.end(), [&](size_t k) {
      const std::string_view u = n.figure(n.mentions[k]).unit;
      return !u.empty() && !whole.unit.empty() && u != whole.unit;
    });
    if (mixed && whole.unit == "个") return;
    return report_sum(n, list, true, mixed ? std::optional<Severity>(Severity::warning) : std::nullopt);
  }
  if (list.complete && !list.skipped && many && falls_short(t, whole) && same_units && kind != PartKind::done &&
      (kind != PartKind::came || list.both))
    return report_sum(n, list, false);
  if (many && !list.open && !list.skipped && same_units && falls_short(t, whole) && a_slip(n, list))
    return report_slip(n, list);
  if (!list.complete && list.marked) agree_parts(n, list);
}

}  // namespace

std::vector<PartList> link_parts(Narrative& n) {
  std::vector<PartList> lists = part_lists(n);
  for (const PartList& list : lists)
    for (const size_t k : list.parts) n.mentions[k].parent = int32_t(list.whole);
  return lists;
}

void check_parts(Narrative& n, const std::vector<PartList>& lists) {
  for (const PartList& list : lists) judge(n, list);
  for (size_t i = 0; i < n.mentions.size(); ++i) {
    check_total(n, i);
    check_run(n, i);
  }
}

}  // namespace gouji
