// What belongs to a list of parts, and where it ends.
#include <algorithm>

#include "narrative/mention_reader.h"
#include "narrative/part_lists.h"

namespace gouji {

void PartLists::collect(size_t i, PartList& list) {
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
    if (!counts(n_, m) || counts_holders(n_, k, whole)) continue;
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
    if (!m.topic.empty() && !topic.empty() && m.topic != topic && !files && !acts && !list.made) {
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
PartKind PartLists::kind_in(const PartList& list, const Mention& m) const {
  const Mention& whole = at(list.whole);
  return m.role == whole.role && !m.role.empty() && m.topic == whole.topic ? PartKind::unknown : kind_of(m);
}

bool PartLists::complete_so_far(const PartList& list) const {
  return list.parts.size() > 1 && meets(total(list), n_.figure(at(list.whole)));
}

// Whether a later figure is no part of the list any more.
bool PartLists::closes(const PartList& list, const Mention& first, PartKind kind, size_t k) const {
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
bool PartLists::foreign_act(const PartList& list, const Mention& first, const Mention& m) const {
  if (m.act) return !first.act && !at(list.whole).act;
  const auto verb = [](const Mention& x) {
    return x.role == "received" || x.role == "handled" || x.role == "answered" || x.role == "collected";
  };
  // 其中人大建议22件、政协提案41件，办结后公开复文58件
  if (m.role == "published" && m.led && !m.enumerated && first.role != "published" && !first.disclosed &&
      !at(list.whole).disclosed && !m.labelled)
    return true;
  return m.unknown && verb(m) && !verb(first) && m.role != at(list.whole).role;
}

// 收到92件、上年结转2件。其中予以公开19件: of both together, when it is more than the last.
void PartLists::widen(PartList& list) const {
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
void PartLists::step_out(PartList& list) const {
  if (lists_.empty() || list.also >= 0 || (!at(list.parts[0]).full_stop && list.parts.size() > 1)) return;
  const PartList& last = lists_.back();
  if (last.parts.size() < 2 || last.parts.back() != list.whole) return;
  if (exceeds(total(list), n_.figure(at(list.whole)))) list.whole = last.whole;
}

// 其中，动态类683条；公告类219条；财政类74条: one after the other in the same way, and so is the next.
bool PartLists::itemised(const PartList& list, size_t k) const {
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
bool PartLists::counts_the_parts(const PartList& list, size_t k) const {
  return list.parts.size() > 1 && list.parts.back() + 1 == k && is_kinds(k) && !at(k).led && !at(k).enumerated &&
         compare(n_.figure(at(k)).value, {int64_t(list.parts.size()), 0}) == 0;
}

// 市级47期、宿城区28期、沭阳县5期: after a 、 the same list goes on, though what stands before makes the whole.
bool PartLists::goes_on(size_t k) const {
  if (k + 1 >= n_.mentions.size()) return false;
  const Mention &m = at(k), &next = at(k + 1);
  return next.enumerated && next.sentence == m.sentence && next.depth == m.depth && next.owner == m.owner &&
         counts(n_, next) && addable(k, k + 1) && !next.also && !next.sum && !next.part && kind_of(next) == kind_of(m);
}

// Whether more may follow: what is listed does not make the whole yet.
bool PartLists::open_after(const PartList& list, size_t k) const {
  Total t = total(list);
  t.plus(n_.figure(at(k)));
  return !exceeds(t, n_.figure(at(list.whole)));
}

Total PartLists::total(const PartList& list) const {
  Total t;
  for (const size_t k : list.parts) t.plus(n_.figure(at(k)));
  return t;
}

}  // namespace gouji
