// narrative.sum: parts against their whole. A list that says it is complete must make it; any other may not exceed it.
#include <algorithm>

#include "narrative/narrative.h"

namespace gouji {
namespace {

// Parts of one whole are of one kind: applicants are not added to outcomes, nor what was closed to what was received.
char kind_of(const Mention& m) {
  constexpr std::pair<std::string_view, char> kKinds[] = {{"natural", 'a'},
                                                          {"organisation", 'a'},
                                                          {"business", 'a'},
                                                          {"research", 'a'},
                                                          {"welfare", 'a'},
                                                          {"legal", 'a'},
                                                          {"other_organisation", 'a'},
                                                          {"granted", 'o'},
                                                          {"partial", 'o'},
                                                          {"opened", 'o'},
                                                          {"withdrawn", 'o'},
                                                          {"in_person", 'c'},
                                                          {"fax", 'c'},
                                                          {"online", 'c'},
                                                          {"letter", 'c'},
                                                          {"upheld", 'r'},
                                                          {"corrected", 'r'},
                                                          {"result_other", 'r'},
                                                          {"pending", 'r'},
                                                          {"direct", 'd'},
                                                          {"after", 'd'},
                                                          {"closed", 'g'},
                                                          {"answered", 'g'},
                                                          {"received", 'k'},
                                                          {"new", 'k'},
                                                          {"handled", 'g'},
                                                          {"on_time", 't'},
                                                          {"extended", 't'},
                                                          {"carried_in", 'k'},
                                                          {"carried_out", 'k'},
                                                          {"carried", 'k'},
                                                          {"due", 'g'},
                                                          {"website", 's'},
                                                          {"weibo", 's'},
                                                          {"wechat", 's'},
                                                          {"gazette", 's'},
                                                          {"other_ways", 's'},
                                                          {"full_time", 'e'},
                                                          {"part_time", 'e'}};
  if (m.role.empty()) return 0;
  if (m.unknown || m.indicators.empty()) return m.role == "closed" || m.role == "answered" ? 'g' : char(0);
  for (const auto& [role, kind] : kKinds)
    if (role == m.role) return kind;
  for (const std::string_view stem : {"denied", "unable", "declined", "other", "answered."})
    if (m.role.substr(0, stem.size()) == stem && m.role != "other_ways") return 'o';
  return 0;
}

bool alike(std::string_view a, std::string_view b) {
  constexpr std::string_view kPieces[] = {"件", "条", "篇", "个", "份", "项", "起", "宗", "次", "例", ""};
  const auto piece = [&](std::string_view u) {
    return std::find(std::begin(kPieces), std::end(kPieces), u) != std::end(kPieces);
  };
  constexpr std::string_view kPeople[] = {"人", "名", "人次", "位", ""};
  const auto people = [&](std::string_view u) {
    return std::find(std::begin(kPeople), std::end(kPeople), u) != std::end(kPeople);
  };
  return a == b || (piece(a) && piece(b)) || (people(a) && people(b));
}

bool counts(const Narrative& n, const Mention& m) {
  return m.relation == Relation::none && n.figure(m).counted() && !m.each;
}

struct Total {
  Decimal low, high;
  bool exact = true;  // no sum left 64 bits
  void plus(const Figure& f) {
    const auto l = add(low, f.low), h = add(high, f.high);
    // Cut off after its last digit, a number may be short by a whole step.
    const auto cut = f.step.units != 0 && !f.vague ? add(f.value, f.step) : std::optional<Decimal>(f.high);
    const auto c = h && cut ? add(high, *cut) : std::nullopt;
    exact = exact && l && h && c;
    if (!exact) return;
    low = *l;
    high = *c;
  }
};

bool meets(const Total& t, const Figure& whole) {
  Total w;
  w.plus(whole);
  return t.exact && w.exact && compare(t.low, w.high) <= 0 && compare(w.low, t.high) <= 0;
}
bool exceeds(const Total& t, const Figure& whole) {
  Total w;
  w.plus(whole);
  return t.exact && w.exact && compare(t.low, w.high) > 0;
}
bool falls_short(const Total& t, const Figure& whole) {
  Total w;
  w.plus(whole);
  return t.exact && w.exact && compare(t.high, w.low) < 0;
}

constexpr size_t kLongest = 64;  // figures of one list

struct List {
  size_t whole;
  std::vector<size_t> parts;
  bool marked = false;    // 其中, 包括, a colon, brackets: said to be parts
  bool complete = false;  // said to be all of them
  bool both = false;      // what came in new and what was carried in: all there was
  bool colon = false;     // a colon announces it
};

class Parts {
 public:
  explicit Parts(Narrative& n) : n_(n) {}

  std::vector<List> lists() {
    for (size_t i = 0; i < n_.mentions.size(); ++i) start(i);
    return std::move(lists_);
  }

 private:
  Narrative& n_;
  std::vector<List> lists_;
  size_t taken_ = 0;  // mentions before this one are in a list already

  const Mention& at(size_t i) const { return n_.mentions[i]; }

  // The counted mention before `i` on the same level, in this sentence or the one before it.
  int64_t before(size_t i, bool across) const {
    for (size_t k = i; k-- > 0;) {
      const Mention& m = at(k);
      if (m.paragraph != at(i).paragraph || m.sentence + (across ? 1 : 0) < at(i).sentence) return -1;
      if (i - k > 24) return -1;
      if (m.depth == at(i).depth && m.owner == at(i).owner && counts(n_, m)) return int64_t(k);
      if (m.depth < at(i).depth) return -1;
    }
    return -1;
  }

  void start(size_t i) {
    const Mention& m = at(i);
    if (!counts(n_, m)) return;
    const bool first_in_bracket = m.owner >= 0 && (i == 0 || at(i - 1).owner != m.owner);
    int64_t whole = -1;
    List list{};
    if (first_in_bracket) {
      whole = m.owner;
      list.marked = true;
      list.complete = !m.part;
    } else if (m.part || m.within) {
      whole = before(i, m.full_stop);
      list.marked = true;
      list.colon = m.colon;
    } else if (m.exact || m.colon) {
      whole = before(i, false);
      list.marked = list.complete = true;
      list.colon = m.colon;
    } else if (i > 0 && i >= taken_ && announces_itself(i)) {
      whole = before(i, false);
      list.marked = true;
    } else {
      return;
    }
    // 分三类：A 12件，B 8件: the three kinds are not what is divided.
    while (whole >= 0 && m.owner < 0 && is_kinds(size_t(whole))) whole = before(size_t(whole), false);
    // 按申请方式分：…；按申请人分：…: another list of the same whole.
    if (m.colon && m.semicolon == false && whole >= 0 && !lists_.empty() && m.owner < 0) {
      const List& last = lists_.back();
      if (std::find(last.parts.begin(), last.parts.end(), size_t(whole)) != last.parts.end())
        whole = int64_t(last.whole);
    }
    if (whole < 0 || at(size_t(whole)).past) return;
    list.whole = size_t(whole);
    if (!alike(n_.figure(m).unit, n_.figure(at(list.whole)).unit) ||
        n_.figure(m).measure != n_.figure(at(list.whole)).measure)
      return;
    if (m.also) return;
    collect(i, list);
    if (!list.parts.empty()) taken_ = list.parts.back() + 1;
    lists_.push_back(std::move(list));
  }

  bool is_kinds(size_t k) const {
    constexpr std::string_view kKinds[] = {"类", "种", "项", "方面", "个"};
    const Figure& f = n_.figure(at(k));
    return compare(f.value, {10, 0}) < 0 &&
           std::find(std::begin(kKinds), std::end(kKinds), f.unit) != std::end(kKinds) && !at(k).near_topic;
  }

  // 收到申请32件，自然人28件、法人4件: two of one kind, behind a figure of another.
  bool announces_itself(size_t i) const {
    const char kind = kind_of(at(i));
    if (kind != 'a' && kind != 'c' && kind != 'r' && kind != 'o' && kind != 'e')
      return false;  // one piece of information may stand in several channels
    if (i + 1 >= n_.mentions.size() || at(i).semicolon || at(i).full_stop) return false;
    const Mention &next = at(i + 1), &before = at(i - 1);
    const char whole = kind_of(before);
    return next.sentence == at(i).sentence && next.depth == at(i).depth && !next.semicolon && kind_of(next) == kind &&
           before.sentence == at(i).sentence && before.depth == at(i).depth && whole != kind &&
           (whole == 'g' || whole == 'k' || whole == 0) &&
           (kind != 'o' || before.role == "closed" || before.role == "answered") &&
           (kind == 'r'   ? before.topic == "review" || before.topic == "litigation"
            : kind == 'e' ? before.topic == "staff"
                          : before.topic == "application");
  }

  void collect(size_t i, List& list) {
    const Mention& first = at(i);
    const Figure& whole = n_.figure(at(list.whole));
    const char kind = kind_in(list, first);
    std::string_view topic = first.topic;
    for (size_t k = i; k < n_.mentions.size() && k - i < kLongest; ++k) {
      const Mention& m = at(k);
      if (m.sentence != first.sentence || m.depth < first.depth) break;
      if (m.depth > first.depth || m.owner != first.owner) {
        if (m.depth == first.depth) break;
        continue;
      }
      if (k > i && (m.semicolon || m.also || m.sum || m.colon || (m.part && k > i) || m.past)) {
        // ； mostly closes; not where the same kind goes on.
        const bool listed = list.colon && m.semicolon && !m.also && !m.sum && !m.colon && !m.part && !m.past;
        if (listed) {
          // 公开12500条：网站8600条；新媒体3900条
        } else if (!m.semicolon || m.also || m.sum || m.colon || m.part || m.past || kind_of(m) != kind)
          break;
        if (kind == 0 && !listed && !open_after(list, k)) break;
      }
      if (!counts(n_, m)) continue;
      const Figure& f = n_.figure(m);
      if (!alike(f.unit, whole.unit) || f.measure != whole.measure) {
        if (kind == 0) break;
        continue;
      }
      // What was carried out is an outcome too, the last of them.
      const char own = kind_in(list, m);
      const bool process = own == 'g' || own == 'k' || own == 't' || kind == 'g' || kind == 'k' || kind == 't';
      if (own != kind && !(kind == 'o' && m.role == "carried_out") && (process || (own != 0 && kind != 0))) break;
      const bool files =
          (m.topic == "normative" || m.topic == "regulation") && (topic == "normative" || topic == "regulation");
      if (!m.topic.empty() && !topic.empty() && m.topic != topic && !files) continue;
      if (topic.empty()) topic = m.topic;
      list.parts.push_back(k);
      if (m.rest && k > i) list.complete = true;
      if (complete_so_far(list)) return;
    }
    // 办理45件，其中上年结转5件、新收40件
    if (kind == 'k' && list.parts.size() == 2 && at(list.parts[0]).role != at(list.parts[1]).role) {
      const auto in = [](const Mention& m) {
        return m.role == "new" || m.role == "received" || m.role == "carried_in" || m.role == "carried";
      };
      list.complete = list.both = in(at(list.parts[0])) && in(at(list.parts[1]));
    }
    if (kind == 'a') {
      bool natural = false, organisation = false;
      for (const size_t k : list.parts) {
        natural = natural || at(k).role == "natural";
        organisation = organisation || at(k).role == "organisation";
      }
      if (natural && organisation && list.parts.size() == 2) list.complete = true;
    }
  }

  // 受理750件，从受理单位看：部门受理370件，市县380件: all received, and so parts of what was received.
  char kind_in(const List& list, const Mention& m) const {
    const Mention& whole = at(list.whole);
    return m.role == whole.role && !m.role.empty() && m.topic == whole.topic ? char(0) : kind_of(m);
  }

  bool complete_so_far(const List& list) const {
    return list.parts.size() > 1 && meets(total(list), n_.figure(at(list.whole)));
  }

  // Whether more may follow: what is listed does not make the whole yet.
  bool open_after(const List& list, size_t k) const {
    Total t = total(list);
    t.plus(n_.figure(at(k)));
    return !exceeds(t, n_.figure(at(list.whole)));
  }

  Total total(const List& list) const {
    Total t;
    for (const size_t k : list.parts) t.plus(n_.figure(at(k)));
    return t;
  }
};

Total total_of(const Narrative& n, const std::vector<size_t>& parts) {
  Total t;
  for (const size_t k : parts) t.plus(n.figure(n.mentions[k]));
  return t;
}

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

void agree_all(Narrative& n, const List& list) {
  n.agree(n.mentions[list.whole]);
  for (const size_t k : list.parts) n.agree(n.mentions[k]);
}

void report(Narrative& n, const List& list, bool over) {
  Mention& whole = n.mentions[list.whole];
  std::vector<Note> related;
  for (const size_t k : list.parts) {
    n.agree(n.mentions[k]);
    related.push_back(
        {n.place(n.mentions[k]), message("narrative.part", n.sink.lang(), {{"figure", n.text(n.mentions[k])}})});
  }
  n.disagree(whole, "narrative.sum",
             message(over ? "narrative.sum.over" : "narrative.sum.short", n.sink.lang(),
                     {{"whole", n.text(whole)}, {"sum", sum_text(n, list.parts)}}),
             std::move(related));
}

bool disagrees(const Narrative& n, const List& list) {
  const auto wrong = [&](size_t k) { return n.mentions[k].verdict == Verdict::disagrees; };
  return wrong(list.whole) || std::any_of(list.parts.begin(), list.parts.end(), wrong);
}

// The whole may also be what came in together: received and carried in.
bool meets_together(const Narrative& n, const List& list, const Total& t) {
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

void judge(Narrative& n, const List& list) {
  if (list.parts.empty()) return;
  // (总分100分) is no part.
  if (list.complete && list.parts.size() == 1) return;
  const Figure& whole = n.figure(n.mentions[list.whole]);
  const Total t = total_of(n, list.parts);
  const bool many = list.parts.size() > 1;
  if (many && meets(t, whole)) return agree_all(n, list);
  if (meets_together(n, list, t)) return agree_all(n, list);
  const bool unsure = whole.unsure || std::any_of(list.parts.begin(), list.parts.end(),
                                                  [&](size_t k) { return n.figure(n.mentions[k]).unsure; });
  const Mention &first = n.mentions[list.parts[0]], &of = n.mentions[list.whole];
  const char kind = first.role == of.role && first.topic == of.topic ? char(0) : kind_of(first);
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
    // What was closed and what was valid overlap; a part alone may not exceed.
    if (kind == 'g' || (kind == 'k' && !list.both) || !same_units) return;
    const bool decided = !n.mentions[list.whole].cells.empty();
    if (decided &&
        std::all_of(list.parts.begin(), list.parts.end(), [&](size_t k) { return !n.mentions[k].cells.empty(); }))
      return;
    return report(n, list, true);
  }
  if (list.complete && many && falls_short(t, whole) && same_units && kind != 'g' && (kind != 'k' || list.both))
    return report(n, list, false);
  if (!list.complete && list.marked) agree_all(n, list);
}

// 合计, 总计 behind a list: what stands before makes it.
void judge_total(Narrative& n, size_t i) {
  Mention& m = n.mentions[i];
  if (!m.sum || !counts(n, m) || m.parent >= 0) return;
  std::vector<size_t> parts;
  for (size_t k = i; k-- > 0 && i - k < kLongest;) {
    const Mention& p = n.mentions[k];
    if (p.sentence != m.sentence || p.depth < m.depth) break;
    if (p.depth > m.depth || !counts(n, p)) continue;
    // 两项共90条
    if (k + 1 == i && compare(n.figure(p).value, {10, 0}) < 0 &&
        (n.figure(p).unit == "项" || n.figure(p).unit == "类" || n.figure(p).unit == "者"))
      continue;
    if (!alike(n.figure(p).unit, n.figure(m).unit) || p.past) break;
    parts.insert(parts.begin(), k);
    if (parts.size() > 40) break;
    const Total t = total_of(n, parts);
    if (parts.size() > 1 && meets(t, n.figure(m))) {
      n.agree(m);
      for (const size_t q : parts) n.agree(n.mentions[q]);
      return;
    }
    if (p.semicolon || p.full_stop || p.parent >= 0) break;
  }
  // 网站45条，微信2445条，合计9822条: nothing else stands in the sentence before it.
  const std::string said = n.text(m.clause);
  const bool says = said.find("计") != std::string::npos || said.find("共") != std::string::npos ||
                    said.find("总") != std::string::npos;
  const auto plain = [&](size_t k) {
    const Mention& p = n.mentions[k];
    return p.cells.empty() && p.verdict != Verdict::disagrees && !n.figure(p).vague && !p.soft &&
           (kind_of(p) == kind_of(n.mentions[parts[0]]) || (kind_of(p) == 0 && kind_of(n.mentions[parts[0]]) == 's')) &&
           n.figure(p).unit == n.figure(m).unit && p.parent < 0 && p.owner == m.owner;
  };
  if (!says || m.led || parts.size() < 2 || !m.cells.empty() || n.figure(m).vague || m.verdict == Verdict::disagrees)
    return;
  if ((!n.mentions[parts[0]].full_stop && !n.mentions[parts[0]].exact) ||
      !std::all_of(parts.begin(), parts.end(), plain))
    return;
  const List list{i, parts, true, true};
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
  for (size_t k = i + 1; k < n.mentions.size() && k - i < kLongest && parts.size() < 24; ++k) {
    const Mention& p = n.mentions[k];
    const bool next = p.sentence == whole.sentence + 1 && p.paragraph == whole.paragraph && whole.depth == 0;
    if ((p.sentence != whole.sentence && !next) || p.depth < whole.depth) break;
    if (p.depth > whole.depth || !counts(n, p)) continue;
    if (!alike(n.figure(p).unit, n.figure(whole).unit) || p.past || n.figure(p).vague) break;
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
  const List list{i, parts, true, true};
  const auto plain = [&](size_t k) {
    const Mention& p = n.mentions[k];
    return p.parent < 0 && p.cells.empty() && p.verdict != Verdict::disagrees && !p.soft && p.owner == whole.owner &&
           n.figure(p).unit == n.figure(whole).unit && !n.figure(p).vague && !p.semicolon && p.role != "received" &&
           p.role != "closed" && p.role != "answered" && kind_of(p) != 'k';
  };
  if (whole.verdict == Verdict::disagrees || n.figure(whole).vague || whole.parent >= 0 || whole.part ||
      parts[0] != i + 1)
    return;
  if (!whole.total || !std::all_of(parts.begin(), parts.end(), plain)) return;
  report(n, list, exceeds(t, n.figure(whole)));
}

}  // namespace

void link_parts(Narrative& n) {
  for (const List& list : Parts(n).lists())
    for (const size_t k : list.parts) n.mentions[k].parent = int32_t(list.whole);
}

void check_parts(Narrative& n) {
  for (const List& list : Parts(n).lists()) judge(n, list);
  for (size_t i = 0; i < n.mentions.size(); ++i) {
    judge_total(n, i);
    if (n.mentions[i].verdict != Verdict::disagrees) judge_silent(n, i);
  }
}

}  // namespace gouji
