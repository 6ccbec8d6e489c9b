#include "read/extra_rows.h"

#include <algorithm>
#include <cstdlib>

#include "order.h"
#include "read/labels.h"
#include "read/token.h"
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

bool near(uint16_t a, uint16_t b) {
  constexpr int kNear = 2;  // rows
  return std::abs(int(a) - int(b)) <= kNear;
}

uint16_t row_ending(const TableForm& form, const std::u32string& key) {
  constexpr size_t kTelling = 4;  // 汉字 that say something by themselves
  auto row = uint16_t(form.rows.size());
  size_t longest = 0;
  for (uint16_t r = 0; r < form.rows.size(); ++r)
    for (const std::u32string& k : wordings(form, r)) {
      const bool ends = key == k || (k.size() >= kTelling && key.size() > k.size() &&
                                     key.compare(key.size() - k.size(), k.size(), k) == 0);
      if (ends && k.size() > longest) longest = k.size(), row = r;
    }
  return row;
}

// The row of which a name ends with the longest wording; behind the labels of its groups, and before a unit:
// (四)无法提供2.没有现成信息需要另行制作, 收到申请数 件. The number of rows where there is none.
uint16_t row_named(const TableForm& form, std::string_view name) {
  const auto none = uint16_t(form.rows.size());
  const uint16_t row = row_ending(form, label_key(name));
  if (row != none) return row;
  for (const std::string_view unit : units())
    if (ends_with(name, unit)) return row_ending(form, label_key(name.substr(0, name.size() - unit.size())));
  return none;
}

// Whether a row that the form does not have follows the one before `row`, and is named by the first 汉字 of its
// label, those of a group left out: (五)不1.信访举.
bool begins_in_place(const Table& table, const ExtraRow& extra, uint16_t row) {
  const TableForm& form = *table.form;
  constexpr size_t kTelling = 3;
  uint16_t before = row;
  while (before > 0 && (before == row || form.rows[before].heading())) --before;
  const auto same_place = [&](const ExtraRow& x) { return x.after == extra.after; };
  if (extra.after != before || std::count_if(table.extras.begin(), table.extras.end(), same_place) != 1) return false;
  return std::any_of(form.groups.begin(), form.groups.end(), [&](std::string_view group) {
    const std::u32string of_group = U"一二三四五六" + han_of(group);
    std::u32string name;
    for (const char32_t c : han_of(extra.plain))
      if (of_group.find(c) == std::u32string::npos) name += c;
    const std::span<const std::u32string> all = wordings(form, row);
    return name.size() >= kTelling && std::any_of(all.begin(), all.end(), [&](const std::u32string& w) {
             return w.compare(0, name.size(), name) == 0;
           });
  });
}

}  // namespace

Cell cell_of(const Atom& a, uint16_t row, uint16_t column, const MappedText& folded) {
  Cell c{row, column, state_of(a), std::nullopt, folded.to_source(a.folded), {}};
  if (c.state == Cell::number) c.value = figure_of(slice(folded.text(), a.folded));
  if (!a.unit.empty()) c.unit = folded.to_source(a.unit);
  return c;
}

std::optional<ExtraRow> extra_row(const Row& before, uint16_t index, uint32_t label, uint32_t first, size_t count,
                                  const std::vector<Atom>& atoms, const MappedText& folded) {
  constexpr uint32_t kLongest = 60;  // 汉字: more than that is the header of another table
  if (before.heading() || count != before.columns.size()) return std::nullopt;
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

void move_rows(Attempt& attempt) {
  Table& t = attempt.table;
  const TableForm& form = *t.form;
  for (size_t i = 0; i < t.extras.size();) {
    const uint16_t named = row_named(form, t.extras[i].plain);
    // 其他情形 stands in the form twice.
    const auto is_named = [&](uint16_t row) {
      return row == named || (named < form.rows.size() && near(row, t.extras[i].after) &&
                              label_key(form.rows[row].label) == label_key(form.rows[named].label));
    };
    const auto missing = std::find_if(t.troubles.begin(), t.troubles.end(), [&](const Trouble& trouble) {
      return trouble.kind == Trouble::no_label && form.rows[trouble.row].columns.size() == t.extras[i].cells.size() &&
             (is_named(trouble.row) || begins_in_place(t, t.extras[i], trouble.row));
    });
    if (missing == t.troubles.end()) {
      ++i;
      continue;
    }
    for (size_t c = 0; c < t.extras[i].cells.size(); ++c) {
      Cell cell = t.extras[i].cells[c];
      cell.row = missing->row;
      cell.column = form.rows[missing->row].columns[c];
      *std::find_if(t.cells.begin(), t.cells.end(),
                    [&](const Cell& old) { return old.row == cell.row && old.column == cell.column; }) = cell;
    }
    if (is_named(missing->row)) t.moved.push_back(t.extras[i].label);
    attempt.score += double(form.rows[missing->row].columns.size());
    t.troubles.erase(missing);
    t.extras.erase(t.extras.begin() + std::ptrdiff_t(i));
  }
  put_in_order(t.moved.begin(), t.moved.end(), [](Span a, Span b) { return a.begin < b.begin; });
}

void judge_groups(Table& table) {
  std::vector<ExtraRow>& extras = table.extras;
  const auto is_group = [&](const ExtraRow& x) {
    const std::u32string key = label_key(x.plain);
    return std::any_of(table.form->groups.begin(), table.form->groups.end(), [&](std::string_view group) {
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

}  // namespace gouji
