// Error localisation by the smallest change (Fellegi and Holt 1976): which cells must be changed, at the least, for
// every equation to hold?
#pragma once

#include <vector>

#include "check/system.h"

namespace gouji {

struct Change {
  uint16_t cell;  // index into the table's cells
  int64_t to;

  friend bool operator==(const Change& a, const Change& b) { return a.cell == b.cell && a.to == b.to; }
  friend bool operator<(const Change& a, const Change& b) { return a.cell != b.cell ? a.cell < b.cell : a.to < b.to; }
};
using Changes = std::vector<Change>;  // ascending by cell

inline constexpr size_t kMostWrong = 3;  // cells of one part; more is not searched

struct Smallest {
  size_t size = 0;            // how many cells must be changed; 0 where it is more than kMostWrong
  std::vector<Changes> sets;  // every set of that size, ascending
};

// All sets of the smallest size, up to kMostWrong cells, whose change to whole numbers of zero or more makes every
// equation of `part` hold and so breaks none; cells with an impossible value are in each of them.
//
// It is exact, for these reasons. Take such a set, of at most three cells, none of which could be left out. Some
// equation has exactly one of its cells: three that meet in pairs everywhere would stand in one row and still in three
// columns, and two that stand in the same equations are both needed only where neither can be lowered enough alone,
// which is looked for apart. What that equation lacks is then what that cell must change by, whatever the others are.
// So it is enough to try, for each equation that fails and each of its cells, the change that mends it, to close the
// equation, and to look for the rest among the equations that fail then. Sets of one size are tried after all smaller
// ones failed, which proves that none is smaller. tests/check/localise_test.cpp holds it against every set of one, two
// and three cells.
Smallest localise(const System& system, EquationSet part);

}  // namespace gouji
