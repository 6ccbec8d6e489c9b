// structure.citation: the notice that the form of annual reports rests on, by its number and its title.
#include "read/matcher.h"
#include "rules/prose.h"
#include "text/utf8.h"

namespace gouji {
namespace {

constexpr std::string_view kOpen = "〔", kClose = "〕", kPrefix = "国办公开办函";

bool has(std::string_view text, std::string_view word) { return text.find(word) != std::string_view::npos; }

struct Number {
  int year = 0, number = 0;
  Span place = {};          // 国办公开办函〔2021〕30号
  std::string_view prefix;  // 国办公开办函
  std::string_view title;   // of the 《…》 before it
};

// What `text` has of digits at `at`, blanks aside; `at` then stands behind them.
int digits_at(std::string_view text, size_t& at) {
  int value = 0, count = 0;
  for (; at < text.size() && (text[at] == ' ' || utf8::is_digit(static_cast<unsigned char>(text[at]))); ++at)
    if (text[at] != ' ' && ++count <= 4) value = value * 10 + (text[at] - '0');
  return count > 0 && count <= 4 ? value : 0;
}

// The document number whose 〔 stands at `open` of a line.
Number number_at(std::string_view line, size_t open) {
  Number n;
  size_t at = open + kOpen.size();
  n.year = digits_at(line, at);
  if (n.year == 0 || line.substr(at, kClose.size()) != kClose) return {};
  at += kClose.size();
  n.number = digits_at(line, at);
  if (n.number == 0 || line.substr(at, 3) != "号") return {};
  size_t begin = open;
  while (begin > 0 && line[begin - 1] == ' ') --begin;
  const size_t end = begin;
  while (begin > 0 && utf8::is_han(utf8::before(line, begin).value)) begin -= utf8::before(line, begin).size;
  n.prefix = line.substr(begin, end - begin);
  n.place = {uint32_t(begin), uint32_t(at + 3)};
  // 《…》(国办公开办函〔2021〕30号: its title ends right before it.
  constexpr size_t kBetween = 6, kLongest = 400;
  constexpr std::string_view kTitleEnd = "》", kTitleOpen = "《";
  const size_t low = begin > kBetween ? begin - kBetween : 0;
  const size_t title_end = line.substr(low, begin - low).rfind(kTitleEnd);
  if (title_end != std::string_view::npos) {
    const size_t close = low + title_end, from = close > kLongest ? close - kLongest : 0;
    const size_t title = line.substr(from, close - from).rfind(kTitleOpen);
    if (title != std::string_view::npos)
      n.title = line.substr(from + title + kTitleOpen.size(), close - from - title - kTitleOpen.size());
  }
  return n;
}

class CitationJudge {
 public:
  CitationJudge(const Prose& prose, Sink& sink) : prose_(prose), sink_(sink) {}

  void judge() {
    bool cites_2021 = false;
    std::vector<Number> old;
    for (const Span line : prose_.lines) {
      const std::string_view text = slice(prose_.text, line);
      for (size_t at = text.find(kOpen); at != std::string_view::npos; at = text.find(kOpen, at + kOpen.size())) {
        Number n = number_at(text, at);
        if (n.number == 0 || n.prefix.substr(0, 6) != "国办") continue;
        n.place = {line.begin + n.place.begin, line.begin + n.place.end};
        cites_2021 = cites_2021 || (n.year == 2021 && n.number == 30);
        if (one(n)) continue;
        if (n.prefix == kPrefix && n.year == 2019 && n.number == 60) old.push_back(n);
      }
    }
    if (old.empty() || cites_2021 || prose_.report.outline.year.value_or(0) < 2021) return;
    say("citation.superseded", old.front(), {{"year", std::to_string(*prose_.report.outline.year)}});
  }

 private:
  const Prose& prose_;
  Sink& sink_;

  void say(std::string_view key, const Number& n, Holes holes) {
    sink_.report("structure.citation", prose_.place(n.place), message(key, sink_.lang(), holes));
  }

  // Whether something is wrong with the notice in itself.
  bool one(const Number& n) {
    if (!has(n.title, "年度报告")) return false;
    const bool format = has(n.title, "年度报告格式"), matters = has(n.title, "有关事项");
    if (!format && !matters) return false;
    const std::string is = prose_.written(n.place);
    const bool trial = has(n.title, "试行");
    const std::string_view due = format && !trial ? "国办公开办函〔2021〕30号" : "国办公开办函〔2019〕60号";
    const bool right = n.year == (format && !trial ? 2021 : 2019) && n.number == (format && !trial ? 30 : 60);
    if (right && n.prefix == kPrefix) return false;
    say(right ? "citation.prefix" : "citation.number", n, {{"is", is}, {"should", due}});
    return true;
  }
};

}  // namespace

void judge_citation(const Prose& prose, Sink& sink) { CitationJudge(prose, sink).judge(); }

}  // namespace gouji
