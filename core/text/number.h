// Exact decimal numbers: counts are whole, money is scaled; binary fractions never enter.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace gouji {

// units × 10^-scale. Kept in lowest terms, so that equality is member by member.
struct Decimal {
  int64_t units = 0;
  uint8_t scale = 0;

  bool whole() const { return scale == 0; }
  bool negative() const { return units < 0; }
  friend bool operator==(Decimal a, Decimal b) { return a.units == b.units && a.scale == b.scale; }
};

// Digits before and after the point that a number may have; more is not a figure of a report.
inline constexpr int kMaxDigits = 15, kMaxDecimals = 8;

// Reads folded text: 12, 1,234, 2041.5531, +3, -2. nullopt where it is anything else, or too long to be exact.
std::optional<Decimal> parse_decimal(std::string_view folded);

// Exact; nullopt where a sum would leave 64 bits.
std::optional<Decimal> add(Decimal a, Decimal b);
inline std::optional<Decimal> subtract(Decimal a, Decimal b) { return add(a, {-b.units, b.scale}); }
inline Decimal magnitude(Decimal d) { return {d.negative() ? -d.units : d.units, d.scale}; }

// As JSON and people write it: 2041.5531, -2, 0.5.
std::string to_string(Decimal d);

}  // namespace gouji
