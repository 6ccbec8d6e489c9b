// The rules: what each says stands in core/data/rules.txt, what each looks at stands here. A rule is a pure function of
// the report; none prints, none knows of another.
#pragma once

#include <vector>

#include "check/explain.h"
#include "doc/report.h"
#include "report/finding.h"
#include "rules/messages.h"

namespace gouji {

// What rules write to: findings of a rule whose severity is off are dropped.
class Sink {
 public:
  Sink(Lang lang, std::span<const RuleSetting> settings) : lang_(lang), settings_(settings) {}

  Lang lang() const { return lang_; }
  // The finding to fill in; the rule must be one of the catalogue.
  void report(std::string_view rule, std::optional<Span> span, std::string message, std::vector<CellRef> cells = {});
  // `weighs`: what it weighs this time, if not what the catalogue says.
  void report(Finding finding, std::optional<Severity> weighs = {});
  // Findings of another sink, as they are.
  void take_over(std::vector<Finding> findings);
  std::vector<Finding> take();  // in their order

 private:
  Lang lang_;
  std::span<const RuleSetting> settings_;
  std::vector<Finding> findings_;
};

// The order of findings: by start, end, rule; those without a place last.
bool before(const Finding& a, const Finding& b);

// Everything there is to say of a report. `checks` are the equations of all its tables, evaluated, `causes` what makes
// them fail, table by table.
void judge_equations(const Report& report, const std::vector<std::vector<Check>>& checks,
                     const std::vector<std::vector<Cause>>& causes, Sink& sink, std::span<const Support> supports);
// Where the text tells that two rows changed places though every equation holds, what it says of them becomes one of
// the findings `said`.
void tell_exchanged_rows(const Report& report, const std::vector<std::vector<Check>>& checks,
                         std::span<const Support> supports, Lang lang, std::vector<Finding>& said);
void judge_inequalities(const Report& report, const std::vector<std::vector<Check>>& checks, Sink& sink);
void judge_reading(const Report& report, const std::vector<std::vector<Check>>& checks,
                   const std::vector<std::vector<Cause>>& causes, Sink& sink);
void judge_structure(const Report& report, Sink& sink);
// disclosure.*: what a body of this kind can have in the table of proactive disclosure.
void judge_disclosure(const Report& report, Sink& sink);
// What is said of the text outside the tables: left-overs, doubled words, numbering, content, citations, personal data.
void judge_wording(const Report& report, Sink& sink);

// years.*: this year's tables and text against last year's report of the same body.
void judge_years(const Report& report, const Report& last, Sink& sink);
void judge_same_text(const Report& report, const Report& last, Sink& sink);
// Why `last` is not the report of the same body for the year before; empty where nothing speaks against it.
std::string not_last_years(const Report& report, const Report& last, Lang lang);
// What was carried over at the end of last year, as evidence for what this year starts from.
void support_carried(const Report& report, const Report& last, std::vector<Support>& supports);

// What a finding calls a cell: 自然人·（一）予以公开.
std::string name_of(const CellRef& cell, Lang lang);

}  // namespace gouji
