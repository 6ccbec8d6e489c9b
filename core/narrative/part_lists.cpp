#include "narrative/part_lists.h"

#include <algorithm>

namespace gouji {

std::vector<PartList> PartLists::lists() {
  for (size_t i = 0; i < n_.mentions.size(); ++i) start(i);
  return std::move(lists_);
}

// The counted mention before `i` on the same level, in this sentence or the one before it.
int64_t PartLists::before(size_t i, bool across) const {
  for (size_t k = i; k-- > 0;) {
    const Mention& m = at(k);
    if (m.paragraph != at(i).paragraph || m.sentence + (across ? 1 : 0) < at(i).sentence) return -1;
    if (i - k > 24) return -1;
    if (m.depth == at(i).depth && m.owner == at(i).owner && counts(n_, m)) return int64_t(k);
    if (m.depth < at(i).depth) return -1;
  }
  return -1;
}

void PartLists::start(size_t i) {
  const Mention& m = at(i);
  if (!counts(n_, m)) return;
  const bool first_in_bracket = m.owner >= 0 && (i == 0 || at(i - 1).owner != m.owner);
  int64_t whole = -1;
  PartList list{};
  if (first_in_bracket) {
    whole = m.owner;
    list.marked = true;
    list.complete = !m.part;
  } else if (m.part || m.within) {
    whole = before(i, m.full_stop);
    list.marked = true;
    list.complete = m.complete;
    list.colon = m.colon;
  } else if (m.exact || m.colon) {
    whole = before(i, false);
    // 申请分别为39件、43件和50件，复议分别为3件、4件和6件: the last of one run is no whole of the next.
    size_t run = whole < 0 ? i : size_t(whole);
    while (run > 0 && !at(run).led && at(run).sentence == m.sentence) --run;
    if (m.exact && int64_t(run) < whole && at(run).exact) return;
    // 微博粉丝：12万人，微信粉丝：23万人: one beside the other.
    const PartKind kind = kind_of(m);
    if (whole >= 0 && m.labelled && at(size_t(whole)).labelled && !at(size_t(whole)).total &&
        kind == kind_of(at(size_t(whole))) && (kind == PartKind::unknown || kind == PartKind::channel))
      return;
    list.marked = true;
    // 收到50件，前三位的是甲局、乙局、丙局，分别为…: some of all.
    list.complete = !m.held || (whole >= 0 && n_.tokens[at(size_t(whole)).token + 1].is(':'));
    list.colon = m.colon;
  } else if (i > 0 && i >= taken_ && made_of(i)) {
    whole = before(i, false);
    list.marked = list.complete = list.made = true;
  } else if (i > 0 && i >= taken_ && announces_itself(i)) {
    whole = before(i, false);
    list.marked = true;
  } else if (i > 0 && i >= taken_ && (whole = named_before(i)) >= 0) {
    list.marked = true;
  } else {
    return;
  }
  // 分三类：A 12件，B 8件: the three kinds are not what is divided; 三个栏目分别更新120条、86条 neither.
  while (whole >= 0 && m.owner < 0 && (is_kinds(size_t(whole)) || (m.exact && few_others(size_t(whole), i))))
    whole = before(size_t(whole), false);
  // 发布221条。涉及21类、56个栏目。其中政策类3条: what they are about stands between the whole and its parts.
  if (m.part && whole >= 0) {
    int64_t outer = whole;
    while (outer >= 0 && n_.figure(at(size_t(outer))).unit != n_.figure(m).unit && counts_kinds(size_t(outer)))
      outer = before(size_t(outer), true);
    if (outer >= 0 && n_.figure(at(size_t(outer))).unit == n_.figure(m).unit) whole = outer;
  }
  // 按申请方式分：…；按申请人分：…: another list of the same whole.
  if (m.colon && m.semicolon == false && whole >= 0 && !lists_.empty() && m.owner < 0) {
    const PartList& last = lists_.back();
    if (std::find(last.parts.begin(), last.parts.end(), size_t(whole)) != last.parts.end()) whole = int64_t(last.whole);
  }
  if (whole < 0 || at(size_t(whole)).past) return;
  list.whole = size_t(whole);
  if (m.also) return;
  // 发布信息2892条。…上年结转8件: applications are no part of what was published.
  if (m.topic == "application" && !m.unknown && at(list.whole).disclosed) return;
  if (!addable(i, list.whole)) {
    if (list.marked) pairs(i, list.whole);
    return;
  }
  collect(i, list);
  if (!list.parts.empty()) {
    taken_ = list.parts.back() + 1;
    if (and_others(n_, list.parts.back())) list.complete = false, list.open = true;
    widen(list);
    step_out(list);
  }
  lists_.push_back(std::move(list));
}

// 由海报38件、短视频17件、折页9件构成: the parts are all.
bool PartLists::made_of(size_t i) const {
  constexpr size_t kNear = 48;
  const std::vector<Token>& tokens = n_.tokens;
  size_t k = at(i).token;
  while (k > 0 && tokens[k - 1].kind != Token::mark && tokens[k - 1].kind != Token::stop) --k;
  if (!tokens[k].is(Sense::back)) return false;
  for (; k < tokens.size() && k < at(i).token + kNear; ++k) {
    if (tokens[k].is(Sense::glue, "made")) return true;
    if (tokens[k].is(',') || tokens[k].is(';') || tokens[k].ends_sentence()) return false;
  }
  return false;
}

// 网站公开48210条，其中本级19460条；本级信息中，概况类412条: of the figure whose clause has the noun before 中.
int64_t PartLists::named_before(size_t i) const {
  const std::vector<Token>& tokens = n_.tokens;
  size_t k = at(i).token;
  while (k > 0 && tokens[k - 1].kind != Token::mark && tokens[k - 1].kind != Token::stop &&
         tokens[k - 1].kind != Token::figure)
    --k;
  if (k < 3 || !tokens[k - 1].is(',') || !tokens[k - 2].is(Sense::within)) return -1;
  const size_t within = k -= 2;
  while (k > 0 && tokens[k - 1].kind != Token::mark && tokens[k - 1].kind != Token::stop &&
         tokens[k - 1].kind != Token::figure)
    --k;
  while (k < within && tokens[k].is(Sense::glue)) ++k;
  // 在公开栏维护中: what was done, and no noun.
  if (k == within || tokens[k].is(Sense::topic) || tokens[k].is(Sense::role, "published")) return -1;
  const std::string noun = n_.text(tokens[k].folded);
  constexpr size_t kFar = 6;
  for (size_t w = i; w-- > 0 && i - w <= kFar && at(w).paragraph == at(i).paragraph;)
    if (counts(n_, at(w)) && at(w).depth == at(i).depth && n_.says(at(w).clause, noun)) return int64_t(w);
  return -1;
}

bool PartLists::addable(size_t a, size_t b) const {
  return alike(n_.figure(at(a)), n_.figure(at(b))) && n_.figure(at(a)).measure == n_.figure(at(b)).measure;
}

// 25件收取2950元，其中甲县1件420元；乙县2件290元: two lists in one, of two wholes.
void PartLists::pairs(size_t i, size_t second) {
  const int64_t first = before(second, false);
  if (first < 0 || i + 1 >= n_.mentions.size() || !addable(i, size_t(first)) || at(size_t(first)).past) return;
  PartList a{size_t(first), {}, true}, b{second, {}, true};
  for (size_t k = i; k < n_.mentions.size() && k - i < kLongestList; ++k) {
    const Mention& m = at(k);
    if (m.sentence != at(i).sentence || m.depth != at(i).depth || m.owner != at(i).owner || !counts(n_, m)) break;
    PartList& list = a.parts.size() > b.parts.size() ? b : a;
    if (!addable(k, list.whole) || m.sum || m.also || m.past) break;
    list.parts.push_back(k);
  }
  if (a.parts.size() < 2 || a.parts.size() != b.parts.size()) return;
  // What makes one of the wholes is all there is.
  b.complete = meets(total_of(n_, a.parts), n_.figure(at(a.whole)));
  a.complete = meets(total_of(n_, b.parts), n_.figure(at(b.whole)));
  taken_ = b.parts.back() + 1;
  lists_.push_back(std::move(a));
  lists_.push_back(std::move(b));
}

bool PartLists::counts_kinds(size_t k) const {
  constexpr std::string_view kKinds[] = {"类", "种", "项", "方面", "个"};
  return std::find(std::begin(kKinds), std::end(kKinds), n_.figure(at(k)).unit) != std::end(kKinds);
}

bool PartLists::is_kinds(size_t k) const {
  const Figure& f = n_.figure(at(k));
  const bool things = f.unit == "个" && !at(k).noun.empty();  // 专栏5个
  return compare(f.value, {10, 0}) < 0 && counts_kinds(k) && !at(k).near_topic && !things;
}

bool PartLists::few_others(size_t whole, size_t part) const {
  return compare(n_.figure(at(whole)).value, {10, 0}) < 0 && n_.figure(at(whole)).unit != n_.figure(at(part)).unit;
}

// 收到申请32件，自然人28件、法人4件: two of one kind, behind a figure of another.
bool PartLists::announces_itself(size_t i) const {
  const PartKind kind = kind_of(at(i));
  if (kind != PartKind::applicant && kind != PartKind::way && kind != PartKind::result && kind != PartKind::outcome &&
      kind != PartKind::employment)
    return false;  // one piece of information may stand in several channels
  if (i + 1 >= n_.mentions.size() || at(i).semicolon || at(i).full_stop) return false;
  const Mention &next = at(i + 1), &before = at(i - 1);
  const PartKind whole = kind_of(before);
  return next.sentence == at(i).sentence && next.depth == at(i).depth && !next.semicolon && kind_of(next) == kind &&
         before.sentence == at(i).sentence && before.depth == at(i).depth && whole != kind &&
         (whole == PartKind::done || whole == PartKind::came || whole == PartKind::unknown) &&
         (kind != PartKind::outcome || before.role == "closed" || before.role == "answered") &&
         (kind == PartKind::result       ? before.topic == "review" || before.topic == "litigation"
          : kind == PartKind::employment ? before.topic == "staff"
                                         : before.topic == "application");
}

std::vector<PartList> part_lists(const Narrative& n) { return PartLists(n).lists(); }

}  // namespace gouji
