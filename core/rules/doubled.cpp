// structure.doubled: words and marks written twice on end, and paragraphs that stand there twice.
#include <algorithm>
#include <unordered_set>

#include "data.h"
#include "read/matcher.h"
#include "rules/prose.h"
#include "text/lines.h"

namespace gouji {
namespace {

// What is found again and again is said once.
class Said {
 public:
  Said(const Prose& prose, Sink& sink, std::string_view key, Severity severity)
      : prose_(prose), sink_(sink), key_(key), severity_(severity) {}

  void add(Span folded, std::string_view also = "doubled.also") {
    const Span place = prose_.place(folded);
    const std::string text = prose_.written(folded);
    const Holes holes = {{"text", text}};
    if (!f_.span) {
      f_.rule = "structure.doubled";
      f_.span = place;
      f_.message = message(key_, sink_.lang(), holes);
    } else if (f_.related.size() < kMostPlaces) {
      f_.related.push_back({place, message(also, sink_.lang(), holes)});
    }
  }
  // What is too much, and may go.
  void remove(Span folded) {
    const Span place = prose_.place(folded);
    const bool tags = slice(prose_.report.source.text, place).find('<') != std::string_view::npos;
    if (edits_.size() < kMostPlaces && !tags) edits_.push_back({place, ""});
  }
  void report() {
    if (!f_.span) return;
    constexpr double kHardlyMeant = 0.9;
    if (!edits_.empty())
      f_.fixes.push_back({message("fix.doubled", sink_.lang()), Safety::needs_review, kHardlyMeant, std::move(edits_)});
    sink_.report(std::move(f_), severity_);
  }

 private:
  const Prose& prose_;
  Sink& sink_;
  std::string_view key_;
  Severity severity_;
  Finding f_{};
  std::vector<Edit> edits_;
};

// Marks that do not follow each other: ，， 。， and the like. Whole runs of one mark (。。。) are drawn on purpose.
void judge_marks(const Prose& prose, Sink& sink) {
  constexpr std::string_view kMarks[] = {",", ";", "、", "。"};
  Said said(prose, sink, "doubled.marks", Severity::info);
  const auto mark_at = [&](uint32_t at, uint32_t end) {
    constexpr std::string_view kFirstBytes = ",;\xE3";
    if (at >= end || kFirstBytes.find(prose.text[at]) == std::string_view::npos) return std::string_view();
    for (const std::string_view m : kMarks)
      if (slice(prose.text, {at, end}).substr(0, m.size()) == m) return m;
    return std::string_view();
  };
  for (const Span line : prose.lines) {
    for (uint32_t i = line.begin; i < line.end;) {
      const std::string_view first = mark_at(i, line.end);
      if (first.empty()) {
        ++i;
        continue;
      }
      uint32_t end = i + uint32_t(first.size()), count = 1;
      std::string_view second = first;
      for (std::string_view m = mark_at(end, line.end); !m.empty(); m = mark_at(end, line.end)) {
        if (count++ == 1) second = m;
        end += uint32_t(m.size());
      }
      // ASCII commas part the cells of a sheet, and code.
      const std::string_view source = slice(prose.report.source.text, prose.place({i, end}));
      const bool chinese = std::none_of(source.begin(), source.end(), [](char c) { return c == ',' || c == ';'; });
      if (count == 2 && chinese && !(first == ";" && second == ";")) said.add({i, end});
      i = end;
    }
  }
  said.report();
}

// A paragraph long enough that nobody writes it twice by chance, which stands there again.
void judge_paragraphs(const Prose& prose, Sink& sink) {
  constexpr size_t kShortest = 40;  // 汉字
  constexpr size_t kShortestBytes = kShortest * 3;
  const uint32_t from = prose.preface_end();
  std::unordered_set<std::string_view> seen;
  Said said(prose, sink, "doubled.paragraph", Severity::warning);
  for (const Span line : prose.lines) {
    if (line.begin < from || line.size() < kShortestBytes) continue;
    const std::string_view text = slice(prose.text, line);
    const bool again = !seen.insert(text).second;
    if (again && han_of(text).size() >= kShortest) said.add(line, "doubled.paragraph.also");
  }
  said.report();
}

}  // namespace

void judge_doubled(const Prose& prose, Sink& sink) {
  Said words(prose, sink, "doubled.words", Severity::warning);
  std::vector<Span> right;  // 目的的
  for (const Phrase& p : prose.phrases)
    if (p.kind == "single") right.push_back(p.folded);
  size_t next = 0;
  for (const Phrase& p : prose.phrases) {
    if (p.kind != "doubled") continue;
    while (next < right.size() && right[next].end <= p.folded.begin) ++next;
    if (next < right.size() && right[next].overlaps(p.folded)) continue;
    words.add(p.folded);
    words.remove({p.folded.begin + p.folded.size() / 2, p.folded.end});
  }
  words.report();
  judge_marks(prose, sink);
  judge_paragraphs(prose, sink);
}

}  // namespace gouji
