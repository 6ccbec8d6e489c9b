// Step 2 of reading tables: which values belong to which row.
#pragma once

#include <vector>

#include "read/atoms.h"
#include "read/grid.h"
#include "read/labels.h"

namespace gouji {

// The values that a row takes: `count` atoms from values[first] on.
struct Taken {
  uint32_t first = 0, count = 0;
  bool certain = false;  // no other way to read the table comes near
};

struct Assignment {
  std::vector<uint32_t> values;   // indices of the atoms that are values, in order
  std::vector<Taken> rows;        // one for each placed row
  std::vector<uint32_t> strays;   // indices of numbers, within the table, that no row takes
  std::vector<uint32_t> outside;  // the same before the first row and behind the last
  std::vector<uint32_t> alone;    // those alone on their lines that no row takes: page numbers, or pieces of figures
  bool loose = false;             // lines do not tell whose values are whose (read/loose.h)
};

// Each placed row takes a run of values: as many as it has cells, or else it is in trouble. `cells` gives, for each
// placed row, how many that is.
Assignment assign_values(const std::vector<PlacedRow>& placed, const std::vector<uint32_t>& cells,
                         const FieldGrid& grid, const std::vector<Atom>& atoms);

}  // namespace gouji
