// 十二件, 百分之八十, 三分之一, 八成: numbers in 汉字.
#include "narrative/figure_reader.h"
#include "text/numeral.h"

namespace gouji {

size_t FigureReader::numeral(size_t begin) {
  size_t end = begin;
  std::string number;
  int count = 0;
  while (end < end_ && count < 24) {
    const size_t k = count == 0 ? end : skip(end);
    if (k >= end_ || static_cast<unsigned char>(text_[k]) < 0x80) break;
    const utf8::CodePoint c = utf8::decode(text_, k);
    if (!is_numeral(c.value)) break;
    if (k != end && text_.substr(end, k - end).find('\n') == std::string_view::npos && count > 0 && text_[end] == '*')
      break;
    number += text_.substr(k, c.size);
    end = k + c.size;
    ++count;
  }
  const size_t next = begin + utf8::decode(text_, begin).size;
  if (const size_t p = starts_with(begin, "百分之")) return percent_words(begin, p);
  if (count == 0) return next;
  const char32_t ahead = before(back(begin));
  if (const size_t to = fraction(begin, end, number)) return to;
  const std::optional<Decimal> value = parse_numeral(number);
  if (ahead == U'第') {
    size_t to = end;
    const Unit* const u = unit_at(skip(end), to);
    if (u != nullptr || in(at(skip(end)), U"条项款章节次届")) other(begin, u != nullptr ? to : end, Measure::name);
    return end;
  }
  if (!value || in(ahead, U"每数几某无这同")) return end;
  // 一件申请列出26项内容: a request, not a count of them.
  if (value->units == 1 && count == 1 && in(ahead, U"\n。;,、:(")) return end;
  const size_t k = skip(end);
  if (at(k) == U'年' && count == 4 && value->units > 1900 && value->units < 2100) {
    Figure f;
    f.measure = Measure::date;
    f.year = int(value->units);
    f.place = {uint32_t(begin), uint32_t(k + 3)};
    out_.push_back(f);
    return f.place.end;
  }
  if (in(at(k), U"月日") && count <= 3) {
    other(begin, k + 3, Measure::date);
    return k + 3;
  }
  if (at(k) == U'成' && count == 1 && !in(at(skip(k + 3)), U"立果效为功员绩本长都熟就分")) {
    Figure f;
    f.measure = Measure::percent;
    f.unit = "%";
    f.place = {uint32_t(begin), uint32_t(k + 3)};
    bounds(f, *value, 0, 1, false, begin, k + 3);
    out_.push_back(f);
    return k + 3;
  }
  size_t to = 0, u_at = k;
  if (in(at(k), U"余多") && value->units >= 10) u_at = skip(k + 3);
  const Unit* const u = unit_at(u_at, to);
  if (u == nullptr || u->measure == Measure::date || no_unit(u_at) || u->measure == Measure::name) return end;
  // 一 also means “a”, “whole” and “together”.
  if (value->units == 1 && (!in(at(u_at), U"件宗份例倍名起") || in(at(to), U"事网人") ||
                            (at(u_at) == U'起' && !in(at(skip(to)), U",。;、)(\n"))))
    return end;
  if (in(at(u_at), U"位种类对级支步道线门") && value->units < 10) return end;
  // 办结一件申请、解决一个问题: one, or any.
  return amount(begin, end, *value, 0, value->units == 1, false);
}

// 三分之一, 十分之三: a share, said roughly.
size_t FigureReader::fraction(size_t begin, size_t end, const std::string& number) {
  const size_t of = starts_with(end, "分之");
  if (of == 0) return 0;
  const char32_t c = at(skip(of));
  const size_t to = skip(of) + 3;
  if (!is_numeral(c) || is_numeral(at(to))) return 0;
  const std::optional<Decimal> whole = parse_numeral(number), part = parse_numeral(text_.substr(to - 3, 3));
  if (!whole || !part || whole->units < 2 || part->units < 1 || part->units >= whole->units) return 0;
  Figure f;
  f.measure = Measure::percent;
  f.unit = "%";
  f.place = {uint32_t(begin), uint32_t(to)};
  f.value = scaled(Decimal{part->units * 10000 / whole->units, 2}, 0);
  f.low = subtract(f.value, {15, 1}).value_or(f.value);
  f.high = add(f.value, {15, 1}).value_or(f.value);
  out_.push_back(f);
  return to;
}

// 百分之八十, 百分之九点五, 百分之百.
size_t FigureReader::percent_words(size_t begin, size_t i) {
  std::string whole, fraction;
  bool point = false;
  size_t end = i;
  Decimal value;
  if (at(skip(i)) == U'百') {
    value = {100, 0};
    end = skip(i) + 3;
    // 百分之百的决心 is no figure.
    if (at(skip(end)) == U'的') return end;
  } else {
    while (true) {
      const size_t k = skip(end);
      const char32_t c = at(k);
      if (c == U'点' && !point) {
        point = true;
      } else if (is_numeral(c)) {
        (point ? fraction : whole) += text_.substr(k, 3);
      } else if (utf8::is_digit(c)) {
        (point ? fraction : whole) += char(c);
      } else {
        break;
      }
      end = k + utf8::decode(text_, k).size;
      if (whole.size() + fraction.size() > 30) return end;
    }
    std::optional<Decimal> v = parse_numeral(whole);
    if (!v) v = parse_decimal(whole);
    if (!v) return end;
    value = *v;
    int64_t units = value.units;
    uint8_t scale = 0;
    for (size_t k = 0; k + 3 <= fraction.size() && scale < 4; k += 3) {
      const std::optional<Decimal> d = parse_numeral(std::string_view(fraction).substr(k, 3));
      if (!d || d->units > 9) break;
      units = units * 10 + d->units;
      ++scale;
    }
    value = {units, scale};
  }
  Figure f;
  f.measure = Measure::percent;
  f.unit = "%";
  f.place = {uint32_t(begin), uint32_t(end)};
  bounds(f, value, value.scale, 0, false, begin, end);
  out_.push_back(f);
  return end;
}

}  // namespace gouji
