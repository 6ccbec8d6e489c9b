// How fast reports are read, and how slow the worst input of 1 MB is. scripts/bench builds and runs it; it fails where
// a bound is not kept.
#include <algorithm>
#include <cstdio>

#include "support/inputs.h"
#include "support/sample.h"

using namespace gouji;

namespace {

constexpr double kMB = 1e6;
constexpr double kLinear = 1.3;   // times as long per byte as a report of 20 kB
constexpr double kSlowest = 1.0;  // seconds for any input of 1 MB

// Names in a column of their own: a 汉字 takes two columns.
void name(std::string_view text) {
  const size_t columns = test::width(text);
  std::printf("%s%s", std::string(text).c_str(), std::string(columns < 34 ? 34 - columns : 1, ' ').c_str());
}

}  // namespace

int main() {
  test::keep_pages();
  std::printf("%-34s%12s%12s%12s%10s\n", "reports", "bytes", "ms", "MB/s", "ratio");
  struct Length {
    size_t bytes;
    const char* name;
  };
  double first = 0, steepest = 0;  // seconds per byte; the most that a report takes of the shortest one's
  for (const Length length : {Length{20'000, "20 kB"}, Length{2'000'000, "2 MB"}, Length{20'000'000, "20 MB"}}) {
    const std::string text = test::long_report(length.bytes);
    const int times = int(20'000'000 / length.bytes);
    const double seconds = test::seconds_to_read(text, times, 2) / times;
    const double each = seconds / double(text.size());
    if (first == 0) first = each;
    steepest = std::max(steepest, each / first);
    name(length.name);
    std::printf("%12zu%12.2f%12.1f%10.2f\n", text.size(), seconds * 1e3, 1 / each / kMB, each / first);
  }
  std::printf("\n%-34s%12s%12s%12s%10s\n", "worst inputs of 1 MB", "bytes", "ms", "MB/s", "ratio");
  double worst = 0;
  for (const test::WorstInput& input : test::worst_inputs()) {
    const std::string text = input.make(1'000'000);
    const double seconds = test::seconds_to_read(text, 1, 2);
    worst = seconds > worst ? seconds : worst;
    name(input.name);
    const double each = seconds / double(text.size());
    std::printf("%12zu%12.2f%12.1f%10.2f\n", text.size(), seconds * 1e3, 1 / each / kMB, each / first);
  }
  std::printf("\nratio: time per byte against the report of 20 kB\n");
  std::printf("a report takes at most %.2f times as long per byte as one of 20 kB (promised: %.1f)\n", steepest,
              kLinear);
  std::printf("the slowest input takes %.2f s (promised: %.1f)\n", worst, kSlowest);
  return steepest <= kLinear && worst < kSlowest ? 0 : 1;
}
