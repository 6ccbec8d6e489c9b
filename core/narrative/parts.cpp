#include "narrative/parts.h"

#include <algorithm>

namespace gouji {

PartKind kind_of(const Mention& m) {
  struct Known {
    PartKind kind;
    std::string_view role;
  };
  constexpr Known kKnown[] = {{PartKind::applicant, "natural"},
                              {PartKind::applicant, "organisation"},
                              {PartKind::applicant, "business"},
                              {PartKind::applicant, "research"},
                              {PartKind::applicant, "welfare"},
                              {PartKind::applicant, "legal"},
                              {PartKind::applicant, "other_organisation"},
                              {PartKind::outcome, "granted"},
                              {PartKind::outcome, "partial"},
                              {PartKind::outcome, "opened"},
                              {PartKind::outcome, "withdrawn"},
                              {PartKind::way, "in_person"},
                              {PartKind::way, "fax"},
                              {PartKind::way, "online"},
                              {PartKind::way, "letter"},
                              {PartKind::result, "upheld"},
                              {PartKind::result, "corrected"},
                              {PartKind::result, "result_other"},
                              {PartKind::result, "pending"},
                              {PartKind::path, "direct"},
                              {PartKind::path, "after"},
                              {PartKind::done, "closed"},
                              {PartKind::done, "answered"},
                              {PartKind::done, "handled"},
                              {PartKind::done, "due"},
                              {PartKind::came, "received"},
                              {PartKind::came, "new"},
                              {PartKind::came, "carried_in"},
                              {PartKind::came, "carried_out"},
                              {PartKind::came, "carried"},
                              {PartKind::time, "on_time"},
                              {PartKind::time, "extended"},
                              {PartKind::channel, "website"},
                              {PartKind::channel, "weibo"},
                              {PartKind::channel, "wechat"},
                              {PartKind::channel, "gazette"},
                              {PartKind::channel, "other_ways"},
                              {PartKind::employment, "full_time"},
                              {PartKind::employment, "part_time"}};
  if (m.role.empty()) return PartKind::unknown;
  if (m.unknown || m.indicators.empty())
    return m.role == "closed" || m.role == "answered" ? PartKind::done : PartKind::unknown;
  for (const Known& known : kKnown)
    if (known.role == m.role) return known.kind;
  for (const std::string_view stem : {"denied", "unable", "declined", "other", "answered."})
    if (m.role.substr(0, stem.size()) == stem) return PartKind::outcome;
  return PartKind::unknown;
}

bool alike(const Figure& a, const Figure& b) {
  const auto open = [](const Figure& f) { return f.unit.empty() || f.kind == "piece" || f.kind == "person"; };
  // 6.2 is no part of a number of pieces.
  if (open(a) && open(b) && !a.value.whole() && b.value.whole()) return false;
  if (a.unit.empty() || b.unit.empty()) return open(a) && open(b);
  return a.unit == b.unit || (a.kind == b.kind && open(a));
}

bool counts(const Narrative& n, const Mention& m) {
  return m.relation == Relation::none && n.figure(m).counted() && !m.each;
}

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

Total total_of(const Narrative& n, const std::vector<size_t>& parts) {
  Total t;
  for (const size_t k : parts) t.plus(n.figure(n.mentions[k]));
  return t;
}

bool counts_holders(const Narrative& n, size_t k, const Figure& whole) {
  const Figure& f = n.figure(n.mentions[k]);
  if ((f.unit != "个" && f.unit != "家") || f.unit == whole.unit || k + 1 >= n.mentions.size()) return false;
  const Mention& next = n.mentions[k + 1];
  for (size_t t = n.mentions[k].token + 1; t < next.token; ++t)
    if (n.tokens[t].kind == Token::mark || n.tokens[t].kind == Token::stop) return false;
  return n.figure(next).unit == whole.unit && next.relation == Relation::none;
}

bool and_others(const Narrative& n, size_t k) {
  const size_t next = n.mentions[k].token + 1;
  return next < n.tokens.size() && n.text(n.tokens[next].folded).substr(0, 3) == "等";
}

}  // namespace gouji
