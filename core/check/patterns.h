// Slips that put several cells wrong at once: found by undoing them, whatever the number of cells.
#pragma once

#include <vector>

#include "check/surroundings.h"

namespace gouji {

struct Pattern {
  Changes changes;
  Story story;
  double weight;
};

// Every exchange of two rows, and every row one column off, whose undoing makes all equations of `part` hold and is
// put to the test by them.
std::vector<Pattern> patterns(const Layout& layout, EquationSet part);

}  // namespace gouji
