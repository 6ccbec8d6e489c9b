// 2024年1月1日, 2024年度, 1—6月, 2024-01-31: dates are no quantities.
#include <tuple>

#include "narrative/figure_reader.h"

namespace gouji {

bool FigureReader::is_year(std::string_view digits) {
  return digits.size() == 4 && (digits.substr(0, 2) == "20" || digits.substr(0, 2) == "19");
}

int FigureReader::number_of(std::string_view digits) {
  int n = 0;
  for (const char c : digits) n = n * 10 + (c - '0');
  return n;
}

// 2024年1月1日, 2024年度, 1月, 31日, 2024-01-31, 2018—2020年, 9:00; 0 where it is none.
size_t FigureReader::date(size_t begin, size_t end) {
  const size_t size = end - begin;
  Figure f;
  f.measure = Measure::date;
  std::string_view digits = text_.substr(begin, size);
  size_t i = end;
  // 2 0 2 4 年
  std::string spaced;
  if (size == 1) {
    size_t k = begin;
    while (digit_at(k) && spaced.size() < 4 && !digit_at(k + 1)) {
      spaced += text_[k];
      k = skip(k + 1);
    }
    if (is_year(spaced) && at(k) == U'年') {
      digits = spaced;
      i = k;
    }
  }
  if (is_year(digits)) {
    size_t k = skip(i);
    if (at(k) == U'年') {
      f.year = number_of(digits);
      k = starts_with(k, "年");
      f.place = {uint32_t(begin), uint32_t(k)};
      day_and_month(k, f);
      out_.push_back(f);
      return f.place.end;
    }
    // 2024全年收到5件: its 年 is left out.
    size_t unit = 0;
    if (in(before(back(begin)), U"\n。") && k == i && at(k) >= U'一' && !in(at(k), U"余多万亿千百") &&
        unit_at(k, unit) == nullptr) {
      f.year = number_of(digits);
      f.place = {uint32_t(begin), uint32_t(k)};
      out_.push_back(f);
      return k;
    }
    // 2024-01-31, 2024/1/31, 2024.1.31; 2018-2020年
    for (const char32_t mark : {U'-', U'/', U'.', U'—', U'–', U'~', U'至'}) {
      if (at(k) != mark) continue;
      size_t m = k + utf8::decode(text_, k).size;
      if (mark == U'—' && at(m) == U'—') m += 3;
      const size_t m_end = run_of_digits(m);
      if (m_end == m) continue;
      if (m_end - m <= 2 && at(m_end) == mark && digit_at(m_end + 1)) {
        const size_t d_end = run_of_digits(m_end + 1);
        if (d_end - m_end - 1 > 2) continue;
        f.year = number_of(digits);
        f.month = number_of(text_.substr(m, m_end - m));
        f.day = number_of(text_.substr(m_end + 1, d_end - m_end - 1));
        f.place = {uint32_t(begin), uint32_t(d_end)};
        out_.push_back(f);
        return d_end;
      }
      if (m_end - m == 4 && at(skip(m_end)) == U'年') {
        f.place = {uint32_t(begin), uint32_t(m_end)};
        f.place.end = uint32_t(starts_with(m_end, "年"));
        f.year = number_of(digits);
        f.unsure = true;
        out_.push_back(f);
        return f.place.end;
      }
    }
  }
  if (size <= 2) {
    const size_t k = skip(i);
    const char32_t next = at(k);
    // 1—6月
    if (in(next, U"-—–~至到")) {
      const size_t from = skip(k + utf8::decode(text_, k).size), to = run_of_digits(from);
      if (to != from && to - from <= 2 && at(skip(to)) == U'月' && number_of(digits) <= 12) {
        f.place = {uint32_t(begin), uint32_t(skip(to) + 3)};
        f.month = number_of(digits);
        out_.push_back(f);
        return f.place.end;
      }
    }
    if (next == ':' && run_of_digits(k + 1) == k + 3) {
      other(begin, k + 3, Measure::name);
      return k + 3;
    }
    if (next == U'月' || next == U'日') {
      f.place = {uint32_t(begin), uint32_t(begin)};
      day_and_month(begin, f);
      if (f.place.end > begin) {
        out_.push_back(f);
        return f.place.end;
      }
    }
  }
  return 0;
}

// 1月1日, 1月, 31日 from `i` on, into `f`.
void FigureReader::day_and_month(size_t i, Figure& f) {
  for (const auto& [mark, part, most] : {std::tuple{U'月', &f.month, 12}, std::tuple{U'日', &f.day, 31}}) {
    const size_t from = skip(i), to = run_of_digits(from);
    if (to == from || to - from > 2) continue;
    const size_t k = skip(to);
    if (at(k) != mark) continue;
    const int n = number_of(text_.substr(from, to - from));
    if (n < 1 || n > most) return;
    *part = n;
    i = k + 3;
    f.place.end = uint32_t(i);
  }
}

}  // namespace gouji
