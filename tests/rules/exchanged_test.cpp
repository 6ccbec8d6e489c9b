// What the narrative tells of the tables: which cell is wrong, and which rows changed places.
#include <doctest/doctest.h>

#include <algorithm>

#include "report/result.h"
#include "support/examples.h"

using namespace gouji;

namespace {

const std::string kNew = "一、本年新收政府信息公开申请数量\t9\t2\t0\t0\t0\t1\t12",
                  kGranted = "（一）予以公开\t3\t1\t0\t0\t0\t0\t4",
                  kNotHeld = "1.本机关不掌握相关政府信息\t2\t1\t0\t0\t0\t0\t3";

std::string figures(const std::string& row) { return row.substr(row.find('\t')); }
std::string label(const std::string& row) { return row.substr(0, row.find('\t')); }

std::string exchanged(std::string text, const std::string& a, const std::string& b) {
  text = test::replaced(text, a, label(a) + figures(b));
  return test::replaced(text, b, label(b) + figures(a));
}

}  // namespace

TEST_CASE("a cell that the equations cannot tell from others is named where the text says what it should be") {
  const std::string table = test::replaced(test::good_example("review.cell"), "2\t1\t0\t1\t4", "2\t1\t0\t1\t5");
  struct Case {
    std::string_view sentence;
    bool named;
    size_t findings;
  };
  static constexpr Case kCases[] = {
      {"", false, 1},
      {"因政府信息公开被申请行政复议4件。", true, 1},  // and what the text says is not held against it
      {"因政府信息公开被申请行政复议约4件。", false, 1},
      {"全市被申请行政复议4件。", false, 1},  // of others
  };
  for (const Case& c : kCases) {
    CAPTURE(c.sentence);
    const Result r = check(std::string(c.sentence) + "\n" + table, {.is_text = true});
    REQUIRE(r.findings.size() == c.findings);
    const Finding& f = r.findings[0];
    CHECK(f.cells.empty() != c.named);
    CHECK(f.rule == (c.named ? "review.cell" : "review.sum"));
    if (!c.named) continue;
    CHECK(f.message == "「行政复议·总计」应为 4，现为 5：多计了 1。四种结果之和因此与它相差 1。");
    REQUIRE_FALSE(f.related.empty());
    CHECK(std::any_of(f.related.begin(), f.related.end(),
                      [](const Note& n) { return n.message == "正文写的是 4，与改正后的表相符"; }));
    CHECK(f.fixes[0].confidence >= 0.9);
  }
}

TEST_CASE("a text that agrees with the wrong figure is to be checked with it") {
  std::string text = test::good_example("applications.cell");
  text = "全年新收政府信息公开申请21件。\n" + test::replaced(text, kNew, label(kNew) + "\t9\t2\t0\t0\t0\t1\t21");
  const Result r = check(text, {.is_text = true});
  REQUIRE(r.findings.size() == 1);
  CHECK(r.findings[0].rule == "applications.cell");  // the only cell that mends both equations, whatever the text says
  CHECK(std::any_of(r.findings[0].related.begin(), r.findings[0].related.end(),
                    [](const Note& n) { return n.message.find("改表时请一并核对") != std::string::npos; }));
}

TEST_CASE("rows that changed places where every equation holds are told by the text") {
  const std::string good = test::good_example("applications.cell");
  const std::string three = "办结申请中，予以公开4件，无法提供3件。本机关不掌握相关政府信息3件。\n";
  const Result named = check(three + exchanged(good, kGranted, kNotHeld), {.is_text = true});
  CHECK(named.failed == 0);
  REQUIRE(named.findings.size() == 1);
  const auto hint = [](const Finding& f) { return f.message.find("两行的数对调") != std::string::npos; };
  CHECK(hint(named.findings[0]));
  REQUIRE(named.findings[0].fixes.size() == 1);
  CHECK(named.findings[0].fixes[0].edits.size() == 4);
  // Of two figures of the text, the text itself may be wrong: both are said, and what would mend them.
  const std::string two = "办结申请中，予以公开4件，本机关不掌握3件。\n";
  const Result open = check(two + exchanged(good, kGranted, kNotHeld), {.is_text = true});
  CHECK(open.failed == 0);
  REQUIRE(open.findings.size() == 2);
  CHECK(hint(open.findings[0]));
  CHECK_FALSE(hint(open.findings[1]));
  // One figure tells nothing of rows.
  const Result one = check("办结申请中，予以公开4件。\n" + exchanged(good, kGranted, kNotHeld), {.is_text = true});
  REQUIRE(one.findings.size() == 1);
  CHECK_FALSE(hint(one.findings[0]));
  // Text and table agree.
  CHECK(check(two + good, {.is_text = true}).findings.empty());
}
