#include <doctest/doctest.h>

#include <algorithm>

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
      {"信息\t2\t1", "信息\t[[5]]\t1",
       "「自然人·（四）1.本机关不掌握」应为 2，现为 5：按到了旁边的键。该列合计与该行合计因此都多出 3。"},
      {"数量\t9\t2", "数量\t[[19]]\t2",
       "「自然人·一、本年新收」应为 9，现为 19：有一位数字写错。该列收支与该行合计因此都多出 10。"},
      {"（七）总计\t9", "（七）总计\t[[8]]",
       "「自然人·（七）总计」应为 9，现为 8：少计了 1。该列收支、该列合计与该行合计因此都对不上，各差 1。"},
      {"\t1\t12\n四", "\t1\t[[21]]\n四",
       "「总计·（七）总计」应为 12，现为 21：数字颠倒。该列收支、该列合计与该行合计因此都对不上，各差 9。"},
      {"（一）予以公开\t3", "（一）予以公开\t[[０]]",
       "「自然人·（一）予以公开」应为 3，现为 0：漏填，写成了 0。该列合计与该行合计因此都少了 3。"},
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

TEST_CASE("two wrong cells are named together, the first as the place, the other as related") {
  std::string text = test::good_example("applications.cell");
  text = test::replaced(text, "（一）予以公开\t3", "（一）予以公开\t[[4]]");
  text = test::replaced(text, "信息\t2\t1", "信息\t2\t[[3]]");
  const test::Marked m = test::marked(text);
  REQUIRE(m.spans.size() == 2);
  const Result r = check(m.text, {.is_text = true});
  CHECK(r.failed == 4);
  REQUIRE(r.findings.size() == 1);
  const Finding& f = r.findings[0];
  CHECK(f.rule == "applications.cell");
  CHECK(f.cells.size() == 2);
  CHECK(f.span == m.spans[0]);
  constexpr std::string_view kWords =
      "「自然人·（一）予以公开」应为 3，现为 4（多计了 1）；「商业企业·（四）1.本机关不掌握」应为 1，现为 3（有一位数字写错）。"
      "4 条勾稽关系因此不成立。";
  CHECK(f.message == kWords);
  CHECK(f.related.size() == 4);  // the other cell, and three of the four equations
  CHECK(std::any_of(f.related.begin(), f.related.end(), [&](const Note& n) { return n.span == m.spans[1]; }));
  REQUIRE(f.fixes.size() == 1);
  CHECK(f.fixes[0].edits.size() == 2);
  CHECK(f.fixes[0].safety == Safety::needs_review);
}

TEST_CASE("where nothing stands out nobody is accused, and every way to mend it is listed") {
  // 2 + 1 + 0 + 1 = 5?
  const std::string text = test::replaced(test::good_example("review.cell"), "2\t1\t0\t1\t4", "2\t1\t0\t1\t5");
  const Result r = check(text, {.is_text = true});
  REQUIRE(r.findings.size() == 1);
  const Finding& f = r.findings[0];
  CHECK(f.rule == "review.sum");
  CHECK(f.cells.empty());
  REQUIRE(f.equation);
  CHECK(slice(text, *f.span) == "5");
  CHECK(f.fixes.size() == 5);
  for (size_t i = 1; i < f.fixes.size(); ++i) CHECK(f.fixes[i - 1].confidence >= f.fixes[i].confidence);
}

TEST_CASE("where a slip tells its story, the one of several cells is named") {
  // 14 + 3 = 17 with 41 for 14: any of five cells could be mended, but only two digits changed places in one.
  const std::string text = test::replaced(test::good_example("review.cell"), "2\t1\t0\t1\t4", "41\t2\t0\t1\t17");
  const Result r = check(text, {.is_text = true});
  REQUIRE(r.findings.size() == 1);
  CHECK(r.findings[0].rule == "review.cell");
  CHECK(r.findings[0].message == "「行政复议·结果维持」应为 14，现为 41：数字颠倒。四种结果之和因此多出 27。");
}

TEST_CASE("an applicant booked under the wrong kind is one move between two kinds") {
  // One of the natural persons of 一、本年新收 counted among the businesses: the row holds, two columns do not.
  const std::string text = test::replaced(test::good_example("applications.cell"), "数量\t9\t2", "数量\t8\t3");
  const Result r = check(text, {.is_text = true});
  CHECK(r.failed == 2);
  REQUIRE(r.findings.size() == 1);
  const Finding& f = r.findings[0];
  CHECK(f.cells.empty());
  CHECK(f.message.find("有 1 件归错了类：应计入「自然人」，计入了「商业企业」") != std::string::npos);
  // The rows it can have happened in, the likeliest first: those of carrying in and out count few natural persons.
  REQUIRE(f.fixes.size() >= 2);
  CHECK(f.fixes[0].title.find("一、本年新收") != std::string::npos);
}

TEST_CASE("rows that changed places are one slip, whatever the number of cells") {
  std::string text = test::good_example("applications.cell");
  text = test::replaced(text, "（七）总计\t9\t2\t0\t0\t0\t1\t12", "（七）总计\t1\t0\t0\t0\t0\t0\t1");
  text = test::replaced(text, "继续办理\t1\t0\t0\t0\t0\t0\t1", "继续办理\t9\t2\t0\t0\t0\t1\t12");
  const Result r = check(text, {.is_text = true});
  REQUIRE(r.findings.size() == 1);
  CHECK(r.findings[0].rule == "applications.cell");
  CHECK(r.findings[0].cells.size() == 8);
  CHECK(r.findings[0].message.find("「（七）总计」与「四、结转下年度」两行的数对调了。") != std::string::npos);
}

TEST_CASE("too much is wrong to tell: the equations are shown and nobody is accused") {
  std::string text = test::good_example("applications.cell");
  text = test::replaced(text, "（一）予以公开\t3\t1", "（一）予以公开\t30\t18");
  text = test::replaced(text, "信息\t2\t1\t0", "信息\t25\t1\t7");
  text = test::replaced(text, "3.其他\t1\t0\t0\t0", "3.其他\t1\t66\t0\t39");
  const Result r = check(text, {.is_text = true});
  REQUIRE(r.findings.size() == 1);
  CHECK(r.findings[0].cells.empty());
  CHECK(r.findings[0].fixes.empty());
  CHECK(r.findings[0].related.size() + 1 == r.failed);
  CHECK(r.findings[0].message.find("错的不止三格") != std::string::npos);
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
