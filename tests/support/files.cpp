#include "support/files.h"

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <sstream>

#include <dirent.h>

namespace gouji::test {
namespace {

const std::string kTests = GOUJI_TESTS_DIR, kShared = GOUJI_SHARED_DIR;

bool ends_with(const std::string& s, const std::string& tail) {
  return s.size() >= tail.size() && s.compare(s.size() - tail.size(), tail.size(), tail) == 0;
}

// Not std::filesystem: it is not part of every libc++ that the suite is built with for WebAssembly.
std::vector<std::string> files_in(const std::string& folder) {
  std::vector<std::string> out;
  DIR* const dir = opendir(folder.c_str());
  if (dir == nullptr) return out;
  while (const dirent* const entry = readdir(dir)) {
    const std::string name = entry->d_name;
    if (name[0] != '.') out.push_back(folder + "/" + name);
  }
  closedir(dir);
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace

std::string read(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return in ? out.str() : std::string();
}

bool exists(const std::string& path) { return std::ifstream(path).good(); }

std::vector<std::string> shared_reports() {
  std::vector<std::string> out;
  for (const std::string& folder : {kShared + "/reports", kShared + "/reports/more"})
    for (const std::string& file : files_in(folder))
      if (ends_with(file, ".txt")) out.push_back(file);
  static bool said = false;
  if (out.empty() && !said) {
    std::printf("left out: the published reports, for ../shared/reports is not there\n");
    said = true;
  }
  return out;
}

std::vector<std::string> fixtures() {
  std::vector<std::string> out;
  for (const std::string& folder : {kTests + "/fixtures", kTests + "/fixtures/faulty"})
    for (const std::string& file : files_in(folder))
      if (ends_with(file, ".txt") || (ends_with(file, ".md") && !ends_with(file, "README.md")) ||
          ends_with(file, ".html"))
        out.push_back(file);
  return out;
}

Expected expected(const std::string& path) {
  Expected out;
  std::istringstream lines(read(path));
  for (std::string line; std::getline(lines, line);) {
    std::vector<std::string> fields;
    std::istringstream split(line + "\t");
    for (std::string field; std::getline(split, field, '\t');) fields.push_back(field);
    if (fields.empty() || fields[0].empty()) continue;
    fields.resize(4);
    if (fields[0] == "@section") {
      out.sections.push_back({std::stoi(fields[1]), fields[2]});
    } else if (fields[0][0] == '@') {
      out.about.push_back({fields[0].substr(1), fields[1]});
    } else {
      out.cells.push_back({fields[0], fields[1], fields[2], fields[3]});
    }
  }
  return out;
}

std::vector<Truth> truths() {
  std::vector<Truth> out;
  const auto name = [](const std::string& path) {
    const std::string file = path.substr(path.rfind('/') + 1);
    return file.substr(0, file.rfind('.'));
  };
  for (const std::string& report : shared_reports()) {
    const std::string truth = kTests + "/expected/" + name(report) + ".tsv";
    if (exists(truth)) out.push_back({report, truth});
  }
  for (const std::string& report : fixtures()) {
    const std::string truth = kTests + "/fixtures/" + name(report) + ".expected.tsv";
    if (exists(truth)) out.push_back({report, truth});
  }
  return out;
}

}  // namespace gouji::test
