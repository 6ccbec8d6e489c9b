#include <algorithm>

#include "narrative/mention_reader.h"
#include "narrative/parts.h"

namespace gouji {
namespace {

class Lists {
 public:
  explicit Lists(const Narrative& n) : n_(n) {}

  std::vector<PartList> lists() {
    for (size_t i = 0; i < n_.mentions.size(); ++i) start(i);
    return std::move(lists_);
  }

 private:
  const Narrative& n_;
  std::vector<PartList> lists_;
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
      list.marked = true;
      // 收到50件，前三位的是甲局、乙局、丙局，分别为…: some of all.
      list.complete = !m.held || (whole >= 0 && n_.tokens[at(size_t(whole)).token + 1].is(':'));
      list.colon = m.colon;
    } else if (i > 0 && i >= taken_ && made_of(i)) {
      whole = before(i, false);
      list.marked = list.complete = true;
    } else if (i > 0 && i >= taken_ && announces_itself(i)) {
      whole = before(i, false);
      list.marked = true;
    } else {
      return;
    }
    // 分三类：A 12件，B 8件: the three kinds are not what is divided; 三个栏目分别更新120条、86条 neither.
    while (whole >= 0 && m.owner < 0 && (is_kinds(size_t(whole)) || (m.exact && few_others(size_t(whole), i))))
      whole = before(size_t(whole), false);
    // 按申请方式分：…；按申请人分：…: another list of the same whole.
    if (m.colon && m.semicolon == false && whole >= 0 && !lists_.empty() && m.owner < 0) {
      const PartList& last = lists_.back();
      if (std::find(last.parts.begin(), last.parts.end(), size_t(whole)) != last.parts.end())
        whole = int64_t(last.whole);
    }
    if (whole < 0 || at(size_t(whole)).past) return;
    list.whole = size_t(whole);
    if (m.also) return;
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
  bool made_of(size_t i) const {
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

  bool addable(size_t a, size_t b) const {
    return alike(n_.figure(at(a)), n_.figure(at(b))) && n_.figure(at(a)).measure == n_.figure(at(b)).measure;
  }

  // 25件收取2950元，其中甲县1件420元；乙县2件290元: two lists in one, of two wholes.
  void pairs(size_t i, size_t second) {
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

  bool is_kinds(size_t k) const {
    constexpr std::string_view kKinds[] = {"类", "种", "项", "方面", "个"};
    const Figure& f = n_.figure(at(k));
    const bool things = f.unit == "个" && !at(k).noun.empty();  // 专栏5个
    return compare(f.value, {10, 0}) < 0 &&
           std::find(std::begin(kKinds), std::end(kKinds), f.unit) != std::end(kKinds) && !at(k).near_topic && !things;
  }

  bool few_others(size_t whole, size_t part) const {
    return compare(n_.figure(at(whole)).value, {10, 0}) < 0 && n_.figure(at(whole)).unit != n_.figure(at(part)).unit;
  }

  // 收到申请32件，自然人28件、法人4件: two of one kind, behind a figure of another.
  bool announces_itself(size_t i) const {
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

  void collect(size_t i, PartList& list) {
    const Mention& first = at(i);
    const Figure& whole = n_.figure(at(list.whole));
    const PartKind kind = kind_in(list, first);
    std::string_view topic = first.topic;
    std::vector<size_t> all;  // those of another topic too
    for (size_t k = i; k < n_.mentions.size() && k - i < kLongestList; ++k) {
      const Mention& m = at(k);
      if (m.sentence != first.sentence || m.depth < first.depth) break;
      if (m.depth > first.depth || m.owner != first.owner) {
        if (m.depth == first.depth) break;
        continue;
      }
      if (k > i && closes(list, first, kind, k)) break;
      if (!counts(n_, m)) continue;
      if (counts_the_parts(list, k)) {
        list.complete = true;
        return;
      }
      const Figure& f = n_.figure(m);
      if (!alike(f, whole) || f.measure != whole.measure) {
        if (kind == PartKind::unknown) break;
        continue;
      }
      // What was carried out is an outcome too, the last of them.
      const PartKind own = kind_in(list, m);
      const bool process = own == PartKind::done || own == PartKind::came || own == PartKind::time ||
                           kind == PartKind::done || kind == PartKind::came || kind == PartKind::time;
      if (own != kind && !(kind == PartKind::outcome && m.role == "carried_out") &&
          (process || (own != PartKind::unknown && kind != PartKind::unknown)))
        break;
      const bool files =
          (m.topic == "normative" || m.topic == "regulation") && (topic == "normative" || topic == "regulation");
      // 许可类1280条、处罚类752条: of what was published.
      const bool acts = m.listed && first.listed && same_family(m.topic, topic);
      if (!m.topic.empty() && !topic.empty() && m.topic != topic && !files && !acts) {
        if (!m.role.empty() && m.role != "published") break;  // 作出行政处罚决定8件 is another matter
        list.skipped = true;
        all.push_back(k);
        continue;
      }
      // 召开推进会3次，其中专题会2次，培训4次
      if (m.near_topic && topic.empty() && m.topic != at(list.whole).topic && compare(f.value, whole.value) > 0 &&
          n_.text(m.clause).substr(0, 6) != "以及")
        break;
      if (topic.empty()) topic = m.topic;
      list.parts.push_back(k);
      all.push_back(k);
      if (m.rest && k > i) list.complete = true;
      if (complete_so_far(list) && !goes_on(k)) return;
    }
    // 发布3131条，其中规范性文件11条、动态1966条、其他信息1154条: pieces that were published, whatever they are about.
    if (list.skipped && meets(total_of(n_, all), whole)) {
      list.parts = std::move(all);
      list.skipped = false;
    }
    // 办理45件，其中上年结转5件、新收40件
    if (kind == PartKind::came && list.parts.size() == 2 && at(list.parts[0]).role != at(list.parts[1]).role) {
      const auto in = [](const Mention& m) {
        return m.role == "new" || m.role == "received" || m.role == "carried_in" || m.role == "carried";
      };
      list.complete = list.both = in(at(list.parts[0])) && in(at(list.parts[1]));
    }
    if (kind == PartKind::applicant) {
      bool natural = false, organisation = false;
      for (const size_t k : list.parts) {
        natural = natural || at(k).role == "natural";
        organisation = organisation || at(k).role == "organisation";
      }
      if (natural && organisation && list.parts.size() == 2) list.complete = true;
    }
  }

  // 受理750件，从受理单位看：部门受理370件，市县380件: all received, and so parts of what was received.
  PartKind kind_in(const PartList& list, const Mention& m) const {
    const Mention& whole = at(list.whole);
    return m.role == whole.role && !m.role.empty() && m.topic == whole.topic ? PartKind::unknown : kind_of(m);
  }

  bool complete_so_far(const PartList& list) const {
    return list.parts.size() > 1 && meets(total(list), n_.figure(at(list.whole)));
  }

  // Whether a later figure is no part of the list any more.
  bool closes(const PartList& list, const Mention& first, PartKind kind, size_t k) const {
    const Mention& m = at(k);
    if (foreign_act(list, first, m)) return true;
    if (m.also || m.sum || m.part || m.past || (m.colon && !(m.labelled && first.labelled))) return true;
    if (!m.semicolon) return false;
    // 公布115条，包括：公告30条、其他90条；通过信用平台公示306条: something is done again, and no part is left to name.
    if (m.role == "published" && first.role.empty() && first.owner < 0 && !open_after(list, k)) return true;
    // 公开12500条：网站8600条；新媒体3900条
    if (list.colon || first.owner >= 0 || itemised(list, k)) return false;
    // ； mostly closes; not where the same kind goes on.
    return kind_of(m) != kind || (kind == PartKind::unknown && !open_after(list, k));
  }

  // 其中动态216条，报送信息100条: something else is done, and no part any more.
  bool foreign_act(const PartList& list, const Mention& first, const Mention& m) const {
    if (m.act) return !first.act && !at(list.whole).act;
    const auto verb = [](const Mention& x) {
      return x.role == "received" || x.role == "handled" || x.role == "answered" || x.role == "collected";
    };
    return m.unknown && verb(m) && !verb(first) && m.role != at(list.whole).role;
  }

  // 收到92件、上年结转2件。其中予以公开19件: of both together, when it is more than the last.
  void widen(PartList& list) const {
    const Mention &whole = at(list.whole), &first = at(list.parts[0]);
    if ((whole.role != "carried_in" && whole.role != "carried") || whole.owner >= 0 || kind_of(first) == PartKind::came)
      return;
    if (!exceeds(total(list), n_.figure(whole))) return;
    const int64_t in = before(list.whole, false);
    if (in < 0 || at(size_t(in)).topic != whole.topic || !addable(size_t(in), list.whole)) return;
    list.also = int32_t(list.whole);
    list.whole = size_t(in);
  }

  // 共141条，其中机构类16条、其他类9条。其中网站17条: too many for the last of the parts, so of the whole around it.
  void step_out(PartList& list) const {
    if (lists_.empty() || list.also >= 0 || (!at(list.parts[0]).full_stop && list.parts.size() > 1)) return;
    const PartList& last = lists_.back();
    if (last.parts.size() < 2 || last.parts.back() != list.whole) return;
    if (exceeds(total(list), n_.figure(at(list.whole)))) list.whole = last.whole;
  }

  // 其中，动态类683条；公告类219条；财政类74条: one after the other in the same way, and so is the next.
  bool itemised(const PartList& list, size_t k) const {
    const Mention& m = at(k);
    if (!at(list.parts.empty() ? k : list.parts[0]).part || list.parts.size() < 2 || list.parts.back() + 1 != k)
      return false;
    for (size_t p = 1; p < list.parts.size(); ++p)
      if (!at(list.parts[p]).semicolon) return false;
    const Figure& whole = n_.figure(at(list.whole));
    return m.role.empty() && !m.total && m.indicators.empty() && n_.figure(m).unit == whole.unit &&
           compare(n_.figure(m).value, whole.value) <= 0;
  }

  // 经济运行412条、社会民生698条、城市建设420条三个方面: as many as there are.
  bool counts_the_parts(const PartList& list, size_t k) const {
    return list.parts.size() > 1 && list.parts.back() + 1 == k && is_kinds(k) && !at(k).led && !at(k).enumerated &&
           compare(n_.figure(at(k)).value, {int64_t(list.parts.size()), 0}) == 0;
  }

  // 市级47期、宿城区28期、沭阳县5期: after a 、 the same list goes on, though what stands before makes the whole.
  bool goes_on(size_t k) const {
    if (k + 1 >= n_.mentions.size()) return false;
    const Mention &m = at(k), &next = at(k + 1);
    return next.enumerated && next.sentence == m.sentence && next.depth == m.depth && next.owner == m.owner &&
           counts(n_, next) && addable(k, k + 1) && !next.also && !next.sum && !next.part &&
           kind_of(next) == kind_of(m);
  }

  // Whether more may follow: what is listed does not make the whole yet.
  bool open_after(const PartList& list, size_t k) const {
    Total t = total(list);
    t.plus(n_.figure(at(k)));
    return !exceeds(t, n_.figure(at(list.whole)));
  }

  Total total(const PartList& list) const {
    Total t;
    for (const size_t k : list.parts) t.plus(n_.figure(at(k)));
    return t;
  }
};

}  // namespace

std::vector<PartList> part_lists(const Narrative& n) { return Lists(n).lists(); }

}  // namespace gouji
