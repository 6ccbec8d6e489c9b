// Sums that fail: by a slip of one digit, or because what is counted belongs to several parts.
#include "narrative/parts.h"

namespace gouji {
namespace {

// Whether two numbers differ in one digit, by one more or by two that changed places.
bool one_digit_apart(Decimal a, Decimal b) {
  const std::string x = to_string(a), y = to_string(b);
  const std::string &shorter = x.size() < y.size() ? x : y, &longer = x.size() < y.size() ? y : x;
  if (x == y || longer.size() - shorter.size() > 1) return false;
  size_t head = 0, tail = 0;
  while (head < shorter.size() && shorter[head] == longer[head]) ++head;
  while (tail < shorter.size() - head && shorter[shorter.size() - 1 - tail] == longer[longer.size() - 1 - tail]) ++tail;
  const size_t left = shorter.size() - head - tail;
  if (longer.size() != shorter.size()) return left == 0;
  return left == 1 || (left == 2 && shorter[head] == longer[head + 1] && shorter[head + 1] == longer[head]);
}

// 文字52篇、图文55篇，同一文件有多种形式: what is counted more than once exceeds its whole.
bool said_to_overlap(const Narrative& n, const PartList& list) {
  constexpr size_t kNear = 24, kMost = 200;
  const size_t until = n.mentions[list.parts.back()].token + kNear;
  size_t from = std::min(n.mentions[list.whole].token, n.mentions[list.parts[0]].token);
  // 去重后发布5210条：网站4876条、微信3102条: before the whole, too.
  for (size_t back = 0; back < kNear && from > 0 && !n.tokens[from - 1].ends_sentence(); ++back) --from;
  for (size_t k = from; k < n.tokens.size() && k < until && k - from < kMost && !n.tokens[k].ends_sentence(); ++k)
    if (n.tokens[k].is(Sense::soft, "overlap")) return true;
  return false;
}

// 达标82项、优秀61项 of 86项: no part is more than the whole, together they are much more. Such parts overlap; who
// mistypes a figure is not so far off, or one digit away.
bool much_more(const Narrative& n, const PartList& list) {
  const Decimal whole = n.figure(n.mentions[list.whole]).value;
  constexpr Decimal kFew{100, 0};
  if (compare(whole, kFew) >= 0) return false;
  Decimal sum;
  for (const size_t k : list.parts) {
    const Decimal part = n.figure(n.mentions[k]).value;
    if (compare(part, whole) > 0) return false;
    sum = add(sum, part).value_or(sum);
  }
  constexpr Decimal kMuch{140, 0};  // %
  const std::optional<Decimal> share = percent_of(sum, whole);
  return share && compare(*share, kMuch) > 0 && !one_digit_apart(sum, whole);
}

}  // namespace

bool a_slip(const Narrative& n, const PartList& list) {
  const Mention& whole = n.mentions[list.whole];
  Decimal sum;
  const auto exact = [&](const Mention& m) {
    return !n.figure(m).vague && !n.figure(m).unsure && n.figure(m).step.units == 0 && n.figure(m).value.whole() &&
           !is_process(kind_of(m)) && m.verdict != Verdict::disagrees;
  };
  for (const size_t k : list.parts) {
    const std::optional<Decimal> more = add(sum, n.figure(n.mentions[k]).value);
    if (!more || !exact(n.mentions[k])) return false;
    sum = *more;
  }
  constexpr Decimal kLong{1000, 0}, kShort{100, 0};  // short numbers are alike by chance, unless there are many parts
  constexpr size_t kMany = 3;
  const bool telling = compare(sum, kLong) >= 0 || (compare(sum, kShort) >= 0 && list.parts.size() >= kMany);
  return telling && whole.cells.empty() && exact(whole) && one_digit_apart(sum, n.figure(whole).value);
}

bool may_overlap(const Narrative& n, const PartList& list) {
  return said_to_overlap(n, list) || (!list.complete && much_more(n, list));
}

// 公开96条，其中网站41条，其中解读2份，执法6条，部门信息55条: the last parts are of the whole around this one.
bool of_the_outer(const Narrative& n, const PartList& list) {
  const Mention& whole = n.mentions[list.whole];
  if (!whole.part || list.whole == 0 || n.mentions[list.parts[0]].owner >= 0) return false;
  const Mention& outer = n.mentions[list.whole - 1];
  if (outer.sentence != whole.sentence || outer.depth != whole.depth || !counts(n, outer)) return false;
  std::vector<size_t> inner = list.parts, rest = {list.whole};
  while (inner.size() > 1) {
    rest.push_back(inner.back());
    inner.pop_back();
    if (meets(total_of(n, rest), n.figure(outer)) && !exceeds(total_of(n, inner), n.figure(whole))) return true;
  }
  return false;
}

}  // namespace gouji
