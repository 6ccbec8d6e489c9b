// Reads the quantity of a mark, so that the labels can be held against the tables. Only for the labels' own tests: the
// narrative is read by core, and this knows nothing of it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "support/labelled.h"

namespace gouji::test {

// In millionths; what people mean lies from low to high, both included.
struct Figure {
  int64_t low, high;
  bool percent = false, money = false, vague = false;
};

// "12件", "七十余件", "70.67万条", "百分之八十", "2.6亿元"; nullopt where it is no number.
std::optional<Figure> figure(std::string_view mark);

// Whether the sum of these cells makes the mark true: it lies within the figure, money in yuan; of a statement, is 0.
bool holds(const Mark& mark, const std::optional<Figure>& figure, const std::vector<std::string>& cells,
           const Values& values);

}  // namespace gouji::test
