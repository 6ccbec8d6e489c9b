// What a figure counts: topic and role, and what makes it doubtful.
#include <algorithm>

#include "narrative/mention_reader.h"

namespace gouji {

// Finds topic, role and what they mean. Gives the token behind the last one used.
size_t MentionReader::subject(size_t i, Mention& m, const ClauseBefore& w, const ClauseAfter& a) {
  size_t end = i + 1;
  if (respective(i, m, w)) return end;
  if (m.each) {
    m.unknown = true;
    return end;
  }
  if (elliptic(m, w, a)) return end;
  // 个人41件、单位9件
  if (bare_units(i, w) && s_.last >= 0 && out_.figures[size_t(s_.last)].sentence == sentence_ &&
      out_.figures[size_t(s_.last)].depth == m.depth && out_.figures[size_t(s_.last)].role == "natural") {
    m.topic = "application";
    m.role = "organisation";
    m.indicators = {find_indicator(m.topic, m.role)};
    return end;
  }
  bool behind = false;
  std::string_view topic = s_.topic;
  m.shared = w.shared;
  m.near_topic = !w.topics.empty() || (w.happened && same_family(topic, "review"));
  std::vector<const Token*> roles = w.roles;
  std::vector<uint8_t> joined = w.role_joined;
  const bool bare = w.topics.empty() && !w.thing && !w.gap_adjacent;
  if (bare && !a.topics.empty() && !a.gap_first && !a.thing) {
    const Token& t = *a.topics.front();
    // 没有一件引发行政复议，16件申请: the reviews were denied, and nothing was counted of them.
    const bool of_cases =
        (s_.topic == "review" || s_.topic == "litigation") && (last_is_case() || denied_ <= sentence_begin_);
    topic = t.meaning != "weak" ? t.meaning : of_cases ? s_.topic : std::string_view("application");
    m.near_topic = true;
    behind = true;
  } else if (bare && (a.gap_first || a.thing)) {
    // 收到22件群众来信; but 新收的50件合并管理.
    const bool own = a.gap_first && !a.thing && topic == "application" && !roles.empty() &&
                     roles.front()->meaning != "received" && roles.front()->sense == Sense::role;
    if (!own) topic = kUnknown;
    m.soft = m.soft || own;
  }
  if (!behind && (w.gap_adjacent || w.thing) && !(w.thing && !roles.empty() && rank_of(*roles.front()) >= 2))
    topic = kUnknown;
  // Roles: before the figure, behind it, or in an earlier clause that has no figure of its own.
  const bool specific = std::any_of(roles.begin(), roles.end(), [](const Token* t) { return rank_of(*t) >= 2; });
  if (!a.roles.empty() && !a.gap_first && !a.thing &&
      (roles.empty() || (!specific && rank_of(*a.roles.front()) >= 2))) {
    if (roles.empty() || topic != kUnknown || !w.gap_adjacent) {
      roles.insert(roles.begin(), a.roles.begin(), a.roles.end());
      joined.assign(roles.size(), false);
      behind = true;
    }
  }
  if (behind) end = a.end;
  if (m.noun.empty() && !a.topics.empty() && !a.gap_first) m.noun = slice(text_, a.topics.front()->folded);
  if (roles.empty() && a.why && s_.topic == "application" && !w.gap_adjacent && !w.thing) {
    topic = s_.topic;
    roles = {a.next};
    joined = {false};
    m.soft = true;  // perhaps not all that are left
  }
  if (roles.empty() && !w.gap_adjacent && !w.thing) {
    roles = w.far_roles;
    joined.assign(roles.size(), false);
  }
  const bool of_it = a.next_year < 0 || topic == "application";
  if (roles.empty() && a.next != nullptr && (s_.topic == "application" || topic == "application") && of_it &&
      !w.gap_adjacent && !w.thing) {
    roles = {a.next};
    joined = {false};
  }
  all_applicants(roles, joined);
  all_ways(roles, joined);
  all_due(roles, joined);
  const bool group = all_reasons(w, roles, joined);
  carried_year(m, w, a, roles);
  const auto general = [](const Token* t) { return t->sense == Sense::general; };
  // 尚有1件行政诉讼: those that are pending; 年末尚有3件申请在法定期限内: those that are carried out.
  const bool cases = same_family(topic, "review");
  if (w.left && ((cases && roles.empty()) ||
                 (topic == "application" && w.ended && !s_.past && std::all_of(roles.begin(), roles.end(), general)))) {
    roles = {cases ? &kPending : &kCarriedOut};
    joined = {false};
  }
  // 维持41件、纠正9件、其他12件: the other results.
  // 商业企业96件、其他13件: the other organisations.
  // 不予处理5件；其他2件: handled otherwise, or whatever is left.
  if (roles.empty() && other_of(i)) {
    const std::string_view last = out_.figures[size_t(s_.last)].role;
    const bool outcome = last == "declined" || last == "unable" || last == "denied";
    roles = {outcome ? &kOtherHandling : applicant(last) ? &kOtherApplicant : &kOtherResult};
    joined = {false};
    m.soft = outcome || figures_[m.figure].unsure;
  }
  choose(m, topic, w, roles, joined, behind);
  doubt(i, m, w);
  if (group && !w.gap_inside && !w.soft) m.soft = s_.subset;
  inherit(m, w);
  // 规章3部的正式版本
  if ((a.gap_first || a.thing) && text_.substr(figures_[m.figure].place.end, 3) == "的") m.soft = true;
  linked(m, w);
  if (behind && a.gap) m.soft = m.soft || a.gap_first;
  // 2件为企业查询自身数据: what they did is told, and not that all of theirs are meant.
  if (behind && applicant(m.role) && a.gap && !a.roles.empty() &&
      a.roles.front() + 1 < tokens_.data() + tokens_.size() && (a.roles.front() + 1)->kind == Token::gap)
    m.soft = true;
  if (m.topic.empty() && m.role.empty()) m.unknown = true;
  if (topic == kUnknown && !m.unknown) {
    s_.topic = kUnknown;  // it was of what had been spoken of before
  } else if (m.unknown && (w.gap_adjacent || w.thing || a.gap_first || a.thing) && !m.part && !m.depth) {
    s_.topic = kUnknown;
  } else if (m.role == "direct" || m.role == "after") {
    s_.topic = m.role;
  } else if (!m.topic.empty() && m.topic != kUnknown) {
    s_.topic = m.topic;
  }
  return end;
}

// 单位, and nothing else, before the figure.
bool MentionReader::bare_units(size_t i, const ClauseBefore& w) const {
  size_t k = i;
  while (k > w.begin && tokens_[k - 1].is(Sense::glue)) --k;
  return k == w.begin + 1 && tokens_[w.begin].kind == Token::gap && said(tokens_[w.begin]) == "单位";
}

// 其他 alone, behind a figure that is a result, or of one kind of applicants.
bool MentionReader::other_of(size_t i) const {
  size_t k = i;
  if (k > 0 && tokens_[k - 1].is(Sense::glue) && said(tokens_[k - 1]) == "类") --k;  // 其他类
  if (k < 2 || s_.last < 0 || !tokens_[k - 1].is(Sense::soft) || tokens_[k - 2].kind != Token::mark) return false;
  if (said(tokens_[k - 1]) != "其他" && said(tokens_[k - 1]) != "其它") return false;
  const Mention& before = out_.figures[size_t(s_.last)];
  return before.sentence == sentence_ && before.depth == tokens_[i].depth && before.indicators.size() == 1 &&
         (before.role == "declined" || before.role == "unable" || before.role == "denied" || before.role == "upheld" ||
          before.role == "corrected" || before.role == "pending" ||
          (applicant(before.role) && before.role != "natural" && before.role != "organisation"));
}

// 上半年收到申请19件，全年50件: nothing but another time is said, the rest is as before. 共计50件: of the same topic.
bool MentionReader::elliptic(Mention& m, const ClauseBefore& w, const ClauseAfter& a) {
  const bool bare = w.topics.empty() && w.roles.empty() && !w.thing && !w.gap_adjacent && !m.part && !m.also;
  if (!bare || !a.topics.empty() || !a.roles.empty() || a.gap_first || a.thing || s_.last < 0 || m.exact) return false;
  const Mention& before = out_.figures[size_t(s_.last)];
  if (before.sentence != m.sentence || before.depth != m.depth || before.unknown || before.indicators.size() != 1 ||
      before.relation != Relation::none || figures_[before.figure].unit != figures_[m.figure].unit)
    return false;
  if (w.timed && (!before.part || before.owner >= 0)) {
    m.topic = before.topic;
    m.role = before.role;
    m.indicators = before.indicators;
    m.soft = m.soft || before.modified;
    return true;
  }
  if (!m.sum || before.topic != "application") return false;
  m.topic = before.topic;
  m.indicators = {find_indicator(m.topic, "plain")};
  m.soft = true;
  return true;
}

// 38人次提出申请: people are no applications; 行政强制事项94项: what a list of powers has.
bool MentionReader::counted_as(const Mention& m) const {
  const Figure& f = figures_[m.figure];
  const bool cases = m.topic == "application" || is_case(m.topic);
  const bool acts = m.topic == "licence" || m.topic == "penalty" || m.topic == "coercion" || m.topic == "services";
  if (cases) return f.unit.empty() || (f.kind == "piece" && f.unit != "个");
  if (acts && !f.unit.empty() && f.kind != "piece") return false;
  return !acts || f.unit != "项" || m.role == "decided" || m.role == "handled" || m.role == "closed";
}

// Reviews and lawsuits are those over disclosure only where that is said: a body also reviews what others did.
void MentionReader::linked(Mention& m, const ClauseBefore& w) {
  // The terms of the form itself leave no doubt.
  if ((m.topic != "review" && m.topic != "litigation") || m.role == "direct" || m.role == "after") return;
  // 67件，连同上年未审结的2件，共69件: of which years the last are is not clear.
  if (m.past) {
    (m.owner >= 0 ? stack_.back() : s_).mixed = true;
    if (m.owner >= 0) out_.figures[size_t(m.owner)].soft = true;
  } else if (s_.mixed && !(w.timed && rank_of(Sense::role, m.role) < 2 && m.role != "closed")) {
    m.soft = true;
  }
  // None at all is none over disclosure.
  if (figures_[m.figure].value.units == 0) return;
  // 政府信息公开行政诉讼43件。维持25件…: the results of those.
  bool said_so = s_.linked || (cases_linked_ && w.topics.empty());
  for (size_t k = w.begin; k < m.token && !said_so; ++k)
    said_so = tokens_[k].is(Sense::glue) && said(tokens_[k]).find("信息公开") != std::string_view::npos;
  cases_linked_ = said_so;
  if (!said_so && heading_topic_ != "application" && !application_said_ && !in_part_four_) m.soft = true;
}

}  // namespace gouji
