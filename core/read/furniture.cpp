#include "read/furniture.h"

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
  constexpr std::u32string_view kDashes = U"-—–―−";
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
  if (is_page_number(line, han)) return true;
  if (han.empty()) return false;
  if (han == title || (han.size() > 2 && han.back() == U'续' && line.find("、") < 8)) return true;
  const size_t date = line.find_first_not_of("0123456789/-");
  return date != std::string_view::npos && is_stamp(line.substr(0, date)) && line[date] == ' ';
}

}  // namespace gouji
