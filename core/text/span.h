// Places. A Span is a half-open range of bytes of a UTF-8 text: of the decoded text unless a name says `folded`.
#pragma once

#include <cstdint>
#include <string_view>

namespace gouji {

struct Span {
  uint32_t begin = 0, end = 0;

  constexpr uint32_t size() const { return end - begin; }
  constexpr bool empty() const { return begin == end; }
  constexpr bool contains(Span s) const { return begin <= s.begin && s.end <= end; }
  constexpr bool overlaps(Span s) const { return begin < s.end && s.begin < end; }
  friend constexpr bool operator==(Span a, Span b) { return a.begin == b.begin && a.end == b.end; }
};

constexpr std::string_view slice(std::string_view text, Span s) { return text.substr(s.begin, s.size()); }

// Where `c` first stands within `s`, or else the end of `s`. Looks no further: many short looks through a long text
// would each go to its end.
constexpr uint32_t find_within(std::string_view text, Span s, char c) {
  const size_t at = slice(text, s).find(c);
  return at == std::string_view::npos ? s.end : s.begin + uint32_t(at);
}

constexpr Span cover(Span a, Span b) { return {a.begin < b.begin ? a.begin : b.begin, a.end > b.end ? a.end : b.end}; }

}  // namespace gouji
