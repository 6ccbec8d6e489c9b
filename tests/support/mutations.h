// Made-up tables without a text: random figures for which every identity of the form holds, and slips in them.
#pragma once

#include <string>
#include <vector>

#include "check/explain.h"
#include "support/random.h"

namespace gouji::test {

// How large the figures are, and how many cells are not 0: one in `dense`.
struct Size {
  std::string_view name;
  uint32_t most, dense;
};
inline constexpr Size kSizes[] = {
    {"sparse, small", 6, 6}, {"sparse, large", 900, 6}, {"dense, small", 20, 2}, {"dense, large", 3000, 1}};

// A table of the form in which all equations hold.
Table consistent_table(const TableForm& form, const Size& size, Random& random);

// The figures by index of the cell.
std::vector<int64_t> figures(const Table& table);
void put(Table& table, size_t cell, int64_t value);

// The index of the cell at a row and column of the form, or -1.
int index_of(const Table& table, int row, int column);

// The slips that people make in one figure.
enum class OneSlip {
  swap,
  drop,
  twice,
  key,
  digit,
  zero,
  zero_lost,
  one_more,
  one_less,
  neighbour,
  left_out,
  any,
  part_twice,  // of a total, as the next two
  part_omitted,
  stale,
};
inline constexpr OneSlip kOneSlips[] = {
    OneSlip::swap,     OneSlip::drop,      OneSlip::twice,      OneSlip::key,          OneSlip::digit,
    OneSlip::zero,     OneSlip::zero_lost, OneSlip::one_more,   OneSlip::one_less,     OneSlip::neighbour,
    OneSlip::left_out, OneSlip::any,       OneSlip::part_twice, OneSlip::part_omitted, OneSlip::stale};
std::string_view name_of(OneSlip slip);

// Makes the slip in the cell; false, and nothing done, where it cannot be made or changes nothing.
bool slip(Table& table, size_t cell, OneSlip kind, Random& random);

// The slips that put several figures wrong.
enum class ManySlip {
  moved_kind,
  moved_outcome,
  exchanged,
  misplaced,
  shifted_right,
  shifted_left,
  next_rows,
  any_rows,
  with_total
};
inline constexpr ManySlip kManySlips[] = {ManySlip::moved_kind, ManySlip::moved_outcome, ManySlip::exchanged,
                                          ManySlip::misplaced,  ManySlip::shifted_right, ManySlip::shifted_left,
                                          ManySlip::next_rows,  ManySlip::any_rows,      ManySlip::with_total};
std::string_view name_of(ManySlip slip);
bool slip(Table& table, ManySlip kind, Random& random);

}  // namespace gouji::test
