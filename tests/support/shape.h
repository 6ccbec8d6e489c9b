// How a table is printed: as text of some kind, or as somebody's HTML.
#pragma once

#include "support/grid.h"

namespace gouji::test {

enum class Shape : uint8_t {
  tabs,         // copied from Word or a browser: a field for each cell, none for what a merged cell covers
  tabs_merged,  // copied from a spreadsheet: a field for every column
  ragged,       // tabs, with some too many before the line and behind the label
  trailing,     // tabs, with some too many behind the line
  spaces,
  aligned,  // columns drawn with spaces, each row on its line
  columns,  // pdftotext -layout: labels wrapped in their column, around their numbers; groups upright beside
  raw,      // pdftotext -raw: cell after cell, labels wrapped, the numbers on the line of the label's end
  cell_a_line,
  one_line,
  behind,   // numbers before labels
  wrapped,  // labels over up to six lines, then the numbers
  around,   // labels over up to six lines around the numbers
  markdown,
  markdown_marks,  // with escapes, bold and line breaks
  csv,
  html,         // every cell a <td>
  html_site,    // as government sites publish it: rowspan, colspan, styles, &nbsp;, thead
  html_page,    // the whole article in a layout table, with head, navigation and footer
  html_nested,  // each table in a cell of a table of its own
  html_word,
  html_wps,
  html_excel,
  html_cut,  // markup between the digits of a number
};

bool is_markup(Shape shape);

// The rows of a table, each with its line ends.
std::vector<std::string> print(const Grid& grid, Shape shape, Random& random);

// What stands around it.
std::string before_document(Shape shape);
std::string after_document(Shape shape);
std::string before_table(Shape shape);
std::string after_table(Shape shape);
std::string paragraph(std::string_view text, Shape shape);

// A label cut into so many pieces between characters.
std::vector<std::string> pieces(std::string_view text, size_t count);

}  // namespace gouji::test
