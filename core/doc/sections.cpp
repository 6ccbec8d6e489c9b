#include "doc/sections.h"

#include <algorithm>

#include "data.h"
#include "order.h"
#include "read/labels.h"
#include "read/matcher.h"
#include "text/lines.h"
#include "text/utf8.h"

namespace gouji {
namespace {

constexpr size_t kLongestHeading = 48;  // in 汉字
constexpr uint32_t kLongLine = 1200;    // bytes: no heading, and more than a line of any page

// The first section of the forms with this title, as 汉字 alone; nullptr if none has it. Every line of a text is asked.
const data::sections_row* titled(std::u32string_view han) {
  static const std::vector<std::u32string> titles = [] {
    std::vector<std::u32string> all;
    for (const data::sections_row& s : data::sections) all.push_back(han_of(s.title));
    return all;
  }();
  const auto at = std::find(titles.begin(), titles.end(), han);
  return at == titles.end() ? nullptr : &data::sections[size_t(at - titles.begin())];
}

// A heading of folded text with its title.
Section made(const MappedText& folded, int number, Span heading, Span title) {
  std::string plain = one_line(slice(folded.text(), title));
  const int named = section_named(plain);
  return {number,
          brackets_as_written(one_line(slice(folded.written(), title)), folded, title),
          std::move(plain),
          named,
          folded.to_source(heading),
          heading};
}

// The form's own headings within a line too long to be one: line ends were lost.
void headings_within(const MappedText& folded, Span line, std::vector<Section>& found) {
  const std::string_view text = slice(folded.text(), line);
  const size_t first = found.size();
  for (const data::sections_row& s : data::sections) {
    const int number = s.number[0] - '0';
    const std::string heading = std::string(numeral(number)) + "、" + std::string(s.title);
    const size_t at = text.find(heading);
    if (at == std::string_view::npos ||
        (at > 0 && text[at - 1] != ' ' && text.substr(at - std::min<size_t>(at, 3), 3) != "。"))
      continue;
    const Span place{line.begin + uint32_t(at), line.begin + uint32_t(at + heading.size())};
    // Editions share titles: one heading, one section.
    const bool known = std::any_of(found.begin() + std::ptrdiff_t(first), found.end(),
                                   [&](const Section& f) { return f.folded == place; });
    if (!known) found.push_back(made(folded, number, place, {place.end - uint32_t(s.title.size()), place.end}));
  }
  put_in_order(found.begin() + std::ptrdiff_t(first), found.end(),
               [](const Section& a, const Section& b) { return a.folded.begin < b.folded.begin; });
}

// 六、其他需要报告的事项：无。 — where the form's title ends that a heading starts with, and text follows; else 0.
uint32_t form_title_end(std::string_view text, Span rest) {
  for (const data::sections_row& s : data::sections) {
    size_t at = rest.begin;
    while (at < rest.end && text[at] == ' ') ++at;
    if (text.substr(at, s.title.size()) != s.title) continue;
    const size_t end = at + s.title.size();
    if (end >= rest.end) return 0;
    const utf8::CodePoint next = utf8::decode(text, end);
    if (next.value == U'。' || next.value == ':' || next.value == ' ' || next.value == U'(') return uint32_t(end);
  }
  return 0;
}

// 1.总体情况, （一）总体情况, 第一部分 总体情况, 总体情况: the section whose own title, and nothing else, stands behind
// another numbering than the form's, or none; nullptr if it is none.
const data::sections_row* oddly_numbered(std::string_view line) {
  constexpr size_t kLongest = 120;
  size_t behind = 0;
  if (line.size() > kLongest || heading_number(line, behind) != 0) return nullptr;
  std::u32string han = han_of(line);
  const size_t part = han.find(U"部分");
  if (!han.empty() && han[0] == U'第' && part != std::u32string::npos && part <= 3) han.erase(0, part + 2);
  while (!han.empty() && std::u32string_view(U"一二三四五六七八九十").find(han[0]) != std::u32string_view::npos)
    han.erase(0, 1);
  return titled(han);
}

bool is_form_title(std::string_view title) { return titled(han_of(title)) != nullptr; }

// Whether a heading goes on in the next line: it is a numeral alone, or both lines together are a title of the form.
bool goes_on(std::string_view text, Span title, Span next) {
  size_t behind = 0;
  const std::string_view line = slice(text, next);
  if (next.size() > kLongLine || heading_number(line, behind) != 0 || sentence_like(line)) return false;
  const std::string own = one_line(slice(text, title));
  if (own.empty()) return han_of(line).size() <= kLongestHeading;
  return !is_form_title(own) && is_form_title(slice(text, cover(title, next)));
}

// Drops a list of contents: three headings or more with nothing between them, all of which come again.
void drop_contents(std::string_view text, std::vector<Section>& found) {
  constexpr size_t kFewest = 3;
  const auto follows = [&](const Section& a, const Section& b) {
    return slice(text, {a.folded.end, b.folded.begin}).find_first_not_of(" \t\n#*>|_\\.…·-0123456789") ==
           std::string_view::npos;
  };
  for (size_t from = 0; from < found.size();) {
    size_t to = from + 1;
    while (to < found.size() && found[to].number > found[to - 1].number && follows(found[to - 1], found[to])) ++to;
    const auto again = [&](const Section& s) {
      const auto same = [&](const Section& other) { return other.number == s.number; };
      return std::any_of(found.begin(), found.begin() + std::ptrdiff_t(from), same) ||
             std::any_of(found.begin() + std::ptrdiff_t(to), found.end(), same);
    };
    const auto first = found.begin() + std::ptrdiff_t(from), last = found.begin() + std::ptrdiff_t(to);
    if (to - from >= kFewest && std::all_of(first, last, again)) {
      found.erase(first, last);
    } else {
      from = to;
    }
  }
}

}  // namespace

bool is_table_row(std::string_view line, bool headings) {
  const std::u32string key = label_key(line);
  for (const TableForm* form : table_forms()) {
    if (form->of != nullptr) continue;
    for (uint16_t r = 0; r < form->rows.size(); ++r)
      for (const std::u32string& wording :
           form->rows[r].heading() && !headings ? std::span<const std::u32string>() : wordings(*form, r))
        // With a unit behind it at most: 其他 and 行政复议 begin headings too.
        if (key.size() <= wording.size() + 2 && key.compare(0, wording.size(), wording) == 0) return true;
  }
  return false;
}

int section_named(std::string_view title) {
  if (const data::sections_row* const s = titled(han_of(title)); s != nullptr) return s->number[0] - '0';
  for (const data::section_words_row& w : data::section_words) {
    bool all = true;
    for (std::string_view rest = w.words; all && !rest.empty();) {
      const size_t space = rest.find(' ');
      all = title.find(rest.substr(0, space)) != std::string_view::npos;
      rest = space == std::string_view::npos ? std::string_view() : rest.substr(space + 1);
    }
    if (all) return w.number[0] - '0';
  }
  return 0;
}

std::vector<Section> read_sections(const MappedText& folded, uint32_t until, const std::vector<Span>& tables) {
  const std::string_view text = folded.text();
  std::vector<Section> found, odd;
  uint32_t at = 0;
  Span line{};
  size_t table = 0;
  bool listed = false, lists = false;  // the line before, and this one, end with a semicolon
  while (next_line(text, until, at, line)) {
    listed = lists;
    lists = text[line.end - 1] == ';';
    if (line.size() > kLongLine) {
      headings_within(folded, line, found);
      continue;
    }
    while (table < tables.size() && tables[table].end <= line.begin) ++table;
    if (table < tables.size() && tables[table].overlaps(line)) continue;
    if (const data::sections_row* const s = oddly_numbered(slice(text, line)); s != nullptr) {
      const int number = s->number[0] - '0';
      odd.push_back({number, std::string(s->title), std::string(s->title), number, folded.to_source(line), line});
      continue;
    }
    size_t title_at = 0;
    const int number = heading_number(slice(text, line), title_at);
    if (number == 0 || is_table_row(slice(text, line), false)) continue;
    Span title{line.begin + uint32_t(title_at), line.end}, next{};
    if (const uint32_t end = form_title_end(text, title); end != 0) {
      // 六、其他需要报告的事项。 ends the preface's list of them: …；…；…。
      if (listed && end + std::string_view("。").size() >= line.end) continue;
      title.end = end;
    }
    if (uint32_t behind = at;
        title.end == line.end && next_line(text, until, behind, next) && goes_on(text, title, next)) {
      title.end = next.end;
      at = behind;
    }
    Section section = made(folded, number, {line.begin, title.end}, title);
    if (section.plain.empty() || han_of(section.plain).size() > kLongestHeading || sentence_like(section.plain))
      continue;
    found.push_back(std::move(section));
  }
  drop_contents(text, found);
  // A table's own title (三、…情况表) is not its section's, where that stands there as well.
  const auto repeats = [&](const Section& s) {
    return s.named != 0 && !is_form_title(s.plain) && ends_with(s.plain, "表") &&
           std::any_of(found.begin(), found.end(),
                       [&](const Section& o) { return o.named == s.named && is_form_title(o.plain); });
  };
  std::vector<Section> own;
  for (const Section& s : found)
    if (!repeats(s)) own.push_back(s);
  found = std::move(own);
  // A list within a section is numbered like the sections themselves (一、… 二、…): headings that name a section of the
  // form stand for certain, others only where they carry the count on.
  std::vector<Section> out;
  const bool form_named =
      std::count_if(found.begin(), found.end(), [](const Section& s) { return s.named == s.number; }) >= 3;
  const auto named_so = [&](int number) {
    return std::any_of(found.begin(), found.end(), [&](const Section& s) { return s.named == number; });
  };
  for (const Section& s : found) {
    const int last = out.empty() ? 0 : out.back().number;
    const bool counts_on = s.number == last + 1;
    if (form_named ? s.named != 0 || (counts_on && !named_so(s.number)) : counts_on || s.named == s.number)
      out.push_back(s);
  }
  for (const Section& s : odd) {
    // （一）主动公开政府信息情况 is a heading within 一、总体情况.
    const std::string_view heading = slice(text, s.folded);
    const bool numbered = heading.substr(1, 3) == numeral(s.number) && heading.substr(4, 1) == ")";
    if (heading[0] == '(' && !numbered && !out.empty() && out[0].folded.begin < s.folded.begin) continue;
    const bool known = std::any_of(out.begin(), out.end(), [&](const Section& o) { return o.number == s.number; });
    if (!known) out.push_back(s);
  }
  put_in_order(out.begin(), out.end(),
               [](const Section& a, const Section& b) { return a.folded.begin < b.folded.begin; });
  return out;
}

}  // namespace gouji
