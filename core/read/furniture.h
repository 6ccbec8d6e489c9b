// The lines that pages repeat and that are no part of what stands on them.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/mapped_text.h"

namespace gouji {

// - 3 -, — 3 —, · 3 ·, Page 3 of 9, 3/9, 第 3 页 共 9 页; a running head (the report's title alone, `title` its 汉字,
// or what a browser prints above a page: 2024/1/18 …); a heading that goes on from the page before: 四、…（续）. `line`
// is folded and trimmed.
bool is_furniture(std::string_view line, std::u32string_view title);

// Where figures begin that stand alone on their lines and number pages: below an empty line, before a form
// feed, or counted on a
// page's length away. Any other may be what a narrow cell broke off the figure above.
std::vector<uint32_t> page_numbers(const MappedText& folded, std::string_view source, uint32_t until);

}  // namespace gouji
