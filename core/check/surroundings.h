// Where the cells of a table stand to each other, as far as slips depend on it.
#pragma once

#include <optional>
#include <vector>

#include "check/explain.h"

namespace gouji {

class Layout {
 public:
  Layout(const Table& table, const System& system, const Evidence& evidence);

  const Table& table() const { return table_; }
  const System& system() const { return system_; }
  size_t taking_part() const { return taking_part_; }  // cells that stand in an equation
  double sum() const { return sum_; }                  // of the figures that are no totals

  // The cells beside, above and below; in a table of one line only beside.
  std::vector<uint16_t> neighbours(uint16_t cell) const;
  bool beside(uint16_t a, uint16_t b) const;
  bool same_line(uint16_t a, uint16_t b) const;  // the same row, or the same column

  // The cells that add up to this one: empty unless it stands alone on a side of an equation.
  const std::vector<uint16_t>& parts(uint16_t cell) const { return parts_[cell]; }
  bool is_total(uint16_t cell) const { return !parts_[cell].empty(); }

  // How common it is that a cell like this one holds `to`, beside what it holds: by how many cells of its column are 0
  // and how large the others are. A total holds what its parts make it hold.
  double common(uint16_t cell, int64_t to) const;

  std::optional<int64_t> previous(uint16_t cell) const { return previous_[cell]; }
  // How much more likely what is known otherwise makes these changes.
  double supported(const Changes& changes) const;

  std::optional<uint16_t> at(int row, int column) const;  // index of a cell by its place in the form
  bool known(uint16_t cell) const { return table_.cells[cell].value.has_value(); }

 private:
  const Table& table_;
  const System& system_;
  std::vector<int32_t> index_;  // by row and column of the form; -1 where there is no cell
  std::vector<std::vector<uint16_t>> parts_;
  std::vector<std::optional<int64_t>> previous_;
  struct Stated {
    std::vector<std::vector<uint16_t>> sums;
    int64_t value;
  };
  std::vector<Stated> stated_;
  std::vector<std::vector<uint16_t>> stated_of_;  // by cell: which speak of it
  struct Usual {
    double some;  // how many of the cells are not 0, from 0 to 1
    double mean;  // of these
  };
  std::vector<Usual> usual_;  // by column
  size_t taking_part_ = 0;
  double sum_ = 0;

  void take_usual();
  void take_stated(std::span<const Support> supports);
  bool holds(const Stated& stated, const Changes& changes) const;
  static double often(const Usual& usual, int64_t value) {
    return value == 0 ? 1 - usual.some : usual.some / (usual.mean + double(value));
  }
};

}  // namespace gouji
