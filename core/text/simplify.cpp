#include "text/simplify.h"

#include <array>

#include "data.h"
#include "text/utf8.h"

namespace gouji {
namespace {

constexpr char32_t kFirst = 0x4E00, kLast = 0x9FFF;

// By code point from kFirst on: the simplified character, 0 where a character is its own.
using Simplified = std::array<char16_t, kLast - kFirst + 1>;

const Simplified& simplified() {
  static const Simplified table = [] {
    Simplified out{};
    for (const data::traditional_row& row : data::traditional)
      for (size_t i = 0; i < row.traditional.size(); i += 3)
        out[utf8::decode(row.traditional, i).value - kFirst] = char16_t(utf8::decode(row.simplified, i).value);
    return out;
  }();
  return table;
}

}  // namespace

void simplify(MappedText& folded) {
  const Simplified& table = simplified();
  const std::string_view text = folded.text();
  std::string out;  // from the first character on that changes
  for (size_t i = 0; i < text.size();) {
    const utf8::CodePoint c = utf8::decode(text, i);
    if (c.value >= kFirst && c.value <= kLast && table[c.value - kFirst] != 0) {
      if (out.empty()) out = text;
      std::string piece;
      utf8::append(piece, table[c.value - kFirst]);
      out.replace(i, c.size, piece);
    }
    i += c.size;
  }
  if (!out.empty()) folded.look_up_in(std::move(out));
}

}  // namespace gouji
