// Reading stays linear: a long report costs hardly more per byte than a short one. Both are read as often as makes the
// same number of bytes, in one run, so that the speed of the machine does not count. 20 MB, and the worst inputs, take
// minutes: scripts/bench holds them to their bounds.
#include <doctest/doctest.h>

#include <algorithm>

#include "support/inputs.h"

using namespace gouji;

namespace {

// How many times as long per byte the large report takes; the best of several tries, for noise only ever adds.
double ratio(size_t small_size, int times, int tries) {
  const std::string small = test::long_report(small_size);
  const std::string large = test::long_report(small.size() * size_t(times));
  const double bytes = double(large.size()) / double(small.size() * size_t(times));
  double best = 1e9;
  for (int i = 0; i < tries && best > 1.0; ++i)
    best = std::min(best, test::seconds_to_read(large, 1, 1) / bytes / test::seconds_to_read(small, times, 1));
  return best;
}

}  // namespace

// The tables weigh much in a short report: against a longer one, where they do not, the narrative alone must be linear.
TEST_CASE("a report of 2 MB takes hardly longer per byte than one of 20 kB or of 200 kB") {
  CHECK(ratio(20'000, 100, 5) <= 1.3);
  CHECK(ratio(200'000, 10, 5) <= 1.3);
}
