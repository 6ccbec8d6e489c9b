#include "read/blanks.h"

#include <algorithm>
#include <optional>

#include "order.h"
#include "read/sums.h"
#include "read/token.h"
#include "text/lines.h"

namespace gouji {

Blanks::Blanks(const TableForm& form, const std::vector<PlacedRow>& placed, const std::vector<uint32_t>& counts,
               const FieldGrid& grid, const Assignment& assigned, const std::vector<Atom>& atoms,
               const MappedText& folded)
    : form_(form), placed_(placed), counts_(counts), grid_(grid), assigned_(assigned), atoms_(atoms), folded_(folded) {
  separators_ = common_separators();
  find_odd_blanks();
  doubtful_ = mostly_doubtful();
}

bool Blanks::certain(size_t p) const {
  const Taken& taken = assigned_.rows[p];
  return is_whole(p) && !(doubtful_ && beside_blanks(taken)) && !is_odd(taken);
}

// Tabs and bars on the line of a place.
size_t Blanks::separators_around(uint32_t at) const {
  const std::string_view line = slice(folded_.text(), line_around(folded_.text(), at));
  return size_t(std::count_if(line.begin(), line.end(), [](char c) { return c == '\t' || c == '|'; }));
}

// How many of them most rows have on their lines, where nearly all have as many; else 0.
size_t Blanks::common_separators() const {
  std::vector<size_t> rows;
  size_t here = 0;
  std::optional<uint32_t> line;
  for (size_t p = 0; p < placed_.size(); ++p) {
    if (assigned_.rows[p].count == 0) continue;
    const Atom& first = atoms_[first_of(assigned_.rows[p])];
    if (line != first.line) here = separators_around(first.folded.begin);
    line = first.line;
    rows.push_back(here);
  }
  const auto [separators, count] = most_common(rows);
  return count * 10 >= rows.size() * 8 ? separators : 0;
}

bool Blanks::is_whole(size_t p) const {
  const Taken& taken = assigned_.rows[p];
  return taken.count == counts_[p] && taken.certain && !lost_fields(taken) &&
         !is_parted(form_.rows[placed_[p].row], taken);
}

bool Blanks::mostly_doubtful() const {
  size_t doubtful = 0, rows = 0;
  for (size_t p = 0; p < placed_.size(); ++p) {
    if (counts_[p] == 0) continue;
    ++rows;
    doubtful += !is_whole(p);
  }
  return rows > 1 && doubtful * 2 >= rows;
}

bool Blanks::takes_blank(const Taken& taken) const {
  for (uint32_t k = 0; k < taken.count; ++k)
    if (is_blank(taken, k)) return true;
  return false;
}

// How many blank fields stand on atom a's line right before it, or right behind it.
uint32_t Blanks::blanks_beside(uint32_t a, int step) const {
  uint32_t blanks = 0;
  for (uint32_t b = a + uint32_t(step); b < atoms_.size() && atoms_[b].line == atoms_[a].line; b += uint32_t(step)) {
    if (atoms_[b].kind != Atom::blank) break;
    ++blanks;
  }
  return blanks;
}

// Whether the figures around atom a, with the blank fields among them, take more fields than a row has cells.
bool Blanks::is_stretched(uint32_t a, uint32_t cells) const {
  uint32_t begin = a, end = a + 1;
  const auto joins = [&](uint32_t b) { return atoms_[b].value() && atoms_[b].line == atoms_[a].line; };
  while (begin > 0 && joins(begin - 1)) --begin;
  while (end < atoms_.size() && joins(end)) ++end;
  while (begin < end && atoms_[begin].kind == Atom::blank) ++begin;
  while (begin < end && atoms_[end - 1].kind == Atom::blank) --end;
  uint32_t figures = 0;
  for (uint32_t b = begin; b < end; ++b) figures += atoms_[b].kind != Atom::blank;
  return end - begin > cells && figures <= cells && !any_merged(begin, end - 1);
}

void Blanks::find_odd_blanks() {
  struct End {
    uint32_t cells, fields, column, blanks;
  };
  std::optional<End> before, behind;  // of the row above
  const auto moves = [&](std::optional<End>& above, const End& here) {
    const bool moved = above && above->cells == here.cells && above->fields != here.fields &&
                       above->column != here.column && above->blanks != here.blanks;
    above = here;
    return moved;
  };
  for (size_t p = 0; p < placed_.size(); ++p) {
    const Taken& taken = assigned_.rows[p];
    if (taken.count == 0) continue;
    const uint32_t first = first_of(taken), last = last_of(taken);
    if (atoms_[first].fields == 0 || atoms_[last].line != atoms_[first].line) continue;
    odd_among_ = odd_among_ || is_stretched(first, counts_[p]);
    if (taken.count != counts_[p] || takes_blank(taken)) continue;
    const uint32_t cells = taken.count, fields = atoms_[first].fields;
    if (moves(before, {cells, fields, atoms_[first].column, blanks_beside(first, -1)})) odd_before_ = true;
    if (moves(behind, {cells, fields, atoms_[last].column, blanks_beside(last, 1)})) odd_behind_ = true;
  }
  odd_among_ = odd_among_ || (odd_before_ && odd_behind_);
}

bool Blanks::is_odd(const Taken& taken) const {
  if (taken.count == 0) return false;
  return (odd_among_ && takes_blank(taken)) || (odd_before_ && is_blank(taken, 0)) ||
         (odd_behind_ && is_blank(taken, taken.count - 1));
}

bool Blanks::any_merged(uint32_t first, uint32_t last) const {
  for (uint32_t a = first; a <= last; ++a)
    if (grid_.is_merged(atoms_[a])) return true;
  return false;
}

// Whether a row has blank cells among its values or beside them.
bool Blanks::beside_blanks(const Taken& taken) const {
  if (taken.count == 0) return false;
  const uint32_t first = first_of(taken), last = last_of(taken);
  for (uint32_t a = first > 0 ? first - 1 : 0; a <= last + 1 && a < atoms_.size(); ++a)
    if (atoms_[a].kind == Atom::blank && atoms_[a].line == atoms_[first].line) return true;
  return false;
}

// Whether a row that takes blank cells has fewer fields than the others of a sheet: an editor cut those at its end,
// or two were joined, and nobody knows which of its figures stand where.
bool Blanks::lost_fields(const Taken& taken) const {
  if (taken.count == 0) return false;
  const Atom& first = atoms_[first_of(taken)];
  // Between two figures none was lost.
  if ((is_blank(taken, 0) || is_blank(taken, taken.count - 1)) && grid_.lost_fields(first)) return true;
  return takes_blank(taken) && separators_around(first.folded.begin) < separators_;
}

// 2 948 in one field and a blank one in the row: perhaps two cells' figures, perhaps one with a space for thousands.
// Only the row's own equations tell.
bool Blanks::is_parted(const Row& row, const Taken& taken) const {
  if (taken.count == 0) return false;
  const uint32_t first = first_of(taken), last = last_of(taken);
  bool parted = false, blank = false;
  std::vector<Decimal> figures;
  uint32_t from = first;
  while (from > 0 && atoms_[from - 1].line == atoms_[first].line && atoms_[from - 1].kind == Atom::blank) --from;
  for (uint32_t a = from; a < atoms_.size() && atoms_[a].line == atoms_[first].line; ++a) {
    parted = parted || (a <= last && atoms_[a].parted);
    blank = blank || (atoms_[a].kind == Atom::blank && atoms_[a].column < atoms_[first].column + taken.count &&
                      !grid_.is_merged(atoms_[a]));
    if (const auto figure = figure_of(slice(folded_.text(), atoms_[a].folded)); a <= last && figure)
      figures.push_back(*figure);
  }
  if (!parted || !blank) return false;
  return figures.size() != row.columns.size() || !has_row_sums(form_) || !adds_up(form_, row, figures);
}

}  // namespace gouji
