#include "doc/quantities.h"

#include "read/token.h"
#include "text/utf8.h"

namespace gouji {
namespace {

using utf8::CodePoint;

// What stands behind a number that is a date, a time, a document's or a page's number, a room or a house.
constexpr std::u32string_view kOtherBehind = U"年月日号页时点室楼版届";
// What stands before one that is counted, not counting: 第 3 次, 〔2021〕, No.
constexpr std::u32string_view kOtherAhead = U"第〔[";
constexpr size_t kLongestAmount = 10;  // in digits, without a point; longer ones are numbers of things: 010-12345678

char32_t behind(std::string_view text, size_t at, size_t end) {
  while (at < end && text[at] == ' ') ++at;
  return at < end ? utf8::decode(text, at).value : U'\n';
}

char32_t ahead(std::string_view text, size_t at) {
  while (at > 0 && text[at - 1] == ' ') --at;
  return at > 0 ? utf8::before(text, at).value : U'\n';
}

bool in(char32_t c, std::u32string_view set) { return set.find(c) != std::u32string_view::npos; }

bool is_enumerator(std::string_view text, size_t begin, size_t end, char32_t before, char32_t next) {
  return end - begin <= 2 && (next == '.' || next == U'、') && (before == '\n' || before == U'。') &&
         end + 1 < text.size() && !utf8::is_digit(static_cast<unsigned char>(text[end + 1]));
}

}  // namespace

Quantities count_quantities(std::string_view folded, uint32_t until, const std::vector<Span>& tables) {
  Quantities out;
  size_t table = 0;
  for (size_t i = 0; i < until;) {
    while (table < tables.size() && tables[table].end <= i) ++table;
    if (table < tables.size() && tables[table].begin <= i) {
      i = tables[table].end;
      continue;
    }
    const CodePoint c = utf8::decode(folded, i);
    if (!utf8::is_digit(c.value) && !utf8::is_latin(c.value)) {
      i += c.size;
      continue;
    }
    size_t end = i;
    bool digits = false;
    while (end < until) {
      const CodePoint t = utf8::decode(folded, end);
      if (!is_token_char(t.value) || t.value == '%') break;
      digits = digits || utf8::is_digit(t.value);
      end += t.size;
    }
    while (end > i + 1 && (folded[end - 1] == '.' || folded[end - 1] == ',' || folded[end - 1] == ':')) --end;
    const std::string_view token = folded.substr(i, end - i);
    const char32_t before = ahead(folded, i), next = behind(folded, end, until);
    if (digits && !is_enumerator(folded, i, end, before, next)) {
      const bool number = !plain_number(token).empty() &&
                          (token.size() <= kLongestAmount || token.find_first_of(".,") != std::string_view::npos);
      const bool amount = number && !in(next, kOtherBehind) && !in(before, kOtherAhead);
      ++(amount ? out.amounts : out.other);
    }
    i = end;
  }
  return out;
}

}  // namespace gouji
