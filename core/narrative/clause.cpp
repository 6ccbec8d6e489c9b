// The words before a figure that are said of it.
#include <algorithm>

#include "narrative/mention_reader.h"

namespace gouji {

bool MentionReader::joins(const Token& t) const {
  if (t.is(U'、')) return true;
  if (!t.is(Sense::glue)) return false;
  const std::string_view w = said(t);
  return w == "以及" || w == "和" || w == "及" || w == "与" || w == "或" || w == "或者";
}

void MentionReader::near_word(const Token& t, ClauseBefore& w, Mention& m, bool near) {
  switch (t.sense) {
    case Sense::topic:
      if (near && !w.thing) w.topics.push_back(&t);
      break;
    case Sense::thing:
      if (near && t.meaning == "act") m.act = true;
      if (near) w.any_thing = true;
      if (near && w.topics.empty() && w.roles.empty()) w.thing = true;
      break;
    case Sense::role:
    case Sense::general:
      (near ? w.roles : w.far_roles).push_back(&t);
      if (near && rank_of(t) >= 2) ++w.reasons;
      if (near && t.meaning == "published") w.published = true;
      break;
    case Sense::of:
      m.part = true;
      m.complete = m.complete || t.meaning == "all";
      break;
    case Sense::none:
      // 没有收到法人提出的申请，16件…: what is denied is not what the next clause counts.
      if (!near) w.far_roles.clear();
      // 还没有办结的申请共3件: what is left.
      if (near && !w.roles.empty() && w.roles.back()->folded.begin == t.folded.end) {
        const std::string_view what = w.roles.back()->meaning;
        if (what == "closed" || what == "answered")
          w.roles.back() = &kCarriedOut;
        else
          w.soft = true;
      }
      break;
    case Sense::exact: m.exact = true; break;
    case Sense::also: m.also = true; break;
    case Sense::change: m.to = true; break;
    case Sense::share:
      if (near) w.shared = true;
      break;
    case Sense::all:
      if (near) m.all = true;
      break;
    case Sense::rise:
    case Sense::fall:
      if (near) w.moved = true;
      break;
    case Sense::sum:
      if (near && (w.roles.empty() || said(t) != "共")) m.sum = true;
      break;
    case Sense::each:
      if (near && (t.meaning != "apiece" || &t == &tokens_[m.token - 1])) m.each = true;  // 各1件, not 各分局1件
      break;
    case Sense::than: m.than = true; break;
    case Sense::glue:
      if (near && t.meaning == "left") w.left = true;
      if (near && said(t) == "等") w.others = true;
      if (near && time_of_year(t) && said(t).find("初") == std::string_view::npos) w.ended = true;
      if (near && t.meaning == "act") m.act = true;
      if (near && (said(t) == "发生" || said(t) == "产生")) w.happened = true;
      break;
    case Sense::soft:
      if (near) w.soft = true;
      break;
    default: break;
  }
}

// 底, 年末, 12月下旬: a few weeks of the year.
bool MentionReader::time_of_year(const Token& t) const {
  if (!t.is(Sense::glue)) return false;
  const std::string_view w = said(t), last = w.substr(w.size() - 3);
  return last == "底" || last == "末" || last == "初" || last == "旬";
}

// 予以公开（含部分公开）25件: what the brackets before a figure add to what it counts.
void MentionReader::included(size_t begin, size_t end, ClauseBefore& w) const {
  if (!tokens_[begin].is(Sense::of)) return;
  for (size_t k = begin + 1; k < end; ++k) {
    if (tokens_[k].is(Sense::role) && rank_of(tokens_[k]) == 2) w.included.push_back(tokens_[k].meaning);
    if (tokens_[k].kind == Token::gap || tokens_[k].is(Sense::thing)) w.soft = true;
  }
}

// 按照“谁制作谁公开”的原则，50件申请…: the clause says how, and nothing of what the next one counts.
bool MentionReader::a_principle(size_t first) const {
  return cued(text_.substr(tokens_[first].folded.begin, 6), "how", Cue::whole);
}

ClauseBefore MentionReader::clause_before(size_t i, Mention& m) {
  ClauseBefore w;
  const uint16_t depth = tokens_[i].depth;
  bool near = true, joined = false;
  size_t far = 0;  // roles of the clauses behind the one that is read
  size_t k = i;
  w.begin = i;
  m.total = false;
  while (k > s_.from) {
    const Token& t = tokens_[k - 1];
    if (t.depth < depth || t.ends_sentence()) {
      m.full_stop = t.depth >= depth;
      break;
    }
    if (t.is(')') && t.pair >= 0) {
      if (size_t(t.pair) < s_.from) break;
      if (near) included(size_t(t.pair) + 1, k - 1, w);
      k = size_t(t.pair);
      continue;
    }
    if (t.is(';')) {
      m.semicolon = true;
      break;
    }
    if (t.is('(')) break;
    if (t.kind == Token::figure && figures_[t.index].quantity()) break;
    --k;
    if (t.is(':')) m.colon = true;
    if (t.is(',') || t.is(':')) {
      if (!near && a_principle(k + 1)) w.far_roles.resize(far);
      far = w.far_roles.size();
      near = false;
      continue;
    }
    if (near) w.begin = k;
    if (t.kind == Token::figure) {
      if (near) w.around_year = figures_[t.index].year;
      if (near && carried_to(k)) w.around_figure = int32_t(t.index);
      if (near) w.timed = true;
      continue;
    }
    if (joins(t)) {
      joined = true;
      m.enumerated = m.enumerated || (near && t.is(U'、'));
      continue;
    }
    // 因信息公开申请答复引发行政复议1件: why, and not what is counted.
    if (near && t.is(Sense::glue, "cause") && !w.topics.empty() && same_family(w.topics.front()->meaning, "review"))
      w.caused = true;
    if (near && !w.topics.empty() && same_family(w.topics.front()->meaning, "review")) {
      w.because = w.because || (t.is(Sense::glue) && cued(said(t), "cause", Cue::whole));
      const bool of_ours =
          t.is(Sense::topic, "application") || t.is(Sense::topic, "weak") || t.is(Sense::topic, "information");
      const bool of_cases = t.is(Sense::topic) && same_family(t.meaning, "review");
      w.known_cause = w.known_cause || of_ours || t.is(Sense::role) || t.is(Sense::general) ||
                      (t.is(Sense::glue) && (said(t).find("公开") != std::string_view::npos ||
                                             said(t).find("答复") != std::string_view::npos));
      w.other_cause =
          w.other_cause || t.kind == Token::gap || t.is(Sense::thing) || (t.is(Sense::topic) && !of_ours && !of_cases);
    }
    if (near && w.caused && (t.kind == Token::gap || t.is(Sense::topic) || t.is(Sense::role) || t.is(Sense::thing)))
      continue;
    if (t.kind == Token::gap) {
      if (near && text_.substr(t.folded.begin, 3) == "《") w.titled = true;
      if (near && foreign_at(k)) w.foreign = true;
      if (near && !w.content) w.gap_adjacent = true;
      if (near && w.content) w.gap_inside = true;
      if (near) w.content = m.gap = true;
      continue;
    }
    if (t.kind != Token::word) continue;
    if (t.is(Sense::exact)) {
      w.respectively = k;
      m.exact = near;
      continue;
    }
    if (t.is(Sense::sum) || t.is(Sense::when, "now")) m.total = true;
    if (near && t.is(Sense::when)) w.timed = true;
    if (near && (t.is(Sense::thing) || (t.is(Sense::topic) && t.meaning != "weak")) && m.noun.empty()) m.noun = said(t);
    // 年度报告包括文字解读和一图读懂共3条: of its own subject, and not of the figure before.
    if (near && m.sum && t.is(Sense::of) && said(t) != "其中" && k > s_.from && tokens_[k - 1].kind != Token::mark &&
        tokens_[k - 1].kind != Token::figure) {
      w.content = m.gap = true;
      continue;
    }
    const size_t topics = w.topics.size(), roles = w.roles.size();
    near_word(t, w, m, near);
    if (w.topics.size() > topics) {
      // 复议诉讼共3件
      const bool adjacent = topics > 0 && w.topics[topics - 1]->folded.begin == t.folded.end &&
                            same_family(w.topics[topics - 1]->meaning, t.meaning);
      w.topic_joined.push_back((joined && topics > 0) || adjacent);
    }
    if (w.roles.size() > roles) w.role_joined.push_back(joined && roles > 0);
    if (w.topics.size() > topics || w.roles.size() > roles) {
      joined = false;
      if (w.gap_inside && !w.gap_first) w.gap_first = true;  // a gap between this word and the figure
    }
    const bool filler = t.sense == Sense::glue || t.sense == Sense::sum || t.sense == Sense::of ||
                        t.sense == Sense::when || t.sense == Sense::who || t.sense == Sense::also ||
                        t.sense == Sense::within || t.sense == Sense::exact;
    if (near && !filler) w.content = true;
  }
  if (!near && k < i && a_principle(k)) w.far_roles.resize(far);
  if (k <= s_.from && k > 0 && tokens_[k - 1].is(';')) m.semicolon = true;
  if (k == s_.from && k == sentence_begin_) m.full_stop = true;
  // 因征地补偿引发的行政诉讼2件: over something else than disclosure.
  if ((w.caused || w.because) && w.other_cause && !w.known_cause) w.soft = true;
  m.labelled = i > 0 && tokens_[i - 1].is(':');
  m.led = w.content;
  return w;
}

}  // namespace gouji
