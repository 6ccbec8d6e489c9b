// Rows that the form does not have: a body's own, subtotals of groups, and those of the form that stand elsewhere.
#pragma once

#include <optional>
#include <vector>

#include "read/build.h"

namespace gouji {

// A cell of what an atom says.
Cell cell_of(const Atom& a, uint16_t row, uint16_t column, const MappedText& folded);

// The atoms from `first` on as a row that the form does not have, behind row `index`, which is `before`: a label of at
// least two 汉字 from `label` on, and as many values as the row before has.
std::optional<ExtraRow> extra_row(const Row& before, uint16_t index, uint32_t label, uint32_t first, size_t count,
                                  const std::vector<Atom>& atoms, const MappedText& folded);

// A row that seems to be missing and an extra one with its label: it stands elsewhere; or with the beginning of its
// label, and nothing else stands in its place: its label runs on beside its group's. Such a row is read.
void move_rows(Attempt& attempt);

// Extra rows with a group's label: those that hold only dashes say that a group has no figures of its own, and go;
// others are subtotals.
void judge_groups(Table& table);

}  // namespace gouji
