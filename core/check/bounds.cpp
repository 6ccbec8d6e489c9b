#include "check/bounds.h"

#include <algorithm>
#include <limits>

#include "check/identities.h"

namespace gouji {
namespace {

constexpr int64_t kNoLimit = std::numeric_limits<int64_t>::max() / 64;  // as many can be added up

struct Equation {
  std::vector<Term> open;  // cells without a figure
  int64_t known = 0;       // left minus right of the others
};

class Propagation {
 public:
  Propagation(const Table& table, const std::vector<Check>& checks, const std::vector<Cause>& causes) {
    const size_t columns = table.form->columns.size();
    std::vector<uint16_t> index(table.form->rows.size() * columns);
    std::vector<uint8_t> suspected(table.cells.size());
    for (uint16_t i = 0; i < table.cells.size(); ++i) index[table.cells[i].row * columns + table.cells[i].column] = i;
    std::vector<std::optional<int64_t>> mended(table.cells.size());
    for (const Cause& cause : causes) {
      if (cause.located) {
        for (const Change& c : cause.explanations[0].changes) mended[c.cell] = c.to;
        continue;
      }
      for (const Explanation& e : cause.explanations)
        for (const Change& c : e.changes) suspected[c.cell] = true;
    }
    const bool odd_rows = has_odd_rows(table);
    ranges_.assign(table.cells.size(), Range{0, kNoLimit});
    bound_.resize(table.cells.size());
    for (const Check& check : checks) {
      if (check.result != Check::unknown || (odd_rows && is_sum_of_rows(*check.identity))) continue;
      Equation e;
      bool sound = true;
      for (size_t t = 0; t < check.cells.size(); ++t) {
        const uint16_t cell = index[check.cells[t].row * columns + check.cells[t].column];
        const std::optional<Decimal>& value = table.cells[cell].value;
        if (!value) {
          e.open.push_back({cell, int8_t(check.signs[t])});
        } else if (mended[cell]) {
          e.known += check.signs[t] * *mended[cell];
        } else {
          sound = sound && value->whole() && !value->negative() && !suspected[cell];
          e.known += check.signs[t] * value->units;
        }
      }
      if (sound) equations_.push_back(std::move(e));
    }
  }

  Bounds run() {
    // Each round tightens some bound; a form's chains of equations are short, and a few rounds reach their ends.
    constexpr int kRounds = 100;
    bool moved = true;
    for (int round = 0; moved && round < kRounds; ++round) {
      moved = false;
      for (const Equation& e : equations_)
        for (const Term& t : e.open) moved = tighten(e, t) || moved;
    }
    Bounds out;
    out.cells.resize(ranges_.size());
    for (size_t i = 0; i < ranges_.size(); ++i) {
      if (!bound_[i]) continue;
      out.contradiction = out.contradiction || ranges_[i].low > ranges_[i].high;
      if (ranges_[i].high < kNoLimit / 2) out.cells[i] = ranges_[i];
    }
    if (out.contradiction) std::fill(out.cells.begin(), out.cells.end(), std::nullopt);
    return out;
  }

 private:
  std::vector<Equation> equations_;
  std::vector<Range> ranges_;
  std::vector<uint8_t> bound_;

  // known + Σ sign × open = 0, solved for one of the open cells.
  bool tighten(const Equation& e, const Term& t) {
    int64_t low = 0, high = 0;  // of the rest
    for (const Term& other : e.open) {
      if (other.cell == t.cell) continue;
      const Range& r = ranges_[other.cell];
      if (r.low > r.high) return false;
      low += other.sign > 0 ? r.low : -r.high;
      high += other.sign > 0 ? r.high : -r.low;
    }
    low += e.known;
    high += e.known;
    Range& r = ranges_[t.cell];
    bound_[t.cell] = true;
    const Range asked = t.sign > 0 ? Range{-high, -low} : Range{low, high};
    const Range both{std::max(r.low, asked.low), std::min(r.high, asked.high)};
    const bool moved = both.low != r.low || both.high != r.high;
    r = both;
    return moved;
  }
};

}  // namespace

Bounds bounds(const Table& table, const std::vector<Check>& checks, const std::vector<Cause>& causes) {
  if (std::all_of(table.cells.begin(), table.cells.end(), [](const Cell& c) { return c.value.has_value(); }))
    return {std::vector<std::optional<Range>>(table.cells.size()), false};
  return Propagation(table, checks, causes).run();
}

}  // namespace gouji
