// Whether figures add up by themselves, before a table is made of them.
#pragma once

#include <span>

#include "form/schema.h"
#include "text/number.h"

namespace gouji {

// Whether every equation of the form along its columns holds for the figures of a row, in the row's order.
bool adds_up(const TableForm& form, const Row& row, std::span<const Decimal> figures);

// Whether the form has equations along its columns.
bool has_row_sums(const TableForm& form);

}  // namespace gouji
