// narrative.personal: numbers that tell who somebody is.
#include <algorithm>

#include "rules/prose.h"
#include "text/utf8.h"

namespace gouji {
namespace {

constexpr size_t kIdLength = 18, kMobileLength = 11;

int digits(std::string_view text, size_t at, size_t count) {
  int value = 0;
  for (const char c : text.substr(at, count)) value = value * 10 + (c - '0');
  return value;
}

// An identity number: a date of birth that can be, and the check digit that the others make (GB 11643).
bool is_identity(std::string_view n) {
  constexpr int kWeights[] = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  constexpr std::string_view kCheck = "10X98765432";
  int sum = 0;
  for (size_t i = 0; i + 1 < kIdLength; ++i) sum += (n[i] - '0') * kWeights[i];
  const int province = digits(n, 0, 2), year = digits(n, 6, 4), month = digits(n, 10, 2), day = digits(n, 12, 2);
  const char last = n[kIdLength - 1] == 'x' ? 'X' : n[kIdLength - 1];
  return province >= 11 && province <= 82 && year >= 1900 && year <= 2099 && month >= 1 && month <= 12 && day >= 1 &&
         day <= 31 && kCheck[size_t(sum % 11)] == last;
}

// Where a body gives its own number, a mobile one is as good as any.
bool gives_contact(std::string_view line) {
  constexpr std::string_view kWords[] = {"电话", "联系", "手机", "热线", "咨询", "传真", "邮箱", "QQ", "微信", "短信"};
  return std::any_of(std::begin(kWords), std::end(kWords),
                     [&](std::string_view w) { return line.find(w) != std::string_view::npos; });
}

}  // namespace

void judge_personal(const Prose& prose, Sink& sink) {
  for (size_t l = 0; l < prose.lines.size(); ++l) {
    const Span line = prose.lines[l];
    const std::string_view text = slice(prose.text, line);
    const auto contact = [&] {
      return gives_contact(text) || (l > 0 && gives_contact(slice(prose.text, prose.lines[l - 1])));
    };
    for (size_t i = 0; i < text.size();) {
      if (!utf8::is_digit(static_cast<unsigned char>(text[i]))) {
        ++i;
        continue;
      }
      size_t end = i;
      while (end < text.size() && utf8::is_digit(static_cast<unsigned char>(text[end]))) ++end;
      const auto beside = [&](size_t at) {
        constexpr std::string_view kJoins = "@-_/.";
        return at < text.size() && (utf8::is_latin(static_cast<unsigned char>(text[at])) ||
                                    kJoins.find(text[at]) != std::string_view::npos);
      };
      const bool check_letter = end - i == kIdLength - 1 && end < text.size() && (text[end] == 'X' || text[end] == 'x');
      const size_t whole = end + (check_letter ? 1 : 0);
      const Span place{line.begin + uint32_t(i), line.begin + uint32_t(whole)};
      const bool apart = (i == 0 || !beside(i - 1)) && !beside(whole);
      if (apart && whole - i == kIdLength && is_identity(text.substr(i, kIdLength)))
        sink.report("narrative.personal", prose.place(place), message("personal.identity", sink.lang()));
      if (apart && end - i == kMobileLength && text[i] == '1' && text[i + 1] >= '3' && !contact()) {
        Finding f{};
        f.rule = "narrative.personal";
        f.span = prose.place(place);
        f.message = message("personal.mobile", sink.lang());
        sink.report(std::move(f), Severity::warning);
      }
      i = whole;
    }
  }
}

}  // namespace gouji
