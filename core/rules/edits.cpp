#include "rules/edits.h"

#include <string>

#include "text/utf8.h"

namespace gouji {
namespace {

constexpr char32_t kWideZero = 0xFF10, kWideNine = 0xFF19, kWideComma = 0xFF0C;

bool is_wide(std::string_view text) {
  for (size_t i = 0; i < text.size();) {
    const utf8::CodePoint c = utf8::decode(text, i);
    if (c.value >= kWideZero && c.value <= kWideNine) return true;
    i += c.size;
  }
  return false;
}

std::string in_the_manner_of(std::string_view old, int64_t value) {
  std::string digits = std::to_string(value), wide_comma;
  utf8::append(wide_comma, kWideComma);
  const bool wide = is_wide(old);
  const bool commas = old.find(',') != std::string_view::npos || old.find(wide_comma) != std::string_view::npos;
  std::string out;
  for (size_t i = 0; i < digits.size(); ++i) {
    if (commas && i > 0 && (digits.size() - i) % 3 == 0) out += wide ? wide_comma : ",";
    if (wide) {
      utf8::append(out, kWideZero + char32_t(digits[i] - '0'));
    } else {
      out += digits[i];
    }
  }
  return out;
}

// An empty cell of an HTML table has its place behind its closing tag; what is written goes before it.
uint32_t inside_cell(std::string_view text, uint32_t at) {
  constexpr std::string_view kClosing[] = {"</td>", "</th>"};
  for (const std::string_view tag : kClosing) {
    if (at < tag.size()) continue;
    const std::string_view before = text.substr(at - tag.size(), tag.size());
    bool same = true;
    for (size_t i = 0; i < tag.size(); ++i) same = same && (before[i] | 0x20) == (tag[i] | 0x20);
    if (same) return at - uint32_t(tag.size());
  }
  return at;
}

}  // namespace

std::vector<Edit> rewrite(std::string_view text, Span place, int64_t value) {
  const std::string figure = in_the_manner_of(slice(text, place), value);
  std::vector<Edit> edits;
  // Pieces between tags.
  uint32_t at = place.begin;
  while (at < place.end) {
    if (text[at] == '<') {
      const size_t close = text.find('>', at);
      at = close >= place.end ? place.end : uint32_t(close + 1);
      continue;
    }
    uint32_t end = at;
    while (end < place.end && text[end] != '<') ++end;
    edits.push_back({{at, end}, edits.empty() ? figure : ""});
    at = end;
  }
  if (edits.empty()) {
    const uint32_t into = inside_cell(text, place.begin);
    edits.push_back({{into, into}, figure});
  }
  return edits;
}

}  // namespace gouji
