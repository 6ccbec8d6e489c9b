#include "read/token.h"

#include <algorithm>

#include "data.h"
#include "text/numeral.h"
#include "text/utf8.h"

namespace gouji {
namespace {

constexpr std::u32string_view kMarks = U".,:/+-−–—‐‑#%?!=&_@~^$△▲▽▼ー↓↑≥≤<>〇";
constexpr std::u32string_view kNothing = U"-—–―─−/\\*~";
constexpr std::string_view kLookalikes = "OoIl|";
constexpr std::string_view kSigns[] = {"−", "–", "‐", "‑"};
constexpr std::string_view kUnits[] = {"万元", "亿元", "万", "人次", "元", "件", "条", "个",
                                       "次",   "篇",   "人", "起",   "宗", "份", "项", "部"};
constexpr std::string_view kStampMarks = "/-:.";

bool is_digit(char c) { return utf8::is_digit(static_cast<unsigned char>(c)); }
bool holds(std::string_view set, char c) { return set.find(c) != std::string_view::npos; }

}  // namespace

bool is_token_char(char32_t c) {
  return utf8::is_digit(c) || utf8::is_latin(c) || kMarks.find(c) != std::u32string_view::npos;
}

std::string plain_number(std::string_view token) {
  std::string out(token);
  for (const std::string_view sign : kSigns)
    if (token.substr(0, sign.size()) == sign) out.replace(0, sign.size(), "-");
  const bool sign = !out.empty() && (out[0] == '+' || out[0] == '-');
  const std::string_view body = std::string_view(out).substr(sign ? 1 : 0);
  const bool plain =
      !body.empty() && is_digit(body[0]) && body.find_first_not_of("0123456789.,") == std::string_view::npos;
  return plain ? out : std::string();
}

bool is_spaced_number(std::string_view text) {
  if (!text.empty() && (text[0] == '+' || text[0] == '-')) text.remove_prefix(1);
  const size_t head = text.find(' ');
  if (head == 0 || head > 3 || (text.size() - head) % 4 != 0 || text[0] == '0') return false;
  for (size_t i = 0; i < text.size(); ++i)
    if (i >= head && (i - head) % 4 == 0 ? text[i] != ' ' : !is_digit(text[i])) return false;
  return true;
}

std::optional<Decimal> figure_of(std::string_view folded) {
  std::string number = plain_number(folded);
  if (is_spaced_number(folded)) {
    number = folded;
    number.erase(std::remove(number.begin(), number.end(), ' '), number.end());
  }
  return number.empty() ? parse_numeral(folded) : parse_decimal(number);
}

bool is_nothing_mark(char32_t c) { return kNothing.find(c) != std::u32string_view::npos; }

bool is_nothing(std::string_view text) {
  for (const data::nothing_row& row : data::nothing)
    if (row.word == text) return true;
  for (size_t i = 0; i < text.size();) {
    const utf8::CodePoint c = utf8::decode(text, i);
    if (!is_nothing_mark(c.value)) return false;
    i += c.size;
  }
  return !text.empty();
}

std::span<const std::string_view> units() { return kUnits; }

bool is_lookalike(std::string_view token) {
  const auto like = [](char c) { return is_digit(c) || holds(kLookalikes, c); };
  return std::any_of(token.begin(), token.end(), like) &&
         std::all_of(token.begin(), token.end(), [&](char c) { return like(c) || holds(".,", c); });
}

bool is_stamp(std::string_view token) {
  if (token.find("//") != std::string_view::npos || holds(token, '@')) return true;
  const bool figures =
      std::all_of(token.begin(), token.end(), [](char c) { return is_digit(c) || holds(kStampMarks, c); });
  const auto marks = std::count_if(token.begin(), token.end(), [](char c) { return holds(kStampMarks, c); });
  return figures && is_digit(token[0]) && (marks >= 2 || holds(token, ':'));
}

}  // namespace gouji
