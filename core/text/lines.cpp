#include "text/lines.h"

#include <algorithm>

#include "text/utf8.h"

namespace gouji {
namespace {

using utf8::CodePoint;

constexpr int kFirstYear = 1990, kLastYear = 2099;
constexpr std::string_view kMarks = " \t#*>|_\\";
constexpr std::string_view kNumerals[] = {"一", "二", "三", "四", "五", "六", "七", "八", "九", "十"};

bool has(std::string_view text, std::string_view word) { return text.find(word) != std::string_view::npos; }

// 2022, or 二〇二二; 0 if `text` does not start with a year and 年.
int year_at(std::string_view text, size_t at, size_t& end) {
  int year = 0, digits = 0;
  size_t i = at;
  for (; i < text.size() && digits < 4;) {
    const CodePoint c = utf8::decode(text, i);
    constexpr std::u32string_view kDigits = U"〇一二三四五六七八九";
    int digit = -1;
    if (utf8::is_digit(c.value)) digit = int(c.value - '0');
    if (const size_t d = kDigits.find(c.value); d != std::u32string_view::npos) digit = int(d);
    if (c.value == U'零' || c.value == U'○' || c.value == U'O') digit = digits > 0 ? 0 : -1;
    if (c.value == ' ' && digits > 0) {
      i += c.size;
      continue;
    }
    if (digit < 0) return 0;
    year = year * 10 + digit;
    ++digits;
    i += c.size;
  }
  while (i < text.size() && text[i] == ' ') ++i;
  if (digits != 4 || year < kFirstYear || year > kLastYear || text.substr(i, 3) != "年") return 0;
  end = i + 3;
  return year;
}

}  // namespace

Span trimmed(std::string_view text, Span s) {
  while (s.begin < s.end && kMarks.find(text[s.begin]) != std::string_view::npos) ++s.begin;
  while (s.begin < s.end && kMarks.find(text[s.end - 1]) != std::string_view::npos) --s.end;
  return s;
}

// The next line that is not empty from `at` on; false at the end.
bool next_line(std::string_view text, uint32_t until, uint32_t& at, Span& line) {
  while (at < until) {
    size_t end = text.find('\n', at);
    if (end == std::string_view::npos || end > until) end = until;
    line = trimmed(text, {at, uint32_t(end)});
    at = uint32_t(end) + 1;
    if (!line.empty()) return true;
  }
  return false;
}

std::string one_line(std::string_view text) {
  std::string out;
  bool line_start = true;
  for (size_t i = 0; i < text.size();) {
    const CodePoint c = utf8::decode(text, i);
    const std::string_view piece = text.substr(i, c.size);
    i += c.size;
    line_start = c.value == '\n' || (line_start && (c.value == ' ' || c.value == '>'));
    if (c.value == '*' || c.value == '#' || c.value == '|' || (line_start && c.value == '>')) continue;
    if (!utf8::is_space(c.value)) {
      out += piece;
      continue;
    }
    const size_t next = text.find_first_not_of(" \t\n*#|", i);
    if (out.empty() || next == std::string_view::npos) continue;
    const char32_t before = utf8::before(out, out.size()).value, after = utf8::decode(text, next).value;
    // 2 0 2 4: figures that letter-spacing parts, one by one.
    const bool spaced = utf8::is_digit(before) && utf8::is_digit(after) &&
                        !(next + 1 < text.size() && utf8::is_digit(static_cast<unsigned char>(text[next + 1])));
    // Brackets are full width where a 汉字 stands within.
    const bool bracket = before == ')' || after == '(';
    const bool both_latin = before < 0x80 && after < 0x80 && !spaced && !bracket;
    if (both_latin && out.back() != ' ') out += ' ';
  }
  return out;
}

std::string brackets_as_written(std::string text, const MappedText& folded, Span place) {
  constexpr std::string_view kOpen = "（", kClose = "）";
  const size_t bracket = slice(folded.text(), place).find_first_of("()");
  if (bracket == std::string_view::npos) return text;
  const uint32_t at = place.begin + uint32_t(bracket);
  if (folded.to_source({at, at + 1}).size() != kOpen.size()) return text;
  std::string out;
  for (const char c : text) out += c == '(' ? kOpen : c == ')' ? kClose : std::string_view(&c, 1);
  return out;
}

std::optional<int> find_year(std::string_view text, Span* place) {
  for (size_t i = 0; i < text.size(); ++i) {
    if (utf8::continues(text[i])) continue;
    size_t stop = 0;
    if (i > 0 && utf8::is_digit(static_cast<unsigned char>(text[i - 1]))) continue;
    if (const int year = year_at(text, i, stop); year != 0) {
      if (place != nullptr) *place = {uint32_t(i), uint32_t(stop)};
      return year;
    }
  }
  return std::nullopt;
}

std::optional<int> year_of_title(std::string_view text, Span* place) {
  if (const std::optional<int> year = find_year(text, place)) return year;
  constexpr size_t kDigits = 4;
  for (const std::string_view what : {"政府信息公开", "政务信息公开", "政务公开", "信息公开"}) {
    const size_t at = text.find(what);
    if (at == std::string_view::npos) continue;
    size_t end = at;
    while (end > 0 && text[end - 1] == ' ') --end;
    const size_t begin = end < kDigits ? end : end - kDigits;
    int year = 0;
    for (const char c : text.substr(begin, end - begin))
      year = utf8::is_digit(static_cast<unsigned char>(c)) ? year * 10 + (c - '0') : 0;
    const bool longer = begin > 0 && utf8::is_digit(static_cast<unsigned char>(text[begin - 1]));
    if (longer || year < kFirstYear || year > kLastYear) return std::nullopt;
    if (place != nullptr) *place = {uint32_t(begin), uint32_t(at)};
    return year;
  }
  return std::nullopt;
}

int heading_number(std::string_view line, size_t& title) {
  int number = 0;
  size_t i = 0;
  for (int digits = 0; digits < 3; ++digits) {
    int digit = 0;
    for (int n = 0; n < 10; ++n)
      if (line.substr(i, 3) == kNumerals[n]) digit = n + 1;
    if (digit == 0) break;
    number = digit == 10 ? (number == 0 ? 10 : number * 10) : number >= 10 ? number + digit : digit;
    i += 3;
  }
  while (i < line.size() && line[i] == ' ') ++i;
  if (number == 0 || line.substr(i, 3) != "、") return 0;
  title = i + 3;
  return number;
}

std::optional<int> year_above(std::string_view text, uint32_t table) {
  constexpr uint32_t kAbove = 600;  // bytes: a heading and the header
  size_t at = utf8::next(text, table > kAbove ? table - kAbove : 0);
  std::optional<int> last;
  for (Span place{}; const auto year = find_year(text.substr(at, table - at), &place); at += place.end) last = year;
  return last;
}

Span line_around(std::string_view text, uint32_t at) {
  const size_t before = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
  return {before == std::string_view::npos ? 0 : uint32_t(before + 1),
          uint32_t(std::min(text.find('\n', at), text.size()))};
}

bool is_fielded(std::string_view line) {
  return line.find('\t') != std::string_view::npos || line.find('|') != std::string_view::npos;
}

bool covers_whole(std::string_view text, uint32_t table) {
  constexpr uint32_t kAbove = 900, kLongest = 90;  // bytes: a caption and the header; a caption
  constexpr std::string_view kWhole[] = {"全县", "全市", "全区", "全省", "全州", "全旗", "全镇", "汇总"};
  constexpr std::string_view kOwn[] = {"本级", "本机关", "本单位", "办公室", "本部门"};
  const uint32_t lowest = table > kAbove ? table - kAbove : 0;
  const uint32_t floor = lowest > kLongest ? lowest - kLongest - 1 : 0;  // a line that begins below is no caption
  for (size_t end = table; end > lowest;) {
    size_t begin = end;
    while (begin > floor && text[begin - 1] != '\n') --begin;
    const std::string_view line = text.substr(begin, end - begin);
    const auto says = [&](std::string_view word) { return has(line, word); };
    const bool row = has(line, "\t") || std::count_if(line.begin(), line.end(), [](char c) {
                                          return utf8::is_digit(static_cast<unsigned char>(c));
                                        }) > 4;
    if (line.size() <= kLongest && !row && !sentence_like(line)) {
      if (std::any_of(std::begin(kWhole), std::end(kWhole), says)) return true;
      if (std::any_of(std::begin(kOwn), std::end(kOwn), says)) return false;
    }
    if (begin == 0) break;
    end = begin - 1;
  }
  return false;
}

std::string_view numeral(int number) { return kNumerals[number - 1]; }

bool sentence_like(std::string_view line) {
  if (has(line, ">") || has(line, "首页")) return true;
  return has(line, "。") || has(line, ";") || has(line, "《") || has(line, "现发布") || has(line, "根据");
}

bool ends_with(std::string_view s, std::string_view tail) {
  return s.size() >= tail.size() && s.substr(s.size() - tail.size()) == tail;
}

}  // namespace gouji
