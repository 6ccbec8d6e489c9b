// What the equations say of cells without a figure, as sentences and as fixes.
#pragma once

#include <string>
#include <vector>

#include "check/bounds.h"
#include "doc/report.h"
#include "rules/messages.h"

namespace gouji {

class Missing {
 public:
  Missing(const Report& report, const Table& table, const std::vector<Check>& checks, const std::vector<Cause>& causes,
          Lang lang)
      : report_(report), table_(table), bounds_(bounds(table, checks, causes)), lang_(lang) {}

  // Of cells [first, end) of the table, by index: what they must be, or how much at the most. Empty where nothing can
  // be said.
  std::string sentence(size_t first, size_t end) const;
  // Writes the figures of cells [first, end) where all of them are certain and have a place.
  std::vector<Fix> fixes(size_t first, size_t end) const;
  // The same of cells all over the table: only where every one of them must be 0 is there anything to say.
  std::string sentence_of_zeros(const std::vector<size_t>& cells) const;
  std::vector<Fix> fixes_with_zeros(const std::vector<size_t>& cells) const;
  // Takes away the blanks that split figures of a row with too many, where the row must be what that makes of it.
  std::vector<Fix> joins(const Trouble& trouble, size_t first, size_t end) const;

 private:
  const Report& report_;
  const Table& table_;
  Bounds bounds_;
  Lang lang_;

  std::string name(size_t i) const;
  bool must_be_zero(const std::vector<size_t>& cells) const;
};

}  // namespace gouji
