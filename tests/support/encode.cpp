#include "support/encode.h"

#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <memory>

#include "text/utf8.h"

namespace gouji::test {

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
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(
      ucnv_open(encoding == Encoding::big5 ? "windows-950-2000" : "GB18030", &status), &ucnv_close);
  if (U_FAILURE(status)) return std::nullopt;
  ucnv_setFromUCallBack(converter.get(), UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  std::string out(size_t(text.length()) * 4 + 16, '\0');
  const int32_t size =
      ucnv_fromUChars(converter.get(), out.data(), int32_t(out.size()), text.getBuffer(), text.length(), &status);
  if (U_FAILURE(status)) return std::nullopt;
  out.resize(size_t(size));
  return out;
}

std::string as_latin1(std::string_view bytes) {
  std::string out;
  for (const char c : bytes) utf8::append(out, static_cast<unsigned char>(c));
  return out;
}

}  // namespace gouji::test
