// Slips as they happen in offices, made in a whole report: what a clerk gets is one finding with the cure first, or an
// honest list.
#include <doctest/doctest.h>

#include "report/result.h"
#include "support/files.h"

using namespace gouji;

namespace {

std::string fixture(std::string_view name) {
  for (const std::string& f : test::fixtures())
    if (f.substr(f.rfind('/') + 1) == name) return test::read(f);
  return {};
}

struct Line {
  std::string_view label;    // what its line holds
  std::string_view figures;  // what it ends with instead
};

// Puts other figures at the end of lines; as many as there are.
std::string with(std::string text, const std::vector<Line>& rows) {
  for (const Line& r : rows) {
    const size_t label = text.find(r.label);
    REQUIRE(label != std::string::npos);
    const size_t end = text.find('\n', label);
    size_t count = 1, from = end;
    for (const char c : r.figures) count += c == ' ';
    while (count-- > 0) from = text.find_last_of("\t\n", from - 1);
    std::string figures(r.figures);
    for (char& c : figures) c = c == ' ' ? '\t' : c == '_' ? ' ' : c;
    text.replace(from + 1, end - from - 1, figures);
  }
  return text;
}

// "applications.cell 2" for a finding that names two cells, in the order of findings.
std::string said(const Result& r) {
  std::string out;
  for (const Finding& f : r.findings)
    out += (out.empty() ? "" : ", ") + std::string(f.rule) + " " + std::to_string(f.cells.size());
  return out;
}

}  // namespace

TEST_CASE("one slip, one finding, and its cure is the first fix") {
  struct Case {
    std::string_view slip;
    std::vector<Line> rows;
    std::string_view said;
  };
  const Case cases[] = {
      {"a row one column to the right", {{"一、本年新收", "0 46 5 1 0 2 55"}}, "applications.cell 6"},
      {"a row one column to the left", {{"本机关不掌握", "1 1 0 0 1 0 11"}}, "applications.cell 4"},
      {"a nought too many", {{"本机关不掌握", "80 1 1 0 0 1 11"}}, "applications.cell 1"},
      {"a nought too many in the last total", {{"（七）总计", "47 5 1 0 2 1 560"}}, "applications.cell 1"},
      {"two digits exchanged", {{"一、本年新收", "64 5 1 0 2 1 55"}}, "applications.cell 1"},
      {"a cell and its row's total, the others not", {{"（一）予以公开", "18 2 0 0 1 0 21"}}, "applications.cell 2"},
      {"new ones and their total", {{"一、本年新收", "47 5 1 0 2 1 56"}}, "applications.cell 2"},
      {"nothing carried over, all noughts", {{"四、结转下年度", "0 0 0 0 0 0 0"}}, "applications.cell 3"},
      {"nothing carried in, all noughts", {{"二、上年结转", "0 0 0 0 0 0 0"}}, "applications.cell 3"},
      {"a figure left out", {{"四、结转下年度", "0 1 0 0 0 0 3"}}, "applications.cell 1"},
      {"the total of a row", {{"本机关不掌握", "8 1 1 0 0 1 10"}}, "applications.cell 1"},
      {"the total of reviews", {{"2\t1\t0\t1\t4", "2 1 0 1 40 1 0 0 0 1 1 0 1 0 2"}}, "review.cell 1"},
      {"a result of reviews", {{"2\t1\t0\t1\t4", "20 1 0 1 4 1 0 0 0 1 1 0 1 0 2"}}, "review.cell 1"},
      {"counted under another kind", {{"（一）予以公开", "19 0 0 0 1 0 20"}}, "applications.column_sum 0"},
      {"a result that is any of five", {{"2\t1\t0\t1\t4", "2 1 0 0 4 1 0 0 0 1 1 0 1 0 2"}}, "review.sum 0"},
      {"a blank", {{"（一）予以公开", "17  0 0 1 0 20"}}, "reading.blank 1"},
      {"slashes for noughts", {{"重复申请", "/ / / / / / /"}}, "reading.blank 7"},
      {"a letter for a digit", {{"（一）予以公开", "l7 2 0 0 1 0 20"}}, "reading.unclear 1"},
      {"a blank within a figure", {{"一、本年新收", "4_6 5 1 0 2 1 55"}}, ""},
  };
  const std::string right = fixture("tabs-2021.txt");
  REQUIRE_FALSE(right.empty());
  const Result before = check(right, {});
  REQUIRE(before.findings.empty());
  for (const Case& c : cases) {
    CAPTURE(c.slip);
    const std::string wrong = with(right, c.rows);
    const Result r = check(wrong, {});
    CHECK(said(r) == c.said);
    if (r.findings.empty() || r.findings[0].cells.empty() || r.findings[0].rule.substr(0, 7) == "reading") continue;
    REQUIRE_FALSE(r.findings[0].fixes.empty());
    std::string mended = wrong;
    const std::vector<Edit>& edits = r.findings[0].fixes[0].edits;
    for (size_t i = edits.size(); i-- > 0;) mended.replace(edits[i].span.begin, edits[i].span.size(), edits[i].text);
    CHECK(mended == right);
  }
}
