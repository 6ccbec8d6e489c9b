#include "narrative/figures.h"

#include <limits>

#include "narrative/figure_reader.h"
#include "text/numeral.h"

namespace gouji {
namespace {

constexpr int64_t kMax = std::numeric_limits<int64_t>::max();

}  // namespace

void FigureReader::read(Span piece) {
  end_ = piece.end;
  for (size_t i = piece.begin; i < piece.end;) {
    const auto byte = static_cast<unsigned char>(text_[i]);
    if (utf8::is_digit(byte)) {
      i = digits(i);
    } else if (byte < 0xE0) {
      ++i;
    } else {
      const utf8::CodePoint c = utf8::decode(text_, i);
      i = is_numeral(c.value) || c.value == U'百' ? numeral(i) : i + c.size;
    }
  }
}

size_t FigureReader::digits(size_t begin) {
  size_t end = run_of_digits(begin);
  const char32_t ahead = before(begin);
  if (enumerates(begin, end)) return end;
  if (page_number(begin, end)) {
    other(begin, end, Measure::name);
    return end;
  }
  // Part of an address, a file's or a machine's name.
  const bool over = ahead == '/' && begin > 1 && !latin(before(begin - 1));  // 197项/210项
  if ((latin(ahead) && !over) || (ahead == '.' && begin > 1 && latin(before(begin - 1)))) {
    while (end < end_ && (latin(static_cast<unsigned char>(text_[end])) ||
                          utf8::is_digit(static_cast<unsigned char>(text_[end])) || text_[end] == '.'))
      ++end;
    other(begin, end, Measure::name);
    return end;
  }
  // 不予处理32024年收到5件: a line end is lost between a figure and a year.
  constexpr size_t kYear = 4;
  if (end - begin > kYear && at(end) == U'年' && is_year(text_.substr(end - kYear, kYear))) end -= kYear;
  if (const size_t d = date(begin, end)) return d;
  if (const size_t n = name(begin, end)) return n;
  std::string number(text_.substr(begin, end - begin));
  if (const size_t to = broken(begin, end, number)) end = to;
  bool unsure = false, grouped = false;
  // 1,234 and 1 234
  for (size_t next = end; next < end_ && (text_[next] == ',' || text_[next] == ' ');) {
    const char mark = text_[next];
    const size_t three = run_of_digits(next + 1);
    if (three != next + 4 || (!grouped && end - begin > 3) || text_[begin] == '0') break;
    if (mark == ' ' && text_[begin - (begin > 0)] == ' ' && digit_at(begin - 2)) break;
    if (mark == ',' && wide_comma(next)) unsure = true;
    number += text_.substr(next + 1, 3);
    end = next = three;
    grouped = true;
  }
  int decimals = 0;
  if (size_t point = end; at(point) == '.' && (digit_at(point + 1) || digit_at(skip(point + 1)))) {
    const size_t from = skip(point + 1), to = run_of_digits(from);
    const bool split = from != point + 1;
    if (!split || in(at(skip(to)), U"%万亿")) {
      number += '.';
      number += text_.substr(from, to - from);
      decimals = int(to - from);
      end = to;
      // 1.2.3 is a version or a date.
      if (at(end) == '.' && digit_at(end + 1)) {
        while (digit_at(end) || (at(end) == '.' && digit_at(end + 1))) ++end;
        other(begin, end, Measure::name);
        return end;
      }
    }
  }
  const std::optional<Decimal> value = parse_decimal(number);
  if (!value) {
    other(begin, end, Measure::name);
    return end;
  }
  return amount(begin, end, *value, decimals, unsure, number.size() >= 7 && decimals == 0 && !grouped);
}

// 5 0 件, and a number that a line end cuts: 5⏎1件. Only where something counted follows; gives where it ends.
size_t FigureReader::broken(size_t begin, size_t end, std::string& number) const {
  std::string all = number;
  size_t k = end;
  const bool spaced = end - begin == 1;
  while (all.size() < 9) {
    const size_t next = k < end_ && (text_[k] == ' ' || text_[k] == '\n') ? k + 1 : k;
    if (next == k || !digit_at(next)) break;
    const size_t to = run_of_digits(next);
    if (text_[k] == ' ' && (!spaced || to != next + 1)) break;
    if (text_[k] == '\n' && (alone(begin) || at(to) == '.' || at(to) == U'、')) break;
    all += text_.substr(next, to - next);
    k = to;
  }
  if (k == end || !counting(k)) return 0;
  number = all;
  return k;
}

// Whether nothing stands before it on its line: a page's number.
bool FigureReader::alone(size_t begin) const {
  while (begin > 0 && text_[begin - 1] == ' ') --begin;
  return before(begin) == '\n';
}

// 1.… and 2、… at the start of a line number what follows.
bool FigureReader::enumerates(size_t begin, size_t end) const {
  if (end - begin > 2) return false;
  const char32_t next = at(end);
  if (next != '.' && next != U'、' && next != ')') return false;
  // 2.2021年度: the second point, and a year.
  const size_t year = end + 1, behind = run_of_digits(year);
  if (next == '.' && behind > year && !(is_year(text_.substr(year, behind - year)) && at(behind) == U'年'))
    return false;
  size_t i = begin;
  while (i > 0 && (text_[i - 1] == ' ' || text_[i - 1] == '\t' || text_[i - 1] == '*' || text_[i - 1] == '#')) --i;
  const char32_t c = before(i);
  if (next == ')' && c != U'\n') return c == '(' && in(before(i - 1), U"\n。;:");
  return in(c, U"\n。;:");
}

// — 3 — on a line of its own.
bool FigureReader::page_number(size_t begin, size_t end) const {
  size_t a = begin, b = end;
  bool dash = false;
  while (a > 0 && (text_[a - 1] == ' ' || in(before(a), U"-—–"))) {
    dash = dash || text_[a - 1] != ' ';
    a -= utf8::before(text_, a).size;
  }
  while (b < end_ && (text_[b] == ' ' || in(at(b), U"-—–"))) b += utf8::decode(text_, b).size;
  return dash && before(a) == '\n' && at(b) == '\n';
}

void FigureReader::other(size_t begin, size_t end, Measure measure) {
  Figure f;
  f.place = {uint32_t(begin), uint32_t(end)};
  f.measure = measure;
  out_.push_back(f);
}

// 全角 commas also separate numbers: 1，234 may be two.
bool FigureReader::wide_comma(size_t i) const {
  const Span s = folded_.to_source({uint32_t(i), uint32_t(i + 1)});
  return s.size() != 1;
}

int compare(Decimal a, Decimal b) {
  const std::optional<Decimal> d = subtract(a, b);
  return !d || d->units == 0 ? 0 : d->units < 0 ? -1 : 1;
}

Decimal scaled(Decimal d, int power) {
  int scale = int(d.scale) - power;
  while (scale < 0 && d.units < kMax / 10 && d.units > -kMax / 10) {
    d.units *= 10;
    ++scale;
  }
  while (scale > 0 && d.units % 10 == 0 && d.units != 0) {
    d.units /= 10;
    --scale;
  }
  if (d.units == 0) scale = 0;
  d.scale = uint8_t(std::max(scale, 0));
  return d;
}

bool Figure::admits(Decimal exact) const {
  if (gouji::compare(low, exact) <= 0 && gouji::compare(exact, high) <= 0) return true;
  if (vague || step.units == 0) return false;
  const std::optional<Decimal> next = add(value, step);
  return next && gouji::compare(value, exact) <= 0 && gouji::compare(exact, *next) < 0;
}

std::vector<Figure> read_figures(const MappedText& folded, uint32_t until, const std::vector<Span>& holes) {
  FigureReader reader(folded);
  uint32_t at = 0;
  for (const Span& hole : holes) {
    if (hole.begin > at) reader.read({at, std::min(hole.begin, until)});
    at = std::max(at, hole.end);
  }
  if (at < until) reader.read({at, until});
  return reader.take();
}

}  // namespace gouji
