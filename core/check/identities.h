// Evaluates the equations of a form on a table. One evaluator for all forms: it knows no row by name.
#pragma once

#include <vector>

#include "gouji.h"
#include "read/table.h"
#include "report/finding.h"

namespace gouji {

// In the form's order: identity by identity, each in its columns or rows from left to right or top to bottom.
std::vector<Check> evaluate(const Table& table, Lang lang);

// The one cell whose change, alone, makes every equation that failed hold and breaks none that held: the cell and what
// it should be. nullopt where no single cell does, or more than one.
struct WrongCell {
  CellRef cell;
  Decimal should;
};
std::optional<WrongCell> wrong_cell(const Table& table, const std::vector<Check>& checks);

}  // namespace gouji
