// Tables whose labels and figures stand on lines of their own, or all on one line: nothing but their order says whose
// figures are whose.
#pragma once

#include <vector>

#include "read/values.h"

namespace gouji {

// Whether lines tell nothing though labels and figures share them: most labels stand on lines with others.
bool is_crowded(const std::vector<PlacedRow>& placed, const std::vector<uint32_t>& cells,
                const std::vector<Atom>& atoms);

// Makes a row uncertain whose figures may be a neighbour's, `behind` says on which side of their labels rows have
// them. A PDF's pieces come out as two labels and then the figures of both, or as figures before labels here and behind
// them there; a row's sums hold for whichever row they are given to. A row is certain whose figures, and no others,
// stand between its label and the next, where the row before has its own as well.
void doubt_loose_rows(const std::vector<PlacedRow>& placed, const std::vector<uint32_t>& cells,
                      const std::vector<Atom>& atoms, bool behind, Assignment& rows);

}  // namespace gouji
