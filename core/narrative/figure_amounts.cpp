// What follows a number: 余, 万, its unit; and how exactly it is meant.
#include <algorithm>

#include "narrative/figure_reader.h"

namespace gouji {

bool FigureReader::counting(size_t i) const {
  size_t end = 0;
  const Unit* const u = unit_at(skip(i), end);
  return u != nullptr && u->measure == Measure::count;
}

// The unit that stands at `i`; `end` becomes where it ends.
const Unit* FigureReader::unit_at(size_t i, size_t& end) const {
  for (const Unit& u : units_from(at(i))) {
    if (const size_t to = starts_with(i, u.word)) {
      end = to;
      return &u;
    }
  }
  return nullptr;
}

// The number has been read up to `end`; what follows says what it counts.
size_t FigureReader::amount(size_t begin, size_t end, Decimal value, int decimals, bool unsure, bool long_bare) {
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
      f.kind = u->kind;
      power += u->factor;
      last = to;
      // 部门, 次数, 期间, 个人, 人民 …: a word, no unit.
      if (u->measure == Measure::count && power == 0 && no_unit(k)) {
        f.unit = {};
        last = end;
      }
    } else if (long_bare || (decimals > 0 && power == 0 && scaled(value, 0).scale == 0)) {
      f.measure = Measure::name;  // 2.0升级版, 7.0以上地震
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
bool FigureReader::no_unit(size_t i) const {
  constexpr std::string_view kWords[] = {
      "部门", "部分", "次数", "期间", "个人信息", "人民", "人大", "人员占", "家庭", "项目", "本级", "本机关",
      "处理", "处罚", "处级", "条例", "条件",     "名义", "份额", "字样",   "场所", "场景", "起诉", "起草",
      "例如", "类似", "对外", "对应", "所有",     "只有", "单位", "册次",   "位置", "位于", "级别", "站点",
      "步骤", "道路", "片区", "乡村", "村级",     "村居", "县级", "镇级",   "县区"};
  if (!in(at(skip(i)), U"部次期个人家项本处条名份字场起例类对所只单册位级站步道片乡村县镇")) return false;
  return std::any_of(std::begin(kWords), std::end(kWords), [&](std::string_view w) { return starts_with(i, w) != 0; });
}

void FigureReader::bounds(Figure& f, Decimal value, int decimals, int power, bool more, size_t begin,
                          size_t last) const {
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
bool FigureReader::range(size_t begin, size_t end, const Figure& first) {
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

}  // namespace gouji
