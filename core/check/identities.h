// Evaluates the equations of a form on a table. One evaluator for all forms: it knows no row by name.
#pragma once

#include <vector>

#include "gouji.h"
#include "read/table.h"
#include "report/finding.h"

namespace gouji {

// In the form's order: identity by identity, each in its columns or rows from left to right or top to bottom.
std::vector<Check> evaluate(const Table& table, Lang lang);

// Whether the table has rows or figures that no cell of the form stands for: then no sum over rows can be said to fail.
bool has_odd_rows(const Table& table);

// The form's sums over rows, which odd rows make doubtful.
inline bool is_sum_of_rows(const Identity& i) { return i.along == Along::rows && i.left.size() > 2; }

}  // namespace gouji
