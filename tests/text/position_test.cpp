#include <doctest/doctest.h>

#include <string>

#include "text/position.h"

using namespace gouji;

TEST_CASE("offsets become UTF-16 units, lines and columns") {
  const std::string text = "ab\r\n申请🐱6件\r第三行\n";
  const Positions at(text);
  CHECK(at.characters() == 15);
  const auto place = [&](std::string_view piece) {
    const auto p = at.place(uint32_t(text.find(piece)));
    return std::to_string(p.line) + ":" + std::to_string(p.column);
  };
  CHECK(place("ab") == "1:1");
  CHECK(place("申") == "2:1");
  CHECK(place("6") == "2:5");  // the cat takes two units
  CHECK(place("第") == "3:1");
  CHECK(slice(text, at.line_of(uint32_t(text.find("6")))) == "申请🐱6件");
  CHECK(slice(text, at.line_of(uint32_t(text.find("三")))) == "第三行");
  CHECK(at.utf16(uint32_t(text.size())) == at.characters());
}

TEST_CASE("positions hold beyond the distance between checkpoints") {
  std::string text;
  for (int i = 0; i < 1000; ++i) text += "汉a";
  const Positions at(text);
  for (uint32_t i = 0; i < 1000; ++i) REQUIRE(at.utf16(i * 4) == i * 2);
}
