#include "check/surroundings.h"

#include <algorithm>

namespace gouji {
namespace {

// How much a figure of the narrative weighs against the figure of a cell.
constexpr double kRestored = 200, kContradicted = 0.05;
constexpr size_t kMostStated = 200;  // of one table; what is said again beyond them adds nothing

std::optional<int64_t> previous_of(const Table& last, const TableForm& form, const Cell& cell) {
  for (const Cell& c : last.cells)
    if (c.value && c.value->whole() && last.form->rows[c.row].id == form.rows[cell.row].id &&
        last.form->columns[c.column].id == form.columns[cell.column].id)
      return c.value->units;
  return std::nullopt;
}

}  // namespace

Layout::Layout(const Table& table, const System& system, const Evidence& evidence)
    : table_(table), system_(system), index_(table.form->rows.size() * table.form->columns.size(), -1),
      parts_(table.cells.size()), previous_(table.cells.size()) {
  for (size_t i = 0; i < table.cells.size(); ++i) {
    const Cell& c = table.cells[i];
    index_[c.row * table.form->columns.size() + c.column] = int32_t(i);
    if (evidence.previous != nullptr) previous_[i] = previous_of(*evidence.previous, *table.form, c);
  }
  for (size_t e = 0; e < system.equations().size(); ++e) {
    if (system.equations()[e].check == System::kDerived) continue;
    const auto terms = system.terms(e);
    for (const int8_t side : {int8_t(1), int8_t(-1)}) {
      const auto here = std::count_if(terms.begin(), terms.end(), [&](const Term& t) { return t.sign == side; });
      if (here != 1 || terms.size() < 3) continue;
      const auto total = std::find_if(terms.begin(), terms.end(), [&](const Term& t) { return t.sign == side; });
      for (const Term& t : terms)
        if (t.sign != side) parts_[total->cell].push_back(t.cell);
    }
  }
  for (uint16_t c = 0; c < system.cells(); ++c) {
    if (system.mask(c) == 0) continue;
    ++taking_part_;
    if (!is_total(c)) sum_ += double(system.value(c));
  }
  take_usual();
  take_stated(evidence.supports);
}

// Those that speak of cells of this table alone, each once.
void Layout::take_stated(std::span<const Support> supports) {
  stated_of_.resize(table_.cells.size());
  std::vector<const Support*> taken;
  for (const Support& s : supports) {
    if (taken.size() == kMostStated) break;
    Stated stated{{}, s.value};
    bool here = true;
    for (const std::vector<CellRef>& sum : s.sums) {
      std::vector<uint16_t>& cells = stated.sums.emplace_back();
      for (const CellRef& ref : sum) {
        const auto cell = ref.form == table_.form ? at(ref.row, ref.column) : std::nullopt;
        here = here && cell && known(*cell);
        if (here) cells.push_back(*cell);
      }
    }
    const bool again = std::any_of(taken.begin(), taken.end(), [&](const Support* t) { return *t == s; });
    if (!here || again) continue;
    taken.push_back(&s);
    for (const std::vector<uint16_t>& sum : stated.sums)
      for (const uint16_t cell : sum)
        if (stated_of_[cell].empty() || stated_of_[cell].back() != stated_.size())
          stated_of_[cell].push_back(uint16_t(stated_.size()));
    stated_.push_back(std::move(stated));
  }
}

// Few cells say little: each column starts from what two cells of the whole table would say.
void Layout::take_usual() {
  struct Count {
    double cells = 0, some = 0, sum = 0;
  };
  Count all;
  std::vector<Count> columns(table_.form->columns.size());
  for (uint16_t c = 0; c < system_.cells(); ++c) {
    if (system_.mask(c) == 0 || is_total(c) || system_.value(c) < 0) continue;
    const double value = double(system_.value(c));
    for (Count* const count : {&all, &columns[table_.cells[c].column]}) {
      count->cells += 1;
      count->some += value > 0;
      count->sum += value;
    }
  }
  const double some = (all.some + 1) / (all.cells + 2), mean = (all.sum + 1) / (all.some + 1);
  for (const Count& c : columns)
    usual_.push_back({(c.some + 2 * some) / (c.cells + 2), (c.sum + 2 * mean) / (c.some + 2)});
}

double Layout::common(uint16_t cell, int64_t to) const {
  if (is_total(cell) || system_.value(cell) < 0) return 1;
  const Usual& usual = usual_[table_.cells[cell].column];
  return often(usual, to) / often(usual, system_.value(cell));
}

std::optional<uint16_t> Layout::at(int row, int column) const {
  const int rows = int(table_.form->rows.size()), columns = int(table_.form->columns.size());
  if (row < 0 || row >= rows || column < 0 || column >= columns) return std::nullopt;
  const int32_t i = index_[size_t(row * columns + column)];
  return i < 0 ? std::nullopt : std::optional<uint16_t>(uint16_t(i));
}

bool Layout::same_line(uint16_t a, uint16_t b) const {
  const Cell &x = table_.cells[a], &y = table_.cells[b];
  return x.row == y.row || x.column == y.column;
}

bool Layout::beside(uint16_t a, uint16_t b) const {
  const std::vector<uint16_t> n = neighbours(a);
  return std::find(n.begin(), n.end(), b) != n.end();
}

std::vector<uint16_t> Layout::neighbours(uint16_t cell) const {
  std::vector<uint16_t> out;
  const Cell& c = table_.cells[cell];
  const auto take = [&](std::optional<uint16_t> n) {
    if (n && known(*n)) out.push_back(*n);
  };
  if (table_.form->printed == Printed::one_line) {
    if (cell > 0) take(uint16_t(cell - 1));
    if (cell + 1u < table_.cells.size()) take(uint16_t(cell + 1));
    return out;
  }
  take(at(c.row, c.column - 1));
  take(at(c.row, c.column + 1));
  // Headings stand between rows.
  for (const int step : {-1, 1}) {
    int row = c.row + step;
    while (row >= 0 && row < int(table_.form->rows.size()) && table_.form->rows[size_t(row)].heading()) row += step;
    take(at(row, c.column));
  }
  return out;
}

bool Layout::holds(const Stated& stated, const Changes& changes) const {
  return std::any_of(stated.sums.begin(), stated.sums.end(), [&](const std::vector<uint16_t>& cells) {
    int64_t sum = 0;
    for (const uint16_t cell : cells) {
      const auto changed =
          std::find_if(changes.begin(), changes.end(), [&](const Change& c) { return c.cell == cell; });
      sum += changed == changes.end() ? system_.value(cell) : changed->to;
    }
    return sum == stated.value;
  });
}

double Layout::supported(const Changes& changes) const {
  double factor = 1;
  for (size_t i = 0; i < changes.size(); ++i) {
    for (const uint16_t k : stated_of_[changes[i].cell]) {
      const bool seen = std::any_of(changes.begin(), changes.begin() + std::ptrdiff_t(i), [&](const Change& c) {
        return std::find(stated_of_[c.cell].begin(), stated_of_[c.cell].end(), k) != stated_of_[c.cell].end();
      });
      if (seen) continue;
      const bool before = holds(stated_[k], {}), after = holds(stated_[k], changes);
      if (after && !before) factor *= kRestored;
      if (before && !after) factor *= kContradicted;
    }
  }
  return factor;
}

}  // namespace gouji
