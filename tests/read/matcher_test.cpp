#include <doctest/doctest.h>

#include "read/matcher.h"

using namespace gouji;

TEST_CASE("a label's key is its 汉字 without enumerator and brackets") {
  struct Case {
    std::string_view label;
    const char32_t* key;
  };
  static constexpr Case kCases[] = {
      {"一、本年新收政府信息公开申请数量", U"本年新收政府信息公开申请数量"},
      {"（一）予以公开", U"予以公开"},
      {"（二）部分公开（区分处理的，只计这一情形，不计其他情形）", U"部分公开"},
      {"3.危及“三安全一稳定”", U"危及三安全一稳定"},
      {"其中：涉及国家秘密", U"涉及国家秘密"},
      {"第二十条第（一）项", U"第二十条第一项"},
      {"本年收费金额（单位：万元）", U"本年收费金额"},
      {"十一、其他", U"其他"},
      {"不是《条例》所指政府信息", U"不是条例所指政府信息"},
      {"三类", U"三类"},  // a numeral, but no enumerator
  };
  for (const Case& c : kCases) {
    CAPTURE(c.label);
    CHECK(label_key(c.label) == c.key);
  }
}

TEST_CASE("labels are found however they are cut up, the shorter within the longer too") {
  Matcher m;
  m.add(U"结果维持", 0);
  m.add(U"政府网站在线访谈次数", 1);
  m.add(U"在线访谈", 2);
  m.finish();
  const std::string text = "结果\n 维 12 持 x 政府网站\n\n在线访谈次\t数";
  std::vector<std::pair<uint32_t, std::string>> found;
  for (const Match& x : m.find(text)) found.push_back({x.label, std::string(slice(text, x.folded))});
  REQUIRE(found.size() == 3);
  CHECK(found[0].first == 0);
  CHECK(found[0].second == "结果\n 维 12 持");
  CHECK(found[1].first == 2);
  CHECK(found[1].second == "在线访谈");
  CHECK(found[2].first == 1);
  CHECK(found[2].second == "政府网站\n\n在线访谈次\t数");
}

// 年底办结 goes through 年底, which ends with 底; the node of 底 comes after that of 年, for so do the two in Unicode.
TEST_CASE("what ends within a longer label is found though its own node comes later") {
  Matcher m;
  m.add(U"年底办结", 0);
  m.add(U"年", 1);
  m.add(U"底", 2);
  m.finish();
  std::vector<uint32_t> labels;
  for (const Match& found : m.find("年底全部办结")) labels.push_back(found.label);
  CHECK(labels == std::vector<uint32_t>{1, 2});
}
