// What the fields of a table's lines say of its columns: which blank ones are cells without a figure, and which are no
// cells of the row at all, but what merging left beside its label or its figures.
#pragma once

#include <cstdint>
#include <vector>

#include "read/atoms.h"
#include "read/labels.h"

namespace gouji {

class FieldGrid {
 public:
  // `cells`: how many each placed row has.
  FieldGrid(const std::vector<PlacedRow>& placed, const std::vector<uint32_t>& cells, const std::vector<Atom>& atoms);

  // Whether an atom is the blank field of a merged cell.
  bool is_merged(const Atom& a) const {
    if (a.kind != Atom::blank) return false;
    if (a.line < unnamed_.size() && a.column < unnamed_[a.line].size() && unnamed_[a.line][a.column]) return true;
    return (a.fields == width_ || aligned_) && a.column < merged_.size() && merged_[a.column];
  }

  // Whether the figures from `first` on, a blank field among them, may stand elsewhere: merged cells are printed as
  // blank fields, and the line has fewer fields than others, or all lines lost those at their beginning.
  bool lost_fields(const Atom& first) const {
    return spread_ && !aligned_ && (first.fields < width_ || (stripped_ && first.kind == Atom::blank));
  }

 private:
  uint32_t width_ = 0;           // fields of the widest lines of rows, which the columns are taken from
  std::vector<uint8_t> merged_;  // columns that hold no row's figures
  bool spread_ = false;          // some row has more fields behind its label than cells
  bool aligned_ = false;         // narrower lines have their figures and words in the same columns as the widest
  std::vector<std::vector<uint8_t>> unnamed_;  // by line of a row: columns that its header names nothing in
  bool stripped_ = false;  // labels stand in several columns, and yet no line begins with a blank field
};

}  // namespace gouji
