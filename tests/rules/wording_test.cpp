// What is said of a report's wording and of what a body can have in table two: a clean report with one change each.
#include <doctest/doctest.h>

#include <set>

#include "report/result.h"
#include "support/examples.h"

using namespace gouji;

namespace {

constexpr std::string_view kOverview = "全年收到申请12件，办结12件。";
constexpr std::string_view kProblems = "个别单位答复不够规范，已组织培训。";
constexpr std::string_view kFee = "全年未收取信息处理费。";
constexpr std::string_view kPreface = "根据《中华人民共和国政府信息公开条例》编制";

Result read(const std::string& text) {
  Result r = check(text, {.is_text = true});
  REQUIRE_FALSE(r.failure);
  return r;
}

std::set<std::string> rules_of(const std::string& text) {
  std::set<std::string> out;
  const Result r = read(text);
  for (const Finding& f : r.findings) out.insert(std::string(f.rule));
  return out;
}

std::string clean() { return test::good_example("structure.title"); }
std::string with(std::string_view from, std::string_view to) {
  const std::string base = clean();
  REQUIRE(base.find(from) != std::string::npos);
  return test::replaced(base, from, to);
}
// The overview followed by `more`.
std::string telling(std::string_view more) {
  return with(kOverview, std::string(kOverview) + "\n" + std::string(more));
}

std::string marked(const Result& r, std::string_view rule) {
  for (const Finding& f : r.findings)
    if (f.rule == rule && f.span) return std::string(slice(r.report.source.text, *f.span));
  return {};
}

}  // namespace

TEST_CASE("wording that is wrong is named, and nothing else") {
  REQUIRE(rules_of(clean()).empty());
  struct Case {
    std::string text;
    std::string_view rule, marks;
  };
  const std::string long_paragraph =
      "县政府办公室会同有关部门制定公开目录，明确责任分工，细化工作流程，每季度通报栏目更新情况，并对重点领域逐项核对，发现问题"
      "立即整改到位。";
  const Case cases[] = {
      // Left over from drafting.
      {telling("该部分以表格形式报告。"), "structure.left_over", "该部分以表格形式报告"},
      {telling("（文字描述，收取信息处理费情况在此处报告。）"), "structure.left_over", "（文字描述"},
      {telling("公开信息23条（请根据实际情况填写）。"), "structure.left_over", "根据实际情况填写"},
      {telling("XX县积极推进政务公开。"), "structure.left_over", "XX"},
      {telling("全年主动公开××条信息。"), "structure.left_over", "××"},
      {telling("20XX年继续做好公开。"), "structure.left_over", "XX"},
      {telling("共举办培训____次。"), "structure.left_over", "____"},
      {telling("根据示政办发〔20 〕号文件要求。"), "structure.left_over", "〔20 〕号"},
      {telling("根据示政办发〔2024〕 号文件要求。"), "structure.left_over", "〔2024〕 号"},
      {telling("全年共主动公开条，反响良好。"), "structure.left_over", "公开条，"},
      {with(kPreface, "如有疑问请联系我们（邮编：　电话：　传真：）。根据《条例》编制"), "structure.left_over",
       "邮编：　电话"},
      {with(kPreface, "根据贵办《关于做好年报工作的通知》编制"), "structure.left_over", "根据贵办"},
      // Written twice.
      {telling("扎实推进信息公开工作工作。"), "structure.doubled", "工作工作"},
      {telling("重大政策的的出台。"), "structure.doubled", "的的"},
      {telling("严格审核，。按时公开。"), "structure.doubled", "，。"},
      {telling(long_paragraph + "\n又如下。\n" + long_paragraph), "structure.doubled", long_paragraph},
      // Numbered wrongly.
      {telling("（一）主动公开。已完成。\n（三）平台建设。已完成。"), "structure.numbering", "（三）"},
      {telling("（一）主动公开和依申请公开。\n（二）信息管理和平台建设。\n（二）监督保障和考核。"),
       "structure.numbering", "（二）"},
      {telling("一是抓学习；二是抓落实；四是抓考核。"), "structure.numbering", "四是"},
      // What the preface promises, and what the sections hold.
      {with(
           kPreface,
           "本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、存在的主要问题及改进情况、其他需要报告的事项"
           "五个部分组成。根据《条例》编制"),
       "structure.parts", "五个部分"},
      {with(kPreface, "本报告包括总体情况、主动公开、申请、行政复议、问题等 5 项内容。根据《条例》编制"),
       "structure.parts", "5 项内容"},
      {with(std::string(kOverview) + "\n", ""), "structure.empty_section", "一、总体情况"},
      {with(kFee, ""), "structure.empty_section", "六、其他需要报告的事项"},
      {with(kProblems, "无。"), "structure.empty_section", "五、存在的主要问题及改进情况"},
      {with(kProblems, "一年来圆满完成各项任务，得到群众一致好评。"), "structure.problems",
       "五、存在的主要问题及改进情况"},
      {with(kFee, "无其他需要报告的事项。"), "structure.processing_fee", "六、其他需要报告的事项"},
      {telling(
           "（一）主动公开。已完成。\n（二）依申请公开。已完成。\n（三）信息管理。已完成。\n（四）监督保障。已考核。"),
       "structure.overview", "一、总体情况"},
      // The notice on the form.
      {with(
           kPreface,
           "按照《国务院办公厅政府信息与政务公开办公室关于政府信息公开工作年度报告有关事项的通知》（国办公开办函〔2019〕60号）"
           "编制"),
       "structure.citation", "国办公开办函〔2019〕60号"},
      {with(kPreface, "按照《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕60号）编制"),
       "structure.citation", "国办公开办函〔2021〕60号"},
      {with(kPreface, "按照《中华人民共和国政府信息公开工作年度报告格式》（国办公开函〔2021〕30号）编制"),
       "structure.citation", "国办公开函〔2021〕30号"},
      // People.
      {telling("申请人身份证号11010119000101001X不对，110101190001010014为准。"), "narrative.personal",
       "110101190001010014"},
      {telling("经向申请人13800000000核实后答复。"), "narrative.personal", "13800000000"},
      // The date under it.
      {clean() + "\n示例县人民政府\n2024年12月25日\n", "years.issued", "2024年12月25日"},
      // Table two.
      {with("规章\t0\t0\t0", "规章\t0\t0\t4"), "disclosure.regulations", "4"},
      {test::replaced(with("规章\t0\t0\t0", "规章\t1\t0\t4"), "示例县2024", "银川市财政局2024"),
       "disclosure.regulations", "1"},
      {with("行政事业性收费\t103.25", "行政事业性收费\t103.2512345"), "disclosure.fee", "103.2512345"},
      {with("行政事业性收费\t103.25", "行政事业性收费\t20415531"), "disclosure.fee", "20415531"},
      {test::replaced(with("行政许可\t1260", "行政许可\t0"), "行政处罚\t85", "行政处罚\t0"), "disclosure.scope", "0"},
      // The title.
      {with("示例县2024年政府", "示例县2024政府"), "structure.title", "示例县2024政府信息公开工作年度报告"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.rule);
    CAPTURE(c.marks);
    CHECK(rules_of(c.text) == std::set<std::string>{std::string(c.rule)});
    const Result r = read(c.text);
    CHECK(marked(r, c.rule) == c.marks);
  }
}

TEST_CASE("wording that looks wrong and is right stays silent") {
  const std::string cases[] = {
      telling("详见www.xx.gov.cn/xxgk，邮箱xxgk@xx.gov.cn，微信号XXGK2024。"),
      telling("查处“××网络诈骗”案件，对张××等人的申请依法答复；3×24小时值守。"),
      telling("根据示政办发〔2024〕3号文件要求，做好公开条例的宣传。"),
      telling("县政府政府信息公开工作扎实推进，各部门部门预算全部公开，以便民为目的的服务更加完善。"),
      telling("……。正在建设中。"),
      telling("一是抓学习；二是抓落实，要求：一是全面，二是及时，三是准确；三是抓考核。"),
      telling("一是抓学习；二要抓落实；三是抓考核。"),
      telling("（一）主动公开。已完成。（二）平台建设。已完成。\n（三）监督保障。已完成。"),
      telling("1.主动公开。已完成。\n2.依申请公开。已完成。"),
      with(
          kPreface,
          "本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、存在的主要"
          "问题及改进情况、其他需要报告的事项6个部分组成。根据《条例》编制"),
      with(
          kPreface,
          "从以下三个方面报告。本报告由总体情况、主动公开、申请、行政复议、问题、报告的事项等六部分组成，五个方面。根据《条例》编制"),
      with(kPreface, "从以下三个方面回应社会关切，围绕5部分内容做好公开。根据《条例》编制"),
      with(kPreface, "按照省政府办公厅《关于政府信息公开工作年度报告有关事项的通知》（示政办函〔2021〕30号）编制"),
      with(kPreface, "联系电话：13800000000，邮箱13800000000@163.com。根据《条例》编制"),
      telling("统一社会信用代码11370306K21218151R，索引号110101190001010015。"),
      clean() + "\n示例县人民政府\n2025年1月20日\n",
      clean() + "\n附件：2024年12月20日印发的公开目录\n",
      test::replaced(with("规章\t0\t0\t0", "规章\t2\t0\t30"), "示例县2024", "银川市2024"),
      test::replaced(with("规章\t0\t0\t0", "规章\t2\t0\t30"), "示例县2024", "宁夏回族自治区人民政府办公厅2024"),
      test::replaced(test::replaced(with("行政许可\t1260", "行政许可\t0"), "行政处罚\t85", "行政处罚\t0"), "示例县2024",
                     "示例县统计局2024"),
      // A list of contents before the report: its figures are pages.
      with(
          kPreface,
          "目录\n一、总体情况……1\n二、主动公开政府信息情况……2\n三、收到和处理政府信息公开申请情况……3\n四、政府信息公开行政复议、"
          "行政诉讼情况……4\n五、存在的主要问题及改进情况……5\n六、其他需要报告的事项……6\n根据《条例》编制"),
  };
  for (const std::string& text : cases) {
    CAPTURE(text);
    CHECK(rules_of(text).empty());
  }
}

TEST_CASE("what stands there twice is put right by its fix") {
  const std::string text = telling("公开工作工作有序，政策的的落实到位。");
  const Result r = read(text);
  REQUIRE(r.findings.size() == 1);
  CHECK(r.findings[0].related.size() == 1);
  REQUIRE(r.findings[0].fixes.size() == 1);
  std::string mended = text;
  const auto& edits = r.findings[0].fixes[0].edits;
  for (size_t i = edits.size(); i-- > 0;) mended.replace(edits[i].span.begin, edits[i].span.size(), edits[i].text);
  CHECK(mended == telling("公开工作有序，政策的落实到位。"));
}

TEST_CASE("sentences that only a report of the form of 2021 needs are not asked of others") {
  // The overview of 2019 and the fee were not laid down so.
  const std::string old = test::replaced(with(kFee, "无其他需要报告的事项。"), "示例县2024年", "示例县2020年");
  CHECK(rules_of(test::replaced(old, "2024年1月1日", "2020年1月1日")).count("structure.processing_fee") == 0);
}

TEST_CASE("a section that a paste breaks off in is not judged as a whole") {
  const std::string overview =
      "（一）主动公开。全年公开信息120条。\n（二）依申请公开。收到申请12件。\n（三）政府信息管理。清理信息3条。\n";
  const std::string text = telling(overview);
  CHECK(rules_of(text).count("structure.overview") == 1);
  const std::string cut = text.substr(0, text.find(overview) + overview.size());
  CHECK(rules_of(cut).count("structure.overview") == 0);
  CHECK(rules_of(cut).count("structure.accountability") == 0);
  const std::string heading = text.substr(0, text.find("一、总体情况") + std::string("一、总体情况").size());
  CHECK(rules_of(heading).count("structure.empty_section") == 0);
}
