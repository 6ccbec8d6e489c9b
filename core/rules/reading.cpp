// reading.*: cells that hold no figure, figures that cannot be read, figures that cannot be.
#include <algorithm>

#include "rules/rules.h"

namespace gouji {
namespace {

std::string_view text_of_cell(const Report& report, const Cell& c) { return slice(report.source.text, c.place); }

CellRef ref(const Table& t, const Cell& c) { return {t.form, c.row, c.column}; }

// Blanks and marks that stand side by side in one row are one finding.
void judge_blanks(const Report& report, const Table& t, Sink& sink) {
  const auto empty = [](const Cell& c) { return c.state == Cell::blank || c.state == Cell::nothing; };
  for (size_t i = 0; i < t.cells.size();) {
    size_t end = i;
    while (end < t.cells.size() && empty(t.cells[end]) && t.cells[end].row == t.cells[i].row) ++end;
    if (end == i) {
      ++i;
      continue;
    }
    std::vector<CellRef> cells;
    for (size_t k = i; k < end; ++k) cells.push_back(ref(t, t.cells[k]));
    const std::string name = name_of(cells.front(), sink.lang()), count = std::to_string(cells.size());
    const std::string_view key = cells.size() > 1                  ? "blank_more"
                                 : t.cells[i].state == Cell::blank ? "blank"
                                                                   : "nothing";
    sink.report(
        "reading.blank", cover(t.cells[i].place, t.cells[end - 1].place),
        message(key, sink.lang(), {{"cell", name}, {"text", text_of_cell(report, t.cells[i])}, {"count", count}}),
        std::move(cells));
    i = end;
  }
}

bool lists(std::string_view words, std::string_view word) {
  for (size_t at = words.find(word); !word.empty() && at != std::string_view::npos; at = words.find(word, at + 1)) {
    const size_t end = at + word.size();
    if ((at == 0 || words[at - 1] == ' ') && (end == words.size() || words[end] == ' ')) return true;
  }
  return false;
}

void judge_figures(const Report& report, const Table& t, Sink& sink) {
  const TableForm& form = *t.form;
  for (const Cell& c : t.cells) {
    const std::string name = name_of(ref(t, c), sink.lang());
    const auto say = [&](std::string_view rule, std::string_view key) {
      sink.report(rule, c.place, message(key, sink.lang(), {{"cell", name}, {"text", text_of_cell(report, c)}}),
                  {ref(t, c)});
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

void judge_troubles(const Report& report, const Table& t, Sink& sink) {
  for (const Trouble& trouble : t.troubles) {
    const Row& row = t.form->rows[trouble.row];
    const bool all = t.form->printed == Printed::one_line;
    const std::string_view zh = all ? t.form->zh : row.heading() ? row.label : row.zh;
    const std::string_view en = all ? t.form->en : row.heading() ? row.label : row.en;
    const std::string_view name = sink.lang() == Lang::zh ? zh : en;
    const size_t wanted = all ? t.cells.size() : row.columns.size();
    std::vector<CellRef> cells;
    constexpr std::string_view kKeys[] = {"no_label", "no_values", "wrong_count", "ambiguous", "stray"};
    if (trouble.kind != Trouble::stray)
      for (const Cell& c : t.cells)
        if (all || c.row == trouble.row) cells.push_back(ref(t, c));
    const std::optional<Span> place =
        trouble.kind == Trouble::no_label ? std::nullopt : std::optional<Span>(trouble.place);
    sink.report(
        trouble.kind == Trouble::stray ? "reading.stray" : "reading.missing", place,
        message(trouble.kind == Trouble::stray && trouble.found > 1 ? "strays" : kKeys[trouble.kind], sink.lang(),
                {{"row", name},
                 {"table", sink.lang() == Lang::zh ? t.form->zh : t.form->en},
                 {"text", slice(report.source.text, trouble.place)},
                 {"wanted", std::to_string(wanted)},
                 {"found", std::to_string(trouble.found)}}),
        std::move(cells));
  }
}

}  // namespace

void judge_reading(const Report& report, Sink& sink) {
  for (const Table& t : report.tables) {
    judge_blanks(report, t, sink);
    judge_figures(report, t, sink);
    judge_extras(report, t, sink);
    judge_troubles(report, t, sink);
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
