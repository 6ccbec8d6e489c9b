// Which rows are what they seem, where blank fields stand: a blank field may be a cell without a figure, what merging
// left beside the cells, or one too many.
#pragma once

#include <vector>

#include "read/atoms.h"
#include "read/grid.h"
#include "read/labels.h"
#include "read/values.h"
#include "text/mapped_text.h"

namespace gouji {

class Blanks {
 public:
  // `counts`: how many cells each placed row has. All are kept by reference.
  Blanks(const TableForm& form, const std::vector<PlacedRow>& placed, const std::vector<uint32_t>& counts,
         const FieldGrid& grid, const Assignment& assigned, const std::vector<Atom>& atoms, const MappedText& folded);

  // Whether placed row p has as many values as cells, in the only way that comes near, and its blank fields leave no
  // doubt which value is whose.
  bool certain(size_t p) const;

 private:
  const TableForm& form_;
  const std::vector<PlacedRow>& placed_;
  const std::vector<uint32_t>& counts_;
  const FieldGrid& grid_;
  const Assignment& assigned_;
  const std::vector<Atom>& atoms_;
  const MappedText& folded_;
  size_t separators_ = 0;  // of most rows' lines
  bool doubtful_ = false;  // hardly any row is certain
  // Where rows that have all their figures have blank fields as well, now and then: those are no cells, and where a row
  // lacks figures nobody knows which blank ones are.
  bool odd_before_ = false, odd_among_ = false, odd_behind_ = false;

  size_t separators_around(uint32_t at) const;
  size_t common_separators() const;
  bool is_whole(size_t p) const;
  bool mostly_doubtful() const;
  void find_odd_blanks();
  bool is_odd(const Taken& taken) const;
  bool lost_fields(const Taken& taken) const;
  bool is_parted(const Row& row, const Taken& taken) const;

  uint32_t first_of(const Taken& taken) const { return assigned_.values[taken.first]; }
  uint32_t last_of(const Taken& taken) const { return assigned_.values[taken.first + taken.count - 1]; }
  bool is_blank(const Taken& taken, uint32_t k) const {
    return atoms_[assigned_.values[taken.first + k]].kind == Atom::blank;
  }
  bool takes_blank(const Taken& taken) const;
  bool beside_blanks(const Taken& taken) const;
  uint32_t blanks_beside(uint32_t a, int step) const;
  bool is_stretched(uint32_t a, uint32_t cells) const;
  bool any_merged(uint32_t first, uint32_t last) const;
};

}  // namespace gouji
