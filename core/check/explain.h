// What is wrong where equations fail: every smallest explanation and every slip of several cells that would explain it,
// with its story, ranked by how likely it is.
#pragma once

#include <span>
#include <vector>

#include "check/localise.h"
#include "check/slips.h"

namespace gouji {

// What else is known of some cells: the narrative states a figure that is one of these sums of them, or last year's
// report what was carried over. It speaks for explanations that make it hold and against those that make it fail.
struct Support {
  std::vector<std::vector<CellRef>> sums;
  int64_t value = 0;
  Span place = {};  // of the statement, in the decoded text; empty where last year's report makes it

  friend bool operator==(const Support& a, const Support& b) { return a.value == b.value && a.sums == b.sums; }
};

struct Evidence {
  std::span<const Support> supports = {};
  const Table* previous = nullptr;  // the same table of last year's report
};

// How some of the changes of an explanation came to be needed.
struct Story {
  Slip slip = Slip::none;
  std::vector<uint16_t> cells;  // those of the changes that it is about
  uint16_t other = 0;           // neighbour, twice, omitted: the cell whose figure was taken
  int64_t amount = 0;           // moved: how many
};

struct Explanation {
  Changes changes;
  std::vector<Story> stories;  // one for all the changes, or several that share them
  double confidence = 0;       // of 0.00 to 0.99, in hundredths: of so many given with it, so many are right
  bool smallest = false;       // no set of fewer cells explains it
};

// Failed equations that share what is wrong.
struct Cause {
  std::vector<size_t> failed;             // indices into the checks, ascending; empty where only gaps hide what fails
  std::vector<Explanation> explanations;  // best first; empty where too much is wrong to tell
  // The first explanation is held to be true: it stands out with kCertain or more, or is the only smallest one.
  bool located = false;
};

inline constexpr double kCertain = 0.9;

// The causes in the order of their first equation; none where no equation fails, and the gaps can be filled.
std::vector<Cause> explain(const Table& table, const std::vector<Check>& checks, const Evidence& evidence = {});

}  // namespace gouji
