// Statements without figures: 未发生行政复议, 全部办结, 均为自然人申请.
#include <algorithm>

#include "narrative/mention_reader.h"
#include "text/utf8.h"

namespace gouji {

void MentionReader::statement(size_t i, bool all) {
  // Nothing but what stands up to the next mark; a figure there says the rest itself.
  std::vector<const Token*> topics, roles;
  bool gap = false, soft = false, thing = false, in_time = false;
  size_t k = i + 1;
  const std::string_view word = slice(text_, tokens_[i].folded);
  if (tokens_[i].is(Sense::role)) roles.push_back(&tokens_[i]);  // 全部予以公开
  if (i < (all ? affirmed_ : denied_)) return;  // 没有超期未答复的, 全部申请均已办结: the first says it
  for (; k < tokens_.size(); ++k) {
    const Token& t = tokens_[k];
    if (t.kind == Token::figure && figures_[t.index].quantity()) return;
    if (t.is(',') || t.is(';') || t.kind == Token::stop || t.is(U'。') || t.is('(') || t.is(')') || t.is(':')) break;
    if (t.kind == Token::gap) gap = true;
    if (t.is(Sense::topic)) topics.push_back(&t);
    // 未发生复议、诉讼和投诉: one of those denied, and not what they are about.
    if (t.is(Sense::thing) && (all || topics.empty() || !joins(tokens_[k - 1]))) thing = true;
    if (t.sense == Sense::role || t.sense == Sense::general) {
      if (t.kind == Token::word) roles.push_back(&t);
    }
    if (t.is(Sense::soft) || t.is(Sense::none)) soft = true;
    if (t.is(Sense::when) && t.meaning == "next") soft = true;
    if (t.is(Sense::within) || (t.is(Sense::who, "court") && !own_case()) || t.is(Sense::who, "others")) soft = true;
  }
  (all ? affirmed_ : denied_) = k;
  const std::string_view said =
      text_.substr(tokens_[i].folded.begin, tokens_[k - 1].folded.end - tokens_[i].folded.begin);
  in_time = said.find("期") != std::string_view::npos || said.find("时") != std::string_view::npos;
  Statement s{};
  s.sentence = sentence_;
  s.token = uint32_t(i);
  s.folded = {tokens_[i].folded.begin, tokens_[k - 1].folded.end};
  s.in_time = in_time;
  const auto has = [&](std::string_view meaning) {
    return std::any_of(roles.begin(), roles.end(), [&](const Token* t) { return t->meaning == meaning; });
  };
  // 上年无结转: what would have come in.
  const bool came = !all && i > 0 && tokens_[i - 1].is(Sense::when, "past") && roles.size() == 1 && has("carried");
  if (came) roles = {&kCarriedIn};
  const bool other_time = !came && (s_.other_time || s_.past);
  s.soft = soft || s_.except || s_.other_body || s_.part_body || s_.of_others || other_time ||
           (s_.past_next && i > 0 && tokens_[i - 1].is('(')) || thing || (gap && !all) || s_.excluded ||
           of_somebody(i) || (!all && of_figure(i)) || (all && s_.mixed) || (!all && follows_from_some(i));
  if (all) {
    if (word == "件件" || thing) return;
    if (has("natural")) {
      if (beside_others(roles)) return;
      s.kind = Statement::all_natural;
    } else if (has("upheld")) {
      s.kind = Statement::all_upheld;
      // 行政复议和行政诉讼均获维持: of both.
      for (const std::string_view of : cases_before(i)) s.indicators.push_back(find_indicator(of, "plain"));
      if (s.indicators.empty()) both_cases(s);
    } else if (has("closed") || has("answered") || has("on_time")) {
      s.kind = Statement::all_closed;
      s.soft = s.soft || gap || of_some(i);
    } else if (has("granted")) {
      // 全部予以公开或部分公开
      if (std::any_of(roles.begin(), roles.end(),
                      [](const Token* t) { return t->meaning != "granted" && rank_of(*t) >= 2; }))
        return;
      s.kind = Statement::all_granted;
      s.soft = s.soft || gap || of_some(i) || published_ones(i);
    } else if (roles.size() == 1 && roles[0]->meaning.find('.') != std::string_view::npos) {
      // 不予处理3件，均为重复申请
      s.kind = Statement::all_of_one;
      s.role = roles[0]->meaning;
      s.soft = s.soft || of_some(i);
    } else {
      return;
    }
    s.topic = topics.empty() ? s_.topic : topics.back()->meaning;
    if (s.topic == "weak") s.topic = s_.topic == "review" || s_.topic == "litigation" ? s_.topic : "application";
    if (s.kind == Statement::all_natural && s.topic.empty()) s.topic = "application";
    out_.statements.push_back(s);
    return;
  }
  s.kind = Statement::none;
  nothing(i, s, topics, roles);
  if (!s.indicators.empty()) out_.statements.push_back(s);
}

// 来自自然人和企业: the ones are not all.
bool MentionReader::beside_others(const std::vector<const Token*>& roles) const {
  return std::any_of(roles.begin(), roles.end(), [&](const Token* t) {
    return applicant(t->meaning) && (t->meaning != "natural" || joins(t[-1]) || joins(t[1]));
  });
}

// The kinds of cases that the clause names before the statement.
std::vector<std::string_view> MentionReader::cases_before(size_t i) const {
  std::vector<std::string_view> out;
  for (size_t k = i; k-- > s_.from;) {
    const Token& t = tokens_[k];
    if (t.is(',') || t.is(';') || t.is(U'。') || t.kind == Token::stop || t.kind == Token::figure) break;
    if (t.is(Sense::topic) && same_family(t.meaning, "review") &&
        std::find(out.begin(), out.end(), t.meaning) == out.end())
      out.push_back(t.meaning);
  }
  return out;
}

// 行政复议5件、行政诉讼1件，均为结果维持: of both.
void MentionReader::both_cases(Statement& s) const {
  if (s_.last < 1) return;
  const Mention &last = out_.figures[size_t(s_.last)], &before = out_.figures[size_t(s_.last) - 1];
  if (before.sentence != sentence_ || last.sentence != sentence_ || before.depth != last.depth || last.semicolon ||
      before.topic == last.topic || before.soft)
    return;
  for (const Mention* m : {&before, &last}) {
    if (!is_case(m->topic) || !m->role.empty() || m->indicators.size() != 1) return s.indicators.clear();
    s.indicators.push_back(m->indicators[0]);
  }
}

// 科研机构、社会公益组织均无申请: who did not apply.
std::vector<std::string_view> MentionReader::applicants_before(size_t i) const {
  std::vector<std::string_view> out;
  for (size_t k = i; k-- > s_.from;) {
    const Token& t = tokens_[k];
    if (t.kind == Token::figure || t.kind == Token::gap || t.is(Sense::topic) || t.is(Sense::thing)) return {};
    if (t.kind == Token::stop || (t.kind == Token::mark && !joins(t))) break;
    if (t.is(Sense::role) && !applicant(t.meaning)) return {};
    if (t.is(Sense::role)) out.push_back(t.meaning);
  }
  return out;
}

// 有6件行政诉讼未作出判决: of those.
bool MentionReader::of_figure(size_t i) const {
  for (size_t k = i; k > s_.from && tokens_[k - 1].kind != Token::mark && tokens_[k - 1].kind != Token::stop; --k)
    if (is_quantity(tokens_[k - 1])) return true;
  return s_.from > 0 && s_.from == i && is_quantity(tokens_[i - 1]);
}

// 答复有误的2件均已更正，未引发复议: those did not.
bool MentionReader::follows_from_some(size_t i) const {
  if (s_.last < 0 ||
      (said(tokens_[i]).find("引") == std::string_view::npos && !tokens_[i + 1].is(Sense::glue, "cause")))
    return false;
  const Mention& last = out_.figures[size_t(s_.last)];
  return last.sentence == sentence_ && (last.unknown || last.modified) && !last.total;
}

// 村（社区）未收到申请: of somebody whom no phrase knows.
bool MentionReader::of_somebody(size_t i) const {
  for (size_t k = i; k > s_.from; --k) {
    const Token& t = tokens_[k - 1];
    if (t.is(')') && t.pair >= 0 && size_t(t.pair) >= s_.from) {
      k = size_t(t.pair) + 1;
      continue;
    }
    if (t.kind == Token::mark || t.kind == Token::stop || t.kind == Token::figure) return false;
    if (t.kind == Token::gap && utf8::decode(text_, t.folded.begin).value >= U'一' && !own_word(said(t))) return true;
  }
  return false;
}

// 上年结转的均已办结, 涉及土地的申请全部答复: of some.
bool MentionReader::of_some(size_t i) const {
  for (size_t k = i; k > s_.from; --k) {
    const Token& t = tokens_[k - 1];
    if (t.is(',') || t.is(';') || t.is(U'。') || t.kind == Token::stop) return false;
    if (t.kind == Token::gap || t.is(Sense::thing) || t.is(Sense::soft)) return true;
    if (t.is(Sense::role) && rank_of(t) >= 2) return true;
  }
  return false;
}

// 属于公开范围的全部予以公开: of some, too.
bool MentionReader::published_ones(size_t i) const {
  for (size_t k = i; k > s_.from && tokens_[k - 1].kind != Token::mark; --k)
    if (tokens_[k - 1].is(Sense::role, "published")) return true;
  return false;
}

// 未收到单位和个人的申请: one of several who did not apply, so nobody did.
bool MentionReader::joined_to_others(size_t i) const {
  for (size_t k = i + 1; k < tokens_.size() && tokens_[k].kind != Token::stop; ++k) {
    const Token& t = tokens_[k];
    if (t.is(',') || t.is(';') || t.is(U'。')) return false;
    if (t.is(Sense::role) && applicant(t.meaning))
      return joins(tokens_[k - 1]) || (k > i + 2 && joins(tokens_[k - 2]) && tokens_[k - 1].is(Sense::glue));
  }
  return false;
}

void MentionReader::nothing(size_t i, Statement& s, std::vector<const Token*>& topics,
                            const std::vector<const Token*>& roles) {
  const std::string_view word = slice(text_, tokens_[i].folded);
  const std::vector<std::string_view> who = applicants_before(i);
  const bool plain = std::all_of(roles.begin(), roles.end(), [](const Token* t) { return rank_of(*t) < 2; }) &&
                     std::all_of(topics.begin(), topics.end(),
                                 [](const Token* t) { return t->meaning == "weak" || t->meaning == "application"; });
  if (!who.empty() && plain) {
    s.topic = "application";
    for (const std::string_view role : who) s.indicators.push_back(find_indicator(s.topic, role));
    return;
  }
  if (topics.empty() && roles.empty()) {
    const bool charged = word.find("收取") != std::string_view::npos;
    if (word != "均无" && word.find("零") == std::string_view::npos && !charged) return;
    for (size_t k = i; k > s_.from; --k) {
      const Token& t = tokens_[k - 1];
      if (t.is(U'。') || t.kind == Token::stop || t.is(';') || t.is(',')) break;
      if (t.is(Sense::topic)) topics.push_back(&t);
    }
    if (topics.empty()) return;
    s.soft = s.soft && !charged;
  }
  // The verb may be part of the word: 未收到, 未制发.
  struct Implied {
    std::string_view part, role;
  };
  constexpr Implied kImplied[] = {{"收到", "received"}, {"受理", "received"},  {"接", "received"},
                                  {"制发", "issued"},   {"制定", "issued"},    {"出台", "issued"},
                                  {"废止", "repealed"}, {"收取", "collected"}, {"作出", "decided"},
                                  {"办理", "decided"},  {"实施", "decided"},   {"采取", "decided"}};
  std::string_view implied;
  for (const Implied& x : kImplied)
    if (word.find(x.part) != std::string_view::npos) implied = x.role;
  // 尚未收到判决: no decision on those that there are.
  if (implied == "received" && topics.empty() && std::any_of(roles.begin(), roles.end(), [](const Token* t) {
        return t->meaning == "closed" || t->meaning == "answered";
      }))
    return;
  std::vector<std::string_view> names;
  for (const Token* t : topics) {
    std::string_view name = t->meaning;
    // 未收到行政许可申请: no applications for information.
    if (name == "weak" && !names.empty() && !same_family(names.back(), "review") && names.back() != "application")
      return;
    if (name == "weak") name = s_.topic == "review" || s_.topic == "litigation" ? std::string_view() : "application";
    if (name == "information") continue;
    if (!name.empty() && std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
  }
  std::string_view role = implied;
  bool natural = false, other = false;
  for (const Token* t : roles) {
    // 未收到法人申请公开的事项: who did not apply, and not what was decided.
    if (implied == "received" && rank_of(*t) >= 2 && !applicant(t->meaning) && (applicant(role) || a_way(role)))
      continue;
    // 没有属于国家秘密不予公开的: the reason says more than the group.
    if (role.empty() || rank_of(*t) >= std::max(2, rank_of(Sense::role, role))) role = t->meaning;
    natural = natural || t->meaning == "natural";
    other = other || (applicant(t->meaning) && t->meaning != "natural");
  }
  if (applicant(role) && ((natural && other) || joined_to_others(i))) role = "received";
  // 行政复议、行政诉讼中未出现被纠正的情形: of both.
  if (names.empty() && role == "corrected") names = cases_before(i);
  if (names.empty()) {
    const std::string_view own = topic_of_role(role);
    if (!own.empty()) {
      names.push_back(own);
    } else if (!s_.topic.empty() && s_.topic != kUnknown && !role.empty()) {
      names.push_back(s_.topic);
    } else {
      return;
    }
  }
  // 未发生因政府信息公开申请引起的行政复议、诉讼: the last are meant, what leads to them is not.
  if (names.size() > 1) {
    const std::string_view last = names.back();
    std::vector<std::string_view> kept;
    for (const std::string_view n : names)
      if (n == last || same_family(n, last)) {
        kept.push_back(n);
      } else if (n != "application") {
        s.soft = true;  // 因处罚引起的复议
      }
    names = kept;
  }
  s.topic = names.back();
  if (role == "new" && s.topic != "application") s.soft = true;
  for (const std::string_view n : names) {
    const Indicator* found = find_indicator(n, role);
    if (found == nullptr && role == "carried") found = find_indicator(n, "carried_in");
    // 未收到申请 denies them all; 未收取申请的费用 does not.
    const bool of_all = n != "application" || role == "received" || role == "handled" || role == "new" || role.empty();
    if (found == nullptr && of_all && rank_of(Sense::role, role) < 2) found = find_indicator(n, "plain");
    if (found == nullptr) return;
    s.indicators.push_back(found);
  }
}

}  // namespace gouji
