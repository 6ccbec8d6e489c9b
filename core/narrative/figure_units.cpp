#include "narrative/figure_units.h"

#include <algorithm>

#include "data.h"
#include "order.h"
#include "text/utf8.h"

namespace gouji {
namespace {

Measure measure_named(std::string_view name) {
  constexpr std::pair<std::string_view, Measure> kNames[] = {
      {"count", Measure::count}, {"money", Measure::money}, {"points", Measure::points}, {"times", Measure::times},
      {"span", Measure::span},   {"date", Measure::date},   {"name", Measure::name}};
  for (const auto& [n, m] : kNames)
    if (n == name) return m;
  return Measure::count;
}

char32_t first_of(const Unit& u) { return utf8::decode(u.word, 0).value; }

// By the first character, and of one the longest first.
std::vector<Unit> all_units() {
  std::vector<Unit> all;
  for (const data::units_row& row : data::units) {
    std::string_view rest = row.words;
    while (!rest.empty()) {
      const size_t space = rest.find(' ');
      if (const std::string_view word = rest.substr(0, space); !word.empty())
        all.push_back({word, measure_named(row.measure), row.factor[0] - '0', row.kind});
      if (space == std::string_view::npos) break;
      rest.remove_prefix(space + 1);
    }
  }
  put_in_order(all.begin(), all.end(), [](const Unit& x, const Unit& y) {
    const char32_t a = first_of(x), b = first_of(y);
    return a != b ? a < b : x.word.size() > y.word.size();
  });
  return all;
}

}  // namespace

std::span<const Unit> units_from(char32_t first) {
  static const std::vector<Unit> all = all_units();
  const auto begin =
      std::partition_point(all.begin(), all.end(), [first](const Unit& u) { return first_of(u) < first; });
  auto end = begin;
  while (end != all.end() && first_of(*end) == first) ++end;
  return std::span(all).subspan(size_t(begin - all.begin()), size_t(end - begin));
}

}  // namespace gouji
