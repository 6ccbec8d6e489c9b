#include "text/fold.h"

#include <unicode/bytestream.h>
#include <unicode/edits.h>
#include <unicode/normalizer2.h>

#include "text/utf8.h"

namespace gouji {
namespace {

// What a character needs before NFKC may see it.
enum class Class : uint8_t { plain, invisible, line_end, kept };

struct Range {
  char32_t first, last;
  Class what;
};

// In order of code points.
constexpr Range kRanges[] = {
    {0x000A, 0x000D, Class::line_end},   // LF VT FF CR
    {0x0085, 0x0085, Class::line_end},   // NEL
    {0x00AD, 0x00AD, Class::invisible},  // soft hyphen
    {0x00B2, 0x00B3, Class::kept},       // ² ³
    {0x00B9, 0x00B9, Class::kept},       // ¹
    {0x00BC, 0x00BE, Class::kept},       // ¼ ½ ¾
    {0x200B, 0x200F, Class::invisible},  // zero width, direction
    {0x2028, 0x2029, Class::line_end},   // LS PS
    {0x202A, 0x202E, Class::invisible},  // embeddings, overrides
    {0x2060, 0x206F, Class::invisible},  // word joiner, isolates
    {0x2070, 0x209F, Class::kept},       // superscripts, subscripts
    {0x2150, 0x218F, Class::kept},       // fractions, Roman numerals
    {0x2460, 0x24FF, Class::kept},       // ① ⑴ ⒈ Ⓐ
    {0x3250, 0x325F, Class::kept},       // ㉑
    {0x32B1, 0x32CF, Class::kept},       // ㊱ ㋀
    {0x3358, 0x33FF, Class::kept},       // ㍘ ㎡ ㏠
    {0xFE00, 0xFE0F, Class::invisible},  // variation selectors
    {0xFEFF, 0xFEFF, Class::invisible},  // byte-order mark within the text
    {0x1F100, 0x1F1FF, Class::kept},     // 🄀 🄁
};

Class class_of(char32_t c) {
  if (c >= 0x3400 && c < 0xFE00) return Class::plain;  // most of a Chinese text
  for (const Range& r : kRanges) {
    if (c < r.first) return Class::plain;
    if (c <= r.last) return r.what;
  }
  return Class::plain;
}

bool is_ascii(std::string_view text) {
  for (const char c : text)
    if (static_cast<unsigned char>(c) >= 0x80) return false;
  return true;
}

// NFKC of a piece that holds none of the exceptions.
void normalise(std::string_view piece, uint32_t at, MappedText& out) {
  if (piece.empty()) return;
  UErrorCode status = U_ZERO_ERROR;
  static const icu::Normalizer2* const nfkc = icu::Normalizer2::getNFKCInstance(status);
  if (nfkc == nullptr || is_ascii(piece)) {
    out.append(piece, at, uint32_t(piece.size()));
    return;
  }
  std::string folded;
  icu::StringByteSink<std::string> sink(&folded, int32_t(piece.size()));
  icu::Edits edits;
  status = U_ZERO_ERROR;
  nfkc->normalizeUTF8(0, icu::StringPiece(piece.data(), int32_t(piece.size())), sink, &edits, status);
  if (U_FAILURE(status)) {
    out.append(piece, at, uint32_t(piece.size()));
    return;
  }
  icu::Edits::Iterator edit = edits.getFineIterator();
  while (edit.next(status)) {
    out.append(std::string_view(folded).substr(size_t(edit.destinationIndex()), size_t(edit.newLength())),
               at + uint32_t(edit.sourceIndex()), uint32_t(edit.oldLength()));
  }
}

// ICU counts in int32_t and its Edits grow with the piece: pieces of this size keep both small.
constexpr size_t kPiece = 1 << 16;

}  // namespace

void fold(std::string_view text, uint32_t at, MappedText& out) {
  size_t start = 0;  // of the piece that waits for NFKC
  const auto flush = [&](size_t end) {
    normalise(text.substr(start, end - start), at + uint32_t(start), out);
    start = end;
  };
  for (size_t i = 0; i < text.size();) {
    const auto byte = static_cast<unsigned char>(text[i]);
    // What a page's source leaves in a copy of it.
    constexpr std::string_view kSpace = "&nbsp;";
    if (byte == '&' && text.compare(i, kSpace.size(), kSpace) == 0) {
      flush(i);
      out.append(" ", at + uint32_t(i), uint32_t(kSpace.size()));
      i += kSpace.size();
      start = i;
      continue;
    }
    // Word's hyphen that does not break, as its plain text has it.
    constexpr unsigned char kHyphen = 0x1E;
    if (byte == kHyphen) {
      flush(i);
      out.append("-", at + uint32_t(i), 1);
      start = ++i;
      continue;
    }
    if (byte >= 0x20 && byte < 0x80) {
      // An ASCII character never joins the one before it, so a piece may end here.
      if (i - start > kPiece) flush(i);
      ++i;
      continue;
    }
    const utf8::CodePoint c = utf8::decode(text, i);
    const Class what = class_of(c.value);
    uint32_t size = c.size;
    if (what == Class::plain) {
      i += size;
      continue;
    }
    flush(i);
    if (what == Class::line_end) {
      if (c.value == '\r' && i + 1 < text.size() && text[i + 1] == '\n') size = 2;
      out.append("\n", at + uint32_t(i), size);
    } else if (what == Class::kept) {
      out.append(text.substr(i, size), at + uint32_t(i), size);
    }
    i += size;
    start = i;
  }
  flush(text.size());
}

}  // namespace gouji
