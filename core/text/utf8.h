// Reading and writing single code points of valid UTF-8, and the few classes of characters that reading reports needs.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace gouji::utf8 {

struct CodePoint {
  char32_t value;
  uint32_t size;  // bytes
};

// The code point that starts at `at`, which must be the first byte of one in valid UTF-8.
inline CodePoint decode(std::string_view text, size_t at) {
  const auto byte = [&](size_t i) { return char32_t(static_cast<unsigned char>(text[at + i])); };
  const char32_t lead = byte(0);
  if (lead < 0x80) return {lead, 1};
  if (lead < 0xE0) return {(lead & 0x1F) << 6 | (byte(1) & 0x3F), 2};
  if (lead < 0xF0) return {(lead & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F), 3};
  return {(lead & 0x07) << 18 | (byte(1) & 0x3F) << 12 | (byte(2) & 0x3F) << 6 | (byte(3) & 0x3F), 4};
}

inline bool in(char32_t c, std::u32string_view set) { return set.find(c) != std::u32string_view::npos; }

inline bool continues(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

// Where the first code point from `at` on starts.
inline size_t next(std::string_view text, size_t at) {
  while (at < text.size() && continues(text[at])) ++at;
  return at;
}

// The code point that ends just before `at` (> 0).
inline CodePoint before(std::string_view text, size_t at) {
  size_t start = at - 1;
  while (start > 0 && continues(text[start])) --start;
  return decode(text, start);
}

inline void append(std::string& out, char32_t c) {
  const auto put = [&](char32_t b) { out += static_cast<char>(static_cast<unsigned char>(b)); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0 | c >> 6);
    put(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    put(0xE0 | c >> 12);
    put(0x80 | (c >> 6 & 0x3F));
    put(0x80 | (c & 0x3F));
  } else {
    put(0xF0 | c >> 18);
    put(0x80 | (c >> 12 & 0x3F));
    put(0x80 | (c >> 6 & 0x3F));
    put(0x80 | (c & 0x3F));
  }
}

// 汉字, 〇 among them: the characters that labels are made of.
inline bool is_han(char32_t c) {
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || c == 0x3007 || (c >= 0x20000 && c <= 0x3FFFF);
}

inline bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }
inline bool is_latin(char32_t c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
inline bool is_space(char32_t c) { return c == ' ' || c == '\t' || c == '\n'; }

}  // namespace gouji::utf8
