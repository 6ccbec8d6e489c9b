#include "order.h"

#include <algorithm>
#include <numeric>

namespace gouji {

std::vector<uint32_t> stable_order(uint32_t n, bool (*less)(const void* things, uint32_t a, uint32_t b),
                                   const void* things) {
  std::vector<uint32_t> order(n);
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(), [&](uint32_t a, uint32_t b) { return less(things, a, b); });
  return order;
}

}  // namespace gouji
