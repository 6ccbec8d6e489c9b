#include "check/choose.h"

#include <algorithm>

#include "check/identities.h"
#include "order.h"
#include "read/sums.h"

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

// The ways to read a row: neighbours among `values` that only spaces part are joined until there are as many as the row
// has cells, and the row adds up by itself.
class Cuts {
 public:
  Cuts(const TableForm& form, const Row& row, std::string_view text) : form_(form), row_(row), text_(text) {}

  void add(const Cut& values) { join(values, 0, {}, {}); }

  // Values that lost the spaces between them: each is cut between its digits until there are as many as the row has
  // cells.
  void part(const Cut& values) {
    constexpr uint32_t kMostDigits = 24;
    uint32_t digits = 0;
    for (const Span& v : values) digits += v.size();
    if (digits <= kMostDigits) part(values, 0, 0, {}, {});
  }

  // Empty where there were too many to be worth asking the other rows.
  std::vector<Cut> take() { return found_.size() > kMost ? std::vector<Cut>() : std::move(found_); }

 private:
  static constexpr size_t kMost = 64;
  const TableForm& form_;
  const Row& row_;
  std::string_view text_;
  std::vector<Cut> found_;

  void part(const Cut& values, size_t from, uint32_t offset, Cut cut, std::vector<Decimal> figures) {
    const size_t wanted = row_.columns.size();
    if (found_.size() > kMost || cut.size() + (values.size() - from) > wanted) return;
    if (from == values.size()) {
      if (cut.size() == wanted && adds_up(form_, row_, figures)) found_.push_back(cut);
      return;
    }
    const Span whole = values[from];
    const bool digits = slice(text_, whole).find_first_not_of("0123456789") == std::string_view::npos;
    const uint32_t begin = whole.begin + offset;
    for (uint32_t end = digits ? begin + 1 : whole.end; end <= whole.end; ++end) {
      const std::optional<Decimal> value = figure(text_, {begin, end});
      if (!value || (text_[begin] == '0' && digits && end > begin + 1)) break;
      cut.push_back({begin, end});
      figures.push_back(*value);
      const bool all = end == whole.end;
      part(values, all ? from + 1 : from, all ? 0 : end - whole.begin, cut, figures);
      cut.pop_back();
      figures.pop_back();
    }
  }

  void join(const Cut& values, size_t from, Cut cut, std::vector<Decimal> figures) {
    const size_t wanted = row_.columns.size();
    if (found_.size() > kMost || cut.size() > wanted) return;
    if (from == values.size()) {
      if (cut.size() == wanted && adds_up(form_, row_, figures)) found_.push_back(cut);
      return;
    }
    for (size_t to = from; to < values.size() && values.size() - to - 1 + cut.size() + 1 >= wanted; ++to) {
      if (to > from && !only_spaces(text_, {values[to - 1].end, values[to].begin})) return;
      const Span whole = cover(values[from], values[to]);
      const std::optional<Decimal> value = figure(text_, whole);
      if (!value) continue;
      cut.push_back(whole);
      figures.push_back(*value);
      join(values, to + 1, cut, figures);
      cut.pop_back();
      figures.pop_back();
    }
  }
};

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

// Whether exactly one of the ways to read a row makes every equation hold; the table is read so then.
bool choose_one(Table& table, size_t trouble, const std::vector<Cut>& cuts, const MappedText& folded) {
  const Trouble& row = table.troubles[trouble];
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

// The ways to join the figures of a row that has too many.
std::vector<Cut> joins_of(const Table& table, const Trouble& trouble, std::string_view text) {
  const Row& row = table.form->rows[trouble.row];
  if (trouble.kind != Trouble::wrong_count || trouble.values.size() <= row.columns.size() ||
      table.form->printed == Printed::one_line)
    return {};
  Cuts cuts(*table.form, row, text);
  cuts.add(trouble.values);
  if (trouble.note) cuts.add({trouble.values.begin() + 1, trouble.values.end()});
  return cuts.take();
}

// The ways to cut the figures of a row that has too few, or to leave out the first or last of one too many.
std::vector<Cut> parts_of(const Table& table, const Trouble& trouble, std::string_view text) {
  const Row& row = table.form->rows[trouble.row];
  const Cut& values = trouble.values;
  if (trouble.kind != Trouble::wrong_count || values.empty() || table.form->printed == Printed::one_line) return {};
  Cuts cuts(*table.form, row, text);
  if (values.size() < row.columns.size()) cuts.part(values);
  if (values.size() == row.columns.size() + 1) {
    cuts.add({values.begin() + 1, values.end()});
    cuts.add({values.begin(), values.end() - 1});
  }
  return cuts.take();
}

// Where each row but one at most can be cut in one way only: all of them so, if then every equation of the table holds,
// and no other way makes them hold. Less would prove nothing: a figure may be lost, and another one fit in its place.
void choose_together(Table& table, const MappedText& folded) {
  Table all = table;
  all.troubles.clear();
  const Trouble* open = nullptr;
  std::vector<Cut> ways;
  for (const Trouble& trouble : table.troubles) {
    const std::vector<Cut> cuts = parts_of(table, trouble, folded.text());
    if (trouble.kind == Trouble::stray) {
      all.troubles.push_back(trouble);
    } else if (cuts.size() == 1) {
      all = with(all, trouble, cuts[0], folded);
    } else if (cuts.empty() || open != nullptr) {
      return;
    } else {
      open = &trouble;
      ways = cuts;
    }
  }
  const auto holds = [](const Table& read) {
    const std::vector<Check> checks = evaluate(read, Lang::zh);
    return !checks.empty() &&
           std::all_of(checks.begin(), checks.end(), [](const Check& c) { return c.result == Check::passed; });
  };
  if (open == nullptr) {
    if (all.troubles.size() == table.troubles.size() || !holds(all)) return;
  } else {
    std::optional<Table> only;
    for (const Cut& cut : ways) {
      Table read = with(all, *open, cut, folded);
      if (!holds(read)) continue;
      if (only) return;
      only = std::move(read);
    }
    if (!only) return;
    all = std::move(*only);
  }
  // A page's number at the end of the line is said.
  for (const Trouble& trouble : table.troubles) {
    const auto used = [&](Span value) {
      const Span place = folded.to_source(value);
      return std::any_of(all.cells.begin(), all.cells.end(), [&](const Cell& c) { return c.place.overlaps(place); });
    };
    for (const Span& value : trouble.values)
      if (trouble.kind != Trouble::stray && !used(value))
        all.troubles.push_back({Trouble::stray, trouble.row, 1, folded.to_source(value)});
  }
  table = std::move(all);
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

// Takes the readings of a row away, and says so.
void unread(Table& table, uint16_t row) {
  const auto first = std::find_if(table.cells.begin(), table.cells.end(), [&](const Cell& c) { return c.row == row; });
  if (first == table.cells.end() || first->state == Cell::missing) return;
  Trouble trouble{Trouble::ambiguous, row, 0, first->place};
  for (auto c = first; c != table.cells.end() && c->row == row; ++c) {
    trouble.place = cover(trouble.place, c->place);
    *c = {c->row, c->column};
  }
  table.troubles.push_back(std::move(trouble));
}

// Where labels and figures stand on lines of their own and some were lost, each row's figures may be its neighbour's: a
// row that does not add up is then no reading, and not an error of the report's; nor is one of zeros beside such a row.
void distrust(Table& table) {
  if (!table.loose || table.form->printed == Printed::one_line || table.troubles.empty()) return;
  const size_t rows = table.form->rows.size();
  std::vector<uint8_t> doubtful(rows), zeros(rows);
  for (uint16_t r = 0; r < rows; ++r) {
    zeros[r] = doubtful[r] = true;
    for (const Cell& c : table.cells)
      if (c.row == r) {
        doubtful[r] = c.state == Cell::missing;
        zeros[r] = zeros[r] && c.value && c.value->units == 0;
      }
    doubtful[r] = doubtful[r] || !proved(table, r);
  }
  for (size_t r = 1; r < rows; ++r) doubtful[r] = doubtful[r] || (zeros[r] && doubtful[r - 1]);
  for (size_t r = rows; r-- > 1;) doubtful[r - 1] = doubtful[r - 1] || (zeros[r - 1] && doubtful[r]);
  for (uint16_t r = 0; r < rows; ++r)
    if (doubtful[r]) unread(table, r);
}

// Whether the row adds up with what stands below it at the end of its last figure.
bool completes(const Table& table, const Table::Broken& broken, const MappedText& folded) {
  const Row& row = table.form->rows[broken.row];
  std::vector<Decimal> figures;
  const Cell* last = nullptr;
  for (const uint8_t column : row.columns) {
    const Cell* const c = table.find(broken.row, column);
    if (c == nullptr || !c->value) return false;
    if (last == nullptr || last->place.end < c->place.end) last = c;
  }
  for (const uint8_t column : row.columns) {
    const Cell* const c = table.find(broken.row, column);
    const auto whole = parse_decimal(to_string(*c->value) + std::string(slice(folded.text(), broken.piece)));
    figures.push_back(c == last && whole ? *whole : *c->value);
  }
  return has_row_sums(*table.form) && adds_up(*table.form, row, figures);
}

size_t failing_rows(const Table& table) {
  const std::vector<Check> checks = evaluate(table, Lang::zh);
  return size_t(std::count_if(checks.begin(), checks.end(), [](const Check& c) {
    return c.result == Check::failed && c.identity->along == Along::columns;
  }));
}

// The same figures in the form's order, whatever the header says: row by row as they stand, from left to right.
Table in_form_order(Table table) {
  const auto put = [&](size_t from, size_t to) {
    const auto first = table.cells.begin() + std::ptrdiff_t(from), last = table.cells.begin() + std::ptrdiff_t(to);
    if (std::any_of(first, last, [](const Cell& c) { return c.state == Cell::missing; })) return;
    put_in_order(first, last, [](const Cell& a, const Cell& b) { return a.place.begin < b.place.begin; });
  };
  size_t next = 0;
  if (table.form->printed == Printed::one_line) put(0, table.cells.size());
  for (uint16_t r = 0; r < table.form->rows.size(); ++r) {
    const std::span<const uint8_t> columns = table.form->rows[r].columns;
    if (table.form->printed != Printed::one_line) put(next, next + columns.size());
    for (const uint8_t c : columns) table.cells[next].row = r, table.cells[next++].column = c;
  }
  table.reordered = false;
  return table;
}

}  // namespace

void choose_readings(Table& table, const MappedText& folded) {
  // A header that came out of a PDF's pieces says nothing of its columns: where rows add up without it only, it
  // is not believed.
  if (table.reordered && failing_rows(table) > 0)
    if (Table plain = in_form_order(table); failing_rows(plain) * 2 < failing_rows(table)) table = std::move(plain);
  std::vector<std::vector<Cut>> cuts;  // of each trouble
  for (const Trouble& trouble : table.troubles) cuts.push_back(joins_of(table, trouble, folded.text()));
  // A row that was read may decide another by its columns: once more as long as one was.
  for (bool again = true; again;) {
    again = false;
    for (size_t i = 0; i < cuts.size();) {
      if (!choose_one(table, i, cuts[i], folded)) {
        ++i;
        continue;
      }
      cuts.erase(cuts.begin() + std::ptrdiff_t(i));
      again = true;
    }
  }
  choose_together(table, folded);
  distrust(table);
  const auto is_broken = [&](const Table::Broken& b) {
    return b.several || (!proved(table, b.row) && (b.piece.empty() || completes(table, b, folded)));
  };
  const bool any = std::any_of(table.broken.begin(), table.broken.end(), is_broken);
  for (const Table::Broken& b : table.broken)
    if (table.form->printed == Printed::one_line ? any : is_broken(b)) unread(table, b.row);
}

}  // namespace gouji
