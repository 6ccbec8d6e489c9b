// applications.*, review.*, statistics.*: the equations that do not hold, and the one cell to blame where there is one.
#include "check/identities.h"
#include "rules/rules.h"

namespace gouji {
namespace {

std::optional<Span> place_of(const Table& table, const CellRef& ref) {
  const Cell* const c = table.find(ref.row, ref.column);
  if (c == nullptr || c->state == Cell::missing) return std::nullopt;
  return c->place;
}

// The id of the rule for a wrong cell of a table: "applications.cell".
std::string_view cell_rule(const TableForm& form) {
  return form.id == "applications" ? "applications.cell" : "statistics.cell";
}

Decimal magnitude(Decimal d) { return d.negative() ? Decimal{-d.units, d.scale} : d; }

std::string equation_message(const Check& c, Lang lang) {
  const std::string difference = to_string(magnitude(subtract(*c.left, *c.right).value_or(Decimal{})));
  return message("equation", lang,
                 {{"equation", c.text}, {"left", to_string(*c.left)}, {"right", to_string(*c.right)}, {"difference", difference}});
}

Note also(const Table& table, const Check& c, Lang lang) {
  return {place_of(table, c.total).value_or(table.span),
          message("equation_also", lang, {{"equation", c.text}, {"left", to_string(*c.left)}, {"right", to_string(*c.right)}})};
}

void judge(const Table& table, const std::vector<Check>& checks, Sink& sink) {
  std::vector<const Check*> failed;
  for (const Check& c : checks)
    if (c.result == Check::failed) failed.push_back(&c);
  if (failed.empty()) return;
  if (const auto wrong = wrong_cell(table, checks); wrong && failed.size() > 1) {
    const Cell& cell = *table.find(wrong->cell.row, wrong->cell.column);
    Finding f{};
    f.rule = cell_rule(*table.form);
    f.message = message("cell", sink.lang(),
                        {{"cell", name_of(wrong->cell, sink.lang())},
                         {"should", to_string(wrong->should)},
                         {"is", to_string(*cell.value)},
                         {"count", std::to_string(failed.size())}});
    f.span = cell.place;
    f.cells = {wrong->cell};
    f.equation = *failed.front();
    for (size_t i = 1; i < failed.size(); ++i) f.related.push_back(also(table, *failed[i], sink.lang()));
    sink.report(std::move(f));
    return;
  }
  for (const Check* c : failed) {
    Finding f{};
    f.rule = c->identity->rule;
    f.message = equation_message(*c, sink.lang());
    f.span = place_of(table, c->total);
    f.equation = *c;
    sink.report(std::move(f));
  }
}

}  // namespace

void judge_equations(const Report& report, const std::vector<std::vector<Check>>& checks, Sink& sink) {
  for (size_t t = 0; t < report.tables.size(); ++t) judge(report.tables[t], checks[t], sink);
}

}  // namespace gouji
