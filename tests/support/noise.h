// What may happen to a report before, while and after it is printed.
#pragma once

#include "support/sample.h"

namespace gouji::test {

enum Noise : uint64_t {
  // to figures
  wide_digits = 1ull << 0,       // １２．５
  commas = 1ull << 1,            // 1,234
  wide_commas = 1ull << 2,       // 1，234
  spaced_thousands = 1ull << 3,  // 1 234
  numerals = 1ull << 4,          // 零, 三, 十二
  lookalikes = 1ull << 5,        // 1O, l2
  units = 1ull << 6,             // 12件
  footnotes = 1ull << 7,         // 12¹, 行政许可②
  invisible = 1ull << 8,         // zero-width and bidi characters between the digits
  marks = 1ull << 9,             // / - — 无 for some figures
  blanks = 1ull << 10,           // nothing at all for some figures
  lost_cells = 1ull << 11,       // a row with a figure too few or too many
  // to labels
  variants = 1ull << 12,     // other quotes, brackets and points, spaces within, no enumerator
  traditional = 1ull << 13,  // 繁體
  // to rows
  extra_row = 1ull << 14,
  missing_row = 1ull << 15,
  swapped_rows = 1ull << 16,
  no_groups = 1ull << 17,  // no group labels
  empty_last_row = 1ull << 18,
  // to headers
  shuffled_header = 1ull << 19,
  review_rows = 1ull << 20,    // a row for each kind of review
  review_column = 1ull << 21,  // the review table turned on its side
  beside = 1ull << 22,         // two tables side by side
  // to pages
  page_dashes = 1ull << 23,      // - 5 -
  page_bare = 1ull << 24,        // 5
  page_words = 1ull << 25,       // 第 5 页 共 9 页
  running_heads = 1ull << 26,    // the title on each page
  repeated_header = 1ull << 27,  // the header of the table on each page
  quoted = 1ull << 28,           // > of an e-mail
  quoted_twice = 1ull << 29,     // >>
  blank_lines = 1ull << 30,
  crlf = 1ull << 31,
  cr = 1ull << 32,
  nel = 1ull << 33,
  line_separator = 1ull << 34,
  form_feed = 1ull << 35,   // between sections
  page_slash = 1ull << 39,  // 5/9
  // to the document
  alone = 1ull << 36,        // one table without its report
  two_reports = 1ull << 37,  // another report behind it
  cut_off = 1ull << 40,      // the rest of the text is not there
  table_twice = 1ull << 41,  // a table stands there again, with other figures
  mojibake = 1ull << 42,     // GB18030 that somebody took for Latin-1
  // to how tables are drawn up (support/arrange.h)
  subtotal = 1ull << 43,           // 小计 among the columns, 诉讼合计 behind them
  other_year_beside = 1ull << 44,  // last year's columns beside this year's
  turned_round = 1ull << 45,       // the labels of rows across
  labels_first = 1ull << 46,       // all labels, then all figures row by row
  column_by_column = 1ull << 47,   // all labels, then all figures column by column
  exchanged_columns = 1ull << 48,  // in another order, which the header names
  repeated_rows = 1ull << 49,      // a page begins with the row that the one before ended with
  same_twice = 1ull << 50,         // a table stands there again, word for word
  own_first = 1ull << 51,          // before the table of the whole county, that of its own office
  broken_figures = 1ull << 52,     // the end of a row's last figure on the line below
  ends_cut = 1ull << 53,           // an editor took the tabs off the ends of lines
  any = 1ull << 38,                // any shape and up to three of the above
};

// Before printing: figures, labels and rows.
void trouble(Sample& sample, uint64_t noise, Random& random);

// The lines of a table's rows, cut by pages.
std::string paged(const std::vector<std::string>& rows, size_t header, std::string_view title, uint64_t noise);

// After printing: e-mail's marks and line ends.
std::string as_sent(std::string text, uint64_t noise);

// Up to the end of some line.
std::string without_end(std::string_view text, Random& random);

std::string in_traditional(std::string_view text);

}  // namespace gouji::test
