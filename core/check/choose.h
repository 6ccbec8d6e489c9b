// Lets the equations choose between readings: is "1 2" twelve, or one and two?
#pragma once

#include "read/table.h"
#include "text/mapped_text.h"

namespace gouji {

// A row with one or two figures too many is read where joining neighbours that only spaces part gives it the right
// number of figures, or leaving out what may be the mark of a note on the label (重复申请1), and exactly one way makes
// every equation with all its cells hold. The characters stay
// as they are; the cells are marked as chosen, and the row's trouble is gone. Any other row stays unread.
void choose_readings(Table& table, const MappedText& folded);

}  // namespace gouji
