#include "order.h"

#include <algorithm>
#include <numeric>

namespace gouji {

std::vector<uint32_t> stable_order(uint32_t n, bool (*less)(const void* things, uint32_t a, uint32_t b),
                                   const void* things) {
  uint32_t in_order = 1;
  while (in_order < n && !less(things, in_order, in_order - 1)) ++in_order;
  if (in_order >= n) return {};
  std::vector<uint32_t> order(n);
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(), [&](uint32_t a, uint32_t b) { return less(things, a, b); });
  return order;
}

// Boyer and Moore's vote: whoever has more than half is left when each vote for another has taken one away.
MostCommon most_common(const std::vector<size_t>& all) {
  MostCommon out;
  for (const size_t value : all) {
    if (out.count == 0) out.value = value;
    value == out.value ? ++out.count : --out.count;
  }
  out.count = size_t(std::count(all.begin(), all.end(), out.value));
  return out;
}

}  // namespace gouji
