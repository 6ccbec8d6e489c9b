#include <doctest/doctest.h>

#include "read/token.h"

using namespace gouji;

TEST_CASE("tokens are told by their characters") {
  struct Case {
    std::string_view token, number;
    bool lookalike, stamp;
  };
  static constexpr Case kCases[] = {
      {"16", "16", true, false},
      {"1,234.5", "1,234.5", true, false},
      {"+3", "+3", false, false},
      {"−8", "-8", false, false},
      {"‑8", "-8", false, false},
      {"—8", "", false, false},  // a dash is no sign
      {"l6", "", true, false},
      {"I7O.69", "", true, false},
      {".", "", false, false},
      {"1|2", "", true, false},
      {"1.03E+02", "", false, false},
      {"3/7", "", false, false},
      {"5-7", "", false, false},
      {"2025/1/20", "", false, true},
      {"2025-01-20", "", false, true},
      {"10:22", "", false, true},
      {"https://a.b/c", "", false, true},
      {"a@b.c", "", false, true},
      {"COVID-19", "", false, false},
  };
  for (const Case& c : kCases) {
    CAPTURE(c.token);
    CHECK(plain_number(c.token) == c.number);
    CHECK(is_lookalike(c.token) == c.lookalike);
    CHECK(is_stamp(c.token) == c.stamp);
  }
}
