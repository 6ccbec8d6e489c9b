#include "text/number.h"

#include <limits>

#include "text/utf8.h"

namespace gouji {
namespace {

Decimal reduced(Decimal d) {
  while (d.scale > 0 && d.units % 10 == 0) {
    d.units /= 10;
    --d.scale;
  }
  return d;
}

// Raises d to `scale`; nullopt where that leaves 64 bits.
std::optional<int64_t> at_scale(Decimal d, uint8_t scale) {
  int64_t units = d.units;
  for (uint8_t s = d.scale; s < scale; ++s) {
    if (units > std::numeric_limits<int64_t>::max() / 10 || units < std::numeric_limits<int64_t>::min() / 10)
      return std::nullopt;
    units *= 10;
  }
  return units;
}

}  // namespace

std::optional<Decimal> parse_decimal(std::string_view folded) {
  bool negative = false;
  if (!folded.empty() && (folded[0] == '+' || folded[0] == '-')) {
    negative = folded[0] == '-';
    folded.remove_prefix(1);
  }
  const size_t point = folded.find('.');
  const std::string_view whole = folded.substr(0, point);
  const std::string_view fraction = point == std::string_view::npos ? std::string_view() : folded.substr(point + 1);
  if (whole.empty() || (point != std::string_view::npos && fraction.empty())) return std::nullopt;

  int64_t units = 0;
  int digits = 0, since_comma = -1;  // -1: no comma yet
  for (const char c : whole) {
    if (c == ',') {
      if (digits == 0 || (since_comma == -1 ? digits > 3 : since_comma != 3)) return std::nullopt;
      since_comma = 0;
      continue;
    }
    if (!utf8::is_digit(static_cast<unsigned char>(c)) || ++digits > kMaxDigits) return std::nullopt;
    units = units * 10 + (c - '0');
    if (since_comma >= 0) ++since_comma;
  }
  if (since_comma != -1 && since_comma != 3) return std::nullopt;
  if (fraction.size() > size_t(kMaxDecimals) || digits + int(fraction.size()) > 18) return std::nullopt;
  for (const char c : fraction) {
    if (!utf8::is_digit(static_cast<unsigned char>(c))) return std::nullopt;
    units = units * 10 + (c - '0');
  }
  return reduced({negative ? -units : units, uint8_t(fraction.size())});
}

std::optional<Decimal> add(Decimal a, Decimal b) {
  const uint8_t scale = a.scale > b.scale ? a.scale : b.scale;
  const auto x = at_scale(a, scale), y = at_scale(b, scale);
  int64_t sum = 0;
  if (!x || !y || __builtin_add_overflow(*x, *y, &sum)) return std::nullopt;
  return reduced({sum, scale});
}

std::string to_string(Decimal d) {
  std::string digits = std::to_string(d.units < 0 ? -d.units : d.units);
  if (d.scale > 0) {
    if (digits.size() <= d.scale) digits.insert(0, d.scale + 1 - digits.size(), '0');
    digits.insert(digits.size() - d.scale, 1, '.');
  }
  return d.units < 0 ? "-" + digits : digits;
}

}  // namespace gouji
