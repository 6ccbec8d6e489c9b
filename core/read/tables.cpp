#include "read/tables.h"

#include <algorithm>

#include "order.h"
#include "read/build.h"
#include "read/one_line.h"
#include "read/rearrange.h"
#include "read/sums.h"
#include "read/token.h"
#include "text/lines.h"
#include "text/numeral.h"
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
  size_t reached = 0;  // headings above the last row
  for (const Row& r : form.rows) headings += r.heading();
  for (uint16_t r = 0; r < placed.back().row; ++r) reached += form.rows[r].heading();
  for (const PlacedRow& p : placed) ++(form.rows[p.row].heading() ? placed_headings : placed_rows);
  for (const Cell& c : attempt.table.cells) complete += c.state != Cell::missing;
  const size_t rows = rows_with_cells(form), cells = attempt.table.cells.size();
  // The beginning of a long table, cut off: several rows, nearly all of them with their figures.
  constexpr size_t kSeveral = 8;
  size_t figures = complete;  // 1 186 in a row's one cell is its figures, too, whatever they are
  for (const Trouble& t : attempt.table.troubles)
    if (t.kind == Trouble::wrong_count) figures += form.rows[t.row].columns.size();
  if (form.of == nullptr && figures >= kSeveral * form.columns.size() &&
      figures * 10 >= placed_rows * form.columns.size() * 8)
    return true;
  // The same where nobody knows whose figures they are.
  const auto doubtful = size_t(std::count_if(attempt.table.troubles.begin(), attempt.table.troubles.end(),
                                             [](const Trouble& t) { return t.kind == Trouble::ambiguous; }));
  if (form.of == nullptr && placed_rows >= kSeveral && doubtful * 10 >= placed_rows * 6 &&
      attempt.lines >= placed_rows && placed_headings * 2 >= reached)
    return true;
  if (form.of == nullptr && complete * 10 >= cells * 9 && attempt.lines >= rows - 1)
    return true;  // rows without a header
  if ((form.of == nullptr && placed_headings * 4 < headings) || placed_rows * 10 < rows * 3) return false;
  if (form.of != nullptr) return complete * 10 >= cells * 6;
  return placed_rows * 10 >= rows * 6 || complete * 10 >= cells * 3;
}

// How many runs of digits a text has.
size_t figures_in(std::string_view text) {
  size_t figures = 0;
  bool digit = false;
  for (const char c : text) {
    const bool before = digit;
    digit = utf8::is_digit(static_cast<unsigned char>(c));
    figures += digit && !before;
  }
  return figures;
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
  // Most of its rows, for less may be a table cut in two, on lines of their own or with their figures, for a sentence may
  // name them all; or several rows with all their figures: the labels of the others may be wrapped around theirs.
  constexpr size_t kSeveral = 8;
  size_t lines = 0, filled = 0, headings = 0, named = 0;
  for (const Row& r : form.rows) headings += r.heading();
  for (const Label& l : chain) named += form.rows[l.row].heading();
  if (named * 4 < headings) return std::nullopt;  // a site's list of what it publishes
  for (size_t i = 1; i < chain.size(); ++i) {
    const std::string_view gap = slice(folded.text(), {chain[i - 1].folded.end, chain[i].folded.begin});
    lines += gap.find('\n') != std::string_view::npos;
    filled += !form.rows[chain[i].row].heading() && figures_in(gap) >= form.rows[chain[i].row].columns.size();
  }
  const bool most = rows * 10 >= rows_with_cells(form) * 7 && std::max(lines, filled) * 2 >= rows;
  const bool several = form.columns.size() > 1 && filled >= kSeveral;
  // Of a form whose rows have short labels, its headings, and between them figures for most cells.
  const bool headed = headings > 1 && named * 2 >= headings && !chain.empty() &&
                      figures_in(slice(folded.text(), {chain.front().folded.begin, chain.back().folded.end})) * 10 >=
                          form.cells.size() * 6;
  if (!most && !several && !headed) return std::nullopt;
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

// The same without the figures in 汉字 of lines that hold nothing but figures (零   三   0), for the same reason.
void blank_numerals(std::string& text) {
  constexpr size_t kSeveral = 3;
  for (size_t begin = 0; begin < text.size();) {
    const size_t end = std::min(text.find('\n', begin), text.size());
    size_t words = 0;
    bool in_word = false, numerals = false, others = false;
    for (size_t i = begin; i < end && !others;) {
      const utf8::CodePoint c = utf8::decode(text, i);
      i += c.size;
      const bool space = c.value == ' ' || c.value == '\t' || c.value == '|';
      words += !space && !in_word;
      in_word = !space;
      numerals = numerals || is_numeral(c.value);
      others = utf8::is_latin(c.value) || (utf8::is_han(c.value) && !is_numeral(c.value) && c.value != U'无');
    }
    for (size_t i = begin; !others && numerals && words >= kSeveral && i < end;) {
      const utf8::CodePoint c = utf8::decode(text, i);
      if (utf8::is_han(c.value)) text.replace(i, c.size, c.size, ' ');
      i += c.size;
    }
    begin = end + 1;
  }
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

// A row that a page's end repeats, word for word and figure for figure, is read once, where it stands first: so does
// the chain then. Two rows of one label, 被依法纠错数, have others between them.
void drop_repeated_rows(const TableForm& form, std::vector<Label>& chain, std::string_view text,
                        std::vector<Atom>& stream) {
  constexpr size_t kLinesApart = 8, kShortest = 4;  // 汉字
  struct Line {
    Span text;
    size_t first, end;  // of its atoms
    bool drop;
  };
  const auto rows_named = [&](const std::u32string& han) {
    size_t rows = 0;
    for (uint16_t r = 0; r < form.rows.size(); ++r) {
      const std::span<const std::u32string> all = wordings(form, r);
      rows += std::any_of(all.begin(), all.end(), [&](const std::u32string& w) {
        const size_t at = han.rfind(w);  // with a unit behind it at most
        return han == w || (w.size() >= kShortest && at != std::u32string::npos && at + w.size() + 2 >= han.size());
      });
    }
    return rows;
  };
  std::vector<Line> lines;
  bool any = false;
  for (size_t first = 0, end = 0; first < stream.size(); first = end) {
    bool han = false, figure = false;
    for (end = first; end < stream.size() && stream[end].line == stream[first].line; ++end) {
      han = han || stream[end].kind == Atom::han;
      figure = figure || stream[end].kind == Atom::number;
    }
    if (!han || !figure) continue;
    const Span place{stream[first].folded.begin, stream[end - 1].folded.end};
    lines.push_back({place, first, end, false});
    for (size_t l = lines.size() - 1; l-- > 0 && lines.size() - 1 - l <= kLinesApart;) {
      if (slice(text, lines[l].text) != slice(text, place)) continue;
      const size_t named = rows_named(han_of(slice(text, place)));
      if (named == 0 || (named > 1 && l + 2 < lines.size())) continue;
      lines.back().drop = true;
      for (Label& c : chain) {
        if (!place.contains(c.folded)) continue;
        const uint32_t back = place.begin - lines[l].text.begin;
        c.folded = {c.folded.begin - back, c.folded.end - back};
      }
      any = true;
      break;
    }
  }
  if (!any) return;
  std::vector<Atom> kept;
  size_t at = 0;
  for (const Line& l : lines) {
    if (!l.drop) continue;
    kept.insert(kept.end(), stream.begin() + std::ptrdiff_t(at), stream.begin() + std::ptrdiff_t(l.first));
    at = l.end;
  }
  kept.insert(kept.end(), stream.begin() + std::ptrdiff_t(at), stream.end());
  stream = std::move(kept);
}

// How many cells each placed row has, and in which order its header names them.
struct Shape {
  std::vector<uint32_t> counts;
  std::vector<ColumnOrder> orders;
};

Shape shape_of(const TableForm& form, const std::vector<PlacedRow>& placed, const std::vector<Atom>& stream,
               std::string_view text, uint32_t above) {
  Shape out;
  ColumnOrder order;                 // of the row before
  std::span<const uint8_t> columns;  // of the row before
  for (const PlacedRow& p : placed) {
    const Row& row = form.rows[p.row];
    out.counts.push_back(uint32_t(row.columns.size()));
    const bool same =
        !columns.empty() && std::equal(columns.begin(), columns.end(), row.columns.begin(), row.columns.end());
    const std::optional<ColumnOrder> said = column_order(form, row, text, {above, stream[p.first].folded.begin});
    out.orders.push_back(said ? *said : same ? order : ColumnOrder());
    if (row.heading()) continue;
    columns = row.columns;
    order = out.orders.back();
    above = stream[p.last].folded.end;
  }
  return out;
}

// How many figures most rows have, where that is another number than the form says; else 0.
size_t common_width(const Table& table, size_t rows) {
  std::vector<size_t> widths;
  for (const Trouble& t : table.troubles)
    if (t.kind == Trouble::wrong_count) widths.push_back(t.found);
  const auto [width, count] = most_common(widths);
  return count * 10 >= rows * 6 && width > 1 ? width : 0;
}

// How many of the rows that have as many figures as `order` names add up by it; 0 where more than a few do not, for all
// rows of a table are hardly wrong at once.
size_t rows_adding_up(const TableForm& form, const Row& row, const Table& table, std::string_view text,
                      const ColumnOrder& order) {
  size_t rows = 0, good = 0;
  for (const Trouble& t : table.troubles) {
    if (t.kind != Trouble::wrong_count || t.values.size() != order.size()) continue;
    std::vector<Decimal> figures;
    for (const uint8_t column : row.columns)
      if (const auto at = std::find(order.begin(), order.end(), column); at != order.end())
        figures.push_back(figure_of(slice(text, t.values[size_t(at - order.begin())])).value_or(Decimal{}));
    ++rows;
    good += figures.size() == row.columns.size() && adds_up(form, row, figures);
  }
  return good * 10 >= rows * 7 ? good : 0;
}

// The one column more without which most rows add up; nullopt where there is none, or more than one.
std::optional<ColumnOrder> one_column_more(const TableForm& form, const Row& row, const Table& table,
                                           std::string_view text) {
  std::optional<ColumnOrder> found;
  size_t most = 0;
  for (size_t out = 0; has_row_sums(form) && out <= row.columns.size(); ++out) {
    ColumnOrder order(row.columns.begin(), row.columns.end());
    order.insert(order.begin() + std::ptrdiff_t(out), kNoColumn);
    const size_t good = rows_adding_up(form, row, table, text, order);
    if (good == 0 || good < most) continue;
    found = good > most ? std::optional(std::move(order)) : std::nullopt;
    most = good;
  }
  return found;
}

// A table whose rows have more or fewer figures than the form has columns: 小计 besides, last year's beside this
// year's. What its header names is read.
bool read_wide(const TableForm& form, const std::vector<PlacedRow>& placed, const std::vector<Atom>& stream,
               const MappedText& folded, uint32_t above, std::optional<int> year, Attempt& out) {
  const Row& row = form.rows.back();
  for (const Row& r : form.rows)
    if (!r.heading() && !std::equal(r.columns.begin(), r.columns.end(), row.columns.begin(), row.columns.end()))
      return false;
  const size_t width = common_width(out.table, placed.size());
  if (width <= row.columns.size()) return false;
  const uint32_t first = stream[placed.front().first].folded.begin;
  std::optional<ColumnOrder> order = column_order(form, row, folded.text(), {above, first}, width, year);
  // The words of a header that came out in another order than they stood say nothing.
  if (order && has_row_sums(form) && rows_adding_up(form, row, out.table, folded.text(), *order) == 0) order.reset();
  if (!order && width == row.columns.size() + 1) order = one_column_more(form, row, out.table, folded.text());
  if (!order) return false;
  Shape shape;
  for (const PlacedRow& p : placed) {
    shape.counts.push_back(form.rows[p.row].heading() ? 0 : uint32_t(width));
    shape.orders.push_back(*order);
  }
  Attempt wide = build(form, placed, shape.counts, shape.orders, stream, folded);
  if (wide.score <= out.score) return false;
  out = std::move(wide);
  return true;
}

// The rows whose labels stand on the line that has most of them.
std::vector<PlacedRow> rows_across(const TableForm& form, std::vector<Label> labels, const std::vector<Atom>& stream,
                                   std::string_view text) {
  Span line{};
  size_t most = 0;
  for (size_t from = 0, to = 0; from < labels.size(); from = to) {
    const size_t end = std::min(text.find('\n', labels[from].folded.begin), text.size());
    while (to < labels.size() && labels[to].folded.begin < end) ++to;
    if (to - from > most) most = to - from, line = {labels[from].folded.begin, uint32_t(end)};
  }
  labels.erase(std::remove_if(labels.begin(), labels.end(), [&](const Label& l) { return !line.contains(l.folded); }),
               labels.end());
  const auto behind =
      std::find_if(stream.begin(), stream.end(), [&](const Atom& a) { return a.folded.begin >= line.end; });
  return place_rows(form, best_chain(form, labels), {stream.begin(), behind});
}

// Reads a table whose labels and figures copying has parted.
void read_parted(const TableForm& form, const std::vector<PlacedRow>& placed, const std::vector<Label>& labels,
                 const std::vector<Atom>& stream, const MappedText& folded, uint32_t above, Attempt& out) {
  const std::string_view text = folded.text();
  for (const auto& parted :
       {part_runs(form, placed, stream, text), turn(form, rows_across(form, labels, stream, text), stream, text)}) {
    if (!parted) continue;
    Shape shape = shape_of(form, parted->placed, parted->atoms, text, above);
    for (ColumnOrder& order : shape.orders) order.clear();
    Attempt other = build(form, parted->placed, shape.counts, shape.orders, parted->atoms, folded);
    if (other.score > out.score) out = std::move(other);
  }
}

size_t figures_of(const Table& table) {
  return size_t(std::count_if(table.cells.begin(), table.cells.end(), [](const Cell& c) { return bool(c.value); }));
}

// The same report may hold a table twice: for wide screens and narrow ones, in the text and as an annex.
bool same_figures(const Table& a, const Table& b) {
  return std::equal(a.cells.begin(), a.cells.end(), b.cells.begin(), b.cells.end(),
                    [](const Cell& x, const Cell& y) { return x.state == y.state && x.value == y.value; });
}

// Whether of two tables of a form the later one is the report's: the earlier one is an empty form, last year's, or that
// of one office where the later is that of the whole county. `starts` are where their first labels stand.
bool is_later_meant(std::string_view text, Span starts, std::optional<int> year, const Table& first,
                    const Table& later) {
  const bool is_empty_form = std::none_of(first.cells.begin(), first.cells.end(), [](const Cell& c) {
    return c.value || c.state == Cell::missing || c.state == Cell::unclear;
  });
  if (is_empty_form) return figures_of(later) > 0;
  if (year && year_above(text, starts.begin).value_or(*year) != *year && year_above(text, starts.end) == year)
    return true;
  return !covers_whole(text, starts.begin) && covers_whole(text, starts.end);
}

// Reads the table that the best chain of `labels` makes; `first` is where its first label stands.
bool read_chain(const TableForm& form, const std::vector<Label>& labels, const MappedText& folded, const Around& around,
                Attempt& out, uint32_t& first) {
  const std::string_view text = folded.text();
  std::vector<Label> chain = best_chain(form, labels);
  if (chain.size() < (form.of == nullptr ? 3u : 2u)) return false;
  first = chain.front().folded.begin;
  const bool rows_missing = form.of == nullptr && chain.size() < form.rows.size();
  const uint32_t begin = std::max(around.from, region_start(text, first, rows_missing));
  const uint32_t last = chain.back().folded.end;
  std::vector<Atom> stream = atoms(text, {begin, std::min(around.until, last + kBehind)}, around);
  cut_behind(stream, last);
  drop_repeated_rows(form, chain, text, stream);
  const std::vector<PlacedRow> placed = place_rows(form, chain, stream);
  if (placed.empty()) return false;
  // Where the header of the first row may start.
  const auto above = uint32_t(utf8::next(text, begin > kHeader ? begin - kHeader : 0));
  const Shape shape = shape_of(form, placed, stream, text, above);
  out = build(form, placed, shape.counts, shape.orders, stream, folded);
  const auto unread = size_t(std::count_if(out.table.cells.begin(), out.table.cells.end(),
                                           [](const Cell& c) { return c.state == Cell::missing; }));
  if (unread * 10 > out.table.cells.size() * 4 && form.of == nullptr &&
      !read_wide(form, placed, stream, folded, above, around.year, out))
    read_parted(form, placed, labels, stream, folded, above, out);
  if (!is_table(form, placed, out)) return false;
  out.columns = named_columns(form, text, out.table.folded);
  return true;
}

bool read_rows(const TableForm& form, std::vector<Label> labels, const MappedText& folded, const Around& around,
               Attempt& out) {
  const std::string_view text = folded.text();
  // The words of an arrangement are those of the form's own header and of its section's heading, too.
  if (form.of != nullptr)
    labels.erase(
        std::remove_if(labels.begin(), labels.end(), [&](const Label& l) { return !stands_free(text, l.folded); }),
        labels.end());
  uint32_t first = 0;
  if (!read_chain(form, labels, folded, around, out, first)) return false;
  const std::optional<Span> second = second_table(form, labels, out.table.folded, folded);
  if (!second) return true;
  out.table.second = folded.to_source(*second);
  if (form.of != nullptr) return true;
  // The other one is read too: the report's is the first, whichever has the better chain.
  const bool is_before = second->begin < first;
  const Span read = out.table.folded;
  const auto elsewhere = [&](const Label& l) {
    return is_before ? l.folded.end > read.begin : l.folded.begin < second->begin;
  };
  labels.erase(std::remove_if(labels.begin(), labels.end(), elsewhere), labels.end());
  Around there = around;
  (is_before ? there.until : there.from) = is_before ? read.begin : read.end;
  Attempt other;
  uint32_t other_first = 0;
  if (!read_chain(form, labels, folded, there, other, other_first)) return true;
  if (same_figures(out.table, other.table)) {
    out.table.repeated = true;
    return true;
  }
  const Table &earlier = is_before ? other.table : out.table, &later = is_before ? out.table : other.table;
  const Span starts{std::min(first, other_first), std::max(first, other_first)};
  // A piece of a table is no table.
  const bool later_meant = is_later_meant(text, starts, around.year, earlier, later) ||
                           (is_before && figures_of(earlier) * 10 < figures_of(later) * 8);
  if (later_meant != is_before) {
    if (figures_of(out.table) > 0) other.table.second = Span{out.table.span.begin, out.table.span.begin};
    out = std::move(other);
  }
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

// How many rows' labels are nowhere.
size_t unlabelled(const Table& t) {
  return size_t(std::count_if(t.troubles.begin(), t.troubles.end(),
                              [](const Trouble& trouble) { return trouble.kind == Trouble::no_label; }));
}

// Whether a row stands there that `other` does not have.
bool has_own_rows(const Table& one, const TableForm& other) {
  return std::any_of(one.cells.begin(), one.cells.end(), [&](const Cell& c) {
    return !has_row(other, one.form->rows[c.row].id) &&
           std::none_of(one.troubles.begin(), one.troubles.end(),
                        [&](const Trouble& t) { return t.kind == Trouble::no_label && t.row == c.row; });
  });
}

// Which of two editions of a table it is: that whose columns are named, for a row of the other may be left over; else
// that of which a telling label was found; else that of which all labels were, where the other lacks several; else, where
// no row tells them apart, as in a table that breaks off, that of the year; else that which reads more.
bool better(const Attempt& one, const Attempt& other, std::optional<int> year) {
  const bool editions = one.table.form->of == nullptr && other.table.form->of == nullptr;
  if (editions && one.columns != other.columns) return one.columns > other.columns;
  const bool ours = editions && tells(one, *other.table.form), theirs = editions && tells(other, *one.table.form);
  if (ours != theirs) return ours;
  constexpr size_t kSeveral = 2;
  const size_t lacking = unlabelled(one.table), lacks = unlabelled(other.table);
  if (editions && std::min(lacking, lacks) == 0 && std::max(lacking, lacks) >= kSeveral) return lacking == 0;
  if (editions && !has_own_rows(one.table, *other.table.form) && !has_own_rows(other.table, *one.table.form)) {
    constexpr int kNewest = 2021;
    const auto is_of_year = [&](const Attempt& a) {
      return (a.table.form->edition == "2021") == (year.value_or(kNewest) >= kNewest);
    };
    if (is_of_year(one) != is_of_year(other)) return is_of_year(one);
  }
  return one.score > other.score;
}

}  // namespace

ReadTables read_tables(const MappedText& folded, const Around& around) {
  std::string words = without_unit_column(folded.text().substr(0, around.until));
  blank_numerals(words);
  const std::vector<std::vector<Label>> labels = find_labels(words);
  std::vector<Attempt> best;  // of the editions of a table, the one that reads most
  const auto of_table = [&](std::string_view id) {
    return std::find_if(best.begin(), best.end(), [&](const Attempt& a) { return a.table.form->id == id; });
  };
  for (size_t f = 0; f < table_forms().size(); ++f) {
    const TableForm& form = *table_forms()[f];
    Attempt attempt;
    const bool found = form.printed == Printed::one_line ? read_one_line(form, folded, around, attempt)
                                                         : read_rows(form, labels[f], folded, around, attempt);
    if (!found) continue;
    if (const auto other = of_table(form.id); other == best.end())
      best.push_back(std::move(attempt));
    else if (better(attempt, *other, around.year))
      *other = std::move(attempt);
  }
  ReadTables out;
  for (const std::string_view id : {"statistics", "applications", "disclosure"}) {
    const auto t = of_table(id);
    if (t != best.end()) out.edition = t->table.form->edition;  // the last named decides
  }
  for (Attempt& attempt : best) {
    const bool other = attempt.table.form->of != nullptr;
    out.tables.push_back(other ? arranged(std::move(attempt.table)) : std::move(attempt.table));
  }
  for (Table& t : out.tables) drop_others(t, out.tables);
  put_in_order(out.tables.begin(), out.tables.end(),
               [](const Table& a, const Table& b) { return a.span.begin < b.span.begin; });
  return out;
}

}  // namespace gouji
