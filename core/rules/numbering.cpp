// structure.numbering: （一）（三）, 一是…三是: a number of a list is missing or stands there twice.
#include "rules/prose.h"
#include "text/lines.h"
#include "text/utf8.h"

namespace gouji {
namespace {

constexpr int kLast = 10;

class NumberingJudge {
 public:
  NumberingJudge(const Prose& prose, Sink& sink) : prose_(prose), text_(prose.text), sink_(sink) {}

  void judge() {
    const auto& sections = prose_.report.outline.sections;
    size_t next = 0;
    for (const Span line : prose_.lines) {
      bool fresh = false;
      for (; next < sections.size() && sections[next].folded.begin <= line.begin; ++next) fresh = true;
      const int named = next == 0 ? 0 : sections[next - 1].named;
      size_t title = 0;
      if (fresh || heading_number(slice(text_, line), title) != 0) heads_ = items_ = {};
      if (next == 0) continue;  // the preface
      // Sections two to four are tables, whose rows are numbered alike.
      if (named < 2 || named > 4) head(line);
      items(line);
    }
  }

 private:
  // The number that a list has come to, and where.
  struct Count {
    int number = 0;
    Span place = {};
  };
  struct List {
    Count last, outer;  // outer: of the list that one within it has interrupted
  };
  const Prose& prose_;
  std::string_view text_;
  Sink& sink_;
  List heads_, items_;

  // (二) at the start of a line.
  void head(Span line) {
    const int number = bracketed_number(slice(text_, line));
    if (number == 0 || number > kLast || is_table_row(slice(text_, line), true)) return;
    const Span place{line.begin, find_within(text_, line, ')') + 1};
    count(heads_, number, place, "numbering.head");
    items_ = {};
  }

  // 一是, 二是: at the start of a clause.
  void items(Span line) {
    constexpr std::string_view kIs = "是";
    const std::string_view upto = text_.substr(0, line.end);
    for (size_t at = upto.find(kIs, line.begin); at < line.end; at = upto.find(kIs, at + kIs.size())) {
      const int number = at >= line.begin + 3 ? number_of(text_.substr(at - 3, 3)) : 0;
      if (number == 0) continue;
      const uint32_t begin = uint32_t(at - 3);
      if (begin > line.begin && !parts_clauses(utf8::before(text_, begin).value)) continue;
      count(items_, number, {begin, uint32_t(at + kIs.size())}, "numbering.item");
    }
  }

  static int number_of(std::string_view numeral) {
    size_t behind = 0;
    return heading_number(std::string(numeral) + "、", behind);
  }
  static bool parts_clauses(char32_t c) {
    return c == ',' || c == ';' || c == ':' || c == ' ' || c == '*' || c == ')' || c == U'。' || c == U'、';
  }

  // A list starts again with one at any time. What is missing may be numbered in another way (二要, 第二): then it is
  // somewhere in between.
  void count(List& list, int number, Span place, std::string_view key) {
    const Count last = list.last;
    const int due = last.number + 1;
    if (number == 1) list.outer = last;
    list.last = {number, place};
    if (number == 1 || last.number == 0 || number == due) return;
    if (list.outer.number != 0 && number == list.outer.number + 1) {
      list.outer = {};
      return;
    }
    if (number < last.number) return;  // a list around this one goes on
    if (number == last.number || !told(due, {last.place.end, place.begin})) {
      Finding f{};
      f.rule = "structure.numbering";
      f.span = prose_.place(place);
      f.message = message(std::string(key) + (number > due ? ".jump" : ".again"), sink_.lang(),
                          {{"is", prose_.written(place)}, {"before", prose_.written(last.place)}});
      f.related.push_back({prose_.place(last.place), message("numbering.before", sink_.lang())});
      sink_.report(std::move(f));
    }
  }

  bool told(int number, Span between) const {
    return slice(text_, between).find(numeral(number)) != std::string_view::npos;
  }
};

}  // namespace

void judge_numbering(const Prose& prose, Sink& sink) { NumberingJudge(prose, sink).judge(); }

}  // namespace gouji
