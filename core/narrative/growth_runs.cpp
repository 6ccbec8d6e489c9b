// What stands before growth is judged: a run of it shared out, and last year's figures, where they are last year's.
#include "narrative/narrative.h"

namespace gouji {
namespace {

constexpr size_t kLongestRun = 12;

// 复议21件、诉讼7件，分别比上年少4件和2件: one behind the other, as many as there are figures before them.
void share_out_growth(Narrative& n, size_t i) {
  const Mention& first = n.mentions[i];
  if (!first.exact || (first.relation != Relation::rise && first.relation != Relation::fall)) return;
  std::vector<size_t> moves = {i}, levels;
  for (size_t k = i + 1; k < n.mentions.size() && moves.size() < kLongestRun; ++k) {
    const Mention& m = n.mentions[k];
    if (m.sentence != first.sentence || m.led || m.semicolon || m.relation != Relation::none ||
        n.figure(m).measure != n.figure(first).measure)
      break;
    moves.push_back(k);
  }
  for (size_t k = i; k-- > 0 && levels.size() < moves.size() && n.mentions[k].sentence == first.sentence;) {
    const Mention& m = n.mentions[k];
    if (m.relation != Relation::none || m.depth != first.depth || m.past || !n.figure(m).counted()) break;
    levels.insert(levels.begin(), k);
  }
  if (moves.size() < 2 || levels.size() != moves.size()) return;
  for (size_t k = 0; k < moves.size(); ++k) {
    n.mentions[moves[k]].relation = first.relation;
    n.mentions[moves[k]].share_of = int32_t(levels[k]);
  }
}

// 2023年收到43件、答复41件: what is said of last year, where last year's report has it.
void agree_past(Narrative& n, Mention& m) {
  if (n.previous == nullptr || !m.past || m.held || m.modified || m.indicators.size() != 1 ||
      m.verdict != Verdict::unchecked || m.relation != Relation::none || n.figure(m).vague)
    return;
  for (const std::vector<CellTerm>& alternative : m.indicators[0]->alternatives)
    if (const std::optional<Sum> was = sum_of(*n.previous, alternative); was && n.figure(m).admits(was->value))
      return n.agree(m);
}

}  // namespace

void prepare_growth(Narrative& n) {
  for (Mention& m : n.mentions) agree_past(n, m);
  for (size_t i = 0; i < n.mentions.size(); ++i) share_out_growth(n, i);
}

}  // namespace gouji
