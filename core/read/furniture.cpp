#include "read/furniture.h"

#include <algorithm>

#include "read/matcher.h"
#include "read/token.h"
#include "text/lines.h"
#include "text/utf8.h"

namespace gouji {
namespace {

constexpr size_t kLongest = 400;  // bytes

// Digits with spaces around them at most.
bool is_count(std::string_view text) {
  const size_t first = text.find_first_not_of(' '), last = text.find_last_not_of(' ');
  return first != std::string_view::npos &&
         text.substr(first, last + 1 - first).find_first_not_of("0123456789") == std::string_view::npos;
}

// - 3 -, 3/9, 第 3 页, 共 9 页
bool is_page_number(std::string_view line, const std::u32string& han) {
  constexpr std::u32string_view kDashes = U"-—–―−·•∙~";
  if (const size_t slash = line.find('/'); slash != std::string_view::npos)
    return is_count(line.substr(0, slash)) && is_count(line.substr(slash + 1));
  const bool paged = han == U"第页" || han == U"第页共页" || han == U"共页第页";
  bool dash_before = false, dash_after = false, digits = false, done = false;
  for (size_t i = 0; i < line.size();) {
    const utf8::CodePoint c = utf8::decode(line, i);
    i += c.size;
    if (paged && utf8::is_han(c.value)) continue;
    if (c.value == ' ') {
      done = digits;
    } else if (utf8::is_digit(c.value)) {
      if (!paged && (done || dash_after)) return false;
      digits = true;
    } else if (kDashes.find(c.value) != std::u32string_view::npos) {
      (digits ? dash_after : dash_before) = true;
    } else if (!paged || c.value != ',') {
      return false;
    }
  }
  return digits && (paged || (dash_before && dash_after));
}

// Whether page `number` may end so far behind a report's beginning.
bool is_plausible(uint32_t number, uint32_t place) {
  constexpr uint32_t kShort = 600, kLong = 6000;  // bytes
  return number > 0 && place > (number - 1) * kShort && place < (number + 1) * kLong;
}

}  // namespace

bool is_furniture(std::string_view line, std::u32string_view title) {
  if (line.empty() || line.size() > kLongest || is_fielded(line)) return false;
  const std::u32string han = han_of(line);
  constexpr std::string_view kPage = "Page ", kOf = " of ";
  const std::string_view numbers = line.substr(0, kPage.size()) == kPage ? line.substr(kPage.size()) : line;
  if (const size_t of = numbers.find(kOf);
      of != std::string_view::npos ? is_count(numbers.substr(0, of)) && is_count(numbers.substr(of + kOf.size()))
                                   : numbers.size() < line.size() && is_count(numbers))
    return true;
  if (is_page_number(line, han)) return true;
  if (han.empty()) return false;
  if (han == title || (han.size() > 2 && han.back() == U'续' && line.find("、") < 8)) return true;
  const size_t date = line.find_first_not_of("0123456789/-");
  return date != std::string_view::npos && is_stamp(line.substr(0, date)) && line[date] == ' ';
}

std::vector<uint32_t> page_numbers(const MappedText& text, std::string_view source, uint32_t until) {
  const std::string_view folded = text.text();
  constexpr uint32_t kMostPages = 1000, kShortest = 500, kLongestPage = 20000;  // bytes of a page
  struct Figure {
    uint32_t value, begin;
    bool apart;
    size_t previous, pages;  // the page number before it, and how many there are up to it
  };
  constexpr size_t kNone = size_t(-1);
  std::vector<Figure> figures;
  std::vector<std::vector<size_t>> of_value(kMostPages + 1);  // indices of figures, ascending
  const auto add = [&](uint32_t value, uint32_t begin, bool apart) {
    Figure figure{value, begin, apart, kNone, 1};
    if (value > 0 && begin > kShortest) {
      const std::vector<size_t>& ones = of_value[value - 1];
      const auto behind = std::lower_bound(ones.begin(), ones.end(), begin - kShortest,
                                           [&](size_t f, uint32_t place) { return figures[f].begin < place; });
      if (behind != ones.begin() && figures[*(behind - 1)].begin + kLongestPage > begin) {
        figure.previous = *(behind - 1);
        figure.pages = figures[figure.previous].pages + 1;
      }
    }
    of_value[value].push_back(figures.size());
    figures.push_back(figure);
  };
  bool empty_before = true;
  for (size_t at = 0; at < until;) {
    const size_t end = std::min<size_t>(folded.find('\n', at), until);
    const std::string_view line = folded.substr(at, end - at);
    const size_t first = line.find_first_not_of("> \t");
    const size_t last = line.find_last_not_of(" \t");
    if (first != std::string_view::npos && last - first < 3 &&
        line.substr(first, last + 1 - first).find_first_not_of("0123456789") == std::string_view::npos) {
      uint32_t value = 0;
      for (size_t i = first; i <= last; ++i) value = value * 10 + uint32_t(line[i] - '0');
      const size_t next = source.find_first_not_of(" \t\r\n", text.to_source({uint32_t(end), uint32_t(end)}).begin);
      const bool page_ends = next != std::string_view::npos && source[next] == '\f';
      add(value, uint32_t(at + first), empty_before || page_ends);
    }
    empty_before = first == std::string_view::npos;
    at = end + 1;
  }
  size_t longest = 0;
  for (size_t f = 0; f < figures.size(); ++f)
    if (figures[f].pages > figures[longest].pages) longest = f;
  // Among several pieces of figures, two count on by chance.
  std::vector<uint8_t> counted(figures.size());
  const size_t pages = figures.empty() ? 0 : figures[longest].pages;
  if (pages > 2 && pages * 3 >= figures.size() * 2) {
    bool plausible = true;
    for (size_t f = longest; f != kNone; f = figures[f].previous)
      plausible = plausible && is_plausible(figures[f].value, figures[f].begin);
    for (size_t f = longest; plausible && f != kNone; f = figures[f].previous) counted[f] = true;
  }
  std::vector<uint32_t> out;
  for (size_t f = 0; f < figures.size(); ++f)
    if (figures[f].apart || counted[f]) out.push_back(figures[f].begin);
  return out;
}

}  // namespace gouji
