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

// A column that is none of the form's.
inline constexpr uint8_t kNoColumn = 0xFF;

// What the header within `above`, a stretch of folded text, says of the columns of a row; nullopt where there is none.
// Only names that stand whole between tabs, bars or spaces, all of them on one line (or on two, of which the upper has
// a group in their place), are believed: pieces of words come out of a PDF in any order, whatever that of the figures.
// `width`, where it is not 0, is how many figures the rows have, other than the row has columns: then the header must
// name as many, and what it names besides the form's columns (小计, or those of another year than `year`) is kNoColumn.
std::optional<ColumnOrder> column_order(const TableForm& form, const Row& row, std::string_view folded, Span above,
                                        size_t width = 0, std::optional<int> year = {});

}  // namespace gouji
