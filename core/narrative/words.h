// The phrasings of core/data/phrases.tsv as they stand in a text. All are looked for at once, in one pass.
#pragma once

#include <string_view>
#include <vector>

#include "text/span.h"

namespace gouji {

// What kind of thing a phrase says; phrases.tsv explains them.
enum class Sense : uint8_t {
  topic,
  thing,
  role,
  general,
  rate,
  none,
  all,
  rise,
  fall,
  change,
  flat,
  than,
  share,
  of,
  exact,
  within,
  also,
  sum,
  each,
  back,
  when,
  who,
  soft,
  item,
  glue,
};

struct Word {
  Sense sense;
  std::string_view meaning;
  Span folded;
};

// Whether `text` is one of a cue's words, begins with one or has one in it: the rows of phrases.tsv that are not cut
// out of every text, but looked for where somebody asks.
enum class Cue : uint8_t { whole, begin, within };
bool cued(std::string_view text, std::string_view cue, Cue where);

// Ascending, never overlapping: the phrases that cover most of the text. `text` is folded and simplified.
std::vector<Word> read_words(std::string_view text);

}  // namespace gouji
