// narrative.sum: parts against their whole. A list that says it is complete must make it; any other may not exceed it.
#include <algorithm>

#include "narrative/mention_reader.h"
#include "narrative/parts.h"

namespace gouji {
namespace {

std::string sum_text(const Narrative& n, const std::vector<size_t>& parts) {
  std::string text;
  Decimal sum;
  for (const size_t k : parts) {
    if (!text.empty()) text += " + ";
    text += to_string(n.figure(n.mentions[k]).value);
    sum = add(sum, n.figure(n.mentions[k]).value).value_or(sum);
  }
  return text + " = " + to_string(sum);
}

void agree_all(Narrative& n, const PartList& list) {
  n.agree(n.mentions[list.whole]);
  for (const size_t k : list.parts) n.agree(n.mentions[k]);
}

// The table has the whole, and all parts but one: that one is wrong.
bool decided(Narrative& n, const PartList& list) {
  if (n.mentions[list.whole].cells.empty()) return false;
  Mention* wrong = nullptr;
  for (const size_t k : list.parts) {
    Mention& m = n.mentions[k];
    if (!m.cells.empty()) continue;
    if (wrong != nullptr || m.verdict == Verdict::disagrees || m.unknown || m.past) return false;
    wrong = &m;
  }
  if (wrong == nullptr || !against_table(n, *wrong)) return false;
  n.agree(n.mentions[list.whole]);
  for (const size_t k : list.parts) n.agree(n.mentions[k]);
  return true;
}

void report(Narrative& n, const PartList& list, bool over) {
  if (decided(n, list)) return;
  Mention& whole = n.mentions[list.whole];
  std::vector<Note> related;
  for (const size_t k : list.parts) {
    n.agree(n.mentions[k]);
    related.push_back(n.note(n.mentions[k]));
  }
  n.disagree(whole, "narrative.sum",
             message(over ? "narrative.sum.over" : "narrative.sum.short", n.sink.lang(),
                     {{"whole", n.text(whole)}, {"sum", sum_text(n, list.parts)}}),
             std::move(related));
}

void report_slip(Narrative& n, const PartList& list) {
  Mention& whole = n.mentions[list.whole];
  for (const size_t k : list.parts) n.agree(n.mentions[k]);
  n.disagree(whole, "narrative.sum",
             message("narrative.sum.slip", n.sink.lang(), {{"whole", n.text(whole)}, {"sum", sum_text(n, list.parts)}}),
             {}, Severity::warning);
}

bool disagrees(const Narrative& n, const PartList& list) {
  const auto wrong = [&](size_t k) { return n.mentions[k].verdict == Verdict::disagrees; };
  return wrong(list.whole) || std::any_of(list.parts.begin(), list.parts.end(), wrong);
}

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
  agree_all(n, list);
}

void judge(Narrative& n, const PartList& list) {
  if (list.parts.empty()) return;
  // (总分100分) is no part.
  if (list.complete && list.parts.size() == 1) return;
  const Figure& whole = n.figure(n.mentions[list.whole]);
  const Total t = total_of(n, list.parts);
  const bool many = list.parts.size() > 1;
  if (many && meets(t, whole)) return agree_all(n, list);
  if (list.also >= 0) return of_both(n, list, t);
  if (meets_together(n, list, t)) return agree_all(n, list);
  if (of_the_outer(n, list)) return;
  const bool unsure = whole.unsure || std::any_of(list.parts.begin(), list.parts.end(),
                                                  [&](size_t k) { return n.figure(n.mentions[k]).unsure; });
  const Mention &first = n.mentions[list.parts[0]], &of = n.mentions[list.whole];
  const PartKind kind = first.role == of.role && first.topic == of.topic ? PartKind::unknown : kind_of(first);
  if (disagrees(n, list) || unsure || !t.exact) return;
  // 173769万条 for 173769条
  Total slip;
  for (const size_t k : list.parts) slip.plus(n.figure(n.mentions[k]));
  if (many && compare(scaled(slip.low, 4), whole.value) == 0 && whole.value.units > 0) return report(n, list, false);
  const bool same_units = std::all_of(list.parts.begin(), list.parts.end(), [&](size_t k) {
    // 6144篇 of 805篇 and 5339条: what is published is counted in many ways.
    constexpr std::string_view kPublished[] = {"件", "条", "篇", "个", "份", "期"};
    const auto published = [&](std::string_view u) {
      return std::find(std::begin(kPublished), std::end(kPublished), u) != std::end(kPublished);
    };
    const std::string_view u = n.figure(n.mentions[k]).unit;
    return u == whole.unit || u.empty() || whole.unit.empty() || (published(u) && published(whole.unit));
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
    return report(n, list, true);
  }
  if (list.complete && !list.skipped && many && falls_short(t, whole) && same_units && kind != PartKind::done &&
      (kind != PartKind::came || list.both))
    return report(n, list, false);
  if (many && !list.open && !list.skipped && same_units && falls_short(t, whole) && a_slip(n, list))
    return report_slip(n, list);
  if (!list.complete && list.marked) agree_all(n, list);
}

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
    agree_all(n, list);
  } else if (t.exact && !disagrees(n, list)) {
    report(n, list, exceeds(t, n.figure(n.mentions[i])));
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

// 合计, 总计 behind a list: what stands before makes it.
void judge_total(Narrative& n, size_t i) {
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
    if (p.depth > m.depth || !counts(n, p)) continue;
    if (inside && p.parent != outer) break;
    // 两项共90条; 三个平台分别发布
    const std::string_view unit = n.figure(p).unit;
    const bool kinds = unit == "项" || unit == "类" || unit == "者";
    if (compare(n.figure(p).value, {10, 0}) < 0 &&
        ((k + 1 == i && kinds) || (unit != n.figure(m).unit && (kinds || unit == "个"))))
      continue;
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
  if ((!first.full_stop && !first.exact && !inside && !again && !begins) ||
      !std::all_of(parts.begin(), parts.end(), plain))
    return;
  const PartList list{i, parts, true, true};
  const Total t = total_of(n, parts);
  if (t.exact) report(n, list, exceeds(t, n.figure(m)));
}

// Whether the list goes on to an 其他, though it is more than the whole already.
bool rest_follows(const Narrative& n, size_t k, const Mention& whole) {
  for (size_t q = k + 1; q < n.mentions.size() && q < k + 8; ++q) {
    const Mention& p = n.mentions[q];
    if (p.sentence != whole.sentence || p.depth < whole.depth || p.semicolon) return false;
    if (p.depth == whole.depth && counts(n, p) && p.rest) return true;
  }
  return false;
}

// A list that nothing announces counts only where it makes the figure before it.
void judge_silent(Narrative& n, size_t i) {
  const Mention& whole = n.mentions[i];
  if (!counts(n, whole) || whole.past) return;
  std::vector<size_t> parts;
  Total t;
  bool found = false, rest = false;
  for (size_t k = i + 1; k < n.mentions.size() && k - i < kLongestList && parts.size() < 24; ++k) {
    const Mention& p = n.mentions[k];
    const bool next = p.sentence == whole.sentence + 1 && p.paragraph == whole.paragraph && whole.depth == 0;
    if ((p.sentence != whole.sentence && !next) || p.depth < whole.depth) break;
    if (p.depth > whole.depth || !counts(n, p)) continue;
    if (!alike(n.figure(p), n.figure(whole)) || p.past || n.figure(p).vague) break;
    parts.push_back(k);
    t.plus(n.figure(p));
    rest = p.rest && parts.size() > 1 && p.sentence == whole.sentence;
    if (rest && !meets(t, n.figure(whole))) break;
    if (!t.exact || exceeds(t, n.figure(whole))) {
      if (rest_follows(n, k, whole)) continue;
      break;
    }
    if (parts.size() > 1 && meets(t, n.figure(whole))) {
      n.agree(n.mentions[i]);
      for (const size_t q : parts) n.agree(n.mentions[q]);
      found = true;
      // Another list of the same whole may follow: 按渠道分….
      parts.clear();
      t = {};
    }
  }
  // 网站4512条，微信2383条，其他1700条: “其他” says that the list is complete.
  if (!rest || found) return;
  const PartList list{i, parts, true, true};
  const auto plain = [&](size_t k) {
    const Mention& p = n.mentions[k];
    return p.parent < 0 && p.cells.empty() && p.verdict != Verdict::disagrees && !p.soft && p.owner == whole.owner &&
           n.figure(p).unit == n.figure(whole).unit && !n.figure(p).vague && !p.semicolon && p.role != "received" &&
           p.role != "closed" && p.role != "answered" && kind_of(p) != PartKind::came;
  };
  if (whole.verdict == Verdict::disagrees || n.figure(whole).vague || whole.parent >= 0 || whole.part ||
      parts[0] != i + 1)
    return;
  if (!whole.total || !std::all_of(parts.begin(), parts.end(), plain)) return;
  report(n, list, exceeds(t, n.figure(whole)));
}

// 共发布6147条，网站805条，微信1200条，公报4139条: nothing says that these are parts, but one digit apart they make it.
void judge_unmarked(Narrative& n, size_t i) {
  const Mention& whole = n.mentions[i];
  if (!counts(n, whole) || !whole.total || whole.verdict != Verdict::unchecked || whole.past || whole.parent >= 0)
    return;
  PartList list{i, {}};
  for (size_t k = i + 1; k < n.mentions.size() && list.parts.size() < kLongestList; ++k) {
    const Mention& p = n.mentions[k];
    if (p.sentence != whole.sentence || p.depth < whole.depth) break;
    if (p.depth > whole.depth) continue;
    if (!counts(n, p) || p.semicolon || p.sum || p.also || p.past || p.owner != whole.owner || p.parent >= 0 ||
        n.figure(p).unit != n.figure(whole).unit)
      break;
    list.parts.push_back(k);
  }
  constexpr size_t kFew = 3;
  if (list.parts.size() >= kFew && a_slip(n, list)) report_slip(n, list);
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
    judge_total(n, i);
    if (n.mentions[i].verdict != Verdict::disagrees) judge_silent(n, i);
    judge_unmarked(n, i);
  }
}

}  // namespace gouji
