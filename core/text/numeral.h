// Numbers written in 汉字: 零, 三, 十二, 一百零五, 二〇二四, 两千三百万, 壹佰.
#pragma once

#include <optional>
#include <string_view>

#include "text/number.h"

namespace gouji {

// Whether a character is part of such a number.
bool is_numeral(char32_t c);

// Reads folded, simplified text that is one whole number and nothing else; nullopt where it is anything else.
std::optional<Decimal> parse_numeral(std::string_view text);

}  // namespace gouji
