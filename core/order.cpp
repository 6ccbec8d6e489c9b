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

}  // namespace gouji
