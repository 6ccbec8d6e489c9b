// The words behind a figure that are said of it.
#include "narrative/mention_reader.h"

namespace gouji {

// Where they went, as the words behind a figure say: 1件因需征求意见，结转至2024年;
// 9件因征求第三方意见、补正等原因结转至 2025年, 16件正在征求意见，已转入下年: behind the reason.
void MentionReader::went_to(size_t i, ClauseAfter& a) const {
  const auto look = [&](size_t from, bool strict, bool comma) {
    constexpr size_t kFar = 32;
    const Token* to = nullptr;
    bool read = true;
    for (size_t k = from; k < tokens_.size() && k - from < kFar; ++k) {
      const Token& t = tokens_[k];
      if (is_quantity(t) && strict) a.next = nullptr;
      if (is_quantity(t) || t.kind == Token::stop || t.is(U'。') || t.is(';') || t.is('(') || (t.is(',') && comma))
        break;
      comma = comma || t.is(',');
      if (!read) continue;
      if (t.kind == Token::figure && to != nullptr && figures_[t.index].measure == Measure::date &&
          figures_[t.index].year != 0) {
        a.next = to;
        a.next_year = int32_t(t.index);
      }
      // The next clause says nothing else, or the rest of it is not read.
      read = !strict || (t.kind == Token::word && !t.is(Sense::none));
      if (!read) continue;
      // 尚在办理: that they are left is the reason itself.
      const bool moved = t.is(Sense::role, "carried_out") && (strict || said(t).find("办") == std::string_view::npos);
      if (moved && a.next == nullptr) a.next = &t;
      if (!t.is(Sense::glue)) to = moved || t.is(Sense::role, "carried") ? &t : nullptr;
    }
  };
  if (a.end < tokens_.size() && tokens_[a.end].is(',')) look(a.end + 1, true, true);
  if (a.next != nullptr || i + 1 >= tokens_.size()) return;
  const std::string_view first = said(tokens_[i + 1]);
  const bool why = cued(first, "cause", Cue::whole);
  if (why || cued(first, "still", Cue::begin)) look(i + 2, false, why);
  a.why = a.next != nullptr;
}

ClauseAfter MentionReader::clause_after(size_t i) const {
  ClauseAfter a;
  a.end = i + 1;
  bool first = true, timed = false, by = false, disputed = false;
  for (size_t k = i + 1; k < tokens_.size(); ++k) {
    const Token& t = tokens_[k];
    // 18个乡镇（街道）中
    if (t.is('(') && t.pair >= 0 && size_t(t.pair) + 1 < tokens_.size() &&
        tokens_[size_t(t.pair) + 1].is(Sense::within))
      a.within = true;
    if (t.kind == Token::mark || t.kind == Token::stop) break;
    if (t.kind == Token::figure) {
      const Figure& f = figures_[t.index];
      if (f.quantity()) {
        // What stands between two figures belongs to the second.
        if (!a.within) a = ClauseAfter{};
        a.end = i + 1;
        break;
      }
      if (f.measure == Measure::date && f.year != 0) {
        if (a.first_year == 0) a.first_year = f.year;
        a.year = f.year;
        if (carried_to(k)) a.year_figure = int32_t(t.index);
      }
      timed = true;
      a.end = k + 1;
      continue;
    }
    timed = timed || time_of_year(t);
    by = by || t.is(Sense::back);
    disputed = disputed || t.is(Sense::glue, "cause");
    if (by && other_body(k)) a.soft = true;  // 14件由县水务局承办
    if (t.kind == Token::gap) {
      if (first) a.gap_first = true;
      a.gap = true;
    } else if (t.sense == Sense::topic) {
      a.topics.push_back(&t);
    } else if (t.sense == Sense::role || t.sense == Sense::general) {
      a.roles.push_back(&t);
      if (disputed && rank_of(t) >= 2) a.soft = true;  // 2件为不服部分公开答复: what they dispute
      // 3件年底收到的申请: of those of some weeks.
      if (timed && (t.meaning == "received" || t.meaning == "new")) a.soft = true;
    } else if (t.sense == Sense::thing) {
      if (a.topics.empty() && a.roles.empty()) a.thing = true;
    } else if (t.sense == Sense::soft) {
      a.soft = true;
    } else if (t.sense == Sense::within) {
      a.within = true;
      a.end = k + 1;
      break;
    } else if (t.sense == Sense::rate || t.sense == Sense::share || t.sense == Sense::rise || t.sense == Sense::fall ||
               t.sense == Sense::than || t.sense == Sense::sum || t.sense == Sense::of || t.sense == Sense::all ||
               t.sense == Sense::none || t.sense == Sense::change) {
      break;  // belongs to the figure that follows
    }
    if (!t.is(Sense::glue)) first = false;
    a.end = k + 1;
  }
  went_to(i, a);
  return a;
}

}  // namespace gouji
