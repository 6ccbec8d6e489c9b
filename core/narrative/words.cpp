#include "narrative/words.h"

#include "data.h"
#include "read/matcher.h"
#include "text/utf8.h"

namespace gouji {
namespace {

constexpr std::string_view kSenses[] = {"topic",  "thing", "role", "general", "rate", "none",  "all",    "rise", "fall",
                                        "change", "flat",  "than", "share",   "of",   "exact", "within", "also", "sum",
                                        "each",   "back",  "when", "who",     "soft", "item",  "glue"};

struct Phrase {
  Sense sense;
  std::string_view meaning, words;
};

struct Lexicon {
  std::vector<Phrase> phrases;
  Matcher matcher;

  Lexicon() {
    for (const data::phrases_row& row : data::phrases) {
      Sense sense = Sense::glue;
      for (size_t s = 0; s < std::size(kSenses); ++s)
        if (kSenses[s] == row.sense) sense = Sense(s);
      std::string_view rest = row.words;
      while (!rest.empty()) {
        const size_t space = rest.find(' ');
        const std::string_view words = rest.substr(0, space);
        if (!words.empty()) {
          matcher.add(han_of(words), uint32_t(phrases.size()));
          phrases.push_back({sense, row.meaning, words});
        }
        if (space == std::string_view::npos) break;
        rest.remove_prefix(space + 1);
      }
    }
    matcher.finish();
  }
};

const Lexicon& lexicon() {
  static const Lexicon all;
  return all;
}

// Whether a piece of the text is the phrase, blanks and quotation marks apart: the matcher looks at 汉字 alone.
bool reads(std::string_view piece, std::string_view words) {
  size_t w = 0;
  for (size_t i = 0; i < piece.size();) {
    const auto byte = static_cast<unsigned char>(piece[i]);
    if (utf8::is_space(byte) || byte == '*') {
      ++i;
      continue;
    }
    const uint32_t size = utf8::decode(piece, i).size;
    if (w < words.size() && piece.compare(i, size, words, w, size) == 0) {
      w += size;
      i += size;
      continue;
    }
    const char32_t c = utf8::decode(piece, i).value;
    if (c != U'“' && c != U'”') return false;
    i += size;
  }
  return w == words.size();
}

}  // namespace

std::vector<Word> read_words(std::string_view text) {
  const Lexicon& all = lexicon();
  std::vector<Word> words;
  for (const Match& m : all.matcher.find(text)) {
    const Phrase& p = all.phrases[m.label];
    if (m.folded.size() != p.words.size() && !reads(slice(text, m.folded), p.words)) continue;
    if (m.folded.size() == p.words.size() && slice(text, m.folded) != p.words) continue;
    // Matches come in the order of their ends: a longer one takes the place of what it covers.
    while (!words.empty() && m.folded.begin <= words.back().folded.begin) words.pop_back();
    if (!words.empty() && words.back().folded.end > m.folded.begin) continue;
    words.push_back({p.sense, p.meaning, m.folded});
  }
  return words;
}

}  // namespace gouji
