// structure.left_over: what was meant to be filled in or taken out before publication.
#include <algorithm>

#include "rules/prose.h"
#include "text/utf8.h"

namespace gouji {
namespace {

class LeftOverJudge {
 public:
  LeftOverJudge(const Prose& prose, Sink& sink) : prose_(prose), text_(prose.text), sink_(sink) {}

  void judge() {
    for (const Phrase& p : prose_.phrases) {
      if (p.kind == "form") add("left_over.form", p.folded);
      if (p.kind == "blank") add("left_over.blank", p.folded);
      if (p.kind == "contact") add("left_over.contact", p.folded);
      if (p.kind == "letter") add("left_over.letter", p.folded);
    }
    for (const Span line : prose_.lines) holes(line);
    for (Finding& f : found_) sink_.report(std::move(f));
  }

 private:
  const Prose& prose_;
  std::string_view text_;
  Sink& sink_;
  std::vector<Finding> found_;
  std::vector<std::string_view> keys_;  // of the same findings

  // What is left over in the same way is said once.
  void add(std::string_view key, Span folded) {
    const Span place = prose_.place(folded);
    const auto known = std::find(keys_.begin(), keys_.end(), key);
    if (known != keys_.end()) {
      Finding& f = found_[size_t(known - keys_.begin())];
      if (f.related.size() < kMostPlaces) f.related.push_back({place, message("left_over.also", sink_.lang())});
      return;
    }
    Finding f{};
    f.rule = "structure.left_over";
    f.span = place;
    f.message = message(key, sink_.lang(), {{"text", prose_.written(folded)}});
    found_.push_back(std::move(f));
    keys_.push_back(key);
  }

  void holes(Span line) {
    for (uint32_t i = line.begin; i < line.end;) {
      const utf8::CodePoint c = utf8::decode(text_, i);
      const uint32_t after = cross(c.value)     ? crosses(i, line)
                             : c.value == '_'   ? underscores(i, line)
                             : c.value == U'〔' ? year_brackets(i, line)
                                                : i;
      i = std::max(after, i + c.size);
    }
  }

  static bool cross(char32_t c) { return c == U'×' || c == 'X' || c == 'x'; }

  uint32_t run_end(uint32_t at, Span line) const {
    while (at < line.end) {
      const utf8::CodePoint c = utf8::decode(text_, at);
      if (!cross(c.value)) break;
      at += c.size;
    }
    return at;
  }

  // XX年, ××件, 20XX年: two or more before a word that a figure or a name goes with. Addresses (xxgk.gov.cn) have
  // letters beside them, and what is made unknown on purpose (张××) no such word.
  uint32_t crosses(uint32_t at, Span line) {
    const uint32_t end = run_end(at, line);
    const uint32_t count =
        uint32_t(std::count_if(text_.begin() + at, text_.begin() + end, [](char c) { return !utf8::continues(c); }));
    constexpr std::string_view kNouns[] = {"年", "月", "日", "件", "条", "次",   "篇", "期",   "万元",  "元",
                                           "县", "市", "区", "镇", "乡", "街道", "局", "单位", "办公室"};
    const std::string_view next = text_.substr(end, line.end - end);
    const bool noun = std::any_of(std::begin(kNouns), std::end(kNouns),
                                  [&](std::string_view n) { return next.substr(0, n.size()) == n; });
    const char before = at > line.begin ? text_[at - 1] : ' ';
    constexpr std::string_view kAddress = "@./_-:#%&=";
    if (count >= 2 && noun && !utf8::is_latin(static_cast<unsigned char>(before)) &&
        kAddress.find(before) == std::string_view::npos)
      add("left_over.placeholder", {at, end});
    return end;
  }

  // 共____件. Three set off a part of Markdown.
  uint32_t underscores(uint32_t at, Span line) {
    const uint32_t end = uint32_t(std::min<size_t>(text_.find_first_not_of('_', at), line.end));
    if (end - at >= 4 && end < line.end) add("left_over.placeholder", {at, end});
    return end;
  }

  // 〔20 〕, 〔〕号, 〔2021〕号.
  uint32_t year_brackets(uint32_t at, Span line) {
    constexpr std::string_view kClose = "〕", kNumber = "号";
    constexpr size_t kLongest = 12;
    const size_t inner = at + kClose.size();
    const size_t close = text_.substr(0, std::min<size_t>(line.end, inner + kLongest)).find(kClose, inner);
    if (close == std::string_view::npos) return at;
    size_t digits = 0, others = 0;
    for (const char c : text_.substr(inner, close - inner)) {
      if (c >= '0' && c <= '9') {
        ++digits;
      } else if (c != ' ') {
        ++others;
      }
    }
    size_t behind = close + kClose.size();
    while (behind < line.end && text_[behind] == ' ') ++behind;
    const bool no_number = text_.substr(behind, kNumber.size()) == kNumber;
    if (others == 0 && (digits < 4 || no_number))
      add("left_over.number", {at, uint32_t(close + kClose.size() + (no_number ? behind - close : 0))});
    return uint32_t(close);
  }
};

}  // namespace

void judge_left_over(const Prose& prose, Sink& sink) { LeftOverJudge(prose, sink).judge(); }

}  // namespace gouji
