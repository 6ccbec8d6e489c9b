#include "read/values.h"

#include <algorithm>
#include <array>
#include <limits>

#include "read/loose.h"

namespace gouji {
namespace {

// What a reading costs. Only the order of magnitude matters: a wrong count is worse than any odd place, an odd place
// worse than an unused blank.
constexpr double kNone = 12;          // a row without values
constexpr double kWrongCount = 8;     // a row with too few or too many
constexpr double kEachWrong = 5;      // and for each that is missing or too many
constexpr double kSkipNumber = 6;     // a number that no row takes
constexpr double kSkipAtEdge = 1.5;   // the same before the first row or after the last
constexpr double kSkipNothing = 5;    // a dash that no row takes: it stands for a figure, or says that a group has none
constexpr double kSkipBlank = 0.05;   // a blank that no row takes: merged cells leave many
constexpr double kTakeBlank = 0.5;    // a blank as a value, where a number would do
constexpr double kOtherSide = 20;     // a row whose values stand on the far side of its label: more than to lose
                                      // one figure and find another, or rows would shift by one unseen
constexpr double kInOtherLabel = 15;  // a value within a neighbour's label
constexpr double kBeyond = 30;        // a value beyond a neighbour's label: hardly ever this row's
constexpr double kForeignHan = 0.1;   // each 汉字 between a label and its values: perhaps another label's
constexpr double kForeignMost = 1;    // but no more: less than the far side costs, for forms print explanations there
constexpr double kBothSides = 10;     // a row with values on both sides of its label
constexpr double kCutLine = 20;       // a row that takes only part of the figures and dashes in a run on one line
constexpr double kCutRun = 1;         // the same, where the run goes over lines
constexpr double kNextLine = 8;   // a row that goes on in another line, though its line has its label or several values
constexpr double kTwoLines = 45;  // the same between two lines of several values: more likely, both lost some
constexpr double kOffLine = 8;    // a row off its label's line, in a table whose rows stand on their labels' lines
constexpr double kOffLineWrapped = 1;  // the same where the line has words: what is left of a label that was wrapped
constexpr double kOwnLine = 15;        // the same where its label's line has values to take
constexpr double kFarBehind = 30;      // a value behind the table's last label and further words
constexpr double kOffLineAlone = 20;   // the same for a row of one value, which a page number would fit
constexpr double kMargin = 0.45;       // a second reading this near makes the first uncertain
constexpr double kOtherLine = 25;      // a value on a line that has another row's label and not this one's
constexpr double kDecided = 30;        // where figures were lost, the one side must be cheaper by this much
constexpr uint32_t kTooMany = 7;       // how many more values than cells a row may seem to have
constexpr size_t kMostValues = 4000;   // no table of any form comes near
constexpr double kUsual = 20;          // what hardly any whole table costs
constexpr double kRounding = 0.01;     // more than sums of costs in another order differ by
constexpr double kNever = std::numeric_limits<double>::infinity();

enum class Side : uint8_t { after, before };  // of its label a row's values stand

// What the lines say: how many rows have values behind their label on its line, and how many before it.
struct Lines {
  size_t behind = 0, before = 0, rows = 0;

  Lines(const std::vector<PlacedRow>& placed, const std::vector<uint32_t>& cells, const FieldGrid& grid,
        const std::vector<Atom>& atoms) {
    // A blank cell stands where a figure would.
    const auto value = [&](const Atom& a) { return a.value() && !grid.is_merged(a); };
    for (size_t i = 0; i < placed.size(); ++i) {
      if (cells[i] == 0) continue;
      ++rows;
      const uint32_t next = i + 1 < placed.size() ? placed[i + 1].first : uint32_t(atoms.size());
      const uint32_t previous = i > 0 ? placed[i - 1].last + 1 : 0;
      bool after = false, ahead = false;
      // Within a label that is wrapped around its values, too.
      for (uint32_t a = placed[i].first + 1; a < next && atoms[a].line <= atoms[placed[i].last].line; ++a)
        after = after || value(atoms[a]);
      for (uint32_t a = placed[i].first; a > previous && atoms[a - 1].line == atoms[placed[i].first].line; --a)
        ahead = ahead || figure(atoms[a - 1]);
      behind += after;
      before += ahead && !after;
    }
  }

  static bool figure(const Atom& a) { return a.value() && a.kind != Atom::blank; }
  bool mostly(Side side) const { return (side == Side::after ? behind : before) * 10 >= rows * 6; }
};

class Aligner {
 public:
  Aligner(const std::vector<PlacedRow>& placed, const std::vector<uint32_t>& cells, const std::vector<Atom>& atoms,
          const std::vector<uint32_t>& values, Side side, bool on_lines)
      : placed_(placed), cells_(cells), atoms_(atoms), values_(values), side_(side), on_lines_(on_lines),
        n_(placed.size()), m_(values.size()), han_(1, 0), forward_((n_ + 1) * (m_ + 1), kNever), backward_(forward_) {
    per_line_.resize(atoms.empty() ? 0 : atoms.back().line + 1);
    han_line_.resize(per_line_.size());
    labels_.resize(per_line_.size());
    for (size_t i = 0; i < n_; ++i)
      for (uint32_t l = atoms[placed[i].first].line; cells[i] > 0 && l <= atoms[placed[i].last].line; ++l) ++labels_[l];
    for (const uint32_t v : values) ++per_line_[atoms[v].line];
    for (const Atom& a : atoms)
      if (a.kind == Atom::han) han_line_[a.line] = true;
    for (const Atom& a : atoms) han_.push_back(han_.back() + (a.kind == Atom::han));
    // Most of the ways to read a table cost far more than the cheapest, and none of these is ever asked for.
    run_forward(kUsual);
    if (!(cost() <= kUsual - kMargin - kRounding)) run_forward(kNever);
    run_backward();
  }

  // Whether value j is a number alone on its line, in a table whose rows have theirs beside their labels: a page's.
  bool alone(size_t j) const {
    const Atom& a = value(j);
    return on_lines_ && a.kind == Atom::number && a.unit.empty() && per_line_[a.line] == 1 && !han_line_[a.line];
  }

  // Whether value j is a figure that may be no page number.
  bool matters(size_t j) const { return value(j).kind != Atom::blank && !alone(j); }

  // Whether a figure stands before the first row's label; behind the last one's.
  bool figures_before() const { return n_ > 0 && any_figure(0, placed_.front().first); }
  bool figures_behind() const { return n_ > 0 && any_figure(placed_.back().last + 1, uint32_t(atoms_.size())); }

  double cost() const { return forward_[at(n_, m_)]; }

  // Whether most rows find as many values as they have cells.
  bool mostly_whole(const std::vector<Taken>& taken) const {
    size_t whole = 0, all = 0;
    for (size_t i = 0; i < n_; ++i) {
      if (cells_[i] == 0) continue;
      ++all;
      whole += taken[i].count == cells_[i];
    }
    return whole * 2 >= all;
  }

  std::vector<Taken> rows() const {
    std::vector<Taken> taken(n_);
    size_t i = 0, j = 0;
    while (i < n_ || j < m_) {
      // Forward along a cheapest path: the backward costs say which step stays on it.
      const double rest = backward_[at(i, j)];
      bool moved = false;
      if (i < n_) {
        each_take(i, j, rest, [&](uint32_t k, double c) {
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
    for (i = 0; i < n_; ++i) taken[i].certain = certain(i, taken[i]) && !passes_over(i, taken[i]);
    return taken;
  }

 private:
  const std::vector<PlacedRow>& placed_;
  const std::vector<uint32_t>& cells_;
  const std::vector<Atom>& atoms_;
  const std::vector<uint32_t>& values_;
  Side side_;
  bool on_lines_;  // most rows stand on their label's line
  size_t n_, m_;
  std::vector<uint32_t> per_line_;          // how many values stand on each line
  std::vector<uint8_t> han_line_;           // whether 汉字 do
  std::vector<uint32_t> labels_;            // how many labels of rows with cells
  std::vector<uint32_t> han_;               // how many 汉字 stand before each atom
  std::vector<double> forward_, backward_;  // cheapest cost up to, and from, "rows < i done, values < j done"

  bool any_figure(uint32_t from, uint32_t to) const {
    return std::any_of(atoms_.begin() + std::ptrdiff_t(from), atoms_.begin() + std::ptrdiff_t(to), Lines::figure);
  }

  size_t at(size_t i, size_t j) const { return i * (m_ + 1) + j; }
  const Atom& value(size_t j) const { return atoms_[values_[j]]; }

  double skip(size_t i, size_t j) const {
    switch (value(j).kind) {
      case Atom::blank: return kSkipBlank;
      case Atom::nothing: return kSkipNothing;
      default:
        return value(j).glued || before_table(j) || (i == n_ && beyond_table(j)) || alone(j) ? kSkipAtEdge
                                                                                             : kSkipNumber;
    }
  }

  bool before_table(size_t j) const { return n_ == 0 || values_[j] < placed_[0].first; }

  // Whether words stand between the last row's label and value j: more than a unit's.
  bool beyond_table(size_t j) const {
    constexpr uint32_t kUnit = 4;
    return words_behind(j) > kUnit;
  }

  // How many 汉字 stand between the last row's label and value j.
  uint32_t words_behind(size_t j) const {
    const uint32_t a = values_[j], last = n_ == 0 ? 0 : placed_[n_ - 1].last;
    return a > last ? han_[a] - han_[last + 1] : 0;
  }

  // Whether several figures that no row takes stand in a run within row i's label or between it and the values that it
  // takes: more likely they are its own, and these another row's whose label was not found.
  bool passes_over(size_t i, const Taken& taken) const {
    constexpr size_t kSeveral = 2;
    size_t run = 0;
    for (size_t j = taken.first; taken.count > 0 && j-- > 0 && values_[j] > placed_[i].first;) {
      const bool joins = run == 0 || values_[j] + 1 == values_[j + 1];
      run = joins && value(j).kind == Atom::number && !alone(j) ? run + 1 : 0;
      if (run == kSeveral && cells_[i] >= kSeveral) return true;
    }
    return false;
  }

  // What it costs row i to take value j, by where it stands.
  double place(size_t i, size_t j) const {
    const uint32_t a = values_[j];
    const PlacedRow& own = placed_[i];
    double c = value(j).kind == Atom::blank ? kTakeBlank : 0;
    if (a > own.first && a < own.last) return c;
    if (a > own.last) {
      constexpr uint32_t kRemark = 12;  // 汉字 of a label that its wording leaves out
      if (i + 1 == n_ && on_lines_ && !own.header && words_behind(j) > kRemark) return c + kFarBehind;
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
    const uint32_t between = a > own.last    ? han_[a] - han_[own.last + 1]
                             : a < own.first ? han_[own.first] - han_[a]
                                             : 0;
    return std::min(kForeignMost, between * kForeignHan);
  }

  // What it costs row i to start with value j on a line that its label does not reach.
  double off_line(size_t i, size_t j) const {
    const uint32_t line = value(j).line;
    if (!on_lines_ || on_label_line(i, line)) return 0;
    if (has_own_figures(i)) return kOwnLine;
    if (han_line_[line]) return kOffLineWrapped;
    return cells_[i] == 1 ? kOffLineAlone : kOffLine;
  }

  bool on_label_line(size_t i, uint32_t line) const {
    return line >= atoms_[placed_[i].first].line && line <= atoms_[placed_[i].last].line;
  }

  // Whether figures stand on the lines of row i's label, and no other label does.
  bool has_own_figures(size_t i) const {
    for (uint32_t line = atoms_[placed_[i].first].line; line <= atoms_[placed_[i].last].line; ++line)
      if (per_line_[line] > 0 && labels_[line] == 1) return true;
    return false;
  }

  // What it costs row i that value j stands on another row's line.
  double other_line(size_t i, size_t j) const {
    const uint32_t line = value(j).line;
    return labels_[line] > 0 && !on_label_line(i, line) ? kOtherLine : 0;
  }

  // What it costs row i to go on from value j - 1 to j on another line.
  double next_line(size_t i, size_t j) const {
    const uint32_t line = value(j - 1).line;
    if (value(j).line == line) return 0;
    // A mail's line that was broken goes on in a line of figures alone.
    if (on_lines_ && per_line_[line] > 1 && per_line_[value(j).line] > 1 && han_line_[value(j).line]) return kTwoLines;
    return on_label_line(i, line) || per_line_[line] > 1 ? kNextLine : 0;
  }

  // What it costs that a row starts or ends between values j - 1 and j, if they stand in a run.
  double cut(size_t j) const {
    if (j == 0 || j >= m_ || values_[j] != values_[j - 1] + 1) return 0;
    const Atom &a = value(j - 1), &b = value(j);
    if (a.kind == Atom::blank || b.kind == Atom::blank) return 0;
    return a.line == b.line ? kCutLine : kCutRun;
  }

  // Calls f(k, cost) for each number k of values from j on that row i may take, or only where it costs at most `most`.
  template <typename F>
  void each_take(size_t i, size_t j, double most, F f) const {
    const uint32_t wanted = cells_[i];
    f(0, wanted == 0 ? 0.0 : kNone);
    if (wanted == 0) return;
    double sum = 0;
    if (j < m_) {
      const int far = side_ == Side::after ? -1 : 1;
      sum = cut(j) + foreign(i, j) + off_line(i, j) + other_line(i, j) + (side_of(i, j) == far ? kOtherSide : 0);
    }
    for (uint32_t k = 1; k <= wanted + kTooMany && j + k <= m_; ++k) {
      sum += place(i, j + k - 1);
      if (k > 1) sum += next_line(i, j + k - 1);
      if (k > 1 && value(j + k - 1).line != value(j + k - 2).line) sum += other_line(i, j + k - 1);
      if (k > 1 && side_of(i, j + k - 1) != side_of(i, j + k - 2)) sum += kBothSides;
      if (sum > most + kRounding) return;
      const double count = k == wanted ? 0 : kWrongCount + kEachWrong * (k < wanted ? wanted - k : k - wanted);
      f(k, sum + count + cut(j + k));
    }
  }

  // Right for every cost up to `limit`; what costs more leads nowhere.
  void run_forward(double limit) {
    forward_[0] = 0;
    for (size_t i = 0; i <= n_; ++i) {
      for (size_t j = 0; j <= m_; ++j) {
        const double here = forward_[at(i, j)];
        if (here == kNever || here > limit) continue;
        if (j < m_) lower(forward_[at(i, j + 1)], here + skip(i, j));
        if (i < n_)
          each_take(i, j, limit - here, [&](uint32_t k, double c) { lower(forward_[at(i + 1, j + k)], here + c); });
      }
    }
  }

  // From every place that a way may pass which costs no more than the margin over the cheapest.
  void run_backward() {
    const double limit = cost() + kMargin + kRounding;
    backward_[at(n_, m_)] = 0;
    for (size_t i = n_ + 1; i-- > 0;) {
      for (size_t j = m_ + 1; j-- > 0;) {
        if (forward_[at(i, j)] > limit) continue;
        double& here = backward_[at(i, j)];
        if (j < m_) lower(here, backward_[at(i, j + 1)] + skip(i, j));
        if (i < n_)
          each_take(i, j, limit - forward_[at(i, j)],
                    [&](uint32_t k, double c) { lower(here, backward_[at(i + 1, j + k)] + c); });
      }
    }
  }

  static void lower(double& cost, double to) {
    if (to < cost) cost = to;
  }

  // Whether values [j, j + k) are blanks of one line: which of several a row takes says nothing of what it has.
  bool blank_line(size_t j, size_t k) const {
    for (size_t v = j; v < j + k; ++v)
      if (value(v).kind != Atom::blank || value(v).line != value(j).line) return false;
    return true;
  }

  // Whether every reading that gives row i other values costs clearly more.
  bool certain(size_t i, const Taken& taken) const {
    const double best = cost();
    bool alone = true;
    for (size_t j = 0; j <= m_ && alone; ++j) {
      const double before = forward_[at(i, j)];
      if (before > best + kMargin) continue;
      each_take(i, j, best + kMargin - before, [&](uint32_t k, double c) {
        if (k == taken.count && (j == taken.first || (blank_line(j, k) && blank_line(taken.first, k)))) return;
        if (before + c + backward_[at(i + 1, j + k)] <= best + kMargin && !(k == 0 && taken.count == 0)) alone = false;
      });
    }
    return alone;
  }
};

}  // namespace

Assignment assign_values(const std::vector<PlacedRow>& placed, const std::vector<uint32_t>& cells,
                         const FieldGrid& grid, const std::vector<Atom>& atoms) {
  Assignment out;
  if (placed.empty()) return out;
  // Blanks of lines that hold neither a figure nor a row's label are the merged cells of a header.
  std::vector<uint8_t> row_line(atoms.empty() ? 0 : atoms.back().line + 1);
  for (const Atom& a : atoms)
    if (Lines::figure(a)) row_line[a.line] = true;
  for (size_t i = 0; i < placed.size(); ++i)
    for (uint32_t l = atoms[placed[i].first].line; cells[i] > 0 && !placed[i].header && l <= atoms[placed[i].last].line;
         ++l)
      row_line[l] = true;
  for (uint32_t i = 0; i < atoms.size() && out.values.size() < kMostValues; ++i)
    if (atoms[i].value() && row_line[atoms[i].line] && !grid.is_merged(atoms[i])) out.values.push_back(i);

  const Lines lines(placed, cells, grid, atoms);
  const bool on_lines = lines.mostly(Side::after) || lines.mostly(Side::before);
  out.loose = !on_lines || is_crowded(placed, cells, atoms);
  bool behind = !on_lines || lines.mostly(Side::after);
  const auto aligned = [&](Side side) { return Aligner(placed, cells, atoms, out.values, side, on_lines); };
  const Aligner first = aligned(behind ? Side::after : Side::before);
  if (on_lines) {
    out.rows = first.rows();
  } else {
    const Aligner second = aligned(Side::before);
    behind = first.cost() <= second.cost();
    const bool cheap = std::min(first.cost(), second.cost()) < kNone;
    // What stands before the first label and behind the last tells the side even where figures were lost.
    const bool ahead_of_all = first.figures_before(), behind_all = first.figures_behind();
    const double margin = std::abs(first.cost() - second.cost());
    bool sure = margin > (cheap ? kMargin : kDecided);
    if (ahead_of_all != behind_all) {
      sure = behind == behind_all || margin < kDecided;
      behind = behind_all;
    }
    const Aligner &chosen = behind ? first : second, &other = behind ? second : first;
    out.rows = chosen.rows();
    // Nor does it tell anything where most rows lost figures: one that is whole may be its neighbour's.
    if (!sure || !chosen.mostly_whole(out.rows)) {
      // Both sides fit nearly as well: only what both read alike is certain.
      const std::vector<Taken> others = other.rows();
      for (size_t i = 0; i < out.rows.size(); ++i)
        out.rows[i].certain =
            out.rows[i].certain && others[i].first == out.rows[i].first && others[i].count == out.rows[i].count;
    }
  }
  if (out.loose) doubt_loose_rows(placed, cells, atoms, behind, out);
  std::vector<uint8_t> taken(out.values.size());
  for (const Taken& t : out.rows)
    for (uint32_t k = 0; k < t.count; ++k) taken[t.first + k] = true;
  uint32_t last_line = atoms[placed.back().last].line;
  if (out.rows.back().count > 0)
    last_line = std::max(last_line, atoms[out.values[out.rows.back().first + out.rows.back().count - 1]].line);
  for (uint32_t v = 0; v < out.values.size(); ++v) {
    const Atom& a = atoms[out.values[v]];
    const bool inside = out.values[v] > placed.front().first && a.line <= last_line;
    if (!taken[v] && first.alone(v)) out.alone.push_back(out.values[v]);
    if (taken[v] || !first.matters(v)) continue;
    (inside ? out.strays : out.outside).push_back(out.values[v]);
  }
  return out;
}

}  // namespace gouji
