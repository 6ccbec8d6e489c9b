#include "read/loose.h"

#include <algorithm>

namespace gouji {

bool is_crowded(const std::vector<PlacedRow>& placed, const std::vector<uint32_t>& cells,
                const std::vector<Atom>& atoms) {
  size_t rows = 0, crowded = 0;
  const PlacedRow* before = nullptr;
  for (size_t i = 0; i < placed.size(); ++i) {
    if (cells[i] == 0) continue;
    ++rows;
    crowded += before != nullptr && atoms[before->last].line == atoms[placed[i].first].line;
    before = &placed[i];
  }
  return crowded * 2 > rows;
}

void doubt_loose_rows(const std::vector<PlacedRow>& placed, const std::vector<uint32_t>& cells,
                      const std::vector<Atom>& atoms, bool behind, Assignment& rows) {
  std::vector<size_t> labels;  // those of rows with cells
  for (size_t i = 0; i < placed.size(); ++i)
    if (cells[i] > 0) labels.push_back(i);
  // How many values that are more than blanks stand between atoms.
  std::vector<uint32_t> figures(atoms.size() + 1);
  for (size_t a = 0; a < atoms.size(); ++a)
    figures[a + 1] = figures[a] + (atoms[a].value() && atoms[a].kind != Atom::blank);
  // Whether words other than the row's label and units part the values that it takes: the next table's heading.
  const auto interrupted = [&](const Taken& row, const PlacedRow& own) {
    constexpr uint32_t kUnit = 4;  // 汉字
    uint32_t words = 0;
    for (uint32_t a = rows.values[row.first]; a < rows.values[row.first + row.count - 1]; ++a) {
      const bool word = atoms[a].kind == Atom::han && (a < own.first || a > own.last);
      words = word ? words + 1 : 0;
      if (words > kUnit) return true;
    }
    return false;
  };
  const auto taken = [&](const Taken& row) {
    uint32_t count = 0;
    for (uint32_t k = 0; k < row.count; ++k) {
      const uint32_t a = rows.values[row.first + k];
      count += figures[a + 1] - figures[a];
    }
    return count;
  };
  for (size_t l = 0; l < labels.size(); ++l) {
    Taken& row = rows.rows[labels[l]];
    if (row.count == 0) continue;
    const PlacedRow& own = placed[labels[l]];
    const bool first = l == 0, last = l + 1 == labels.size();
    // From the label on its other side to the one that its figures must not reach; the table's ends are open.
    const uint32_t from = behind ? own.first : first ? rows.values[row.first] : placed[labels[l - 1]].last;
    const uint32_t to = !behind ? own.last
                        : last  ? rows.values[row.first + row.count - 1] + 1
                                : placed[labels[l + 1]].first;
    const bool inside = rows.values[row.first] >= from && rows.values[row.first + row.count - 1] < to;
    const bool neighbour_has =
        behind ? first || rows.rows[labels[l - 1]].count > 0 : last || rows.rows[labels[l + 1]].count > 0;
    if (!inside || !neighbour_has || interrupted(row, own) || figures[to] - figures[from] != taken(row))
      row.certain = false;
  }
}

}  // namespace gouji
