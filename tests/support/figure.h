// Reads the quantity of a mark, so that the labels can be held against the tables. Only for the labels' own tests: the
// narrative is read by core, and this knows nothing of it.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace gouji::test {

// In millionths; what people mean lies from low to high, both included.
struct Figure {
  int64_t low, high;
  bool percent = false, money = false, vague = false;
};

// "12件", "七十余件", "70.67万条", "百分之八十", "2.6亿元"; nullopt where it is no number.
std::optional<Figure> figure(std::string_view mark);

inline constexpr int64_t kOne = 1000000;

}  // namespace gouji::test
