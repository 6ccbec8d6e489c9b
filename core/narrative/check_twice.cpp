// narrative.twice: one thing with two figures in one report, where no table says which is right.
#include "narrative/parts.h"
#include "order.h"
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

struct Said {
  std::string key;
  size_t mention;
  bool doubtful, loose;  // loose: it takes a total on either side
};

// What can be said twice, and of what: by that, and of one thing in the order of the text.
std::vector<Said> all_said(const Narrative& n) {
  std::vector<Said> said;
  for (size_t i = 0; i < n.mentions.size(); ++i) {
    const Mention& m = n.mentions[i];
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
    said.push_back({std::move(key), i, doubtful, by_channel || (!channel && m.indicators.empty())});
  }
  put_in_order(said.begin(), said.end(), [](const Said& a, const Said& b) { return a.key < b.key; });
  return said;
}

}  // namespace

void check_twice(Narrative& n) {
  const std::vector<Said> said = all_said(n);
  for (size_t i = 1, first = 0; i < said.size(); ++i) {
    if (said[i].key != said[first].key) first = i;
    const Mention& other = n.mentions[said[first].mention];
    Mention& m = n.mentions[said[i].mention];
    const Figure &a = n.figure(other), &b = n.figure(m);
    const bool same = compare(a.low, b.high) <= 0 && compare(b.low, a.high) <= 0;
    if (other.sentence == m.sentence) continue;
    if (same || a.admits(b.value) || b.admits(a.value)) continue;
    if (!m.total && !other.total && said[i].loose) continue;
    if (said[i].doubtful != said[first].doubtful) continue;
    n.disagree(m, "narrative.twice",
               message("narrative.twice", n.sink.lang(), {{"figure", n.text(m)}, {"other", n.text(other)}}),
               {n.note(other)});
  }
}

}  // namespace gouji
