// What a run of figures, Latin letters and marks is, by its characters alone.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "text/number.h"

namespace gouji {

// What such a run is made of. Anything else parts runs: a 汉字, a space, a bracket.
bool is_token_char(char32_t c);

// Digits with the commas, the point and the sign that a number may have, the sign as ASCII: "−8" → "-8"; "" for
// anything else.
std::string plain_number(std::string_view token);

// Digits in groups of three that spaces part: 1 234, 12 345 678.
bool is_spaced_number(std::string_view text);

// The value of a figure as a cell may print it: 1,234, 1 234, +3, 三; nullopt for anything else.
std::optional<Decimal> figure_of(std::string_view folded);

// Marks and words that stand where a figure should: —, /, 无.
bool is_nothing_mark(char32_t c);
bool is_nothing(std::string_view text);

// Units that a cell may print behind its number, or the column before it names; the longer ones first.
std::span<const std::string_view> units();

// Digits and letters that look like them, with points and commas: l6, 1O, I7O.69.
bool is_lookalike(std::string_view token);

// A date, a time or an address: 2025/1/20, 10:22, https://…; what a browser prints at the head of a page.
bool is_stamp(std::string_view token);

}  // namespace gouji
