// years.same_text: how much of a section stands in last year's report word for word, whatever its figures.
#include <algorithm>
#include <unordered_set>

#include "read/matcher.h"
#include "rules/rules.h"

namespace gouji {
namespace {

constexpr size_t kPhrase = 12;    // 汉字 in a row that are no coincidence: shorter ones are the language of the trade
constexpr size_t kShortest = 60;  // 汉字 of a section that is worth comparing
constexpr size_t kSome = 50, kAlmostAll = 90;  // per cent

// The 汉字 of a section's text, without its heading: digits do not count.
std::u32string text_of(const Report& r, const Section& section) {
  uint32_t end = r.outline.end;
  for (const Section& s : r.outline.sections)
    if (s.folded.begin > section.folded.begin && s.folded.begin < end) end = s.folded.begin;
  return end <= section.folded.end ? std::u32string() : han_of(slice(r.folded.text(), Span{section.folded.end, end}));
}

const Section* named(const Report& r, int number) {
  for (const Section& s : r.outline.sections)
    if (s.named == number) return &s;
  return nullptr;
}

// Calls `take` with the hash of every phrase and where it starts.
template <typename Take>
void each_phrase(const std::u32string& text, Take take) {
  constexpr uint64_t kBase = 1099511628211u;
  uint64_t first = 1, hash = 0;  // `first`: what the 汉字 that leaves the phrase weighs in it
  for (size_t i = 1; i < kPhrase; ++i) first *= kBase;
  for (size_t i = 0; i < text.size(); ++i) {
    if (i >= kPhrase) hash -= first * text[i - kPhrase];
    hash = hash * kBase + text[i];
    if (i + 1 >= kPhrase) take(hash, i + 1 - kPhrase);
  }
}

size_t percent_in(const std::u32string& text, const std::u32string& last) {
  std::unordered_set<uint64_t> known;
  each_phrase(last, [&](uint64_t hash, size_t) { known.insert(hash); });
  size_t covered = 0, until = 0;
  each_phrase(text, [&](uint64_t hash, size_t at) {
    if (known.count(hash) == 0) return;
    covered += at + kPhrase - std::max(at, until);
    until = at + kPhrase;
  });
  return 100 * covered / text.size();
}

}  // namespace

void judge_same_text(const Report& report, const Report& last, Sink& sink) {
  for (const int number : {1, 5}) {
    const Section *const now = named(report, number), *const then = named(last, number);
    if (now == nullptr || then == nullptr) continue;
    const std::u32string text = text_of(report, *now);
    if (text.size() < kShortest) continue;
    const size_t percent = percent_in(text, text_of(last, *then));
    if (percent <= kSome) continue;
    Finding f{};
    f.rule = "years.same_text";
    f.span = now->span;
    f.message = message("years.same_text", sink.lang(), {{"title", now->title}, {"percent", std::to_string(percent)}});
    sink.report(std::move(f), percent >= kAlmostAll ? Severity::warning : Severity::info);
  }
}

}  // namespace gouji
