// Files that tests read.
#pragma once

#include <string>
#include <vector>

namespace gouji::test {

std::string read(const std::string& path);  // "" where there is none; the caller requires more
bool exists(const std::string& path);

// Reports that people wrote, in ../shared, which not every checkout has beside it. The first call that finds them
// absent prints one line that says so.
std::vector<std::string> shared_reports();

// The made-up reports of tests/fixtures, without what is expected of them.
std::vector<std::string> fixtures();

// What a person read in a report: lines of tests/expected, see README.md there.
struct Expected {
  struct Cell {
    std::string table, row, column, text;
  };
  std::vector<std::pair<std::string, std::string>> about;  // "form" → "2021"
  std::vector<std::pair<int, std::string>> sections;
  std::vector<Cell> cells;
};
Expected expected(const std::string& path);

// A report and the file that says what stands in it.
struct Truth {
  std::string report, expected;
};
std::vector<Truth> truths();

}  // namespace gouji::test
