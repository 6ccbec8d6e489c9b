#include "doc/outline.h"

#include "text/lines.h"
#include "text/utf8.h"

namespace gouji {

void take_title(std::optional<Title> title, Outline& outline) {
  if (!title) return;
  if (title->year) outline.year = title->year;
  outline.body = title->body;
  outline.title = std::move(title);
}

Outline read_outline(const MappedText& folded) {
  const std::string_view text = folded.text();
  Outline out;
  out.end = uint32_t(text.size());
  uint32_t at = 0;
  Span line{};
  Span before[2] = {};             // the two lines above, the nearer first
  bool begun = false;              // the first numbered heading of a report was passed
  std::optional<Title> candidate;  // a title since then: a second report's, or a page's running head
  while (!out.second && next_line(text, uint32_t(text.size()), at, line)) {
    size_t behind = 0;
    if (heading_number(slice(text, line), behind) == 1 && !is_table_row(slice(text, line), true)) {
      // The same title again is a page's running head, and one without a year may be anything, unless the sections
      // begin again as well.
      const bool other = candidate && ((candidate->year && candidate->text != out.title->text) ||
                                       section_named(slice(text, line)) == 1);
      if (begun && other) {
        out.second = candidate;
        out.end = candidate->folded.begin;
      }
      begun = true;
    }
    if (const std::optional<Title> title = title_ending(folded, line, before)) {
      // A page's menu says 政府信息公开年报, its list other years' titles, before the title proper: the last that tells
      // as much is it.
      const auto telling = [](const Title& t) { return (t.year ? 2 : 0) + (t.body.name.empty() ? 0 : 1); };
      if (!out.title || (!begun && telling(*title) >= telling(*out.title))) {
        out.title = title;
      } else if (begun) {
        candidate = title;
      }
    }
    before[1] = before[0];
    before[0] = line;
  }
  if (std::optional<Title> first = title_starting(folded)) {
    // A text on one line begins with its title, and what a later line ends with is none.
    const bool goes_on = first->folded.end < text.size() && text[first->folded.end] == ' ';
    if (!out.title || (goes_on && first->year && !first->body.name.empty())) out.title = std::move(first);
  }
  take_title(std::move(out.title), out);
  if (!out.year) {
    // 统计期限自2018年1月1日起
    for (size_t i = text.find("统计"); i != std::string_view::npos && i < out.end && !out.year;
         i = text.find("统计", i + 6)) {
      size_t end = i;
      for (int n = 0; n < 30 && end < text.size(); ++n) end += utf8::decode(text, end).size;
      out.year = find_year(text.substr(i, end - i));
    }
  }
  return out;
}

}  // namespace gouji
