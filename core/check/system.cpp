#include "check/system.h"

#include <algorithm>
#include <utility>

#include "check/identities.h"

namespace gouji {
namespace {

constexpr int8_t kMostTimes = 8;  // a cell counts in an equation while gaps are eliminated

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
  const bool odd_rows = has_odd_rows(table);
  std::vector<std::vector<int8_t>> with_gaps;
  std::vector<Term> named;
  for (size_t k = 0; k < checks.size(); ++k) {
    const Check& check = checks[k];
    if (check.result == Check::unknown && odd_rows && is_sum_of_rows(*check.identity)) continue;
    named.clear();
    for (size_t t = 0; t < check.cells.size(); ++t)
      named.push_back({index[check.cells[t].row * columns + check.cells[t].column], int8_t(check.signs[t])});
    if (check.result != Check::unknown) {
      add(k, named, check.result == Check::failed);
    } else {
      std::vector<int8_t>& row = with_gaps.emplace_back(table.cells.size());
      for (const Term& t : named) row[t.cell] = t.sign;
    }
  }
  if (with_gaps.size() > 1) {
    std::vector<uint16_t> gaps;
    for (uint16_t i = 0; i < table.cells.size(); ++i)
      if (!table.cells[i].value) gaps.push_back(i);
    derive(std::move(with_gaps), gaps);
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

void System::add(size_t check, std::span<const Term> terms, bool failed) {
  if (equations_.size() == kMostEquations) return;
  Equation e{check, uint32_t(terms_.size()), uint32_t(terms.size()), 0};
  const EquationSet bit = EquationSet{1} << equations_.size();
  for (const Term& t : terms) {
    terms_.push_back(t);
    e.residual += t.sign * values_[t.cell];
    masks_[t.cell] |= bit;
  }
  if (failed || (check == kDerived && e.residual != 0)) failing_ |= bit;
  equations_.push_back(e);
}

// Gauss' elimination of the gaps. What is left has known cells only; of the forms here, each once.
void System::derive(std::vector<std::vector<int8_t>> rows, const std::vector<uint16_t>& gaps) {
  size_t used = 0;
  for (const uint16_t gap : gaps) {
    size_t pivot = used;
    while (pivot < rows.size() && rows[pivot][gap] == 0) ++pivot;
    if (pivot == rows.size()) continue;
    std::swap(rows[pivot], rows[used]);
    const std::vector<int8_t>& by = rows[used];
    for (size_t r = used + 1; r < rows.size(); ++r) {
      if (rows[r][gap] == 0) continue;
      const int sign = rows[r][gap] == by[gap] ? -1 : 1;
      bool plain = rows[r][gap] == -sign * by[gap];
      for (size_t c = 0; c < by.size(); ++c) {
        rows[r][c] = int8_t(rows[r][c] + sign * by[c]);
        plain = plain && rows[r][c] >= -kMostTimes && rows[r][c] <= kMostTimes;
      }
      if (!plain) std::fill(rows[r].begin(), rows[r].end(), int8_t{0});  // no form comes to this
    }
    ++used;
  }
  for (size_t r = used; r < rows.size(); ++r) {
    std::vector<Term> terms;
    bool plain = true;
    for (uint16_t c = 0; c < rows[r].size(); ++c) {
      plain = plain && rows[r][c] >= -1 && rows[r][c] <= 1;
      if (rows[r][c] != 0) terms.push_back({c, rows[r][c]});
    }
    if (plain && !terms.empty()) add(kDerived, terms, false);
  }
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
