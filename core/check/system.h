// The equations of a table as a small sparse integer matrix, for the search of what is wrong.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "read/table.h"
#include "report/finding.h"

namespace gouji {

// A set of equations, one bit each.
using EquationSet = uint64_t;
inline constexpr size_t kMostEquations = 64;  // of one table; the largest form has 39

struct Term {
  uint16_t cell;  // index into the table's cells
  int8_t sign;    // +1 on the left, -1 on the right
};

// Equations whose cells are all known take part as they are. Those with gaps take part as far as they do not depend on
// what is in the gaps: where a row and a column cross in the same gap, their difference is an equation of known cells.
class System {
 public:
  System(const Table& table, const std::vector<Check>& checks);

  static constexpr size_t kDerived = SIZE_MAX;

  struct Equation {
    size_t check;      // index into the checks; kDerived for one made of several with gaps
    uint32_t first;    // of its terms
    uint32_t count;    // how many
    int64_t residual;  // left minus right
  };
  struct In {
    uint8_t equation;
    int8_t sign;
  };

  const std::vector<Equation>& equations() const { return equations_; }
  std::span<const Term> terms(size_t equation) const {
    return {terms_.data() + equations_[equation].first, equations_[equation].count};
  }
  std::span<const In> of(uint16_t cell) const { return {ins_.data() + first_[cell], ins_.data() + first_[cell + 1u]}; }
  EquationSet mask(uint16_t cell) const { return masks_[cell]; }
  size_t cells() const { return masks_.size(); }
  int64_t value(uint16_t cell) const { return values_[cell]; }

  // A count that is negative or has decimals is wrong whatever the equations say; its value() is cut to a whole number.
  bool impossible(uint16_t cell) const { return impossible_[cell]; }

  EquationSet failing() const { return failing_; }
  // Sets of equations that share no cell with each other: what is wrong in one is another matter than what is wrong in
  // the next. Only those in which some equation fails, each in ascending order of its first.
  std::vector<EquationSet> failing_parts() const;

 private:
  std::vector<Equation> equations_;
  std::vector<Term> terms_;
  std::vector<In> ins_;
  std::vector<uint32_t> first_;  // of each cell among ins_, and the end
  std::vector<EquationSet> masks_;
  std::vector<int64_t> values_;
  std::vector<uint8_t> impossible_;
  EquationSet failing_ = 0;

  void add(size_t check, std::span<const Term> terms, bool failed);
  void derive(std::vector<std::vector<int8_t>> rows, const std::vector<uint16_t>& gaps);
};

}  // namespace gouji
