// Tables that stand side by side, as sheets and pages have them to save room.
#pragma once

#include "text/mapped_text.h"

namespace gouji {

// Puts two tables, or the halves of one, that share their lines one below the other: all left fields of these lines,
// then all right ones. Nothing is added or lost, and offsets outside these lines stay. Linear in the text.
void unfold(MappedText& folded);

}  // namespace gouji
