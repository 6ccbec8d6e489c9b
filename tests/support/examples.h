// Pieces of reports, from core/data/examples by way of the rules that use them.
#pragma once

#include <string>
#include <string_view>

#include "data.h"

namespace gouji::test {

inline std::string good_example(std::string_view rule) {
  for (const data::rules_row& r : data::rules)
    if (r.id == rule) return std::string(r.good);
  return {};
}

inline std::string replaced(std::string text, std::string_view from, std::string_view to) {
  const size_t at = text.find(from);
  return at == std::string::npos ? text : text.replace(at, from.size(), to);
}

}  // namespace gouji::test
