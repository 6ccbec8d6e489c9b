// Parts and wholes: which figures of a sentence are said to be parts of which, and what may be added up.
#pragma once

#include "narrative/narrative.h"

namespace gouji {

// Parts of one whole are of one kind: applicants are not added to outcomes, nor what was closed to what was received.
enum class PartKind : char { unknown, applicant, outcome, way, result, path, done, came, time, channel, employment };
PartKind kind_of(const Mention& m);

// What was handled and what came in overlap with what stands beside it.
inline bool is_process(PartKind k) { return k == PartKind::done || k == PartKind::came || k == PartKind::time; }

// Whether a figure may be added to another, or be a part of it, by their units. One without a unit may be of any pieces
// or people.
bool alike(const Figure& a, const Figure& b);

// Whether a figure counts something, so that it can be a part or a whole.
bool counts(const Narrative& n, const Mention& m);

// A sum of figures, from the least to the most that they may mean.
struct Total {
  Decimal low, high;
  bool exact = true;  // no sum left 64 bits
  void plus(const Figure& f) {
    const auto l = add(low, f.low), h = add(high, f.high);
    // Cut off after its last digit, a number may be short by a whole step.
    const auto cut = f.step.units != 0 && !f.vague ? add(f.value, f.step) : std::optional<Decimal>(f.high);
    const auto c = h && cut ? add(high, *cut) : std::nullopt;
    exact = exact && l && h && c;
    if (!exact) return;
    low = *l;
    high = *c;
  }
};

bool meets(const Total& t, const Figure& whole);
bool exceeds(const Total& t, const Figure& whole);
bool falls_short(const Total& t, const Figure& whole);
Total total_of(const Narrative& n, const std::vector<size_t>& parts);

inline constexpr size_t kLongestList = 64;

// A whole and its parts, as places in Narrative::mentions.
struct PartList {
  size_t whole;
  std::vector<size_t> parts;
  bool marked = false;    // 其中, 包括, a colon, brackets: said to be parts
  bool complete = false;  // said to be all of them
  bool made = false;      // 由…组成: whatever they are
  bool both = false;      // what came in new and what was carried in: all there was
  bool colon = false;     // a colon announces it
  bool open = false;      // it ends in 等
  bool skipped = false;   // figures within it count something else: it need not make the whole
  int32_t also = -1;      // 收到50件，上年结转4件。其中: of both together
};

// 其中, 包括, 分为, brackets and colons.
std::vector<PartList> part_lists(const Narrative& n);

// Tells each part its whole; gives the lists, which check_parts looks at when the cells have been.
std::vector<PartList> link_parts(Narrative& n);
void check_parts(Narrative& n, const std::vector<PartList>& lists);

// part_totals.cpp: 合计, 总计 behind a list. part_runs.cpp: a list that nothing announces.
void check_total(Narrative& n, size_t i);
void check_run(Narrative& n, size_t i);

// What took part in a check is checked.
void agree_parts(Narrative& n, const PartList& list);
// Says that the parts make more, or less, than their whole.
void report_sum(Narrative& n, const PartList& list, bool over, std::optional<Severity> severity = {});
// Says that they make it but for one digit.
void report_slip(Narrative& n, const PartList& list);
bool any_disagrees(const Narrative& n, const PartList& list);

// A list that does not say that it is complete, and whose sum is the whole but for one digit: chance does not do that.
bool a_slip(const Narrative& n, const PartList& list);

// Whether what is counted may belong to several of the parts, so that they exceed their whole: 党员18人、女性11人.
bool may_overlap(const Narrative& n, const PartList& list);

// Whether the last parts are of the whole around this one, and fit there.
bool of_the_outer(const Narrative& n, const PartList& list);

// 18个区县收到550件: how many they are of whom the next figure is.
bool counts_holders(const Narrative& n, size_t k, const Figure& whole);

// 政策1条、年度报告2条等: not all are named.
bool and_others(const Narrative& n, size_t k);

}  // namespace gouji
