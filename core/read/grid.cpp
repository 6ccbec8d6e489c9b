#include "read/grid.h"

#include <algorithm>

namespace gouji {
namespace {

// One line in so many must be as wide as the widest, or those are odd ones.
constexpr size_t kWidestOf = 4;

// A line with a row's label.
struct Line {
  uint32_t first, end;  // atoms
  uint32_t label;       // the last of the label's
};

std::vector<Line> lines_of(const std::vector<PlacedRow>& placed, const std::vector<uint32_t>& cells,
                           const std::vector<Atom>& atoms) {
  std::vector<Line> out;
  for (size_t i = 0; i < placed.size(); ++i) {
    const uint32_t label = placed[i].last;
    if (cells[i] == 0 || placed[i].header || atoms[label].fields < 2) continue;
    Line line{label, label + 1, label};
    while (line.first > 0 && atoms[line.first - 1].line == atoms[label].line) --line.first;
    while (line.end < atoms.size() && atoms[line.end].line == atoms[label].line) ++line.end;
    out.push_back(line);
  }
  return out;
}

}  // namespace

FieldGrid::FieldGrid(const std::vector<PlacedRow>& placed, const std::vector<uint32_t>& cells,
                     const std::vector<Atom>& atoms) {
  const std::vector<Line> lines = lines_of(placed, cells, atoms);
  if (lines.empty()) return;
  for (const Line& line : lines) width_ = std::max(width_, atoms[line.label].fields);
  const uint32_t most = *std::max_element(cells.begin(), cells.end());

  std::vector<uint8_t> words(width_), figures(width_);  // of the widest lines
  bool leading = false, several = false;
  for (const Line& line : lines) {
    leading = leading || atoms[line.first].kind == Atom::blank;
    several = several || atoms[line.label].column != atoms[lines[0].label].column;
    uint32_t behind = 0;
    for (uint32_t a = line.first; a < line.end; ++a) {
      behind += a > line.label && atoms[a].value();
      if (atoms[a].fields == width_ && atoms[a].kind != Atom::blank)
        (atoms[a].value() ? figures : words)[atoms[a].column] = true;
    }
    spread_ = spread_ || behind > most;
  }
  stripped_ = several && !leading;

  // As many columns have figures as a row has cells: the others have none. Where fewer have, some column is blank from
  // top to bottom, and only those are known that have words somewhere; where more have, the rows do not stand one below
  // the other.
  const auto known = uint32_t(std::count(figures.begin(), figures.end(), true));
  const auto widest =
      std::count_if(lines.begin(), lines.end(), [&](const Line& l) { return atoms[l.label].fields == width_; });
  if (known > most || size_t(widest) * kWidestOf < lines.size()) return;
  merged_.resize(width_);
  for (size_t c = 0; c < width_; ++c) merged_[c] = !figures[c] && (known == most || words[c]);
  aligned_ = spread_;
  for (const Line& line : lines)
    for (uint32_t a = line.first; a < line.end; ++a)
      if (atoms[a].kind != Atom::blank) aligned_ = aligned_ && merged_[atoms[a].column] != atoms[a].value();
}

}  // namespace gouji
