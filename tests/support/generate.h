// Made-up reports together with their truth: random consistent values for a form, printed in a layout.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "form/schema.h"

namespace gouji::test {

// A small generator of random numbers that is the same everywhere, unlike those of the standard library.
class Random {
 public:
  explicit Random(uint64_t seed) : state_(seed * 0x9E3779B97F4A7C15u + 0x632BE59BD9B4E019u) {}
  uint32_t below(uint32_t n) {
    state_ ^= state_ << 13;
    state_ ^= state_ >> 7;
    state_ ^= state_ << 17;
    return uint32_t((state_ >> 11) % n);
  }
  bool chance(uint32_t in) { return below(in) == 0; }

 private:
  uint64_t state_;
};

struct Layout {
  std::string_view name;
  bool loses_nothing;  // a person could tell every cell for certain
};

// The layouts that documents are printed in.
std::vector<Layout> layouts();

struct Edition {
  std::string_view name;  // "2021", "2021 merged", "2019", "2014"
  std::vector<const TableForm*> tables;
};
std::vector<Edition> editions();

struct Document {
  std::string text;
  std::map<std::string, std::string> cells;  // "applications new natural" → what stands there
};

// The document of a seed: the same on every machine.
Document generate(const Edition& edition, size_t layout, uint64_t seed);

}  // namespace gouji::test
