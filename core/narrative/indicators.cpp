#include "narrative/indicators.h"

#include <algorithm>

#include "data.h"
#include "narrative/figures.h"
#include "order.h"

namespace gouji {
namespace {

std::string_view trimmed(std::string_view s) {
  while (!s.empty() && s.front() == ' ') s.remove_prefix(1);
  while (!s.empty() && s.back() == ' ') s.remove_suffix(1);
  return s;
}

template <typename Each>
void split(std::string_view text, std::string_view mark, Each each) {
  while (!text.empty()) {
    const size_t at = text.find(mark);
    if (const std::string_view piece = trimmed(text.substr(0, at)); !piece.empty()) each(piece);
    if (at == std::string_view::npos) break;
    text.remove_prefix(at + mark.size());
  }
}

// table.row.column: rows have dots of their own.
CellTerm term(std::string_view text) {
  if (text.substr(0, 1) == "~" || text.substr(0, 1) == "<") text.remove_prefix(1);
  const size_t first = text.find('.'), last = text.rfind('.');
  return {text.substr(0, first), text.substr(first + 1, last - first - 1), text.substr(last + 1)};
}

Hold hold_named(std::string_view name) {
  constexpr std::pair<std::string_view, Hold> kNames[] = {
      {"hard", Hold::hard}, {"wide", Hold::wide}, {"limit", Hold::limit}, {"soft", Hold::soft}, {"none", Hold::none}};
  for (const auto& [n, h] : kNames)
    if (n == name) return h;
  return Hold::none;
}

struct Key {
  std::string_view role, topic;
  size_t indicator;
};

struct Index {
  std::vector<Indicator> all;
  std::vector<Key> keys;  // by role and topic

  Index() {
    for (const data::indicators_row& row : data::indicators) {
      Indicator i{row.topic, row.roles, hold_named(row.hold), row.zh, row.en, {}, {}, {}};
      split(row.cells, "|", [&](std::string_view alternative) {
        i.alternatives.emplace_back();
        i.soft.push_back(alternative[0] == '~');
        i.most.push_back(alternative[0] == '<');
        split(alternative, "+", [&](std::string_view t) { i.alternatives.back().push_back(term(t)); });
      });
      split(row.roles, " ", [&](std::string_view role) { keys.push_back({role, row.topic, all.size()}); });
      all.push_back(std::move(i));
    }
    put_in_order(keys.begin(), keys.end(),
                 [](const Key& a, const Key& b) { return a.role != b.role ? a.role < b.role : a.topic < b.topic; });
  }

  // Where the keys of a role begin.
  std::vector<Key>::const_iterator role(std::string_view role) const {
    return std::partition_point(keys.begin(), keys.end(), [role](const Key& k) { return k.role < role; });
  }
};

const Index& index() {
  static const Index all;
  return all;
}

}  // namespace

const Indicator* find_indicator(std::string_view topic, std::string_view role) {
  if (role.empty()) role = "plain";
  auto key = index().role(role);
  while (key != index().keys.end() && key->role == role && key->topic != topic) ++key;
  return key == index().keys.end() || key->role != role ? nullptr : &index().all[key->indicator];
}

std::string_view topic_of_role(std::string_view role) {
  const auto first = index().role(role);
  auto key = first;
  while (key != index().keys.end() && key->role == role)
    if ((key++)->topic != first->topic) return {};
  return key == first ? std::string_view() : first->topic;
}

std::optional<Decimal> value_of(const Report& report, const Table& table, const Cell& cell, bool& money) {
  const std::string_view row = table.form->rows[cell.row].id, column = table.form->columns[cell.column].id;
  money = column == "amount" || (table.form->id == "statistics" && (row == "fees" || row == "funds"));
  if (cell.state != Cell::number || !cell.value) return std::nullopt;
  if (!money) return cell.value;
  const std::string_view unit = slice(report.source.text, cell.unit);
  const bool yuan = unit == "元", hundred_million = unit.find("亿") != std::string_view::npos;
  return scaled(*cell.value, yuan ? 0 : hundred_million ? 8 : 4);
}

std::optional<Sum> sum_of(const Report& report, const std::vector<CellTerm>& terms) {
  Sum sum;
  for (const CellTerm& t : terms) {
    const Table* const table = report.table(t.table);
    if (table == nullptr) return std::nullopt;
    const bool group = t.row.size() > 2 && t.row.substr(t.row.size() - 2) == ".*";
    const std::string_view stem = group ? t.row.substr(0, t.row.size() - 1) : t.row;
    bool any = false;
    for (const Cell& c : table->cells) {
      const std::string_view row = table->form->rows[c.row].id;
      if (group ? row.substr(0, stem.size()) != stem : row != t.row) continue;
      if (table->form->columns[c.column].id != t.column) continue;
      bool money = false;
      const std::optional<Decimal> value = value_of(report, *table, c, money);
      if (!value) return std::nullopt;
      const std::optional<Decimal> total = add(sum.value, *value);
      if (!total) return std::nullopt;
      sum.value = *total;
      sum.money = sum.money || money;
      sum.cells.push_back({table->form, c.row, c.column});
      any = true;
    }
    if (!any) return std::nullopt;
  }
  return sum;
}

}  // namespace gouji
