#include "read/build.h"

#include <algorithm>
#include <cstdlib>

#include "order.h"
#include "read/grid.h"
#include "read/sums.h"
#include "read/token.h"
#include "read/values.h"
#include "text/lines.h"

namespace gouji {
namespace {

Cell::State state_of(const Atom& a) {
  switch (a.kind) {
    case Atom::number: return Cell::number;
    case Atom::blank: return Cell::blank;
    case Atom::nothing: return Cell::nothing;
    default: return Cell::unclear;
  }
}

Cell cell_of(const Atom& a, uint16_t row, uint16_t column, const MappedText& folded) {
  Cell c{row, column, state_of(a), std::nullopt, folded.to_source(a.folded), {}};
  if (c.state == Cell::number) c.value = figure_of(slice(folded.text(), a.folded));
  if (!a.unit.empty()) c.unit = folded.to_source(a.unit);
  return c;
}

// The strays from `first` on as a row that the form does not have: a label of at least two 汉字 from `label` on, and as
// many values as the row before has.
std::optional<ExtraRow> extra_row(const Row& before, uint16_t index, uint32_t label, uint32_t first, size_t count,
                                  const std::vector<Atom>& atoms, const MappedText& folded) {
  constexpr uint32_t kLongest = 60;  // 汉字: more than that is the header of another table
  if (before.heading() || count != before.columns.size() || first < label + 2) return std::nullopt;
  while (label < first && atoms[label].kind == Atom::blank) ++label;
  if (first < label + 2) return std::nullopt;
  uint32_t words = 0;
  for (uint32_t a = label; a < first; ++a) words += atoms[a].kind == Atom::han;
  if (words > kLongest) return std::nullopt;
  Span place = cover(atoms[label].folded, atoms[first - 1].folded);
  for (uint32_t a = first; a-- > label && atoms[a].kind != Atom::han;) place.end = atoms[a].folded.begin;
  const std::string_view text = folded.text();
  if (place.begin > 0 && text[place.begin - 1] == '(') --place.begin;  // (二)部分公开
  if (place.end < text.size() && text[place.end] == ')') ++place.end;
  ExtraRow out{
      folded.to_source(place), one_line(slice(folded.written(), place)), one_line(slice(text, place)), index, {}};
  for (size_t c = 0; c < count; ++c) out.cells.push_back(cell_of(atoms[first + c], index, before.columns[c], folded));
  return out;
}

// A label of so many 汉字 tells one edition from another; a shorter one may be the other's group: （六）其他处理.
constexpr uint32_t kTellingLabel = 6;

class Builder {
 public:
  Builder(const TableForm& form, const std::vector<PlacedRow>& placed, const std::vector<uint32_t>& counts,
          const std::vector<ColumnOrder>& orders, const std::vector<Atom>& atoms, const MappedText& folded)
      : form_(form), placed_(placed), counts_(counts), orders_(orders), atoms_(atoms), folded_(folded),
        grid_(placed, counts, atoms), assigned_(assign_values(placed, counts, grid_, atoms)) {
    out_.table.form = &form;
    out_.table.loose = assigned_.loose;
    separators_ = common_separators();
    doubtful_ = mostly_doubtful();
    find_odd_blanks();
  }

  Attempt build() {
    for (const PlacedRow& p : placed_) {
      include(cover(atoms_[p.first].folded, atoms_[p.last].folded));
      const bool new_line = &p == placed_.data() || atoms_[p.first].line != atoms_[(&p - 1)->last].line;
      out_.lines += !form_.rows[p.row].heading() && new_line;
      uint32_t han = 0;
      for (uint32_t a = p.first; a <= p.last; ++a) han += atoms_[a].kind == Atom::han;
      if (han >= kTellingLabel) out_.rows.push_back(p.row);
    }
    uint32_t offset = 0;  // of a row's first value within the line that holds all
    for (uint16_t r = 0; r < form_.rows.size(); ++r) {
      if (form_.rows[r].heading()) continue;
      add_row(r, offset);
      if (one_line()) offset += uint32_t(form_.rows[r].columns.size());
    }
    add_strays(assigned_.strays, true);
    add_strays(named_alone(), true);
    move_rows();
    add_strays(assigned_.outside, false);
    doubt_broken();
    judge_groups();
    out_.table.span = folded_.to_source(out_.table.folded);
    return std::move(out_);
  }

 private:
  const TableForm& form_;
  const std::vector<PlacedRow>& placed_;
  const std::vector<uint32_t>& counts_;
  const std::vector<ColumnOrder>& orders_;
  const std::vector<Atom>& atoms_;
  const MappedText& folded_;
  const FieldGrid grid_;
  const Assignment assigned_;
  Attempt out_;
  bool any_ = false;       // something is in the table's span
  size_t separators_ = 0;  // of most rows' lines
  bool doubtful_ = false;    // hardly any row is certain
  // Where rows that have all their figures have blank fields as well, now and then: those are no cells, and where a row
  // lacks figures nobody knows which blank ones are.
  bool odd_before_ = false, odd_among_ = false, odd_behind_ = false;

  bool one_line() const { return form_.printed == Printed::one_line; }

  void include(Span s) {
    out_.table.folded = any_ ? cover(out_.table.folded, s) : s;
    any_ = true;
  }

  Span place_of(uint32_t first, uint32_t last) const {
    return folded_.to_source(cover(atoms_[first].folded, atoms_[last].folded));
  }

  // The index of a row among those placed; the number of them if it was not found.
  size_t placed(uint16_t row) const {
    const auto found = std::find_if(placed_.begin(), placed_.end(),
                                    [&](const PlacedRow& p) { return p.row == (one_line() ? 0 : row); });
    return size_t(found - placed_.begin());
  }

  void add_row(uint16_t r, uint32_t offset) {
    const Row& row = form_.rows[r];
    const size_t p = placed(r);
    const bool found = p < placed_.size();
    const Taken taken = found ? assigned_.rows[p] : Taken{};
    const bool complete =
        found && is_whole(p) && !(doubtful_ && beside_blanks(taken)) && !is_odd(taken);
    const std::span<const uint8_t> columns =
        found && !orders_[p].empty() ? std::span<const uint8_t>(orders_[p]) : row.columns;
    out_.table.reordered = out_.table.reordered || (complete && found && !orders_[p].empty());
    for (const uint8_t column : row.columns) {
      const auto c = uint32_t(std::find(columns.begin(), columns.end(), column) - columns.begin());
      if (complete && c < columns.size()) {
        const Atom& a = atoms_[assigned_.values[taken.first + offset + c]];
        out_.table.cells.push_back(cell_of(a, r, column, folded_));
        // 2041.55万 in a column of 万元 is what it says; 3万 of anything else is no count.
        const bool money = form_.fractions.find(row.id) != std::string_view::npos ||
                           form_.fractions.find(form_.columns[column].id) != std::string_view::npos;
        if (Cell& cell = out_.table.cells.back(); !money && slice(folded_.text(), a.unit) == "万") {
          cell.state = Cell::unclear;
          cell.value = std::nullopt;
          cell.place = cover(cell.place, cell.unit);
          cell.unit = {};
        }
        include(a.folded);
      } else {
        out_.table.cells.push_back({r, column});
      }
    }
    score_row(row, complete, found);
    if ((!complete || columns.size() < row.columns.size()) && !(one_line() && r > 0)) add_trouble(r, p, taken);
  }

  // Tabs and bars on the line of a place.
  size_t separators_around(uint32_t at) const {
    const std::string_view text = folded_.text();
    const size_t before = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
    const size_t begin = before == std::string_view::npos ? 0 : before + 1;
    const std::string_view line = text.substr(begin, text.find('\n', at) - begin);
    return size_t(std::count_if(line.begin(), line.end(), [](char c) { return c == '\t' || c == '|'; }));
  }

  // How many of them most rows have on their lines, where nearly all have as many; else 0.
  size_t common_separators() const {
    std::vector<size_t> rows;
    size_t here = 0;
    std::optional<uint32_t> line;
    for (size_t p = 0; p < placed_.size(); ++p) {
      if (assigned_.rows[p].count == 0) continue;
      const Atom& first = atoms_[assigned_.values[assigned_.rows[p].first]];
      if (line != first.line) here = separators_around(first.folded.begin);
      line = first.line;
      rows.push_back(here);
    }
    const auto [separators, count] = most_common(rows);
    return count * 10 >= rows.size() * 8 ? separators : 0;
  }

  bool is_whole(size_t p) const {
    const Taken& taken = assigned_.rows[p];
    return taken.count == counts_[p] && taken.certain && !lost_fields(taken) &&
           !is_parted(form_.rows[placed_[p].row], taken);
  }

  bool mostly_doubtful() const {
    size_t doubtful = 0, rows = 0;
    for (size_t p = 0; p < placed_.size(); ++p) {
      if (counts_[p] == 0) continue;
      ++rows;
      doubtful += !is_whole(p);
    }
    return rows > 1 && doubtful * 2 >= rows;
  }

  bool takes_blank(const Taken& taken) const {
    for (uint32_t k = 0; k < taken.count; ++k)
      if (atoms_[assigned_.values[taken.first + k]].kind == Atom::blank) return true;
    return false;
  }

  // How many blank fields stand on atom a's line right before it, or right behind it.
  uint32_t blanks_beside(uint32_t a, int step) const {
    uint32_t blanks = 0;
    for (uint32_t b = a + uint32_t(step); b < atoms_.size() && atoms_[b].line == atoms_[a].line; b += uint32_t(step))
      if (atoms_[b].kind == Atom::blank)
        ++blanks;
      else
        break;
    return blanks;
  }

  // Whether the figures around atom a, with the blank fields among them, take more fields than a row has cells.
  bool is_stretched(uint32_t a, uint32_t cells) const {
    uint32_t begin = a, end = a + 1;
    const auto joins = [&](uint32_t b) { return atoms_[b].value() && atoms_[b].line == atoms_[a].line; };
    while (begin > 0 && joins(begin - 1)) --begin;
    while (end < atoms_.size() && joins(end)) ++end;
    while (begin < end && atoms_[begin].kind == Atom::blank) ++begin;
    while (begin < end && atoms_[end - 1].kind == Atom::blank) --end;
    const auto figures = uint32_t(std::count_if(atoms_.begin() + begin, atoms_.begin() + end,
                                                [](const Atom& b) { return b.kind != Atom::blank; }));
    return end - begin > cells && figures <= cells && !any_merged(begin, end - 1);
  }

  void find_odd_blanks() {
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
      const uint32_t first = assigned_.values[taken.first], last = assigned_.values[taken.first + taken.count - 1];
      if (atoms_[first].fields == 0 || atoms_[last].line != atoms_[first].line) continue;
      odd_among_ = odd_among_ || is_stretched(first, counts_[p]);
      if (taken.count != counts_[p] || takes_blank(taken)) continue;
      const uint32_t cells = taken.count, fields = atoms_[first].fields;
      if (moves(before, {cells, fields, atoms_[first].column, blanks_beside(first, -1)})) odd_before_ = true;
      if (moves(behind, {cells, fields, atoms_[last].column, blanks_beside(last, 1)})) odd_behind_ = true;
    }
    odd_among_ = odd_among_ || (odd_before_ && odd_behind_);
  }

  bool is_odd(const Taken& taken) const {
    if (taken.count == 0) return false;
    const auto blank = [&](uint32_t k) { return atoms_[assigned_.values[taken.first + k]].kind == Atom::blank; };
    return (odd_among_ && takes_blank(taken)) || (odd_before_ && blank(0)) || (odd_behind_ && blank(taken.count - 1));
  }

  bool any_merged(uint32_t first, uint32_t last) const {
    return std::any_of(atoms_.begin() + first, atoms_.begin() + last + 1,
                       [&](const Atom& a) { return grid_.is_merged(a); });
  }

  // Whether a row has blank cells among its values or beside them.
  bool beside_blanks(const Taken& taken) const {
    if (taken.count == 0) return false;
    const uint32_t first = assigned_.values[taken.first], last = assigned_.values[taken.first + taken.count - 1];
    for (uint32_t a = first > 0 ? first - 1 : 0; a <= last + 1 && a < atoms_.size(); ++a)
      if (atoms_[a].kind == Atom::blank && atoms_[a].line == atoms_[first].line) return true;
    return false;
  }

  // Whether a row that takes blank cells has fewer fields than the others of a sheet: an editor cut those at its end,
  // or two were joined, and nobody knows which of its figures stand where.
  bool lost_fields(const Taken& taken) const {
    if (taken.count == 0) return false;
    const auto blank = [&](uint32_t k) { return atoms_[assigned_.values[taken.first + k]].kind == Atom::blank; };
    const uint32_t first = assigned_.values[taken.first];
    // Between two figures none was lost.
    if ((blank(0) || blank(taken.count - 1)) && grid_.lost_fields(atoms_[first])) return true;
    bool any = false;
    for (uint32_t k = 0; k < taken.count; ++k) any = any || blank(k);
    return any && separators_around(atoms_[first].folded.begin) < separators_;
  }

  // 2 948 in one field and a blank one in the row: perhaps two cells' figures, perhaps one with a space for thousands.
  // Only the row's own equations tell.
  bool is_parted(const Row& row, const Taken& taken) const {
    if (taken.count == 0) return false;
    const uint32_t first = assigned_.values[taken.first], last = assigned_.values[taken.first + taken.count - 1];
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

  // By the figures read: a form that finds its labels in another's header reads few. A label that another edition lacks
  // speaks for this one, even where its row could not be read.
  void score_row(const Row& row, bool complete, bool found) {
    if (!complete) {
      out_.score += found && form_.of == nullptr ? 0.5 : found ? 0 : -1;
      return;
    }
    for (size_t c = out_.table.cells.size() - row.columns.size(); c < out_.table.cells.size(); ++c)
      out_.score += out_.table.cells[c].state == Cell::blank ? 0 : 1;
  }

  void add_trouble(uint16_t r, size_t p, Taken taken) {
    Trouble trouble{Trouble::no_label, r, uint16_t(taken.count), {}};
    if (p < placed_.size()) {
      const bool wrong = taken.count != counts_[p] || (!one_line() && taken.count != form_.rows[r].columns.size());
      trouble.kind = taken.count == 0 ? Trouble::no_values : wrong ? Trouble::wrong_count : Trouble::ambiguous;
      trouble.place = taken.count == 0
                          ? place_of(placed_[p].first, placed_[p].last)
                          : place_of(assigned_.values[taken.first], assigned_.values[taken.first + taken.count - 1]);
    }
    if (trouble.kind == Trouble::wrong_count &&
        (orders_[p].empty() || orders_[p].size() == form_.rows[r].columns.size())) {
      for (uint32_t i = 0; i < taken.count; ++i) {
        const Atom& a = atoms_[assigned_.values[taken.first + i]];
        trouble.values.push_back(a.folded);
        trouble.note = trouble.note || (i == 0 && a.glued);
      }
    }
    out_.table.troubles.push_back(std::move(trouble));
  }

  // Strays in a run are one trouble, or a row that the form does not have; outside the table, only a row that is
  // missing in it.
  void add_strays(const std::vector<uint32_t>& strays, bool inside) {
    for (size_t i = 0, end = 0; i < strays.size(); i = end) {
      end = i + 1;
      while (end < strays.size() && only_blanks(strays[end - 1] + 1, strays[end])) ++end;
      if (is_share(strays[i])) continue;
      if (are_dashes_of_heading(strays, i, end)) continue;
      uint16_t by = 0;
      uint32_t behind = 0;  // the label or value before the strays ends before this atom
      for (const PlacedRow& p : placed_) {
        if (p.first > strays[i]) continue;
        if (!form_.rows[p.row].heading()) by = p.row;
        behind = p.last + 1;
      }
      for (uint32_t a = behind; a < strays[i]; ++a)
        if ((atoms_[a].value() && atoms_[a].kind != Atom::blank) ||
            (!inside && atoms_[a].line != atoms_[strays[i]].line))
          behind = a + 1;
      if (end == i + 1 && (is_enumerator(strays[i], behind) || atoms_[strays[i]].glued)) continue;
      const auto [first, last] = with_blanks(behind, strays[i], strays[end - 1], form_.rows[by].columns.size());
      if (auto extra = extra_row(form_.rows[by], by, behind, first, last - first + 1, atoms_, folded_)) {
        const size_t extras = out_.table.extras.size();
        out_.table.extras.push_back(std::move(*extra));
        if (!inside) move_rows();
        if (!inside && out_.table.extras.size() > extras) {
          out_.table.extras.pop_back();
        } else {
          include(cover(atoms_[behind].folded, atoms_[last].folded));
        }
        continue;
      }
      if (inside && give_to_row(by, strays, i, end)) continue;
      const bool wrapped = one_line() && end > i + 1 && atoms_[strays[i]].line == atoms_[strays[end - 1]].line;
      if (inside) doubt_above(by, strays[i]);
      if (!inside && !wrapped) continue;
      out_.table.troubles.push_back({Trouble::stray, by, uint16_t(end - i), place_of(first, last)});
      out_.score -= 1;
    }
  }

  // Figures alone on their lines, directly below words that are no label of the form, in a part of it whose rows have
  // one figure: those of a row that it does not have, for a page's number stands apart, or below the report's title.
  std::vector<uint32_t> named_alone() const {
    std::vector<uint32_t> out;
    for (const uint32_t a : assigned_.alone) {
      if (a == 0 || atoms_[a].page || !is_bare(a)) continue;
      if (atoms_[a - 1].kind != Atom::han || atoms_[a - 1].line + 1 != atoms_[a].line) continue;
      const auto above = [&](const PlacedRow& p) { return p.last < a; };
      const auto row = std::find_if(placed_.rbegin(), placed_.rend(), above);
      if (row == placed_.rend() || row->last + 2 > a - 1) continue;
      if (form_.rows[row->row].columns.size() == 1) out.push_back(a);
    }
    return out;
  }

  bool only_blanks(uint32_t from, uint32_t to) const {
    for (uint32_t a = from; a < to; ++a)
      if (atoms_[a].kind != Atom::blank || atoms_[a].line != atoms_[to].line) return false;
    return true;
  }

  // Strays from `first` to `last` with the blank cells before and behind them on their line, from atom `from` on: all of
  // them, where that gives as many as are wanted; else those behind, no more than that.
  std::pair<uint32_t, uint32_t> with_blanks(uint32_t from, uint32_t first, uint32_t last, size_t wanted) const {
    const auto blank = [&](uint32_t a, uint32_t beside) {
      return atoms_[a].kind == Atom::blank && atoms_[a].line == atoms_[beside].line && !grid_.is_merged(atoms_[a]);
    };
    uint32_t begin = first, end = last;
    while (begin > from && blank(begin - 1, first)) --begin;
    while (end + 1 < atoms_.size() && blank(end + 1, last)) ++end;
    if (end - begin + 1 <= wanted) return {begin, end};
    return {first, std::max(last, std::min(end, uint32_t(first + wanted - 1)))};
  }

  // Figures that stand behind the label of a row without any are its own, in whatever number: 规章 000.
  bool give_to_row(uint16_t row, const std::vector<uint32_t>& strays, size_t from, size_t to) {
    const size_t p = placed(row);
    if (one_line() || p == placed_.size() || atoms_[placed_[p].last].line != atoms_[strays[from]].line) return false;
    const auto trouble = std::find_if(out_.table.troubles.begin(), out_.table.troubles.end(),
                                      [&](const Trouble& t) { return t.row == row && t.kind == Trouble::no_values; });
    if (trouble == out_.table.troubles.end()) return false;
    trouble->kind = Trouble::wrong_count;
    trouble->found = uint16_t(to - from);
    trouble->place = place_of(strays[from], strays[to - 1]);
    for (size_t i = from; i < to; ++i) trouble->values.push_back(atoms_[strays[i]].folded);
    return true;
  }

  // 16 14 5 2 0 0 18 above a line with 5 6: digits that narrow cells broke off; so may be what stands before them.
  void doubt_above(uint16_t row, uint32_t stray) {
    const size_t p = placed(row);
    if (one_line() || p == placed_.size() || assigned_.rows[p].count == 0) return;
    const Taken& taken = assigned_.rows[p];
    const uint32_t last = atoms_[assigned_.values[taken.first + taken.count - 1]].line;
    const bool ahead = stray > placed_[p].first && stray < assigned_.values[taken.first];
    if (ahead || atoms_[stray].line == last + 1) out_.table.broken.push_back({row, false, {}});
  }

  // 行政许可 127 above a line with 33 alone that numbers no page: perhaps 12733. The same of one figure among those of
  // a line that holds all, and of a line of several figures below it.
  void doubt_broken() {
    std::vector<uint32_t> below = assigned_.alone;  // figures that no row takes, on lines without words
    if (one_line()) below.insert(below.end(), assigned_.outside.begin(), assigned_.outside.end());
    for (size_t p = 0; p < placed_.size(); ++p) {
      const Taken& taken = assigned_.rows[p];
      if (taken.count != counts_[p] || taken.count == 0) continue;
      const uint32_t first = assigned_.values[taken.first], last = assigned_.values[taken.first + taken.count - 1];
      // All but one of them on one line.
      const auto line_of = [&](uint32_t k) { return atoms_[assigned_.values[taken.first + k]].line; };
      const bool pieces = one_line() && atoms_[first].line != atoms_[last].line &&
                          (line_of(0) == line_of(taken.count - 2) || line_of(1) == line_of(taken.count - 1));
      std::vector<uint32_t> pieces_below;
      const bool zero = slice(folded_.text(), atoms_[last].folded) == "0";  // goes on nowhere
      for (const uint32_t a : below)
        if (!(zero && alone_on_line(a)) && atoms_[a].line == atoms_[last].line + 1 &&
            (!alone_on_line(a) || (is_bare(a) && !ends_page(p, a))))
          pieces_below.push_back(a);
      // One figure more in a run of a cell a line: any of them may be the one too many.
      const bool longer = one_line() && atoms_[first].line != atoms_[last].line && runs_on(first, last);
      const bool another_year = one_line() && pieces_below.size() == taken.count;
      if (!pieces && !longer && (pieces_below.empty() || another_year)) continue;
      const bool page = !pieces && !longer && pieces_below.size() == 1 && atoms_[pieces_below[0]].page;
      if (page && one_line()) continue;
      for (uint16_t r = 0; r < form_.rows.size(); ++r)
        if (one_line() || r == placed_[p].row)
          out_.table.broken.push_back({r, pieces_below.size() > 1, page ? atoms_[pieces_below[0]].folded : Span{}});
    }
  }

  // Whether a figure that no row takes stands directly before the atom `first` or behind `last`.
  bool runs_on(uint32_t first, uint32_t last) const {
    const auto next = [&](uint32_t a) { return a + 1 == first || a == last + 1; };
    return std::any_of(assigned_.strays.begin(), assigned_.strays.end(), next) ||
           std::any_of(assigned_.outside.begin(), assigned_.outside.end(), next);
  }

  // Whether an empty line follows, though the table goes on.
  bool ends_page(size_t p, uint32_t a) const {
    if (p + 1 == placed_.size()) return false;
    const std::string_view text = folded_.text();
    const size_t line = text.find_first_not_of(" \t", atoms_[a].folded.end);
    const size_t next = line == std::string_view::npos ? line : text.find_first_not_of(" \t", line + 1);
    return next != std::string_view::npos && text[line] == '\n' && text[next] == '\n';
  }

  bool alone_on_line(uint32_t a) const {
    return (a == 0 || atoms_[a - 1].line != atoms_[a].line) &&
           (a + 1 == atoms_.size() || atoms_[a + 1].line != atoms_[a].line);
  }

  // Whether nothing but the figure stands on its line: Page 5, · 5 · and | 5 number pages for certain.
  bool is_bare(uint32_t a) const {
    const std::string_view text = folded_.text();
    const Span s = atoms_[a].folded;
    const size_t before = s.begin == 0 ? std::string_view::npos : text.find_last_not_of(" \t>", s.begin - 1);
    const size_t behind = text.find_first_not_of(" \t", s.end);
    return (before == std::string_view::npos || text[before] == '\n') &&
           (behind == std::string_view::npos || text[behind] == '\n');
  }

  // 1 属于国家秘密, 3.1 …, 12 一、本年新收…: a small number directly before a word is its label's, or counts the rows;
  // unless it stands behind a label that no row of the form has, from atom `label` on.
  bool is_enumerator(uint32_t a, uint32_t label) const {
    constexpr uint32_t kLongest = 3;  // bytes
    if (atoms_[a].kind != Atom::number || atoms_[a].folded.size() > kLongest) return false;
    if (a >= label + 2 && atoms_[a - 1].kind == Atom::han && atoms_[a - 1].line == atoms_[a].line) return false;
    size_t next = a + 1;
    while (next < atoms_.size() && atoms_[next].kind == Atom::blank) ++next;
    const auto on_line = [&](size_t b) { return b < atoms_.size() && atoms_[b].line == atoms_[a].line; };
    if (!on_line(next) || atoms_[next].kind != Atom::han) return false;
    const auto has = [&](const PlacedRow& p) { return p.first <= next && next <= p.last; };
    if (std::any_of(placed_.begin(), placed_.end(), has)) return true;
    // Of a row that the form does not have, it is the figure where no other stands on the line: 41 本地统计事项.
    while (on_line(next) && !(atoms_[next].value() && atoms_[next].kind != Atom::blank)) ++next;
    return on_line(next);
  }

  // A column of percentages.
  bool is_share(uint32_t a) const {
    return slice(folded_.text(), atoms_[a].folded).find('%') != std::string_view::npos;
  }

  // 一、主动公开情况 — —: a heading has no figures, and its line says so.
  bool are_dashes_of_heading(const std::vector<uint32_t>& strays, size_t from, size_t to) const {
    for (size_t i = from; i < to; ++i)
      if (atoms_[strays[i]].kind != Atom::nothing) return false;
    return std::any_of(placed_.begin(), placed_.end(), [&](const PlacedRow& p) {
      return form_.rows[p.row].heading() && p.last < strays[from] && atoms_[p.last].line == atoms_[strays[from]].line;
    });
  }

  // Rows of a group's label: those that hold only dashes say that a group has no figures of its own, others are
  // subtotals.
  void judge_groups() {
    std::vector<ExtraRow>& extras = out_.table.extras;
    const auto is_group = [&](const ExtraRow& x) {
      const std::u32string key = label_key(x.plain);
      return std::any_of(form_.groups.begin(), form_.groups.end(), [&](std::string_view group) {
        const std::u32string label = label_key(group);
        return key.find(label) != std::u32string::npos && key.size() <= 2 * label.size() + 2;
      });
    };
    for (ExtraRow& x : extras) x.subtotal = is_group(x);
    const auto empty = [](const ExtraRow& x) {
      return x.subtotal &&
             std::all_of(x.cells.begin(), x.cells.end(), [](const Cell& c) { return c.state == Cell::nothing; });
    };
    extras.erase(std::remove_if(extras.begin(), extras.end(), empty), extras.end());
  }

  // A row that seems to be missing and one that the form does not have there, but with its label: it stands elsewhere;
  // or with the beginning of its label, and nothing else stands in its place: its label runs on beside its group's.
  void move_rows() {
    Table& t = out_.table;
    for (size_t i = 0; i < t.extras.size();) {
      const uint16_t named = row_named(t.extras[i].plain);
      // 其他情形 stands in the form twice.
      const auto is_named = [&](uint16_t row) {
        return row == named || (named < form_.rows.size() && near(row, t.extras[i].after) &&
                                label_key(form_.rows[row].label) == label_key(form_.rows[named].label));
      };
      const auto missing = std::find_if(t.troubles.begin(), t.troubles.end(), [&](const Trouble& trouble) {
        return trouble.kind == Trouble::no_label &&
               form_.rows[trouble.row].columns.size() == t.extras[i].cells.size() &&
               (is_named(trouble.row) || begins_in_place(t.extras[i], trouble.row));
      });
      if (missing == t.troubles.end()) {
        ++i;
        continue;
      }
      for (size_t c = 0; c < t.extras[i].cells.size(); ++c) {
        Cell cell = t.extras[i].cells[c];
        cell.row = missing->row;
        cell.column = form_.rows[missing->row].columns[c];
        *std::find_if(t.cells.begin(), t.cells.end(),
                      [&](const Cell& old) { return old.row == cell.row && old.column == cell.column; }) = cell;
      }
      if (is_named(missing->row)) t.moved.push_back(t.extras[i].label);
      out_.score += double(form_.rows[missing->row].columns.size());
      t.troubles.erase(missing);
      t.extras.erase(t.extras.begin() + std::ptrdiff_t(i));
    }
    put_in_order(t.moved.begin(), t.moved.end(), [](Span a, Span b) { return a.begin < b.begin; });
  }

  static bool near(uint16_t a, uint16_t b) {
    constexpr int kNear = 2;  // rows
    return std::abs(int(a) - int(b)) <= kNear;
  }

  // Whether a row that the form does not have follows the one before `row`, and is named by the first 汉字 of its
  // label, those of a group left out: (五)不1.信访举.
  bool begins_in_place(const ExtraRow& extra, uint16_t row) const {
    constexpr size_t kTelling = 3;
    uint16_t before = row;
    while (before > 0 && (before == row || form_.rows[before].heading())) --before;
    const auto same_place = [&](const ExtraRow& x) { return x.after == extra.after; };
    if (extra.after != before || std::count_if(out_.table.extras.begin(), out_.table.extras.end(), same_place) != 1)
      return false;
    return std::any_of(form_.groups.begin(), form_.groups.end(), [&](std::string_view group) {
      const std::u32string of_group = U"一二三四五六" + han_of(group);
      std::u32string name;
      for (const char32_t c : han_of(extra.plain))
        if (of_group.find(c) == std::u32string::npos) name += c;
      const std::span<const std::u32string> all = wordings(form_, row);
      return name.size() >= kTelling && std::any_of(all.begin(), all.end(), [&](const std::u32string& w) {
               return w.compare(0, name.size(), name) == 0;
             });
    });
  }

  // The row of which a name ends with the longest wording; behind the labels of its groups, and before a unit:
  // (四)无法提供2.没有现成信息需要另行制作, 收到申请数 件. The number of rows where there is none.
  uint16_t row_named(std::string_view name) const {
    const auto none = uint16_t(form_.rows.size());
    const uint16_t row = row_ending(label_key(name));
    if (row != none) return row;
    for (const std::string_view unit : units())
      if (ends_with(name, unit)) return row_ending(label_key(name.substr(0, name.size() - unit.size())));
    return none;
  }

  uint16_t row_ending(const std::u32string& key) const {
    constexpr size_t kTelling = 4;  // 汉字 that say something by themselves
    auto row = uint16_t(form_.rows.size());
    size_t longest = 0;
    for (uint16_t r = 0; r < form_.rows.size(); ++r)
      for (const std::u32string& k : wordings(form_, r)) {
        const bool ends = key == k || (k.size() >= kTelling && key.size() > k.size() &&
                                       key.compare(key.size() - k.size(), k.size(), k) == 0);
        if (ends && k.size() > longest) longest = k.size(), row = r;
      }
    return row;
  }
};

}  // namespace

Attempt build(const TableForm& form, const std::vector<PlacedRow>& placed, const std::vector<uint32_t>& counts,
              const std::vector<ColumnOrder>& orders, const std::vector<Atom>& atoms, const MappedText& folded) {
  return Builder(form, placed, counts, orders, atoms, folded).build();
}

}  // namespace gouji
