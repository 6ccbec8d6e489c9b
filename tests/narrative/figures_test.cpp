#include "narrative/figures.h"

#include <doctest/doctest.h>

#include "text/fold.h"

using namespace gouji;

namespace {

struct Read {
  MappedText folded;
  std::vector<Figure> figures;
};

Read read(std::string_view text) {
  Read r;
  fold(text, 0, r.folded);
  r.figures = read_figures(r.folded, uint32_t(r.folded.text().size()), {});
  return r;
}

}  // namespace

TEST_CASE("figures are read as people write them") {
  struct Case {
    std::string_view text, place, value, low, high, unit;
  };
  static constexpr Case kCases[] = {
      {"受理1,234件", "1,234件", "1234", "1234", "1234", "件"},
      {"受理１２件", "１２件", "12", "12", "12", "件"},
      {"受理十二件", "十二件", "12", "12", "12", "件"},
      {"受理一千二百余件", "一千二百余件", "1200", "1200", "1300", "件"},
      {"受理1.2万件", "1.2万件", "12000", "11500", "12500", "件"},
      {"办理1 830 条", "1 830 条", "1830", "1830", "1830", "条"},
      {"投入2.6亿元", "2.6亿元", "260000000", "255000000", "265000000", "元"},
      {"公开70.67 万条", "70.67 万条", "706700", "706650", "706750", "条"},
      {"增长近9倍", "9倍", "9", "8", "9", "倍"},
      {"占百分之八十", "百分之八十", "80", "79.5", "80.5", "%"},
      {"占80%", "80%", "80", "79.5", "80.5", "%"},
      {"提高80.5 个百分点", "80.5 个百分点", "80.5", "80.45", "80.55", "个百分点"},
      {"超八成", "八成", "80", "80", "90", "%"},
      {"收费884500元", "884500元", "884500", "884500", "884500", "元"},
      {"18万6420件", "18万6420件", "186420", "186420", "186420", "件"},
      {"办结5\n1件", "5\n1件", "51", "51", "51", "件"},
      {"每季度3至5件", "3至5件", "5", "3", "5", "件"},
      {"约50件", "50件", "50", "45", "55", "件"},
      {"1200件以上", "1200件", "1200", "1200", "1300", "件"},
      {"600余本", "600余本", "600", "600", "700", "本"},
  };
  for (const Case& c : kCases) {
    CAPTURE(c.text);
    const Read r = read(c.text);
    REQUIRE(r.figures.size() == 1);
    const Figure& f = r.figures[0];
    CHECK(slice(c.text, r.folded.to_source(f.place)) == c.place);
    CHECK(to_string(f.value) == c.value);
    CHECK(to_string(f.low) == c.low);
    CHECK(to_string(f.high) == c.high);
    CHECK(f.unit == c.unit);
  }
}

TEST_CASE("dates, documents, articles, telephones and hotlines are no quantities") {
  static constexpr std::string_view kCases[] = {"2024年1月1日", "二〇二四年",      "2024-01-31",        "1—6月",
                                                "〔2021〕30号", "第41次",          "电话:010-12345678", "12345热线",
                                                "9:00",         "a2031@b.example", "《条例》第二十条",  "326室"};
  for (const std::string_view text : kCases) {
    CAPTURE(text);
    for (const Figure& f : read(text).figures) CHECK_FALSE(f.quantity());
  }
  for (const std::string_view text : {"1.抓好落实。", "三审三校", "一是健全制度", "三安全一稳定", "党的二十大"}) {
    CAPTURE(text);
    CHECK(read(text).figures.empty());
  }
}

TEST_CASE("rounded and cut off numbers admit what they stand for") {
  const Figure f = read("70.67万条").figures.at(0);
  CHECK(f.admits({706668, 0}));
  CHECK(f.admits({706799, 0}));  // cut off
  CHECK_FALSE(f.admits({706800, 0}));
  CHECK_FALSE(f.admits({706649, 0}));
}
