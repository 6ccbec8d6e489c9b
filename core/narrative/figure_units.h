// The units of core/data/units.tsv.
#pragma once

#include <span>
#include <string_view>

#include "narrative/figures.h"

namespace gouji {

struct Unit {
  std::string_view word;
  Measure measure;
  int factor;             // a power of ten
  std::string_view kind;  // what units that may be added up have in common
};

// All units that begin with this character, the longest first: the first that fits is the one meant.
std::span<const Unit> units_from(char32_t first);

}  // namespace gouji
