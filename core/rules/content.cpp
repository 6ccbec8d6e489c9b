// What the preface promises and the text sections hold: structure.parts, structure.empty_section, structure.overview,
// structure.problems, structure.processing_fee.
#include <algorithm>

#include "data.h"
#include "read/matcher.h"
#include "rules/prose.h"
#include "text/lines.h"
#include "text/utf8.h"

namespace gouji {
namespace {

constexpr int kSections = 6;
constexpr double kCount = 0.8;  // that a preface which counts otherwise means the form's sections
// Sections that are told and not tabulated.
constexpr int kTold[] = {1, 5, 6};

class Judge {
 public:
  Judge(const Prose& prose, Sink& sink) : prose_(prose), text_(prose.text), sink_(sink) {}

  void judge() {
    if (!six_part(prose_.report)) return;
    parts();
    for (const int n : kTold)
      if (const Section* const s = prose_.section(n)) empty(n, *s);
    if (!of_2021(prose_.report)) return;
    overview();
    fee();
  }

 private:
  const Prose& prose_;
  std::string_view text_;
  Sink& sink_;

  std::string say(std::string_view key, Holes holes = {}) const { return message(key, sink_.lang(), holes); }

  // 本报告由总体情况、…、其他需要报告的事项7个部分组成: the form has six.
  void parts() {
    constexpr std::string_view kParts[] = {"部分", "项内容", "个方面"};
    for (const Span line : prose_.lines_in({0, prose_.preface_end()})) {
      const std::string_view said = slice(text_, line);
      // The list of the sections, not some other list of so many parts.
      if (section_named_in(said) < 3) continue;
      for (const std::string_view parts : kParts) {
        const size_t at = said.find(parts);
        if (at == std::string_view::npos) continue;
        Span number{};
        const int count = number_before(said, at, number);
        if (count < 2 || count == kSections) continue;
        const Span place{line.begin + number.begin, line.begin + uint32_t(at + parts.size())};
        Finding f{};
        f.rule = "structure.parts";
        f.span = prose_.place(place);
        f.message = say("parts", {{"said", slice(prose_.report.source.text, *f.span)}});
        f.fixes.push_back({say("fix.parts"), Safety::needs_review, kCount, {{*f.span, "六个部分"}}});
        sink_.report(std::move(f));
        return;
      }
    }
  }

  // How many of the form's sections a text names.
  static int section_named_in(std::string_view text) {
    constexpr std::string_view kNames[] = {"总体情况", "主动公开", "申请", "行政复议", "问题", "报告的事项"};
    return int(std::count_if(std::begin(kNames), std::end(kNames),
                             [&](std::string_view n) { return text.find(n) != std::string_view::npos; }));
  }

  // 7个, 七, 六大 before `at`.
  static int number_before(std::string_view text, size_t at, Span& place) {
    for (const std::string_view word : {" ", "个", "大", " "})
      if (at >= word.size() && text.substr(at - word.size(), word.size()) == word) at -= word.size();
    if (at == 0) return 0;
    const utf8::CodePoint c = utf8::before(text, at);
    const uint32_t begin = uint32_t(at - c.size);
    place = {begin, uint32_t(at)};
    if (c.value >= '1' && c.value <= '9')
      return begin > 0 && utf8::is_digit(static_cast<unsigned char>(text[begin - 1])) ? 0 : int(c.value - '0');
    for (int n = 1; n <= 10; ++n)
      if (text.substr(begin, c.size) == numeral(n))
        return begin > 0 && n != 10 && text.substr(0, begin).size() >= 3 && text.substr(begin - 3, 3) == numeral(10)
                   ? 0
                   : n;
    return 0;
  }

  // A heading with nothing under it, or with 无 where problems are to be told.
  void empty(int n, const Section& s) {
    constexpr size_t kEnough = 12;  // 汉字
    std::u32string han;
    bool figures = false;
    for (const Span line : prose_.lines_in(prose_.body(s))) {
      if (han.size() >= kEnough) break;
      han += han_of(slice(text_, line));
      figures = figures || slice(text_, line).find_first_of("0123456789") != std::string_view::npos;
    }
    if (han.empty() && !figures) {
      said_empty(s, "empty_section", Severity::error);
    } else if (n == 5 && is_nothing(han)) {
      said_empty(s, "empty_section.nothing", Severity::warning);
    } else if (n == 5 && han.size() >= kEnough) {
      halves(s);
    }
  }

  // Problems, and what is done about them: said only where nothing at all sounds like the one or the other.
  void halves(const Section& s) {
    const Span body = prose_.body(s);
    for (const std::string_view half : {"problem", "improvement"})
      if (!prose_.says(half, body))
        sink_.report("structure.problems", s.span, say("problems." + std::string(half), {{"title", s.title}}));
  }

  void said_empty(const Section& s, std::string_view key, Severity severity) {
    Finding f{};
    f.rule = "structure.empty_section";
    f.span = s.span;
    f.message = say(key, {{"title", s.title}});
    sink_.report(std::move(f), severity);
  }

  static bool is_nothing(const std::u32string& han) {
    return std::any_of(std::begin(data::nothing), std::end(data::nothing),
                       [&](const data::nothing_row& n) { return han == han_of(n.word); });
  }

  // The overview tells of five subjects. Said only where it goes through them one by one and one is nowhere told of.
  void overview() {
    const Section* const s = prose_.section(1);
    if (s == nullptr) return;
    constexpr int kFewest = 3;
    int heads = 0;
    const Span body = prose_.body(*s);
    for (const Span line : prose_.lines_in(body)) heads += bracketed_number(slice(text_, line)) != 0;
    if (heads < kFewest) return;
    constexpr std::string_view kSubjects[] = {"disclosure", "applications", "management", "platform", "supervision"};
    std::string missing;
    for (const std::string_view subject : kSubjects) {
      if (prose_.says(subject, body)) continue;
      if (!missing.empty()) missing += say("list_separator");
      missing += say("overview." + std::string(subject));
    }
    if (!missing.empty()) sink_.report("structure.overview", s->span, say("overview", {{"missing", missing}}));
  }

  // Section six is where the fee for processing information is told of.
  void fee() {
    const Section* const s = prose_.section(kSections);
    if (s == nullptr || prose_.lines_in(prose_.body(*s)).empty()) return;
    const uint32_t from = prose_.preface_end();
    if (!prose_.says("fee", {from, uint32_t(text_.size())}))
      sink_.report("structure.processing_fee", s->span, say("processing_fee"));
  }
};

}  // namespace

void judge_content(const Prose& prose, Sink& sink) { Judge(prose, sink).judge(); }

}  // namespace gouji
