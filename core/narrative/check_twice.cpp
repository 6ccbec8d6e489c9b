// narrative.twice: one thing with two figures in one report, where no table says which is right.
#include <unordered_map>

#include "narrative/parts.h"
#include "text/lines.h"

namespace gouji {
namespace {

bool a_total(const Narrative& n, const Mention& m) {
  return n.figure(m).counted() && m.relation == Relation::none && m.verdict != Verdict::disagrees &&
         (m.cells.empty() || m.indicators[0]->hold == Hold::soft) && m.parent < 0 && m.depth == 0 && !m.past &&
         !m.part && !m.also && !m.each && !m.within && !n.figure(m).unsure;
}

// 制作政策图解: the words of the clause before the figure, without those that say nothing.
std::string whole_clause(const Narrative& n, const Mention& m) {
  std::string key;
  for (size_t k = m.token; k-- > 0 && n.tokens[k].folded.begin >= m.clause.begin;) {
    const Token& t = n.tokens[k];
    const bool filler = t.is(Sense::sum) || t.is(Sense::when, "now") || t.is(Sense::glue) || t.kind == Token::mark;
    if (!filler) key = n.text(t.folded) + key;
  }
  return key;
}

}  // namespace

void check_twice(Narrative& n) {
  std::unordered_map<std::string, size_t> first;
  for (size_t i = 0; i < n.mentions.size(); ++i) {
    Mention& m = n.mentions[i];
    if (!a_total(n, m)) continue;
    // 本局微信公众号全年发布信息318条: of whom it is said matters not, where all of it is said again.
    const bool doubtful = m.soft || m.noun.empty();
    if (doubtful && (!m.total || !m.led || m.full_stop == false)) continue;
    std::string key = one_line(m.noun);
    if (m.topic == "application" || m.topic == "information") key = m.topic;
    const bool channel = m.topic == "information" && !m.role.empty() && m.role != "published";
    // 发布信息30条 is said of many things; 主动公开政府信息30条 of one, 政府网站发布信息30条 too.
    const bool all_kinds = m.noun.find("政府信息") == std::string_view::npos;
    const bool by_channel = all_kinds && kind_of(m) == PartKind::channel;
    if (m.topic == "information" && !doubtful &&
        (all_kinds ? !by_channel || m.gap : !channel && !n.says(m.clause, "主动公开")))
      continue;
    if (by_channel) key += "/all";
    if (m.gap || doubtful) key = whole_clause(n, m);
    key += "/" + std::string(m.topic == "information" && m.role == "published" ? "" : m.role) + "/" +
           std::string(n.figure(m).unit);
    const auto [known, fresh] = first.emplace(key, i);
    if (fresh) continue;
    const Mention& other = n.mentions[known->second];
    const Figure &a = n.figure(other), &b = n.figure(m);
    const bool same = compare(a.low, b.high) <= 0 && compare(b.low, a.high) <= 0;
    if (other.sentence == m.sentence) continue;
    if (same || a.admits(b.value) || b.admits(a.value)) continue;
    if (!m.total && !other.total && (by_channel || (!channel && m.indicators.empty()))) continue;
    if (doubtful != (other.soft || other.noun.empty())) continue;
    n.disagree(m, "narrative.twice",
               message("narrative.twice", n.sink.lang(), {{"figure", n.text(m)}, {"other", n.text(other)}}),
               {n.note(other)});
  }
}

}  // namespace gouji
