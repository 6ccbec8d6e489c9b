// Edits of the user's text that put another figure where one stands.
#pragma once

#include <string_view>
#include <vector>

#include "report/finding.h"

namespace gouji {

// Writes `value` where `place` is, in the manner of what stands there: full-width digits stay full-width, commas
// between thousands stay. Tags within the place stay whole: the figure goes before the first, and what other digits
// there are goes. An empty place gets the figure inserted.
std::vector<Edit> rewrite(std::string_view text, Span place, int64_t value);

}  // namespace gouji
