#include "check/system.h"

namespace gouji {
namespace {

int64_t whole_part(Decimal d) {
  int64_t units = d.units;
  for (uint8_t s = 0; s < d.scale; ++s) units /= 10;
  return units;
}

}  // namespace

System::System(const Table& table, const std::vector<Check>& checks) {
  const size_t columns = table.form->columns.size();
  std::vector<uint16_t> index(table.form->rows.size() * columns);
  values_.reserve(table.cells.size());
  for (uint16_t i = 0; i < table.cells.size(); ++i) {
    const Cell& c = table.cells[i];
    index[c.row * columns + c.column] = i;
    values_.push_back(c.value ? whole_part(*c.value) : 0);
    impossible_.push_back(c.value && (c.value->negative() || !c.value->whole()));
  }
  masks_.resize(table.cells.size());
  for (size_t k = 0; k < checks.size() && equations_.size() < kMostEquations; ++k) {
    const Check& check = checks[k];
    if (check.result == Check::unknown) continue;
    Equation e{k, uint32_t(terms_.size()), uint32_t(check.cells.size()), 0};
    for (size_t t = 0; t < check.cells.size(); ++t) {
      const uint16_t cell = index[check.cells[t].row * columns + check.cells[t].column];
      terms_.push_back({cell, int8_t(check.signs[t])});
      e.residual += check.signs[t] * values_[cell];
      masks_[cell] |= EquationSet{1} << equations_.size();
    }
    if (check.result == Check::failed) failing_ |= EquationSet{1} << equations_.size();
    equations_.push_back(e);
  }
  // The same by cell.
  first_.assign(table.cells.size() + 1, 0);
  for (const Term& t : terms_) ++first_[t.cell + 1u];
  for (size_t c = 0; c < table.cells.size(); ++c) first_[c + 1] += first_[c];
  ins_.resize(terms_.size());
  std::vector<uint32_t> next(first_);
  for (size_t e = 0; e < equations_.size(); ++e)
    for (const Term& t : terms(e)) ins_[next[t.cell]++] = {uint8_t(e), t.sign};
}

std::vector<EquationSet> System::failing_parts() const {
  std::vector<EquationSet> parts;
  for (EquationSet left = failing_; left != 0;) {
    EquationSet part = left & (~left + 1);
    for (EquationSet before = 0; part != before;) {
      before = part;
      for (const EquationSet m : masks_)
        if ((m & part) != 0) part |= m;
    }
    parts.push_back(part);
    left &= ~part;
  }
  return parts;
}

}  // namespace gouji
