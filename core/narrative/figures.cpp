#include "narrative/figures.h"

#include <algorithm>
#include <array>
#include <limits>
#include <tuple>
#include <unordered_map>

#include "data.h"
#include "text/mapped_text.h"
#include "text/numeral.h"
#include "text/utf8.h"

namespace gouji {
namespace {

using utf8::CodePoint;

struct Unit {
  std::string_view word;
  Measure measure;
  int factor;
};

Measure measure_named(std::string_view name) {
  constexpr std::pair<std::string_view, Measure> kNames[] = {
      {"count", Measure::count}, {"money", Measure::money}, {"points", Measure::points}, {"times", Measure::times},
      {"span", Measure::span},   {"date", Measure::date},   {"name", Measure::name}};
  for (const auto& [n, m] : kNames)
    if (n == name) return m;
  return Measure::count;
}

// By their first character; among those the longest first, so that the first that fits is the one meant.
struct Units {
  std::unordered_map<char32_t, std::vector<Unit>> all;

  Units() {
    for (const data::units_row& row : data::units) {
      std::string_view rest = row.words;
      while (!rest.empty()) {
        const size_t space = rest.find(' ');
        if (const std::string_view word = rest.substr(0, space); !word.empty())
          all[utf8::decode(word, 0).value].push_back({word, measure_named(row.measure), row.factor[0] - '0'});
        if (space == std::string_view::npos) break;
        rest.remove_prefix(space + 1);
      }
    }
    for (auto& [first, list] : all)
      std::stable_sort(list.begin(), list.end(),
                       [](const Unit& x, const Unit& y) { return x.word.size() > y.word.size(); });
  }
};

const std::vector<Unit>& units(char32_t first) {
  static const Units all;
  static const std::vector<Unit> none;
  const auto found = all.all.find(first);
  return found == all.all.end() ? none : found->second;
}

bool in(char32_t c, std::u32string_view set) { return set.find(c) != std::u32string_view::npos; }

constexpr int kMaxSkip = 8;  // blanks within a number, its unit and its words: layout, not meaning

constexpr int64_t kMax = std::numeric_limits<int64_t>::max();

class Reader {
 public:
  explicit Reader(const MappedText& folded) : folded_(folded), text_(folded.text()) {}

  void read(Span piece) {
    end_ = piece.end;
    for (size_t i = piece.begin; i < piece.end;) {
      const auto byte = static_cast<unsigned char>(text_[i]);
      if (utf8::is_digit(byte)) {
        i = digits(i);
      } else if (byte < 0xE0) {
        ++i;
      } else {
        const CodePoint c = utf8::decode(text_, i);
        i = is_numeral(c.value) || c.value == U'百' ? numeral(i) : i + c.size;
      }
    }
  }

  std::vector<Figure> take() { return std::move(out_); }

 private:
  const MappedText& folded_;
  std::string_view text_;
  size_t end_ = 0;
  std::vector<Figure> out_;

  char32_t at(size_t i) const { return i < end_ ? utf8::decode(text_, i).value : U'\n'; }
  bool digit_at(size_t i) const { return i < end_ && utf8::is_digit(static_cast<unsigned char>(text_[i])); }

  size_t skip(size_t i) const {
    for (int n = 0;
         i < end_ && n < kMaxSkip && (utf8::is_space(static_cast<unsigned char>(text_[i])) || text_[i] == '*'); ++n)
      ++i;
    return i;
  }

  size_t back(size_t i) const {
    for (int n = 0;
         i > 0 && n < kMaxSkip && (utf8::is_space(static_cast<unsigned char>(text_[i - 1])) || text_[i - 1] == '*');
         ++n)
      --i;
    return i;
  }

  char32_t before(size_t i) const { return i > 0 ? utf8::before(text_, i).value : U'\n'; }

  // Whether the text, blanks apart, ends with `word` at `i`.
  bool ends_with(size_t i, std::string_view word) const {
    while (!word.empty()) {
      i = back(i);
      if (i == 0) return false;
      const CodePoint c = utf8::before(text_, i), w = utf8::before(word, word.size());
      if (c.value != w.value) return false;
      i -= c.size;
      word.remove_suffix(w.size);
    }
    return true;
  }

  // Where `word` ends if it stands at `i`, blanks within it apart; 0 if it does not.
  size_t starts_with(size_t i, std::string_view word) const {
    while (!word.empty()) {
      i = skip(i);
      if (i >= end_) return 0;
      const CodePoint c = utf8::decode(text_, i), w = utf8::decode(word, 0);
      if (c.value != w.value) return 0;
      i += c.size;
      word.remove_prefix(w.size);
    }
    return i;
  }

  size_t run_of_digits(size_t i) const {
    while (digit_at(i)) ++i;
    return i;
  }

  // 全角 commas also separate numbers: 1，234 may be two.
  bool wide_comma(size_t i) const {
    const Span s = folded_.to_source({uint32_t(i), uint32_t(i + 1)});
    return s.size() != 1;
  }

  void other(size_t begin, size_t end, Measure measure) {
    Figure f;
    f.place = {uint32_t(begin), uint32_t(end)};
    f.measure = measure;
    out_.push_back(f);
  }

  // 1.… and 2、… at the start of a line number what follows.
  bool enumerates(size_t begin, size_t end) const {
    if (end - begin > 2) return false;
    const char32_t next = at(end);
    if (next != '.' && next != U'、' && next != ')') return false;
    if (next == '.' && digit_at(end + 1)) return false;
    size_t i = begin;
    while (i > 0 && (text_[i - 1] == ' ' || text_[i - 1] == '\t' || text_[i - 1] == '*' || text_[i - 1] == '#')) --i;
    const char32_t c = before(i);
    if (next == ')') return c == '(' && in(before(i - 1), U"\n。;:");
    return in(c, U"\n。;:");
  }

  // — 3 — on a line of its own.
  bool page_number(size_t begin, size_t end) const {
    size_t a = begin, b = end;
    bool dash = false;
    while (a > 0 && (text_[a - 1] == ' ' || in(before(a), U"-—–"))) {
      dash = dash || text_[a - 1] != ' ';
      a -= utf8::before(text_, a).size;
    }
    while (b < end_ && (text_[b] == ' ' || in(at(b), U"-—–"))) b += utf8::decode(text_, b).size;
    return dash && before(a) == '\n' && at(b) == '\n';
  }

  bool latin(char32_t c) const { return utf8::is_latin(c) || c == '@' || c == '_' || c == '/'; }

  size_t digits(size_t begin) {
    size_t end = run_of_digits(begin);
    const char32_t ahead = before(begin);
    if (enumerates(begin, end)) return end;
    if (page_number(begin, end)) {
      other(begin, end, Measure::name);
      return end;
    }
    // Part of an address, a file's or a machine's name.
    if (latin(ahead) || (ahead == '.' && begin > 1 && latin(before(begin - 1)))) {
      while (end < end_ && (latin(static_cast<unsigned char>(text_[end])) ||
                            utf8::is_digit(static_cast<unsigned char>(text_[end])) || text_[end] == '.'))
        ++end;
      other(begin, end, Measure::name);
      return end;
    }
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
  size_t broken(size_t begin, size_t end, std::string& number) const {
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
  bool alone(size_t begin) const {
    while (begin > 0 && text_[begin - 1] == ' ') --begin;
    return before(begin) == '\n';
  }

  static bool is_year(std::string_view digits) {
    return digits.size() == 4 && (digits.substr(0, 2) == "20" || digits.substr(0, 2) == "19");
  }

  static int number_of(std::string_view digits) {
    int n = 0;
    for (const char c : digits) n = n * 10 + (c - '0');
    return n;
  }

  // 2024年1月1日, 2024年度, 1月, 31日, 2024-01-31, 2018—2020年, 9:00; 0 where it is none.
  size_t date(size_t begin, size_t end) {
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
  void day_and_month(size_t i, Figure& f) {
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

  // A number that names something: 〔2021〕30号, 第41次, 0951-5044837, 12345热线, 326室; 0 where it counts.
  size_t name(size_t begin, size_t end) {
    const size_t b = back(begin);
    const char32_t ahead = before(b), next = at(skip(end));
    const size_t size = end - begin;
    if (ahead == U'第' || in(ahead, U"〔[【〕]№") || (in(next, U"〕】]") && is_year(text_.substr(begin, size)))) {
      // 第1、2、3、4季度
      size_t k = end;
      while (ahead == U'第' && in(at(k), U"、,-—至") && digit_at(k + utf8::decode(text_, k).size))
        k = run_of_digits(k + utf8::decode(text_, k).size);
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
    if (parts > 1 && (count >= 9 || (text_[begin] == '0' && count >= 7))) {
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
    if (in(at(end), U"+＋") && !digit_at(end + 1)) {
      other(begin, end, Measure::name);
      return end;
    }
    return 0;
  }

  bool counting(size_t i) const {
    size_t end = 0;
    const Unit* const u = unit_at(skip(i), end);
    return u != nullptr && u->measure == Measure::count;
  }

  // The unit that stands at `i`; `end` becomes where it ends.
  const Unit* unit_at(size_t i, size_t& end) const {
    for (const Unit& u : units(at(i))) {
      if (const size_t to = starts_with(i, u.word)) {
        end = to;
        return &u;
      }
    }
    return nullptr;
  }
  // The number has been read up to `end`; what follows says what it counts.
  size_t amount(size_t begin, size_t end, Decimal value, int decimals, bool unsure, bool long_bare) {
    int power = 0;
    bool more = false, composed = false;
    size_t last = end;
    const auto take_more = [&] {
      const size_t k = skip(last);
      if (!more && in(at(k), U"余多")) {
        // 5 多: only where something counted or 万 follows.
        const size_t after = skip(k + 3);
        size_t ignored = 0;
        if (unit_at(after, ignored) != nullptr || in(at(after), U"万亿") || at(k) == U'余') {
          more = true;
          last = k + 3;
        }
      }
    };
    take_more();
    if (const char32_t c = at(skip(last)); c == U'万' || c == U'亿' || c == U'千' || c == U'百') {
      power += c == U'万' ? 4 : c == U'亿' ? 8 : c == U'千' ? 3 : 2;
      last = skip(last) + 3;
      if (c == U'万' && at(skip(last)) == U'亿') {
        power += 8;
        last = skip(last) + 3;
      }
    }
    take_more();
    // 18万6420件, 1千2百余件: the rest follows the 万.
    while (power > 0 && !more && digit_at(skip(last))) {
      const size_t from = skip(last), to = run_of_digits(from);
      const std::optional<Decimal> rest = to - from <= 4 ? parse_decimal(text_.substr(from, to - from)) : std::nullopt;
      size_t after = to;
      const char32_t c = at(skip(to));
      const int below = c == U'千' ? 3 : c == U'百' ? 2 : 0;
      if (below > 0) after = skip(to) + 3;
      if (!rest || !rest->whole() || !value.whole() || below >= power) break;
      const std::optional<Decimal> sum = add(scaled(value, power - below), *rest);
      if (!sum) break;
      value = *sum;
      power = below;
      last = after;
      if (below == 0) decimals = 0;
      take_more();
      composed = true;
      if (below == 0) break;
    }
    Figure f;
    f.unsure = unsure;
    size_t k = skip(last);
    if (at(k) == '%' || at(k) == U'‰') {
      f.measure = at(k) == '%' ? Measure::percent : Measure::name;
      f.unit = "%";
      last = k + utf8::decode(text_, k).size;
    } else {
      size_t to = 0;
      if (const Unit* const u = unit_at(k, to)) {
        f.measure = u->measure;
        f.unit = u->measure == Measure::money ? std::string_view("元") : u->word;
        power += u->factor;
        last = to;
        // 部门, 次数, 期间, 个人, 人民 …: a word, no unit.
        if (u->measure == Measure::count && power == 0 && no_unit(k)) {
          f.unit = {};
          last = end;
        }
      } else if (long_bare) {
        f.measure = Measure::name;
      }
    }
    if (f.measure == Measure::span && f.unit == "年" && before(back(begin)) == U'第') f.measure = Measure::name;
    f.place = {uint32_t(begin), uint32_t(last)};
    if (composed && f.measure == Measure::money) composed = false;
    if (composed) {
      value = scaled(value, power);
      power = 0;
    }
    bounds(f, value, decimals, power, more, begin, last);
    if (range(begin, last, f)) return out_.back().place.end;
    out_.push_back(f);
    return last;
  }

  // Whether the characters at `i` begin a longer word instead of a unit.
  bool no_unit(size_t i) const {
    constexpr std::string_view kWords[] = {
        "部门", "部分", "次数", "期间", "个人信息", "人民", "人大", "人员占", "家庭", "项目", "本级", "本机关",
        "处理", "处罚", "处级", "条例", "条件",     "名义", "份额", "字样",   "场所", "场景", "起诉", "起草",
        "例如", "类似", "对外", "对应", "所有",     "只有", "单位", "册次",   "位置", "位于", "级别", "站点",
        "步骤", "道路", "片区", "乡村", "村级",     "村居", "县级", "镇级",   "县区"};
    if (!in(at(skip(i)), U"部次期个人家项本处条名份字场起例类对所只单册位级站步道片乡村县镇")) return false;
    return std::any_of(std::begin(kWords), std::end(kWords),
                       [&](std::string_view w) { return starts_with(i, w) != 0; });
  }

  static std::optional<int64_t> power_of_ten(int n) {
    if (n < 0 || n > 18) return std::nullopt;
    int64_t p = 1;
    while (n-- > 0) p *= 10;
    return p;
  }

  void bounds(Figure& f, Decimal value, int decimals, int power, bool more, size_t begin, size_t last) const {
    f.value = f.low = f.high = scaled(value, power);
    const auto plus = [](Decimal a, Decimal b) { return add(a, b).value_or(a); };
    const auto minus = [](Decimal a, Decimal b) { return subtract(a, b).value_or(a); };
    const bool rate = f.measure == Measure::percent || f.measure == Measure::points || f.measure == Measure::times;
    if (power > 0 || decimals > 0 || rate) {
      f.step = scaled({1, 0}, power - decimals);
      const Decimal half = scaled({5, 0}, power - decimals - 1);
      f.low = minus(f.value, half);
      f.high = plus(f.value, half);
    }
    // What the last digit that is not 0 is worth: 1500余 is between 1500 and 1600.
    int zeros = 0;
    for (int64_t u = value.units; value.scale == 0 && u != 0 && u % 10 == 0; u /= 10) ++zeros;
    const Decimal place = scaled({1, 0}, power + (value.scale == 0 ? zeros : -int(value.scale)));
    const auto at_most = [&](int divisor) {  // the smaller of `place` and a part of the value, at least one
      const int64_t part = f.value.whole() ? f.value.units / divisor : 0;
      const Decimal least{std::max<int64_t>(part, 1), 0};
      return compare(place, least) < 0 ? place : least;
    };
    enum { none, above, about, below, within } hedge = more ? above : none;
    const size_t b = back(begin);
    const bool led = in(before(b), U"超过逾破少于约近足到");
    const char32_t next = at(skip(last));
    const auto led_by = [&](std::initializer_list<std::string_view> words) {
      return led && std::any_of(words.begin(), words.end(), [&](std::string_view w) { return ends_with(b, w); });
    };
    if (led_by({"超", "超过", "逾", "突破", "至少", "不少于", "不低于", "高于", "多于"})) hedge = above;
    if (led_by({"约"}) && !led_by({"制约", "节约", "签约", "预约", "集约"})) hedge = about;
    if (led_by({"近", "将近", "接近", "不足", "不到", "不超过", "低于"}) && !led_by({"最近", "附近", "就近", "临近"}))
      hedge = below;
    if (!in(next, U"以之左上")) {
      // nothing behind it
    } else if (starts_with(last, "以上") || starts_with(last, "之多")) {
      hedge = above;
    } else if (starts_with(last, "左右") || starts_with(last, "上下")) {
      hedge = about;
    } else if (starts_with(last, "以内") || starts_with(last, "以下")) {
      hedge = within;
    }
    if (hedge == none) return;
    f.vague = true;
    f.low = f.high = f.value;
    if (hedge == above) f.high = plus(f.value, place);
    if (hedge == about) {
      f.low = minus(f.value, at_most(10));
      f.high = plus(f.value, at_most(10));
    }
    if (hedge == below) f.low = minus(f.value, at_most(5));
    if (hedge == within) f.low = {};
  }

  // 3—5件, 3至5件, 15项—20项: one figure from the lower to the higher.
  bool range(size_t begin, size_t end, const Figure& first) {
    if (first.measure == Measure::percent) return false;
    size_t k = skip(end);
    if (!in(at(k), U"-—–~至")) return false;
    while (in(at(k), U"-—–~至")) k += utf8::decode(text_, k).size;
    k = skip(k);
    if (!digit_at(k) || !first.quantity()) return false;
    const size_t to = run_of_digits(k);
    if (at(to) == U'月' || at(to) == U'日' || at(to) == '.' || to - k > 9) return false;
    const std::optional<Decimal> value = parse_decimal(text_.substr(k, to - k));
    if (!value) return false;
    const size_t before_count = out_.size();
    amount(k, to, *value, 0, false, false);
    if (out_.size() != before_count + 1) {
      out_.resize(before_count);
      return false;
    }
    Figure& f = out_.back();
    if (!first.unit.empty() && first.unit != f.unit) {
      out_.resize(before_count);
      return false;
    }
    f.place.begin = uint32_t(begin);
    f.low = first.value;
    f.unsure = f.vague = true;
    return true;
  }

  size_t numeral(size_t begin) {
    size_t end = begin;
    std::string number;
    int count = 0;
    while (end < end_ && count < 24) {
      const size_t k = count == 0 ? end : skip(end);
      if (k >= end_ || static_cast<unsigned char>(text_[k]) < 0x80) break;
      const CodePoint c = utf8::decode(text_, k);
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
  size_t fraction(size_t begin, size_t end, const std::string& number) {
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
  size_t percent_words(size_t begin, size_t i) {
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
};

}  // namespace

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
  Reader reader(folded);
  uint32_t at = 0;
  for (const Span& hole : holes) {
    if (hole.begin > at) reader.read({at, std::min(hole.begin, until)});
    at = std::max(at, hole.end);
  }
  if (at < until) reader.read({at, until});
  return reader.take();
}

}  // namespace gouji
