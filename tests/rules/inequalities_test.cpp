#include <doctest/doctest.h>

#include "report/result.h"
#include "support/examples.h"

using namespace gouji;

TEST_CASE("the head takes part in no more occasions than there are") {
  const std::string good = test::good_example("statistics.leader");
  const Result equal =
      check(test::replaced(good, "参加新闻发布会次数\t件\t1", "参加新闻发布会次数\t件\t3"), {.is_text = true});
  CHECK(equal.findings.empty());
  const Result more = check(test::replaced(good, "参加政府网站在线访谈次数\t件\t1", "参加政府网站在线访谈次数\t件\t3"),
                            {.is_text = true});
  REQUIRE(more.findings.size() == 1);
  CHECK(more.findings[0].rule == "statistics.leader");
  CHECK(more.findings[0].severity == Severity::error);
  CHECK(more.findings[0].message == "「主要负责同志参加在线访谈次数」是 3，超过了「在线访谈次数」的 2。");
}

TEST_CASE("an implied stock below zero is suspicious, unless documents lapsed or were cleared out") {
  const std::string good = test::good_example("disclosure.stock");
  const auto with = [&](std::string_view figures) {
    return test::replaced(good, "行政规范性文件\t3\t1\t12", "行政规范性文件\t" + std::string(figures));
  };
  struct Case {
    std::string_view figures;
    size_t findings;
  };
  // 废止 above 现行有效 is usual: what is in force is counted after it.
  for (const Case& c : {Case{"3\t40\t12", 0}, Case{"13\t1\t12", 0}, Case{"14\t1\t12", 1}, Case{"5\t0\t0", 1}}) {
    CAPTURE(c.figures);
    const Result r = check(with(c.figures), {.is_text = true});
    CHECK(r.findings.size() == c.findings);
    CHECK(r.errors == 0);
  }
  for (const std::string_view words : {"全年宣布失效文件9件。\n", "开展文件清理。\n"})
    CHECK(check(std::string(words) + with("14\t1\t12"), {.is_text = true}).findings.empty());
}

TEST_CASE("what is usual of the statistical table is asked about, and what may well be is not") {
  struct Case {
    std::string_view from, to, said;
  };
  static constexpr Case kCases[] = {
      {"政府网站公开政府信息数\t件\t800", "政府网站公开政府信息数\t件\t900", ""},  // all of it on the website
      {"政府网站公开政府信息数\t件\t800", "政府网站公开政府信息数\t件\t901", "statistics.channels"},
      {"政府网站公开政府信息数\t件\t800", "政府网站公开政府信息数\t件\t679", "statistics.channels"},
      {"政府网站公开政府信息数\t件\t800", "政府网站公开政府信息数\t件\t-", "reading.blank"},
      {"主动公开规范性文件数\t件\t12", "主动公开规范性文件数\t件\t14", ""},
      {"主动公开规范性文件数\t件\t12", "主动公开规范性文件数\t件\t15", "statistics.normative"},
      {"计1次）\t件\t9", "计1次）\t件\t33", ""},
      {"计1次）\t件\t9", "计1次）\t件\t34", "statistics.responses"},
      {"接受培训人员数\t人次\t160", "接受培训人员数\t人次\t0", "statistics.training"},
      {"3.政策解读稿件发布数\t件\t21", "3.政策解读稿件发布数\t件\t0", ""},
  };
  const std::string good = test::good_example("statistics.flow");
  for (const Case& c : kCases) {
    CAPTURE(c.to);
    REQUIRE(good.find(c.from) != std::string::npos);
    const Result r = check(test::replaced(good, c.from, c.to), {.is_text = true});
    std::string said;
    for (const Finding& f : r.findings) said += f.rule;
    CHECK(said == c.said);
    CHECK(r.errors == 0);
  }
}

TEST_CASE("requests that the text says were carried over need not be closed and answered") {
  std::string text = test::good_example("statistics.flow");
  text = test::replaced(text, "（一）收到申请数\t件\t20", "（一）收到申请数\t件\t22");
  text = test::replaced(text, "1.当面申请数\t件\t4", "1.当面申请数\t件\t6");
  const Result bare = check(text, {.is_text = true});
  REQUIRE(bare.findings.size() == 1);
  CHECK(bare.findings[0].rule == "statistics.flow");
  CHECK(bare.findings[0].message == "「收到申请数」是 22，「申请办结数」是 20，而正文没有提到结转。");
  CHECK(check("另有2件结转下年办理。\n" + text, {.is_text = true}).findings.empty());
  // An equation that fails says more than what is usual.
  const Result broken = check(test::replaced(text, "1.当面申请数\t件\t6", "1.当面申请数\t件\t5"), {.is_text = true});
  REQUIRE(broken.findings.size() == 1);
  CHECK(broken.findings[0].rule.substr(0, 11) == "statistics.");
  CHECK(broken.failed == 1);
}

TEST_CASE("more may be disclosed than was made, but not more than is public") {
  const std::string good = test::good_example("disclosure.public");
  const Result more = check(test::replaced(good, "规范性文件\t3\t12\t12", "规范性文件\t3\t13\t12"), {.is_text = true});
  REQUIRE(more.findings.size() == 1);
  CHECK(more.findings[0].rule == "disclosure.public");
  CHECK(
      more.findings[0].message ==
      "「本年新公开数量·规范性文件」是 13，比「对外公开总数量·规范性文件」的 12 还多；本年新公开的也在对外公开总数之内。");
}
