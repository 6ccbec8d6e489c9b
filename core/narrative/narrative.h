// The narrative as it was understood, and what the checks share.
#pragma once

#include <string>

#include "narrative/mentions.h"
#include "rules/rules.h"

namespace gouji {

struct Narrative {
  const Report& report;
  const Report* previous;  // last year's, or nullptr
  Sink& sink;
  std::vector<Figure> figures;
  std::vector<Token> tokens;
  std::vector<Mention> mentions;
  std::vector<Statement> statements;
  std::vector<Support>& supports;

  const Figure& figure(const Mention& m) const { return figures[m.figure]; }
  Span place(const Mention& m) const { return report.folded.to_source(figure(m).place); }
  std::string text(Span folded) const;  // on one line, as it stands
  // Whether the words stand there.
  bool says(Span folded, std::string_view words) const { return text(folded).find(words) != std::string::npos; }
  std::string text(const Mention& m) const { return text(figure(m).place); }

  void agree(Mention& m) const {
    if (m.verdict == Verdict::unchecked) m.verdict = Verdict::agrees;
  }
  // What stands at a place of the folded text, for what a finding relates to.
  Note note(Span folded) const;
  Note note(const Mention& m) const { return note(figure(m).place); }
  // A finding at a place of the folded text.
  void find(std::string_view rule, Span folded, std::string message, std::vector<Note> related = {},
            std::optional<Severity> severity = {});
  // The first thing that is wrong with a figure or a statement is said; what follows from it is not.
  template <typename Said>
  void disagree(Said& m, std::string_view rule, std::string message, std::vector<Note> related = {},
                std::optional<Severity> severity = {}) {
    if (m.verdict == Verdict::disagrees) return;
    m.verdict = Verdict::disagrees;
    find(rule, folded_place(m), std::move(message), std::move(related), severity);
  }

 private:
  Span folded_place(const Mention& m) const { return figure(m).place; }
  Span folded_place(const Statement& s) const { return s.folded; }
};

// Where cells stand, the first few of them, for what a finding relates to.
std::vector<Note> notes_of(const Narrative& n, const std::vector<CellRef>& cells);
std::string name_of(const std::vector<CellRef>& cells, Lang lang);
// What cells come to, for a message: 「总计·本年新收」是 50，….
std::string told(const std::vector<Sum>& sums, Lang lang);
// Puts an item behind those of a list.
void put_behind(std::string& list, std::string_view item, Lang lang);

// Each check looks at all mentions once. The order matters: what a cell decides is not said again as a sum.
void check_table(Narrative& n);
void check_equations(Narrative& n);
void check_rest(Narrative& n);
void check_percent(Narrative& n);
void check_growth(Narrative& n);
void prepare_growth(Narrative& n);  // its part
void check_twice(Narrative& n);
void check_statements(Narrative& n);
void check_fees(Narrative& n);
void check_years(Narrative& n);

// Says that a figure is none of the cells that its words mean; false where no cell is meant.
bool against_table(Narrative& n, Mention& m);

// 100 × part / whole, exact to seven decimals.
std::optional<Decimal> percent_of(Decimal part, Decimal whole);

}  // namespace gouji
