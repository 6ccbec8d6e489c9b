#include "read/furniture.h"

#include <algorithm>

#include "read/matcher.h"
#include "read/token.h"
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

}  // namespace

bool is_furniture(std::string_view line, std::u32string_view title) {
  if (line.empty() || line.size() > kLongest || line.find_first_of("\t|") != std::string_view::npos) return false;
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
  constexpr uint32_t kMostPages = 1000, kShortest = 200, kLongest = 20000;  // bytes of a page
  struct Figure {
    uint32_t value, begin;
    bool apart;
  };
  std::vector<Figure> figures;
  std::vector<std::vector<uint32_t>> places(kMostPages + 1);  // by value, ascending
  bool empty_before = true;
  for (size_t at = 0; at < until;) {
    const size_t end = std::min<size_t>(folded.find('\n', at), until);
    const std::string_view line = folded.substr(at, end - at);
    const size_t first = line.find_first_not_of("> \t");
    if (first != std::string_view::npos && utf8::is_digit(static_cast<unsigned char>(line[first])) &&
        is_count(line.substr(first))) {
      uint32_t value = 0;
      for (size_t i = first; i < line.size() && line[i] != ' ' && value <= kMostPages; ++i)
        value = value * 10 + uint32_t(line[i] - '0');
      if (value < kMostPages && line.find_first_of(" \t", first) == std::string_view::npos) {
        const size_t next = source.find_first_not_of(" \t\r\n", text.to_source({uint32_t(end), uint32_t(end)}).begin);
        const bool page_ends = next != std::string_view::npos && source[next] == '\f';
        figures.push_back({value, uint32_t(at + first), empty_before || page_ends});
        places[value].push_back(uint32_t(at + first));
      }
    }
    empty_before = first == std::string_view::npos;
    at = end + 1;
  }
  const auto any = [&](uint32_t value, uint32_t from, uint32_t to) {
    const auto place = std::lower_bound(places[value].begin(), places[value].end(), from);
    return place != places[value].end() && *place < to;
  };
  std::vector<uint32_t> out;
  for (const Figure& f : figures) {
    const uint32_t lowest = f.begin > kLongest ? f.begin - kLongest : 0,
                   highest = f.begin - std::min(f.begin, kShortest);
    if (f.apart || any(f.value + 1, f.begin + kShortest, f.begin + kLongest) ||
        (f.value > 0 && any(f.value - 1, lowest, highest)))
      out.push_back(f.begin);
  }
  return out;
}

}  // namespace gouji
