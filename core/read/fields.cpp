#include "read/fields.h"

#include <algorithm>

#include "read/token.h"
#include "text/lines.h"
#include "text/utf8.h"

namespace gouji {
namespace {

Span without_spaces(std::string_view text, Span s) {
  while (s.begin < s.end && utf8::is_space(static_cast<unsigned char>(text[s.begin]))) ++s.begin;
  while (s.begin < s.end && utf8::is_space(static_cast<unsigned char>(text[s.end - 1]))) --s.end;
  return s;
}

}  // namespace

bool is_ruled_line(std::string_view line) {
  constexpr std::u32string_view kLines = U"-=─━═", kCrossings = U"|+│┃┼╪╋├┤┝┥╞╡┌┬┐└┴┘";
  bool lines = false, crossings = false;
  for (size_t i = 0; i < line.size();) {
    const utf8::CodePoint c = utf8::decode(line, i);
    if (!utf8::in(c.value, kLines) && !utf8::in(c.value, kCrossings) && !utf8::in(c.value, U": \t")) return false;
    lines = lines || utf8::in(c.value, kLines);
    crossings = crossings || utf8::in(c.value, kCrossings);
    i += c.size;
  }
  return lines && crossings;
}

bool is_figure(std::string_view folded, Span s) { return !s.empty() && figure_of(slice(folded, s)).has_value(); }

bool has_han(std::string_view folded, Span s) {
  for (uint32_t i = s.begin; i < s.end;) {
    const utf8::CodePoint c = utf8::decode(folded, i);
    if (utf8::is_han(c.value)) return true;
    i += c.size;
  }
  return false;
}

std::vector<Field> FieldCutter::cut(Span line, Span content) {
  if (slice(text_, content).find('|') == std::string_view::npos) open_ = false;
  if (is_fence(content)) {
    if (open_) return separated(content, '|');  // the first field is blank
    const bool closed = text_[content.end - 1] == '|';
    return separated({content.begin + 1, content.end - (closed ? 1 : 0)}, '|', !closed && has_double_bars(content));
  }
  if (slice(text_, line).find('\t') != std::string_view::npos) {
    if (is_figure(text_, content)) return {};  // a cell a line, with a tab beside it
    if (line.begin >= sheet_.until) sheet_ = sheet_from(line.begin);
    return separated(line, '\t');
  }
  if (are_bar_fields(content)) {
    open_ = true;
    return separated(content, '|');
  }
  if (csv_ && slice(text_, line).find(',') != std::string_view::npos) return comma_separated(line);
  return {};
}

// `every_second`: what separates fields is two separators.
std::vector<Field> FieldCutter::separated(Span line, char separator, bool every_second) const {
  std::vector<Field> out;
  uint32_t column = 0;
  for (uint32_t at = line.begin; at <= line.end; ++column) {
    const uint32_t end = find_within(text_, {at, line.end}, separator);
    const bool unused = (separator == '\t' && column < sheet_.unused.size() && sheet_.unused[column]) ||
                        (every_second && column % 2 == 1);
    if (!unused) out.push_back({{at, end}, column});
    at = end + 1;
  }
  return out;
}

// Within quotes a comma separates nothing; nor within brackets, where it was a wide one: （区分处理的，只计这一情形）.
std::vector<Field> FieldCutter::comma_separated(Span line) const {
  std::vector<Field> out;
  for (uint32_t at = line.begin; at <= line.end;) {
    const Span field = csv_field(at, line);
    out.push_back({unquoted(field), uint32_t(out.size())});
    at = field.end + 1;
  }
  return out;
}

Span FieldCutter::csv_field(uint32_t from, Span line) const {
  constexpr uint32_t kLongestBracket = 150;  // bytes
  bool quoted = false;
  uint32_t end = from;
  for (; end < line.end && (quoted || text_[end] != ','); ++end) {
    quoted = quoted != (text_[end] == '"');
    if (text_[end] != '(') continue;
    const Span reach{end, std::min(line.end, end + kLongestBracket)};
    if (const uint32_t close = find_within(text_, reach, ')'); close < reach.end) end = close;
  }
  return {from, end};
}

Span FieldCutter::unquoted(Span field) const {
  const Span content = without_spaces(text_, field);
  const bool quoted = content.size() > 1 && text_[content.begin] == '"' && text_[content.end - 1] == '"';
  return quoted ? Span{content.begin + 1, content.end - 1} : content;
}

Span FieldCutter::line_at(uint32_t begin) const { return {begin, find_within(text_, {begin, where_.end}, '\n')}; }

// 304 and 304 48: three digits, as stand behind the comma of thousands.
bool FieldCutter::begins_with_group(Span field) const {
  constexpr uint32_t kGroup = 3;
  uint32_t at = field.begin;
  while (at < field.end && utf8::is_digit(static_cast<unsigned char>(text_[at]))) ++at;
  return at - field.begin == kGroup;
}

// Comma-separated values: rows of a label and figures or nothing, each directly behind its comma, or a long row of
// figures and blanks.
bool FieldCutter::is_csv() const {
  constexpr size_t kRows = 3, kLongRow = 10, kFigures = 2, kCells = 3;
  size_t rows = 0;
  for (uint32_t at = where_.begin; at < where_.end;) {
    const Span line = line_at(at);
    at = line.end + 1;
    if (is_fielded(slice(text_, line))) continue;
    size_t figures = 0, blanks = 0, labels = 0, others = 0;
    bool in_order = true, grouped = false;  // 收到申请数 件 1,232,923: thousands; 规章 89,304 48,801 too
    for (uint32_t f = line.begin; f <= line.end;) {
      const Span field = csv_field(f, line), content = unquoted(field);
      f = field.end + 1;
      if (is_figure(text_, content) || (labels > 0 && is_nothing(slice(text_, content)))) {
        ++figures;
        grouped = grouped && begins_with_group(content);
      } else if (content.empty()) {
        ++blanks;
      } else {
        in_order = in_order && figures == 0;
        grouped = utf8::is_digit(static_cast<unsigned char>(text_[content.end - 1]));
        if (labels == 0) blanks = 0;  // those before a label are no cells of its row
        ++(has_han(text_, content) ? labels : others);
      }
    }
    if (others > 0 || !in_order || grouped) continue;
    rows += labels > 0 && (figures >= kFigures || (figures == 1 && labels >= 2) || figures + blanks >= kCells);
    if (labels == 0 && figures > 0 && figures + blanks >= kLongRow) return true;
  }
  return rows >= kRows;
}

// | 规章 | 3 |
bool FieldCutter::is_fence(Span content) const {
  return text_[content.begin] == '|' &&
         text_.substr(content.begin + 1, content.size() - 1).find('|') != std::string_view::npos;
}

// | 规章 || 3 || 1, as wikis write it.
bool FieldCutter::has_double_bars(Span s) const {
  const std::string_view inner = slice(text_, {s.begin + 1, s.end});
  for (size_t at = inner.find('|'); at != std::string_view::npos; at = inner.find('|', at + 2))
    if (inner.substr(at, 2) != "||") return false;
  return true;
}

// 规章|3|1|0 without bars at its ends: each field a figure, or words; in the midst of a figure a bar is a 1.
bool FieldCutter::are_bar_fields(Span s) const {
  size_t figures = 0, fields = 0;
  for (uint32_t f = s.begin; f <= s.end; ++fields) {
    const uint32_t stop = find_within(text_, {f, s.end}, '|');
    const Span field = without_spaces(text_, {f, stop});
    if (is_figure(text_, field)) {
      ++figures;
    } else if (!field.empty() && slice(text_, field).find_first_of("0123456789") != std::string_view::npos &&
               figures > 0) {
      return false;
    }
    f = stop + 1;
  }
  const Span first{s.begin, find_within(text_, s, '|')};
  return (figures > 0 || open_) && (fields > 2 || (fields == 2 && has_han(text_, first)));
}

// Where the lines with tabs begin that stand above a line with tabs: its header is among them.
uint32_t FieldCutter::first_tabbed(uint32_t line) const {
  constexpr uint32_t kReach = 3000;  // bytes
  const uint32_t lowest = line > kReach ? line - kReach : 0;
  while (line > lowest) {
    const size_t above = line < 2 ? std::string_view::npos : text_.rfind('\n', line - 2);
    const auto start = uint32_t(above == std::string_view::npos ? 0 : above + 1);
    if (start < lowest || text_.substr(start, line - start).find('\t') == std::string_view::npos) break;
    line = start;
  }
  return line;
}

FieldCutter::Sheet FieldCutter::sheet_from(uint32_t begin) const {
  constexpr size_t kFewest = 2;  // a single column may be one whose cells are all blank
  Sheet sheet;
  std::vector<uint8_t> used;
  size_t header = 0, figures = 0;  // how far lines of words, and lines with figures, reach
  for (uint32_t at = first_tabbed(begin); at < where_.end;) {
    const Span line = line_at(at);
    if (slice(text_, line).find('\t') == std::string_view::npos && !without_spaces(text_, line).empty()) break;
    size_t column = 0, reach = 0;
    bool figure = false;
    for (uint32_t f = line.begin; f <= line.end; ++column) {
      const uint32_t stop = find_within(text_, {f, line.end}, '\t');
      const Span field = without_spaces(text_, {f, stop});
      if (column >= used.size()) used.push_back(false);
      used[column] = used[column] || !field.empty();
      if (!field.empty()) reach = column + 1;
      figure = figure || is_figure(text_, field);
      f = stop + 1;
    }
    (figure ? figures : header) = std::max(figure ? figures : header, reach);
    at = line.end + 1;
    sheet.until = at;
  }
  // Only where the header stands on the same columns as the figures: elsewhere it is narrower, and a blank cell has no
  // word above it.
  const size_t last = std::max(header, figures);
  const auto unused = size_t(std::count(used.begin(), used.begin() + std::ptrdiff_t(last), false));
  bool every_second = true;  // two tabs between cells
  for (size_t c = 0; c < last; ++c) every_second = every_second && used[c] == (c % 2 == 0);
  if (figures == 0 || (header + 1 < figures && !every_second) || unused < kFewest) return sheet;
  for (size_t c = 0; c < last; ++c) sheet.unused.push_back(!used[c]);
  return sheet;
}

}  // namespace gouji
