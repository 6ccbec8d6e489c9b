// How a figure follows from others: 占, 增长, 办结率 before it.
#include "narrative/mention_reader.h"

namespace gouji {

// 占, 增长, 办结率 right before the figure.
void MentionReader::relation(size_t i, Mention& m) {
  bool to = false;
  for (size_t k = i; k > s_.from; --k) {
    const Token& t = tokens_[k - 1];
    if (t.depth != tokens_[i].depth) break;
    to = to || (t.is(Sense::glue) && (said(t) == "到" || said(t) == "至"));
    if (t.is(Sense::glue) || t.is(Sense::all)) continue;
    // 提升到95%: where it came to.
    if (to && (t.is(Sense::rise) || t.is(Sense::fall))) {
      m.to = true;
      break;
    }
    if (t.is(Sense::rise)) m.relation = Relation::rise;
    if (t.is(Sense::fall)) m.relation = Relation::fall;
    if (t.is(Sense::than) && figures_[tokens_[i].index].measure != Measure::count) m.than = true;
    // 占总数3000条的66.7%: the count is the whole.
    const Figure& f = figures_[tokens_[i].index];
    if (t.is(Sense::share) && !(f.counted() && !f.unit.empty())) {
      m.relation = Relation::share;
      m.bare_share = bare(k - 1);
    }
    if (t.is(Sense::rate)) {
      m.relation = Relation::rate;
      m.rate = t.meaning;
    }
    break;
  }
  // 占应办总数54件的94%
  if (s_.last >= 0 && i >= 2 && slice(text_, tokens_[i - 1].folded) == "的" && tokens_[i - 2].kind == Token::figure &&
      out_.figures[size_t(s_.last)].token == i - 2 && out_.figures[size_t(s_.last)].shared) {
    m.of_whole = m.bare_share = true;
    m.relation = Relation::share;
  }
  // 占总数的75%: the share stands a little before.
  if (m.relation == Relation::none && figures_[tokens_[i].index].measure == Measure::percent) {
    for (size_t k = i; k > s_.from; --k) {
      const Token& t = tokens_[k - 1];
      if (t.kind == Token::mark || t.ends_sentence()) break;
      if (t.is(Sense::share)) {
        m.relation = Relation::share;
        m.bare_share = bare(k - 1);
      }
      if (t.kind == Token::figure) {
        break;
      }
    }
  }
  // 予以公开18件（35.3%）: a share, unless what it stands behind moved.
  if (m.relation == Relation::none && figures_[tokens_[i].index].measure == Measure::percent && i > 0 &&
      tokens_[i - 1].is('(') && i + 1 < tokens_.size() && tokens_[i + 1].is(')') &&
      text_[tokens_[i].folded.begin - 1] == '(' && m.owner >= 0 &&
      out_.figures[size_t(m.owner)].relation == Relation::none) {
    m.relation = Relation::share;
    m.bare_share = m.bracketed = true;
  }
  if (m.relation == Relation::share && !m.of_whole) name_whole(i, m);
}

// 由4件增至6件: where it began.
bool MentionReader::moves_from(size_t i) const {
  if (i == 0 || !tokens_[i - 1].is(Sense::back)) return false;
  for (size_t k = i + 1; k < tokens_.size(); ++k)
    if (!tokens_[k].is(Sense::glue))
      return tokens_[k].is(Sense::change) || tokens_[k].is(Sense::rise) || tokens_[k].is(Sense::fall);
  return false;
}

// 行政复议由4件增至6件: what the second counts is what the first does.
void MentionReader::moved_to(size_t i, Mention& m) const {
  if (!m.to || m.relation != Relation::none || !m.indicators.empty() || s_.last < 0) return;
  const Mention& from = out_.figures[size_t(s_.last)];
  if (from.sentence != sentence_ || from.depth != m.depth || !moves_from(from.token) ||
      figures_[from.figure].unit != figures_[m.figure].unit)
    return;
  for (size_t k = from.token + 1; k < i; ++k)
    if (!tokens_[k].is(Sense::change) && !tokens_[k].is(Sense::glue) && !tokens_[k].is(Sense::rise) &&
        !tokens_[k].is(Sense::fall))
      return;
  m.topic = from.topic;
  m.role = from.role;
  m.indicators = from.indicators;
  m.unknown = from.unknown;
  m.soft = m.soft || from.modified;
}

// 书面答复率, 首次答复率: of those alone.
bool MentionReader::rate_of_some(size_t i) const {
  for (size_t k = i; k > s_.from; --k) {
    if (!tokens_[k - 1].is(Sense::rate)) continue;
    if (k < 2 || tokens_[k - 2].folded.end != tokens_[k - 1].folded.begin) return false;
    const Token& of = tokens_[k - 2];
    return of.kind == Token::gap || (of.is(Sense::role) && rank_of(of) >= 2);
  }
  return false;
}

// 占新收总量的33%, 占办结总数的44%: between 占 and the figure its whole is named.
void MentionReader::name_whole(size_t i, Mention& m) const {
  for (size_t k = i; k > s_.from; --k) {
    const Token& t = tokens_[k - 1];
    if (t.is(Sense::share)) {
      m.together = k > s_.from + 1 && tokens_[k - 2].is(Sense::sum);
      break;
    }
    // 占年度预算的6.8%: of something that the sentence has not named.
    constexpr size_t kFar = 600;
    const size_t from = t.folded.begin < kFar ? 0 : t.folded.begin - kFar;
    if (t.kind == Token::gap && text_.substr(from, t.folded.begin - from).find(said(t)) == std::string_view::npos &&
        !own_word(said(t)))
      m.soft = true;
    if (t.is(Sense::role) && rank_of(t) == 1) m.whole_role = t.meaning;
    if (t.is(Sense::topic, "application") || t.is(Sense::topic, "weak"))
      m.whole_role = m.whole_role.empty() ? "received" : m.whole_role;
  }
}

// 占 right behind a figure or at the start of its clause: a share of that figure, not of one that the clause names.
bool MentionReader::bare(size_t k) const {
  if (k == 0 || k <= s_.from) return true;
  const Token& t = tokens_[k - 1];
  if (t.is(Sense::glue)) return bare(k - 1);
  return t.is(',') || t.is('(') || t.is(U'、') || t.kind == Token::figure;
}

}  // namespace gouji
