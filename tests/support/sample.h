// A report in the abstract: the tables of an edition, and what stands in each cell. Layouts print it (generate.h).
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "form/schema.h"
#include "report/result.h"
#include "support/random.h"
#include "text/span.h"

namespace gouji::test {

// What a person finds in a cell of a document.
struct Fact {
  enum Kind : uint8_t { number, blank, nothing, unclear, missing };
  Kind kind = missing;
  std::string text;              // as it stands
  std::optional<Decimal> value;  // of a number
  std::optional<Span> place;     // in the decoded text; a blank has none that anybody could name
  bool doubtful = false;         // it need not be read, if it is said so
};
std::string_view name_of(Fact::Kind kind);

struct Figure {
  std::string key;  // "applications new natural"
  Fact truth;
  std::string tail = {};  // what is printed behind it in its cell: a unit, a footnote mark
  size_t id = 0;          // of the marks around its text
};

// What a cell prints. The text stands between marks, of which the document is freed at last: they tell where it is.
std::string printed(const Figure& figure);

// A line of a table with the cells that it prints.
struct SampleRow {
  const Row* row;     // of the form; an extra row has that of the row it follows
  std::string label;  // as printed
  std::vector<Figure> figures;
};

struct SampleTable {
  const TableForm* form;
  std::vector<SampleRow> rows;
};

struct Sample {
  std::string title, period;
  std::vector<SampleTable> tables;
  std::map<std::string, Fact> unprinted;  // cells of rows that the document lacks
};

struct Edition {
  std::string_view name;  // "2021", "2021 merged", "2019", "2014"
  std::string_view year;  // a year that it is made for
  std::vector<const TableForm*> tables;
};
const std::vector<Edition>& editions();

std::string key(const TableForm& form, std::string_view row, std::string_view column);

// Random values of an edition for which every identity holds.
Sample made_up(const Edition& edition, Random& random);

// The cells of a report that was read, to be printed in another layout.
Sample as_read(const Report& report);

// Takes the marks out and tells of each id where its text stands.
std::map<size_t, Span> take_marks(std::string& text);

// How many columns of a terminal a text takes: 汉字 two, marks none.
size_t width(std::string_view text);

}  // namespace gouji::test
