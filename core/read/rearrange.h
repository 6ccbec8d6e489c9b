// Tables whose labels and figures copying has parted: all labels and then all figures, column after column, a cell for
// a whole group, a table on its side.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "read/atoms.h"
#include "read/labels.h"

namespace gouji {

// A table with each row's figures put behind its label, a line for each row.
struct Rearranged {
  std::vector<PlacedRow> placed;
  std::vector<Atom> atoms;
};

// Where each run of labels is followed by as many figures as its rows have cells, they are given to the rows in one of
// the two orders, row by row or column by column: the one in which every row adds up, and the other not. nullopt where
// neither is certain. For forms whose rows have the same columns.
std::optional<Rearranged> part_runs(const TableForm& form, const std::vector<PlacedRow>& placed,
                                    const std::vector<Atom>& atoms, std::string_view folded);

// A table on its side, with fields: the labels of rows across, and below them lines that start with a column's name.
std::optional<Rearranged> turn(const TableForm& form, const std::vector<PlacedRow>& placed,
                               const std::vector<Atom>& atoms, std::string_view folded);

}  // namespace gouji
