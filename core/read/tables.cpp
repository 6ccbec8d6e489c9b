#include "read/tables.h"

#include <algorithm>
#include <map>

#include "read/build.h"
#include "read/one_line.h"
#include "read/token.h"
#include "text/lines.h"
#include "text/utf8.h"

namespace gouji {
namespace {

// How far before its first label a table is looked at, in bytes of folded text.
constexpr uint32_t kBefore = 2000;
// How far before its first row a table's header is looked for.
constexpr uint32_t kHeader = 1500;
// Before the first label that was found, this many 汉字 may hold earlier rows whose labels were not; and if there are
// none such, its enumerator, before which its values may stand.
constexpr uint32_t kEarlierRows = 60, kEnumerator = 4;

size_t rows_with_cells(const TableForm& form) {
  return size_t(std::count_if(form.rows.begin(), form.rows.end(), [](const Row& r) { return !r.heading(); }));
}

// Where folded place `from` lies, moved back over lines that hold values only and, if rows may be missing, over some
// 汉字.
uint32_t region_start(std::string_view text, uint32_t from, bool rows_missing) {
  const uint32_t lowest = from > kBefore ? from - kBefore : 0;
  uint32_t start = from, han = 0;
  for (uint32_t i = from; i > lowest;) {
    const utf8::CodePoint c = utf8::before(text, i);
    if (utf8::is_han(c.value) && ++han > (rows_missing ? kEarlierRows : kEnumerator)) break;
    i -= c.size;
    if (utf8::is_han(c.value) || c.value == '\n' || i == 0) start = i;
  }
  return start;
}

// Whether so much of the form stands there that it is this table, and not a sentence that uses its words.
bool is_table(const TableForm& form, const std::vector<PlacedRow>& placed, const Attempt& attempt) {
  size_t headings = 0, placed_headings = 0, placed_rows = 0, complete = 0;
  for (const Row& r : form.rows) headings += r.heading();
  for (const PlacedRow& p : placed) ++(form.rows[p.row].heading() ? placed_headings : placed_rows);
  for (const Cell& c : attempt.table.cells) complete += c.state != Cell::missing;
  const size_t rows = rows_with_cells(form), cells = attempt.table.cells.size();
  // The beginning of a long table, cut off: several rows, nearly all of them with their figures.
  constexpr size_t kSeveral = 8;
  if (form.of == nullptr && complete >= kSeveral * form.columns.size() &&
      complete * 10 >= placed_rows * form.columns.size() * 8)
    return true;
  if (form.of == nullptr && complete * 10 >= cells * 9 && attempt.lines >= rows - 1)
    return true;  // rows without a header
  if ((form.of == nullptr && placed_headings * 4 < headings) || placed_rows * 10 < rows * 3) return false;
  if (form.of != nullptr) return complete * 10 >= cells * 6;
  return placed_rows * 10 >= rows * 6 || complete * 10 >= cells * 3;
}

// Where the rows of another table of the same form stand: last year's, or a subordinate body's.
std::optional<Span> second_table(const TableForm& form, const std::vector<Label>& labels, Span read,
                                 const MappedText& folded) {
  std::vector<Label> others;
  for (const Label& l : labels)
    if (!l.folded.overlaps(read)) others.push_back(l);
  const std::vector<Label> chain = best_chain(form, others);
  size_t rows = 0;
  for (const Label& l : chain) rows += !form.rows[l.row].heading();
  // Most of its rows: less may be a table cut in two. On lines of their own: a sentence may name them all.
  size_t lines = 0, headings = 0, named = 0;
  for (const Row& r : form.rows) headings += r.heading();
  for (const Label& l : chain) named += form.rows[l.row].heading();
  if (named * 4 < headings) return std::nullopt;  // a site's list of what it publishes
  for (size_t i = 1; i < chain.size(); ++i)
    lines +=
        slice(folded.text(), {chain[i - 1].folded.end, chain[i].folded.begin}).find('\n') != std::string_view::npos;
  if (rows * 10 < rows_with_cells(form) * 7 || lines * 2 < rows) return std::nullopt;
  return chain.front().folded;
}

// The text, offset by offset, without the units that a column of their own prints before the figures (件   670): a
// label that is wrapped around its line would not be whole with them.
std::string without_unit_column(std::string_view text) {
  const auto space = [](char c) { return c == ' ' || c == '\t' || c == '|'; };
  std::string out(text);
  for (size_t i = text.find_first_of("0123456789"); i != std::string_view::npos;
       i = text.find_first_of("0123456789", text.find_first_not_of("0123456789,.", i))) {
    size_t end = i;
    while (end > 0 && space(text[end - 1])) --end;
    if (end == i) continue;
    for (const std::string_view unit : units()) {
      const size_t begin = end < unit.size() ? 0 : end - unit.size();
      if (text.substr(begin, unit.size()) != unit || (begin > 0 && !space(text[begin - 1]) && text[begin - 1] != '\n'))
        continue;
      size_t before = begin;
      while (before > 0 && space(text[before - 1])) --before;
      if (before == 0 || !utf8::is_digit(static_cast<unsigned char>(text[before - 1])))
        out.replace(begin, unit.size(), unit.size(), ' ');
      break;
    }
  }
  return out;
}

// Whether a label stands in a cell, and is not part of a heading: 四、…行政复议、行政诉讼情况.
bool stands_free(std::string_view text, Span label) {
  const auto joins = [](char32_t c) { return utf8::is_han(c) || c == U'、'; };
  return !(label.begin > 0 && joins(utf8::before(text, label.begin).value)) &&
         !(label.end < text.size() && joins(utf8::decode(text, label.end).value));
}

// How much the header above and within a table speaks for a form: by the columns that it names.
size_t named_columns(const TableForm& form, std::string_view text, Span table) {
  constexpr size_t kTelling = 4;  // 汉字
  const size_t from = utf8::next(text, table.begin > kHeader ? table.begin - kHeader : 0);
  const std::u32string words = han_of(text.substr(from, table.end - from));
  size_t out = 0;
  for (const Column& c : form.columns)
    if (const std::u32string key = label_key(c.zh); key.size() >= kTelling && words.find(key) != std::u32string::npos)
      ++out;
  return out;
}

bool read_rows(const TableForm& form, std::vector<Label> labels, const MappedText& folded, const Around& around,
               Attempt& out) {
  const std::string_view text = folded.text();
  // The words of an arrangement are those of the form's own header and of its section's heading, too.
  if (form.of != nullptr)
    labels.erase(
        std::remove_if(labels.begin(), labels.end(), [&](const Label& l) { return !stands_free(text, l.folded); }),
        labels.end());
  const std::vector<Label> chain = best_chain(form, labels);
  if (chain.size() < (form.of == nullptr ? 3u : 2u)) return false;
  const uint32_t begin = region_start(text, chain.front().folded.begin, chain.front().row > 0);
  const uint32_t last = chain.back().folded.end;
  std::vector<Atom> stream = atoms(text, {begin, std::min(around.until, last + kBehind)}, around);
  cut_behind(stream, last);
  const std::vector<PlacedRow> placed = place_rows(form, chain, stream);
  std::vector<uint32_t> counts;
  std::vector<ColumnOrder> orders;
  auto above =
      uint32_t(utf8::next(text, begin > kHeader ? begin - kHeader : 0));  // where the header of the next row may start
  ColumnOrder order;                                                      // of the row before
  std::span<const uint8_t> columns;                                       // of the row before
  for (const PlacedRow& p : placed) {
    const Row& row = form.rows[p.row];
    counts.push_back(uint32_t(row.columns.size()));
    const bool same =
        !columns.empty() && std::equal(columns.begin(), columns.end(), row.columns.begin(), row.columns.end());
    const std::optional<ColumnOrder> said = column_order(form, row, text, {above, stream[p.first].folded.begin});
    orders.push_back(said ? *said : same ? order : ColumnOrder());
    if (row.heading()) continue;
    columns = row.columns;
    order = orders.back();
    above = stream[p.last].folded.end;
  }
  out = build(form, placed, counts, orders, stream, folded);
  if (!is_table(form, placed, out)) return false;
  out.columns = named_columns(form, text, out.table.folded);
  const std::optional<Span> second = second_table(form, labels, out.table.folded, folded);
  if (!second) return true;
  // Of last year's table and this year's, it is this year's that is read.
  const uint32_t first = chain.front().folded.begin;
  const std::optional<int> year = around.year;
  if (year && second->begin > first && year_above(text, first).value_or(*year) != *year &&
      year_above(text, second->begin) == year) {
    labels.erase(
        std::remove_if(labels.begin(), labels.end(), [&](const Label& l) { return l.folded.begin < second->begin; }),
        labels.end());
    const Span other = out.table.span;
    if (Attempt later; read_rows(form, std::move(labels), folded, {around.until, std::nullopt, around.title}, later)) {
      out = std::move(later);
      out.table.second = Span{other.begin, other.begin};
      return true;
    }
  }
  out.table.second = folded.to_source(*second);
  return true;
}

// A table read with another arrangement of a form, as one of that form.
Table arranged(Table table) {
  const TableForm& of = *table.form->of;
  std::vector<Cell> cells;
  for (uint16_t r = 0; r < of.rows.size(); ++r)
    for (const uint8_t c : of.rows[r].columns)
      for (size_t k = 0; k < table.cells.size(); ++k)
        if (table.form->cells[k].row == r && table.form->cells[k].column == c) {
          cells.push_back(table.cells[k]);
          cells.back().row = r;
          cells.back().column = c;
        }
  for (Trouble& trouble : table.troubles) {
    const auto first =
        std::find_if(table.cells.begin(), table.cells.end(), [&](const Cell& c) { return c.row == trouble.row; });
    trouble.row = first == table.cells.end() ? 0 : table.form->cells[size_t(first - table.cells.begin())].row;
    trouble.values.clear();  // counted for another arrangement
  }
  table.extras.clear();
  table.cells = std::move(cells);
  table.form = &of;
  return table;
}

// Of two tables side by side, what belongs to the one is no stray of the other.
void drop_others(Table& table, const std::vector<Table>& all) {
  const auto taken = [&](Span place) {
    return std::any_of(all.begin(), all.end(), [&](const Table& other) {
      return &other != &table && std::any_of(other.cells.begin(), other.cells.end(), [&](const Cell& c) {
        return c.state != Cell::missing && !c.place.empty() && c.place.overlaps(place);
      });
    });
  };
  const auto stray = [&](const Trouble& t) { return t.kind == Trouble::stray && taken(t.place); };
  table.troubles.erase(std::remove_if(table.troubles.begin(), table.troubles.end(), stray), table.troubles.end());
  const auto extra = [&](const ExtraRow& x) { return taken(x.cells.front().place); };
  table.extras.erase(std::remove_if(table.extras.begin(), table.extras.end(), extra), table.extras.end());
}

// Whether a long label was found that `other` does not have.
bool tells(const Attempt& one, const TableForm& other) {
  return std::any_of(one.rows.begin(), one.rows.end(), [&](uint16_t r) {
    const Row& row = one.table.form->rows[r];
    return !row.heading() && !has_row(other, row.id);
  });
}

// Which of two editions of a table it is: that whose columns are named, for a row of the other may be left over; else
// that of which a telling label was found; else that which reads more.
bool better(const Attempt& one, const Attempt& other) {
  const bool editions = one.table.form->of == nullptr && other.table.form->of == nullptr;
  if (editions && one.columns != other.columns) return one.columns > other.columns;
  const bool ours = editions && tells(one, *other.table.form), theirs = editions && tells(other, *one.table.form);
  return ours != theirs ? ours : one.score > other.score;
}

}  // namespace

ReadTables read_tables(const MappedText& folded, const Around& around) {
  const std::vector<std::vector<Label>> labels =
      find_labels(without_unit_column(folded.text().substr(0, around.until)));
  std::map<std::string_view, Attempt> best;  // by table id: of the editions of a table, the one that reads most
  for (size_t f = 0; f < table_forms().size(); ++f) {
    const TableForm& form = *table_forms()[f];
    Attempt attempt;
    const bool found = form.printed == Printed::one_line ? read_one_line(form, folded, around, attempt)
                                                         : read_rows(form, labels[f], folded, around, attempt);
    if (!found) continue;
    const auto other = best.find(form.id);
    if (other == best.end() || better(attempt, other->second)) best[form.id] = std::move(attempt);
  }
  ReadTables out;
  for (const std::string_view id : {"statistics", "applications", "disclosure"}) {
    const auto t = best.find(id);
    if (t != best.end()) out.edition = t->second.table.form->edition;  // the last named decides
  }
  for (auto& [id, attempt] : best) {
    const bool other = attempt.table.form->of != nullptr;
    out.tables.push_back(other ? arranged(std::move(attempt.table)) : std::move(attempt.table));
  }
  for (Table& t : out.tables) drop_others(t, out.tables);
  std::sort(out.tables.begin(), out.tables.end(),
            [](const Table& a, const Table& b) { return a.span.begin < b.span.begin; });
  return out;
}

}  // namespace gouji
