// statistics.leader, disclosure.stock: what must be, or should be, no more than something else.
#include <algorithm>

#include "rules/rules.h"

namespace gouji {
namespace {

// The value of a cell by the keys of the contract, where it has one.
const Cell* cell_at(const Table& t, std::string_view row, std::string_view column) {
  for (const Cell& c : t.cells)
    if (c.value && t.form->rows[c.row].id == row && t.form->columns[c.column].id == column) return &c;
  return nullptr;
}

CellRef ref(const Table& t, const Cell& c) { return {t.form, c.row, c.column}; }

bool less(Decimal a, Decimal b) { return subtract(a, b).value_or(Decimal{}).negative(); }

// 国办发〔2014〕32号: of the press conferences and interviews, those that the head took part in are a part.
void judge_leaders(const Table& t, Sink& sink) {
  for (const auto& [part, whole] :
       {std::pair<std::string_view, std::string_view>{"response.press.leader", "response.press"},
        {"response.interview.leader", "response.interview"}}) {
    const Cell* const leader = cell_at(t, part, "value");
    const Cell* const all = cell_at(t, whole, "value");
    if (leader == nullptr || all == nullptr || !less(*all->value, *leader->value)) continue;
    Finding f{};
    f.rule = "statistics.leader";
    f.span = leader->place;
    f.message = message("leader", sink.lang(),
                        {{"part", name_of(ref(t, *leader), sink.lang())},
                         {"is", to_string(*leader->value)},
                         {"whole", name_of(ref(t, *all), sink.lang())},
                         {"most", to_string(*all->value)}});
    f.related.push_back({all->place, message("leader_whole", sink.lang(), {{"most", to_string(*all->value)}})});
    sink.report(std::move(f));
  }
}

// What was in force a year ago: what is now, without what was issued, with what was repealed. Documents that lapsed or
// were cleared out without being repealed are in none of the three, and the text says so.
void judge_stock(const Report& report, const Table& t, Sink& sink) {
  const std::string_view text = report.folded.text();
  for (const std::string_view word : {"失效", "清理"})
    if (text.find(word) != std::string_view::npos) return;
  for (const std::string_view row : {"regulations", "normative"}) {
    const Cell* const issued = cell_at(t, row, "issued");
    const Cell* const repealed = cell_at(t, row, "repealed");
    const Cell* const in_force = cell_at(t, row, "in_force");
    if (issued == nullptr || repealed == nullptr || in_force == nullptr) continue;
    const auto most = add(*in_force->value, *repealed->value);
    if (!most || !less(*most, *issued->value)) continue;
    Finding f{};
    f.rule = "disclosure.stock";
    f.span = in_force->place;
    const Row& form_row = t.form->rows[in_force->row];
    f.message = message("stock", sink.lang(),
                        {{"row", sink.lang() == Lang::zh ? form_row.zh : form_row.en},
                         {"issued", to_string(*issued->value)},
                         {"repealed", to_string(*repealed->value)},
                         {"in_force", to_string(*in_force->value)},
                         {"previous", to_string(subtract(*most, *issued->value).value_or(Decimal{}))}});
    sink.report(std::move(f));
  }
}

}  // namespace

void judge_inequalities(const Report& report, Sink& sink) {
  for (const Table& t : report.tables) {
    if (t.form->id == "statistics") judge_leaders(t, sink);
    if (t.form->id == "disclosure") judge_stock(report, t, sink);
  }
}

}  // namespace gouji
