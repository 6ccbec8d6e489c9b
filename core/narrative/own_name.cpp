// Whether words name the report's own body: by its name, the end of it, or the short name that everybody uses.
#include <algorithm>

#include "narrative/mention_reader.h"
#include "text/utf8.h"

namespace gouji {
namespace {

std::u32string points_of(std::string_view text) {
  std::u32string out;
  for (size_t i = 0; i < text.size();) {
    const utf8::CodePoint c = utf8::decode(text, i);
    if (!utf8::is_space(c.value)) out += c.value;
    i += c.size;
  }
  return out;
}

bool level(char32_t c) { return std::u32string_view(U"省市州盟县区旗镇乡府").find(c) != std::u32string_view::npos; }

// 市住建局 of 云岭市住房和城乡建设局: its characters in order, the last of them its last, beginning where a place ends.
bool shortens(const std::u32string& words, const std::u32string& full) {
  for (size_t from = 0; from < full.size(); ++from) {
    if (full[from] != words[0] || (from > 0 && !level(full[from]) && !level(full[from - 1]))) continue;
    size_t w = 0, last = from;
    for (size_t k = from; k < full.size() && w < words.size(); ++k)
      if (full[k] == words[w]) last = k, ++w;
    if (w == words.size() && last + 1 == full.size()) return true;
  }
  return false;
}

}  // namespace

bool MentionReader::names_own(std::string_view words) const {
  const Body& body = r_.outline.body;
  const std::u32string piece = points_of(words);
  constexpr size_t kShortest = 2, kLongest = 40;
  if (body.name.empty() || piece.size() < kShortest || piece.size() > kLongest) return false;
  std::string name = body.name;
  if (shortens(piece, points_of(name))) return true;
  // An office reports for its government, a street is called without 办事处.
  for (const std::string_view tail : {"办公室", "办公厅", "办事处", "人民政府", "员会"}) {
    if (name.size() <= tail.size() || name.compare(name.size() - tail.size(), tail.size(), tail) != 0) continue;
    name.resize(name.size() - tail.size());
    if (shortens(piece, points_of(name))) return true;
  }
  return false;
}

// 县行政事业性收费, in a county's report: part of the body's name, and no word of its own.
bool MentionReader::own_word(std::string_view words) const {
  std::string plain;
  for (const char c : words)
    if (!utf8::is_space(static_cast<unsigned char>(c))) plain += c;
  return r_.outline.body.name.find(plain) != std::string::npos || names_own(plain);
}

bool MentionReader::only_own_gaps(size_t begin, size_t end) const {
  for (size_t k = begin; k < end; ++k)
    if (tokens_[k].kind == Token::gap && !own_word(said(tokens_[k]))) return false;
  return true;
}

// 街道共答复申请9件, in the report of a street: what kind of body it is, with no name before it.
bool MentionReader::kind_alone(size_t i) const {
  std::string_view name = r_.outline.body.name;
  for (const std::string_view tail : {"办事处", "人民政府"})
    if (name.size() > tail.size() && name.substr(name.size() - tail.size()) == tail) name.remove_suffix(tail.size());
  const std::string_view word = said(tokens_[i]);
  if (name.size() <= word.size() || name.substr(name.size() - word.size()) != word) return false;
  const Token* const before = i > 0 ? &tokens_[i - 1] : nullptr;
  return before == nullptr || (before->kind == Token::mark && !before->is(')')) || before->kind == Token::stop ||
         before->is(Sense::when, "now") || before->is(Sense::glue) ||
         (before->kind == Token::figure && !figures_[before->index].quantity());
}

// 省政府受理: the gap at `k` with the 政府 behind it, but not 省政府网站, which is where others publish, too.
bool MentionReader::foreign_at(size_t k) const {
  const Token &t = tokens_[k], &next = tokens_[std::min(k + 1, tokens_.size() - 1)];
  const bool government = next.is(Sense::glue) && next.folded.begin == t.folded.end && said(next) == "政府" &&
                          !tokens_[std::min(k + 2, tokens_.size() - 1)].is(Sense::role, "website");
  return foreign(government ? slice(text_, {t.folded.begin, next.folded.end}) : said(t));
}

// 水务局, 县水务局 and 青禾县水务局 in the report of 青禾县水务局, where nothing else stands before it.
bool MentionReader::own_name(size_t i) const {
  const Token& t = tokens_[i];
  if (kind_alone(i)) return true;
  if (r_.outline.body.kind == Kind::office && said(t).find("办公") != std::string_view::npos) return true;
  // 镇党政办公室 receives what its town or street receives.
  if (cued(said(t), "party", Cue::within) && r_.outline.body.level == Level::township) return true;
  constexpr size_t kFar = 8;
  const auto name = [&](size_t k) {
    const Token& n = tokens_[k];
    return n.kind == Token::gap || n.is(Sense::who) || n.is(Sense::thing) || n.is(Sense::topic) || joins(n);
  };
  size_t begin = i;
  while (begin > 0 && i - begin < kFar && name(begin - 1) &&
         tokens_[begin - 1].folded.end == tokens_[begin].folded.begin)
    --begin;
  // 各县(市)公安局: one for each of them.
  if (begin > 0 && (tokens_[begin - 1].is(')') || tokens_[begin - 1].is(Sense::each, "apiece"))) return false;
  // 截至12月底青禾县水务局: what stands before the whole name does not matter.
  const std::string_view all = text_.substr(tokens_[begin].folded.begin, t.folded.end - tokens_[begin].folded.begin);
  const std::string& full = r_.outline.body.name;
  if (!full.empty() && all.size() >= full.size() && all.substr(all.size() - full.size()) == full) return true;
  return names_own(all);
}

}  // namespace gouji
