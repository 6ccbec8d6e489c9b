#include "text/decode.h"

#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>
#include <unicode/ucsdet.h>

#include <memory>
#include <vector>

#include "text/utf8.h"

namespace gouji {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

// The length of the well-formed sequence at `at`, or 0 and in `bad` the length of the maximal ill-formed subpart.
uint32_t sequence(std::string_view s, size_t at, uint32_t& bad) {
  const auto byte = [&](size_t i) -> int { return at + i < s.size() ? static_cast<unsigned char>(s[at + i]) : -1; };
  const int lead = byte(0);
  bad = 1;
  if (lead < 0x80) return 1;
  if (lead < 0xC2 || lead > 0xF4) return 0;
  const uint32_t size = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  // The second byte is what rules out overlong forms, surrogates and what lies beyond U+10FFFF.
  const int low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
  const int high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
  if (byte(1) < low || byte(1) > high) return 0;
  for (bad = 2; bad < size; ++bad)
    if (byte(bad) < 0x80 || byte(bad) > 0xBF) return 0;
  return size;
}

// Where the first ill-formed sequence starts; the size of `s` if none does.
size_t well_formed_until(std::string_view s, uint32_t& bad) {
  size_t i = 0;
  while (i < s.size()) {
    const uint32_t size = sequence(s, i, bad);
    if (size == 0) return i;
    i += size;
  }
  return i;
}

// A cut file: well formed but for a beginning of one character at its very end, with other such characters before it.
bool cut_utf8(std::string_view s, size_t until, uint32_t bad) {
  if (until + bad != s.size() || static_cast<unsigned char>(s[until]) < 0xE0) return false;
  for (size_t i = 0; i < until; ++i)
    if (static_cast<unsigned char>(s[i]) >= 0xE0) return true;
  return false;
}

Decoded counted(std::string text, Encoding encoding, uint32_t replaced) {
  Decoded d{std::move(text), encoding, replaced, 0};
  for (const char c : d.text) {
    const auto b = static_cast<unsigned char>(c);
    if (b == 0x7F || (b < 0x20 && b != '\t' && b != '\n' && b != '\r' && b != '\f' && b != '\v')) ++d.wild;
  }
  for (size_t i = d.text.find('\xEE'); i != std::string::npos; i = d.text.find('\xEE', i + 3)) ++d.wild;  // U+E000…
  return d;
}

Decoded from_utf8(std::string_view bytes) {
  std::string text;
  text.reserve(bytes.size());
  uint32_t replaced = 0;
  while (!bytes.empty()) {
    uint32_t bad = 0;
    const size_t until = well_formed_until(bytes, bad);
    text += bytes.substr(0, until);
    if (until == bytes.size()) break;
    text += kReplacement;
    ++replaced;
    bytes.remove_prefix(until + bad);
  }
  return counted(std::move(text), Encoding::utf8, replaced);
}

Decoded from_utf16(std::string_view bytes, Encoding encoding) {
  const bool big = encoding == Encoding::utf16be;
  const auto unit = [&](size_t i) {
    const char32_t first = static_cast<unsigned char>(bytes[i]), second = static_cast<unsigned char>(bytes[i + 1]);
    return big ? first << 8 | second : second << 8 | first;
  };
  std::string text;
  text.reserve(bytes.size() * 3 / 2);
  uint32_t replaced = 0;
  size_t i = 0;
  for (; i + 1 < bytes.size(); i += 2) {
    char32_t c = unit(i);
    if (c >= 0xD800 && c < 0xE000) {
      const char32_t next = c < 0xDC00 && i + 3 < bytes.size() ? unit(i + 2) : 0;
      if (next >= 0xDC00 && next < 0xE000) {
        c = 0x10000 + ((c - 0xD800) << 10) + (next - 0xDC00);
        i += 2;
      } else {
        c = 0xFFFD;
        ++replaced;
      }
    }
    utf8::append(text, c);
  }
  if (i < bytes.size()) {
    text += kReplacement;
    ++replaced;
  }
  return counted(std::move(text), encoding, replaced);
}

// Where ICU's converters for GB18030 and Big5 stop at bytes that stand for nothing, one U+FFFD takes their place; an
// ASCII byte that follows a lead byte without being its second is kept, as WHATWG does.
struct Substitution {
  uint32_t count = 0;
};

void U_CALLCONV substitute(const void* context, UConverterToUnicodeArgs* args, const char*, int32_t,
                           UConverterCallbackReason reason, UErrorCode* status) {
  if (reason > UCNV_IRREGULAR) return;
  ++static_cast<Substitution*>(const_cast<void*>(context))->count;
  *status = U_ZERO_ERROR;
  const UChar replacement = 0xFFFD;
  ucnv_cbToUWriteUChars(args, &replacement, 1, 0, status);
}

Decoded from_converter(std::string_view bytes, Encoding encoding) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(
      ucnv_open(encoding == Encoding::big5 ? "windows-950-2000" : "GB18030", &status), &ucnv_close);
  Decoded out;
  out.encoding = encoding;
  if (U_FAILURE(status)) {
    out.replaced = uint32_t(bytes.size());
    return out;
  }
  Substitution substitution;
  ucnv_setToUCallBack(converter.get(), substitute, &substitution, nullptr, nullptr, &status);
  std::string text;
  text.reserve(bytes.size() * 3 / 2);
  const char* from = bytes.data();
  const char* const end = from + bytes.size();
  UChar buffer[4096];
  char32_t high = 0;  // a surrogate whose other half is in the next buffer
  do {
    UChar* to = buffer;
    status = U_ZERO_ERROR;
    ucnv_toUnicode(converter.get(), &to, buffer + 4096, &from, end, nullptr, true, &status);
    for (const UChar* u = buffer; u < to; ++u) {
      const char32_t c = *u;
      if (c >= 0xD800 && c < 0xDC00) {
        high = c;
      } else if (c >= 0xDC00 && c < 0xE000) {
        utf8::append(text, high ? 0x10000 + ((high - 0xD800) << 10) + (c - 0xDC00) : char32_t(0xFFFD));
        high = 0;
      } else {
        utf8::append(text, c);
      }
    }
  } while (status == U_BUFFER_OVERFLOW_ERROR);
  return counted(std::move(text), encoding, substitution.count);
}

// UTF-16 without a mark: line ends, digits and spaces leave zero bytes, and only one order of the bytes makes Chinese
// text.
bool zeros_say_utf16(std::string_view bytes, Encoding& encoding) {
  const size_t n = (bytes.size() < 65536 ? bytes.size() : 65536) / 2;
  const auto fitting = [&](bool big) {
    size_t fit = 0;
    for (size_t i = 0; i < n; ++i) {
      const auto a = static_cast<unsigned char>(bytes[2 * i]), b = static_cast<unsigned char>(bytes[2 * i + 1]);
      const unsigned unit = big ? a * 256u + b : b * 256u + a;
      fit += (unit >= 0x20 && unit < 0x7F) || (unit >= 9 && unit <= 13) || (unit >= 0x2000 && unit < 0x2070) ||
             (unit >= 0x3000 && unit < 0x3100) || (unit >= 0x4E00 && unit < 0xA000) ||
             (unit >= 0xFF00 && unit < 0xFFF0);
    }
    return fit;
  };
  const size_t little = fitting(false), big = fitting(true);
  encoding = little > big ? Encoding::utf16le : Encoding::utf16be;
  const size_t best = little > big ? little : big, other = little > big ? big : little;
  return n > 0 && best * 10 >= n * 9 && other * 10 < n * 8;
}

// ICU's detector, asked only which of the two is likelier.
Encoding detect(std::string_view bytes) {
  constexpr size_t kEnough = 65536;
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(ucsdet_open(&status), &ucsdet_close);
  if (U_FAILURE(status)) return Encoding::gb18030;
  const std::string_view sample = bytes.substr(0, kEnough);
  ucsdet_setText(detector.get(), sample.data(), int32_t(sample.size()), &status);
  int32_t found = 0;
  const UCharsetMatch** const matches = ucsdet_detectAll(detector.get(), &found, &status);
  int32_t gb = 0, big5 = 0;
  for (int32_t i = 0; U_SUCCESS(status) && i < found; ++i) {
    UErrorCode ignored = U_ZERO_ERROR;
    const char* const name = ucsdet_getName(matches[i], &ignored);
    const int32_t confidence = ucsdet_getConfidence(matches[i], &ignored);
    if (name != nullptr && std::string_view(name) == "GB18030") gb = confidence;
    if (name != nullptr && std::string_view(name) == "Big5") big5 = confidence;
  }
  return big5 > gb ? Encoding::big5 : Encoding::gb18030;
}

}  // namespace

std::string_view name_of(Encoding e) {
  switch (e) {
    case Encoding::utf8: return "UTF-8";
    case Encoding::utf16le: return "UTF-16LE";
    case Encoding::utf16be: return "UTF-16BE";
    case Encoding::gb18030: return "GB18030";
    case Encoding::big5: return "Big5";
  }
  return "UTF-8";
}

Decoded decode_utf8(std::string_view bytes) { return from_utf8(bytes); }

Decoded decode(std::string_view bytes) {
  const auto starts = [&](std::string_view mark) { return bytes.substr(0, mark.size()) == mark; };
  if (starts("\xEF\xBB\xBF")) return from_utf8(bytes.substr(3));
  if (starts("\xFF\xFE")) return from_utf16(bytes.substr(2), Encoding::utf16le);
  if (starts("\xFE\xFF")) return from_utf16(bytes.substr(2), Encoding::utf16be);
  if (starts("\x84\x31\x95\x33")) return from_converter(bytes.substr(4), Encoding::gb18030);
  // Zero bytes are valid UTF-8, yet no text has them: ASCII in UTF-16 must not pass for UTF-8.
  Encoding utf16 = Encoding::utf16le;
  const bool zeros = bytes.find('\0') != std::string_view::npos && zeros_say_utf16(bytes, utf16);
  uint32_t bad = 0;
  const size_t until = well_formed_until(bytes, bad);
  if (!zeros && (until == bytes.size() || cut_utf8(bytes, until, bad))) return from_utf8(bytes);
  if (zeros) return from_utf16(bytes, utf16);
  return from_converter(bytes, detect(bytes));
}

}  // namespace gouji
