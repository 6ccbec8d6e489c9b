// Inputs by size: reports with a long narrative, and what is worst to read.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace gouji::test {

// A report of about so many bytes: its tables amid a narrative as long as it takes.
std::string long_report(size_t size);

struct WorstInput {
  std::string_view name;
  std::string (*make)(size_t size);
};
const std::vector<WorstInput>& worst_inputs();

// What is freed stays with the process from now on: where time is measured, a long text would pay for pages that a short
// one, read over and over, has once and for all.
void keep_pages();

// Seconds of the processor that reading `text` takes, `times` over, the best of so many runs: another program at work
// does not count.
double seconds_to_read(const std::string& text, int times = 1, int runs = 3);

}  // namespace gouji::test
