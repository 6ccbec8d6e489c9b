// Evaluates the equations of a form on a table. One evaluator for all forms: it knows no row by name.
#pragma once

#include <vector>

#include "gouji.h"
#include "read/table.h"
#include "report/finding.h"

namespace gouji {

// In the form's order: identity by identity, each in its columns or rows from left to right or top to bottom.
std::vector<Check> evaluate(const Table& table, Lang lang);

// Failed equations that share cells, one cause or several, and the one cell, if there is exactly one, whose change
// alone makes all of them hold and breaks none that held; a count stays whole and not negative.
struct Breach {
  std::vector<size_t> failed;  // indices into the checks, in their order
  std::optional<CellRef> cell;
  Decimal should = {};  // of the cell
};
std::vector<Breach> breaches(const Table& table, const std::vector<Check>& checks);

}  // namespace gouji
