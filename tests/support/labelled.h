// The labelled narratives of tests/narrative: what a careful person says of each quantity of a made-up report.
// How they are written stands in tests/narrative/README.md.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "doc/report.h"
#include "form/schema.h"
#include "text/span.h"

namespace gouji::test {

enum class Verdict : uint8_t {
  agrees,     // checked, and right
  disagrees,  // a finding stands here
  unchecked,  // understood, with nothing to check it against
  other,      // a date, a document's number, a telephone number …
  silent,     // no finding; whether it counts as checked is not held against anybody
};

// A quantity ⟦…⟧ or a statement without figures ⟨…⟩ of a paragraph, and what is to be said of it.
struct Mark {
  Span span;         // bytes
  Span utf16 = {};   // the same in UTF-16 code units
  std::string text;  // as it stands
  bool statement = false;
  Verdict verdict = Verdict::silent;
  std::string rule, severity;                        // of a disagreement
  std::vector<std::vector<std::string>> cells = {};  // alternatives, each the sum of "table.row.column"
};

// A report's tables by cell, "table.row.column" → what is printed there; empty if it has none.
using Values = std::map<std::string, std::string>;

struct Case {
  std::string file;
  int line = 0;  // of its header
  std::string kind, note;
  bool trap = false;
  std::string form = "2021", year, title, body;
  int section = 1;  // 0 is the preface
  Values values, previous;
  std::string paragraph;    // without marks
  std::vector<Mark> marks;  // spans in the paragraph
};

struct Labelled {
  std::vector<Case> cases;
  std::vector<std::string> errors;  // "held_out.txt:12: …"; a malformed block is no case
};

// What the engine was never tuned on: the first written before it, the others later, by people who saw neither the
// engine nor what it was tuned on.
inline constexpr const char* kHeldOut[] = {"held_out.txt", "held_out_2.txt", "held_out_3.txt", "held_out_4.txt"};

// What the engine was tuned on: the first set, then batch after batch, each written before it was run.
inline constexpr const char* kTuned[] = {
    "tuned.txt",    "tuned_2.txt",  "tuned_3.txt",  "tuned_4.txt",  "tuned_5.txt",  "tuned_6.txt",  "tuned_7.txt",
    "tuned_8.txt",  "tuned_9.txt",  "tuned_10.txt", "tuned_11.txt", "tuned_12.txt", "tuned_13.txt", "tuned_14.txt",
    "tuned_15.txt", "tuned_16.txt", "tuned_17.txt", "tuned_18.txt", "tuned_19.txt", "tuned_20.txt", "tuned_21.txt",
    "tuned_22.txt", "tuned_23.txt", "tuned_24.txt", "tuned_25.txt", "tuned_26.txt", "tuned_27.txt", "tuned_28.txt",
    "tuned_29.txt", "tuned_30.txt", "tuned_31.txt"};

// Reads tests/narrative/NAME, with the tables of tests/narrative/tables.txt.
const Labelled& labelled(const std::string& name);
// The same of a text; `name` is for its errors.
Labelled labelled_in(const std::string& name, const std::string& text);

// A whole report with the case's paragraph in its section.
struct Rendered {
  std::string text;
  std::string previous;  // last year's report; empty where the case has none
  Span paragraph;        // bytes
  std::vector<Mark> marks;
};
Rendered render(const Case& c);

// The first cell of the report that is not the number given for it, as "key: is, not given"; or how many are missing.
// Empty where all are as given.
std::string unlike(const Report& report, const Values& given);

// What a person says of a quantity of a published report: a line of tests/narrative/reports/NAME.tsv.
struct ReportMark : Mark {
  std::string expect;  // "must", "may": a finding has to, or can, stand here; "silent": none
  std::string note;
};

// The labels of a published report with that text; what is wrong with the file goes to `errors`.
std::vector<ReportMark> report_marks(const std::string& name, std::string_view text, std::vector<std::string>& errors);

// The tables of a form's edition in the order of a report: "2021", "2019", "2014".
std::vector<const TableForm*> tables_of(std::string_view edition);

}  // namespace gouji::test
