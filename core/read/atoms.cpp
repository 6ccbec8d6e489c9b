#include "read/atoms.h"

#include <algorithm>

#include "data.h"
#include "read/fields.h"
#include "read/furniture.h"
#include "read/labels.h"
#include "read/token.h"
#include "text/number.h"
#include "text/numeral.h"
#include "text/utf8.h"

namespace gouji {
namespace {

using utf8::CodePoint;

// Marks for nothing that are drawn in a row: more are a line.
constexpr size_t kLongestNothing = 4;
// What beside a number makes it another one.
constexpr std::u32string_view kOtherAhead = U"约近超逾减少降低负(第", kOtherBehind = U"万亿千百十余多分成倍起)〇";
// What makes of the number before it a date, a page or an article.
constexpr std::u32string_view kNoValueBefore = U"年月日页号";

class Reader {
 public:
  Reader(std::string_view folded, Span where, std::u32string_view title)
      : text_(folded), where_(where), title_(title), cutter_(folded, where) {}

  std::vector<Atom> read() {
    for (uint32_t at = where_.begin; at < where_.end; ++line_) {
      size_t end = text_.find('\n', at);
      if (end == std::string_view::npos || end > where_.end) end = where_.end;
      read_line({at, uint32_t(end)});
      at = uint32_t(end) + 1;
    }
    return std::move(out_);
  }

 private:
  std::string_view text_;
  Span where_;
  std::u32string_view title_;
  FieldCutter cutter_;
  uint32_t line_ = 0;
  bool in_field_ = false;        // the words read are those of a field
  bool stamped_ = false;         // a date, a time or an address stood before on the line
  uint32_t no_close_until_ = 0;  // no bracket that opens before this place holds words
  std::vector<Atom> out_;

  CodePoint at(uint32_t i) const { return utf8::decode(text_, i); }

  Span trimmed(Span s) const {
    while (s.begin < s.end && utf8::is_space(static_cast<unsigned char>(text_[s.begin]))) ++s.begin;
    while (s.begin < s.end && utf8::is_space(static_cast<unsigned char>(text_[s.end - 1]))) --s.end;
    return s;
  }

  void read_line(Span line) {
    stamped_ = false;
    const Span content = trimmed(line);
    if (content.empty() || is_furniture(slice(text_, content), title_)) return;
    if (text_[content.begin] == '>') return read_line({content.begin + 1, line.end});  // a quoted mail
    if (is_ruled_line(slice(text_, content))) return;
    const std::vector<Field> fields = cutter_.cut(line, content);
    if (!fields.empty()) return read_fields(fields);
    // Between spaces, a gap tells words from values; a tab at the end of a cell's line says nothing.
    read_words(slice(text_, line).find('\t') == std::string_view::npos ? line : content);
  }

  void read_fields(const std::vector<Field>& fields) {
    const bool figures =
        std::any_of(fields.begin(), fields.end(), [&](const Field& f) { return is_figure(text_, trimmed(f.place)); });
    const size_t first = out_.size();
    Span label{};  // what the field before holds, where that is words
    for (const Field& f : fields) {
      const size_t from = out_.size();
      const Span content = trimmed(f.place);
      // Of a label that is printed in each of the cells that it spans, the first says all.
      if (!label.empty() && slice(text_, content) == slice(text_, label)) continue;
      read_field(f.place, figures);
      const auto word = [](const Atom& a) { return a.kind == Atom::han; };
      label = std::all_of(out_.begin() + std::ptrdiff_t(from), out_.end(), word) ? content : Span{};
      for (size_t a = from; a < out_.size(); ++a) out_[a].column = f.column;
    }
    for (size_t a = first; a < out_.size(); ++a) out_[a].fields = fields.back().column + 1;
  }

  // `among_figures`: other fields of the line hold figures alone.
  void read_field(Span field, bool among_figures) {
    if (trimmed(field).empty()) {
      out_.push_back({Atom::blank, 0, {field.begin, field.begin}, {}, line_});
      return;
    }
    // Between tabs, what looks like thousands is one number: were it two, another field would be missing.
    if (const Span content = trimmed(field); is_spaced_number(slice(text_, content))) {
      out_.push_back({Atom::number, 0, content, {}, line_});
      out_.back().parted = true;
      return;
    }
    const size_t first = out_.size();
    const bool behind_values =
        std::any_of(out_.rbegin(), out_.rend(),
                    [&](const Atom& a) { return a.line == line_ && a.value() && a.kind != Atom::blank; }) &&
        !out_.empty() && out_.back().line == line_;
    in_field_ = true;
    read_words(field);
    in_field_ = false;
    if (behind_values) settle_value(first, field);
    const auto figure = [](const Atom& a) { return a.kind == Atom::number; };
    const auto from = out_.begin() + std::ptrdiff_t(first);
    if (out_.size() > first + 1 && std::all_of(from, out_.end(), figure))
      for (size_t a = first; a < out_.size(); ++a) out_[a].parted = true;
    // 重复申请1 in a row of figures: perhaps the mark of a note.
    if (among_figures && out_.size() > first + 2 && out_.back().value() && out_[out_.size() - 2].kind == Atom::han)
      out_.back().glued = true;
  }

  // A field behind figures that says 减少 8, 8(减) or - 8 is one value, and not the one that its digits say.
  void settle_value(size_t first, Span field) {
    constexpr std::u32string_view kLess = U"减降取撤缩负";
    size_t figures = 0;
    bool less = false;
    for (size_t a = first; a < out_.size(); ++a) {
      figures += out_[a].kind == Atom::number || out_[a].kind == Atom::unclear;
      less = less || out_[a].kind == Atom::nothing || (out_[a].kind == Atom::han && utf8::in(out_[a].c, kLess));
    }
    if (figures != 1 || !less) return;
    out_.resize(first);
    out_.push_back({Atom::unclear, 0, trimmed(field), {}, line_, true});
  }

  bool delimits(uint32_t i, Span s) const {
    if (i >= s.end) return true;
    const char32_t c = at(i).value;
    return utf8::is_space(c) || c == '|';
  }

  bool han_at(uint32_t i, Span s) const { return i < s.end && utf8::is_han(at(i).value); }

  uint32_t skip_spaces(uint32_t i, Span s) const {
    while (i < s.end && utf8::is_space(static_cast<unsigned char>(text_[i]))) ++i;
    return i;
  }

  // The end of a bracket that opens at i and holds words, in the same line; 0 if it is none.
  uint32_t wordy_bracket(uint32_t i, Span s) {
    if (i < no_close_until_) return 0;
    bool words = false;
    for (uint32_t j = i + 1; j < s.end;) {
      const CodePoint c = at(j);
      j += c.size;
      if (c.value == ')') {
        if (!words) no_close_until_ = j;  // nor do the brackets up to here hold any
        return words ? j : 0;
      }
      words = words || utf8::is_han(c.value);
    }
    no_close_until_ = s.end;  // asked again for every bracket of the line, the search would be squared
    return 0;
  }

  void read_words(Span s) {
    uint32_t bracket = 0;  // numbers before this place are no values
    for (uint32_t i = s.begin; i < s.end;) {
      const CodePoint c = at(i);
      if (utf8::is_han(c.value)) {
        if (const uint32_t end = word_for_nothing(i, s); end != 0) {
          out_.push_back({Atom::nothing, 0, {i, end}, {}, line_});
          i = end;
        } else if (const uint32_t last = numeral_end(i, s); last != 0) {
          out_.push_back({Atom::number, 0, {i, last}, {}, line_});
          i = last;
        } else {
          out_.push_back({Atom::han, c.value, {i, i + c.size}, {}, line_});
          i += c.size;
        }
      } else if (c.value == '[') {
        i = note_end(i, s);
      } else if (c.value == '(' && i >= bracket) {
        bracket = wordy_bracket(i, s);
        i += c.size;
      } else if (starts_token(i, s)) {
        i = read_token(i, s, i < bracket);
      } else if (is_nothing_mark(c.value) && (i == s.begin || delimits(before(i), s))) {
        i = read_nothing(i, s);
      } else {
        i += c.size;
      }
    }
  }

  uint32_t before(uint32_t i) const { return i - utf8::before(text_, i).size; }

  // Behind [2], a note's number that opens at i; behind the bracket alone where it is none.
  uint32_t note_end(uint32_t i, Span s) const {
    uint32_t end = i + 1;
    while (end < s.end && utf8::is_digit(static_cast<unsigned char>(text_[end]))) ++end;
    return end > i + 1 && end < s.end && text_[end] == ']' ? end + 1 : i + 1;
  }

  // Whether [i, end) stands as a value: alone in its field; between spaces, beside other values and before no word.
  bool stands_as_value(uint32_t i, uint32_t end, Span s) const {
    if (!delimits(end, s) || (i > s.begin && !delimits(before(i), s))) return false;
    if (slice(text_, word_before(i, s)) == "第") return false;  // 第 二 十 条
    const Span next = word_at(skip_spaces(end, s), s), previous = word_before(i, s);
    if (next.empty() && previous.empty()) return true;
    if (!next.empty())
      return is_valuelike(next) && (is_valuelike(previous) || has_han(text_, previous) || previous.empty());
    // Behind a label at the end of the line, a column's gap tells it from a word.
    constexpr uint32_t kGap = 2;
    return is_valuelike(previous) || is_unit(previous) || i - previous.end >= kGap;
  }

  // Whether [i, end) ends a line right behind a word, and not behind an enumerator: 行政强制 无.
  bool ends_row(uint32_t i, uint32_t end, Span s) const {
    const Span previous = word_before(i, s);
    return skip_spaces(end, s) == s.end && i > previous.end && previous.size() > 3 && han_at(before(previous.end), s) &&
           !is_wrapped({i, end}, s);
  }

  // Whether some label has the word before the next line's first character: 无⏎法提供.
  bool is_wrapped(Span word, Span s) const {
    if (s.end + 1 >= where_.end) return false;
    const std::string joined = std::string(slice(text_, word)).append(text_, s.end + 1, at(s.end + 1).size);
    for (const TableForm* form : table_forms())
      for (const Row& row : form->rows)
        if (row.label.find(joined) != std::string_view::npos) return true;
    return false;
  }

  // What stands between spaces from i on, and up to i.
  Span word_at(uint32_t i, Span s) const {
    uint32_t end = i;
    while (end < s.end && text_[end] != ' ') ++end;
    return {i, end};
  }
  Span word_before(uint32_t i, Span s) const {
    while (i > s.begin && text_[i - 1] == ' ') --i;
    uint32_t begin = i;
    while (begin > s.begin && text_[begin - 1] != ' ') --begin;
    return {begin, i};
  }

  bool is_valuelike(Span word) const {
    if (word.empty()) return false;
    return is_figure(text_, without_unit(word)) || is_nothing(slice(text_, word));
  }

  Span without_unit(Span word) const {
    for (const std::string_view unit : units())
      if (word.size() > unit.size() && slice(text_, word).substr(word.size() - unit.size()) == unit)
        return {word.begin, word.end - uint32_t(unit.size())};
    return word;
  }

  bool is_unit(Span word) const {
    return std::find(units().begin(), units().end(), slice(text_, word)) != units().end();
  }

  // The end of a word for nothing (无, 不涉及) that stands as a value; 0 if there is none.
  uint32_t word_for_nothing(uint32_t i, Span s) const {
    for (const data::nothing_row& row : data::nothing) {
      const uint32_t end = i + uint32_t(row.word.size());
      if (text_.substr(i, row.word.size()) == row.word && (stands_as_value(i, end, s) || ends_row(i, end, s)))
        return end;
    }
    return 0;
  }

  // The end of a number in 汉字 that stands as a value (三, 十二), and is no piece of a group label that runs down the
  // margin; 0 if there is none.
  uint32_t numeral_end(uint32_t i, Span s) const {
    uint32_t end = i;
    while (end < s.end && is_numeral(at(end).value)) end += at(end).size;
    if (end == i || !stands_as_value(i, end, s)) return 0;
    if (!in_field_ && word_before(i, s).empty() && !begins_figures(end, s)) return 0;
    return parse_numeral(text_.substr(i, end - i)) ? end : 0;
  }

  // Whether nothing but figures follows on the line, some of them in 汉字 as well: 三 零 0 3 零 0 6.
  bool begins_figures(uint32_t i, Span s) const {
    bool another = false;
    for (Span word = word_at(skip_spaces(i, s), s); !word.empty(); word = word_at(skip_spaces(word.end, s), s)) {
      if (!is_valuelike(word)) return false;
      another = another || is_numeral(at(word.begin).value);
    }
    return another;
  }

  uint32_t read_nothing(uint32_t i, Span s) {
    uint32_t end = i;
    size_t count = 0;
    while (end < s.end && is_nothing_mark(at(end).value)) {
      if (count > 0 && !is_token_char(at(before(end)).value) && starts_token(end, s)) return end;  // **-8**: a sign
      end += at(end).size;
      ++count;
    }
    const uint32_t next = skip_spaces(end, s);
    const bool bullet = i == s.begin && !in_field_ && next > end && han_at(next, s) &&  // - 规章 0 0 0
                        !is_nothing(slice(text_, word_at(next, s)));                    // / 无 72
    if (count <= kLongestNothing && delimits(end, s) && !bullet)
      out_.push_back({Atom::nothing, 0, {i, end}, {}, line_});
    return end;
  }

  bool starts_token(uint32_t i, Span s) const {
    const char32_t c = at(i).value;
    if (utf8::is_digit(c) || utf8::is_latin(c)) return true;
    // Any other mark starts one only where a figure follows: the first of a run of marks looks, the others need not.
    if (!is_token_char(c) || utf8::in(c, U",:") || (i > s.begin && is_token_char(at(before(i)).value))) return false;
    if (c == U'#' && i + 1 < s.end && utf8::is_latin(at(i + 1).value)) return true;  // #DIV/0!
    uint32_t next = i;
    while (next < s.end && is_token_char(at(next).value) && !utf8::is_digit(at(next).value) &&
           !utf8::is_latin(at(next).value))
      next += at(next).size;
    return next < s.end &&
           (utf8::is_digit(at(next).value) || (c == '+' || c == '-' ? is_lookalike(text_.substr(next, 1)) : false));
  }

  uint32_t token_end(uint32_t i, Span s) const {
    uint32_t end = i;
    while (end < s.end && (is_token_char(at(end).value) || glued_bar(end, s))) end += at(end).size;
    while (end > i + 1 && utf8::in(static_cast<unsigned char>(text_[end - 1]), U".,:")) --end;  // 1. 属于国家秘密
    return end;
  }

  // A run of figures, Latin letters and marks: a number, something unclear, or none of the table's business.
  uint32_t read_token(uint32_t i, Span s, bool in_bracket) {
    const uint32_t end = token_end(i, s);
    // $15$, as what reads pictures writes formulas.
    if (end - i > 2 && text_[i] == '$' && text_[end - 1] == '$') {
      read_token(i + 1, {s.begin, end - 1}, in_bracket);
      return end;
    }
    const std::string_view token = text_.substr(i, end - i);
    if (in_bracket || is_in_label(i, end, s)) return end;
    if (const std::string number = plain_number(token); !number.empty()) {
      if (is_enumerator(i, end, s) || is_dated(i, end, s) || counts_in_label(i, end, s)) return end;
      return push_number(i, end, s, number);
    }
    const bool digits = token.find_first_of("0123456789") != std::string_view::npos;
    const bool alone = (i == s.begin || delimits(before(i), s)) && delimits(end, s);
    stamped_ = stamped_ || (digits && is_stamp(token));
    // 3/7, the page behind the address; COVID-19, a word.
    const bool foreign = (stamped_ && token.find('/') != std::string_view::npos) || is_stamp(token) ||
                         (utf8::is_latin(static_cast<unsigned char>(token[0])) && !is_lookalike(token));
    constexpr size_t kLongestWord = 3;  // Io, lOO: no word of letters alone is longer, but in a field of its own
    const std::string_view letters = token.substr(token[0] == '+' || token[0] == '-' ? 1 : 0);
    const bool own_field = (i == s.begin ? in_field_ : text_[i - 1] == '\t') && (end == s.end || text_[end] == '\t');
    if (digits ? !foreign : alone && (own_field || token.size() <= kLongestWord) && is_lookalike(letters)) {
      out_.push_back({Atom::unclear, 0, {i, end}, {}, line_});
    } else if (alone && (token == "N/A" || token == "n/a" || token == "NA")) {
      out_.push_back({Atom::nothing, 0, {i, end}, {}, line_});
    }
    return end;
  }

  // 属于3类内部事务信息
  bool is_in_label(uint32_t i, uint32_t end, Span s) const {
    return i > s.begin && utf8::is_han(at(before(i)).value) && end < s.end && at(end).value == U'类';
  }

  // Whether a number is cut by the end of its line: 2041. and 5531, 2041 and .5531.
  bool is_cut(uint32_t end, Span s) const {
    constexpr std::string_view kMarks = ".,";
    const auto digit_at = [&](size_t i) {
      return i < text_.size() && utf8::is_digit(static_cast<unsigned char>(text_[i]));
    };
    const bool mark = end < s.end && kMarks.find(text_[end]) != std::string_view::npos;
    const size_t line_end = text_.find_first_not_of(" \t", end + (mark ? 1 : 0));
    if (line_end == std::string_view::npos || text_[line_end] != '\n') return false;
    const size_t next = text_.find_first_not_of(" \t\n", line_end);
    if (next == std::string_view::npos) return false;
    return mark ? digit_at(next) : kMarks.find(text_[next]) != std::string_view::npos && digit_at(next + 1);
  }

  // A bar between digits is a misread 1 or l; a bar elsewhere is a border.
  bool glued_bar(uint32_t i, Span s) const {
    return text_[i] == '|' && i > s.begin && i + 1 < s.end &&
           utf8::is_digit(static_cast<unsigned char>(text_[i - 1])) &&
           utf8::is_digit(static_cast<unsigned char>(text_[i + 1]));
  }

  // 1.属于国家秘密, 1、属于…, (1)属于…
  bool is_enumerator(uint32_t i, uint32_t end, Span s) const {
    if (i > s.begin && text_[i - 1] == '(' && end < s.end && text_[end] == ')') return is_before_word(end + 1, s);
    if (end < s.end && text_[end] == '\\') ++end;  // 1\. as Markdown escapes it
    if (end - i > 3 || end >= s.end) return false;
    const CodePoint mark = at(end);
    if (mark.value != '.' && mark.value != U'、') return false;
    return is_before_word(end + mark.size, s);
  }

  bool is_before_word(uint32_t i, Span s) const {
    const uint32_t next = skip_spaces(i, s);
    return next < s.end && (utf8::is_han(at(next).value) || utf8::in(at(next).value, U"“\"《〈(‘"));
  }

  // 2024 年, 3 月, 第 3 页
  bool is_dated(uint32_t i, uint32_t end, Span s) const {
    const uint32_t next = skip_spaces(end, s);
    if (next >= s.end || !utf8::in(at(next).value, kNoValueBefore)) return false;
    // 14 年度办理结果: a value, and what is left of a group label that was cut.
    const uint32_t behind = next + at(next).size;
    const bool of_label = at(next).value == U'年' && behind < s.end && at(behind).value == U'度' && end - i != 4;
    return !of_label;
  }

  // …相同信息计 1 条, cut by a line end so that its bracket is not seen: 计 1 条, 计1, or 1条) alone.
  bool counts_in_label(uint32_t i, uint32_t end, Span s) const {
    const uint32_t next = skip_spaces(end, s);
    const bool counted = next < s.end && utf8::in(at(next).value, U"条次");
    const uint32_t behind = counted ? next + at(next).size : s.end;
    if (behind < s.end && text_[behind] == ')') return true;
    if (out_.empty() || out_.back().kind != Atom::han || out_.back().c != U'计') return false;
    const bool whole = out_.size() > 1 && utf8::in(out_[out_.size() - 2].c, U"合总共小累");
    return !whole && (counted || out_.back().folded.end == i);
  }

  // Where the number ends, with the unit that it carries.
  uint32_t push_number(uint32_t i, uint32_t end, Span s, const std::string& number) {
    const uint32_t unit = unit_end(end, s);
    // 约1260, 减8, (8), 3万, 1260余: a number, but not the one that the digits say. What makes it so is part of the
    // cell.
    const bool ahead = i > s.begin && utf8::in(at(before(i)).value, kOtherAhead);
    const bool behind = unit == 0 && end < s.end && utf8::in(at(end).value, kOtherBehind);
    if (ahead || behind) {
      const uint32_t stop = unit == 0 && end < s.end && !delimits(end, s) ? end + at(end).size : end;
      uint32_t start = ahead ? before(i) : i;
      if (!out_.empty() && out_.back().folded.begin == start) out_.pop_back();  // it was read as a 汉字
      if (ahead && !out_.empty() && out_.back().folded.end == start && utf8::in(out_.back().c, kOtherAhead)) {
        start = out_.back().folded.begin;  // 减少1
        out_.pop_back();
      }
      out_.push_back({Atom::unclear, 0, {start, stop}, {}, line_});
      return stop;
    }
    const Atom::Kind kind = parse_decimal(number) && !is_cut(end, s) ? Atom::number : Atom::unclear;
    out_.push_back({kind, 0, {i, end}, unit == 0 ? Span{} : Span{skip_one_space(end, s), unit}, line_});
    return unit == 0 ? end : unit;
  }

  uint32_t skip_one_space(uint32_t i, Span s) const { return i < s.end && text_[i] == ' ' ? i + 1 : i; }

  // The end of the unit behind a number, tightly or after one space, with nothing after it in its field; 0 if there is
  // none.
  uint32_t unit_end(uint32_t end, Span s) const {
    const uint32_t from = skip_one_space(end, s);
    for (const std::string_view u : units()) {
      const auto after = from + uint32_t(u.size());
      if (after > s.end || text_.substr(from, u.size()) != u || han_at(after, s)) continue;
      const uint32_t next = skip_spaces(after, s);
      if (from == end || next >= s.end || (next > after && is_valuelike(word_at(next, s)))) return after;
    }
    return 0;
  }
};

}  // namespace

std::vector<Atom> atoms(std::string_view folded, Span where, const Around& around) {
  std::vector<Atom> out = Reader(folded, where, around.title).read();
  for (Atom& a : out)
    a.page = a.kind == Atom::number && std::binary_search(around.pages.begin(), around.pages.end(), a.folded.begin);
  return out;
}

}  // namespace gouji
