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
  uint32_t cells;       // of the row
};

std::vector<Line> lines_of(const std::vector<PlacedRow>& placed, const std::vector<uint32_t>& cells,
                           const std::vector<Atom>& atoms) {
  std::vector<Line> out;
  for (size_t i = 0; i < placed.size(); ++i) {
    const uint32_t label = placed[i].last;
    if (cells[i] == 0 || placed[i].header || atoms[label].fields < 2) continue;
    Line line{label, label + 1, label, cells[i]};
    while (line.first > 0 && atoms[line.first - 1].line == atoms[label].line) --line.first;
    while (line.end < atoms.size() && atoms[line.end].line == atoms[label].line) ++line.end;
    out.push_back(line);
  }
  return out;
}

// By line of a row: the columns that its header names nothing in, where it names as many behind the row's label as the
// row has cells: 上一年项目数量, 本年增/减 and, where other rows have a third, nothing. Rows below each other share a
// header.
std::vector<std::vector<uint8_t>> unnamed_columns(const std::vector<Line>& lines, const std::vector<Atom>& atoms) {
  std::vector<std::vector<uint8_t>> by_line(atoms.back().line + 1);
  std::vector<uint8_t> is_row(by_line.size());
  for (const Line& line : lines) is_row[atoms[line.label].line] = true;
  std::vector<uint8_t> named;  // columns of the header
  for (const Line& line : lines) {
    const Atom& label = atoms[line.label];
    if (line.first > 0 && !is_row[atoms[line.first - 1].line]) {
      uint32_t above = line.first;
      while (above > 0 && atoms[above - 1].line == atoms[line.first - 1].line) --above;
      named.assign(atoms[above].fields, 0);
      for (; above < line.first; ++above)
        if (atoms[above].kind == Atom::han && !named.empty()) named[atoms[above].column] = true;
    }
    if (named.empty() || named.size() != label.fields) continue;
    if (uint32_t(std::count(named.begin() + std::ptrdiff_t(label.column) + 1, named.end(), 1)) != line.cells) continue;
    std::vector<uint8_t>& unnamed = by_line[label.line];
    unnamed.assign(named.size(), 0);
    for (size_t c = label.column + 1; c < named.size(); ++c) unnamed[c] = !named[c];
  }
  return by_line;
}

}  // namespace

FieldGrid::FieldGrid(const std::vector<PlacedRow>& placed, const std::vector<uint32_t>& cells,
                     const std::vector<Atom>& atoms) {
  const std::vector<Line> lines = lines_of(placed, cells, atoms);
  if (lines.empty()) return;
  unnamed_ = unnamed_columns(lines, atoms);
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
