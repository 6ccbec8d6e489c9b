#include <doctest/doctest.h>

#include "doc/quantities.h"
#include "text/fold.h"

using namespace gouji;

TEST_CASE("the figures of the narrative are counted, amounts apart from dates and names of things") {
  struct Case {
    std::string_view text;
    uint32_t amounts, other;
  };
  static constexpr Case kCases[] = {
      {"收到申请 16 件，办结15件，办结率95.9%。", 3, 0},
      {"统计时段为 2031 年 3 月 4 日到 5 月 6 日", 0, 5},
      {"（国办公开办函〔2021〕30 号）第 50 条", 0, 3},
      {"电话：010-12345678；邮箱：a2031@b.example", 0, 2},
      {"1.抓好落实。\n2、公开信息 1,234 条、２０４１．５５ 万元", 2, 0},
      {"12345678901 与 10:22 和 2024-01-31", 0, 3},
      {"没有数字", 0, 0},
      {"", 0, 0},
  };
  for (const Case& c : kCases) {
    CAPTURE(c.text);
    MappedText folded;
    fold(c.text, 0, folded);
    const Quantities q = count_quantities(folded.text(), uint32_t(folded.text().size()), {});
    CHECK(q.amounts == c.amounts);
    CHECK(q.other == c.other);
  }
  CHECK(count_quantities("1 2 3", 5, {{2, 3}}).amounts == 2);  // a table between
}
