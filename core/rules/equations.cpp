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

// The id of the rule for a wrong cell of a table.
std::string_view cell_rule(const TableForm& form) {
  return form.id == "applications" ? "applications.cell" : form.id == "review" ? "review.cell" : "statistics.cell";
}

Decimal magnitude(Decimal d) { return d.negative() ? Decimal{-d.units, d.scale} : d; }

std::string equation_message(const Check& c, Lang lang) {
  const std::string difference = to_string(magnitude(subtract(*c.left, *c.right).value_or(Decimal{})));
  return message(
      "equation", lang,
      {{"equation", c.text}, {"left", to_string(*c.left)}, {"right", to_string(*c.right)}, {"difference", difference}});
}

Note also(const Table& table, const Check& c, Lang lang) {
  return {place_of(table, c.total).value_or(table.span),
          message("equation_also", lang,
                  {{"equation", c.text}, {"left", to_string(*c.left)}, {"right", to_string(*c.right)}})};
}

// One cause, one finding.
Finding blame(const Table& table, const std::vector<Check>& checks, const Breach& breach, Lang lang) {
  const Cell& cell = *table.find(breach.cell->row, breach.cell->column);
  Finding f{};
  f.rule = cell_rule(*table.form);
  f.message = message("cell", lang,
                      {{"cell", name_of(*breach.cell, lang)},
                       {"should", to_string(breach.should)},
                       {"is", to_string(*cell.value)},
                       {"count", std::to_string(breach.failed.size())}});
  f.span = cell.place;
  f.cells = {*breach.cell};
  f.equation = checks[breach.failed.front()];
  for (size_t i = 1; i < breach.failed.size(); ++i) f.related.push_back(also(table, checks[breach.failed[i]], lang));
  return f;
}

Finding state(const Table& table, const Check& check, Lang lang) {
  Finding f{};
  f.rule = check.identity->rule;
  f.message = equation_message(check, lang);
  f.span = place_of(table, check.total);
  f.equation = check;
  return f;
}

void judge(const Table& table, const std::vector<Check>& checks, Sink& sink) {
  for (const Breach& breach : breaches(table, checks)) {
    if (breach.cell) {
      sink.report(blame(table, checks, breach, sink.lang()));
    } else {
      for (const size_t i : breach.failed) sink.report(state(table, checks[i], sink.lang()));
    }
  }
}

}  // namespace

void judge_equations(const Report& report, const std::vector<std::vector<Check>>& checks, Sink& sink) {
  for (size_t t = 0; t < report.tables.size(); ++t) judge(report.tables[t], checks[t], sink);
}

}  // namespace gouji
