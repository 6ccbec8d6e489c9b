#include "doc/title.h"

#include <algorithm>

#include "read/matcher.h"
#include "text/fold.h"
#include "text/lines.h"
#include "text/simplify.h"

namespace gouji {
namespace {

constexpr size_t kLongestTitle = 64;  // in 汉字

// …年度报告(2024年), …年度报告(公开版): where the bracket starts; else where the title ends.
size_t before_last_bracket(std::string_view title) {
  const size_t open = title.rfind('(');
  const bool last = open != std::string_view::npos && open > 0 && title.back() == ')';
  constexpr size_t kLongest = 6;  // 汉字: (2024年度), (公开版), (征求意见稿)
  return last && han_of(title.substr(open)).size() <= kLongest ? open : title.size();
}

// Whether lines joined read as the title of a report: …政府信息公开工作年度报告, and nothing else.
bool is_title(std::string_view joined) {
  const std::u32string han = han_of(joined.substr(0, before_last_bracket(joined)));
  if (han.size() > kLongestTitle || sentence_like(joined)) return false;
  const std::u32string_view tail = std::u32string_view(han).substr(han.size() > 2 ? han.size() - 2 : 0);
  if (tail != U"报告" && tail != U"年报" && !(han.size() > 4 && han.substr(han.size() - 3) == U"报告书")) return false;
  return han.find(U"信息公开") != std::u32string::npos || han.find(U"政务公开") != std::u32string::npos;
}

// A title without what pages put around it: 标题: …, a date and a tab before it, 【年报】, 《…》.
Span bare(std::string_view text, Span s) {
  for (const char mark : {':', '\t'}) {
    const std::string_view first = slice(text, s).substr(0, slice(text, s).find('\n'));
    if (const size_t at = first.rfind(mark); at != std::string_view::npos) s.begin += uint32_t(at) + 1;
  }
  s = trimmed(text, s);
  // 1.示例县2024年…
  if (const size_t digits = slice(text, s).find_first_not_of("0123456789");
      digits != std::string_view::npos && digits > 0 && digits < 3 && text[s.begin + digits] == '.')
    s.begin += uint32_t(digits) + 1;
  constexpr std::string_view kTag = "【", kTagEnd = "】";
  const std::string_view tagged = slice(text, s);
  if (const size_t end = tagged.find(kTagEnd);
      tagged.substr(0, kTag.size()) == kTag && end != std::string_view::npos && end + kTagEnd.size() < tagged.size())
    s = trimmed(text, {s.begin + uint32_t(end + kTagEnd.size()), s.end});
  constexpr std::string_view kOpen = "《", kClose = "》";
  const std::string_view inner = slice(text, s);
  if (inner.substr(0, kOpen.size()) == kOpen && ends_with(inner, kClose) &&
      inner.find(kClose) + kClose.size() == inner.size())
    s = {s.begin + uint32_t(kOpen.size()), s.end - uint32_t(kClose.size())};
  return s;
}

Title made(const MappedText& folded, Span all, const std::string& joined) {
  const std::string written = one_line(slice(folded.written(), all));
  Title title{written, joined, folded.to_source(all), all, year_of_title(joined), body_of(joined, written)};
  title.text = brackets_as_written(std::move(title.text), folded, all);
  title.body.name = brackets_as_written(std::move(title.body.name), folded, all);
  return title;
}

}  // namespace

// It may be printed on up to three lines: the fewest that read as a title and name a body, or else the fewest that read
// as one.
std::optional<Title> title_ending(const MappedText& folded, Span line, const Span (&before)[2]) {
  const std::string_view text = folded.text();
  constexpr size_t kRest = 9;  // bytes: 度报告, of a title that a narrow page broke
  const Span end = line.size() <= kRest && !before[0].empty() ? cover(before[0], line) : line;
  const std::string whole = one_line(slice(text, bare(text, end)));
  const std::string_view last = std::string_view(whole).substr(0, before_last_bracket(whole));
  if (!ends_with(last, "报告") && !ends_with(last, "年报") && !ends_with(last, "报告书")) return std::nullopt;
  std::optional<Title> found;
  for (const Span start : {line, before[0], before[1]}) {
    if (start.empty()) break;
    const Span all = bare(text, {start.begin, line.end});
    const std::string joined = one_line(slice(text, all));
    if (!is_title(joined)) continue;
    Title title = made(folded, all, joined);
    // A line above that is no name (a page number, a date) is not part of the title.
    if (found && title.body.kind == Kind::unknown) continue;
    found = std::move(title);
    if (!found->body.name.empty() && found->year) break;
  }
  return found;
}

std::optional<Title> title_starting(const MappedText& folded) {
  constexpr std::string_view kTail = "年度报告";
  const std::string_view text = folded.text();
  uint32_t at = 0;
  Span line{};
  if (!next_line(text, uint32_t(text.size()), at, line)) return std::nullopt;
  const size_t tail = slice(text, line).find(kTail);
  if (tail == std::string_view::npos) return std::nullopt;
  const Span all{line.begin, line.begin + uint32_t(tail + kTail.size())};
  const std::string joined = one_line(slice(text, all));
  if (!is_title(joined)) return std::nullopt;
  return made(folded, all, joined);
}

std::optional<Title> title_of_page(std::string_view html) {
  constexpr std::string_view kOpen = "<title", kClose = "</", kSeparators = "_|-\n";
  size_t at = html.find(kOpen);
  if (at != std::string_view::npos) at = html.find('>', at);
  if (at == std::string_view::npos) return std::nullopt;
  const size_t end = std::min(html.find(kClose, ++at), html.size());
  while (at < end) {
    const size_t next = std::min(html.find_first_of(kSeparators, at), end);
    MappedText folded;
    fold(html.substr(at, next - at), uint32_t(at), folded);
    simplify(folded);
    const Span none[2] = {};
    if (auto title = title_ending(folded, {0, uint32_t(folded.text().size())}, none)) {
      title->folded = {};
      return title;
    }
    at = next + 1;
  }
  return std::nullopt;
}

}  // namespace gouji
