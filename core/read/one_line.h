// Reading the table whose values all stand on one line below its header: 表四, 行政复议、行政诉讼情况.
#pragma once

#include "read/build.h"

namespace gouji {

// How far behind its last label or header a table is looked at, in bytes of folded text.
inline constexpr uint32_t kBehind = 4000;

// Drops what stands behind a long stretch of 汉字 after the last label: another section.
void cut_behind(std::vector<Atom>& atoms, uint32_t last_label);

// Finds the header, a stretch of text that has no other 汉字 than the form's and most of them, whatever the order that
// copying left them in; the values stand behind it. False where there is none.
bool read_one_line(const TableForm& form, const MappedText& folded, const Around& around, Attempt& out);

}  // namespace gouji
