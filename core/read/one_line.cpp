#include "read/one_line.h"

#include <algorithm>
#include <optional>

#include "read/furniture.h"
#include "read/matcher.h"
#include "read/sums.h"
#include "read/token.h"
#include "text/lines.h"
#include "text/utf8.h"

namespace gouji {
namespace {

// Of a header's 汉字, this share must be there.
constexpr int kMost = 6, kOf = 10;

// Where the short field behind a tab ends that `at` stands in; 0 where it is none.
uint32_t short_field_end(std::string_view text, uint32_t at) {
  constexpr uint32_t kLongest = 18;  // bytes
  const auto parts = [](char c) { return c == '\t' || c == '\n'; };
  uint32_t begin = at;
  while (begin > 0 && at - begin <= kLongest && !parts(text[begin])) --begin;
  uint32_t end = at;
  while (end < text.size() && end - begin <= kLongest + 1 && !parts(text[end])) ++end;
  return text[begin] == '\t' && end - begin <= kLongest + 1 ? end : 0;
}

bool is_short_count(std::string_view line) {
  return !line.empty() && line.size() <= 3 && line.find_first_not_of("0123456789") == std::string_view::npos;
}

// The stretch with most of the header's 汉字, and none but them, or the one below the report's year; empty where none
// has enough.
Span find_header(const TableForm& form, std::string_view text, const Around& around) {
  std::u32string letters;   // of the header, each once
  std::vector<int> wanted;  // how often each stands there
  int total = 0;
  for (const std::string_view word : form.header)
    for (const char32_t c : han_of(word)) {
      const size_t known = std::min(letters.find(c), letters.size());
      if (known == letters.size()) letters += c, wanted.push_back(0);
      ++wanted[known], ++total;
    }
  Span run{}, best{};
  int best_score = 0, score = 0;
  std::vector<int> left = wanted;
  bool open = false;
  std::vector<Span> found;
  // Whether a word of the header that it still lacks begins the next line that is not empty.
  const auto goes_on = [&](size_t line_end) {
    const size_t next = text.find_first_not_of(" \t\n", line_end);
    if (next == std::string_view::npos || next >= around.until) return false;
    const size_t known = letters.find(utf8::decode(text, next).value);
    return known != std::u32string::npos && left[known] > 0;
  };
  const auto close = [&] {
    if (open && score > best_score) best_score = score, best = run;
    if (open && score * kOf >= total * kMost) found.push_back(run);
    if (open) left = wanted;
    score = 0;
    open = false;
  };
  bool line_start = true;
  bool figures = false;  // within the run
  for (uint32_t i = 0; i < around.until;) {
    if (line_start) {
      const size_t end = std::min<size_t>(text.find('\n', i), around.until);
      line_start = false;
      // A header may go on behind a page's end.
      const std::string_view line = slice(text, trimmed(text, {i, uint32_t(end)}));
      if (open && (is_furniture(line, around.title) || (!figures && is_short_count(line) && goes_on(end)))) {
        figures = figures || is_short_count(line);
        i = uint32_t(end);
        continue;
      }
    }
    line_start = text[i] == '\n';
    const utf8::CodePoint c = utf8::decode(text, i);
    if (utf8::is_han(c.value)) {
      const size_t known = letters.find(c.value);
      if (known == std::u32string::npos) {
        // A column that somebody added: 诉讼合计.
        if (const uint32_t end = open && score * kOf >= total ? short_field_end(text, i) : 0; end != 0) {
          i = end;
          continue;
        }
        close();
      } else {
        if (!open) run.begin = i, figures = false;
        open = true;
        run.end = i + c.size;
        if (left[known]-- > 0) ++score;
      }
    } else if (utf8::is_digit(c.value)) {
      figures = true;
      if (score * kOf >= total * kMost) close();
    } else if (c.value == U'。') {
      close();  // 未发生行政诉讼。 above it is no header, though its words are
    }
    i += c.size;
  }
  close();
  if (found.empty()) return {};
  if (found.size() > 1 && !covers_whole(text, best.begin))
    for (const Span& other : found)
      if (other.begin > best.begin && covers_whole(text, other.begin)) best = other;
  if (around.year && year_above(text, best.begin).value_or(*around.year) != *around.year)
    for (const Span& other : found)
      if (year_above(text, other.begin) == around.year) return other;
  return best;
}

// The fields of the header in the order of the text.
std::vector<std::u32string> fields(std::string_view header) {
  const char* const separators = is_fielded(header) ? "\t|\n" : " \n";
  std::vector<std::u32string> out;
  // A line above without fields is the end of a sentence.
  const size_t mark = header.find_first_of("\t|");
  for (size_t at = mark == std::string_view::npos ? 0 : header.rfind('\n', mark) + 1; at < header.size();) {
    const size_t end = std::min(header.find_first_of(separators, at), header.size());
    out.push_back(han_of(header.substr(at, end - at)));
    at = end + 1;
  }
  return out;
}

// The cells of the form in the order in which the header's fields have them: 行政诉讼 may stand left of 行政复议, and
// 结果纠正 left of 结果维持. nullopt where fields stand in another order than the form's, but in none that a table has.
std::optional<std::vector<CellOf>> order_of_cells(const TableForm& form, std::string_view header) {
  const std::vector<std::u32string> names = fields(header);
  const size_t width = form.rows[0].columns.size();
  std::vector<uint8_t> columns;  // of all rows, where each of them is named
  const auto place = [&](std::u32string_view name) { return std::find(names.begin(), names.end(), name); };
  const auto before = [&](std::u32string_view a, std::u32string_view b) {
    return place(a) != names.end() && place(b) != names.end() && place(a) < place(b);
  };
  // The words of a PDF's header come out in any order, but hardly ever so that each kind has its results, and its own
  // name before them.
  bool whole = true;
  for (const std::u32string& name : names) {
    const auto named = [&](const Column& c) { return name == han_of(c.zh); };
    const auto column = std::find_if(form.columns.begin(), form.columns.end(), named);
    if (column != form.columns.end()) columns.push_back(uint8_t(column - form.columns.begin()));
    const bool kind =
        name == U"行政复议" || name == U"行政诉讼" || name == U"未经复议直接起诉" || name == U"复议后起诉";
    whole = whole && !(kind && columns.size() % width != 0);
  }
  whole = whole && columns.size() == form.rows.size() * width;
  for (size_t r = 0; whole && r < form.rows.size(); ++r) {
    const std::span<const uint8_t> own = form.rows[r].columns;
    whole = std::is_permutation(own.begin(), own.end(), columns.begin() + std::ptrdiff_t(r * width));
  }
  const bool later_first = before(U"复议后起诉", U"未经复议直接起诉"),
             lawsuits_first = before(U"行政诉讼", U"行政复议");
  if (!whole && is_fielded(header) && (later_first || lawsuits_first)) return std::nullopt;
  std::vector<uint8_t> rows;
  for (uint8_t r = 0; r < form.rows.size(); ++r) rows.push_back(r);
  if (whole && later_first) std::swap(rows[1], rows[2]);
  if (whole && lawsuits_first) std::rotate(rows.begin(), rows.begin() + 1, rows.end());
  std::vector<CellOf> order;
  for (const uint8_t row : rows)
    for (size_t c = 0; c < width; ++c)
      order.push_back({row, whole ? columns[order.size()] : form.rows[row].columns[c]});
  return order;
}

// Puts the figures, read in the form's order, into the cells that the header names.
void reorder(Table& table, const std::vector<CellOf>& order) {
  const std::vector<Cell> cells = table.cells;
  for (size_t i = 0; i < order.size(); ++i) {
    if (cells[i].row == order[i].row && cells[i].column == order[i].column) continue;
    Cell cell = cells[i];
    cell.row = order[i].row;
    cell.column = order[i].column;
    *std::find_if(table.cells.begin(), table.cells.end(),
                  [&](const Cell& c) { return c.row == cell.row && c.column == cell.column; }) = cell;
    table.reordered = true;
  }
}

// Of several lines with as many figures as the form has cells, each named by a year, those of another year.
std::vector<uint32_t> other_years(const std::vector<Atom>& stream, std::string_view text, uint32_t header_end,
                                  size_t cells, int year) {
  struct Line {
    uint32_t line;
    std::optional<int> year;
  };
  std::vector<Line> full;
  for (size_t i = 0; i < stream.size();) {
    size_t end = i, figures = 0;
    for (; end < stream.size() && stream[end].line == stream[i].line; ++end)
      figures += stream[end].value() && stream[end].kind != Atom::blank;
    if (figures == cells && stream[i].folded.begin >= header_end) {
      const size_t start = text.rfind('\n', stream[i].folded.begin) + 1;
      full.push_back({stream[i].line, find_year(text.substr(start, stream[end - 1].folded.end - start))});
    }
    i = end;
  }
  std::vector<uint32_t> others;
  const bool named = std::any_of(full.begin(), full.end(), [&](const Line& l) { return l.year == year; });
  for (const Line& l : full)
    if (named && l.year && l.year != year) others.push_back(l.line);
  return others;
}

// Lines of words between the header and its figures: a page's head, a unit, a scanner's name. Few, and before a line
// that has all the figures.
void drop_words_before_figures(std::vector<Atom>& stream, uint32_t last, size_t cells) {
  constexpr uint32_t kMostLines = 8;
  size_t at = last + 1;
  while (at < stream.size()) {
    size_t end = at, figures = 0;
    for (; end < stream.size() && stream[end].line == stream[at].line; ++end)
      figures += stream[end].value() && stream[end].kind != Atom::blank;
    if (figures >= cells) break;
    if (figures > 0 || stream[at].line > stream[last].line + kMostLines) return;
    at = end;
  }
  if (at >= stream.size()) return;
  const auto word = [](const Atom& a) { return a.kind == Atom::han; };
  const auto from = stream.begin() + std::ptrdiff_t(last) + 1;
  stream.erase(std::remove_if(from, stream.begin() + std::ptrdiff_t(at), word), stream.begin() + std::ptrdiff_t(at));
}

// A unit alone in a field below the header, 件, is what a blank cell prints.
void blank_units(std::vector<Atom>& stream, std::string_view text, uint32_t last) {
  const auto same_field = [&](size_t a, size_t b) {
    return b < stream.size() && stream[a].line == stream[b].line && stream[a].column == stream[b].column;
  };
  for (size_t i = last + 1; i < stream.size(); ++i) {
    if (stream[i].kind != Atom::han || stream[i].fields == 0 || same_field(i, i - 1)) continue;
    size_t end = i + 1;
    while (same_field(i, end) && stream[end].kind == Atom::han) ++end;
    const std::string_view word = slice(text, cover(stream[i].folded, stream[end - 1].folded));
    if (same_field(i, end) || std::find(units().begin(), units().end(), word) == units().end()) continue;
    stream[i].kind = Atom::blank;
    stream[i].folded.end = stream[i].folded.begin;
    stream.erase(stream.begin() + std::ptrdiff_t(i) + 1, stream.begin() + std::ptrdiff_t(end));
  }
}

// Of a line with one figure more than the form has cells, a column that somebody added or a page's number, the one
// without which all rows add up; the number of atoms where there is none, or more than one. Behind all, it may be the
// sum of the lawsuits' totals: 诉讼合计.
size_t one_too_many(const TableForm& form, const std::vector<Atom>& stream, std::string_view text, uint32_t last,
                    size_t cells) {
  std::vector<size_t> figures;
  for (size_t i = last + 1; i < stream.size() && (figures.empty() || stream[i].line == stream[figures[0]].line); ++i)
    if (stream[i].value() && stream[i].kind != Atom::blank) figures.push_back(i);
  size_t found = stream.size();
  if (figures.size() != cells + 1) return found;
  std::vector<Decimal> kept;
  for (const size_t out : figures) {
    std::vector<Decimal> values;
    for (const size_t i : figures)
      if (i != out) values.push_back(figure_of(slice(text, stream[i].folded)).value_or(Decimal{}));
    size_t next = 0;
    bool good = true;
    for (const Row& row : form.rows) {
      good = good && adds_up(form, row, std::span(values).subspan(next, row.columns.size()));
      next += row.columns.size();
    }
    if (!good) continue;
    const size_t width = form.rows.back().columns.size();
    const bool all_lawsuits = out == figures.back() && add(values.back(), values[cells - 1 - width]) ==
                                                           figure_of(slice(text, stream[out].folded));
    if (found != stream.size() && values != kept && !all_lawsuits) return stream.size();
    found = out;  // of figures that are the same, the last is the one added
    kept = values;
  }
  return found;
}

}  // namespace

void cut_behind(std::vector<Atom>& atoms, uint32_t last_label) {
  constexpr uint32_t kForeign = 24;  // 汉字: a longer stretch is no longer the table
  uint32_t run = 0;
  for (size_t i = 0; i < atoms.size(); ++i) {
    if (atoms[i].folded.begin < last_label) continue;
    run = atoms[i].kind == Atom::han ? run + 1 : 0;
    if (run > kForeign) {
      atoms.resize(i + 1 - run);
      return;
    }
  }
}

bool read_one_line(const TableForm& form, const MappedText& folded, const Around& around, Attempt& out) {
  const std::string_view text = folded.text();
  const Span header = find_header(form, text, around);
  if (header.empty()) return false;
  size_t cells = 0;
  for (const Row& r : form.rows) cells += r.columns.size();
  std::vector<Atom> stream = atoms(text, {header.begin, std::min(around.until, header.end + kBehind)}, around);
  cut_behind(stream, header.end);
  if (around.year) {
    const std::vector<uint32_t> others = other_years(stream, text, header.end, cells, *around.year);
    const auto other = [&](const Atom& a) { return std::find(others.begin(), others.end(), a.line) != others.end(); };
    stream.erase(std::remove_if(stream.begin(), stream.end(), other), stream.end());
  }
  uint32_t last = 0;
  for (uint32_t i = 0; i < stream.size(); ++i)
    if (stream[i].kind == Atom::han && stream[i].folded.begin < header.end) last = i;
  // A page's number within the header.
  const auto number = [](const Atom& a) { return a.kind == Atom::number; };
  const auto header_end = stream.begin() + std::ptrdiff_t(last);
  const auto page = std::find_if(stream.begin(), header_end, number);
  if (page != header_end && std::count_if(stream.begin(), header_end, number) == 1) {
    stream.erase(page);
    --last;
  }
  drop_words_before_figures(stream, last, cells);
  blank_units(stream, text, last);
  // What follows the header but is not values is not the table; but a few words may lead them: （单位：件）, 件数.
  constexpr uint32_t kLead = 6;
  bool figures = false;
  for (uint32_t i = last + 1; i < stream.size(); ++i) {
    figures = figures || stream[i].kind == Atom::number;
    if (stream[i].kind == Atom::han && (figures || i > last + kLead)) {
      stream.resize(i);
      break;
    }
  }
  const size_t extra = one_too_many(form, stream, text, last, cells);
  std::optional<Span> stray;
  if (extra < stream.size()) {
    stray = folded.to_source(stream[extra].folded);
    stream.erase(stream.begin() + std::ptrdiff_t(extra));
  }
  out = build(form, {{0, 0, last, true}}, {uint32_t(cells)}, {{}}, stream, folded);
  if (stray) out.table.troubles.push_back({Trouble::stray, 0, 1, *stray});
  if (const auto order = order_of_cells(form, slice(text, header))) {
    reorder(out.table, *order);
  } else {
    Trouble trouble{Trouble::no_order, 0, uint16_t(cells), folded.to_source(header)};
    for (Cell& c : out.table.cells) c = {c.row, c.column};
    out.table.troubles.assign(1, std::move(trouble));
  }
  return true;
}

}  // namespace gouji
