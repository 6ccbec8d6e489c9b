// What is said of parts and their whole.
#include <algorithm>

#include "narrative/parts.h"

namespace gouji {

static std::string sum_text(const Narrative& n, const std::vector<size_t>& parts) {
  std::string text;
  Decimal sum;
  for (const size_t k : parts) {
    if (!text.empty()) text += " + ";
    text += to_string(n.figure(n.mentions[k]).value);
    sum = add(sum, n.figure(n.mentions[k]).value).value_or(sum);
  }
  return text + " = " + to_string(sum);
}

void agree_parts(Narrative& n, const PartList& list) {
  n.agree(n.mentions[list.whole]);
  for (const size_t k : list.parts) n.agree(n.mentions[k]);
}

// The table has the whole, and all parts but one: that one is wrong.
static bool decided(Narrative& n, const PartList& list) {
  if (n.mentions[list.whole].cells.empty()) return false;
  Mention* wrong = nullptr;
  for (const size_t k : list.parts) {
    Mention& m = n.mentions[k];
    if (!m.cells.empty()) continue;
    if (wrong != nullptr || m.verdict == Verdict::disagrees || m.unknown || m.past) return false;
    wrong = &m;
  }
  if (wrong == nullptr || !against_table(n, *wrong)) return false;
  n.agree(n.mentions[list.whole]);
  for (const size_t k : list.parts) n.agree(n.mentions[k]);
  return true;
}

// 答复150件：属于已主动公开范围38件，同意公开71件: the table has every one of them, and more parts than are named.
static bool held(const Narrative& n, const PartList& list) {
  const auto in_table = [&](size_t k) { return !n.mentions[k].cells.empty(); };
  return in_table(list.whole) && std::all_of(list.parts.begin(), list.parts.end(), in_table);
}

void report_sum(Narrative& n, const PartList& list, bool over, std::optional<Severity> severity) {
  if ((!over && held(n, list)) || decided(n, list)) return;
  Mention& whole = n.mentions[list.whole];
  std::vector<Note> related;
  for (const size_t k : list.parts) {
    n.agree(n.mentions[k]);
    related.push_back(n.note(n.mentions[k]));
  }
  n.disagree(whole, "narrative.sum",
             message(over ? "narrative.sum.over" : "narrative.sum.short", n.sink.lang(),
                     {{"whole", n.text(whole)}, {"sum", sum_text(n, list.parts)}}),
             std::move(related), severity);
}

void report_slip(Narrative& n, const PartList& list) {
  Mention& whole = n.mentions[list.whole];
  for (const size_t k : list.parts) n.agree(n.mentions[k]);
  n.disagree(whole, "narrative.sum",
             message("narrative.sum.slip", n.sink.lang(), {{"whole", n.text(whole)}, {"sum", sum_text(n, list.parts)}}),
             {}, Severity::warning);
}

bool any_disagrees(const Narrative& n, const PartList& list) {
  const auto wrong = [&](size_t k) { return n.mentions[k].verdict == Verdict::disagrees; };
  return wrong(list.whole) || std::any_of(list.parts.begin(), list.parts.end(), wrong);
}

}  // namespace gouji
