// The labels of published reports: places and verdicts without the text.
#include <algorithm>
#include <cctype>
#include <sstream>

#include "support/files.h"
#include "support/labelled.h"
#include "text/utf8.h"

namespace gouji::test {
namespace {

// The byte at which each UTF-16 code unit begins, and the end.
std::vector<uint32_t> bytes_of(std::string_view text) {
  std::vector<uint32_t> out;
  for (size_t i = 0; i < text.size();) {
    const utf8::CodePoint c = utf8::decode(text, i);
    out.push_back(uint32_t(i));
    if (c.value >= 0x10000) out.push_back(uint32_t(i));
    i += c.size;
  }
  out.push_back(uint32_t(text.size()));
  return out;
}

bool is_number(const std::string& field) {
  return !field.empty() &&
         std::all_of(field.begin(), field.end(), [](unsigned char c) { return std::isdigit(c) != 0; });
}

}  // namespace

std::vector<ReportMark> report_marks(const std::string& name, std::string_view text, std::vector<std::string>& errors) {
  static const std::map<std::string, Verdict> kVerdicts = {{"agrees", Verdict::agrees},
                                                           {"disagrees", Verdict::disagrees},
                                                           {"unchecked", Verdict::unchecked},
                                                           {"other", Verdict::other},
                                                           {"silent", Verdict::silent}};
  const std::vector<uint32_t> bytes = bytes_of(text);
  std::vector<ReportMark> out;
  std::istringstream lines(read(std::string(GOUJI_TESTS_DIR) + "/narrative/reports/" + name + ".tsv"));
  int number = 0;
  uint32_t last = 0;
  for (std::string line; std::getline(lines, line);) {
    if (++number == 1) continue;  // the names of the columns
    std::vector<std::string> f;
    std::istringstream split(line + "\t");
    for (std::string field; std::getline(split, field, '\t');) f.push_back(field);
    const auto wrong = [&](const char* what) {
      errors.push_back(name + ".tsv:" + std::to_string(number) + ": " + what);
    };
    if (f.size() != 8 || !is_number(f[0]) || !is_number(f[1])) {
      wrong("not eight columns, or no offsets");
      continue;
    }
    ReportMark m;
    m.utf16 = {uint32_t(std::stoul(f[0])), uint32_t(std::stoul(f[1]))};
    if (m.utf16.begin < last || m.utf16.empty() || m.utf16.end >= bytes.size()) {
      wrong("out of order or of the text");
      continue;
    }
    last = m.utf16.end;
    m.span = {bytes[m.utf16.begin], bytes[m.utf16.end]};
    m.text = std::string(slice(text, m.span));
    m.statement = f[2] == "statement";
    if (!m.statement && f[2] != "quantity") wrong("neither quantity nor statement");
    if (kVerdicts.count(f[3]) == 0) {
      wrong("no such verdict");
      continue;
    }
    m.verdict = kVerdicts.at(f[3]);
    std::istringstream cells(f[4]);
    for (std::string cell; cells >> cell;) {
      if (m.cells.empty() || cell == "|") m.cells.emplace_back();
      if (cell != "|") m.cells.back().push_back(cell);
    }
    m.rule = f[5];
    m.expect = f[6];
    m.note = f[7];
    const bool must = m.verdict == Verdict::disagrees;
    if (must != (m.expect == "must") || (must && m.rule.empty())) wrong("a disagreement is a must with its rule");
    if (!must && m.expect != "may" && m.expect != "silent") wrong("neither must, may nor silent");
    if (m.note.empty()) wrong("no note");
    out.push_back(std::move(m));
  }
  if (out.empty()) errors.push_back(name + ".tsv: nothing there");
  return out;
}

}  // namespace gouji::test
