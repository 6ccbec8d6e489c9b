// In which order a table prints its columns: the form's, but for some that people drew up themselves.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "form/schema.h"
#include "text/span.h"

namespace gouji {

// The columns of a row, as indices into the form, from left to right; empty for the form's own order.
using ColumnOrder = std::vector<uint8_t>;

// What the header within `above`, a stretch of folded text, says of the columns of a row. Only headers whose words
// stand in fields of their own (tabs, bars) are believed: a PDF's come out in any order, whatever the order of the
// figures.
// nullopt where there is none.
std::optional<ColumnOrder> column_order(const TableForm& form, const Row& row, std::string_view folded, Span above);

}  // namespace gouji
