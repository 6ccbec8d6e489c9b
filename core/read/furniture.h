// The lines that pages repeat and that are no part of what stands on them.
#pragma once

#include <string_view>

namespace gouji {

// - 3 -, — 3 —, 3/9, 第 3 页 共 9 页; a running head (the report's title alone, `title` its 汉字, or what a browser
// prints above a page: 2024/1/18 …); a heading that goes on from the page before: 四、…（续）. `line` is folded and
// trimmed.
bool is_furniture(std::string_view line, std::u32string_view title);

}  // namespace gouji
