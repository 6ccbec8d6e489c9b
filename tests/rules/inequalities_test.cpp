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
