// 〔2021〕30号, 第41次, 0951-5044837, 12345热线: numbers that name something.
#include "narrative/figure_reader.h"

namespace gouji {

// A number that names something: 〔2021〕30号, 第41次, 0951-5044837, 12345热线, 326室; 0 where it counts.
size_t FigureReader::name(size_t begin, size_t end) {
  const size_t b = back(begin);
  const char32_t ahead = before(b), next = at(skip(end));
  const size_t size = end - begin;
  if (ahead == U'第' || in(ahead, U"〔[【〕]№") || (in(next, U"〕】]") && is_year(text_.substr(begin, size)))) {
    // 第1、2、3、4季度
    size_t k = end;
    while (ahead == U'第' && in(at(k), U"、,.-—至") && digit_at(k + utf8::decode(text_, k).size))
      k = run_of_digits(k + utf8::decode(text_, k).size);
    other(begin, k, Measure::name);
    return k;
  }
  if (const size_t k = quoted(begin, end); k != 0) {
    other(begin, k, Measure::name);
    return k;
  }
  if (in(before(b), U":话真编码机线Q") || next == U'-')
    for (const std::string_view word :
         {"电话:", "传真:", "邮编:", "编码:", "电话", "传真", "邮编", "手机:", "热线:", "Q:", "号码", "号码:"})
      if (ends_with(begin, word) && (word.back() == ':' || !counting(end))) {
        size_t k = end;
        while (digit_at(k) || (in(at(k), U"-—– ") && digit_at(k + utf8::decode(text_, k).size)))
          k += utf8::decode(text_, k).size;
        other(begin, k, Measure::name);
        return k;
      }
  // Joined by hyphens into something long: a telephone number.
  size_t k = end, count = size, parts = 1;
  while (in(at(k), U"-—–") && parts < 5) {
    size_t d = k + utf8::decode(text_, k).size;
    while (in(at(d), U"-—–")) d += utf8::decode(text_, d).size;
    const size_t to = run_of_digits(d);
    if (to == d) break;
    count += to - d;
    k = to;
    ++parts;
  }
  if (parts > 1 && (latin(before(b)) || count >= 9 || (text_[begin] == '0' && count >= 7))) {
    other(begin, k, Measure::name);
    return k;
  }
  if (size >= 11 || (size > 1 && text_[begin] == '0')) {
    other(begin, end, Measure::name);
    return end;
  }
  // 12345, 12315, 12348 …: the hotlines.
  if (size == 5 && text_.substr(begin, 2) == "12" && !counting(end)) {
    other(begin, end, Measure::name);
    return end;
  }
  // 5A级, 4G网络, 7×24小时
  if (utf8::is_latin(at(end)) || at(end) == U'×') {
    while (utf8::is_latin(at(end)) || at(end) == U'×' || digit_at(end)) end += utf8::decode(text_, end).size;
    other(begin, end, Measure::name);
    return end;
  }
  if (in(at(end), U"+＋") && !digit_at(end + 1)) {
    other(begin, end, Measure::name);
    return end;
  }
  return 0;
}

// “3.15”, “稳经济38条”: quotation marks close right around it; gives where.
size_t FigureReader::quoted(size_t begin, size_t end) const {
  constexpr int kShort = 8;  // characters
  constexpr std::u32string_view kMarks = U"“‘”’。,;:、\n()";
  size_t a = begin, b = end;
  for (int n = 0; n < kShort && a > 0 && !in(before(a), kMarks); ++n) a -= utf8::before(text_, a).size;
  for (int n = 0; n < kShort && b < end_ && !in(at(b), kMarks); ++n) b += utf8::decode(text_, b).size;
  return in(before(a), U"“‘") && in(at(b), U"”’") ? b : 0;
}

}  // namespace gouji
