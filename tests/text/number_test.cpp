#include <doctest/doctest.h>

#include "text/number.h"

using namespace gouji;

TEST_CASE("numbers are read exactly or not at all") {
  struct Case {
    std::string_view text, number;  // "" where it is none
  };
  static constexpr Case kCases[] = {
      {"0", "0"},
      {"16", "16"},
      {"2041.5531", "2041.5531"},
      {"1,234", "1234"},
      {"1,234,567.5", "1234567.5"},
      {"+3", "3"},
      {"-2", "-2"},
      {"0.50", "0.5"},
      {"007", "7"},
      {"-0.05", "-0.05"},
      {"100000000000000", "100000000000000"},
      // None.
      {"", ""},
      {"-", ""},
      {".5", ""},
      {"5.", ""},
      {"1,23", ""},
      {"1234,567", ""},
      {"12,34,567", ""},
      {"1,", ""},
      {",123", ""},
      {"1.2.3", ""},
      {"l6", ""},
      {"1 234", ""},
      {"1234567890123456", ""},
      {"0.123456789", ""},
  };
  for (const Case& c : kCases) {
    CAPTURE(c.text);
    const auto d = parse_decimal(c.text);
    CHECK((d ? to_string(*d) : std::string()) == c.number);
  }
}

TEST_CASE("sums are exact") {
  const auto sum = [](const char* a, const char* b) { return to_string(*add(*parse_decimal(a), *parse_decimal(b))); };
  CHECK(sum("0.1", "0.2") == "0.3");
  CHECK(sum("12.83", "57.83") == "70.66");
  CHECK(sum("2602.76", "-439.5") == "2163.26");
  CHECK_FALSE(add({INT64_MAX, 0}, {1, 0}));
  CHECK_FALSE(add({INT64_MAX, 0}, {1, 8}));
}
