// The numbers of a narrative as people write them: 1,234件, １２件, 十二件, 一千二百余件, 1.2万件, 1 830 条, 70.67 万,
// 近9倍, 百分之八十, 八成, 3—5件; with their unit, their precision and their place.
#pragma once

#include <string_view>
#include <vector>

#include "text/mapped_text.h"
#include "text/number.h"

namespace gouji {

enum class Measure : uint8_t { count, money, percent, points, times, span, date, name };

struct Figure {
  Span place;  // in folded text: the number with its unit, 余 and 多 included
  Measure measure = Measure::count;
  std::string_view unit;     // 件, 元, %; empty where none stands there
  std::string_view kind;     // piece, person: units that may be added up; empty for all others
  Decimal value, low, high;  // in the unit itself (70.67万条 = 706700): what was meant lies between low and high
  Decimal step = {};         // what one unit of the last digit is worth where the number was rounded, else 0
  bool vague = false;        // 余, 约, 近, 超, 以上
  bool unsure = false;       // can be read in more than one way
  int year = 0, month = 0, day = 0;  // Measure::date

  bool quantity() const { return measure != Measure::date && measure != Measure::name; }
  bool counted() const { return measure == Measure::count || measure == Measure::money; }
  // Whether an exact number may be what this one says: rounded or cut off after its last digit.
  bool admits(Decimal exact) const;
};

// All figures of folded, simplified text up to `until`, outside `holes` (ascending). One pass.
std::vector<Figure> read_figures(const MappedText& folded, uint32_t until, const std::vector<Span>& holes);

// a - b, a < b; what leaves 64 bits counts as equal, so that it never makes a finding.
int compare(Decimal a, Decimal b);

// d × 10^power.
Decimal scaled(Decimal d, int power);

}  // namespace gouji
