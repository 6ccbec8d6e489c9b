// A text made from another (folded, stripped of markup) that still points into it.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "text/span.h"

namespace gouji {

// Runs are kept where the two texts part, never one per character. A run whose length does not change stands byte for
// byte; any other stands as a whole, so that a span of it covers all it was made from.
class MappedText {
 public:
  // Appends `text`, which stands for the source bytes [at, at + taken).
  void append(std::string_view text, uint32_t at, uint32_t taken) {
    const bool verbatim = text.size() == taken;
    const bool goes_on = verbatim && !runs_.empty() && runs_.back().verbatim &&
                         runs_.back().at + (uint32_t(text_.size()) - runs_.back().out) == at;
    if (!goes_on) runs_.push_back({uint32_t(text_.size()), at, taken, verbatim});
    text_ += text;
  }

  // What labels, headings and phrasings are looked up in: 汉字 in their simplified form.
  std::string_view text() const { return text_; }

  // The same text, offset by offset, with the 汉字 as they were written: for what is shown.
  std::string_view written() const { return written_.empty() ? text_ : written_; }

  // Puts `text` in the place of text(), of the same length; what stood there stays in written().
  void look_up_in(std::string text) {
    written_ = std::move(text_);
    text_ = std::move(text);
  }

  // A piece of the text; `ends_line`: its last byte, which separated it from the next, is a line's end from now on.
  struct Piece {
    Span span;
    bool ends_line = false;
  };
  // Puts the text in another order. `pieces` are all of it; each still points to where it came from.
  void rearrange(const std::vector<Piece>& pieces) {
    MappedText out;
    for (const Piece& p : pieces) {
      const auto to = uint32_t(out.text_.size());
      for (auto run = run_of(p.span.begin); run != runs_.end() && run->out < p.span.end; ++run) {
        const uint32_t skipped = run->out < p.span.begin ? p.span.begin - run->out : 0;
        out.runs_.push_back({to + run->out + skipped - p.span.begin, run->at + (run->verbatim ? skipped : 0),
                             run->taken, run->verbatim});
      }
      out.text_ += slice(text_, p.span);
      if (!written_.empty()) out.written_ += slice(written_, p.span);
      if (!p.ends_line) continue;
      out.text_.back() = '\n';
      if (!written_.empty()) out.written_.back() = '\n';
    }
    *this = std::move(out);
  }

  // An empty span maps to an empty span: the place between two characters.
  Span to_source(Span s) const {
    if (s.empty()) {
      const uint32_t at = s.begin < text_.size() ? source(s.begin).begin : text_.empty() ? 0 : source(s.begin - 1).end;
      return {at, at};
    }
    return {source(s.begin).begin, source(s.end - 1).end};
  }

 private:
  struct Run {
    uint32_t out, at, taken;
    bool verbatim;
  };

  // The run that a byte stands in; the end where there is none.
  std::vector<Run>::const_iterator run_of(uint32_t out) const {
    const auto after =
        std::upper_bound(runs_.begin(), runs_.end(), out, [](uint32_t o, const Run& r) { return o < r.out; });
    return after == runs_.begin() ? runs_.end() : after - 1;
  }

  Span source(uint32_t out) const {
    const auto run = run_of(out);
    if (run == runs_.end()) return {};
    const Run& r = *run;
    if (!r.verbatim) return {r.at, r.at + r.taken};
    return {r.at + (out - r.out), r.at + (out - r.out) + 1};
  }

  std::string text_;
  std::string written_;  // empty where it is text_
  std::vector<Run> runs_;
};

}  // namespace gouji
