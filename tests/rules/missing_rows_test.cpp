// A table that breaks off, or lacks a stretch of rows: said once, with every cell that is missing.
#include <doctest/doctest.h>

#include <algorithm>

#include "report/result.h"
#include "support/examples.h"

using namespace gouji;

namespace {

const Finding* missing_rows(const Result& r) {
  const auto is_it = [](const Finding& f) { return f.rule == "reading.missing" && !f.span && f.cells.size() > 7; };
  CHECK(std::count_if(r.findings.begin(), r.findings.end(), is_it) == 1);
  const auto found = std::find_if(r.findings.begin(), r.findings.end(), is_it);
  return found == r.findings.end() ? nullptr : &*found;
}

}  // namespace

TEST_CASE("a table that breaks off is said to, once") {
  const std::string good = test::good_example("applications.cell");
  const Result r = check(good.substr(0, good.find("2.重复申请")), {.is_text = true});
  REQUIRE_FALSE(r.failure);
  const Finding* const f = missing_rows(r);
  REQUIRE(f != nullptr);
  CHECK(f->message == "申请办理情况表从「（五）2.重复申请」起的 9 行没有找到，表格好像在这里断了；请把整张表一起粘贴。");
  CHECK(f->cells.size() == 63);
  CHECK(check(good, {.is_text = true}).findings.empty());
}

TEST_CASE("a stretch of rows that is missing is said once, with its first and last") {
  std::string text = test::good_example("applications.cell");
  const size_t from = text.find("1.信访举报投诉"), to = text.find("（七）");
  REQUIRE(to != std::string::npos);
  text.erase(from, to - from);
  const Result r = check(text, {.is_text = true});
  REQUIRE_FALSE(r.failure);
  const Finding* const f = missing_rows(r);
  REQUIRE(f != nullptr);
  CHECK(f->message.find("到「（六）3.其他」") != std::string::npos);
  CHECK(f->message.find("8 行") != std::string::npos);
  CHECK(f->cells.size() == 56);
}

TEST_CASE("the beginning of a table of 2014, a cell a line, is seen and said") {
  std::string text = "附件\n统计指标\n单位\n统计数\n一、主动公开情况\n（一）主动公开政府信息数\n";
  for (const std::string_view row : {"件\n13843\n其中：主动公开规范性文件数\n", "件\n3748\n制发规范性文件总数\n",
                                     "件\n3748\n（二）通过不同渠道和方式公开政府信息的情况\n1.政府公报公开政府信息数\n",
                                     "件\n13843\n2.政府网站公开政府信息数\n", "件\n13779\n3.政务微博公开政府信息数\n",
                                     "件\n13570\n4.政务微信公开政府信息数\n", "件\n9302\n5.其他方式公开政府信息数\n",
                                     "件\n959\n二、回应解读情况\n（一）回应公众关注热点或重大舆情数\n"})
    text += row;
  const Result r = check(text, {.is_text = true});
  REQUIRE_FALSE(r.failure);
  const Table* const t = r.report.table("statistics");
  REQUIRE(t != nullptr);
  // Each figure is read where it belongs, or its row is named.
  for (const Cell& c : t->cells) {
    if (c.state == Cell::number) continue;
    CHECK(std::any_of(r.findings.begin(), r.findings.end(), [&](const Finding& f) {
      return std::find(f.cells.begin(), f.cells.end(), CellRef{t->form, c.row, c.column}) != f.cells.end();
    }));
  }
  CHECK(missing_rows(r)->message.find("好像在这里断了") != std::string::npos);
}
