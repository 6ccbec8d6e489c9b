#include "narrative/words.h"

#include <algorithm>
#include <string>

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
  std::string_view meaning;
  std::string words;
};

struct Lexicon {
  std::vector<Phrase> phrases;
  std::vector<const data::phrases_row*> cues;
  Matcher matcher;

  Lexicon() {
    for (const data::phrases_row& row : data::phrases) {
      if (row.sense == "cue") {
        cues.push_back(&row);
        continue;
      }
      Sense sense = Sense::glue;
      for (size_t s = 0; s < std::size(kSenses); ++s)
        if (kSenses[s] == row.sense) sense = Sense(s);
      std::string_view rest = row.words;
      while (!rest.empty()) {
        const size_t space = rest.find(' ');
        const std::string_view words = rest.substr(0, space);
        if (!words.empty()) add(sense, row.meaning, {}, words);
        if (space == std::string_view::npos) break;
        rest.remove_prefix(space + 1);
      }
    }
    matcher.finish();
  }

  // `head` and what stands behind it: 转[至|到]下年 is 转至下年 and 转到下年.
  void add(Sense sense, std::string_view meaning, std::string head, std::string_view rest) {
    const size_t open = rest.find('[');
    head += rest.substr(0, open);
    if (open == std::string_view::npos) {
      matcher.add(han_of(head), uint32_t(phrases.size()));
      phrases.push_back({sense, meaning, std::move(head)});
      return;
    }
    const size_t close = rest.find(']', open);
    std::string_view choices = rest.substr(open + 1, close - open - 1);
    while (true) {
      const size_t bar = choices.find('|');
      add(sense, meaning, head + std::string(choices.substr(0, bar)), rest.substr(close + 1));
      if (bar == std::string_view::npos) return;
      choices.remove_prefix(bar + 1);
    }
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

// The best way to read a text up to the end of a word.
struct Reading {
  Word word;
  int64_t worth;
  size_t before;  // the reading that it goes on from
};

// Where a piece of the text from `begin` on may end, so that no phrase is cut: behind a sentence at the end of a line.
size_t piece_end(std::string_view text, size_t begin) {
  constexpr size_t kPiece = 1 << 16;
  constexpr std::string_view kEnd = "。\n";
  const size_t at = begin + kPiece < text.size() ? text.find(kEnd, begin + kPiece) : std::string_view::npos;
  return at == std::string_view::npos ? text.size() : at + kEnd.size();
}

// Of all ways to choose words that do not overlap, the one that covers most of the text, with the fewest words; of
// equals the one that comes first. 公民个人提出的 is 公民个人 + 提出 + 的, though 个人提出的 is a phrase too.
void read_piece(const Lexicon& all, std::string_view text, uint32_t offset, std::vector<Reading>& best,
                std::vector<Word>& words) {
  constexpr int64_t kCharacter = 64, kWord = 1;
  best.assign(1, {{}, 0, 0});
  for (const Match& m : all.matcher.find(text)) {
    const Phrase& p = all.phrases[m.label];
    if (m.folded.size() != p.words.size() && !reads(slice(text, m.folded), p.words)) continue;
    if (m.folded.size() == p.words.size() && slice(text, m.folded) != p.words) continue;
    // Matches come in the order of their ends, so few readings reach into this one.
    size_t before = best.size() - 1;
    while (best[before].word.folded.end > m.folded.begin) --before;
    const int64_t worth = best[before].worth + m.length * kCharacter - kWord;
    const bool earlier = worth == best.back().worth && m.folded.end == best.back().word.folded.end;
    if (worth > best.back().worth || earlier) best.push_back({{p.sense, p.meaning, m.folded}, worth, before});
  }
  const auto first = std::ptrdiff_t(words.size());
  for (size_t at = best.size() - 1; at > 0; at = best[at].before) {
    words.push_back(best[at].word);
    words.back().folded = {words.back().folded.begin + offset, words.back().folded.end + offset};
  }
  std::reverse(words.begin() + first, words.end());
}

}  // namespace

bool cued(std::string_view text, std::string_view cue, Cue where) {
  for (const data::phrases_row* const row : lexicon().cues) {
    if (row->meaning != cue) continue;
    std::string_view rest = row->words;
    while (!rest.empty()) {
      const std::string_view word = rest.substr(0, rest.find(' '));
      const bool found = where == Cue::within  ? text.find(word) != std::string_view::npos
                         : where == Cue::begin ? text.substr(0, word.size()) == word
                                               : text == word;
      if (found) return true;
      rest.remove_prefix(std::min(word.size() + 1, rest.size()));
    }
  }
  return false;
}

// Piece by piece: what is kept for each match stays in the cache, however long the text.
std::vector<Word> read_words(std::string_view text) {
  const Lexicon& all = lexicon();
  std::vector<Reading> best;
  std::vector<Word> words;
  for (size_t begin = 0; begin < text.size();) {
    const size_t end = piece_end(text, begin);
    read_piece(all, text.substr(begin, end - begin), uint32_t(begin), best, words);
    begin = end;
  }
  return words;
}

}  // namespace gouji
