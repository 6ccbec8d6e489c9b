// The sentences of core/data/messages.tsv with their holes filled.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include "gouji.h"

namespace gouji {

using Holes = std::initializer_list<std::pair<std::string_view, std::string_view>>;

// "{left} ≠ {right}" with {"left", "3"}, {"right", "4"} → "3 ≠ 4". A key that the table lacks gives the key itself.
std::string message(std::string_view key, Lang lang, Holes holes = {});

// Two sentences, one after the other: in English with a space between.
std::string joined(std::string first, std::string_view second, Lang lang);

}  // namespace gouji
