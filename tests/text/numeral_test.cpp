#include <doctest/doctest.h>

#include "text/numeral.h"

using namespace gouji;

TEST_CASE("numbers in 汉字 are read exactly, or not at all") {
  struct Case {
    std::string_view text;
    int64_t value;
  };
  static constexpr Case kCases[] = {
      {"零", 0},
      {"〇", 0},
      {"三", 3},
      {"两", 2},
      {"十", 10},
      {"十二", 12},
      {"二十", 20},
      {"九十九", 99},
      {"一百零五", 105},
      {"一百一十", 110},
      {"三千零二十", 3020},
      {"一万两千", 12000},
      {"二〇二四", 2024},
      {"壹佰贰拾", 120},
      {"二十三万零四", 230004},
      {"一亿零三万", 100030000},
      {"十万", 100000},
  };
  for (const Case& c : kCases) {
    CAPTURE(c.text);
    const auto value = parse_numeral(c.text);
    REQUIRE(value);
    CHECK(value->units == c.value);
    CHECK(value->whole());
  }
  for (const std::string_view none : {"", "件", "三件", "十百", "百", "三三十", "万", "一万亿万", "零零十", "一百千"}) {
    CAPTURE(none);
    CHECK_FALSE(parse_numeral(none));
  }
}
