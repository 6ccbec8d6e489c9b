#include "narrative/mentions.h"

#include "narrative/mention_reader.h"

namespace gouji {
namespace {

constexpr size_t kNear = 64;  // tokens: brackets stand close to what they speak of

}  // namespace

Mentions MentionReader::read() {
  out_.figures.reserve(figures_.size());
  for (size_t i = 0; i < tokens_.size(); ++i) {
    const Token& t = tokens_[i];
    if (t.kind == Token::stop) {
      paragraph(i);
    } else if (t.is(U'。')) {
      // （二）依申请公开方面。全年…: the first sentence is the heading.
      if (in_heading_ && s_.last < 0 && s_.topic != kUnknown) heading_topic_ = s_.topic;
      in_heading_ = false;
      sentence(i + 1);
    } else if (t.is('(')) {
      owners_.push_back(owner_of(i));
      stack_.push_back(s_);
      s_.from = i + 1;
    } else if (t.is(')')) {
      leave();
    } else if (t.is(',')) {
      // 上年无结转，办结116件: the second is this year's again.
      // 没有一件引发行政复议，办结16件: what was denied is not what the next clause counts.
      if (denied_ == i && !before_denial_.empty() && before_denial_ != kUnknown) s_.topic = before_denial_;
      if (s_.past && denied_ == i && past_at_ < i && past_at_ >= s_.from) s_.past = s_.past_next = false;
      // A body that nothing was counted of was not the subject; 最多的是县水务局，14件: what follows is that body's.
      if (s_.last < 0 || out_.figures[size_t(s_.last)].token < part_at_) s_.part_body = false;
      if (names_holder(i)) {
        s_.part_body = true;
        part_at_ = i;
      }
    } else if (t.is(';')) {
      s_.other_body = s_.part_body = s_.other_time = s_.past = s_.past_next = s_.subset = false;
      s_.parts = s_.within = s_.of_cases = false;
      s_.row = {};
      if (s_.topic == "direct" || s_.topic == "after") s_.topic = "litigation";
    } else if (t.kind == Token::word) {
      observe(i);
    } else if (t.kind == Token::figure) {
      if (figures_[t.index].quantity()) {
        mention(i);
      } else {
        date(i);
      }
    }
  }
  return std::move(out_);
}

void MentionReader::paragraph(size_t i) {
  sentence(i + 1);
  ++paragraph_;
  const Token& t = tokens_[i];
  in_heading_ = t.what == 'h';
  if (t.what == 'h') heading_topic_ = {};
  if (t.what == 'e') heading_topic_ = s_.topic == kUnknown ? std::string_view() : s_.topic;
  application_said_ = cases_linked_ = false;
  if (t.what == 0) {
    heading_topic_ = {};
    // Sections and stops ascend together.
    const std::vector<Section>& sections = r_.outline.sections;
    while (section_ < sections.size() && sections[section_].folded.begin <= t.folded.begin) ++section_;
    const int named = section_ > 0 ? sections[section_ - 1].named : 0;
    in_part_four_ = named == 4;
    if (named == 3) heading_topic_ = "application";
  }
  s_.topic = heading_topic_;
  s_.of_others = false;
  s_.last = -1;
}

void MentionReader::sentence(size_t from) {
  while (!stack_.empty()) leave();
  const bool of_others =
      s_.last >= 0 && out_.figures[size_t(s_.last)].sentence == sentence_ &&
      (s_.first_held || out_.figures[size_t(s_.last)].held || out_.figures[size_t(s_.last)].modified);
  const std::string_view topic = s_.topic == "direct" || s_.topic == "after" ? "litigation" : s_.topic;
  const int32_t last = s_.last;
  s_ = {};
  s_.topic = topic;
  s_.last = last;
  s_.from = from;
  // 各部门共收到申请1499件。其中，网络申请1303件: of whom the sentence before speaks.
  // 予以公开966件 behind it, too; 结转下年3件 is an account of its own.
  const Token* const first = of_others && from < tokens_.size() ? &tokens_[from] : nullptr;
  s_.of_others = first != nullptr &&
                 (first->is(Sense::of) || first->is(Sense::all) ||
                  (first->is(Sense::role) && rank_of(*first) >= 2 && first->meaning.substr(0, 7) != "carried"));
  sentence_begin_ = from;
  ++sentence_;
}

void MentionReader::leave() {
  if (stack_.empty()) return;
  s_ = std::move(stack_.back());
  stack_.pop_back();
  owners_.pop_back();
}

// Brackets right behind a figure speak of it.
int32_t MentionReader::owner_of(size_t i) const {
  if (s_.last < 0) return -1;
  for (size_t k = i; k > s_.from && i - k < kNear; --k) {
    const Token& t = tokens_[k - 1];
    if (t.depth != tokens_[i].depth) continue;
    if (t.kind == Token::figure) return t.index == out_.figures[size_t(s_.last)].figure ? s_.last : -1;
    if (t.is(',') || t.is(';') || t.is(U'、') || t.is(':') || t.ends_sentence()) return -1;
  }
  // All of what follows the figure before was used up by it.
  return s_.from > 0 && out_.figures[size_t(s_.last)].sentence == sentence_ ? s_.last : -1;
}

// 个人申请的22件答复19件: right behind a figure that is of some.
bool MentionReader::follows_subset(size_t i) const {
  if (s_.last < 0) return false;
  const Mention& before = out_.figures[size_t(s_.last)];
  if (before.sentence != sentence_ || (rank_of(Sense::role, before.role) < 2 && before.role != "new")) return false;
  for (size_t k = before.token + 1; k < i; ++k)
    if (tokens_[k].kind == Token::mark) return false;
  return true;
}

// 近三年, “十四五”前四年: the years before these words are many.
bool MentionReader::many_years(const Figure& f) const {
  const std::string_view before = text_.substr(0, f.place.begin);
  for (const std::string_view w : {"近", "前", "过去", "头", "最近"})
    if (before.size() >= w.size() && before.substr(before.size() - w.size()) == w) return true;
  return false;
}

void MentionReader::mention(size_t i) {
  const Token& token = tokens_[i];
  const Figure& f = figures_[token.index];
  // 五年来, 三年间
  if (const std::string_view behind = text_.substr(f.place.end, 6);
      f.measure == Measure::span && f.unit == "年" && compare(f.value, {1, 0}) > 0 &&
      (behind == "以来" || behind.substr(0, 3) == "来" || behind.substr(0, 3) == "间" || many_years(f)))
    s_.other_time = true;
  Mention m;
  m.figure = token.index;
  m.token = uint32_t(i);
  m.sentence = sentence_;
  m.paragraph = paragraph_;
  m.depth = token.depth;
  m.owner = owners_.empty() ? -1 : owners_.back();
  // 自然人为主(131件), 商业企业(17件): what stands before the brackets is counted.
  const bool alone = m.owner < 0 && !stack_.empty() && i > 0 && tokens_[i - 1].is('(') && i + 1 < tokens_.size() &&
                     tokens_[i + 1].is(')') && f.counted();
  if (alone) s_.from = stack_.back().from;
  const ClauseBefore w = clause_before(alone ? i - 1 : i, m);
  const ClauseAfter a = clause_after(i);
  relation(i, m);
  m.past = s_.past || s_.past_next || moves_from(i);
  m.within = s_.within;
  m.row = s_.row;
  s_.within = a.within;
  m.wide = s_.own;
  m.held = s_.other_body || s_.part_body || s_.of_others;
  const bool derived = m.relation == Relation::share || m.relation == Relation::rate;
  // A percentage of figures that stand beside it holds whoever they are of.
  m.soft = m.soft || w.soft || f.unsure || (!derived && a.soft) || (m.relation == Relation::rate && rate_of_some(i));
  m.outside = derived && (m.held || s_.other_time);
  size_t end = i + 1;
  if (m.relation == Relation::none && f.counted()) end = subject(i, m, w, a);
  moved_to(i, m);
  if (m.relation == Relation::rate && s_.topic != kUnknown) m.topic = s_.topic;
  m.guessed =
      m.guessed || (m.relation == Relation::rate && s_.last >= 0 &&
                    out_.figures[size_t(s_.last)].sentence == sentence_ && out_.figures[size_t(s_.last)].guessed);
  // 办结网民留言857条，办结率91.65%: of what was counted last, and not of applications.
  m.outside = m.outside || (m.relation == Relation::rate && s_.topic == kUnknown);
  // 自然人申请占82%: the share says of whom.
  if (m.relation == Relation::share && !m.bare_share && !m.of_whole && !w.gap_adjacent && !w.thing &&
      !w.roles.empty() && rank_of(*w.roles.front()) >= 2) {
    std::vector<const Token*> roles = w.roles;
    std::vector<uint8_t> joined = w.role_joined;
    all_reasons(w, roles, joined);
    choose(m, s_.topic, w, roles, joined, false);
    if (w.others && roles.size() < w.roles.size()) m.reason = w.roles.back()->meaning;
  }
  if (figures_[m.figure].measure == Measure::percent && shares_of_items(i, m, w)) m.relation = Relation::share;
  disclosure(m, w);
  parts_of(m, w);
  m.modified = m.soft;
  // A subset is no whole: 其中11件办结, 50件中有47件办结.
  const bool process = m.role == "closed" || m.role == "answered" || m.role == "handled" || m.role == "received";
  if ((m.part || m.within || follows_subset(i)) && process && w.topics.empty()) m.soft = true;
  // 截至2024年底，累计受理320件: perhaps of all years.
  if ((s_.until || !s_.dated) &&
      slice(text_, {tokens_[w.begin].folded.begin, f.place.begin}).find("累计") != std::string_view::npos)
    m.soft = true;
  if (s_.last < 0 || out_.figures[size_t(s_.last)].sentence != sentence_) s_.first_held = m.held || w.foreign;
  m.elsewhere = !derived && (m.held || s_.other_time || s_.excluded || m.past);
  m.soft = m.soft || m.elsewhere;
  m.clause = {tokens_[w.begin].folded.begin, std::max(f.place.end, tokens_[end - 1].folded.end)};
  const std::string_view said = slice(text_, m.clause);
  m.rest = said.find("其他") != std::string_view::npos || said.find("其它") != std::string_view::npos ||
           said.find("其余") != std::string_view::npos;
  s_.past_next = false;
  s_.from = end;
  s_.last = int32_t(out_.figures.size());
  if (alone) {
    stack_.back().from = i + 2;
    stack_.back().last = s_.last;
  }
  out_.figures.push_back(std::move(m));
}

Mentions read_mentions(const Report& report, const std::vector<Figure>& figures, const std::vector<Token>& tokens) {
  return MentionReader(report, figures, tokens).read();
}

}  // namespace gouji
