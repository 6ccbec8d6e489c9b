// What the preface promises and the text sections hold: structure.parts, structure.empty_section, structure.overview,
// structure.accountability, structure.problems, structure.processing_fee.
#include <algorithm>

#include "data.h"
#include "read/matcher.h"
#include "rules/prose.h"
#include "text/lines.h"
#include "text/utf8.h"

namespace gouji {
namespace {

constexpr double kCount = 0.8;  // that a preface which counts otherwise means the form's sections
// Sections that are told and not tabulated.
constexpr int kToldSections[] = {1, 5, 6};

class ContentJudge {
 public:
  ContentJudge(const Prose& prose, Sink& sink) : prose_(prose), text_(prose.text), sink_(sink) {}

  void judge() {
    if (!six_part(prose_.report)) return;
    parts();
    if (!lists_contents())
      for (const int n : kToldSections)
        if (const Section* const s = prose_.section(n); s != nullptr && is_whole(n, *s)) empty(n, *s);
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
    for (const Span line : prose_.lines_in({0, prose_.preface_end()})) {
      for (uint32_t begin = line.begin; begin < line.end;) {
        const size_t stop = slice(text_, {begin, line.end}).find(kStop);
        const uint32_t end = stop == std::string_view::npos ? line.end : begin + uint32_t(stop + kStop.size());
        const Span said = miscounted({begin, end});
        begin = end;
        if (said.empty()) continue;
        Finding f{};
        f.rule = "structure.parts";
        f.span = prose_.place(said);
        f.message = say("parts", {{"said", prose_.written(said)}});
        f.fixes.push_back({say("fix.parts"), Safety::needs_review, kCount, {{*f.span, "六个部分"}}});
        return sink_.report(std::move(f));
      }
    }
  }
  static constexpr std::string_view kStop = "。";

  // Of a sentence that lists the sections, and not some other list of so many: 7个部分; empty where it says six, or
  // nothing.
  Span miscounted(Span sentence) const {
    constexpr std::string_view kNames[] = {"总体情况", "主动公开", "申请", "行政复议", "问题", "报告的事项"};
    constexpr std::string_view kParts[] = {"部分", "项内容", "方面"};
    constexpr int kFewest = 3;
    const std::string_view said = slice(text_, sentence);
    if (std::count_if(std::begin(kNames), std::end(kNames),
                      [&](std::string_view n) { return said.find(n) != std::string_view::npos; }) < kFewest)
      return {};
    Span wrong{};
    for (const std::string_view parts : kParts) {
      for (size_t at = said.find(parts); at != std::string_view::npos; at = said.find(parts, at + parts.size())) {
        size_t begin = at;
        const int count = number_before(said, begin);
        if (count == kSections) return {};
        if (count > 1) wrong = {sentence.begin + uint32_t(begin), sentence.begin + uint32_t(at + parts.size())};
      }
    }
    return wrong;
  }

  // 7个, 七 before `at`, which then stands before it; 0 where there is none, or one of two digits.
  static int number_before(std::string_view text, size_t& at) {
    constexpr std::string_view kPieces = "个";
    size_t end = at;
    const auto skip_spaces = [&] {
      while (end > 0 && text[end - 1] == ' ') --end;
    };
    skip_spaces();
    if (ends_with(text.substr(0, end), kPieces)) end -= kPieces.size();
    skip_spaces();
    const auto digit = [&](size_t behind) {
      const std::string_view upto = text.substr(0, behind);
      if (!upto.empty() && utf8::is_digit(static_cast<unsigned char>(upto.back()))) return upto.back() - '0';
      for (int n = 1; n <= kTen; ++n)
        if (ends_with(upto, numeral(n))) return n;
      return 0;
    };
    const int count = digit(end);
    if (count == 0) return 0;
    at = end - utf8::before(text, end).size;
    return digit(at) == 0 ? count : 0;
  }
  static constexpr int kTen = 10;

  // Headings one right below the other are a list of contents; the report's own are numbered in some other way.
  bool lists_contents() const {
    constexpr int kFewest = 3;
    const auto& sections = prose_.report.outline.sections;
    int bare = 0;
    for (size_t i = 1; i < sections.size(); ++i) {
      const uint32_t from = sections[i - 1].folded.end, to = sections[i].folded.begin;
      bare += from <= to && slice(text_, {from, to}).find_first_not_of(" \t\n#*|_\\") == std::string_view::npos;
    }
    return bare >= kFewest;
  }

  // A paste that breaks off may have lost the rest of its last section.
  bool is_whole(int n, const Section& s) const { return n == kSections || prose_.body(s).end < text_.size(); }

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
    if (s == nullptr || !is_whole(1, *s)) return;
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
    if (is_peoples_government(prose_.report.outline.body) && prose_.section(kSections) != nullptr &&
        !prose_.says("accountability", {prose_.preface_end(), uint32_t(text_.size())}))
      sink_.report("structure.accountability", s->span, say("accountability"));
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

void judge_content(const Prose& prose, Sink& sink) { ContentJudge(prose, sink).judge(); }

}  // namespace gouji
