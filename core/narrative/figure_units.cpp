#include "narrative/figure_units.h"

#include <algorithm>
#include <unordered_map>

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

struct Units {
  std::unordered_map<char32_t, std::vector<Unit>> all;

  Units() {
    for (const data::units_row& row : data::units) {
      std::string_view rest = row.words;
      while (!rest.empty()) {
        const size_t space = rest.find(' ');
        if (const std::string_view word = rest.substr(0, space); !word.empty())
          all[utf8::decode(word, 0).value].push_back({word, measure_named(row.measure), row.factor[0] - '0', row.kind});
        if (space == std::string_view::npos) break;
        rest.remove_prefix(space + 1);
      }
    }
    for (auto& [first, list] : all)
      put_in_order(list.begin(), list.end(),
                   [](const Unit& x, const Unit& y) { return x.word.size() > y.word.size(); });
  }
};

}  // namespace

const std::vector<Unit>& units_from(char32_t first) {
  static const Units all;
  static const std::vector<Unit> none;
  const auto found = all.all.find(first);
  return found == all.all.end() ? none : found->second;
}

}  // namespace gouji
