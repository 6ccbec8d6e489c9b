// Putting things in order by one sort for all of them: of std::sort and std::stable_sort the module would hold 2 kB for
// every kind of thing.
#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <utility>
#include <vector>

namespace gouji {

// The indices 0 … n-1 in the order that `less` asks for; what is equal stays as it was. None where they are in that
// order already. `things` is handed on to it.
std::vector<uint32_t> stable_order(uint32_t n, bool (*less)(const void* things, uint32_t a, uint32_t b),
                                   const void* things);

// As std::stable_sort.
template <class Iterator, class Less>
void put_in_order(Iterator first, Iterator last, const Less& less) {
  using Thing = typename std::iterator_traits<Iterator>::value_type;
  struct Things {
    Iterator first;
    const Less& less;
  };
  const Things things{first, less};
  const auto compare = [](const void* context, uint32_t a, uint32_t b) {
    const Things& t = *static_cast<const Things*>(context);
    return bool(t.less(t.first[std::ptrdiff_t(a)], t.first[std::ptrdiff_t(b)]));
  };
  const std::vector<uint32_t> order = stable_order(uint32_t(last - first), compare, &things);
  std::vector<Thing> sorted;
  sorted.reserve(order.size());
  for (const uint32_t i : order) sorted.push_back(std::move(first[std::ptrdiff_t(i)]));
  for (Thing& thing : sorted) *first++ = std::move(thing);
}

// The value that more than half of all have, and how many that are; any value and its number where there is none.
struct MostCommon {
  size_t value = 0, count = 0;
};
MostCommon most_common(const std::vector<size_t>& all);

}  // namespace gouji
