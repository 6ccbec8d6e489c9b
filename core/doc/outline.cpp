#include "doc/outline.h"

#include <algorithm>

#include "data.h"
#include "read/labels.h"
#include "read/matcher.h"
#include "text/utf8.h"

namespace gouji {
namespace {

using utf8::CodePoint;

constexpr std::string_view kMarks = " \t#*>|_\\";
constexpr size_t kLongestTitle = 64, kLongestHeading = 48;  // in 汉字
constexpr uint32_t kLongLine = 1200;                        // bytes: no heading, and more than a line of any page
constexpr std::string_view kNumerals[] = {"一", "二", "三", "四", "五", "六", "七", "八", "九", "十"};

Span trimmed(std::string_view text, Span s) {
  while (s.begin < s.end && kMarks.find(text[s.begin]) != std::string_view::npos) ++s.begin;
  while (s.begin < s.end && kMarks.find(text[s.end - 1]) != std::string_view::npos) --s.end;
  return s;
}

// The next line that is not empty from `at` on; false at the end.
bool next_line(std::string_view text, uint32_t until, uint32_t& at, Span& line) {
  while (at < until) {
    size_t end = text.find('\n', at);
    if (end == std::string_view::npos || end > until) end = until;
    line = trimmed(text, {at, uint32_t(end)});
    at = uint32_t(end) + 1;
    if (!line.empty()) return true;
  }
  return false;
}

bool has(std::string_view text, std::string_view word) { return text.find(word) != std::string_view::npos; }

// One line without marks and without the spaces and line ends that stand next to a 汉字.
std::string one_line(std::string_view text) {
  std::string out;
  for (size_t i = 0; i < text.size();) {
    const CodePoint c = utf8::decode(text, i);
    const std::string_view piece = text.substr(i, c.size);
    i += c.size;
    if (c.value == '*' || c.value == '#' || c.value == '|') continue;
    if (!utf8::is_space(c.value)) {
      out += piece;
      continue;
    }
    const size_t next = text.find_first_not_of(" \t\n*#|", i);
    if (out.empty() || next == std::string_view::npos) continue;
    const char32_t before = utf8::before(out, out.size()).value, after = utf8::decode(text, next).value;
    // 2 0 2 4: figures that letter-spacing parts, one by one.
    const bool spaced = utf8::is_digit(before) && utf8::is_digit(after) &&
                        !(next + 1 < text.size() && utf8::is_digit(static_cast<unsigned char>(text[next + 1])));
    const bool both_latin = before < 0x80 && after < 0x80 && !spaced;
    if (both_latin && out.back() != ' ') out += ' ';
  }
  return out;
}

// 2022, or 二〇二二; 0 if `text` does not start with a year and 年.
int year_at(std::string_view text, size_t at, size_t& end) {
  int year = 0, digits = 0;
  size_t i = at;
  for (; i < text.size() && digits < 4;) {
    const CodePoint c = utf8::decode(text, i);
    constexpr std::u32string_view kDigits = U"〇一二三四五六七八九";
    int digit = -1;
    if (utf8::is_digit(c.value)) digit = int(c.value - '0');
    if (const size_t d = kDigits.find(c.value); d != std::u32string_view::npos) digit = int(d);
    if (c.value == U'零' || c.value == U'○' || c.value == U'O') digit = digits > 0 ? 0 : -1;
    if (c.value == ' ' && digits > 0) {
      i += c.size;
      continue;
    }
    if (digit < 0) return 0;
    year = year * 10 + digit;
    ++digits;
    i += c.size;
  }
  while (i < text.size() && text[i] == ' ') ++i;
  if (digits != 4 || year < 1990 || year > 2099 || text.substr(i, 3) != "年") return 0;
  end = i + 3;
  return year;
}

std::optional<int> find_year(std::string_view text, size_t* begin = nullptr, size_t* end = nullptr) {
  for (size_t i = 0; i < text.size(); ++i) {
    if (utf8::continues(text[i])) continue;
    size_t stop = 0;
    if (i > 0 && utf8::is_digit(static_cast<unsigned char>(text[i - 1]))) continue;
    if (const int year = year_at(text, i, stop); year != 0) {
      if (begin != nullptr) *begin = i;
      if (end != nullptr) *end = stop;
      return year;
    }
  }
  return std::nullopt;
}

// 一 … 十二 at the start of a line, and 、: what stands behind it; 0 if there is none.
int heading_number(std::string_view line, size_t& title) {
  int number = 0;
  size_t i = 0;
  for (int digits = 0; digits < 3; ++digits) {
    int digit = 0;
    for (int n = 0; n < 10; ++n)
      if (line.substr(i, 3) == kNumerals[n]) digit = n + 1;
    if (digit == 0) break;
    number = digit == 10 ? (number == 0 ? 10 : number * 10) : number >= 10 ? number + digit : digit;
    i += 3;
  }
  while (i < line.size() && line[i] == ' ') ++i;
  if (number == 0 || line.substr(i, 3) != "、") return 0;
  title = i + 3;
  return number;
}

// A page's path (首页 > 政府信息公开年报) or a sentence, and so no heading.
bool sentence_like(std::string_view line) {
  if (has(line, ">") || has(line, "首页")) return true;
  return has(line, "。") || has(line, ";") || has(line, "《") || has(line, "现发布") || has(line, "根据");
}

// Whether lines joined read as the title of a report: …政府信息公开工作年度报告, and nothing else.
bool is_title(const std::string& joined) {
  const std::u32string han = han_of(joined);
  if (han.size() > kLongestTitle || sentence_like(joined)) return false;
  const std::u32string_view tail = std::u32string_view(han).substr(han.size() > 2 ? han.size() - 2 : 0);
  if (tail != U"报告" && tail != U"年报" && !(han.size() > 4 && han.substr(han.size() - 3) == U"报告书")) return false;
  return han.find(U"信息公开") != std::u32string::npos || han.find(U"政务公开") != std::u32string::npos;
}

// The name in front of what makes a title a report's.
std::string body_name(std::string_view title) {
  std::string rest(title);
  size_t begin = 0, end = 0;
  if (find_year(rest, &begin, &end)) {
    if (std::string_view(rest).substr(end, 3) == "度") end += 3;
    rest.erase(begin, end - begin);
  }
  for (const std::string_view what : {"政府信息公开", "信息公开", "政务公开"}) {
    const size_t at = rest.find(what);
    if (at == std::string::npos) continue;
    rest.erase(at);
    break;
  }
  for (const std::string_view about : {"关于", "年度", "的"}) {
    if (rest.substr(0, about.size()) == about) rest.erase(0, about.size());
    if (rest.size() >= about.size() && rest.substr(rest.size() - about.size()) == about)
      rest.erase(rest.size() - about.size());
  }
  return rest;
}

bool ends_with(std::string_view s, std::string_view tail) {
  return s.size() >= tail.size() && s.substr(s.size() - tail.size()) == tail;
}

// The title at the start of a text whose line ends were lost.
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
  return Title{joined, folded.to_source(all), all, find_year(joined)};
}

// The form's own headings within a line too long to be one: line ends were lost.
void headings_within(const MappedText& folded, Span line, std::vector<Section>& found) {
  const std::string_view text = slice(folded.text(), line);
  const size_t first = found.size();
  for (const data::sections_row& s : data::sections) {
    const std::string heading = std::string(kNumerals[s.number[0] - '1']) + "、" + std::string(s.title);
    const size_t at = text.find(heading);
    if (at == std::string_view::npos ||
        (at > 0 && text[at - 1] != ' ' && text.substr(at - std::min<size_t>(at, 3), 3) != "。"))
      continue;
    const Span place{line.begin + uint32_t(at), line.begin + uint32_t(at + heading.size())};
    // Editions share titles: one heading, one section.
    const bool known = std::any_of(found.begin() + std::ptrdiff_t(first), found.end(),
                                   [&](const Section& f) { return f.folded == place; });
    if (!known) found.push_back({s.number[0] - '0', std::string(s.title), folded.to_source(place), place});
  }
  std::sort(found.begin() + std::ptrdiff_t(first), found.end(),
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
  size_t behind = 0;
  if (line.size() > 120 || heading_number(line, behind) != 0) return nullptr;
  std::u32string han = han_of(line);
  const size_t part = han.find(U"部分");
  if (!han.empty() && han[0] == U'第' && part != std::u32string::npos && part <= 3) han.erase(0, part + 2);
  while (!han.empty() && std::u32string_view(U"一二三四五六七八九十").find(han[0]) != std::u32string_view::npos)
    han.erase(0, 1);
  for (const data::sections_row& s : data::sections)
    if (han == han_of(s.title)) return &s;
  return nullptr;
}

// 一、本年新收政府信息公开申请数量 is a row, not a heading. The statistical table has headings of its own between its
// rows (三、依申请公开情况), which a report's sections may bear too: asked for with `headings`.
bool is_table_row(std::string_view line, bool headings) {
  const std::u32string key = label_key(line);
  for (const TableForm* form : table_forms())
    for (uint16_t r = 0; r < form->rows.size(); ++r)
      for (const std::u32string& wording :
           form->rows[r].heading() && !headings ? std::span<const std::u32string>() : wordings(*form, r))
        // With a unit behind it at most: 其他 and 行政复议 begin headings too.
        if (key.size() <= wording.size() + 2 && key.compare(0, wording.size(), wording) == 0) return true;
  return false;
}

// A title without what pages put around it: 标题: …, a date and a tab before it, 《…》.
Span bare(std::string_view text, Span s) {
  for (const char mark : {':', '\t'})
    if (const size_t at = slice(text, s).rfind(mark); at != std::string_view::npos) s.begin += uint32_t(at) + 1;
  s = trimmed(text, s);
  constexpr std::string_view kOpen = "《", kClose = "》";
  const std::string_view inner = slice(text, s);
  if (inner.substr(0, kOpen.size()) == kOpen && ends_with(inner, kClose) &&
      inner.find(kClose) + kClose.size() == inner.size())
    s = {s.begin + uint32_t(kOpen.size()), s.end - uint32_t(kClose.size())};
  return s;
}

// The title that ends with this line. It may be printed on up to three lines: the fewest that read as a title and name
// a body, or else the fewest that read as one.
std::optional<Title> title_ending(const MappedText& folded, Span line, const Span (&before)[2]) {
  const std::string_view text = folded.text();
  const std::string last = one_line(slice(text, bare(text, line)));
  if (!ends_with(last, "报告") && !ends_with(last, "年报") && !ends_with(last, "报告书")) return std::nullopt;
  std::optional<Title> found;
  for (const Span start : {line, before[0], before[1]}) {
    if (start.empty()) break;
    Span all{start.begin, line.end};
    all = bare(text, all);
    std::string joined = one_line(slice(text, all));
    if (!is_title(joined)) continue;
    const std::string body = body_name(joined);
    // A line above that is no name (a page number, a date) is not part of the title.
    if (found && kind_of(body) == Kind::unknown) continue;
    found = Title{joined, folded.to_source(all), all, find_year(joined)};
    if (!body.empty()) break;
  }
  return found;
}

}  // namespace

int section_named(std::string_view title) {
  const std::u32string han = han_of(title);
  for (const data::sections_row& s : data::sections)
    if (han == han_of(s.title)) return s.number[0] - '0';
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

std::string_view name_of(Level l) {
  constexpr std::string_view kNames[] = {"unknown", "state", "province", "prefecture", "county", "township"};
  return kNames[size_t(l)];
}

std::string_view name_of(Kind k) {
  constexpr std::string_view kNames[] = {"unknown", "government", "office", "department"};
  return kNames[size_t(k)];
}

Kind kind_of(std::string_view name) {
  for (const std::string_view t : {"办公厅", "办公室", "府办"})
    if (ends_with(name, t)) return Kind::office;
  for (const std::string_view t : {"人民政府", "街道", "街道办事处", "管理委员会", "管委会", "兵团", "行政公署"})
    if (ends_with(name, t)) return Kind::government;
  for (const std::string_view t : {"局",   "厅",   "委员会", "委", "部", "署", "院", "中心", "支队", "总队",
                                   "大队", "分局", "税务所", "司", "处", "社", "站", "集团", "公司", "会"})
    if (ends_with(name, t)) return Kind::department;
  for (const std::string_view t : {"省", "市", "自治区", "县", "区", "旗", "州", "盟", "镇", "乡", "特别行政区"})
    if (ends_with(name, t)) return Kind::government;
  return Kind::unknown;
}

Level level_of(std::string_view name) {
  constexpr std::string_view kTaxes = "国家税务总局";  // its offices carry its name before their place's
  if (name.size() > kTaxes.size() && name.substr(0, kTaxes.size()) == kTaxes) name.remove_prefix(kTaxes.size());
  for (const std::string_view t : {"国家", "国务院", "中国", "中华人民共和国"})
    if (name.substr(0, t.size()) == t) return Level::state;
  // Places are named from the large to the small; the last one that the name spells out is the body's.
  Level level = Level::unknown;
  std::string_view rest = name;
  for (const data::provinces_row& p : data::provinces) {
    if (rest.substr(0, p.name.size()) != p.name) continue;
    rest.remove_prefix(p.name.size());
    level = Level::province;
    break;
  }
  for (const std::string_view t : {"自治区", "省"}) {
    if (level != Level::unknown || rest.substr(0, t.size()) != t) continue;
    rest.remove_prefix(t.size());
    level = Level::province;
  }
  for (const data::prefectures_row& p : data::prefectures) {
    if (rest.substr(0, p.name.size()) != p.name) continue;
    rest.remove_prefix(p.name.size());
    level = Level::prefecture;
    break;
  }
  // A place name before its suffix has at least one 汉字 and is short: 洪泽区, 红寺堡区, 镜湖区.
  const auto suffix = [&](std::initializer_list<std::string_view> tails, size_t longest) {
    size_t best = std::string_view::npos;
    for (const std::string_view t : tails) {
      const size_t at = rest.find(t, 3);
      if (at != std::string_view::npos && at <= longest * 3 && at + t.size() < best) best = at + t.size();
    }
    return best;
  };
  const size_t county = suffix({"自治县", "自治旗", "县", "区", "旗", "市", "林区", "特区"}, 8);
  const bool zone = has(rest, "开发区") || has(rest, "高新区") || has(rest, "园区");
  if (county != std::string_view::npos && !zone) {
    level = Level::county;  // a 市 too: those of prefecture level are listed
    rest.remove_prefix(county);
  }
  if (suffix({"镇", "乡", "街道", "苏木"}, 8) != std::string_view::npos && !has(rest, "城乡")) level = Level::township;
  return level;
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
      // The same title again is a page's running head, unless the sections begin again as well.
      const bool other = candidate && (candidate->text != out.title->text || section_named(slice(text, line)) == 1);
      if (begun && other) {
        out.second = candidate;
        out.end = candidate->folded.begin;
      }
      begun = true;
    }
    if (const std::optional<Title> title = title_ending(folded, line, before)) {
      // A page's menu says 政府信息公开年报, its list other years' titles, before the title proper: the last that tells
      // as much is it.
      const auto telling = [](const Title& t) { return (t.year ? 2 : 0) + (body_name(t.text).empty() ? 0 : 1); };
      if (!out.title || (!begun && telling(*title) >= telling(*out.title))) {
        out.title = title;
      } else if (begun && title->year) {
        candidate = title;
      }
    }
    before[1] = before[0];
    before[0] = line;
  }
  if (!out.title) out.title = title_starting(folded);
  if (out.title) {
    out.year = out.title->year;
    out.body.name = body_name(out.title->text);
    out.body.level = level_of(out.body.name);
    out.body.kind = kind_of(out.body.name);
  }
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

std::vector<Section> read_sections(const MappedText& folded, uint32_t until, const std::vector<Span>& tables) {
  const std::string_view text = folded.text();
  std::vector<Section> found, odd;
  uint32_t at = 0;
  Span line{};
  size_t table = 0;
  while (next_line(text, until, at, line)) {
    if (line.size() > kLongLine) {
      headings_within(folded, line, found);
      continue;
    }
    while (table < tables.size() && tables[table].end <= line.begin) ++table;
    if (table < tables.size() && tables[table].overlaps(line)) continue;
    if (const data::sections_row* const s = oddly_numbered(slice(text, line)); s != nullptr) {
      odd.push_back({s->number[0] - '0', std::string(s->title), folded.to_source(line), line});
      continue;
    }
    size_t title_at = 0;
    const int number = heading_number(slice(text, line), title_at);
    if (number == 0 || is_table_row(slice(text, line), false)) continue;
    if (const uint32_t end = form_title_end(text, {line.begin + uint32_t(title_at), line.end}); end != 0)
      line.end = end;
    const std::string title = one_line(slice(text, {line.begin + uint32_t(title_at), line.end}));
    if (title.empty() || han_of(title).size() > kLongestHeading || sentence_like(title)) continue;
    found.push_back({number, title, folded.to_source(line), line});
  }
  // A list within a section is numbered like the sections themselves (一、… 二、…): headings that name a section of the
  // form stand for certain, others only where they carry the count on.
  std::vector<Section> out;
  const bool form_named = std::count_if(found.begin(), found.end(),
                                        [](const Section& s) { return section_named(s.title) == s.number; }) >= 3;
  const auto named_so = [&](int number) {
    return std::any_of(found.begin(), found.end(), [&](const Section& s) { return section_named(s.title) == number; });
  };
  for (const Section& s : found) {
    const int named = section_named(s.title), last = out.empty() ? 0 : out.back().number;
    const bool counts_on = s.number == last + 1;
    if (form_named ? named != 0 || (counts_on && !named_so(s.number)) : counts_on || named == s.number)
      out.push_back(s);
  }
  for (const Section& s : odd) {
    const bool known = std::any_of(out.begin(), out.end(), [&](const Section& o) { return o.number == s.number; });
    if (!known) out.push_back(s);
  }
  std::stable_sort(out.begin(), out.end(),
                   [](const Section& a, const Section& b) { return a.folded.begin < b.folded.begin; });
  return out;
}

}  // namespace gouji
