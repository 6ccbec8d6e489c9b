#include <doctest/doctest.h>

#include <unicode/uchar.h>

#include "text/fold.h"
#include "text/utf8.h"

using namespace gouji;

namespace {

std::string folded(std::string_view text) {
  MappedText out;
  fold(text, 0, out);
  return std::string(out.text());
}

}  // namespace

TEST_CASE("folding gives one spelling to what is the same, and leaves the rest") {
  struct Case {
    std::string_view text, folded;
  };
  static constexpr Case kCases[] = {
      {"１２３", "123"},
      {"（一）予以公开", "(一)予以公开"},
      {"２０４１．５５３１", "2041.5531"},
      {"规　章", "规 章"},
      {"a\xC2\xA0"
       "b",
       "a b"},
      {"⼀、总体情况", "一、总体情况"},  // a Kangxi radical, as PDF viewers copy it
      // Line ends of every kind are one.
      {"a\r\nb\rc\nd", "a\nb\nc\nd"},
      {"a\fb\vc\xC2\x85"
       "d\xE2\x80\xA8"
       "e",
       "a\nb\nc\nd\ne"},
      // What has no width says nothing.
      {"16\xE2\x80\x8B件", "16件"},
      {"\xE2\x80\xAE"
       "16\xE2\x80\xAC",
       "16"},
      // No digit that nobody wrote.
      {"16¹", "16¹"},
      {"16①", "16①"},
      {"３½", "3½"},
      {"5㎡", "5㎡"},
      // Left as it is: quotes, dashes, 〇.
      {"“三安全一稳定”—〇", "“三安全一稳定”—〇"},
      {"", ""},
  };
  for (const Case& c : kCases) {
    CAPTURE(c.text);
    CHECK(folded(c.text) == c.folded);
  }
}

TEST_CASE("no digit of folded text is anything but a decimal digit of the source") {
  uint32_t wrong = 0;
  for (char32_t c = 1; c <= 0x10FFFF; ++c) {
    if (c >= 0xD800 && c < 0xE000) continue;
    std::string text;
    utf8::append(text, c);
    for (const char f : folded(text))
      if (utf8::is_digit(static_cast<unsigned char>(f)) && u_charDigitValue(UChar32(c)) < 0 && ++wrong < 10) {
        MESSAGE("code point " << uint32_t(c) << " folds to " << folded(text));
      }
  }
  CHECK(wrong == 0);
}

TEST_CASE("folded text maps back to the very characters it was made from") {
  const std::string source = "（１２，３４５）\r\n规　章\xE2\x80\x8B 9";
  MappedText out;
  fold(source, 0, out);
  const auto at = [&](std::string_view piece) {
    const auto begin = uint32_t(out.text().find(piece));
    return std::string(slice(source, out.to_source({begin, begin + uint32_t(piece.size())})));
  };
  CHECK(at("12,345") == "１２，３４５");
  CHECK(at("规 章") == "规　章");
  CHECK(at("9") == "9");
  CHECK(at("\n") == "\r\n");
  const Span gap = out.to_source({3, 3});
  CHECK(gap.empty());
}
