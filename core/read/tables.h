// Finds the statutory tables in a folded text and reads their cells.
//
// Not by columns, lines or separators, which copying destroys, but by aligning what the form says must stand there, in
// its order, with what does stand there:
//  1. labels: all row labels are found in one pass (read/matcher.h); the heaviest chain of them in the form's order
//     that stand close together is the table; rows it lacks are looked for, letter by letter, between their neighbours;
//  2. values: numbers, dashes and blanks go to rows by dynamic programming over the whole table, each row taking as
//     many in a run as it has columns, after or before or within its label;
//  3. cells: in the order of the columns, which a header may change; rows that stand elsewhere, and rows more.
// A row whose best reading is not clearly better than the next best is not read: its cells stay empty, and that is
// said.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "read/atoms.h"
#include "read/table.h"
#include "text/mapped_text.h"

namespace gouji {

struct ReadTables {
  std::string_view edition;   // "2021", "2019", "2014"; empty where no table was found
  std::vector<Table> tables;  // in the order of the text
};

ReadTables read_tables(const MappedText& folded, const Around& around);

}  // namespace gouji
