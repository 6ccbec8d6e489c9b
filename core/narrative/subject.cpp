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

// 涉及其他事项的行政复议8件、行政诉讼3件; 减免信息处理费2件、380元: what is said of the first is said of the second.
bool MentionReader::doubtful_before(const Mention& m, const ClauseBefore& w) const {
  if (s_.last < 0 || !m.enumerated || !w.roles.empty()) return false;
  const Mention& before = out_.figures[size_t(s_.last)];
  if (before.sentence != sentence_ || before.depth != m.depth || !before.modified || before.topic.empty()) return false;
  const bool money = figures_[m.figure].measure == Measure::money;
  return money ? w.topics.empty() && before.topic == m.topic
               : same_family(before.topic, "review") && same_family(m.topic, "review");
}

// What makes it doubtful that all of what the table counts is meant.
void MentionReader::doubt(size_t i, Mention& m, const ClauseBefore& w) {
  if (!m.topic.empty() && doubtful_before(m, w)) m.soft = true;
  // 6件行政复议案件中，申请人为自然人的5件、企业的1件: who applied for those.
  if (applicant(m.role) && w.topics.empty()) {
    s_.of_cases = s_.of_cases || last_is_case();
    m.soft = m.soft || s_.of_cases;
  }
  // 受理低保申请35件，办结30件: some applications, and what follows is of them.
  const bool strong =
      std::any_of(w.topics.begin(), w.topics.end(), [](const Token* t) { return t->meaning != "weak"; });
  const bool things = w.any_thing && !strong && !w.topics.empty();
  if (strong || w.gap_first || things) s_.subset = (w.gap_first || things) && m.depth == 0;
  const bool acts = m.topic == "licence" || m.topic == "penalty" || m.topic == "coercion";
  // 收取不动产登记费、耕地开垦费等行政事业性收费: all of them.
  const bool and_such =
      !w.topics.empty() && w.topics.front() != tokens_.data() && said(*(w.topics.front() - 1)) == "等";
  if (m.topic == "fee" && and_such) return;
  if (m.topic == "fee" && m.gap && !only_own_gaps(w.begin, i)) m.soft = true;
  // 行政赔偿诉讼, 国家赔偿复议: a word that no phrase covers tells which.
  if (!w.topics.empty() && (same_family(m.topic, "review") || same_family(m.topic, "licence"))) {
    const Token* const t = w.topics.front();
    const Token* const gap = t > tokens_.data() ? t - 1 : nullptr;
    if (gap != nullptr && gap->kind == Token::gap && gap->folded.end == t->folded.begin && !own_word(said(*gap)))
      m.soft = true;
  }
  if (acts && ((m.role.empty() && m.gap) || w.reasons > 0)) m.soft = true;
  // 对126件行政许可开展核查: some, to which something else is done.
  if (rank_of(Sense::role, m.role) < 3 && i > 0 &&
      (said(tokens_[i - 1]) == "对" || said(tokens_[i - 1]) == "就" || said(tokens_[i - 1]) == "针对"))
    m.soft = true;
  if (w.left && m.role.empty()) m.soft = true;
  // 收到公民申请9件: 公民 often stands for all who apply.
  if (m.role == "natural" && !m.part && m.owner < 0 && w.roles.size() > 1 &&
      said(*w.roles.front()).substr(0, 6) == "公民" && w.roles.back()->meaning == "received")
    m.soft = true;
  // 涉及国家秘密的公文类信息: documents.
  if (w.any_thing && m.topic == "application" && !w.topics.empty() && w.topics.front()->meaning == "information")
    m.soft = true;
  if (w.moved) m.soft = true;  // 减少行政事业性收费20万元
  // 上年结转的申请中，无法提供2件: no total is of one row.
  if (!m.row.empty() && !applicant(m.role)) m.soft = true;
  // 建筑企业2件: some of them.
  if (m.role == "business" && !w.roles.empty() && w.roles.front() != tokens_.data()) {
    const Token* const before = w.roles.front() - 1;
    if (before->kind == Token::gap && before->folded.end == w.roles.front()->folded.begin) m.soft = true;
  }
  // 青石镇全年公开信息420条，办理申请2件: the second is the town's, too.
  if (w.foreign && tokens_[w.begin].kind == Token::gap && foreign_at(w.begin)) {
    s_.part_body = true;
    part_at_ = w.begin;
  }
  if (w.gap_first || w.titled || w.foreign || things || (s_.subset && !strong)) m.soft = true;
  // 因信息不存在无法提供8件: some of a group, for one reason.
  const bool group = m.role == "unable" || m.role == "denied" || m.role == "declined" || m.role == "other";
  if (group && m.indicators.size() == 1 && (w.gap_inside || w.reasons > 1)) m.soft = true;
  // 公开类答复25件
  if ((m.role == "answered" || m.role == "closed") && (w.published || w.reasons > 0)) m.soft = true;
  if (m.role.empty() && m.topic == "application" && figures_[m.figure].vague) m.soft = true;
  // 依申请公开2条、免予公开0条: what documents are marked with, and nobody asked for them.
  if (m.topic == "application" && m.role.empty() && w.roles.empty() && !w.topics.empty() && !m.sum) {
    const std::string_view by = said(*w.topics.front());
    const Figure& f = figures_[m.figure];
    const Mention* const before = s_.last < 0 ? nullptr : &out_.figures[size_t(s_.last)];
    s_.marked = s_.marked || (by.substr(0, 9) == "依申请" && before != nullptr && before->sentence == m.sentence &&
                              before->shown && figures_[before->figure].unit == f.unit);
    if (s_.marked ||
        (by.substr(0, 9) == "依申请" && (f.unit == "条" || by.find("公开信息") != std::string_view::npos ||
                                         by.find("政府信息", 9) != std::string_view::npos)))
      m.soft = true;
  }
  // 主动公开88件、依申请公开12件、不予公开20件: of the documents, too.
  if (s_.marked && rank_of(Sense::role, m.role) == 2) m.soft = true;
  // 委托律师提出的申请: some of them.
  if (!w.roles.empty() && w.roles.front()->sense == Sense::general && m.role == "received" &&
      !everybody(*w.roles.front()))
    m.soft = true;
  if (m.topic == "information" && m.gap) m.soft = true;
  if (!counted_as(m)) {
    m.soft = true;
    // 依申请公开等4个栏目
    if (figures_[m.figure].unit == "个" && m.role.empty()) m.indicators.clear();
  }
  if (s_.cleared && (m.topic == "normative" || m.topic == "regulation")) m.soft = true;
  // 上年结转中自然人49件: a row and a column, and neither's total.
  const auto across = [&](const Token* t) {
    return rank_of(*t) >= 2 && t->meaning != "withdrawn" && applicant(t->meaning) != applicant(m.role);
  };
  if (rank_of(Sense::role, m.role) >= 2 && m.topic == "application" &&
      std::any_of(w.roles.begin(), w.roles.end(), across))
    m.soft = true;
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
