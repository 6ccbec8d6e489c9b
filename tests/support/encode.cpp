#include "support/encode.h"

#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <initializer_list>
#include <memory>
#include <unordered_map>

#include "text/utf8.h"

namespace gouji::test {

namespace {

using Table = std::unordered_map<char16_t, std::string>;

// What each character of the basic plane is written as: ICU's decoder turned round, since the WebAssembly build carries
// no encoders. Where a character has two codes, it is the lower one.
Table inverse(Encoding encoding) {
  Table table;
  UErrorCode opened = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(
      ucnv_open(encoding == Encoding::big5 ? "windows-950-2000" : "GB18030", &opened), &ucnv_close);
  if (U_FAILURE(opened)) return table;
  ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &opened);
  const auto add = [&](std::initializer_list<int> code) {
    std::string bytes;
    for (const int byte : code) bytes += char(byte);
    UErrorCode status = U_ZERO_ERROR;
    UChar units[4];
    const int32_t size = ucnv_toUChars(converter.get(), units, 4, bytes.data(), int32_t(bytes.size()), &status);
    if (U_SUCCESS(status) && size == 1) table.emplace(units[0], std::move(bytes));
  };
  for (int lead = 0x81; lead <= 0xFE; ++lead)
    for (int trail = 0x40; trail <= 0xFE; ++trail) add({lead, trail});
  if (encoding == Encoding::gb18030)
    for (int a = 0x81; a <= 0x84; ++a)  // what stands for the rest of the basic plane
      for (int b = 0x30; b <= 0x39; ++b)
        for (int c = 0x81; c <= 0xFE; ++c)
          for (int d = 0x30; d <= 0x39; ++d) add({a, b, c, d});
  return table;
}

const Table& encoder(Encoding encoding) {
  static const Table gb18030 = inverse(Encoding::gb18030), big5 = inverse(Encoding::big5);
  return encoding == Encoding::big5 ? big5 : gb18030;
}

}  // namespace

std::optional<std::string> encoded(std::string_view utf8, Encoding encoding, bool mark) {
  if (encoding == Encoding::utf8) return (mark ? "\xEF\xBB\xBF" : "") + std::string(utf8);
  const icu::UnicodeString text = icu::UnicodeString::fromUTF8(icu::StringPiece(utf8.data(), int32_t(utf8.size())));
  if (encoding == Encoding::utf16le || encoding == Encoding::utf16be) {
    const bool big = encoding == Encoding::utf16be;
    std::string out;
    const auto put = [&](char16_t unit) {
      const char high = char(unit >> 8), low = char(unit & 0xFF);
      out += big ? high : low;
      out += big ? low : high;
    };
    if (mark) put(0xFEFF);
    for (int32_t i = 0; i < text.length(); ++i) put(text[i]);
    return out;
  }
  const auto& table = encoder(encoding);
  std::string out;
  for (int32_t i = 0; i < text.length(); ++i) {
    if (text[i] < 0x80) {
      out += char(text[i]);
    } else if (const auto found = table.find(text[i]); found != table.end()) {
      out += found->second;
    } else {
      return std::nullopt;
    }
  }
  return out;
}

std::string as_latin1(std::string_view bytes) {
  std::string out;
  for (const char c : bytes) utf8::append(out, static_cast<unsigned char>(c));
  return out;
}

}  // namespace gouji::test
