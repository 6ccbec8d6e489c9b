// narrative.sum: figures one after the other that nothing announces as parts of the one before them.
#include <algorithm>

#include "narrative/parts.h"

namespace gouji {
namespace {

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
    if (p.depth > whole.depth || !counts(n, p) || counts_holders(n, k, n.figure(whole))) continue;
    if (!alike(n.figure(p), n.figure(whole)) || p.past || n.figure(p).vague) break;
    if (next && n.figure(p).unit != n.figure(whole).unit) break;
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
  report_sum(n, list, exceeds(t, n.figure(whole)));
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

// 采纳94条、部分采纳38条、未采纳85条; 一部分是…，计158条；另一部分是…，计126条: the words say that these are all.
bool judge_all_said(Narrative& n, size_t i) {
  const Mention& whole = n.mentions[i];
  if (!counts(n, whole) || whole.past || whole.parent >= 0 || whole.verdict == Verdict::disagrees) return false;
  const std::string_view text = n.report.folded.text();
  const auto has = [&](uint32_t from, uint32_t to, std::string_view words) {
    return slice(text, {from, to}).find(words) != std::string_view::npos;
  };
  if (has(whole.clause.begin, whole.clause.end, "采纳")) return false;
  PartList list{i, {}, true, true};
  uint32_t from = n.figure(whole).place.end;
  bool accepted = true, refused = false, half = false, halves = false;
  for (size_t k = i + 1; k < n.mentions.size() && list.parts.size() < 3; ++k) {
    const Mention& p = n.mentions[k];
    const Figure& f = n.figure(p);
    if (p.sentence != whole.sentence || p.depth != whole.depth || !counts(n, p) || p.sum ||
        f.unit != n.figure(whole).unit || f.vague || p.parent >= 0)
      break;
    list.parts.push_back(k);
    accepted = accepted && has(from, f.place.begin, "采纳");
    refused = refused || has(from, f.place.begin, "未采纳") || has(from, f.place.begin, "不予采纳");
    halves = half && list.parts.size() == 2 && has(from, f.place.begin, "另一部分");
    half = half || has(from, f.place.begin, "一部分");
    from = f.place.end;
    if (!accepted && !half) return false;
    if (!halves && !(accepted && refused && list.parts.size() > 1)) continue;
    const Total t = total_of(n, list.parts);
    if (meets(t, n.figure(whole))) {
      agree_parts(n, list);
    } else if (t.exact && !any_disagrees(n, list)) {
      report_sum(n, list, exceeds(t, n.figure(whole)));
    }
    return true;
  }
  return false;
}

}  // namespace

void check_run(Narrative& n, size_t i) {
  if (judge_all_said(n, i)) return;
  if (n.mentions[i].verdict != Verdict::disagrees) judge_silent(n, i);
  judge_unmarked(n, i);
}

}  // namespace gouji
