// Step 1 of reading tables: where the labels of a form stand.
#pragma once

#include <span>
#include <vector>

#include "form/schema.h"
#include "read/atoms.h"
#include "read/matcher.h"

namespace gouji {

// The forms that can be read, and the wordings of their labels.
std::span<const TableForm* const> table_forms();

// The wordings of a row of a form as 汉字: its own, then those of core/data/aliases.tsv.
std::span<const std::u32string> wordings(const TableForm& form, uint16_t row);

// An occurrence of the label of a row.
struct Label {
  uint16_t row;
  uint32_t length;  // 汉字 that match
  Span folded;
  uint32_t first;  // which 汉字 of the text it starts with
};

// All occurrences of the labels of all forms that are long enough to say something by themselves, by form.
std::vector<std::vector<Label>> find_labels(std::string_view folded);

// The heaviest run of labels in the form's order that stand close together. Linear in `found`.
std::vector<Label> best_chain(const TableForm& form, const std::vector<Label>& found);

// Where the label of a row stands among atoms: from its first 汉字 to its last.
struct PlacedRow {
  uint16_t row;
  uint32_t first, last;  // indices of atoms
  bool header = false;   // it is the header above a table of one line, not a label beside values
};

// The chain among the atoms, and with it the rows that the chain lacks: short labels, and labels that differ in a few
// characters, each looked for between its neighbours.
std::vector<PlacedRow> place_rows(const TableForm& form, const std::vector<Label>& chain,
                                  const std::vector<Atom>& atoms);

}  // namespace gouji
