#include "check/slips.h"

#include <doctest/doctest.h>

using namespace gouji;

TEST_CASE("a slip is told by the two figures") {
  struct Case {
    int64_t should, is;
    Slip slip;
  };
  static constexpr Case kCases[] = {
      {14, 41, Slip::swapped},  {1024, 1042, Slip::swapped}, {123, 13, Slip::dropped},   {41, 4, Slip::dropped},
      {14, 114, Slip::doubled}, {145, 1445, Slip::doubled},  {47, 44, Slip::key},        {36, 39, Slip::key},
      {52, 59, Slip::digit},    {41, 410, Slip::zero},       {410, 41, Slip::zero_lost}, {56, 57, Slip::one_more},
      {57, 56, Slip::one_less}, {5, 0, Slip::left_out},      {3, -3, Slip::sign},        {123, 977, Slip::none},
      {3, 3000, Slip::none},
  };
  for (const Case& c : kCases) {
    CAPTURE(c.should);
    CAPTURE(c.is);
    const Likely l = slip_between(c.should, c.is, {});
    CHECK(int(l.slip) == int(c.slip));
    CHECK(l.weight > 0);
    // What has a story is likelier than what has none.
    if (c.slip != Slip::none) CHECK(l.weight > 2 * slip_between(123, 977, {}).weight);
  }
}

TEST_CASE("what stands around a figure tells more slips") {
  const int64_t neighbours[] = {7, 62}, parts[] = {40, 0, 8};
  CHECK(int(slip_between(19, 62, {.neighbours = neighbours}).slip) == int(Slip::neighbour));
  CHECK(slip_between(19, 62, {.neighbours = neighbours}).part == 1);
  CHECK(int(slip_between(19, 85, {.previous = 85}).slip) == int(Slip::previous));
  CHECK(int(slip_between(48, 88, {.parts = parts}).slip) == int(Slip::twice));
  CHECK(int(slip_between(48, 40, {.parts = parts}).slip) == int(Slip::omitted));
  CHECK(slip_between(48, 40, {.parts = parts}).part == 2);
  CHECK(int(slip_between(348, 361, {.parts = parts}).slip) == int(Slip::stale));
}
