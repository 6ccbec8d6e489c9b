// A narrative cut into words, figures, marks and what was not understood: what claims are read from.
#pragma once

#include <vector>

#include "doc/report.h"
#include "narrative/figures.h"
#include "narrative/words.h"

namespace gouji {

struct Token {
  enum Kind : uint8_t {
    word,
    figure,
    mark,  // punctuation that parts clauses; brackets
    gap,   // characters that no phrase covers
    stop,  // a new paragraph, a heading, a table: nothing reaches across
  };
  Kind kind;
  Sense sense = Sense::glue;  // of a word
  uint16_t depth = 0;         // brackets around it
  char32_t what = 0;          // the mark; of a stop: h before a heading, e behind one, p between paragraphs, else 0
  uint32_t index = 0;         // of a figure, in the figures
  int32_t pair = -1;          // of a bracket: the other one
  Span folded;
  std::string_view meaning = {};  // of a word

  bool is(Sense s) const { return kind == word && sense == s; }
  bool is(Sense s, std::string_view m) const { return is(s) && meaning == m; }
  bool is(char32_t c) const { return kind == mark && what == c; }
  bool ends_sentence() const { return kind == stop || is(U'。'); }
};

// What is no narrative, in folded text, ascending: the tables, and lines that are rows of a table nobody read.
std::vector<Span> holes_of(const Report& report);

// The narrative of a report: everything up to its end but the holes. `figures` as read_figures gave them.
std::vector<Token> read_tokens(const Report& report, const std::vector<Figure>& figures,
                               const std::vector<Span>& holes);

}  // namespace gouji
