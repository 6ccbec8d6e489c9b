// Reads figure by figure what the words around it say. One pass; what was said is kept by sentence and by brackets.
#pragma once

#include "narrative/mentions.h"

namespace gouji {

inline constexpr std::string_view kUnknown = "?";  // a topic: something is counted that no table has

// How much a role says: of several beside one figure the one that says most is meant.
int rank_of(Sense sense, std::string_view role);
inline int rank_of(const Token& t) { return rank_of(t.sense, t.meaning); }

// Counted together and named in one go: 行政复议、行政诉讼; 规章、规范性文件.
bool same_family(std::string_view a, std::string_view b);

// 行政复议, 行政诉讼, and lawsuits by their way: what is counted in cases.
bool is_case(std::string_view topic);

// 自然人, 商业企业: who applies.
bool applicant(std::string_view role);

// 网络, 信函: how somebody asks.
bool a_way(std::string_view role);

// A role that no word says, but all of them together.
constexpr Token unsaid(std::string_view role) { return {Token::word, Sense::role, 0, 0, 0, -1, {}, role}; }
inline constexpr Token kReceived = unsaid("received"), kDue = unsaid("due"), kCarriedIn = unsaid("carried_in"),
                       kCarriedOut = unsaid("carried_out"), kPending = unsaid("pending"),
                       kOtherResult = unsaid("result_other"), kOtherApplicant = unsaid("other_organisation"),
                       kOtherHandling = unsaid("other");

struct Item {
  std::string_view topic, role;
};

// What has been said so far, within a sentence or within brackets.
struct State {
  std::string_view topic, strong;  // strong: the last that a word named in the sentence
  bool other_body = false, part_body = false, linked = false, own = false, other_time = false, past = false,
       past_next = false;
  bool first_held = false;  // what was counted first was of another body
  bool marked = false;      // 主动公开88件、依申请公开12件: what documents are marked with
  bool of_others = false;   // of another body, as the sentence before said
  bool subset = false;      // what was counted last were some of them
  bool cleared = false;     // 清理: files of many years
  bool except = false;      // 除3件外: what is said of all is said of the rest
  bool mixed = false;       // cases of other years were counted, too
  bool within = false;      // 50件中: what follows is part of it
  std::string_view row;     // 新收申请中: what follows is of these
  bool parts = false;       // 其中 was said: what follows are parts
  bool until = false;       // 截至2024年底
  bool since = false;       // 自2008年: so far, and up to this year
  bool excluded = false;    // 不含开发区: not of all
  bool of_cases = false;    // who applied is said of reviews or lawsuits
  bool named = false;       // what the sentence is about was said in it
  bool dated = false;       // 全年, 2024年: this year is named
  int32_t last = -1;        // the mention before
  size_t from = 0;          // tokens before this one are used up
  std::vector<Item> items = {};
  size_t item = 0, run = 0;
};

// What stands before a figure, back to the figure or the clause before; the nearest word first.
struct ClauseBefore {
  std::vector<const Token*> topics, roles, far_roles;  // far: in earlier clauses that have no figure of their own
  std::vector<uint8_t> topic_joined, role_joined;      // 、 or 和 stands between it and the one before
  std::vector<std::string_view> included;              // roles in brackets: （含部分公开）
  size_t begin = 0;                                    // the first token of the clause
  size_t respectively = 0;                             // 分别
  bool gap_adjacent = false, gap_inside = false, gap_first = false, thing = false, soft = false, content = false,
       shared = false, titled = false, any_thing = false, published = false, foreign = false, moved = false,
       timed = false,                                             // 全年, 2023年
      left = false,                                               // 尚有
      caused = false,                                             // 引发: what stands before it is why
      because = false, other_cause = false, known_cause = false,  // 因征地补偿引发; 因答复引发
      others = false,                                             // 等
      ended = false,                                              // 年末
      happened = false;  // 行政复议方面，全年发生6件: what the sentence is about
  int around_year = 0, reasons = 0;
  int32_t around_figure = -1;  // of the year
};

// What stands behind a figure, up to the next mark or figure.
struct ClauseAfter {
  std::vector<const Token*> topics, roles;
  bool gap_first = false, thing = false, soft = false, within = false, gap = false;
  size_t end = 0;
  int year = 0, first_year = 0;
  int32_t year_figure = -1;     // 结转至2025年
  int32_t next_year = -1;       // of the next clause
  const Token* next = nullptr;  // 其余7件在期限内，结转下年度: left over, as the next clause says
  bool why = false;             // 9件因征求意见、补正等原因结转至2025年: behind the reason
};

class MentionReader {
 public:
  MentionReader(const Report& r, const std::vector<Figure>& figures, const std::vector<Token>& tokens)
      : r_(r), text_(r.folded.text()), figures_(figures), tokens_(tokens), year_(r.outline.year.value_or(0)) {}

  Mentions read();

 private:
  const Report& r_;
  std::string_view text_;
  const std::vector<Figure>& figures_;
  const std::vector<Token>& tokens_;
  int year_;
  Mentions out_;
  State s_;
  std::vector<State> stack_;
  std::vector<int32_t> owners_;
  std::string_view heading_topic_, before_denial_;
  bool in_heading_ = false, application_said_ = false, in_part_four_ = false,
       cases_linked_ = false;  // the cases counted last were over disclosure
  uint32_t sentence_ = 0, paragraph_ = 0;
  size_t section_ = 0;  // the next section
  size_t sentence_begin_ = 0, part_at_ = 0, past_at_ = 0, denied_ = 0, affirmed_ = 0, apart_ = 0;

  std::string_view said(const Token& t) const { return slice(text_, t.folded); }
  bool is_quantity(const Token& t) const { return t.kind == Token::figure && figures_[t.index].quantity(); }

  // mentions.cpp: where things begin and end
  void paragraph(size_t i);
  void sentence(size_t from);
  void leave();
  int32_t owner_of(size_t i) const;
  void mention(size_t i);
  bool follows_subset(size_t i) const;
  bool many_years(const Figure& f) const;

  // scope.cpp: of whom and of when
  void observe(size_t i);
  bool fits(const Token& t) const;
  bool foreign(std::string_view gap) const;
  bool foreign_at(size_t k) const;
  bool other_body(size_t k) const;
  void except();
  void set_apart();
  bool beside_own(size_t i) const;
  bool compared(size_t i, bool& quoted) const;
  bool names_holder(size_t comma) const;
  bool names_own(std::string_view words) const;  // own_name.cpp
  bool own_name(size_t i) const;
  bool own_word(std::string_view words) const;
  bool only_own_gaps(size_t begin, size_t end) const;
  bool kind_alone(size_t i) const;
  bool own_case() const;
  std::string_view row_named(size_t i) const;
  void date(size_t i);

  // clause.cpp: the words around a figure
  bool joins(const Token& t) const;
  bool time_of_year(const Token& t) const;
  void included(size_t begin, size_t end, ClauseBefore& w) const;
  void near_word(const Token& t, ClauseBefore& w, Mention& m, bool near);
  bool a_principle(size_t first) const;
  ClauseBefore clause_before(size_t i, Mention& m);
  ClauseAfter clause_after(size_t i) const;
  void went_to(size_t i, ClauseAfter& a) const;

  // relation.cpp: 占, 增长, 办结率
  void relation(size_t i, Mention& m);
  bool of_somebody(size_t i) const;
  bool of_figure(size_t i) const;
  bool bare_units(size_t i, const ClauseBefore& w) const;
  bool moves_from(size_t i) const;
  void moved_to(size_t i, Mention& m) const;
  bool rate_of_some(size_t i) const;
  void name_whole(size_t i, Mention& m) const;
  bool bare(size_t k) const;

  // subject.cpp: what is counted
  size_t subject(size_t i, Mention& m, const ClauseBefore& w, const ClauseAfter& a);
  bool counted_as(const Mention& m) const;
  bool everybody(const Token& asks) const;
  bool other_of(size_t i) const;

  // doubt.cpp: whether all of what the table counts is meant
  bool doubtful_before(const Mention& m, const ClauseBefore& w) const;
  void documents(Mention& m, const ClauseBefore& w);
  void doubt(size_t i, Mention& m, const ClauseBefore& w);

  // disclosure.cpp: what is published, and what is said of all applicants
  void inherit(Mention& m, const ClauseBefore& w) const;
  void disclosure(Mention& m, const ClauseBefore& w) const;
  void parts_of(Mention& m, const ClauseBefore& w);
  void all_applicants(std::vector<const Token*>& roles, std::vector<uint8_t>& joined) const;
  void all_ways(std::vector<const Token*>& roles, std::vector<uint8_t>& joined) const;
  void all_due(std::vector<const Token*>& roles, std::vector<uint8_t>& joined) const;
  bool all_reasons(const ClauseBefore& w, std::vector<const Token*>& roles, std::vector<uint8_t>& joined) const;
  bool and_other_ways(const Token& last, const Token& first) const;
  bool elliptic(Mention& m, const ClauseBefore& w, const ClauseAfter& a);
  void linked(Mention& m, const ClauseBefore& w);

  // carried.cpp: from which year, and to which
  bool carried_to(size_t k) const;
  bool leads_to(int32_t figure) const;
  void carried_year(Mention& m, const ClauseBefore& w, const ClauseAfter& a, std::vector<const Token*>& roles);

  // meaning.cpp: topic and roles → indicators
  bool last_is_case() const;
  bool again(Mention& m, const ClauseBefore& w, const std::vector<const Token*>& order) const;
  void choose(Mention& m, std::string_view topic, const ClauseBefore& w, const std::vector<const Token*>& roles,
              const std::vector<uint8_t>& joined, bool behind);
  void together(Mention& m, const ClauseBefore& w, const std::vector<const Token*>& roles,
                const std::vector<uint8_t>& joined, bool behind);

  // respective.cpp: 分别为
  size_t run_length(size_t i) const;
  std::vector<Item> items_before(size_t i) const;
  bool respective(size_t i, Mention& m, const ClauseBefore& w);
  bool shares_of_items(size_t i, Mention& m, const ClauseBefore& w);

  // statements.cpp: 未发生, 全部
  void statement(size_t i, bool all);
  bool of_some(size_t i) const;
  bool beside_others(const std::vector<const Token*>& roles) const;
  std::vector<std::string_view> cases_before(size_t i) const;
  void both_cases(Statement& s) const;
  bool follows_from_some(size_t i) const;
  std::vector<std::string_view> applicants_before(size_t i) const;
  bool published_ones(size_t i) const;
  bool joined_to_others(size_t i) const;
  void nothing(size_t i, Statement& s, std::vector<const Token*>& topics, const std::vector<const Token*>& roles);
};

}  // namespace gouji
