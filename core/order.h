// Putting things in order by one sort for all of them: of std::sort and std::stable_sort the module would hold 2 kB for
// every kind of thing.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <utility>
#include <vector>

namespace gouji {

// The indices 0 … n-1 in the order that `less` asks for; what is equal stays as it was. `things` is handed on to it.
std::vector<uint32_t> stable_order(uint32_t n, bool (*less)(const void* things, uint32_t a, uint32_t b),
                                   const void* things);

// As std::stable_sort; what is in order already is left alone.
template <class Iterator, class Less>
void put_in_order(Iterator first, Iterator last, const Less& less) {
  using Thing = typename std::iterator_traits<Iterator>::value_type;
  if (std::is_sorted(first, last, less)) return;
  struct Things {
    Iterator first;
    const Less& less;
  };
  const Things things{first, less};
  const auto compare = [](const void* context, uint32_t a, uint32_t b) {
    const Things& t = *static_cast<const Things*>(context);
    return bool(t.less(t.first[std::ptrdiff_t(a)], t.first[std::ptrdiff_t(b)]));
  };
  std::vector<Thing> sorted;
  const auto n = uint32_t(last - first);
  sorted.reserve(n);
  for (const uint32_t i : stable_order(n, compare, &things)) sorted.push_back(std::move(first[std::ptrdiff_t(i)]));
  for (uint32_t i = 0; i < n; ++i) first[std::ptrdiff_t(i)] = std::move(sorted[i]);
}

}  // namespace gouji
