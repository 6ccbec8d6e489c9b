#include "check/choose.h"

#include <algorithm>

#include "check/identities.h"

namespace gouji {
namespace {

using Cut = std::vector<Span>;  // of folded text: one for each cell of a row

// The figure that stands at `s`, spaces left out; nullopt where joined pieces make none (1,2 34; 0 5).
std::optional<Decimal> figure(std::string_view text, Span s) {
  std::string digits;
  for (const char c : slice(text, s))
    if (c != ' ') digits += c;
  if (digits.size() != s.size() && (digits[0] == '0' || digits.find_first_not_of("0123456789") != std::string::npos))
    return std::nullopt;
  return parse_decimal(digits);
}

bool only_spaces(std::string_view text, Span s) {
  return slice(text, s).find_first_not_of(' ') == std::string_view::npos;
}

// All ways to join neighbours among `values` until `wanted` are left. At most two joins of nine figures: few.
void joins(std::string_view text, const Cut& values, size_t wanted, size_t from, std::vector<Cut>& out) {
  if (values.size() == wanted) {
    out.push_back(values);
    return;
  }
  for (size_t i = from; i + 1 < values.size(); ++i) {
    if (!only_spaces(text, {values[i].end, values[i + 1].begin})) continue;
    Cut joined = values;
    joined[i].end = values[i + 1].end;
    joined.erase(joined.begin() + std::ptrdiff_t(i) + 1);
    if (figure(text, joined[i])) joins(text, joined, wanted, i, out);
  }
}

// The table with the row cut so.
Table with(const Table& table, const Trouble& row, const Cut& cut, const MappedText& folded) {
  Table out = table;
  size_t next = 0;
  for (Cell& c : out.cells) {
    if (c.row != row.row) continue;
    const Span s = cut[next++];
    c.value = figure(folded.text(), s);
    c.state = c.value ? Cell::number : Cell::unclear;
    c.place = folded.to_source(s);
    c.chosen = true;
  }
  return out;
}

// No equation fails, and one of the row itself holds: else nothing would be proved by none failing.
bool proves(const Table& read, uint16_t row) {
  bool proved = false;
  for (const Check& c : evaluate(read, Lang::zh)) {
    if (c.result == Check::failed) return false;
    proved = proved || (c.result == Check::passed && c.identity->along == Along::columns && c.cells.front().row == row);
  }
  return proved;
}

bool choose_one(Table& table, size_t trouble, const MappedText& folded) {
  const Trouble& row = table.troubles[trouble];
  const size_t wanted = table.form->rows[row.row].columns.size();
  if (row.kind != Trouble::wrong_count || row.values.size() <= wanted || table.form->printed == Printed::one_line)
    return false;
  std::vector<Cut> cuts;
  joins(folded.text(), row.values, wanted, 0, cuts);
  if (row.note) joins(folded.text(), {row.values.begin() + 1, row.values.end()}, wanted, 0, cuts);
  std::optional<Table> only;
  for (const Cut& cut : cuts) {
    Table read = with(table, row, cut, folded);
    if (!proves(read, row.row)) continue;
    if (only) return false;
    only = std::move(read);
  }
  if (!only) return false;
  only->troubles.erase(only->troubles.begin() + std::ptrdiff_t(trouble));
  table = std::move(*only);
  return true;
}

// Whether a row's own equations, and there are some, all hold.
bool proved(const Table& table, uint16_t row) {
  bool any = false;
  for (const Check& c : evaluate(table, Lang::zh)) {
    if (c.identity->along != Along::columns || c.cells.front().row != row) continue;
    if (c.result != Check::passed) return false;
    any = true;
  }
  return any;
}

// Where labels and figures stand on lines of their own and some were lost, each row's figures may be its neighbour's: a
// row that does not add up is then no reading, and not an error of the report's.
void distrust(Table& table) {
  if (!table.loose || table.form->printed == Printed::one_line || table.troubles.empty()) return;
  for (uint16_t r = 0; r < table.form->rows.size(); ++r) {
    const auto of_row = [&](const Cell& c) { return c.row == r; };
    const auto first = std::find_if(table.cells.begin(), table.cells.end(), of_row);
    if (first == table.cells.end() || first->state == Cell::missing || proved(table, r)) continue;
    Trouble trouble{Trouble::ambiguous, r, 0, first->place};
    for (auto c = first; c != table.cells.end() && c->row == r; ++c) {
      trouble.place = cover(trouble.place, c->place);
      *c = {c->row, c->column};
    }
    table.troubles.push_back(std::move(trouble));
  }
}

size_t failing_rows(const Table& table) {
  const std::vector<Check> checks = evaluate(table, Lang::zh);
  return size_t(std::count_if(checks.begin(), checks.end(), [](const Check& c) {
    return c.result == Check::failed && c.identity->along == Along::columns;
  }));
}

// The same figures in the form's order of columns, whatever the header says: from left to right, as they stand.
Table in_form_order(Table table) {
  for (size_t from = 0, to = 0; from < table.cells.size(); from = to) {
    const uint16_t row = table.cells[from].row;
    while (to < table.cells.size() && table.cells[to].row == row) ++to;
    const auto first = table.cells.begin() + std::ptrdiff_t(from), last = table.cells.begin() + std::ptrdiff_t(to);
    if (std::any_of(first, last, [](const Cell& c) { return c.state == Cell::missing; })) continue;
    std::sort(first, last, [](const Cell& a, const Cell& b) { return a.place.begin < b.place.begin; });
    for (size_t c = 0; from + c < to; ++c) table.cells[from + c].column = table.form->rows[row].columns[c];
  }
  table.reordered = false;
  return table;
}

}  // namespace

void choose_readings(Table& table, const MappedText& folded) {
  // A header that came out of a PDF's pieces says nothing of its columns: where every row adds up without it only, it
  // is not believed.
  if (table.reordered && failing_rows(table) > 0)
    if (Table plain = in_form_order(table); failing_rows(plain) == 0) table = std::move(plain);
  // A row that was read may decide another by its columns: once more as long as one was.
  for (bool again = true; again;) {
    again = false;
    for (size_t i = 0; i < table.troubles.size() && !again; ++i) again = choose_one(table, i, folded);
  }
  distrust(table);
}

}  // namespace gouji
