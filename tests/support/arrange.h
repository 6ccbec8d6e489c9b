// Tables as people draw them up, or copying leaves them, otherwise than the form: a column more, last year's beside
// this year's, on their side, labels and figures apart.
#pragma once

#include "support/grid.h"
#include "support/noise.h"

namespace gouji::test {

// The grid arranged as `noise` says; as it is where that says nothing of such a table. `year` is the report's.
Grid arranged(Grid grid, const SampleTable& table, int year, uint64_t noise, Random& random);

// A text without the marks around its figures: printed once more, it is nobody's truth.
std::string without_marks(std::string_view text);

}  // namespace gouji::test
