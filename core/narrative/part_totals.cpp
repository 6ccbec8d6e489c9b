// narrative.sum: totals behind what they are of.
#include <algorithm>

#include "narrative/mention_reader.h"
#include "narrative/parts.h"

namespace gouji {
namespace {

// 开展培训（机关3次，市县8次）共11次: brackets before their total.
bool judge_brackets(Narrative& n, size_t i) {
  PartList list{i, {}, true, true};
  for (size_t k = i; k-- > 0 && i - k < kLongestList;) {
    const Mention& p = n.mentions[k];
    if (p.sentence != n.mentions[i].sentence || p.depth != n.mentions[i].depth + 1 || p.owner >= 0) break;
    if (!counts(n, p) || n.figure(p).unit != n.figure(n.mentions[i]).unit || n.figure(p).vague) return false;
    list.parts.insert(list.parts.begin(), k);
  }
  if (list.parts.size() < 2) return false;
  const Total t = total_of(n, list.parts);
  if (meets(t, n.figure(n.mentions[i]))) {
    agree_parts(n, list);
  } else if (t.exact && !any_disagrees(n, list)) {
    report_sum(n, list, exceeds(t, n.figure(n.mentions[i])));
  }
  return true;
}

// 以上领域共2769条, 两账号共发布4261条: what stands before is meant, and as much of it as there is.
bool of_these(const std::string& said, size_t parts) {
  if (said.find("以上") == 0 || said.find("上述") == 0) return true;
  constexpr std::string_view kNumerals[] = {"两", "三", "四", "五", "六", "七", "八"};
  return parts >= 2 && parts - 2 < std::size(kNumerals) && said.find(kNumerals[parts - 2]) == 0;
}

bool all_are(const Narrative& n, const std::vector<size_t>& parts, PartKind kind) {
  return std::all_of(parts.begin(), parts.end(), [&](size_t k) { return kind_of(n.mentions[k]) == kind; });
}

}  // namespace

// 合计, 总计 behind a list: what stands before makes it.
void check_total(Narrative& n, size_t i) {
  Mention& m = n.mentions[i];
  if (!counts(n, m) || m.parent >= 0) return;
  if (!m.sum && !m.total) return;
  if (judge_brackets(n, i)) return;
  // 解读80篇，其中图解30篇、文字45篇，以上共计80篇: the whole said again.
  const int32_t outer = i > 0 ? n.mentions[i - 1].parent : -1;
  const bool inside = outer >= 0 && n.mentions[size_t(outer)].sentence == m.sentence && !m.gap &&
                      compare(n.figure(n.mentions[size_t(outer)]).value, n.figure(m).value) == 0;
  std::vector<size_t> parts;
  for (size_t k = i; k-- > 0 && i - k < kLongestList;) {
    const Mention& p = n.mentions[k];
    if (p.sentence != m.sentence || p.depth < m.depth) break;
    if (p.depth > m.depth || !counts(n, p) || counts_holders(n, k, n.figure(m))) continue;
    if (inside && p.parent != outer) break;
    // 两项共90条; 三个平台分别发布
    const std::string_view unit = n.figure(p).unit;
    const bool kinds = unit == "项" || unit == "类" || unit == "者";
    if (compare(n.figure(p).value, {10, 0}) < 0 &&
        ((k + 1 == i && kinds) || (unit != n.figure(m).unit && (kinds || unit == "个"))))
      continue;
    // 按件计收3件、300元，按量计收1件、160元，共460元
    if (n.figure(m).measure == Measure::money && n.figure(p).measure == Measure::count && !p.past) continue;
    if (!alike(n.figure(p), n.figure(m)) || p.past) break;
    parts.insert(parts.begin(), k);
    if (parts.size() > 40) break;
    const Total t = total_of(n, parts);
    if (parts.size() > 1 && meets(t, n.figure(m))) {
      n.agree(m);
      for (const size_t q : parts) n.agree(n.mentions[q]);
      return;
    }
    if (p.semicolon || p.full_stop || (p.parent >= 0 && !inside)) break;
  }
  // 发布5000条，微信3000条，微博2500条，共计5000条: the first says the whole already.
  if (parts.size() > 2 && compare(n.figure(n.mentions[parts[0]]).value, n.figure(m).value) == 0)
    parts.erase(parts.begin());
  // 网站45条，微信2445条，合计9822条: nothing else stands in the sentence before it.
  const std::string said = n.text(m.clause);
  const auto has = [&](std::string_view words) { return said.find(words) != std::string::npos; };
  const bool says = has("计") || has("共") || has("总");
  const auto plain = [&](size_t k) {
    const Mention& p = n.mentions[k];
    // 予以公开18件、部分公开7件，合计26件: the table has the parts.
    const bool decided =
        p.verdict == Verdict::agrees && (kind_of(p) == PartKind::outcome || kind_of(p) == PartKind::result);
    return (p.cells.empty() || decided) && p.verdict != Verdict::disagrees && !n.figure(p).vague &&
           !is_process(kind_of(p)) &&
           (kind_of(p) == kind_of(n.mentions[parts[0]]) ||
            (kind_of(p) == PartKind::unknown && kind_of(n.mentions[parts[0]]) == PartKind::channel)) &&
           n.figure(p).unit == n.figure(m).unit && (p.parent < 0 || inside) && p.owner == m.owner;
  };
  // 网站发布412条，微信306条，全年共发布信息900条: only 合计, or 分别, says that these are all.
  const bool strict = has("合计") || has("总计") || has("共计") || of_these(said, parts.size());
  // 建议复文86件、提案复文139件，共公开复文215件: the same again.
  const bool same = !m.noun.empty() && parts.size() > 1 &&
                    std::all_of(parts.begin(), parts.end(), [&](size_t k) { return n.mentions[k].noun == m.noun; });
  const bool led = m.led && !same && !of_these(said, parts.size()) &&
                   (m.gap || !(strict || (!parts.empty() && n.mentions[parts[0]].exact)));
  // 结果维持2件，结果纠正1件，尚未审结1件，共4件行政复议: the results of all of them.
  const bool results =
      parts.size() > 2 && same_family(m.topic, "review") && !m.topic.empty() && all_are(n, parts, PartKind::result);
  // 当面5件、网络30件、信函14件，共50件: no cell says how they came, so that the one of the total does not help.
  const bool of_ways = !parts.empty() && all_are(n, parts, PartKind::way);
  if (!says || (led && !results && !(of_ways && parts.size() > 2)) || parts.size() < 2 ||
      (!m.cells.empty() && !of_ways && !inside) || n.figure(m).vague || m.verdict == Verdict::disagrees)
    return;
  const Mention& first = n.mentions[parts[0]];
  const bool again = parts[0] > 0 && n.mentions[parts[0] - 1].sentence == m.sentence && !inside &&
                     compare(n.figure(n.mentions[parts[0] - 1]).value, n.figure(m).value) == 0;
  // 培训2次，上半年118人次，下半年132人次，全年培训240人次
  const bool begins = same && parts[0] > 0 && !alike(n.figure(n.mentions[parts[0] - 1]), n.figure(m));
  // 3件，金额300元；1件，金额160元，合计450元: each sum stands behind its count.
  const bool paired = n.figure(m).measure == Measure::money && std::all_of(parts.begin(), parts.end(), [&](size_t k) {
                        return k > 0 && n.mentions[k - 1].sentence == m.sentence &&
                               n.figure(n.mentions[k - 1]).measure == Measure::count;
                      });
  if ((!first.full_stop && !first.exact && !inside && !again && !begins && !paired) ||
      !std::all_of(parts.begin(), parts.end(), plain))
    return;
  const PartList list{i, parts, true, true};
  const Total t = total_of(n, parts);
  if (t.exact) report_sum(n, list, exceeds(t, n.figure(m)));
}

}  // namespace gouji
