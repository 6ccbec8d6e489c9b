#include "read/values.h"

#include <algorithm>
#include <array>
#include <limits>

namespace gouji {
namespace {

// What a reading costs. Only the order of magnitude matters: a wrong count is worse than any odd place, an odd place
// worse than an unused blank.
constexpr double kNone = 12;          // a row without values
constexpr double kWrongCount = 8;     // a row with too few or too many
constexpr double kEachWrong = 5;      // and for each that is missing or too many
constexpr double kSkipNumber = 6;     // a number that no row takes
constexpr double kSkipAtEdge = 1.5;   // the same before the first row or after the last
constexpr double kSkipNothing = 0.5;  // a dash that no row takes
constexpr double kSkipBlank = 0.05;   // a blank that no row takes: merged cells leave many
constexpr double kTakeBlank = 0.5;    // a blank as a value, where a number would do
constexpr double kOtherSide = 20;      // a row whose values stand on the far side of its label: more than to lose
                                       // one figure and find another, or rows would shift by one unseen
constexpr double kInOtherLabel = 15;   // a value within a neighbour's label
constexpr double kBeyond = 30;         // a value beyond a neighbour's label: hardly ever this row's
constexpr double kForeignHan = 0.1;    // each 汉字 between a label and its values: perhaps another label's
constexpr double kForeignMost = 1;     // but no more: less than the far side costs, for forms print explanations there
constexpr double kBothSides = 10;      // a row with values on both sides of its label
constexpr double kCutLine = 20;        // a row that takes only part of the numbers that stand in a run on one line
constexpr double kCutRun = 1;          // the same, where the run goes over lines
constexpr double kMargin = 0.45;      // a second reading this near makes the first uncertain
constexpr uint32_t kTooMany = 2;      // how many more values than cells a row may seem to have
constexpr size_t kMostValues = 4000;  // no table of any form comes near
constexpr double kNever = std::numeric_limits<double>::infinity();

enum class Side : uint8_t { after, before };  // of its label a row's values stand

class Aligner {
 public:
  Aligner(const std::vector<PlacedRow>& placed, const std::vector<uint32_t>& cells, const std::vector<Atom>& atoms,
          const std::vector<uint32_t>& values, Side side)
      : placed_(placed), cells_(cells), atoms_(atoms), values_(values), side_(side), n_(placed.size()),
        m_(values.size()), han_(1, 0), forward_((n_ + 1) * (m_ + 1), kNever), backward_(forward_) {
    for (const Atom& a : atoms) han_.push_back(han_.back() + (a.kind == Atom::han));
    run_forward();
    run_backward();
  }

  double cost() const { return forward_[at(n_, m_)]; }

  std::vector<Taken> rows() const {
    std::vector<Taken> taken(n_);
    size_t i = 0, j = 0;
    while (i < n_ || j < m_) {
      // Forward along a cheapest path: the backward costs say which step stays on it.
      const double rest = backward_[at(i, j)];
      bool moved = false;
      if (i < n_) {
        each_take(i, j, [&](uint32_t k, double c) {
          if (moved || c + backward_[at(i + 1, j + k)] > rest + 1e-9) return;
          taken[i] = {uint32_t(j), k, false};
          moved = true;
        });
      }
      if (moved) {
        j += taken[i].count;
        ++i;
      } else {
        ++j;
      }
    }
    for (i = 0; i < n_; ++i) taken[i].certain = certain(i, taken[i]);
    return taken;
  }

 private:
  const std::vector<PlacedRow>& placed_;
  const std::vector<uint32_t>& cells_;
  const std::vector<Atom>& atoms_;
  const std::vector<uint32_t>& values_;
  Side side_;
  size_t n_, m_;
  std::vector<uint32_t> han_;               // how many 汉字 stand before each atom
  std::vector<double> forward_, backward_;  // cheapest cost up to, and from, "rows < i done, values < j done"

  size_t at(size_t i, size_t j) const { return i * (m_ + 1) + j; }
  const Atom& value(size_t j) const { return atoms_[values_[j]]; }

  double skip(size_t i, size_t j) const {
    switch (value(j).kind) {
      case Atom::blank: return kSkipBlank;
      case Atom::nothing: return kSkipNothing;
      default: return i == 0 || (i == n_ && beyond_table(j)) ? kSkipAtEdge : kSkipNumber;
    }
  }

  // Whether words stand between the last row's label and value j: more than a unit's.
  bool beyond_table(size_t j) const {
    constexpr uint32_t kUnit = 4;
    const uint32_t a = values_[j], last = n_ == 0 ? 0 : placed_[n_ - 1].last;
    return a > last && han_[a] - han_[last + 1] > kUnit;
  }

  // What it costs row i to take value j, by where it stands.
  double place(size_t i, size_t j) const {
    const uint32_t a = values_[j];
    const PlacedRow& own = placed_[i];
    double c = value(j).kind == Atom::blank ? kTakeBlank : 0;
    if (a > own.first && a < own.last) return c;
    if (a > own.last) {
      if (i + 1 < n_ && a > placed_[i + 1].first) return c + (a < placed_[i + 1].last ? kInOtherLabel : kBeyond);
      return c;
    }
    if (i > 0 && a < placed_[i - 1].last) return c + (a > placed_[i - 1].first ? kInOtherLabel : kBeyond);
    return c;
  }

  // Where value j stands to row i's label: before, within, behind.
  int side_of(size_t i, size_t j) const {
    const uint32_t a = values_[j];
    return a < placed_[i].first ? -1 : a > placed_[i].last ? 1 : 0;
  }

  // What it costs that 汉字 stand between row i's label and its first value.
  double foreign(size_t i, size_t j) const {
    const uint32_t a = values_[j];
    const PlacedRow& own = placed_[i];
    const uint32_t between = a > own.last ? han_[a] - han_[own.last + 1] : a < own.first ? han_[own.first] - han_[a] : 0;
    return std::min(kForeignMost, between * kForeignHan);
  }

  // What it costs that a row starts or ends between values j - 1 and j, if they stand in a run.
  double cut(size_t j) const {
    if (j == 0 || j >= m_ || values_[j] != values_[j - 1] + 1) return 0;
    const Atom &a = value(j - 1), &b = value(j);
    if (a.kind != Atom::number || b.kind != Atom::number) return 0;
    return a.line == b.line ? kCutLine : kCutRun;
  }

  // Calls f(k, cost) for each number k of values from j on that row i may take.
  template <typename F>
  void each_take(size_t i, size_t j, F f) const {
    const uint32_t wanted = cells_[i];
    f(0, wanted == 0 ? 0.0 : kNone);
    if (wanted == 0) return;
    double sum = 0;
    if (j < m_) {
      const int far = side_ == Side::after ? -1 : 1;
      sum = cut(j) + foreign(i, j) + (side_of(i, j) == far ? kOtherSide : 0);
    }
    for (uint32_t k = 1; k <= wanted + kTooMany && j + k <= m_; ++k) {
      sum += place(i, j + k - 1);
      if (k > 1 && side_of(i, j + k - 1) != side_of(i, j + k - 2)) sum += kBothSides;
      const double count = k == wanted ? 0 : kWrongCount + kEachWrong * (k < wanted ? wanted - k : k - wanted);
      f(k, sum + count + cut(j + k));
    }
  }

  void run_forward() {
    forward_[0] = 0;
    for (size_t i = 0; i <= n_; ++i) {
      for (size_t j = 0; j <= m_; ++j) {
        const double here = forward_[at(i, j)];
        if (here == kNever) continue;
        if (j < m_) lower(forward_[at(i, j + 1)], here + skip(i, j));
        if (i < n_) each_take(i, j, [&](uint32_t k, double c) { lower(forward_[at(i + 1, j + k)], here + c); });
      }
    }
  }

  void run_backward() {
    backward_[at(n_, m_)] = 0;
    for (size_t i = n_ + 1; i-- > 0;) {
      for (size_t j = m_ + 1; j-- > 0;) {
        double& here = backward_[at(i, j)];
        if (j < m_) lower(here, backward_[at(i, j + 1)] + skip(i, j));
        if (i < n_) each_take(i, j, [&](uint32_t k, double c) { lower(here, backward_[at(i + 1, j + k)] + c); });
      }
    }
  }

  static void lower(double& cost, double to) {
    if (to < cost) cost = to;
  }

  // Whether every reading that gives row i other values costs clearly more.
  bool certain(size_t i, const Taken& taken) const {
    const double best = cost();
    bool alone = true;
    for (size_t j = 0; j <= m_ && alone; ++j) {
      const double before = forward_[at(i, j)];
      if (before > best + kMargin) continue;
      each_take(i, j, [&](uint32_t k, double c) {
        if (j == taken.first && k == taken.count) return;
        if (before + c + backward_[at(i + 1, j + k)] <= best + kMargin && !(k == 0 && taken.count == 0)) alone = false;
      });
    }
    return alone;
  }
};

}  // namespace

Assignment assign_values(const std::vector<PlacedRow>& placed, const std::vector<uint32_t>& cells,
                         const std::vector<Atom>& atoms) {
  Assignment out;
  for (uint32_t i = 0; i < atoms.size() && out.values.size() < kMostValues; ++i)
    if (atoms[i].value()) out.values.push_back(i);
  const Aligner after(placed, cells, atoms, out.values, Side::after);
  const Aligner before(placed, cells, atoms, out.values, Side::before);
  const bool behind = after.cost() <= before.cost();
  out.rows = (behind ? after : before).rows();
  if (std::abs(after.cost() - before.cost()) < kMargin) {
    // Both sides fit equally well: only what both read alike is certain.
    const std::vector<Taken> other = (behind ? before : after).rows();
    for (size_t i = 0; i < out.rows.size(); ++i)
      out.rows[i].certain = out.rows[i].certain && other[i].first == out.rows[i].first && other[i].count == out.rows[i].count;
  }
  uint32_t next = 0;
  bool any = false;
  for (const Taken& t : out.rows) {
    if (t.count == 0) continue;
    for (; next < t.first; ++next)
      if (any && (atoms[out.values[next]].kind == Atom::number || atoms[out.values[next]].kind == Atom::unclear))
        out.strays.push_back(out.values[next]);
    next = t.first + t.count;
    any = true;
  }
  return out;
}

}  // namespace gouji
