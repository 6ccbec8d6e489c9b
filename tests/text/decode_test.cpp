#include <doctest/doctest.h>

#include "text/decode.h"

using namespace gouji;

namespace {

struct Case {
  std::string_view name;
  std::string bytes, text;
  Encoding encoding;
};

std::string utf16(std::u16string_view text, bool big) {
  std::string out;
  for (const char16_t u : text) {
    const char high = char(u >> 8), low = char(u & 0xFF);
    out += big ? high : low;
    out += big ? low : high;
  }
  return out;
}

}  // namespace

TEST_CASE("bytes are decoded as the contract says") {
  const std::u16string wide = u"一、总体情况\n收到申请16件\n";
  const std::string text = "一、总体情况\n收到申请16件\n";
  // 一、总体情况 收到申请 in GB18030 and 行政復議 in Big5, byte by byte.
  const std::string gb = "\xD2\xBB\xA1\xA2\xD7\xDC\xCC\xE5\xC7\xE9\xBF\xF6\n\xCA\xD5\xB5\xBD\xC9\xEA\xC7\xEB";
  const Case cases[] = {
      {"UTF-8", text, text, Encoding::utf8},
      {"UTF-8 with a mark", "\xEF\xBB\xBF" + text, text, Encoding::utf8},
      {"UTF-16LE with a mark", "\xFF\xFE" + utf16(wide, false), text, Encoding::utf16le},
      {"UTF-16BE with a mark", "\xFE\xFF" + utf16(wide, true), text, Encoding::utf16be},
      {"UTF-16LE by its zeros", utf16(wide, false), text, Encoding::utf16le},
      {"UTF-16BE by its zeros", utf16(wide, true), text, Encoding::utf16be},
      {"GB18030", gb, "一、总体情况\n收到申请", Encoding::gb18030},
      {"GB18030 of four bytes", gb + "\x95\x32\x82\x36", "一、总体情况\n收到申请𠀀", Encoding::gb18030},
      {"UTF-8 cut within its last character", text + "\xE4\xBB", text + "\xEF\xBF\xBD", Encoding::utf8},
      {"nothing", "", "", Encoding::utf8},
      {"ASCII", "abc 12", "abc 12", Encoding::utf8},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    const Decoded d = decode(c.bytes);
    CHECK(d.text == c.text);
    CHECK(name_of(d.encoding) == name_of(c.encoding));
  }
}

TEST_CASE("each maximal ill-formed subpart becomes one U+FFFD") {
  struct Case {
    std::string_view bytes, text;
  };
  static constexpr Case kCases[] = {
      {"a\x80z", "a\xEF\xBF\xBDz"},
      {"a\xE4\xB8z", "a\xEF\xBF\xBDz"},
      {"a\xE4z", "a\xEF\xBF\xBDz"},
      {"\xC0\xAF", "\xEF\xBF\xBD\xEF\xBF\xBD"},
      {"\xED\xA0\x80", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"},  // a surrogate
      {"\xF0\x9F\x98", "\xEF\xBF\xBD"},
      {"\xF5\x80\x80\x80", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"},
  };
  for (const Case& c : kCases) {
    CAPTURE(c.text);
    CHECK(decode_utf8(c.bytes).text == c.text);
  }
}

TEST_CASE("Big5 is told from GB18030 by enough text") {
  // 政府資訊公開工作年度報告 一、總體情況 …, repeated as a report would.
  const std::string big5 =
      "\xAC\x46\xA9\xB2\xB8\xEA\xB0\x54\xA4\xBD\xB6\x7D\xA4\x75\xA7\x40\xA6\x7E\xAB\xD7\xB3\xF8\xA7\x69\n"
      "\xA4\x40\xA1\x42\xC1\x60\xC5\xE9\xB1\xA1\xAA\x70\n";
  std::string long_text;
  for (int i = 0; i < 40; ++i) long_text += big5;
  const Decoded d = decode(long_text);
  CHECK(name_of(d.encoding) == "Big5");
  CHECK(d.text.substr(0, 12) == "政府資訊");
}
