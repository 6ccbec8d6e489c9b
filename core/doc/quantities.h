// Counts the figures of the narrative, so that a result can say how many there are and how many were looked at.
#pragma once

#include <string_view>
#include <vector>

#include "text/span.h"

namespace gouji {

// Figures written in digits outside the tables. Enumerators (1.…) are none.
struct Quantities {
  uint32_t amounts = 0;  // 16 件, 92%, 2041.55 万元: what a report could be held to
  uint32_t other = 0;    // dates, document numbers, articles, telephone numbers, times, addresses
};

// `tables` are spans of folded text, ascending; `until` is where the report ends.
Quantities count_quantities(std::string_view folded, uint32_t until, const std::vector<Span>& tables);

}  // namespace gouji
