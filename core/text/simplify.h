// 繁體 labels and headings are looked up by their simplified characters (core/data/traditional.tsv).
#pragma once

#include "text/mapped_text.h"

namespace gouji {

// Makes text() simplified, character by character, and keeps what was written in written(). Offsets stay: both
// characters of a pair take three bytes of UTF-8.
void simplify(MappedText& folded);

}  // namespace gouji
