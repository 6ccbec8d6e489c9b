#include "read/build.h"

#include <algorithm>

#include "read/blanks.h"
#include "read/extra_rows.h"
#include "read/grid.h"
#include "read/token.h"
#include "read/values.h"
#include "text/lines.h"

namespace gouji {
namespace {

// A label of so many 汉字 tells one edition from another; a shorter one may be the other's group: （六）其他处理.
constexpr uint32_t kTellingLabel = 6;

class Builder {
 public:
  Builder(const TableForm& form, const std::vector<PlacedRow>& placed, const std::vector<uint32_t>& counts,
          const std::vector<ColumnOrder>& orders, const std::vector<Atom>& atoms, const MappedText& folded)
      : form_(form), placed_(placed), counts_(counts), orders_(orders), atoms_(atoms), folded_(folded),
        grid_(placed, counts, atoms), assigned_(assign_values(placed, counts, grid_, atoms)),
        blanks_(form, placed, counts, grid_, assigned_, atoms, folded) {
    out_.table.form = &form;
    out_.table.loose = assigned_.loose;
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
    move_rows(out_);
    add_strays(assigned_.outside, false);
    doubt_broken();
    judge_groups(out_.table);
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
  const Blanks blanks_;
  Attempt out_;
  bool any_ = false;  // something is in the table's span

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
    const bool complete = found && blanks_.certain(p);
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
        if (!inside) move_rows(out_);
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
      const bool row = end > i + 1 && is_alone_on_line(first, last);
      out_.table.troubles.push_back(
          {Trouble::stray, by, uint16_t(end - i), row ? line_of(first) : place_of(first, last)});
      out_.score -= 1;
    }
  }

  // Whether values stand on a line without others, and without a label of the form.
  bool is_alone_on_line(uint32_t first, uint32_t last) const {
    const uint32_t line = atoms_[first].line;
    const auto other = [&](uint32_t a) { return atoms_[a].line == line && (a < first || a > last); };
    return atoms_[last].line == line && std::none_of(assigned_.values.begin(), assigned_.values.end(), other) &&
           std::none_of(placed_.begin(), placed_.end(), [&](const PlacedRow& p) { return other(p.first) || other(p.last); });
  }

  // The whole line of an atom: the row that the form does not have, with its label and what else it holds.
  Span line_of(uint32_t atom) const {
    const std::string_view text = folded_.text();
    return folded_.to_source(trimmed(text, line_around(text, atoms_[atom].folded.begin)));
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

  // Strays from `first` to `last` with the blank cells before and behind them on their line, from atom `from` on: all
  // of them, where that gives as many as are wanted; else those behind, no more than that.
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
};

}  // namespace

Attempt build(const TableForm& form, const std::vector<PlacedRow>& placed, const std::vector<uint32_t>& counts,
              const std::vector<ColumnOrder>& orders, const std::vector<Atom>& atoms, const MappedText& folded) {
  return Builder(form, placed, counts, orders, atoms, folded).build();
}

}  // namespace gouji
