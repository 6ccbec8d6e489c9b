// applications.*, review.*, statistics.*: the equations that do not hold, one finding for one cause, with the cells to
// blame where they can be told and every way to mend them where not.
#include <algorithm>

#include "order.h"
#include "rules/edits.h"
#include "rules/rules.h"
#include "rules/stories.h"

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

class EquationJudge {
 public:
  EquationJudge(const Report& report, const Table& table, const std::vector<Check>& checks,
                std::span<const Support> supports, Lang lang)
      : report_(report), table_(table), checks_(checks), supports_(supports), lang_(lang), tell_(table, checks, lang) {}

  Finding finding(const Cause& cause) const {
    Finding f{};
    if (!cause.failed.empty()) f.equation = std::make_unique<Check>(checks_[cause.failed.front()]);
    if (cause.located) {
      blame(cause, f);
    } else {
      state(cause, f);
    }
    for (size_t i = 1; i < cause.failed.size(); ++i) f.related.push_back(also(checks_[cause.failed[i]]));
    for (const Explanation& e : cause.explanations) f.fixes.push_back(fix(e));
    return f;
  }

 private:
  const Report& report_;
  const Table& table_;
  const std::vector<Check>& checks_;
  std::span<const Support> supports_;
  Lang lang_;
  Teller tell_;

  void blame(const Cause& cause, Finding& f) const {
    const Explanation& e = cause.explanations.front();
    f.rule = cell_rule(*table_.form);
    f.message =
        joined(tell_.wrong(e), cause.failed.empty() ? message("gaps", lang_) : tell_.effect(e, cause.failed), lang_);
    for (const Change& c : e.changes) {
      const CellRef ref = ref_of(table_, c.cell);
      f.cells.push_back(ref);
      const Span place = table_.cells[c.cell].place;
      if (!f.span) {
        f.span = place;
      } else {
        f.related.push_back({place, message("cells.item", lang_,
                                            {{"cell", tell_.name(c.cell)},
                                             {"should", std::to_string(c.to)},
                                             {"is", to_string(*table_.cells[c.cell].value)}})});
      }
    }
    tell_supports(e, f);
  }

  // What the text or last year's report says of the cells: that it is as they should be, or that it is wrong as well.
  void tell_supports(const Explanation& e, Finding& f) const {
    constexpr size_t kMost = 4;
    std::vector<Span> told;
    for (const Support& s : supports_) {
      if (told.size() == kMost) return;
      if (std::find(told.begin(), told.end(), s.place) != told.end()) continue;
      const bool before = holds(s, {}), after = holds(s, e.changes);
      if (before == after) continue;
      told.push_back(s.place);
      const std::string value = std::to_string(s.value);
      if (!s.place.empty()) {
        f.related.push_back({s.place, message(after ? "supported" : "wrong_as_well", lang_, {{"value", value}})});
      } else if (after) {
        f.message = joined(std::move(f.message), message("supported_last_year", lang_, {{"value", value}}), lang_);
      }
    }
  }

  bool holds(const Support& s, const Changes& changes) const {
    return std::any_of(s.sums.begin(), s.sums.end(), [&](const std::vector<CellRef>& sum) {
      int64_t total = 0;
      for (const CellRef& ref : sum) {
        const Cell* const cell = ref.form == table_.form ? table_.find(ref.row, ref.column) : nullptr;
        if (cell == nullptr || !cell->value) return false;
        const auto changed = std::find_if(changes.begin(), changes.end(),
                                          [&](const Change& c) { return &table_.cells[c.cell] == cell; });
        total += changed == changes.end() ? cell->value->units : changed->to;
      }
      return total == s.value;
    });
  }

  // The equation, and what may be behind it.
  void state(const Cause& cause, Finding& f) const {
    if (cause.failed.empty()) {
      hidden(cause, f);
    } else {
      const Check& first = checks_[cause.failed.front()];
      f.rule = first.identity->rule;
      f.span = place_of(table_, first.total);
      const std::string difference = to_string(magnitude(subtract(*first.left, *first.right).value_or(Decimal{})));
      f.message = message("equation", lang_,
                          {{"equation", first.text},
                           {"left", to_string(*first.left)},
                           {"right", to_string(*first.right)},
                           {"difference", difference}});
    }
    const std::string ways = std::to_string(cause.explanations.size()), failed = std::to_string(cause.failed.size());
    std::string more;
    if (cause.explanations.empty()) {
      if (!cause.failed.empty()) more = message("too_much", lang_, {{"count", failed}});
    } else if (more = one_move(cause); more.empty()) {
      more = message(stands_out(cause) ? "ways" : "ways_alike", lang_,
                     {{"count", ways}, {"best", tell_.title(cause.explanations.front())}});
    }
    f.message = joined(std::move(f.message), more, lang_);
  }

  // No equation fails by itself, but none can hold together, whatever is put in the gaps.
  void hidden(const Cause& cause, Finding& f) const {
    for (const Check& c : checks_) {
      const bool touched =
          cause.explanations.empty() || std::any_of(c.cells.begin(), c.cells.end(), [&](const CellRef& r) {
            return r == ref_of(table_, cause.explanations[0].changes[0].cell);
          });
      if (c.result != Check::unknown || !touched) continue;
      f.rule = c.identity->rule;
      f.span = place_of(table_, c.total);
      f.message = joined(c.text + message("colon", lang_), message("gaps", lang_), lang_);
      return;
    }
  }

  // Where all that is likely are moves between the same two columns, or the same two rows: that much is certain.
  std::string one_move(const Cause& cause) const {
    const Explanation& best = cause.explanations.front();
    if (!is_move(best)) return "";
    double confidence = 0;
    for (const Explanation& e : cause.explanations)
      if (is_move(e) && ends(e) == ends(best)) confidence += e.confidence;
    if (confidence < kCertain) return "";
    const Change& home = best.changes[lacks(best.changes[0]) ? 0 : 1];
    const Cell &from = table_.cells[home.cell], &to = table_.cells[best.changes[lacks(best.changes[0]) ? 1 : 0].cell];
    const bool between_columns = from.row == to.row;
    return message(stands_out(cause) ? "one_move" : "one_move_alike", lang_,
                   {{"count", std::to_string(cause.explanations.size())},
                    {"amount", std::to_string(home.to - from.value->units)},
                    {"home", line_of(from, !between_columns)},
                    {"found", line_of(to, !between_columns)},
                    {"line", line_of(from, between_columns)}});
  }

  // Whether the first is worth more than a mention among others.
  static bool stands_out(const Cause& cause) {
    constexpr double kTwice = 2;
    const std::vector<Explanation>& e = cause.explanations;
    return e.size() < 2 || e[0].confidence >= kTwice * e[1].confidence;
  }

  static bool is_move(const Explanation& e) {
    return e.changes.size() == 2 && e.stories.size() == 1 &&
           (e.stories[0].slip == Slip::moved || e.stories[0].slip == Slip::misplaced);
  }

  // Whether the cell should hold more than it does.
  bool lacks(const Change& c) const { return c.to > table_.cells[c.cell].value->units; }

  // The two columns of a move within a row, or the two rows of one within a column.
  std::pair<int, int> ends(const Explanation& e) const {
    const Cell &a = table_.cells[e.changes[0].cell], &b = table_.cells[e.changes[1].cell];
    const int rows = int(table_.form->rows.size());
    return a.row == b.row ? std::pair{rows + a.column, rows + b.column} : std::pair{int(a.row), int(b.row)};
  }

  std::string line_of(const Cell& c, bool row) const {
    const Row& r = table_.form->rows[c.row];
    const Column& column = table_.form->columns[c.column];
    const bool zh = lang_ == Lang::zh;
    return std::string(row ? (zh ? r.zh : r.en) : (zh ? column.zh : column.en));
  }

  Note also(const Check& c) const {
    return {place_of(table_, c.total).value_or(table_.span),
            message("equation_also", lang_,
                    {{"equation", c.text}, {"left", to_string(*c.left)}, {"right", to_string(*c.right)}})};
  }

  Fix fix(const Explanation& e) const {
    Fix out{tell_.title(e), Safety::needs_review, e.confidence, {}};
    for (const Change& c : e.changes)
      for (Edit& edit : rewrite(report_.source.text, table_.cells[c.cell].place, c.to))
        out.edits.push_back(std::move(edit));
    put_in_order(out.edits.begin(), out.edits.end(),
                 [](const Edit& a, const Edit& b) { return a.span.begin < b.span.begin; });
    return out;
  }
};

}  // namespace

void judge_equations(const Report& report, const std::vector<std::vector<Check>>& checks,
                     const std::vector<std::vector<Cause>>& causes, Sink& sink, std::span<const Support> supports) {
  for (size_t t = 0; t < report.tables.size(); ++t) {
    const EquationJudge judge(report, report.tables[t], checks[t], supports, sink.lang());
    for (const Cause& cause : causes[t]) sink.report(judge.finding(cause));
  }
}

}  // namespace gouji
