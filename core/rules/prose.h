// What is written in a report outside its tables, for the rules on wording.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "doc/report.h"
#include "rules/rules.h"

namespace gouji {

inline constexpr size_t kMostPlaces = 20;  // that one finding points at

// An occurrence of words of core/data/prose.tsv.
struct Phrase {
  std::string_view kind;
  Span folded;
};

struct Prose {
  const Report& report;
  std::string_view text;             // folded, up to the end of the report
  std::vector<Span> lines = {};      // trimmed, not empty, ascending; without tables and the title
  std::vector<Phrase> phrases = {};  // in the order of their ends

  // Where the first section starts, or else the text ends.
  uint32_t preface_end() const;
  // Section `number` of the form; nullptr where there is none.
  const Section* section(int number) const;
  // From behind the heading of a section to the next.
  Span body(const Section& section) const;
  // The lines within `part`, cut to it.
  std::vector<Span> lines_in(Span part) const;
  bool says(std::string_view kind, Span part) const;
  Span place(Span folded) const { return report.folded.to_source(folded); }
  // What stands there, as its readers see it.
  std::string written(Span folded) const;
};

Prose prose_of(const Report& report);

// A report with the six sections of the forms of 2019 and 2021.
bool six_part(const Report& report);

// Whether the report is of a year for which the form of 2021 holds, as far as can be told.
bool of_2021(const Report& report);

// （一）, (十二) at the start of a line: the number; 0 if there is none.
int bracketed_number(std::string_view line);

// Each says what its rules have to say of the wording.
void judge_left_over(const Prose& prose, Sink& sink);
void judge_doubled(const Prose& prose, Sink& sink);
void judge_numbering(const Prose& prose, Sink& sink);
void judge_content(const Prose& prose, Sink& sink);
void judge_citation(const Prose& prose, Sink& sink);
void judge_personal(const Prose& prose, Sink& sink);

}  // namespace gouji
