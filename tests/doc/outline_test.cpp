#include <doctest/doctest.h>

#include "doc/outline.h"
#include "doc/report.h"
#include "text/fold.h"
#include "text/simplify.h"

using namespace gouji;

namespace {

Outline outline(std::string_view text) {
  MappedText folded;
  fold(text, 0, folded);
  return read_outline(folded);
}

std::string sections(std::string_view text) {
  MappedText folded;
  fold(text, 0, folded);
  std::string out;
  for (const Section& s : read_sections(folded, uint32_t(folded.text().size()), {}))
    out += std::to_string(s.number) + s.title + "@" + std::string(slice(text, s.span)) + "\n";
  return out;
}

}  // namespace

TEST_CASE("titles are read on one line or several, with body and year") {
  struct Case {
    std::string_view text, title, body;
    int year;
  };
  static constexpr Case kCases[] = {
      {"示例县2024年政府信息公开工作年度报告\n\n一、总体情况", "示例县2024年政府信息公开工作年度报告", "示例县", 2024},
      {"\n 示例区 2022 年政府信息公开工作年度报告\n", "示例区2022年政府信息公开工作年度报告", "示例区", 2022},
      {"# 示例县人民政府办公室\n\n## **2022 年政府信息公开工作年度报告**\n",
       "示例县人民政府办公室2022年政府信息公开工作年度报告", "示例县人民政府办公室", 2022},
      {"- 1 -\n示例县财政局\n2024年政府信息公开工作\n年度报告\n", "示例县财政局2024年政府信息公开工作年度报告",
       "示例县财政局", 2024},
      {"首页 > 政府信息公开年报\n政府信息公开年报\n标题：示例县2024年政府信息公开工作年度报告\n来源：示例县\n",
       "示例县2024年政府信息公开工作年度报告", "示例县", 2024},
      {"《示例县2024年政府信息公开工作年度报告》\n一、总体情况\n", "示例县2024年政府信息公开工作年度报告", "示例县",
       2024},
      {"2025-01-20\t示例县2024年政府信息公开工作年度报告\n", "示例县2024年政府信息公开工作年度报告", "示例县", 2024},
      {"示例县2023年政府信息公开工作年度报告\n示例县2024年政府信息公开工作年度报告\n一、总体情况\n",
       "示例县2024年政府信息公开工作年度报告", "示例县", 2024},
      {"示 例 县 2 0 2 4 年 政 府 信 息 公 开 工 作 年 度 报 告\n", "示例县2024年政府信息公开工作年度报告", "示例县",
       2024},
      {"示例县二〇二三年政府信息公开工作年度报告", "示例县二〇二三年政府信息公开工作年度报告", "示例县", 2023},
      {"示例县水务局（示例县水资源管理办公室）\n2024年政府信息公开工作年度报告\n",
       "示例县水务局（示例县水资源管理办公室）2024年政府信息公开工作年度报告", "示例县水务局（示例县水资源管理办公室）",
       2024},
      {"【年报】示例县政府信息公开工作年度报告（2024年）", "示例县政府信息公开工作年度报告（2024年）", "示例县", 2024},
      {"示例区卫生健康委员会\n2021政府信息公开工作年度报告\n", "示例区卫生健康委员会2021政府信息公开工作年度报告",
       "示例区卫生健康委员会", 2021},
      {"示例市市场监督管理局2016年政务信息公开年度报告", "示例市市场监督管理局2016年政务信息公开年度报告",
       "示例市市场监督管理局", 2016},
      {"２０２４年示例县政府信息公开工作年度报告", "2024年示例县政府信息公开工作年度报告", "示例县", 2024},
  };
  for (const Case& c : kCases) {
    CAPTURE(c.text);
    const Outline o = outline(c.text);
    REQUIRE(o.title);
    CHECK(o.title->text == c.title);
    CHECK(o.body.name == c.body);
    CHECK(o.year == c.year);
  }
  CHECK_FALSE(outline("根据《条例》要求，现发布《示例县2024年政府信息公开工作年度报告》。\n").title);
  CHECK_FALSE(outline("今天天气不错。\n").title);
}

TEST_CASE("a page whose text has no title is called as its browser tab") {
  const auto read = [](std::string_view head) {
    return read_report(decode("<html><head>" + std::string(head) + "</head><body><p>一、总体情况</p></body></html>"));
  };
  const Report r = read("<title>通知公告_示例县2023年政府信息公开工作年度报告_示例县人民政府</title>");
  REQUIRE(r.outline.title);
  CHECK(r.outline.title->text == "示例县2023年政府信息公开工作年度报告");
  CHECK(slice(r.source.text, r.outline.title->span) == r.outline.title->text);
  CHECK(r.outline.body.name == "示例县");
  CHECK(r.outline.year == 2023);
  CHECK_FALSE(read("<title>示例县人民政府</title>").outline.title);
  CHECK_FALSE(read("<title>").outline.title);
}

TEST_CASE("what a name says of the body") {
  struct Case {
    std::string_view name;
    Level level;
    Kind kind;
  };
  static constexpr Case kCases[] = {
      {"宁夏回族自治区", Level::province, Kind::government},
      {"自治区人民政府办公厅", Level::province, Kind::office},
      {"中卫市", Level::prefecture, Kind::government},
      {"青铜峡市", Level::county, Kind::government},
      {"同心县", Level::county, Kind::government},
      {"红寺堡区", Level::county, Kind::government},
      {"淮安市洪泽区人民政府", Level::county, Kind::government},
      {"武汉市财政局", Level::prefecture, Kind::department},
      {"北京市朝阳区人民政府办公室", Level::county, Kind::office},
      {"示例县示例镇人民政府", Level::township, Kind::government},
      {"国家税务总局镜湖区税务局", Level::county, Kind::department},
      {"示例市城乡建设局", Level::county, Kind::department},
      {"南京市城市管理局", Level::prefecture, Kind::department},
      {"盐城市城市管理综合执法局", Level::prefecture, Kind::department},
      {"示例县城市管理局", Level::county, Kind::department},
      {"国家税务总局", Level::state, Kind::department},
      {"审计署", Level::state, Kind::department},
      {"教育部", Level::state, Kind::department},
      {"示例县政府", Level::county, Kind::government},
      {"示例市经济技术开发区滨海街道办事处", Level::township, Kind::government},
      {"甲乙丙", Level::unknown, Kind::unknown},
  };
  for (const Case& c : kCases) {
    CAPTURE(c.name);
    CHECK(int(level_of(c.name)) == int(c.level));
    CHECK(int(kind_of(c.name)) == int(c.kind));
  }
}

TEST_CASE("sections are headings, not lists within a section") {
  CHECK(sections("一、总体情况\n收到16件。\n## **二、主动公开政府信息情况**\n六、其他需要报告的事项\n") ==
        "1总体情况@一、总体情况\n2主动公开政府信息情况@二、主动公开政府信息情况\n6其他需要报告的事项@"
        "六、其他需要报告的事项\n");
  CHECK(sections("一、概述\n二、主要做法\n一、又一个一\n三、问题\n") ==
        "1概述@一、概述\n2主要做法@二、主要做法\n3问题@三、问题\n");
  CHECK(sections("五、存在的主要问题及改进情况。一是培训不足。\n六、其他需要报告的事项：无。\n一、总体情况\n") ==
        "5存在的主要问题及改进情况@五、存在的主要问题及改进情况\n6其他需要报告的事项@六、其他需要报告的事项\n1总体情况@"
        "一、总体情况\n");
  CHECK(sections("1.总体情况\n（二）主动公开政府信息情况\n第六部分 其他需要报告的事项\n") ==
        "1总体情况@1.总体情况\n2主动公开政府信息情况@（二）主动公开政府信息情况\n6其他需要报告的事项@第六部分 "
        "其他需要报告的事项\n");
  // A heading within the first section, and no section: its number is another.
  CHECK(sections("一、总体情况\n（一）主动公开政府信息情况\n公开80条。\n") == "1总体情况@一、总体情况\n");
  CHECK(sections("总体情况\n一、总体情况\n") == "1总体情况@一、总体情况\n");  // a list of contents before it
  CHECK(sections("一、\n总体情况\n收到16件。\n二、主动公开政府信息\n情况\n制发1件。\n") ==
        "1总体情况@一、\n总体情况\n2主动公开政府信息情况@二、主动公开政府信息\n情况\n");
  // A list of contents before them.
  CHECK(sections("目录\n一、总体情况……1\n二、主动公开政府信息情况……2\n六、其他需要报告的事项……3\n"
                 "一、总体情况\n收到16件。\n二、主动公开政府信息情况\n制发1件。\n六、其他需要报告的事项\n无。\n") ==
        "1总体情况@一、总体情况\n2主动公开政府信息情况@二、主动公开政府信息情况\n6其他需要报告的事项@"
        "六、其他需要报告的事项\n");
  CHECK(sections("一、本年度收到申请。办结 12 件。\n") == "");
}

TEST_CASE("a second report in the same text is seen") {
  const std::string one = "示例县2023年政府信息公开工作年度报告\n一、总体情况\n内容\n";
  CHECK_FALSE(outline(one).second);
  const Outline two = outline(one + "示例县2024年政府信息公开工作年度报告\n一、总体情况\n");
  REQUIRE(two.second);
  CHECK_FALSE(outline(one + "示例县2023年政府信息公开工作年度报告\n一、又一个清单\n").second);  // a running head
  CHECK(outline(one + one).second);
  CHECK(two.second->year == 2024);
  CHECK(two.end == one.size());
  CHECK(outline(one + "示例县政府信息公开工作年度报告\n一、总体情况\n").second);
}

TEST_CASE("繁體 titles and headings are known, and kept as they were written") {
  const std::string text = "示例縣2024年政府信息公開工作年度報告\n一、總體情況\n二、主動公開政府信息情況\n";
  MappedText folded;
  fold(text, 0, folded);
  simplify(folded);
  const Outline o = read_outline(folded);
  REQUIRE(o.title);
  CHECK(o.title->text == "示例縣2024年政府信息公開工作年度報告");
  CHECK(o.body.name == "示例縣");
  CHECK(int(o.body.level) == int(Level::county));
  const std::vector<Section> sections = read_sections(folded, uint32_t(text.size()), {});
  REQUIRE(sections.size() == 2);
  CHECK(sections[0].title == "總體情況");
  CHECK(sections[0].named == 1);
  CHECK(sections[1].named == 2);
}
