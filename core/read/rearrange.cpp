#include "read/rearrange.h"

#include <algorithm>

#include "read/matcher.h"
#include "read/sums.h"
#include "read/token.h"

namespace gouji {
namespace {

bool is_figure(const Atom& a) { return a.value() && a.kind != Atom::blank; }

// Labels without figures between them, and the figures behind them.
struct Run {
  std::vector<size_t> rows;      // indices of placed rows, none of them headings
  std::vector<uint32_t> values;  // indices of atoms
};

std::vector<Run> runs_of(const TableForm& form, const std::vector<PlacedRow>& placed, const std::vector<Atom>& atoms) {
  constexpr uint32_t kForeign = 12;  // 汉字: a longer stretch behind the last label is no longer the table
  std::vector<Run> runs;
  bool open = false;  // the run still takes labels
  for (size_t p = 0; p < placed.size(); ++p) {
    const uint32_t next = p + 1 < placed.size() ? placed[p + 1].first : uint32_t(atoms.size());
    if (!form.rows[placed[p].row].heading()) {
      if (!open) runs.emplace_back();
      runs.back().rows.push_back(p);
      open = true;
    }
    uint32_t han = 0;
    for (uint32_t a = placed[p].last + 1; a < next; ++a) {
      han = atoms[a].kind == Atom::han ? han + 1 : 0;
      if (p + 1 == placed.size() && han > kForeign) break;
      if (!is_figure(atoms[a]) || runs.empty()) continue;
      runs.back().values.push_back(a);
      open = false;
    }
  }
  return runs;
}

// Which of a run's values stands in a row's column, row by row or column by column.
size_t index_in(const Run& run, size_t row, size_t column, size_t columns, bool by_column) {
  return by_column ? column * run.rows.size() + row : row * columns + column;
}

// How many rows, of those with a figure other than 0, add up.
size_t rows_that_add_up(const TableForm& form, const Run& run, const std::vector<Atom>& atoms, std::string_view folded,
                        bool by_column, size_t& rows) {
  const Row& row = form.rows.back();
  size_t good = 0;
  rows = 0;
  for (size_t r = 0; r < run.rows.size(); ++r) {
    std::vector<Decimal> figures;
    for (size_t c = 0; c < row.columns.size(); ++c) {
      const Atom& a = atoms[run.values[index_in(run, r, c, row.columns.size(), by_column)]];
      const auto value = a.kind == Atom::number ? figure_of(slice(folded, a.folded)) : std::nullopt;
      figures.push_back(value.value_or(Decimal{}));
    }
    if (std::all_of(figures.begin(), figures.end(), [](Decimal d) { return d.units == 0; })) continue;
    ++rows;
    good += adds_up(form, row, figures);
  }
  return good;
}

void append_label(Rearranged& out, uint16_t row, const std::vector<Atom>& atoms, uint32_t first, uint32_t last) {
  const auto begin = uint32_t(out.atoms.size());
  for (uint32_t a = first; a <= last; ++a)
    if (atoms[a].kind == Atom::han) out.atoms.push_back(atoms[a]);
  out.placed.push_back({row, begin, uint32_t(out.atoms.size()) - 1});
}

void onto_lines(Rearranged& out) {
  for (size_t p = 0; p < out.placed.size(); ++p) {
    const uint32_t end = p + 1 < out.placed.size() ? out.placed[p + 1].first : uint32_t(out.atoms.size());
    for (uint32_t a = out.placed[p].first; a < end; ++a) {
      out.atoms[a].line = uint32_t(p);
      out.atoms[a].column = out.atoms[a].fields = 0;
    }
  }
}

}  // namespace

std::optional<Rearranged> part_runs(const TableForm& form, const std::vector<PlacedRow>& placed,
                                    const std::vector<Atom>& atoms, std::string_view folded) {
  if (!has_row_sums(form)) return std::nullopt;
  const size_t columns = form.rows.back().columns.size();
  for (const Row& r : form.rows)
    if (!r.heading() && r.columns.size() != columns) return std::nullopt;
  const std::vector<Run> runs = runs_of(form, placed, atoms);
  size_t good[2] = {0, 0}, rows[2] = {0, 0}, whole = 0;
  const auto fits = [&](const Run& run) { return run.values.size() == run.rows.size() * columns; };
  for (const Run& run : runs) {
    if (!fits(run)) continue;
    whole += run.rows.size();
    for (const bool by_column : {false, true}) {
      size_t counted = 0;
      good[by_column] += rows_that_add_up(form, run, atoms, folded, by_column, counted);
      rows[by_column] += counted;
    }
  }
  const bool all[2] = {good[0] == rows[0], good[1] == rows[1]};
  if (whole * 10 < placed.size() * 6 || (!all[0] && !all[1])) return std::nullopt;
  if (all[0] && all[1] && rows[0] > 0 && runs.size() < whole) return std::nullopt;  // both ways: who could tell
  const bool by_column = !all[0];
  Rearranged out;
  size_t run = 0, of_run = 0;
  for (const PlacedRow& p : placed) {
    append_label(out, p.row, atoms, p.first, p.last);
    if (form.rows[p.row].heading()) continue;
    if (of_run == runs[run].rows.size()) ++run, of_run = 0;
    for (size_t c = 0; c < columns && fits(runs[run]); ++c)
      out.atoms.push_back(atoms[runs[run].values[index_in(runs[run], of_run, c, columns, by_column)]]);
    ++of_run;
  }
  onto_lines(out);
  return out;
}

std::optional<Rearranged> turn(const TableForm& form, const std::vector<PlacedRow>& placed,
                               const std::vector<Atom>& atoms, std::string_view folded) {
  // The line with most labels.
  uint32_t line = 0;
  size_t most = 0;
  for (const PlacedRow& p : placed) {
    const auto here = size_t(std::count_if(placed.begin(), placed.end(), [&](const PlacedRow& o) {
      return atoms[o.first].line == atoms[p.first].line && !form.rows[o.row].heading();
    }));
    if (here > most) most = here, line = atoms[p.first].line;
  }
  if (most < 3) return std::nullopt;
  struct Fields {
    std::vector<Span> spans;
  };
  const auto fields_at = [&](size_t begin) {
    Fields out;
    const size_t end = std::min(folded.find('\n', begin), folded.size());
    for (size_t at = begin; at <= end;) {
      const size_t stop = std::min(folded.substr(0, end).find_first_of("\t|", at), end);
      out.spans.push_back({uint32_t(at), uint32_t(stop)});
      at = stop + 1;
    }
    return out;
  };
  uint32_t first = 0;  // of the line's atoms
  while (atoms[first].line != line) ++first;
  size_t begin = folded.rfind('\n', atoms[first].folded.begin);
  begin = begin == std::string_view::npos ? 0 : begin + 1;
  const Fields head = fields_at(begin);
  // The field of each row's label.
  std::vector<std::pair<size_t, size_t>> rows;  // placed row, field
  for (size_t p = 0; p < placed.size(); ++p) {
    if (form.rows[placed[p].row].heading() || atoms[placed[p].first].line != line) continue;
    if (placed[p].last >= atoms.size()) continue;  // a row that was guessed from its place has no label
    for (size_t f = 0; f < head.spans.size(); ++f)
      if (head.spans[f].contains({atoms[placed[p].first].folded.begin, atoms[placed[p].last].folded.end}))
        rows.push_back({p, f});
  }
  if (rows.size() < 3) return std::nullopt;
  // The lines of the columns.
  std::vector<Fields> lines(form.columns.size());
  for (size_t at = folded.find('\n', begin); at != std::string_view::npos; at = folded.find('\n', at + 1)) {
    const Fields fields = fields_at(at + 1);
    if (fields.spans.size() < 2) break;
    for (const Span& f : fields.spans) {
      const std::u32string key = label_key(slice(folded, f));
      if (key.empty()) continue;
      for (size_t c = 0; c < form.columns.size(); ++c)
        if (label_key(form.columns[c].zh) == key && lines[c].spans.empty()) lines[c] = fields;
      break;
    }
  }
  Rearranged out;
  for (const auto& [p, f] : rows) {
    append_label(out, placed[p].row, atoms, placed[p].first, placed[p].last);
    for (const uint8_t c : form.rows[placed[p].row].columns) {
      if (lines[c].spans.size() != head.spans.size()) return std::nullopt;
      const Span field = lines[c].spans[f];
      const auto value = std::find_if(atoms.begin(), atoms.end(), [&](const Atom& a) {
        return a.value() && field.begin <= a.folded.begin && a.folded.end <= field.end;
      });
      if (value == atoms.end()) return std::nullopt;
      out.atoms.push_back(*value);
    }
  }
  onto_lines(out);
  return out;
}

}  // namespace gouji
