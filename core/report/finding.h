// What gouji says: equations evaluated, findings with their places. Rendering is another matter (json.h, text.h).
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "form/schema.h"
#include "gouji.h"
#include "text/number.h"
#include "text/span.h"

namespace gouji {

// A cell of a table, by indices into its form.
struct CellRef {
  const TableForm* form;
  uint16_t row, column;

  friend bool operator==(const CellRef& a, const CellRef& b) {
    return a.form == b.form && a.row == b.row && a.column == b.column;
  }
};

// An equation of a form as evaluated in one row or column of a report.
struct Check {
  enum Result : uint8_t { passed, failed, unknown };
  const Identity* identity;
  std::string text;                    // with the row or column it was read in
  std::optional<Decimal> left, right;  // unknown where a cell of that side is
  Result result;
  std::vector<CellRef> cells;  // all, in the form's order
  std::vector<int> signs;      // of each cell: +1 on the left, -1 on the right
  CellRef total;
};

struct Note {
  Span span;
  std::string message;
};

struct Edit {
  Span span;
  std::string text;
};

enum class Safety : uint8_t { show_only, needs_review, safe };  // may the page apply it, and how freely?

struct Fix {
  std::string title;
  Safety safety;
  double confidence;
  std::vector<Edit> edits;  // ascending, never overlapping
};

struct Finding {
  std::string_view rule;
  Severity severity;
  std::string message;
  std::optional<Span> span;       // of the decoded text: the narrowest wrong place
  std::vector<CellRef> cells;     // held to be wrong
  std::unique_ptr<Check> equation;  // the first that fails in the form's order, if any: few findings have one
  std::vector<Note> related;
  std::vector<Fix> fixes;  // best first
};

}  // namespace gouji
