// What the equations say of cells that hold no figure.
#pragma once

#include <optional>
#include <vector>

#include "check/explain.h"

namespace gouji {

struct Range {
  int64_t low, high;

  bool exact() const { return low == high; }
};

struct Bounds {
  std::vector<std::optional<Range>> cells;  // by index into the table's cells; only of those without a value
  bool contradiction = false;               // no figures at all can be put there: some other cell is wrong
};

// The least and the most that each cell without a figure can be, all cells being whole numbers of zero or more.
// Equations with a cell that is suspected by one of `causes` say nothing, nor do sums over rows where the table has
// rows that the form does not.
Bounds bounds(const Table& table, const std::vector<Check>& checks, const std::vector<Cause>& causes);

}  // namespace gouji
