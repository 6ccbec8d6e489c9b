// What makes it doubtful that a figure is all of what the table counts.
#include <algorithm>

#include "narrative/mention_reader.h"
#include "text/lines.h"

namespace gouji {

// 涉及其他事项的行政复议8件、行政诉讼3件; 减免信息处理费2件、380元: what is said of the first is said of the second.
bool MentionReader::doubtful_before(const Mention& m, const ClauseBefore& w) const {
  if (s_.last < 0 || !m.enumerated || !w.roles.empty()) return false;
  const Mention& before = out_.figures[size_t(s_.last)];
  if (before.sentence != sentence_ || before.depth != m.depth || !before.modified || before.topic.empty()) return false;
  const bool money = figures_[m.figure].measure == Measure::money;
  return money ? w.topics.empty() && before.topic == m.topic
               : same_family(before.topic, "review") && same_family(m.topic, "review");
}

// 依申请公开2条、免予公开0条; 主动公开88件、依申请公开12件、不予公开20件: what documents are marked with, and nobody
// asked for.
void MentionReader::documents(Mention& m, const ClauseBefore& w) {
  const std::string_view by = w.topics.empty() ? std::string_view() : said(*w.topics.front());
  if (m.topic == "application" && m.role.empty() && w.roles.empty() && !m.sum && by.substr(0, 9) == "依申请") {
    const Figure& f = figures_[m.figure];
    const Mention* const before = s_.last < 0 ? nullptr : &out_.figures[size_t(s_.last)];
    s_.marked = s_.marked || (before != nullptr && before->sentence == m.sentence && before->shown &&
                              figures_[before->figure].unit == f.unit);
    m.soft = m.soft || s_.marked || f.unit == "条" || ends_with(by, "信息");
  }
  if (s_.marked && rank_of(Sense::role, m.role) == 2) m.soft = true;
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
  documents(m, w);
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
  // 清理文件72件，制发9件: those are this year's.
  if (s_.cleared && m.role != "issued" && (m.topic == "normative" || m.topic == "regulation")) m.soft = true;
  // 上年结转中自然人49件: a row and a column, and neither's total.
  const auto across = [&](const Token* t) {
    return rank_of(*t) >= 2 && t->meaning != "withdrawn" && applicant(t->meaning) != applicant(m.role);
  };
  if (rank_of(Sense::role, m.role) >= 2 && m.topic == "application" &&
      std::any_of(w.roles.begin(), w.roles.end(), across))
    m.soft = true;
}

}  // namespace gouji
