#include <doctest/doctest.h>

#include "check/identities.h"
#include "report/result.h"
#include "rules/rules.h"
#include "support/examples.h"
#include "support/marked.h"

using namespace gouji;

// [[ ]] marks the span that the finding must have.
TEST_CASE("one wrong cell is named, with what it should be") {
  struct Case {
    std::string_view from, to, message;
  };
  static constexpr Case kCases[] = {
      {"信息\t2\t1", "信息\t[[5]]\t1", "「自然人·（四）1.本机关不掌握」应为 2，现为 5。2 条勾稽关系因此不成立。"},
      {"数量\t9\t2", "数量\t[[19]]\t2", "「自然人·一、本年新收」应为 9，现为 19。2 条勾稽关系因此不成立。"},
      {"（七）总计\t9", "（七）总计\t[[8]]", "「自然人·（七）总计」应为 9，现为 8。3 条勾稽关系因此不成立。"},
      {"\t1\t12\n四", "\t1\t[[21]]\n四", "「总计·（七）总计」应为 12，现为 21。3 条勾稽关系因此不成立。"},
      {"（一）予以公开\t3", "（一）予以公开\t[[０]]",
       "「自然人·（一）予以公开」应为 3，现为 0。2 条勾稽关系因此不成立。"},
  };
  for (const Case& c : kCases) {
    CAPTURE(c.to);
    const test::Marked m = test::marked(test::replaced(test::good_example("applications.cell"), c.from, c.to));
    REQUIRE(m.spans.size() == 1);
    const Result r = check(m.text, {.is_text = true});
    REQUIRE(r.findings.size() == 1);
    CHECK(r.findings[0].rule == "applications.cell");
    CHECK(r.findings[0].span == m.spans[0]);
    CHECK(r.findings[0].message == c.message);
    CHECK(r.findings[0].related.size() + 1 == r.failed);
  }
}

TEST_CASE("where no single cell is to blame, each equation speaks at its total") {
  // Two wrong cells in different rows and columns.
  std::string text = test::good_example("applications.cell");
  text = test::replaced(text, "（一）予以公开\t3", "（一）予以公开\t4");
  text = test::replaced(text, "信息\t2\t1", "信息\t2\t3");
  const Result r = check(text, {.is_text = true});
  CHECK(r.failed == 4);
  REQUIRE(r.findings.size() == 4);
  for (const Finding& f : r.findings) {
    CHECK(f.cells.empty());
    REQUIRE(f.equation);
    CHECK(f.equation->total == CellRef{f.equation->total.form, f.equation->total.row, f.equation->total.column});
    REQUIRE(f.span);
    CHECK(std::string(f.rule) == std::string(f.equation->identity->rule));
  }
}

TEST_CASE("an equation with a cell that is not known is unknown, and accuses nobody") {
  const std::string text =
      test::replaced(test::good_example("applications.cell"), "（一）予以公开\t3", "（一）予以公开\t/");
  const Result r = check(text, {.is_text = true});
  CHECK(r.failed == 0);
  CHECK(r.unknown == 2);
  REQUIRE(r.findings.size() == 1);
  CHECK(r.findings[0].rule == "reading.blank");
}

TEST_CASE("equations come in the form's order with every cell of theirs") {
  const Result r = check(test::good_example("applications.cell"), {.is_text = true});
  REQUIRE(r.checks.size() == 39);
  CHECK(r.checks[0].text == "一 + 二 = 三（七） + 四 · 自然人");
  CHECK(r.checks[0].cells.size() == 4);
  CHECK(r.checks[7].identity->rule == "applications.column_sum");
  CHECK(r.checks[7].cells.size() == 22);
  CHECK(r.checks[14].text == "自然人 + 法人或其他组织五类 = 总计 · 一、本年新收");
  CHECK(r.checks[14].cells.size() == 7);
  for (const Check& c : r.checks)
    for (size_t i = 1; i < c.cells.size(); ++i)
      CHECK((c.cells[i - 1].row < c.cells[i].row ||
             (c.cells[i - 1].row == c.cells[i].row && c.cells[i - 1].column < c.cells[i].column)));
}

TEST_CASE("a row that the form does not have makes no sum over rows fail") {
  std::string text = test::good_example("applications.cell");
  text = test::replaced(text, "8.属于行政查询事项", "9.属于工作秘密\t1\t0\t0\t0\t0\t0\t1\n8.属于行政查询事项");
  text = test::replaced(text, "（七）总计\t9\t2\t0\t0\t0\t1\t12", "（七）总计\t10\t2\t0\t0\t0\t1\t13");
  text = test::replaced(text, "继续办理\t1\t0\t0\t0\t0\t0\t1", "继续办理\t0\t0\t0\t0\t0\t0\t0");
  const Result r = check(text, {.is_text = true});
  CHECK(r.failed == 0);
  CHECK(r.unknown == 7);
  CHECK(r.errors == 0);
  REQUIRE(r.findings.size() == 1);  // and it is said
  CHECK(r.findings[0].rule == "structure.extra_row");
  const Table& t = *r.report.table("applications");
  REQUIRE(t.extras.size() == 1);
  CHECK(t.extras[0].name == "属于工作秘密");
  CHECK(to_string(*t.extras[0].cells.back().value) == "1");
}

TEST_CASE("the equations choose between readings where exactly one makes all hold") {
  std::string good = test::good_example("applications.cell");
  for (char& c : good) c = c == '\t' ? ' ' : c;
  const auto row = [](const Result& r, std::string_view id) {
    std::string out;
    for (const Cell& c : r.report.table("applications")->cells)
      if (r.report.table("applications")->form->rows[c.row].id == id)
        out += (c.value ? to_string(*c.value) : "!") + (c.chosen ? "* " : " ");
    return out;
  };
  // 12 split in two: only 1 2 → 12 makes the row and its columns hold.
  const Result split = check(test::replaced(good, "数量 9 2 0 0 0 1 12", "数量 9 2 0 0 0 1 1 2"), {.is_text = true});
  CHECK(row(split, "new") == "9* 2* 0* 0* 0* 1* 12* ");
  CHECK(split.findings.empty());
  CHECK(split.passed == 39);
  // A nought too many: no figure starts with one, so nothing can be joined, and it is said.
  const Result open =
      check(test::replaced(good, "重复申请 0 0 0 0 0 0 0", "重复申请 0 0 0 0 0 0 0 0"), {.is_text = true});
  CHECK(row(open, "declined.repeat") == "! ! ! ! ! ! ! ");
  CHECK_FALSE(open.findings.empty());
  // A wrong figure beside a split one: no joining makes all hold.
  const Result wrong = check(test::replaced(good, "数量 9 2 0 0 0 1 12", "数量 8 2 0 0 0 1 1 2"), {.is_text = true});
  CHECK(row(wrong, "new") == "! ! ! ! ! ! ! ");
}
