// Two years of one body: what is said where they do not fit together, and what is not.
#include <doctest/doctest.h>

#include <algorithm>

#include "report/result.h"
#include "support/examples.h"
#include "support/files.h"

using namespace gouji;

namespace {

std::string said(const Result& r, std::string_view family = "years.") {
  std::string out;
  for (const Finding& f : r.findings)
    if (f.rule.substr(0, family.size()) == family)
      out += std::string(out.empty() ? "" : " ") + std::string(f.rule) +
             (f.severity == Severity::error  ? "!"
              : f.severity == Severity::info ? "?"
                                             : "");
  return out;
}

Result compare(std::string_view now, std::string_view last) {
  return check(now, {.is_text = true, .previous = last, .previous_is_text = true});
}

struct Change {
  std::string_view from, to;
};

std::string with(std::string text, std::initializer_list<Change> changes) {
  for (const Change& c : changes) {
    REQUIRE(text.find(c.from) != std::string::npos);
    text = test::replaced(text, c.from, c.to);
  }
  return text;
}

const std::string kIn = "二、上年结转政府信息公开申请数量\t", kOut = "四、结转下年度继续办理\t";

}  // namespace

TEST_CASE("what is carried in is what was carried out, in all and kind by kind") {
  const std::string good = test::good_example("years.carried_in");
  struct Case {
    std::string_view in, last_out, said;
  };
  static constexpr Case kCases[] = {
      {"1\t0\t0\t0\t0\t0\t1", "1\t0\t0\t0\t0\t0\t1", ""},
      {"1\t0\t0\t0\t0\t0\t1", "0\t0\t0\t0\t0\t0\t0", "years.carried_in!"},
      {"1\t0\t0\t0\t0\t0\t1", "0\t1\t0\t0\t0\t0\t1", "years.carried_in"},
      {"1\t0\t0\t0\t0\t0\t1", "1\t1\t0\t0\t0\t0\t2", "years.carried_in!"},
      {"1\t0\t0\t0\t0\t0\t1", "1\t/\t0\t0\t0\t0\t1", ""},  // what is blank is not 0, and nothing is said of it
  };
  for (const Case& c : kCases) {
    CAPTURE(c.last_out);
    const std::string now = with(good, {{kIn + "1\t0\t0\t0\t0\t0\t1", kIn + std::string(c.in)}});
    const std::string last = with(good, {{kOut + "1\t0\t0\t0\t0\t0\t1", kOut + std::string(c.last_out)}});
    CHECK(said(compare(now, last)) == c.said);
  }
  const Result r = compare(good, with(good, {{kOut + "1\t0\t0\t0\t0\t0\t1", kOut + "3\t0\t0\t0\t0\t0\t3"}}));
  REQUIRE(r.findings.size() == 1);
  CHECK(r.findings[0].message ==
        "上年结转与上年报告的“结转下年度继续办理”接不上：自然人这里是 1、上年报告是 3；总计这里是 1、上年报告是 3。");
  CHECK(r.findings[0].cells.size() == 2);
}

TEST_CASE("the report of last year tells which cell is wrong, and is not held against it twice") {
  const std::string last = test::good_example("years.carried_in");
  // 一 + 二 ≠ 三（七）+ 四 for the natural persons and in all: four rows may be wrong; last year carried out 1.
  const std::string now = with(last, {{kIn + "1\t0\t0\t0\t0\t0\t1", kIn + "4\t0\t0\t0\t0\t0\t4"}});
  const Result alone = check(now, {.is_text = true});
  REQUIRE(alone.findings.size() == 1);
  CHECK(alone.findings[0].cells.empty());
  const Result told = compare(now, last);
  REQUIRE(told.findings.size() == 1);
  CHECK(told.findings[0].rule == "applications.cell");
  CHECK(told.findings[0].cells.size() == 2);
  CHECK(told.findings[0].message.find("上年报告") != std::string::npos);
}

TEST_CASE("documents in force follow from last year's, unless the text tells why not") {
  const std::string good = test::good_example("years.stock");  // 12 = 10 + 3 - 1
  struct Case {
    std::string_view last, before, said;
  };
  static constexpr Case kCases[] = {
      {"2\t1\t10", "", ""},
      {"2\t1\t11", "", "years.stock"},
      {"2\t1\t9", "", "years.stock"},
      {"2\t1\t9", "对文件作了清理。\n", ""},
      {"2\t1\t9", "宣布失效文件1件。\n", ""},
      {"2\t1\t/", "", ""},
  };
  for (const Case& c : kCases) {
    CAPTURE(c.last);
    const std::string last = with(good, {{"行政规范性文件\t3\t1\t12", "行政规范性文件\t" + std::string(c.last)},
                                         {"1260", "1181"},
                                         {"85", "92"},
                                         {"103.25", "98.4"}});
    CHECK(said(compare(std::string(c.before) + good, last)) == c.said);
  }
  // Below zero counted back: said of the three figures, not of the years.
  const std::string last = with(good, {{"3\t1\t12", "2\t1\t10"}, {"1260", "1181"}, {"85", "92"}, {"103.25", "98.4"}});
  CHECK(said(compare(with(good, {{"3\t1\t12", "13\t1\t2"}}), last), "") == "disclosure.stock");
  // The public total of the form of 2019 is no stock.
  CHECK(said(compare(good, test::good_example("disclosure.public"))).find("years.stock") == std::string::npos);
}

TEST_CASE("only last year's report of the same body is compared with") {
  const std::string now = test::good_example("years.previous");
  struct Case {
    std::string_view title, said;
  };
  static constexpr Case kCases[] = {
      {"示例县2023年政府信息公开工作年度报告", ""},
      {"示例县人民政府2023年政府信息公开工作年度报告", ""},
      {"示例市示例县2023年政府信息公开工作年度报告", ""},
      {"示例县2022年政府信息公开工作年度报告", "years.previous"},
      {"示例县2024年政府信息公开工作年度报告", "years.previous"},
      {"示例市2023年政府信息公开工作年度报告", "years.previous"},
      {"示例县财政局2023年政府信息公开工作年度报告", "years.previous"},
      {"示例县人民政府办公室2023年政府信息公开工作年度报告", "years.previous"},
      {"今天天气不错", "years.previous"},
      {"", "years.previous"},
  };
  for (const Case& c : kCases) {
    CAPTURE(c.title);
    const Result r = compare(now, c.title);
    CHECK(said(r) == c.said);
    CHECK(r.previous_unread == (c.title.find("年") == std::string_view::npos));
    CHECK(r.errors == 0);
  }
  // Tables pasted alone name no body and no year, and nothing speaks against them.
  CHECK(said(compare(test::good_example("years.carried_in"), test::good_example("years.carried_in"))) == "");
}

TEST_CASE("a figure far from last year's is noted, a small one is not") {
  const std::string good = test::good_example("years.jump");
  const std::string last = with(good, {{"3\t1\t12", "2\t1\t10"}, {"1260", "1181"}, {"85", "92"}, {"103.25", "98.4"}});
  struct Case {
    std::string_view from, to, said;
  };
  static constexpr Case kCases[] = {
      {"行政许可\t1260", "行政许可\t5905", ""},  // just five times
      {"行政许可\t1260", "行政许可\t5906", "years.jump?"},
      {"行政许可\t1260", "行政许可\t230", "years.jump?"},
      {"行政许可\t1260", "行政许可\t0", ""},  // 0 may well be
      {"行政强制\t4", "行政强制\t40", ""},    // small
      {"103.25", "1032.5", "years.jump?"},
      {"103.25", "1032500", "years.jump"},  // yuan for 10,000 yuan
  };
  for (const Case& c : kCases) {
    CAPTURE(c.to);
    CHECK(said(compare(with(good, {{c.from, c.to}}), last)) == c.said);
  }
}

TEST_CASE("what last year's report says of a figure that is quoted") {
  const std::string last = [] {
    for (const data::rules_row& r : data::rules)
      if (r.id == "years.quoted") return std::string(r.previous);
    return std::string();
  }();
  struct Case {
    std::string_view sentence, said;
  };
  // Last year: 10 received, 3 carried in.
  static constexpr Case kCases[] = {
      {"全年新收政府信息公开申请12件，比上年10件增长20%。", ""},
      {"全年新收政府信息公开申请12件，比上年8件增长50%。", "years.quoted"},
      {"全年收到政府信息公开申请12件，比上年13件下降7.7%。", ""},  // with what was carried in
      {"全市新收政府信息公开申请45件，比上年30件增长50%。", ""},   // of others
      {"收到网民留言12件，比上年8件增长50%。", ""},                // of something else
      {"全年新收政府信息公开申请12件，2021年是8件。", ""},         // of another year
      {"全年新收政府信息公开申请12件，比上年约8件增长50%。", ""},  // not exact
      {"全年新收政府信息公开申请12件，同比增长20%。", ""},
  };
  for (const Case& c : kCases) {
    CAPTURE(c.sentence);
    CHECK(said(compare(std::string(c.sentence) + "\n" + test::good_example("applications.cell"), last)) == c.said);
  }
}

TEST_CASE("two consecutive years of published reports fit together") {
  struct Pair {
    std::string_view last, now, said;
  };
  // 洪泽 made many more licences than the year before; 宿迁 states a growth that follows from one more last year: a
  // warning.
  static constexpr Pair kPairs[] = {
      {"suqian-2023.txt", "suqian-2024.txt", "narrative.growth"},
      {"hongze-2023.raw.txt", "hongze-2024.raw.txt", "years.jump?"},
      {"hongze-2023.layout.txt", "hongze-2024.layout.txt", "years.jump?"},
      {"hongze-2023.raw.txt", "hongze-2024.layout.txt", "years.jump?"},
  };
  size_t compared = 0;
  for (const Pair& p : kPairs) {
    std::string now, last;
    for (const std::string& report : test::shared_reports()) {
      if (report.size() >= p.now.size() && report.substr(report.size() - p.now.size()) == p.now)
        now = test::read(report);
      if (report.size() >= p.last.size() && report.substr(report.size() - p.last.size()) == p.last)
        last = test::read(report);
    }
    if (now.empty() || last.empty()) continue;
    CAPTURE(p.now);
    const Result r = check(now, {.previous = last}), alone = check(now, {});
    std::string more;
    for (const Finding& f : r.findings)
      if (std::none_of(alone.findings.begin(), alone.findings.end(),
                       [&](const Finding& a) { return a.rule == f.rule && a.span == f.span; }))
        more += std::string(f.rule) + (f.severity == Severity::error ? "!" : f.severity == Severity::info ? "?" : "");
    CHECK(more == p.said);
    CHECK(r.findings.size() == alone.findings.size() + 1);
    ++compared;
  }
  MESSAGE(compared << " pairs of published reports compared");
}
