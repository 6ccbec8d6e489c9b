#include "rules/prose.h"

#include <algorithm>

#include "data.h"
#include "narrative/tokens.h"
#include "order.h"
#include "read/matcher.h"
#include "report/result.h"
#include "text/lines.h"

namespace gouji {
namespace {

// All words of core/data/prose.tsv as one automaton.
const Matcher& matcher() {
  static const Matcher made = [] {
    Matcher m;
    uint32_t label = 0;
    for (const data::prose_row& p : data::prose) m.add(han_of(p.words), label++);
    m.finish();
    return m;
  }();
  return made;
}

// Where the words stand that a match of their 汉字 has found, marks and all; empty if they do not.
Span exact(std::string_view text, const data::prose_row& row, uint32_t first_han, const Match& m) {
  if (m.folded.begin < first_han) return {};
  const uint32_t begin = m.folded.begin - first_han;
  const bool spaced = row.match == "spaced";
  uint32_t end = begin;
  for (const char c : row.words) {
    while (spaced && end < text.size() && text[end] == ' ') ++end;
    if (end >= text.size() || text[end] != c) return {};
    ++end;
  }
  return {begin, end};
}

uint32_t before_first_han(std::string_view words) {
  uint32_t at = 0;
  while (at < words.size() && static_cast<unsigned char>(words[at]) < 0x80) ++at;
  return at;
}

// The lines, without what of them is in a table or in the title: a report may stand on one line.
std::vector<Span> lines_of(const Report& report, std::string_view text) {
  std::vector<Span> out = holes_of(report);
  if (report.outline.title && !report.outline.title->folded.empty()) out.push_back(report.outline.title->folded);
  put_in_order(out.begin(), out.end(), [](Span a, Span b) { return a.begin < b.begin; });
  std::vector<Span> lines;
  uint32_t at = 0;
  size_t hole = 0;
  for (Span line{}; next_line(text, uint32_t(text.size()), at, line);) {
    while (hole < out.size() && out[hole].end <= line.begin) ++hole;
    uint32_t from = line.begin;
    for (size_t h = hole; h < out.size() && out[h].begin < line.end; ++h) {
      if (out[h].begin > from)
        if (const Span piece = trimmed(text, {from, out[h].begin}); !piece.empty()) lines.push_back(piece);
      from = std::max(from, out[h].end);
    }
    if (from < line.end)
      if (const Span piece = trimmed(text, {from, line.end}); !piece.empty()) lines.push_back(piece);
  }
  return lines;
}

}  // namespace

Prose prose_of(const Report& report) {
  const std::string_view all = report.folded.text();
  Prose p{report, all.substr(0, std::min<size_t>(report.outline.end, all.size()))};
  p.lines = lines_of(report, p.text);
  size_t line = 0;
  for (const Match& m : matcher().find(p.text)) {
    const data::prose_row& row = data::prose[m.label];
    const Span place = row.match == "han" ? m.folded : exact(p.text, row, before_first_han(row.words), m);
    while (line < p.lines.size() && p.lines[line].end < place.end) ++line;
    if (!place.empty() && line < p.lines.size() && p.lines[line].begin < place.end)
      p.phrases.push_back({row.kind, place});
  }
  return p;
}

uint32_t Prose::preface_end() const {
  uint32_t end = uint32_t(text.size());
  for (const Section& s : report.outline.sections) end = std::min(end, s.folded.begin);
  return end;
}

const Section* Prose::section(int number) const {
  for (const Section& s : report.outline.sections)
    if (s.named == number) return &s;
  return nullptr;
}

Span Prose::body(const Section& section) const {
  uint32_t end = uint32_t(text.size());
  for (const Section& s : report.outline.sections)
    if (s.folded.begin >= section.folded.end) end = std::min(end, s.folded.begin);
  return {std::min(section.folded.end, end), end};
}

std::vector<Span> Prose::lines_in(Span part) const {
  std::vector<Span> out;
  for (const Span line : lines) {
    if (line.begin >= part.end) break;
    if (!part.overlaps(line)) continue;
    out.push_back({std::max(line.begin, part.begin), std::min(line.end, part.end)});
  }
  return out;
}

bool Prose::says(std::string_view kind, Span part) const {
  return std::any_of(phrases.begin(), phrases.end(),
                     [&](const Phrase& p) { return p.kind == kind && part.contains(p.folded); });
}

std::string Prose::written(Span folded) const { return text_at(report, place(folded)); }

bool six_part(const Report& r) {
  return r.form == "2021" || r.form == "2019" || (r.form.empty() && r.outline.year.value_or(0) >= 2019);
}

bool of_2021(const Report& r) { return r.outline.year ? *r.outline.year >= 2021 : r.form == "2021" || r.form.empty(); }

int bracketed_number(std::string_view line) {
  const size_t close = line.substr(0, 16).find(')');
  if (line.empty() || line[0] != '(' || close == std::string_view::npos) return 0;
  size_t behind = 0;
  const std::string numbered = std::string(line.substr(1, close - 1)) + "、";
  const int number = heading_number(numbered, behind);
  return behind == numbered.size() ? number : 0;
}

void judge_wording(const Report& report, Sink& sink) {
  const Prose prose = prose_of(report);
  judge_left_over(prose, sink);
  judge_doubled(prose, sink);
  judge_numbering(prose, sink);
  judge_content(prose, sink);
  judge_citation(prose, sink);
  judge_personal(prose, sink);
}

}  // namespace gouji
