// Step 3 of reading tables: the cells of a form from the values that its rows were given.
#pragma once

#include <vector>

#include "read/atoms.h"
#include "read/columns.h"
#include "read/labels.h"
#include "read/table.h"
#include "text/mapped_text.h"

namespace gouji {

// A table as it might be read with one form.
struct Attempt {
  Table table;
  size_t columns = 0;          // how many of the form's columns the header names
  double score = 0;            // how much of the form it reads: what decides between forms
  size_t lines = 0;            // on which labels of rows with cells stand
  std::vector<uint16_t> rows;  // whose labels were found, if they are long enough to tell editions apart
};

// `counts` gives, for each placed row, how many cells it has; `orders`, for each, how its header names the columns, or
// nothing where that is not known (see columns.h).
Attempt build(const TableForm& form, const std::vector<PlacedRow>& placed, const std::vector<uint32_t>& counts,
              const std::vector<ColumnOrder>& orders, const std::vector<Atom>& atoms, const MappedText& folded);

}  // namespace gouji
