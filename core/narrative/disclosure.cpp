// The head of a list says of what its parts are: 主动公开信息900条，其中行政许可20条、其他类3条 counts published
// pieces, and neither decisions nor applications. So does 其中, until another matter begins.
#include <algorithm>

#include "narrative/mention_reader.h"

namespace gouji {

bool applicant(std::string_view role) {
  constexpr std::string_view kApplicants[] = {"natural", "organisation", "business",          "research",
                                              "welfare", "legal",        "other_organisation"};
  return std::find(std::begin(kApplicants), std::end(kApplicants), role) != std::end(kApplicants);
}

// Something is done that is not publishing: 收到, 作出, 制发.
static bool done(const Mention& m) {
  constexpr std::string_view kVerbs[] = {"received", "new",      "handled",    "closed",      "answered",
                                         "issued",   "repealed", "in_force",   "decided",     "collected",
                                         "due",      "carried",  "carried_in", "carried_out", "notified"};
  return !m.unknown && std::find(std::begin(kVerbs), std::end(kVerbs), m.role) != std::end(kVerbs);
}

// 公示行政许可8012条、行政处罚1240条: the verb of the first is that of the second.
void MentionReader::inherit(Mention& m, const ClauseBefore& w) const {
  // 公开办结行政许可663件: pieces that were published.
  m.shown = w.published && (!done(m) || m.role == "closed" || m.role == "answered");
  const Mention* before = s_.last < 0 || !w.roles.empty() ? nullptr : &out_.figures[size_t(s_.last)];
  if (before != nullptr && (before->sentence != m.sentence || before->depth != m.depth ||
                            (m.semicolon && !same_family(before->topic, m.topic))))
    before = nullptr;
  m.shown = m.shown || (before != nullptr && before->shown);
  if (!m.role.empty() || m.indicators.empty()) return;
  const std::string_view verb = before == nullptr ? std::string_view() : before->role;
  const bool listed = (verb == "issued" || verb == "decided" || verb == "repealed" || verb == "in_force") &&
                      same_family(before->topic, m.topic);
  // 行政处罚29条: decisions are counted in 件, 宗 and 起.
  const bool pieces = figures_[m.figure].unit == "条" && same_family(m.topic, "licence");
  if (!listed && !m.shown && !pieces) return;
  const std::string_view role = listed ? verb : "published";
  if (const Indicator* const found = find_indicator(m.topic, role)) {
    m.indicators = {found};
    m.role = role;
  }
}

void MentionReader::disclosure(Mention& m, const ClauseBefore& w) const {
  const bool within = s_.last >= 0 && out_.figures[size_t(s_.last)].disclosed &&
                      (out_.figures[size_t(s_.last)].sentence == m.sentence || m.part);
  if (m.relation != Relation::none) {
    m.disclosed = within;
    m.listed = within && out_.figures[size_t(s_.last)].listed;
    return;
  }
  if (done(m) || m.also) return;
  const Mention* const before = within ? &out_.figures[size_t(s_.last)] : nullptr;
  const bool begins = m.part || m.colon || m.within || m.owner == s_.last;
  if (before != nullptr && (begins || before->listed) && (begins || !m.semicolon || m.topic != "application")) {
    m.disclosed = m.listed = true;
    const bool of_cases = !m.topic.empty() && m.topic != "information";
    const bool acts = of_cases && same_family(m.topic, "licence") && m.topic.find("_info") == std::string_view::npos;
    if (m.topic == "application" || is_case(m.topic)) {
      m.indicators.clear();
      m.topic = m.role = {};
      m.unknown = true;
    } else if (acts) {
      m.soft = true;
    }
    return;
  }
  m.disclosed = m.topic != "application" && (m.role == "published" || w.published || m.topic == "information");
}

// Behind 其中 the applications are some of those before, however they came.
void MentionReader::parts_of(Mention& m, const ClauseBefore& w) {
  if (m.also || m.sum || m.full_stop) s_.parts = false;
  const bool whole =
      m.relation == Relation::none && m.topic == "application" && (m.role.empty() || m.role == "received");
  const bool first = m.part && s_.last >= 0 && out_.figures[size_t(s_.last)].topic == m.topic;
  if ((s_.parts || first) && whole && m.depth == 0 && !w.timed) m.soft = true;
  s_.parts = s_.parts || m.part;
}

// 信函、网络等渠道: the ones named are examples of all.
bool MentionReader::and_other_ways(const Token& last, const Token& first) const {
  const std::string_view between =
      text_.substr(first.folded.begin, std::max(last.folded.end, first.folded.end) - first.folded.begin);
  return between.find("等") != std::string_view::npos;
}

// 公民、法人和其他组织提出: whoever applies.
bool MentionReader::everybody(const Token& asks) const {
  if (&asks == tokens_.data()) return false;
  const Token& t = *(&asks - 1);
  return t.is(Sense::glue) && said(t).substr(0, 6) == "公民" && said(t).find("组织") != std::string_view::npos;
}

// 公民、法人提交的申请26件: both kinds together are all there are.
void MentionReader::all_applicants(std::vector<const Token*>& roles, std::vector<uint8_t>& joined) const {
  const auto has = [&](bool natural) {
    return std::any_of(roles.begin(), roles.end(),
                       [&](const Token* t) { return applicant(t->meaning) && (t->meaning == "natural") == natural; });
  };
  // 通过信函、网络等渠道收到26件
  size_t ways = 0;
  bool received = false;
  for (const Token* t : roles) {
    const bool other = t != roles.front() && a_way(t->meaning);
    ways += a_way(t->meaning) && (!other || roles.front()->meaning != t->meaning);
    received = received || (t->meaning == "received" && t->sense == Sense::role);
  }
  const bool all_ways = ways > 1 && received && and_other_ways(*roles.front(), *roles.back());
  if (all_ways) {
    roles.erase(std::remove_if(roles.begin(), roles.end(), [](const Token* t) { return a_way(t->meaning); }),
                roles.end());
    joined.assign(roles.size(), false);
  }
  if (!has(true) || !has(false)) return;
  roles.erase(std::remove_if(roles.begin(), roles.end(), [](const Token* t) { return applicant(t->meaning); }),
              roles.end());
  if (roles.empty()) roles.push_back(&kReceived);
  joined.assign(roles.size(), false);
}

// 信函和网络申请7件: several ways together, and nothing of the ways is said.
void MentionReader::all_ways(std::vector<const Token*>& roles, std::vector<uint8_t>& joined) const {
  const auto way = [](const Token* t) { return a_way(t->meaning); };
  const bool several = std::any_of(roles.begin(), roles.end(), [&](const Token* t) {
    return a_way(t->meaning) && std::any_of(roles.begin(), roles.end(), [&](const Token* o) {
             return a_way(o->meaning) && o->meaning != t->meaning;
           });
  });
  if (!several || roles.size() == size_t(std::count_if(roles.begin(), roles.end(), way))) return;
  roles.erase(std::remove_if(roles.begin(), roles.end(), way), roles.end());
  joined.assign(roles.size(), false);
}

// 新收和上年结转的申请共54件: all that there was to handle.
void MentionReader::all_due(std::vector<const Token*>& roles, std::vector<uint8_t>& joined) const {
  for (size_t k = 1; k < roles.size(); ++k) {
    const std::string_view a = roles[k]->meaning, b = roles[k - 1]->meaning;
    const auto came = [](std::string_view r) { return r == "new" || r == "received"; };
    const auto carried = [](std::string_view r) { return r == "carried" || r == "carried_in"; };
    if (!joined[k] || !((came(a) && carried(b)) || (came(b) && carried(a)))) continue;
    roles = {&kDue};
    joined = {false};
    return;
  }
}

// 逾期不补正等其他处理77件: of the group or of the one, so that nothing is held against it.
static bool one_and_others(const ClauseBefore& w, const std::vector<const Token*>& roles) {
  return w.others && roles.size() == 2 && rank_of(*roles[0]) == 2 && rank_of(*roles[1]) == 3;
}

// 因本机关不掌握、没有现成信息等原因无法提供26件: for all reasons of the group.
bool MentionReader::all_reasons(const ClauseBefore& w, std::vector<const Token*>& roles,
                                std::vector<uint8_t>& joined) const {
  if (one_and_others(w, roles)) {
    roles.resize(1);
    joined.resize(1);
    return false;
  }
  if (roles.size() < 3 || rank_of(*roles.front()) != 2) return false;
  const std::string_view group = roles.front()->meaning;
  for (size_t k = 1; k < roles.size(); ++k)
    if (rank_of(*roles[k]) != 3 || roles[k]->meaning.substr(0, group.size()) != group) return false;
  // 因不掌握、需另行制作而无法提供: of these together.
  if (!w.others) {
    roles.erase(roles.begin());
    joined.erase(joined.begin());
    return false;
  }
  roles.resize(1);
  joined.assign(1, false);
  return true;
}

}  // namespace gouji
