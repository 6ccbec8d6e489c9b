// Made-up reports together with their truth: random consistent values for an edition, printed in a layout.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "support/noise.h"
#include "support/sample.h"
#include "support/shape.h"
#include "text/decode.h"

namespace gouji::test {

// What a reader must make of a layout.
enum class Expect : uint8_t {
  exact,  // nothing is lost: every cell as it stands
  said,   // something is lost or doubtful: exact, or null and said
};

struct Layout {
  std::string_view name;
  Shape shape;
  uint64_t noise;
  Expect expect;
  std::string_view says;  // of `exact`: the rules that may speak, families ending in *
  Encoding encoding = Encoding::utf8;
  bool mark = false;  // a byte-order mark
};
const std::vector<Layout>& layouts();

struct Document {
  std::string bytes;
  std::map<std::string, Fact> cells;  // "applications new natural" → what stands there
};

// The seed of the nth document of a layout: its own, whatever other layouts there are.
uint64_t seed_of(const Layout& layout, uint64_t run, size_t n);

// The document of a seed: the same on every machine.
Document generate(const Edition& edition, const Layout& layout, uint64_t seed);

// A report printed in a layout, its values as they are.
Document print(Sample sample, const Layout& layout, Random& random);

}  // namespace gouji::test
