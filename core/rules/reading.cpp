// reading.*: cells that hold no figure, figures that cannot be read, figures that cannot be.
#include <algorithm>

#include "rules/missing.h"
#include "rules/rules.h"

namespace gouji {
namespace {

std::string_view text_of_cell(const Report& report, const Cell& c) { return slice(report.source.text, c.place); }

CellRef ref(const Table& t, const Cell& c) { return {t.form, c.row, c.column}; }

struct Run {
  size_t begin, end;  // indices of cells
};

// Blanks and marks that stand side by side in one row.
std::vector<Run> empty_runs(const Table& t) {
  const auto empty = [](const Cell& c) { return c.state == Cell::blank || c.state == Cell::nothing; };
  std::vector<Run> runs;
  for (size_t i = 0; i < t.cells.size(); ++i) {
    if (!empty(t.cells[i])) continue;
    const bool goes_on = !runs.empty() && runs.back().end == i && t.cells[i - 1].row == t.cells[i].row;
    if (!goes_on) runs.push_back({i, i});
    runs.back().end = i + 1;
  }
  return runs;
}

void judge_run(const Report& report, const Table& t, Run run, const Missing& missing, Sink& sink) {
  const Cell& first = t.cells[run.begin];
  Finding f{};
  f.rule = "reading.blank";
  f.span = cover(first.place, t.cells[run.end - 1].place);
  for (size_t k = run.begin; k < run.end; ++k) f.cells.push_back(ref(t, t.cells[k]));
  const std::string_view key = f.cells.size() > 1 ? "blank_more" : first.state == Cell::blank ? "blank" : "nothing";
  f.message = joined(message(key, sink.lang(),
                             {{"cell", name_of(f.cells.front(), sink.lang())},
                              {"text", text_of_cell(report, first)},
                              {"count", std::to_string(f.cells.size())}}),
                     missing.sentence(run.begin, run.end), sink.lang());
  f.fixes = missing.fixes(run.begin, run.end);
  sink.report(std::move(f));
}

// Whoever writes no zeros does so throughout: said once for the table.
void judge_habit(const Table& t, const std::vector<Run>& runs, const Missing& missing, Sink& sink) {
  Finding f{};
  f.rule = "reading.blank";
  f.span = cover(t.cells[runs.front().begin].place, t.cells[runs.front().end - 1].place);
  std::vector<size_t> cells;
  for (const Run& run : runs)
    for (size_t k = run.begin; k < run.end; ++k) cells.push_back(k);
  for (const size_t k : cells) f.cells.push_back(ref(t, t.cells[k]));
  f.message = joined(message("blank_throughout", sink.lang(),
                             {{"table", sink.lang() == Lang::zh ? t.form->zh : t.form->en},
                              {"count", std::to_string(cells.size())},
                              {"cell", name_of(f.cells.front(), sink.lang())}}),
                     missing.sentence_of_zeros(cells), sink.lang());
  f.fixes = missing.fixes_with_zeros(cells);
  sink.report(std::move(f));
}

void judge_blanks(const Report& report, const Table& t, const Missing& missing, Sink& sink) {
  constexpr size_t kHabit = 5;  // runs
  const std::vector<Run> runs = empty_runs(t);
  if (runs.size() >= kHabit) return judge_habit(t, runs, missing, sink);
  for (const Run& run : runs) judge_run(report, t, run, missing, sink);
}

bool lists(std::string_view words, std::string_view word) {
  for (size_t at = words.find(word); !word.empty() && at != std::string_view::npos; at = words.find(word, at + 1)) {
    const size_t end = at + word.size();
    if ((at == 0 || words[at - 1] == ' ') && (end == words.size() || words[end] == ' ')) return true;
  }
  return false;
}

void judge_figures(const Report& report, const Table& t, const Missing& missing, Sink& sink) {
  const TableForm& form = *t.form;
  for (size_t i = 0; i < t.cells.size(); ++i) {
    const Cell& c = t.cells[i];
    const auto say = [&](std::string_view rule, std::string_view key) {
      Finding f{};
      f.rule = rule;
      f.span = c.place;
      f.cells = {ref(t, c)};
      f.message =
          message(key, sink.lang(), {{"cell", name_of(ref(t, c), sink.lang())}, {"text", text_of_cell(report, c)}});
      if (!c.value) {
        f.message = joined(std::move(f.message), missing.sentence(i, i + 1), sink.lang());
        f.fixes = missing.fixes(i, i + 1);
      }
      sink.report(std::move(f));
    };
    if (c.state == Cell::unclear) say("reading.unclear", "unclear");
    if (!c.value) continue;
    if (c.value->negative() && form.columns[c.column].id != form.signs) say("reading.not_a_count", "negative");
    if (!c.value->whole() && !lists(form.fractions, form.rows[c.row].id)) say("reading.not_a_count", "fraction");
  }
}

bool is_share(std::string_view text) {
  return text.find('%') != std::string_view::npos || text.find("％") != std::string_view::npos;
}

// A figure in a row that the form does not have.
void judge_extras(const Report& report, const Table& t, Sink& sink) {
  for (const ExtraRow& x : t.extras)
    for (const Cell& c : x.cells)
      if (c.state == Cell::unclear && !is_share(text_of_cell(report, c)))
        sink.report("reading.unclear", c.place,
                    message("unclear", sink.lang(), {{"cell", x.name}, {"text", text_of_cell(report, c)}}));
}

// How many troubles from `from` on are rows, one after the other, whose labels were not found.
size_t missing_rows(const Table& t, size_t from) {
  const auto follows = [&](uint16_t above, uint16_t row) {
    const auto rows = t.form->rows.begin();
    return std::all_of(rows + above + 1, rows + row, [](const Row& between) { return between.heading(); });
  };
  size_t end = from;
  while (end < t.troubles.size() && t.troubles[end].kind == Trouble::no_label &&
         (end == from || follows(t.troubles[end - 1].row, t.troubles[end].row)))
    ++end;
  return end - from;
}

// Rows that are missing together, said once: to the last row of the form, the table has broken off.
void judge_missing_rows(const Table& t, size_t from, size_t count, Sink& sink) {
  const uint16_t first = t.troubles[from].row, last = t.troubles[from + count - 1].row;
  const auto name = [&](uint16_t r) { return sink.lang() == Lang::zh ? t.form->rows[r].zh : t.form->rows[r].en; };
  Finding f{};
  f.rule = "reading.missing";
  for (const Cell& c : t.cells)
    if (c.row >= first && c.row <= last) f.cells.push_back(ref(t, c));
  f.message = message(t.cells.back().row == last ? "broken_off" : "no_labels", sink.lang(),
                      {{"table", sink.lang() == Lang::zh ? t.form->zh : t.form->en},
                       {"first", name(first)},
                       {"last", name(last)},
                       {"count", std::to_string(count)}});
  sink.report(std::move(f));
}

void judge_troubles(const Report& report, const Table& t, const Missing& missing, Sink& sink) {
  constexpr size_t kTogether = 4;  // rows
  for (size_t at = 0; at < t.troubles.size(); ++at) {
    if (const size_t rows = missing_rows(t, at); rows >= kTogether) {
      judge_missing_rows(t, at, rows, sink);
      at += rows - 1;
      continue;
    }
    const Trouble& trouble = t.troubles[at];
    const Row& row = t.form->rows[trouble.row];
    const bool all = t.form->printed == Printed::one_line;
    const std::string_view zh = all ? t.form->zh : row.heading() ? row.label : row.zh;
    const std::string_view en = all ? t.form->en : row.heading() ? row.label : row.en;
    const std::string_view name = sink.lang() == Lang::zh ? zh : en;
    const size_t wanted = all ? t.cells.size() : row.columns.size();
    std::vector<CellRef> cells;
    size_t first = t.cells.size(), end = 0;  // of the row
    constexpr std::string_view kKeys[] = {"no_label", "no_values", "wrong_count", "ambiguous", "no_order", "stray"};
    if (trouble.kind != Trouble::stray)
      for (size_t i = 0; i < t.cells.size(); ++i)
        if (all || t.cells[i].row == trouble.row) {
          cells.push_back(ref(t, t.cells[i]));
          first = std::min(first, i);
          end = i + 1;
        }
    const std::optional<Span> place =
        trouble.kind == Trouble::no_label ? std::nullopt : std::optional<Span>(trouble.place);
    std::string words =
        message(trouble.kind == Trouble::stray && trouble.found > 1 ? "strays" : kKeys[trouble.kind], sink.lang(),
                {{"row", name},
                 {"table", sink.lang() == Lang::zh ? t.form->zh : t.form->en},
                 {"text", slice(report.source.text, trouble.place)},
                 {"wanted", std::to_string(wanted)},
                 {"found", std::to_string(trouble.found)}});
    Finding f{};
    f.rule = trouble.kind == Trouble::stray ? "reading.stray" : "reading.missing";
    f.span = place;
    f.cells = std::move(cells);
    f.message = std::move(words);
    if (!all && first < end) {
      f.message = joined(std::move(f.message), missing.sentence(first, end), sink.lang());
      f.fixes = missing.joins(trouble, first, end);
    }
    sink.report(std::move(f));
  }
}

}  // namespace

void judge_reading(const Report& report, const std::vector<std::vector<Check>>& checks,
                   const std::vector<std::vector<Cause>>& causes, Sink& sink) {
  for (size_t i = 0; i < report.tables.size(); ++i) {
    const Table& t = report.tables[i];
    const Missing missing(report, t, checks[i], causes[i], sink.lang());
    judge_blanks(report, t, missing, sink);
    judge_figures(report, t, missing, sink);
    judge_extras(report, t, sink);
    judge_troubles(report, t, missing, sink);
  }
  constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
  const size_t first = report.source.text.find(kReplacement);
  if (first == std::string::npos) return;
  uint32_t count = 0;
  for (size_t i = first; i != std::string::npos; i = report.source.text.find(kReplacement, i + 3)) ++count;
  sink.report("reading.replaced", Span{uint32_t(first), uint32_t(first + kReplacement.size())},
              message("replaced", sink.lang(),
                      {{"count", std::to_string(count)}, {"encoding", name_of(report.source.encoding)}}));
}

}  // namespace gouji
