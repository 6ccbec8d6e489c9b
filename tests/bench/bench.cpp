// How fast reports are read, and how slow the worst input of 1 MB is. scripts/bench builds and runs it.
#include <cstdio>

#include "support/inputs.h"
#include "support/sample.h"

using namespace gouji;

namespace {

constexpr double kMB = 1e6;

// Names in a column of their own: a 汉字 takes two columns.
void name(std::string_view text) {
  const size_t columns = test::width(text);
  std::printf("%s%s", std::string(text).c_str(), std::string(columns < 34 ? 34 - columns : 1, ' ').c_str());
}

}  // namespace

int main() {
  std::printf("%-34s%12s%12s%12s%10s\n", "reports", "bytes", "ms", "MB/s", "ratio");
  double first = 0;
  for (const size_t size : {size_t(20'000), size_t(1'000'000), size_t(20'000'000)}) {
    const std::string text = test::long_report(size);
    const int times = int(20'000'000 / size);
    const double seconds = test::seconds_to_read(text, times) / times;
    const double each = seconds / double(text.size());
    if (first == 0) first = each;
    name(size == 20'000 ? "20 kB" : size == 1'000'000 ? "1 MB" : "20 MB");
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
  std::printf("\nratio: time per byte against the report of 20 kB; the slowest input takes %.2f s\n", worst);
  return worst < 1.0 ? 0 : 1;
}
