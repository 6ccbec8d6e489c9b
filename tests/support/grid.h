// A table as it is printed: rows of cells that may span rows and columns, whatever the layout makes of them.
#pragma once

#include "support/sample.h"

namespace gouji::test {

struct GridCell {
  std::string text;
  size_t rows = 1, columns = 1;
  bool figure = false;
};

struct GridRow {
  enum Kind : uint8_t { header, group, data } kind;
  std::vector<GridCell> cells;  // that begin in this row
};

struct Grid {
  std::vector<GridRow> rows;
  std::vector<size_t> widths;  // of the columns on a page, in columns of a terminal
};

// How the review table stands: its values below each other, or a row for each of its three kinds.
enum class ReviewAs : uint8_t { line, rows, column };

Grid grid_of(const SampleTable& table, bool with_groups, ReviewAs review);

// Every row with a field for every column: what merged cells cover is empty.
std::vector<std::vector<std::string>> expanded(const Grid& grid);

}  // namespace gouji::test
