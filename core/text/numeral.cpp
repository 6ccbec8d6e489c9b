#include "text/numeral.h"

#include "text/utf8.h"

namespace gouji {
namespace {

constexpr std::u32string_view kDigits = U"零一二三四五六七八九", kCapitals = U"〇壹贰叁肆伍陆柒捌玖";
constexpr std::u32string_view kTens = U"十百千", kCapitalTens = U"拾佰仟";

int index_in(std::u32string_view set, char32_t c) {
  const size_t at = set.find(c);
  return at == std::u32string_view::npos ? -1 : int(at);
}

int digit(char32_t c) {
  if (c == U'两') return 2;
  const int d = index_in(kDigits, c);
  return d >= 0 ? d : index_in(kCapitals, c);
}

// 十 百 千 as 10 100 1000; 0 for any other.
int64_t ten(char32_t c) {
  constexpr int64_t kValues[] = {10, 100, 1000};
  const int plain = index_in(kTens, c), t = plain >= 0 ? plain : index_in(kCapitalTens, c);
  return t < 0 ? 0 : kValues[t];
}

int64_t myriad(char32_t c) { return c == U'万' ? 10'000 : c == U'亿' ? 100'000'000 : 0; }

// 二〇二四: digits one by one, at least two of them.
std::optional<Decimal> digit_by_digit(std::u32string_view s) {
  if (s.size() < 2 || s.size() > size_t(kMaxDigits)) return std::nullopt;
  int64_t value = 0;
  for (const char32_t c : s) {
    if (digit(c) < 0 || c == U'两') return std::nullopt;
    value = value * 10 + digit(c);
  }
  return Decimal{value, 0};
}

}  // namespace

bool is_numeral(char32_t c) { return digit(c) >= 0 || ten(c) != 0 || myriad(c) != 0; }

std::optional<Decimal> parse_numeral(std::string_view text) {
  std::u32string s;
  for (size_t i = 0; i < text.size();) {
    const utf8::CodePoint c = utf8::decode(text, i);
    if (!is_numeral(c.value)) return std::nullopt;
    s += c.value;
    i += c.size;
  }
  constexpr size_t kLongest = 24;
  if (s.empty() || s.size() > kLongest) return std::nullopt;
  if (const std::optional<Decimal> plain = digit_by_digit(s)) return plain;
  // 亿 and 万 close a part of up to 千; within a part 千 百 十 descend.
  int64_t total = 0, part = 0, above_part = INT64_MAX, above_ten = INT64_MAX;
  int waiting = -1;  // a digit that no 十 百 千 has taken yet
  for (size_t i = 0; i < s.size(); ++i) {
    const char32_t c = s[i];
    if (const int64_t m = myriad(c); m != 0) {
      part += waiting > 0 ? waiting : 0;
      if (part == 0 || m >= above_part) return std::nullopt;
      total += part * m;
      above_part = m;
      above_ten = INT64_MAX;
      part = 0;
      waiting = -1;
    } else if (const int64_t t = ten(c); t != 0) {
      const bool bare = waiting < 0 && t == 10 && part == 0;  // 十二
      if ((waiting <= 0 && !bare) || t >= above_ten) return std::nullopt;
      part += (bare ? 1 : waiting) * t;
      above_ten = t;
      waiting = -1;
    } else {
      const bool zero = digit(c) == 0;
      if (waiting > 0 || (waiting == 0 && zero)) return std::nullopt;
      if (zero && s.size() > 1 && (i == 0 || i + 1 == s.size())) return std::nullopt;
      waiting = digit(c);
    }
  }
  part += waiting > 0 ? waiting : 0;
  return Decimal{total + part, 0};
}

}  // namespace gouji
