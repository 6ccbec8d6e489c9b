#include "narrative/tokens.h"

#include <algorithm>

#include "order.h"
#include "text/utf8.h"

namespace gouji {
namespace {

constexpr uint16_t kDeepest = 8;

class Reader {
 public:
  Reader(const Report& r, const std::vector<Figure>& figures, const std::vector<Span>& holes)
      : text_(r.folded.text()), figures_(figures), words_(read_words(text_)) {
    out_.reserve(2 * (words_.size() + figures_.size()));  // about as many marks and gaps between them
    stops_ = holes;
    for (const Section& s : r.outline.sections) stops_.push_back(s.folded);
    put_in_order(stops_.begin(), stops_.end(), [](Span a, Span b) { return a.begin < b.begin; });
    end_ = std::min<size_t>(r.outline.end, text_.size());
  }

  std::vector<Token> read() {
    size_t stop = 0;
    for (size_t i = 0; i < end_;) {
      while (stop < stops_.size() && stops_[stop].end <= i) ++stop;
      if (stop < stops_.size() && stops_[stop].begin <= i) {
        put(Token::stop, {uint32_t(i), stops_[stop].end});
        i = std::max<size_t>(stops_[stop].end, i + 1);
        continue;
      }
      i = one(i);
    }
    put(Token::stop, {uint32_t(end_), uint32_t(end_)});
    frames();
    return std::move(out_);
  }

 private:
  std::string_view text_;
  const std::vector<Figure>& figures_;
  std::vector<Word> words_;
  std::vector<Span> stops_;
  size_t end_ = 0, word_ = 0, figure_ = 0;
  std::vector<Token> out_;
  std::vector<uint32_t> open_;  // brackets

  bool begins(const Token& t, std::string_view with) const {
    return t.folded.size() >= with.size() && text_.substr(t.folded.begin, with.size()) == with;
  }
  bool ends(const Token& t, std::string_view with) const {
    return t.folded.size() >= with.size() && text_.substr(t.folded.end - with.size(), with.size()) == with;
  }

  // 从申请渠道看, 按办理结果分: says how what follows is divided, and counts nothing itself.
  void frames() {
    constexpr size_t kLongest = 10;
    for (size_t i = 0; i < out_.size(); ++i) {
      if (out_[i].kind == Token::mark) continue;
      const bool divides = begins(out_[i], "从") || begins(out_[i], "按");
      // 申请渠道方面，网络占60%: the same; what it counts besides stays.
      const bool names =
          out_[i].is(Sense::thing) && (i == 0 || out_[i - 1].kind == Token::mark || out_[i - 1].kind == Token::stop);
      if (!divides && !names) continue;
      size_t k = i;
      while (k < out_.size() && k - i < kLongest && (out_[k].kind == Token::word || out_[k].kind == Token::gap)) ++k;
      if (k == i || k >= out_.size() || !(out_[k].is(',') || out_[k].is(':'))) continue;
      const Token& last = out_[k - 1];
      if (!divides && !ends(last, "方面")) continue;
      constexpr std::string_view kEnds[] = {"看", "分", "计", "类", "言", "方面"};
      if (!std::any_of(std::begin(kEnds), std::end(kEnds), [&](std::string_view e) { return ends(last, e); })) continue;
      for (; i < k; ++i) {
        if (out_[i].is(Sense::topic) && out_[i].meaning != "weak") continue;
        out_[i].kind = Token::word;
        out_[i].sense = Sense::glue;
        out_[i].meaning = {};
      }
    }
  }

  Token& put(Token::Kind kind, Span folded) {
    Token t{};
    t.kind = kind;
    t.folded = folded;
    if (kind == Token::stop) open_.clear();
    t.depth = uint16_t(open_.size());
    out_.push_back(t);
    return out_.back();
  }

  size_t one(size_t i) {
    while (figure_ < figures_.size() && figures_[figure_].place.begin < i) ++figure_;
    while (word_ < words_.size() && words_[word_].folded.begin < i) ++word_;
    if (figure_ < figures_.size() && figures_[figure_].place.begin == i) {
      put(Token::figure, figures_[figure_].place).index = uint32_t(figure_);
      return figures_[figure_].place.end;
    }
    if (word_ < words_.size() && words_[word_].folded.begin == i) {
      const Word& w = words_[word_];
      // A figure within a word (三安全一稳定) was never one; a word that runs into a figure gives way.
      const bool cut = figure_ < figures_.size() && figures_[figure_].place.begin < w.folded.end;
      if (!cut || figures_[figure_].place.end <= w.folded.end) {
        Token& t = put(Token::word, w.folded);
        t.sense = w.sense;
        t.meaning = w.meaning;
        return w.folded.end;
      }
    }
    const utf8::CodePoint c = utf8::decode(text_, i);
    const Span s{uint32_t(i), uint32_t(i + c.size)};
    switch (c.value) {
      case '\n': return line_end(i);
      case ' ':
      case '\t':
      case '*':
      case '#':
      case U'“':
      case U'”':
      case U'‘':
      case U'’':
      case '"':
      case '\'': break;
      case '(': bracket(s); break;
      case ')': close(s); break;
      case '!':
      case '?':
      case U'。':
        put(Token::mark, s).what = U'。';
        open_.clear();
        break;
      case '.':
        if (i + 1 >= end_ || text_[i + 1] == '\n' || text_[i + 1] == ' ') {
          put(Token::mark, s).what = U'。';
          open_.clear();
        }
        break;
      case ',':
      case ';':
      case ':':
      case U'、': put(Token::mark, s).what = c.value; break;
      case U'《': return title(i);
      case '+':
      case '-':
      case U'—':
      case U'·':
      case '/':
      case '>':
      case '|': break;
      default:
        if (utf8::is_digit(c.value)) break;
        if (c.value == U'度' && !out_.empty() && out_.back().kind == Token::figure &&
            figures_[out_.back().index].measure == Measure::date)
          break;  // 2024年度
        if (!out_.empty() && out_.back().kind == Token::gap && out_.back().folded.end == i) {
          out_.back().folded.end = s.end;
        } else {
          put(Token::gap, s);
        }
    }
    return s.end;
  }

  void bracket(Span s) {
    Token& t = put(Token::mark, s);
    t.what = '(';
    if (open_.size() < kDeepest) open_.push_back(uint32_t(out_.size() - 1));
  }

  void close(Span s) {
    const int32_t pair = open_.empty() ? -1 : int32_t(open_.back());
    if (!open_.empty()) open_.pop_back();
    Token& t = put(Token::mark, s);
    t.what = ')';
    t.pair = pair;
    if (pair >= 0) out_[size_t(pair)].pair = int32_t(out_.size() - 1);
  }

  // 《…》 names something; nothing in it is said by this report.
  size_t title(size_t i) {
    constexpr size_t kLongest = 600;
    int depth = 0;
    for (size_t k = i; k < end_ && k < i + kLongest;) {
      const utf8::CodePoint c = utf8::decode(text_, k);
      depth += c.value == U'《' ? 1 : c.value == U'》' ? -1 : 0;
      k += c.size;
      if (depth == 0) {
        put(Token::gap, {uint32_t(i), uint32_t(k)});
        return k;
      }
      if (c.value == U'。') break;
    }
    return i + 3;
  }

  // A line that ends a sentence ends its paragraph; a line that starts with a number of its own starts one.
  size_t line_end(size_t i) {
    size_t next = i + 1;
    while (next < end_ && utf8::is_space(static_cast<unsigned char>(text_[next]))) ++next;
    const size_t first = next + (next < end_ && text_[next] == '(');  // (1) too
    const bool closed =
        !out_.empty() &&
        (out_.back().is(U'。') ||
         (out_.back().is(':') && !(first < end_ && utf8::is_digit(static_cast<unsigned char>(text_[first])))));
    // 公开900条：⏎1.网站600条；⏎2.新媒体300条。 is one sentence.
    const bool goes_on = !out_.empty() && (out_.back().is(';') || out_.back().is(':') || out_.back().is(','));
    const bool starts =
        heading(next) && !(goes_on && first < end_ && utf8::is_digit(static_cast<unsigned char>(text_[first])));
    if (closed || starts || i == heading_end_) {
      Token& t = put(Token::stop, {uint32_t(i), uint32_t(i + 1)});
      t.what = starts ? U'h' : i == heading_end_ ? U'e' : U'p';
    }
    if (starts) {
      // A heading without punctuation ends with its line.
      const size_t eol = std::min(text_.find('\n', next), end_);
      constexpr size_t kLongest = 90;
      const std::string_view line = text_.substr(next, eol - next);
      const auto has = [&](std::string_view mark) { return line.find(mark) != std::string_view::npos; };
      if (line.size() <= kLongest && !has("。") && !has(",") && !has(";")) heading_end_ = eol;
    }
    return next;
  }
  size_t heading_end_ = size_t(-1);

  // (一) 一、 1. at the start of a line.
  bool heading(size_t i) const {
    size_t k = i;
    while (k < end_ && (text_[k] == '*' || text_[k] == '#' || text_[k] == ' ')) ++k;
    const bool bracket = k < end_ && text_[k] == '(';
    if (bracket) ++k;
    size_t n = 0;
    while (k < end_ && n < 3) {
      const utf8::CodePoint c = utf8::decode(text_, k);
      if (!utf8::is_digit(c.value) &&
          std::u32string_view(U"一二三四五六七八九十").find(c.value) == std::u32string_view::npos)
        break;
      k += c.size;
      ++n;
    }
    if (n == 0 || k >= end_) return false;
    const char32_t c = utf8::decode(text_, k).value;
    if (bracket) return c == ')';
    return c == U'、' || (c == '.' && !(k + 1 < end_ && utf8::is_digit(static_cast<unsigned char>(text_[k + 1]))));
  }
};

}  // namespace

std::vector<Token> read_tokens(const Report& report, const std::vector<Figure>& figures,
                               const std::vector<Span>& holes) {
  return Reader(report, figures, holes).read();
}

}  // namespace gouji
