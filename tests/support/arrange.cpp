#include "support/arrange.h"

#include <algorithm>

#include "text/utf8.h"

namespace gouji::test {
namespace {

using Kind = GridRow::Kind;

// A row of the grid that has figures: its words and its figures.
struct Line {
  const SampleRow* row;
  std::vector<GridCell> words, figures;
};

std::vector<Line> lines_of(const Grid& grid, const SampleTable& table) {
  std::vector<Line> out;
  for (const GridRow& r : grid.rows) {
    Line line{nullptr, {}, {}};
    for (const GridCell& c : r.cells)
      if (c.figure || !c.text.empty()) (c.figure ? line.figures : line.words).push_back({c.text, 1, 1, c.figure});
    if (line.figures.empty()) continue;
    line.row = &table.rows[out.size()];
    out.push_back(std::move(line));
  }
  return out;
}

std::vector<GridCell> column_names(const SampleTable& table) {
  std::vector<GridCell> out;
  for (const Column& c : table.form->columns) out.push_back({std::string(c.zh)});
  return out;
}

std::string sum(const SampleRow& row, size_t from, size_t to) {
  Decimal total;
  for (size_t i = from; i < to; ++i) total = add(total, *row.figures[i].truth.value).value_or(Decimal{});
  return to_string(total);
}

void append(std::vector<GridCell>& to, const std::vector<GridCell>& more) {
  to.insert(to.end(), more.begin(), more.end());
}

// 小计 between 其他 and 总计, named in the header.
Grid with_subtotal(Grid grid, const SampleTable& table) {
  size_t next = 0;
  grid.rows[2].cells.push_back({"小计"});
  grid.rows[1].cells[1].columns = 6;
  grid.widths.push_back(6);
  for (GridRow& r : grid.rows) {
    if (r.cells.empty() || !r.cells.back().figure) continue;
    r.cells.insert(r.cells.end() - 1, {sum(table.rows[next], 1, 6), 1, 1, true});
    ++next;
  }
  return grid;
}

// 诉讼合计 behind the fifteen.
Grid with_lawsuits(Grid grid, const SampleTable& table) {
  Decimal total;
  for (const size_t row : {1u, 2u}) total = add(total, *table.rows[row].figures[4].truth.value).value_or(Decimal{});
  grid.rows[1].cells.push_back({"诉讼合计", 2, 1});
  grid.rows.back().cells.push_back({to_string(total), 1, 1, true});
  grid.widths.push_back(8);
  return grid;
}

Grid years_beside(const std::vector<Line>& lines, const SampleTable& table, int year, Random& random) {
  const bool last_first = random.chance(2);
  const auto name = [](int y) { return std::to_string(y) + "年"; };
  Grid out;
  out.widths = {30, 6, 6, 6, 8, 8, 6, 6, 6, 6, 6, 8, 8, 6, 6};
  out.rows.push_back(
      {Kind::header,
       {{"项目"}, {name(last_first ? year - 1 : year), 1, 7}, {name(last_first ? year : year - 1), 1, 7}}});
  GridRow names{Kind::header, {{""}}};
  append(names.cells, column_names(table));
  append(names.cells, column_names(table));
  out.rows.push_back(std::move(names));
  for (const Line& l : lines) {
    std::vector<GridCell> others;
    for (size_t c = 0; c < 6; ++c) others.push_back({std::to_string(random.below(30)), 1, 1, true});
    uint32_t total = 0;
    for (const GridCell& c : others) total += uint32_t(std::stoul(c.text));
    others.push_back({std::to_string(total), 1, 1, true});
    GridRow row{Kind::data, {l.words.back()}};
    append(row.cells, last_first ? others : l.figures);
    append(row.cells, last_first ? l.figures : others);
    out.rows.push_back(std::move(row));
  }
  return out;
}

Grid turned(const std::vector<Line>& lines, const SampleTable& table) {
  Grid out;
  out.widths.assign(lines.size() + 1, 10);
  GridRow head{Kind::header, {{"指标"}}};
  for (const Line& l : lines) head.cells.push_back(l.words.back());
  out.rows.push_back(std::move(head));
  for (size_t c = 0; c < table.form->columns.size(); ++c) {
    GridRow row{Kind::data, {{std::string(table.form->columns[c].zh)}}};
    for (const Line& l : lines) {
      const auto columns = l.row->row->columns;
      const auto at = size_t(std::find(columns.begin(), columns.end(), uint8_t(c)) - columns.begin());
      row.cells.push_back(at < columns.size() ? l.figures[at] : GridCell{"-", 1, 1, true});
    }
    out.rows.push_back(std::move(row));
  }
  return out;
}

// All labels, and behind them the figures row by row or column by column.
Grid apart(const Grid& grid, const std::vector<Line>& lines, const SampleTable& table, bool by_column) {
  Grid out;
  out.widths.assign(8, 10);
  for (const GridRow& r : grid.rows)
    if (!by_column && r.kind == Kind::header) out.rows.push_back(r);
  for (const Line& l : lines)
    for (const GridCell& w : l.words) out.rows.push_back({Kind::group, {w}});
  for (size_t c = 0; by_column && c < table.form->columns.size(); ++c) {
    out.rows.push_back({Kind::group, {{std::string(table.form->columns[c].zh)}}});
    for (const Line& l : lines) out.rows.push_back({Kind::group, {l.figures[c]}});
  }
  for (size_t l = 0; !by_column && l < lines.size(); ++l) out.rows.push_back({Kind::group, lines[l].figures});
  return out;
}

// The columns in an order that the header names.
Grid exchanged(const std::vector<Line>& lines, const SampleTable& table, Random& random) {
  std::vector<size_t> order;
  for (size_t c = 0; c < table.form->columns.size(); ++c) order.push_back(c);
  random.shuffle(order);
  Grid out;
  out.widths.assign(order.size() + 1, 10);
  const std::vector<GridCell> names = column_names(table);
  GridRow head{Kind::header, {{"项目"}}};
  for (const size_t c : order) head.cells.push_back(names[c]);
  out.rows.push_back(std::move(head));
  for (const Line& l : lines) {
    GridRow row{Kind::data, {l.words.back()}};
    for (const size_t c : order) row.cells.push_back(l.figures[c]);
    out.rows.push_back(std::move(row));
  }
  return out;
}

}  // namespace

Grid arranged(Grid grid, const SampleTable& table, int year, uint64_t noise, Random& random) {
  const std::string_view id = table.form->id;
  const bool wide = id == "applications";
  const std::vector<Line> lines = lines_of(grid, table);
  if ((noise & subtotal) != 0 && wide) return with_subtotal(std::move(grid), table);
  if ((noise & subtotal) != 0 && id == "review") return with_lawsuits(std::move(grid), table);
  if ((noise & other_year_beside) != 0 && wide) return years_beside(lines, table, year, random);
  if ((noise & turned_round) != 0 && (wide || id == "disclosure")) return turned(lines, table);
  if ((noise & labels_first) != 0 && wide) return apart(grid, lines, table, false);
  if ((noise & column_by_column) != 0 && wide) return apart(grid, lines, table, true);
  if ((noise & exchanged_columns) != 0 && wide) return exchanged(lines, table, random);
  return grid;
}

std::string without_marks(std::string_view text) {
  std::string out;
  for (size_t i = 0; i < text.size();) {
    const utf8::CodePoint c = utf8::decode(text, i);
    if (c.value < 0xF0000) out += text.substr(i, c.size);
    i += c.size;
  }
  return out;
}

}  // namespace gouji::test
