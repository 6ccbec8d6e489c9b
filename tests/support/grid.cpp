#include "support/grid.h"

#include <array>

namespace gouji::test {
namespace {

using Kind = GridRow::Kind;

std::vector<GridCell> figures(const SampleRow& row, size_t columns) {
  std::vector<GridCell> out;
  for (const Figure& f : row.figures) out.push_back({printed(f), 1, 1, true});
  if (out.size() < columns && !out.empty()) out.back().columns += columns - out.size();
  return out;
}

void append(std::vector<GridCell>& to, std::vector<GridCell> more) {
  for (GridCell& c : more) to.push_back(std::move(c));
}

std::string_view family(std::string_view row) { return row.substr(0, row.find('.')); }

// 三、本年度办理结果 beside its rows, （三）至（六） beside theirs.
void applications(const SampleTable& t, bool with_groups, Grid& grid) {
  constexpr std::pair<std::string_view, std::string_view> kFamilies[] = {{"denied", "（三）不予公开"},
                                                                         {"unable", "（四）无法提供"},
                                                                         {"declined", "（五）不予处理"},
                                                                         {"other.", "（六）其他处理"}};
  grid.widths = {4, 8, 22, 6, 6, 6, 8, 8, 6, 6};
  grid.rows.push_back(
      {Kind::header,
       {{"（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", 3, 3}, {"申请人情况", 1, 7}}});
  grid.rows.push_back({Kind::header, {{"自然人", 2, 1}, {"法人或其他组织", 1, 5}, {"总计", 2, 1}}});
  grid.rows.push_back({Kind::header, {{"商业企业"}, {"科研机构"}, {"社会公益组织"}, {"法律服务机构"}, {"其他"}}});
  const auto outside = [](std::string_view id) { return id == "new" || id == "carried_in" || id == "carried_out"; };
  for (size_t i = 0; i < t.rows.size(); ++i) {
    const SampleRow& r = t.rows[i];
    const std::string_view id = r.row->id;
    GridRow row{Kind::data, {}};
    if (outside(id)) {
      row.cells.push_back({r.label, 1, 3});
      append(row.cells, figures(r, 7));
      grid.rows.push_back(std::move(row));
      continue;
    }
    const auto run = [&](auto belongs) {
      size_t end = i;
      while (end < t.rows.size() && belongs(t.rows[end].row->id)) ++end;
      return end - i;
    };
    if (i == 0 || outside(t.rows[i - 1].row->id))
      row.cells.push_back(
          {with_groups ? "三、本年度办理结果" : "", run([&](std::string_view x) { return !outside(x); }), 1});
    std::string_view group;
    for (const auto& [name, label] : kFamilies)
      if (id != "other" && family(id) == family(name)) group = label;
    if (group.empty()) {
      row.cells.push_back({r.label, 1, 2});
    } else {
      if (i == 0 || family(t.rows[i - 1].row->id) != family(id))
        row.cells.push_back({with_groups ? std::string(group) : "",
                             run([&](std::string_view x) { return family(x) == family(id); }), 1});
      row.cells.push_back({r.label});
    }
    append(row.cells, figures(r, 7));
    grid.rows.push_back(std::move(row));
  }
}

// 第二十条第（一）项, then the titles of its columns, then its rows.
void disclosure(const SampleTable& t, Grid& grid) {
  grid.widths = {24, 18, 18, 18};
  std::string_view article;
  for (const SampleRow& r : t.rows) {
    size_t i = size_t(r.row - t.form->rows.data());
    while (t.form->rows[i].label.substr(0, 12) != "第二十条") --i;
    const bool opens = article != t.form->rows[i].label;
    if (opens) {
      article = t.form->rows[i].label;
      grid.rows.push_back({Kind::group, {{std::string(article), 1, 4}}});
      GridRow titles{Kind::group, {{"信息内容"}}};
      for (const uint8_t c : r.row->columns) titles.cells.push_back({std::string(t.form->columns[c].zh)});
      titles.cells.back().columns = 5 - titles.cells.size();
      grid.rows.push_back(std::move(titles));
    }
    GridRow row{Kind::data, {{r.label}}};
    append(row.cells, figures(r, 3));
    grid.rows.push_back(std::move(row));
  }
}

constexpr std::array<std::string_view, 5> kResults = {"结果维持", "结果纠正", "其他结果", "尚未审结", "总计"};
constexpr std::array<std::string_view, 3> kWays = {"行政复议", "未经复议直接起诉", "复议后起诉"};

void review(const SampleTable& t, ReviewAs as, Grid& grid) {
  if (as == ReviewAs::line) {
    grid.widths.assign(15, 6);
    grid.rows.push_back({Kind::header, {{"行政复议", 1, 5}, {"行政诉讼", 1, 10}}});
    GridRow second{Kind::header, {}}, third{Kind::header, {}};
    for (const std::string_view w : kResults) second.cells.push_back({std::string(w), 2, 1});
    second.cells.push_back({"未经复议直接起诉", 1, 5});
    second.cells.push_back({"复议后起诉", 1, 5});
    for (size_t i = 0; i < 10; ++i) third.cells.push_back({std::string(kResults[i % 5])});
    grid.rows.push_back(std::move(second));
    grid.rows.push_back(std::move(third));
    GridRow values{Kind::data, {}};
    for (const SampleRow& r : t.rows) append(values.cells, figures(r, 5));
    grid.rows.push_back(std::move(values));
    return;
  }
  if (as == ReviewAs::rows) {
    grid.widths = {20, 10, 10, 10, 10, 10};
    GridRow head{Kind::header, {{""}}};
    for (const std::string_view w : kResults) head.cells.push_back({std::string(w)});
    grid.rows.push_back(std::move(head));
    for (size_t i = 0; i < t.rows.size(); ++i) {
      GridRow row{Kind::data, {{std::string(kWays[i])}}};
      append(row.cells, figures(t.rows[i], 5));
      grid.rows.push_back(std::move(row));
    }
    return;
  }
  grid.widths = {10, 20, 10, 10};
  for (size_t i = 0; i < t.rows.size(); ++i)
    for (size_t k = 0; k < t.rows[i].figures.size() && k < 5; ++k) {
      GridRow row{Kind::data, {}};
      if (i == 0 && k == 0) row.cells.push_back({"行政复议", 5, 2});
      if (i == 1 && k == 0) row.cells.push_back({"行政诉讼", 10, 1});
      if (i > 0 && k == 0) row.cells.push_back({std::string(kWays[i]), 5, 1});
      row.cells.push_back({std::string(kResults[k])});
      row.cells.push_back({printed(t.rows[i].figures[k]), 1, 1, true});
      grid.rows.push_back(std::move(row));
    }
}

void statistics(const SampleTable& t, Grid& grid) {
  grid.widths = {44, 8, 10};
  grid.rows.push_back({Kind::header, {{"统计指标"}, {"单位"}, {"统计数"}}});
  size_t next = 0;
  for (const SampleRow& r : t.rows) {
    const auto i = size_t(r.row - t.form->rows.data());
    for (; next < i; ++next)
      if (t.form->rows[next].heading())
        grid.rows.push_back({Kind::group, {{std::string(t.form->rows[next].label)}, {""}, {""}}});
    next = std::max(next, i + 1);
    const std::string_view id = r.row->id;
    const std::string unit = id == "fees" || id == "funds" ? "万元" : id == "trainees" ? "人次" : "件";
    GridRow row{Kind::data, {{r.label}, {unit}}};
    append(row.cells, figures(r, 1));
    grid.rows.push_back(std::move(row));
  }
}

}  // namespace

Grid grid_of(const SampleTable& table, bool with_groups, ReviewAs as) {
  Grid grid;
  if (table.form->id == "applications") applications(table, with_groups, grid);
  if (table.form->id == "disclosure") disclosure(table, grid);
  if (table.form->id == "review") review(table, as, grid);
  if (table.form->id == "statistics") statistics(table, grid);
  return grid;
}

std::vector<std::vector<std::string>> expanded(const Grid& grid) {
  const size_t columns = grid.widths.size();
  std::vector<std::vector<std::string>> out(grid.rows.size(), std::vector<std::string>(columns));
  std::vector<size_t> covered(columns);  // how many more rows a cell above covers
  for (size_t r = 0; r < grid.rows.size(); ++r) {
    size_t column = 0;
    const auto pass = [&] {
      while (column < columns && covered[column] > 0) --covered[column++];
    };
    for (const GridCell& c : grid.rows[r].cells) {
      pass();
      if (column < columns) out[r][column] = c.text;
      for (size_t k = 0; k < c.columns && column < columns; ++k) covered[column++] = c.rows - 1;
    }
    pass();
  }
  return out;
}

}  // namespace gouji::test
