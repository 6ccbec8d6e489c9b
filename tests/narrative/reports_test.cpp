// The labels of the published reports themselves: whether they cover every figure, cut at figures, and agree with the
// tables.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>

#include "report/result.h"
#include "support/figure.h"
#include "support/files.h"
#include "support/labelled.h"
#include "text/number.h"
#include "text/utf8.h"

using namespace gouji;

namespace {

constexpr const char* kReports[] = {"hongsibu-2022", "ningxia-2018", "ningxia-office-2022", "tongxin-2022",
                                    "zhongwei-2023"};

bool is_space_or_mark(char32_t c) {
  return c <= 0x20 || c == 0x3000 || c == 0xA0 ||
         std::u32string_view(U"，。；：、,.;:()（）《》〈〉“”*#|").find(c) != std::u32string_view::npos;
}

test::Values values_of(const Result& r) {
  test::Values out;
  for (const Table& t : r.report.tables)
    for (const Cell& c : t.cells)
      if (c.value)
        out[std::string(t.form->id) + "." + std::string(t.form->rows[c.row].id) + "." +
            std::string(t.form->columns[c.column].id)] = to_string(*c.value);
  return out;
}

}  // namespace

TEST_CASE("labelled reports: every digit is labelled, every label cuts at a figure and agrees with the tables") {
  size_t reports = 0, must = 0, may = 0, compared = 0;
  std::map<test::Verdict, size_t> verdicts;
  for (const std::string& path : test::shared_reports()) {
    const std::string file = path.substr(path.rfind('/') + 1), name = file.substr(0, file.size() - 4);
    if (std::find(std::begin(kReports), std::end(kReports), name) == std::end(kReports)) continue;
    CAPTURE(name);
    const Result r = check(test::read(path), {});
    REQUIRE_FALSE(r.failure);
    const std::string& text = r.report.source.text;
    std::vector<std::string> errors;
    const std::vector<test::ReportMark> marks = test::report_marks(name, text, errors);
    for (const std::string& e : errors) MESSAGE(e);
    REQUIRE(errors.empty());
    ++reports;

    std::vector<Span> covered;
    for (const Table& t : r.report.tables) covered.push_back(t.span);
    for (const test::ReportMark& m : marks) covered.push_back(m.span);
    size_t bare = 0;
    for (uint32_t i = 0; i < text.size(); i += utf8::decode(text, i).size) {
      const char32_t c = utf8::decode(text, i).value;
      const bool digit = utf8::is_digit(c) || (c >= U'０' && c <= U'９');
      const bool labelled =
          std::any_of(covered.begin(), covered.end(), [&](Span s) { return s.begin <= i && i < s.end; });
      bare += digit && !labelled;
    }
    CHECK(bare == 0);

    const test::Values values = values_of(r);
    for (const test::ReportMark& m : marks) {
      CAPTURE(m.utf16.begin);
      CAPTURE(m.note);
      for (const Table& t : r.report.tables) CHECK_FALSE(t.span.overlaps(m.span));
      ++verdicts[m.verdict];
      must += m.expect == "must";
      may += m.expect == "may";
      if (!m.statement && m.note != "mail") {
        CHECK(utf8::is_digit(utf8::decode(m.text, 0).value));
        CHECK_FALSE(is_space_or_mark(utf8::before(m.text, m.text.size()).value));
      }
      const std::optional<test::Figure> figure = test::figure(m.text);
      if (m.cells.empty() || (!m.statement && !figure)) continue;
      for (const std::vector<std::string>& cells : m.cells) {
        for (const std::string& cell : cells) REQUIRE(values.count(cell) == 1);
        CHECK(test::holds(m, figure, cells, values) == (m.verdict == test::Verdict::agrees));
        ++compared;
      }
    }
  }
  if (reports == 0) return;
  CHECK(reports == std::size(kReports));
  CHECK(must == 4);
  MESSAGE(reports << " published reports: " << verdicts[test::Verdict::agrees] << " figures and statements agree, "
                  << must << " must be found, " << may << " may, " << verdicts[test::Verdict::silent] << " silent, "
                  << verdicts[test::Verdict::unchecked] << " unchecked, " << verdicts[test::Verdict::other]
                  << " other; " << compared << " compared with cells");
}
