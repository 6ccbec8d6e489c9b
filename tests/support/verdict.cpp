#include "support/verdict.h"

#include <algorithm>

#include "support/noise.h"

namespace gouji::test {
namespace {

struct Reading {
  const Table* table;
  const Cell* cell;
};

// What was read, by key; an extra row as "applications extra.1 natural".
std::map<std::string, Reading> readings(const Result& result) {
  std::map<std::string, Reading> out;
  if (result.failure) return out;
  for (const Table& t : result.report.tables) {
    const auto column = [&](const Cell& c) { return t.form->columns[c.column].id; };
    for (const Cell& c : t.cells) out[key(*t.form, t.form->rows[c.row].id, column(c))] = {&t, &c};
    for (size_t x = 0; x < t.extras.size(); ++x)
      for (const Cell& c : t.extras[x].cells) out[key(*t.form, "extra." + std::to_string(x + 1), column(c))] = {&t, &c};
  }
  return out;
}

bool says(const Finding& f, std::string_view family) { return f.rule.substr(0, family.size()) == family; }

bool tells_of_reading(const Finding& f) { return says(f, "reading.") || says(f, "structure."); }

// Whether some finding tells of a cell that was not read: it names the cell, or stands on it.
bool told(const Result& result, const Reading& r) {
  const CellRef ref{r.table->form, r.cell->row, r.cell->column};
  return std::any_of(result.findings.begin(), result.findings.end(), [&](const Finding& f) {
    if (!tells_of_reading(f)) return false;
    if (std::find(f.cells.begin(), f.cells.end(), ref) != f.cells.end()) return true;
    return f.span && r.cell->state != Cell::missing && f.span->contains(r.cell->place);
  });
}

// Whether some finding stands where the text of a cell does.
bool told(const Result& result, const std::optional<Span>& place) {
  return place && std::any_of(result.findings.begin(), result.findings.end(), [&](const Finding& f) {
           return tells_of_reading(f) && f.span && f.span->overlaps(*place);
         });
}

// Whether anything tells of a whole table that was not found.
bool told_missing(const Result& result) {
  return result.failure || std::any_of(result.findings.begin(), result.findings.end(),
                                       [](const Finding& f) { return f.rule == "structure.missing_table"; });
}

std::string shown(const Result& result, const Reading& r) {
  constexpr std::string_view kStates[] = {"number", "blank", "nothing", "unclear", "missing"};
  std::string out(kStates[r.cell->state]);
  if (r.cell->state == Cell::missing) return out;
  out += " '" + text_at(result.report, r.cell->place) + "'";
  if (r.cell->value) out += " = " + to_string(*r.cell->value);
  return out;
}

// Whether two places lie in a run of the same figure, of which one is said to be one too many (2.重复申请 0 0 0 0 0 0 3
// 3 with seven cells): which of them it is changes no cell.
bool is_one_of_run(const Result& result, const Fact& truth, Span place) {
  if (!truth.place) return false;
  const std::string_view text = result.report.source.text, figure = truth.text;
  Span run{place.begin, place.end};
  const auto next = [&](size_t at) { return std::min(text.find_first_not_of(" \t", at), text.size()); };
  while (text.substr(next(run.end), figure.size()) == figure) run.end = uint32_t(next(run.end) + figure.size());
  for (;;) {
    const size_t end = run.begin == 0 ? 0 : text.find_last_not_of(" \t", run.begin - 1) + 1;
    if (end < figure.size() || text.substr(end - figure.size(), figure.size()) != figure) break;
    run.begin = uint32_t(end - figure.size());
  }
  return run.contains(*truth.place) &&
         std::any_of(result.findings.begin(), result.findings.end(),
                     [&](const Finding& f) { return f.rule == "reading.stray" && f.span && run.contains(*f.span); });
}

Verdict judge(const Fact& truth, const Result& result, const Reading& r) {
  const bool said = told(result, r);
  if (r.cell->value) {
    const bool same = truth.kind == Fact::number && truth.value && *truth.value == *r.cell->value &&
                      text_at(result.report, r.cell->place) == truth.text;
    if (same && truth.place == r.cell->place) return Verdict::exact;
    return same && is_one_of_run(result, truth, r.cell->place) ? Verdict::flagged : Verdict::wrong;
  }
  constexpr Cell::State kStates[] = {Cell::number, Cell::blank, Cell::nothing, Cell::unclear, Cell::missing};
  const bool same = r.cell->state == kStates[truth.kind] &&
                    (truth.kind == Fact::blank || truth.kind == Fact::missing || truth.place == r.cell->place);
  if (said && (same || truth.doubtful)) return Verdict::exact;
  return said ? Verdict::flagged : Verdict::wrong;
}

}  // namespace

std::vector<Judged> judge(const Result& result, const Document& document) {
  std::vector<Judged> out;
  std::map<std::string, Reading> read = readings(result);
  for (const auto& [key, truth] : document.cells) {
    Judged j{key, Verdict::wrong, std::string(name_of(truth.kind)) + " '" + truth.text + "'", "no such cell"};
    const auto found = read.find(key);
    if (found == read.end()) {
      const std::string table = key.substr(0, key.find(' '));
      const bool has_table = !result.failure && result.report.table(table) != nullptr;
      // A table, a row of another edition or an extra row that was not seen has no cell to name; where the document
      // does not have it either, nothing is amiss.
      if (truth.kind == Fact::missing) {
        j.verdict = Verdict::exact;
      } else if (told(result, truth.place) || (!has_table && told_missing(result))) {
        j.verdict = Verdict::flagged;
      }
    } else {
      j.verdict = judge(truth, result, found->second);
      j.read = shown(result, found->second);
      read.erase(found);
    }
    out.push_back(std::move(j));
  }
  // What is read where nothing stands; a row that went to another place may be read as one that the form lacks.
  for (const auto& each : read) {  // no structured binding: clang 14 does not let a lambda have one
    const Cell& cell = *each.second.cell;
    if (!cell.value) continue;
    const bool extra = each.first.find(" extra.") != std::string::npos;
    const bool stands = extra && std::any_of(document.cells.begin(), document.cells.end(), [&](const auto& other) {
                          return other.second.place == cell.place && other.second.value == cell.value;
                        });
    if (!stands) out.push_back({each.first, Verdict::wrong, "not in the document", shown(result, each.second)});
  }
  return out;
}

bool lists(std::string_view rules, std::string_view rule) {
  while (!rules.empty()) {
    const size_t end = std::min(rules.find(' '), rules.size());
    const std::string_view each = rules.substr(0, end);
    if (each == rule || (each.back() == '*' && rule.substr(0, each.size() - 1) == each.substr(0, each.size() - 1)))
      return true;
    rules.remove_prefix(std::min(end + 1, rules.size()));
  }
  return false;
}

}  // namespace gouji::test
