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

  Span source(uint32_t out) const {
    const auto after =
        std::upper_bound(runs_.begin(), runs_.end(), out, [](uint32_t o, const Run& r) { return o < r.out; });
    if (after == runs_.begin()) return {};
    const Run& r = *(after - 1);
    if (!r.verbatim) return {r.at, r.at + r.taken};
    return {r.at + (out - r.out), r.at + (out - r.out) + 1};
  }

  std::string text_;
  std::string written_;  // empty where it is text_
  std::vector<Run> runs_;
};

}  // namespace gouji
