// What the narrative says, and what came of checking it.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "report/finding.h"

namespace gouji {

enum class Verdict : uint8_t { unchecked, agrees, disagrees };

struct Claim {
  Span span;    // of the decoded text: the words that are understood, and the figure
  Span figure;  // the figure alone; empty for a statement without one
  Decimal value, low, high;
  std::string_view unit;
  Verdict verdict = Verdict::unchecked;
  std::vector<CellRef> cells;
};

// The figures of the narrative: checked, understood with nothing to check them against, and names of things and dates.
struct Numbers {
  uint32_t checked = 0, unchecked = 0, other = 0;
};

struct Claims {
  std::vector<Claim> all;  // ascending
  Numbers numbers;
};

}  // namespace gouji
