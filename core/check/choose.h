// Lets the equations choose between readings: is "1 2" twelve, or one and two?
#pragma once

#include "read/table.h"
#include "text/mapped_text.h"

namespace gouji {

// A row with figures too many is read where joining neighbours that only spaces part, or leaving out the first or the
// last (the mark of a note on the label, a page's number), gives it the right number of figures; one with too few,
// where cutting between digits does (1000001 and 0 0); and exactly one way makes every equation with all its cells
// hold. The characters stay as they are; the cells are marked as chosen, and the row's trouble is gone. Any other row
// stays unread, and so does one whose figures may be broken over lines, or its neighbours', and that does not add up.
void choose_readings(Table& table, const MappedText& folded);

}  // namespace gouji
