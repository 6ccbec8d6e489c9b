#include "check/patterns.h"

#include <algorithm>

namespace gouji {
namespace {

constexpr double kRowsExchanged = 0.05, kNextRow = 0.7, kRowShifted = 0.05, kPushedOut = 0.1;

class Undo {
 public:
  Undo(const Layout& layout, EquationSet part)
      : layout_(layout), system_(layout.system()), part_(part), residual_(system_.equations().size()) {
    for (uint16_t r = 0; r < layout.table().form->rows.size(); ++r) {
      const Row& row = layout.table().form->rows[r];
      if (row.heading() || row.columns.size() < 2) continue;
      Line line{r, {}};
      for (const uint8_t c : row.columns)
        if (const auto cell = layout.at(r, c)) line.cells.push_back(*cell);
      if (std::all_of(line.cells.begin(), line.cells.end(), [&](uint16_t c) { return layout.known(c); }))
        lines_.push_back(std::move(line));
    }
  }

  std::vector<Pattern> run() {
    for (size_t a = 0; a < lines_.size(); ++a) {
      for (size_t b = a + 1; b < lines_.size(); ++b) exchange(a, b);
      shifts(lines_[a]);
    }
    return std::move(found_);
  }

 private:
  struct Line {
    uint16_t row;
    std::vector<uint16_t> cells;
  };
  const Layout& layout_;
  const System& system_;
  EquationSet part_;
  std::vector<int64_t> residual_;
  std::vector<Line> lines_;
  std::vector<Pattern> found_;

  // What the cell adds to its equations when it is changed; which equations those are.
  bool mends(const Changes& changes) {
    EquationSet touched = 0;
    for (const Change& c : changes) touched |= system_.mask(c.cell);
    if ((system_.failing() & part_ & ~touched) != 0) return false;
    for (EquationSet t = touched; t != 0; t &= t - 1) {
      const size_t e = size_t(__builtin_ctzll(t));
      residual_[e] = system_.equations()[e].residual;
    }
    for (const Change& c : changes)
      for (const System::In in : system_.of(c.cell)) residual_[in.equation] += in.sign * (c.to - system_.value(c.cell));
    for (EquationSet t = touched; t != 0; t &= t - 1)
      if (residual_[size_t(__builtin_ctzll(t))] != 0) return false;
    return true;
  }

  void keep(Changes changes, Slip slip, std::vector<uint16_t> cells, double weight) {
    if (changes.size() < 2) return;
    std::sort(changes.begin(), changes.end());
    EquationSet touched = 0;
    for (const Change& c : changes) {
      if (c.to < 0) return;
      touched |= system_.mask(c.cell);
    }
    // Fewer equations than cells grant a shifted row any figures; one equation grants much.
    const size_t tests = size_t(__builtin_popcountll(touched));
    if (slip == Slip::row_shifted ? tests < changes.size() : tests < 3) return;
    if (!mends(changes)) return;
    found_.push_back({std::move(changes), {slip, std::move(cells), 0, 0}, weight});
  }

  void exchange(size_t a, size_t b) {
    const Line &x = lines_[a], &y = lines_[b];
    if (x.cells.size() != y.cells.size()) return;
    Changes changes;
    for (size_t i = 0; i < x.cells.size(); ++i) {
      const int64_t p = system_.value(x.cells[i]), q = system_.value(y.cells[i]);
      if (p == q) continue;
      changes.push_back({x.cells[i], q});
      changes.push_back({y.cells[i], p});
    }
    const double pairs = double(lines_.size());
    const double weight = b == a + 1 ? kNextRow / pairs : (1 - kNextRow) * 2 / (pairs * pairs);
    keep(std::move(changes), Slip::rows_exchanged, {x.cells[0], y.cells[0]}, kRowsExchanged * weight);
  }

  // A row that ends with its total, its figures one column off from `from` on; what was pushed out is what the total
  // lacks.
  void shifts(const Line& line) {
    const std::vector<uint16_t>& cells = line.cells;
    const size_t parts = cells.size() - 1;
    if (parts < 2 || layout_.parts(cells.back()).size() < parts) return;
    std::vector<int64_t> is;
    for (const uint16_t c : cells) is.push_back(system_.value(c));
    for (size_t from = 0; from + 1 < parts; ++from) {
      const double weight = kRowShifted / double(lines_.size()) * (from == 0 ? 0.6 : 0.4 / double(parts)) / 4;
      for (const bool with_total : {false, true}) {
        // To the right: a nought at `from`, the rest moved on.
        if (is[from] == 0) {
          std::vector<int64_t> should(is);
          for (size_t i = from; i + 1 < parts; ++i) should[i] = is[i + 1];
          if (with_total) should[parts - 1] = is[parts];
          finish(cells, is, std::move(should), with_total ? parts : parts - 1, weight);
        }
        // To the left: the figure at `from` lost, the rest moved up.
        std::vector<int64_t> should(is);
        for (size_t i = from; i + 1 < parts; ++i) should[i + 1] = is[i];
        if (with_total) should[parts] = is[parts - 1];
        finish(cells, is, std::move(should), from, weight);
      }
    }
  }

  // `open` is what the equation of the row decides.
  void finish(const std::vector<uint16_t>& cells, const std::vector<int64_t>& is, std::vector<int64_t> should,
              size_t open, double weight) {
    const size_t parts = cells.size() - 1;
    int64_t sum = 0;
    for (size_t i = 0; i < parts; ++i) sum += i == open ? 0 : should[i];
    should[open] = open == parts ? sum : should[parts] - sum;
    Changes changes;
    for (size_t i = 0; i < cells.size(); ++i)
      if (should[i] != is[i]) changes.push_back({cells[i], should[i]});
    // A figure pushed out of the row is a guess that the equation always grants.
    const double pushed_out = should[open] == 0 ? 1 : kPushedOut / double(1 + (should[open] < 0 ? 0 : should[open]));
    keep(std::move(changes), Slip::row_shifted, {cells[0]}, open == parts ? weight : weight * pushed_out);
  }
};

}  // namespace

std::vector<Pattern> patterns(const Layout& layout, EquationSet part) { return Undo(layout, part).run(); }

}  // namespace gouji
