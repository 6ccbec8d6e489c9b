#include <algorithm>

#include "data.h"
#include "order.h"
#include "rules/rules.h"

namespace gouji {
namespace {

Severity severity_named(std::string_view name) {
  return name == "error" ? Severity::error : name == "warning" ? Severity::warning : Severity::info;
}

}  // namespace

bool known_rule(std::string_view id) {
  return std::any_of(std::begin(data::rules), std::end(data::rules),
                     [&](const data::rules_row& r) { return r.id == id; });
}

void Sink::report(std::string_view rule, std::optional<Span> span, std::string message, std::vector<CellRef> cells) {
  Finding f{};
  f.rule = rule;
  f.span = span;
  f.message = std::move(message);
  f.cells = std::move(cells);
  report(std::move(f));
}

void Sink::report(Finding finding, std::optional<Severity> weighs) {
  for (const data::rules_row& r : data::rules)
    if (r.id == finding.rule) finding.severity = weighs.value_or(severity_named(r.severity));
  for (const RuleSetting& s : settings_)
    if (s.id == finding.rule) finding.severity = s.severity;
  if (finding.severity != Severity::off) findings_.push_back(std::move(finding));
}

void Sink::take_over(std::vector<Finding> findings) {
  if (findings_.empty()) {
    findings_ = std::move(findings);
    return;
  }
  for (Finding& f : findings) findings_.push_back(std::move(f));
}

bool before(const Finding& a, const Finding& b) {
  if (a.span.has_value() != b.span.has_value()) return a.span.has_value();
  if (a.span && a.span->begin != b.span->begin) return a.span->begin < b.span->begin;
  if (a.span && a.span->end != b.span->end) return a.span->end < b.span->end;
  return a.rule < b.rule;
}

std::vector<Finding> Sink::take() {
  put_in_order(findings_.begin(), findings_.end(), before);
  return std::move(findings_);
}

std::string name_of(const CellRef& cell, Lang lang) {
  const Row& row = cell.form->rows[cell.row];
  const Column& column = cell.form->columns[cell.column];
  const std::string_view r = lang == Lang::zh ? row.zh : row.en, c = lang == Lang::zh ? column.zh : column.en;
  if (cell.form->columns.size() == 1) return std::string(r);
  if (cell.form->printed == Printed::one_line) return std::string(r) + "·" + std::string(c);
  return std::string(c) + "·" + std::string(r);
}

}  // namespace gouji
