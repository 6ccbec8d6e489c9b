// How figures go wrong when people type them: how likely a slip turned one number into another, and which.
#pragma once

#include <cstdint>
#include <optional>
#include <span>

namespace gouji {

enum class Slip : uint8_t {
  none,  // no story fits
  // of one figure
  swapped,    // two neighbouring digits change places
  dropped,    // a digit is left out
  doubled,    // a digit stands twice
  key,        // the neighbouring key
  digit,      // another digit
  zero,       // a nought too many at the end
  zero_lost,  // a nought too few at the end
  one_more,   // one too many
  one_less,   // one too few
  neighbour,  // the figure of the neighbouring cell
  left_out,   // 0 where a figure should be
  sign,       // a minus, a decimal point
  previous,   // last year's figure
  twice,      // of a total: a part counted twice
  omitted,    // of a total: a part left out
  stale,      // of a total: the parts were changed and it was not
  // of several
  exchanged,       // two figures change places
  misplaced,       // a figure in the wrong cell, 0 in its own
  moved,           // some counted in one cell that belong to another
  with_total,      // a wrong figure, and the total that was made from it
  row_shifted,     // the figures of a row one column off
  rows_exchanged,  // two whole rows change places
};

// Where a figure stands, as far as slips depend on it. `parts` are set for a total.
struct Surroundings {
  std::span<const int64_t> neighbours = {};
  std::span<const int64_t> parts = {};
  std::optional<int64_t> previous = {};  // the same cell last year
};

struct Likely {
  double weight = 0;  // of all slips that turn the one into the other, added up: from 0 to about 1
  Slip slip = Slip::none;
  size_t part = 0;  // twice, omitted, neighbour: which
};

// How likely `should` was written as `is`. Only basic arithmetic: the same bits on every machine.
Likely slip_between(int64_t should, int64_t is, const Surroundings& around);

}  // namespace gouji
