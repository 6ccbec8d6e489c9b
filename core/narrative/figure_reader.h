// Reads the numbers of folded text, piece by piece. Every function that takes a place gives where it went on to, or 0.
#pragma once

#include <string>
#include <string_view>

#include "narrative/figure_units.h"
#include "narrative/figures.h"
#include "text/utf8.h"

namespace gouji {

class FigureReader {
 public:
  explicit FigureReader(const MappedText& folded) : folded_(folded), text_(folded.text()) {}

  void read(Span piece);
  std::vector<Figure> take() { return std::move(out_); }

 private:
  static constexpr int kMaxSkip = 8;  // blanks within a number, its unit and its words: layout, not meaning

  const MappedText& folded_;
  std::string_view text_;
  size_t end_ = 0;
  std::vector<Figure> out_;

  static bool in(char32_t c, std::u32string_view set) { return set.find(c) != std::u32string_view::npos; }
  static bool is_blank(char c) { return utf8::is_space(static_cast<unsigned char>(c)) || c == '*'; }
  static bool latin(char32_t c) { return utf8::is_latin(c) || c == '@' || c == '_' || c == '/'; }

  char32_t at(size_t i) const { return i < end_ ? utf8::decode(text_, i).value : U'\n'; }
  char32_t before(size_t i) const { return i > 0 ? utf8::before(text_, i).value : U'\n'; }
  bool digit_at(size_t i) const { return i < end_ && utf8::is_digit(static_cast<unsigned char>(text_[i])); }

  size_t run_of_digits(size_t i) const {
    while (digit_at(i)) ++i;
    return i;
  }

  size_t skip(size_t i) const {
    for (int n = 0; i < end_ && n < kMaxSkip && is_blank(text_[i]); ++n) ++i;
    return i;
  }

  size_t back(size_t i) const {
    for (int n = 0; i > 0 && n < kMaxSkip && is_blank(text_[i - 1]); ++n) --i;
    return i;
  }

  // Where `word` ends if it stands at `i`, blanks within it apart; 0 if it does not.
  size_t starts_with(size_t i, std::string_view word) const {
    while (!word.empty()) {
      i = skip(i);
      if (i >= end_) return 0;
      const utf8::CodePoint c = utf8::decode(text_, i), w = utf8::decode(word, 0);
      if (c.value != w.value) return 0;
      i += c.size;
      word.remove_prefix(w.size);
    }
    return i;
  }

  // Whether the text, blanks apart, ends with `word` at `i`.
  bool ends_with(size_t i, std::string_view word) const {
    while (!word.empty()) {
      i = back(i);
      if (i == 0) return false;
      const utf8::CodePoint c = utf8::before(text_, i), w = utf8::before(word, word.size());
      if (c.value != w.value) return false;
      i -= c.size;
      word.remove_suffix(w.size);
    }
    return true;
  }

  // figures.cpp: numbers in digits
  size_t digits(size_t begin);
  size_t broken(size_t begin, size_t end, std::string& number) const;
  bool alone(size_t begin) const;
  bool enumerates(size_t begin, size_t end) const;
  bool page_number(size_t begin, size_t end) const;
  void other(size_t begin, size_t end, Measure measure);
  bool wide_comma(size_t i) const;

  // figure_dates.cpp
  static bool is_year(std::string_view digits);
  static int number_of(std::string_view digits);
  size_t date(size_t begin, size_t end);
  void day_and_month(size_t i, Figure& f);

  // figure_names.cpp
  size_t name(size_t begin, size_t end);
  size_t quoted(size_t begin, size_t end) const;

  // figure_amounts.cpp: what follows a number
  bool counting(size_t i) const;
  const Unit* unit_at(size_t i, size_t& end) const;
  size_t amount(size_t begin, size_t end, Decimal value, int decimals, bool unsure, bool long_bare);
  bool no_unit(size_t i) const;
  void bounds(Figure& f, Decimal value, int decimals, int power, bool more, size_t begin, size_t last) const;
  bool range(size_t begin, size_t end, const Figure& first);

  // figure_numerals.cpp: numbers in 汉字
  size_t numeral(size_t begin);
  size_t fraction(size_t begin, size_t end, const std::string& number);
  size_t percent_words(size_t begin, size_t i);
};

}  // namespace gouji
