#include "support/figure.h"

#include <string>

#include "text/number.h"
#include "text/utf8.h"

namespace gouji::test {
namespace {

constexpr int64_t kOne = 1000000;
constexpr std::u32string_view kNumerals = U"〇一二三四五六七八九", kSpace = U" \n\t\u3000";

int64_t multiplier(char32_t c) {
  switch (c) {
    case U'十': return 10;
    case U'百': return 100;
    case U'千': return 1000;
    case U'万': return 10000;
    case U'亿': return 100000000;
    default: return 0;
  }
}

// 一千二百三十四, 十二, 二〇二四, 三万五千.
int64_t han(std::u32string_view text) {
  int64_t total = 0, section = 0, digit = 0, read = 0;
  bool positional = true;
  for (const char32_t c : text) {
    const size_t d = kNumerals.find(c == U'零' ? U'〇' : c == U'两' ? U'二' : c);
    if (d != std::u32string_view::npos) {
      digit = int64_t(d);
      read = read * 10 + digit;
      continue;
    }
    positional = false;
    const int64_t m = multiplier(c);
    if (m < 10000) {
      section += (digit == 0 ? 1 : digit) * m;
    } else {
      total = (total + section + digit) * m;
      section = 0;
    }
    digit = 0;
  }
  return positional ? read : total + section + digit;
}

}  // namespace

std::optional<Figure> figure(std::string_view mark) {
  std::u32string s;
  for (size_t i = 0; i < mark.size();) {
    const utf8::CodePoint c = utf8::decode(mark, i);
    i += c.size;
    char32_t v = c.value;
    if (v >= U'０' && v <= U'９') v = U'0' + (v - U'０');
    if (v == U'．') v = U'.';
    if (v == U'％') v = U'%';
    if (v == ',' || v == U'，' || kSpace.find(v) != std::u32string_view::npos) continue;
    s += v;
  }
  Figure out{0, 0};
  if (const size_t of = s.find(U"分之"); of != std::u32string::npos && of > 0 && s[0] != U'百') {
    const int64_t whole = han(std::u32string_view(s).substr(0, of)), part = han(std::u32string_view(s).substr(of + 2));
    if (whole == 0) return std::nullopt;
    out.low = out.high = part * 100 * kOne / whole;
    out.percent = true;
    return out;
  }
  std::u32string_view rest = s;
  const bool negative = !rest.empty() && rest[0] == '-';
  if (negative) rest.remove_prefix(1);
  if (rest.substr(0, 3) == U"百分之") {
    out.percent = true;
    rest.remove_prefix(3);
  }
  int64_t value = 0, quantum = kOne;
  size_t i = 0;
  bool exact = true;
  if (!rest.empty() && utf8::is_digit(rest[0])) {
    int64_t scale = kOne;
    bool point = false;
    int64_t zeros = 1;
    for (; i < rest.size() && (utf8::is_digit(rest[i]) || (rest[i] == '.' && !point)); ++i) {
      if (rest[i] == '.') {
        point = true;
        continue;
      }
      const int64_t d = int64_t(rest[i] - U'0');
      if (point) {
        scale /= 10;
        value += d * scale;
        quantum = scale;
      } else {
        value = value * 10 + d * kOne;
        zeros = d == 0 ? zeros * 10 : 1;
      }
    }
    exact = !point;
    if (!point && i < rest.size() && (rest[i] == U'余' || rest[i] == U'多')) quantum = zeros * kOne;
  } else {
    while (i < rest.size() && (multiplier(rest[i]) > 0 || kNumerals.find(rest[i]) != std::u32string_view::npos ||
                               rest[i] == U'零' || rest[i] == U'两'))
      ++i;
    if (i == 0) return std::nullopt;
    value = han(rest.substr(0, i)) * kOne;
    for (int64_t v = value / kOne; v > 0 && v % 10 == 0; v /= 10) quantum *= 10;
    if (i >= rest.size() || (rest[i] != U'余' && rest[i] != U'多')) quantum = kOne;
  }
  const auto vague = [&] {
    if (i < rest.size() && (rest[i] == U'余' || rest[i] == U'多')) {
      out.vague = true;
      ++i;
    }
  };
  vague();
  for (; i < rest.size() && (rest[i] == U'万' || rest[i] == U'亿'); ++i) {
    value *= multiplier(rest[i]);
    quantum *= multiplier(rest[i]);
    exact = false;
  }
  vague();
  if (i < rest.size() && rest[i] == U'成') {
    out.percent = true;
    value *= 10;
    quantum *= 10;
    exact = false;
  }
  if (i < rest.size() && rest[i] == '%') out.percent = true;
  out.money = !rest.empty() && rest.back() == U'元';
  const int64_t off = exact && !out.vague && !out.percent ? 0 : quantum - 1;
  out.low = value - (out.vague ? 0 : off);
  out.high = value + off;
  if (negative) {
    out.high = -out.low;
    out.low = -(value + off);
  }
  return out;
}

bool holds(const Mark& mark, const std::optional<Figure>& figure, const std::vector<std::string>& cells,
           const Values& values) {
  int64_t sum = 0;
  for (const std::string& cell : cells) {
    const Decimal d = parse_decimal(values.at(cell)).value_or(Decimal{});
    int64_t units = d.units;
    for (int scale = d.scale; scale < 6; ++scale) units *= 10;
    sum += units * (!mark.statement && figure->money ? 10000 : 1);  // the tables count money in 万元
  }
  return mark.statement ? sum == 0 : figure->low <= sum && sum <= figure->high;
}

}  // namespace gouji::test
