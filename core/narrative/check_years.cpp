// years.*: the year of the title, of the period, of the preface and of the figures.
#include <algorithm>

#include "narrative/narrative.h"

namespace gouji {
namespace {

struct Sentence {
  size_t begin, end;                 // tokens
  std::vector<const Figure*> dates;  // of years, months and days
};

class YearJudge {
 public:
  explicit YearJudge(Narrative& n) : n_(n), text_(n.report.folded.text()), year_(n.report.outline.year.value_or(0)) {
    for (const Section& s : n.report.outline.sections)
      if (s.named == 1 && preface_ == 0) preface_ = s.folded.begin;
    if (preface_ == 0 && !n.report.outline.sections.empty()) preface_ = n.report.outline.sections[0].folded.begin;
  }

  void judge() {
    if (year_ == 0) return;
    size_t begin = 0;
    for (size_t i = 0; i < n_.tokens.size(); ++i) {
      if (!n_.tokens[i].ends_sentence()) continue;
      Sentence s{begin, i, {}};
      for (size_t k = begin; k < i; ++k)
        if (n_.tokens[k].kind == Token::figure && n_.figures[n_.tokens[k].index].measure == Measure::date)
          s.dates.push_back(&n_.figures[n_.tokens[k].index]);
      if (s.dates.size() >= 2) period(s);
      begin = i + 1;
    }
    if (!title_said_) named_in_preface();
    figures();
    opening();
    carried();
    issued();
  }

 private:
  Narrative& n_;
  std::string_view text_;
  int year_;
  uint32_t preface_ = 0;
  bool title_said_ = false, period_said_ = false, year_said_ = false;

  // 现发布《某县2024年政府信息公开工作年度报告》: the year of the title.
  void named_in_preface() {
    const Outline& o = n_.report.outline;
    if (!o.title || !o.title->year) return;
    for (const Figure& f : n_.figures) {
      if (f.place.begin >= preface_) break;
      if (f.measure != Measure::date || f.year == 0 || f.month != 0 || f.place.begin < o.title->folded.end) continue;
      constexpr size_t kLongest = 120;  // of what stands before the year and behind it
      const size_t from = f.place.begin < kLongest ? 0 : f.place.begin - kLongest;
      size_t open = text_.substr(from, f.place.begin - from).rfind("《"),
             close = text_.substr(f.place.end, kLongest).find("》");
      const bool named = open != std::string_view::npos && close != std::string_view::npos &&
                         text_.substr(from + open, f.place.begin - from - open).find("》") == std::string_view::npos;
      if (!named && names_report(f)) {
        if (f.year == *o.title->year) return;
        return wrong_title(f);
      }
      if (!named) continue;
      open += from;
      close += f.place.end;
      const std::string name = n_.text(Span{uint32_t(open), uint32_t(close)});
      if (name.find("年度报告") == std::string::npos ||
          (!o.body.name.empty() && name.find(o.body.name) == std::string::npos))
        continue;
      if (f.year == *o.title->year) return;
      return wrong_title(f);
    }
  }

  void wrong_title(const Figure& f) {
    title_said_ = true;
    n_.find("years.title", f.place,
            message("years.title", n_.sink.lang(),
                    {{"year", std::to_string(f.year)}, {"title", std::to_string(*n_.report.outline.title->year)}}));
  }

  // 编制2023年政府信息公开工作年度报告, in the preface of the report for 2024. Within 《》 the body must be named.
  bool names_report(const Figure& f) const {
    constexpr size_t kShort = 72;
    std::string_view before =
        text_.substr(f.place.begin < kShort ? 0 : f.place.begin - kShort, std::min<size_t>(f.place.begin, kShort));
    for (const std::string_view mark : {"。", ",", "，", ";", "\n"})
      if (const size_t at = before.rfind(mark); at != std::string_view::npos) before.remove_prefix(at + mark.size());
    constexpr std::string_view kPresents[] = {"现", "特", "编制", "撰写", "形成", "制作"};
    if (std::none_of(std::begin(kPresents), std::end(kPresents),
                     [&](std::string_view w) { return before.find(w) != std::string_view::npos; }))
      return false;
    // 与2023年的报告一致
    constexpr std::string_view kAgainst[] = {"与", "同", "比", "较", "照", "按", "对", "在"};
    if (std::any_of(std::begin(kAgainst), std::end(kAgainst), [&](std::string_view w) {
          return before.size() >= w.size() && before.substr(before.size() - w.size()) == w;
        }))
      return false;
    std::string_view behind = text_.substr(f.place.end, kShort);
    if (behind.substr(0, 3) == "度") behind.remove_prefix(3);
    constexpr std::string_view kWhat = "政府信息公开";
    if (behind.substr(0, kWhat.size()) != kWhat) return false;
    behind = behind.substr(
        0, std::min({behind.find("，"), behind.find(','), behind.find("。"), behind.find("》"), behind.find('\n')}));
    return behind.find("报告") != std::string_view::npos || behind.find("年报") != std::string_view::npos;
  }

  // 统计期限为2024年1月1日至12月31日.
  void period(const Sentence& s) {
    if (period_said_) return;
    const size_t end = std::min<size_t>(n_.tokens[s.end].folded.begin, text_.size());
    const std::string said = n_.text(Span{n_.tokens[s.begin].folded.begin, uint32_t(end)});
    const auto has = [&](std::string_view w) { return said.find(w) != std::string::npos; };
    if (!((has("统计") || has("数据")) && (has("期限") || has("时限") || has("统计") || has("时间")))) return;
    const Figure *from = nullptr, *to = nullptr;
    for (size_t i = 0; i + 1 < s.dates.size() && to == nullptr; ++i) {
      if (s.dates[i]->month == 0 || s.dates[i]->day == 0 || s.dates[i + 1]->month == 0 || s.dates[i + 1]->day == 0)
        continue;
      const std::string_view between =
          text_.substr(s.dates[i]->place.end, s.dates[i + 1]->place.begin - s.dates[i]->place.end);
      constexpr size_t kShort = 40;
      if (between.size() > kShort) continue;
      const bool joined = between.find("至") != std::string_view::npos ||
                          between.find("到") != std::string_view::npos || between.find("-") != std::string_view::npos ||
                          between.find("—") != std::string_view::npos || between.find("~") != std::string_view::npos ||
                          between.find("止") != std::string_view::npos;
      if (!joined) continue;
      from = s.dates[i];
      to = s.dates[i + 1];
    }
    if (to == nullptr || from->year == 0) return;
    const int last = to->year != 0 ? to->year : from->year;
    const bool starts = from->month == 1 && from->day == 1;
    const bool full = starts && to->month == 12 && to->day == 31 && last == from->year;
    if (!full) {
      const bool reversed =
          last < from->year ||
          (last == from->year && (to->month < from->month || (to->month == from->month && to->day < from->day)));
      period_said_ = true;
      return n_.find("years.period", starts ? to->place : from->place,
                     message(reversed ? "years.period.reversed" : "years.period", n_.sink.lang(),
                             {{"from", n_.text(from->place)}, {"to", n_.text(to->place)}}));
    }
    const Outline& o = n_.report.outline;
    if (!o.title || !o.title->year || *o.title->year == from->year) return;
    title_said_ = period_said_ = true;
    n_.find("years.title", from->place,
            message("years.title", n_.sink.lang(),
                    {{"year", std::to_string(from->year)}, {"title", std::to_string(*o.title->year)}}));
  }

  // The year that a sentence begins with, if it is another.
  const Figure* leading_year(size_t token) const {
    size_t begin = token;
    constexpr size_t kFar = 400;
    while (begin > 0 && token - begin < kFar && !n_.tokens[begin - 1].ends_sentence() &&
           !n_.tokens[begin - 1].is(Sense::item))
      --begin;
    const Figure* found = nullptr;
    for (size_t k = begin; k < n_.tokens.size() && k - begin < 2 * kFar && !n_.tokens[k].ends_sentence(); ++k) {
      if (n_.tokens[k].kind != Token::figure) continue;
      const Figure& f = n_.figures[n_.tokens[k].index];
      if (f.measure != Measure::date || f.year == 0) continue;
      if (f.year == year_ || f.month != 0 || text_.substr(f.place.end, 6) == "以来") return nullptr;
      // 我县2023年收到 too
      const bool leads = k == begin || (k == begin + 1 && n_.tokens[begin].is(Sense::who, "own"));
      if (found == nullptr && leads && k + 1 < n_.tokens.size()) found = &f;
    }
    return found;
  }

  void figures() {
    uint32_t sentence = 0;
    for (size_t i = 0; i < n_.mentions.size(); ++i) {
      if (n_.mentions[i].sentence == sentence) continue;
      sentence = n_.mentions[i].sentence;
      size_t same = 0, others = 0;
      bool large = false;
      for (size_t k = i; k < n_.mentions.size() && n_.mentions[k].sentence == sentence; ++k) {
        const Mention& m = n_.mentions[k];
        if (m.indicators.empty() || n_.figure(m).value.units == 0 || m.depth > 0) continue;
        ++(m.cells.empty() ? others : same);
        large = large || (!m.cells.empty() && compare(n_.figure(m).value, {100, 0}) >= 0);
      }
      // 2023年结转3件，新收10件: the year is said of its own clause.
      if (n_.mentions[i].role == "carried_in") continue;
      if (same == 0 || others > 0 || (same < 2 && !large)) continue;
      if (const Figure* const f = leading_year(n_.mentions[i].token);
          f != nullptr && f->year < year_ && f->year + 3 > year_)
        said_of(*f);
    }
    for (const Statement& s : n_.statements)
      if (s.topic == "processing" && s.kind == Statement::none)
        if (const Figure* const f = leading_year(s.token); f != nullptr && f->year < year_)
          said_of(*f, "years.narrative", Severity::warning);
  }

  void said_of(const Figure& f, std::string_view key = "years.narrative", std::optional<Severity> weighs = {}) {
    year_said_ = true;
    n_.find("years.narrative", f.place,
            message(key, n_.sink.lang(), {{"said", std::to_string(f.year)}, {"year", std::to_string(year_)}}), {},
            weighs);
  }

  // 一、总体情况: 2023年，我局认真贯彻…. What part one begins with is said of the report's own year.
  void opening() {
    if (year_said_) return;
    const auto& sections = n_.report.outline.sections;
    const auto one = std::find_if(sections.begin(), sections.end(), [](const Section& s) { return s.named == 1; });
    if (one == sections.end()) return;
    const auto first = std::find_if(n_.tokens.begin(), n_.tokens.end(),
                                    [&](const Token& t) { return t.folded.begin >= one->folded.end; });
    for (auto t = first; t != n_.tokens.end() && t - first < 4; ++t) {
      if (t->kind == Token::stop) continue;
      if (t->kind != Token::figure || (t + 1)->kind != Token::mark || !(t + 1)->is(',')) return;
      const Figure* const f = leading_year(size_t(t - n_.tokens.begin()));
      if (f != nullptr && f == &n_.figures[t->index] && f->year + 1 == year_)
        said_of(*f, "years.narrative.opening", Severity::warning);
      return;
    }
  }

  void carried() {
    for (const Mention& m : n_.mentions) {
      if (m.year_figure < 0) continue;
      const Figure& f = n_.figures[size_t(m.year_figure)];
      if (m.role != "carried_out" || f.year == year_ + 1) continue;
      n_.find("years.carried", f.place,
              message("years.carried", n_.sink.lang(),
                      {{"said", std::to_string(f.year)}, {"should", std::to_string(year_ + 1)}}),
              {}, Severity::warning);
    }
  }

  // Whether nothing stands beside `place` in its line, but for brackets.
  bool alone(Span place) const {
    constexpr std::string_view kAround = " \t()*_|";
    const size_t end = text_.find_first_not_of(kAround, place.end);
    const size_t begin = place.begin == 0 ? std::string_view::npos : text_.find_last_not_of(kAround, place.begin - 1);
    return (end == std::string_view::npos || text_[end] == '\n') &&
           (begin == std::string_view::npos || text_[begin] == '\n');
  }

  // The date under a report, a line of its own, is no earlier than the year's end.
  void issued() {
    const auto& sections = n_.report.outline.sections;
    if (sections.empty()) return;
    const Figure* date = nullptr;
    for (const Figure& f : n_.figures)
      if (f.measure == Measure::date && f.year != 0 && f.month != 0 && f.day != 0 &&
          f.place.begin > sections.back().folded.begin && alone(f.place))
        date = &f;
    if (date == nullptr || date->year > year_ || (date->year == year_ && date->month == 12 && date->day == 31)) return;
    n_.find("years.issued", date->place,
            message("years.issued", n_.sink.lang(), {{"date", n_.text(date->place)}, {"year", std::to_string(year_)}}));
  }
};

}  // namespace

void check_years(Narrative& n) { YearJudge(n).judge(); }

}  // namespace gouji
