// A statutory table as it was read: every cell of its form, whatever the layout lost.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "form/schema.h"
#include "text/number.h"
#include "text/span.h"

namespace gouji {

struct Cell {
  enum State : uint8_t {
    number,   // value is set
    blank,    // there, and empty: place is empty
    nothing,  // a dash, a slash, 无
    unclear,  // characters that can be read in more than one way
    missing,  // not found: no place
  };
  uint16_t row, column;  // indices into the form
  State state = missing;
  std::optional<Decimal> value = {};
  Span place = {};      // of the digits, in the decoded text
  Span unit = {};       // in the decoded text; empty where the cell prints none
  bool chosen = false;  // of several ways to cut the same characters, the one that the equations allow
};

// A row whose cells could not be read, and where that shows.
struct Trouble {
  enum Kind : uint8_t {
    no_label,     // the row's label was not found
    no_values,    // the label stands there without values
    wrong_count,  // fewer or more values than the form has columns
    ambiguous,    // the values fit in more than one way
    no_order,     // the header's fields stand in an order that tells no column
    stray,        // numbers in a run that belong to no cell
  };
  Kind kind;
  uint16_t row;                   // index into the form; of a stray number, the row it stands by
  uint16_t found = 0;             // wrong_count, stray: how many values
  Span place = {};                // in the decoded text
  std::vector<Span> values = {};  // wrong_count: where the values stand, in folded text
  bool note = false;              // the first of them may be the mark of a note on the label: 重复申请1
};

// A row that stands in the table and that its form does not have.
struct ExtraRow {
  Span label;               // in the decoded text
  std::string name;         // the label on one line
  std::string plain;        // the same with its 汉字 simplified: what it is looked up by
  uint16_t after;           // the row of the form that it follows
  std::vector<Cell> cells;  // their row is that of `after`
  bool subtotal = false;    // its label is that of a group of rows: no sum counts it
};

struct Table {
  const TableForm* form = nullptr;
  std::vector<Cell> cells;  // in the form's order
  std::vector<ExtraRow> extras;
  std::vector<Span> moved;  // labels of rows that stand elsewhere than the form has them, in the decoded text
  bool loose = false;       // lines do not tell whose figures are whose (read/loose.h)
  bool reordered = false;   // the header names the columns in another order than the form, and was followed
  std::vector<Trouble> troubles;
  struct Broken {
    uint16_t row;
    bool several;     // figures: each may have lost its last digit, and the rows add up all the same
    Span piece = {};  // in folded text, of one that may as well number a page: only if the row adds up with it
  };
  std::vector<Broken> broken;       // rows whose figures may go on in the line below: read only if they add up
  std::optional<Span> second = {};  // where another table of the same kind starts, in the decoded text
  bool repeated = false;            // it has the same figures
  Span span = {};                   // from the first to the last label or cell
  Span folded = {};                 // the same in folded text

  const Cell* find(uint16_t row, uint16_t column) const {
    for (const Cell& c : cells)
      if (c.row == row && c.column == column) return &c;
    return nullptr;
  }

  // The cell of these keys of the contract, if it holds a figure.
  const Cell* valued(std::string_view row, std::string_view column) const {
    for (const Cell& c : cells)
      if (c.value && form->rows[c.row].id == row && form->columns[c.column].id == column) return &c;
    return nullptr;
  }
};

}  // namespace gouji
