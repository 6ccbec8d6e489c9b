// What stands beside a figure in its sentence, and says what it may be of.
#pragma once

#include "narrative/narrative.h"

namespace gouji {

// 办结13件，结转下年度1件: nothing but the second says that applications are meant.
bool of_applications(const Narrative& n, const Mention& m);

// 答复7件，不予受理4件: together they make one of `sums`, or share its row. Marks the figure where they do.
bool one_of_several(const Narrative& n, Mention& m, const std::vector<Sum>& sums);

// Whether a figure that is none of `sums` reads better as something else: its sentence has another figure that is what
// the table has, several that make it together, or says that these are left over.
bool read_otherwise(Narrative& n, Mention& m, const std::vector<Sum>& sums);

}  // namespace gouji
