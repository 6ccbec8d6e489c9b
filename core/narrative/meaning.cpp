// Which indicator a topic and the roles beside a figure mean.
#include <algorithm>

#include "order.h"

#include "narrative/mention_reader.h"

namespace gouji {

int rank_of(Sense sense, std::string_view role) {
  if (role.empty() || sense == Sense::general) return 0;
  constexpr std::string_view kPlain[] = {"received", "new",       "closed", "answered", "issued",  "published",
                                         "decided",  "collected", "due",    "in_force", "repealed"};
  if (std::find(std::begin(kPlain), std::end(kPlain), role) != std::end(kPlain)) return 1;
  // One item of a group says more than the group: 因行政执法案卷不予公开.
  return role.find('.') != std::string_view::npos ? 3 : 2;
}

// 行政许可和行政处罚信息: of both.
static std::string_view without_info(std::string_view topic) {
  constexpr std::string_view kInfo = "_info";
  const size_t at = topic.find(kInfo);
  return at == std::string_view::npos ? topic : topic.substr(0, at);
}

bool same_family(std::string_view a, std::string_view b) {
  a = without_info(a);
  b = without_info(b);
  constexpr std::string_view kFamilies[][3] = {
      {"review", "litigation", ""}, {"licence", "penalty", "coercion"}, {"regulation", "normative", ""}};
  return std::any_of(std::begin(kFamilies), std::end(kFamilies), [&](const auto& f) {
    return std::find(std::begin(f), std::end(f), a) != std::end(f) &&
           std::find(std::begin(f), std::end(f), b) != std::end(f);
  });
}

bool is_case(std::string_view topic) {
  return topic == "review" || topic == "litigation" || topic == "direct" || topic == "after";
}

// 线下公开2776条: how information is published, and not how somebody asks for it.
bool a_way(std::string_view role) {
  return role == "in_person" || role == "fax" || role == "online" || role == "letter";
}

// Whether the figure before it in the sentence counts reviews or lawsuits.
bool MentionReader::last_is_case() const {
  if (s_.last < 0) return false;
  const Mention& last = out_.figures[size_t(s_.last)];
  return last.sentence == sentence_ && is_case(last.topic);
}

// 接待咨询230次，全年办结51件; 清理文件72件，全年制发9件: behind something else, of what was spoken of before.
bool MentionReader::again(Mention& m, const ClauseBefore& w, const std::vector<const Token*>& order) const {
  if (order.empty() || !w.topics.empty() || w.any_thing || m.gap || m.part || m.also || m.depth > 0 ||
      !(m.total || w.timed))
    return false;
  const std::string_view role = order.front()->meaning;
  const std::string_view of = application_said_ ? std::string_view("application") : std::string_view();
  for (const std::string_view topic : {s_.strong, of}) {
    const Indicator* const found = topic.empty() ? nullptr : find_indicator(topic, role);
    if (found == nullptr || rank_of(*order.front()) != 1) continue;
    m.topic = topic;
    m.role = role;
    m.indicators = {found};
    m.soft = true;
    return true;
  }
  return false;
}

void MentionReader::choose(Mention& m, std::string_view topic, const ClauseBefore& w,
                           const std::vector<const Token*>& roles, const std::vector<uint8_t>& joined, bool behind) {
  m.topic = topic;
  std::vector<const Token*> order = roles;
  put_in_order(order.begin(), order.end(), [](const Token* x, const Token* y) { return rank_of(*x) > rank_of(*y); });
  if (topic == kUnknown && again(m, w, order)) return;
  if (topic == kUnknown) {
    m.unknown = true;
    m.topic = {};
    if (!order.empty()) m.role = order.front()->meaning;
    return;
  }
  // 对答复不服提起行政复议: what was answered is why.
  if (is_case(topic))
    order.erase(std::remove_if(order.begin(), order.end(), [](const Token* t) { return t->meaning == "answered"; }),
                order.end());
  for (const Token* t : order) {
    std::string_view of = topic;
    std::string_view role = t->meaning;
    const bool cases = is_case(of);
    // 县统计局未发生诉讼。全县结转下年3件: a new matter, and cases are not carried over.
    if (cases && role == "carried_out" && !s_.named && said(*t).find("转") != std::string_view::npos &&
        !last_is_case() && w.topics.empty())
      of = "application";
    else if (cases && role == "carried_out")
      role = "pending";
    // 复议机关维持19件，作其他处理7件
    if (role == "other" && last_is_case()) role = "result_other";
    // 复议机关撤销1件
    if (said(*t) == "撤销" && is_case(of)) role = "corrected";
    // 复议后起诉案件其他结果1件
    for (const Token* path : order)
      if ((path->meaning == "direct" || path->meaning == "after") && find_indicator(path->meaning, role) != nullptr)
        of = path->meaning;
    if ((t->meaning == "direct" || t->meaning == "after") &&
        (topic == "direct" || topic == "after" || topic == "review" || topic.empty()))
      of = "litigation";
    // 满足公众对政府信息的需求；新收1268件
    if (of == "information" && w.topics.empty() && (role == "new" || role == "closed" || role == "answered")) {
      of = "application";
      m.soft = m.soft || role != "new" || !application_said_;
    }
    if (of.empty() ||
        (find_indicator(of, role) == nullptr && rank_of(*t) >= 2 && (w.topics.empty() || of == "information"))) {
      const std::string_view own = topic_of_role(role);
      if (own.empty() && of.empty() && rank_of(*t) < 2) {
        of = "application";
        m.guessed = true;
      } else if (!own.empty() &&
                 (of.empty() ||
                  (!a_way(role) && (of == "information" || (own == "application" && role != "withdrawn") ||
                                    own == "staff" || (own == "information" && w.published))))) {
        of = own;
      }
    }
    const Indicator* const found = find_indicator(of, role);
    if (found == nullptr) continue;
    m.topic = of;
    m.role = role;
    m.indicators = {found};
    break;
  }
  if (m.indicators.empty()) {
    if (m.topic.empty()) return;
    // A topic alone: only where it stands beside the figure.
    const bool beside = m.near_topic;
    if (!beside || (!order.empty() && rank_of(*order.front()) >= 2)) {
      m.role = order.empty() ? std::string_view() : order.front()->meaning;
      m.unknown = m.role.empty();
      return;
    }
    if (const Indicator* const plain = find_indicator(m.topic, "plain")) m.indicators = {plain};
    if (!order.empty()) m.soft = true;
    const bool weak = !w.topics.empty() && w.topics.front()->meaning == "weak";
    if (weak && (w.gap_inside || m.part || m.depth > 0)) m.soft = true;
  }
  together(m, w, roles, joined, behind);
}

// 行政复议、行政诉讼共11件; 无法提供和不予处理合计14件.
void MentionReader::together(Mention& m, const ClauseBefore& w, const std::vector<const Token*>& roles,
                             const std::vector<uint8_t>& joined, bool behind) {
  if (m.indicators.empty()) return;
  for (size_t k = 1; k < w.topics.size(); ++k) {
    const std::string_view other = w.topics[k]->meaning;
    if (!w.topic_joined[k] || other == m.topic || !same_family(other, m.topic)) break;
    if (const Indicator* const more = find_indicator(other, m.role)) m.indicators.push_back(more);
  }
  if (behind || roles.empty() || m.role != roles.front()->meaning) return;
  // An outcome beside another outcome; 不予公开（含行政执法案卷） has it already.
  for (const std::string_view role : w.included)
    if (m.topic == "application" && rank_of(Sense::role, m.role) == 2 && !applicant(m.role) && !applicant(role) &&
        role != m.role && role != "withdrawn")
      if (const Indicator* const more = find_indicator(m.topic, role)) m.indicators.push_back(more);
  for (size_t k = 1; k < roles.size(); ++k) {
    if (!joined[k] || rank_of(*roles[k]) < 2 || roles[k]->meaning == m.role) break;
    const Indicator* const more = find_indicator(m.topic, roles[k]->meaning);
    if (more == nullptr) break;
    m.indicators.push_back(more);
  }
}

}  // namespace gouji
