#include "read/unfold.h"

#include <algorithm>

#include "order.h"
#include "read/fields.h"
#include "read/labels.h"

namespace gouji {
namespace {

struct WideLine {
  Span span;                 // without its end
  std::vector<Span> fields;  // between tabs
};

std::vector<Span> fields_of(std::string_view text, Span line) {
  std::vector<Span> out;
  for (uint32_t at = line.begin; at <= line.end;) {
    const uint32_t end = find_within(text, {at, line.end}, '\t');
    out.push_back({at, end});
    at = end + 1;
  }
  return out;
}

// Where the labels of any form begin within a piece of the text, ascending.
std::vector<uint32_t> label_places(std::string_view text, Span piece) {
  std::vector<uint32_t> out;
  for (const std::vector<Label>& of_form : find_labels(slice(text, piece)))
    for (const Label& l : of_form) out.push_back(piece.begin + l.folded.begin);
  put_in_order(out.begin(), out.end(), [](uint32_t a, uint32_t b) { return a < b; });
  return out;
}

// The field that the right table begins with: the leftmost one that has a label behind a label and its figures. 0 where
// hardly any line has such a one, or figures of the left table stand beyond it.
size_t right_begins(std::string_view text, const std::vector<WideLine>& lines) {
  constexpr size_t kLines = 3;
  const std::vector<uint32_t> labels = label_places(text, {lines.front().span.begin, lines.back().span.end});
  size_t shared = 0, leftmost = 0, last_figure = 0;
  auto label = labels.begin();
  for (const WideLine& line : lines) {
    bool labelled = false;
    size_t figure = 0;  // the last field with a figure behind the line's first label
    for (size_t f = 0; f < line.fields.size(); ++f) {
      while (label != labels.end() && *label < line.fields[f].begin) ++label;
      const bool here = label != labels.end() && *label < line.fields[f].end;
      if (here && figure > 0) {
        ++shared;
        leftmost = leftmost == 0 ? f : std::min(leftmost, f);
        last_figure = std::max(last_figure, figure);
        break;
      }
      labelled = labelled || here;
      if (labelled && is_figure(text, line.fields[f])) figure = f;
    }
  }
  return shared < kLines || last_figure >= leftmost ? 0 : leftmost;
}

// The pieces of lines that have fields on both sides of field `right`.
void put_below(const std::vector<WideLine>& lines, size_t right, std::vector<MappedText::Piece>& pieces) {
  std::vector<MappedText::Piece> below;
  for (const WideLine& line : lines) {
    const uint32_t end = line.span.end + 1;
    if (line.fields.size() <= right) {
      pieces.push_back({{line.span.begin, end}});
      continue;
    }
    pieces.push_back({{line.span.begin, line.fields[right].begin}, true});
    below.push_back({{line.fields[right].begin, end}});
  }
  pieces.insert(pieces.end(), below.begin(), below.end());
}

}  // namespace

void unfold(MappedText& folded) {
  constexpr size_t kFields = 4;  // two labels and a figure of each
  const std::string_view text = folded.text();
  std::vector<MappedText::Piece> pieces;
  uint32_t kept = 0;  // up to here, in pieces
  std::vector<WideLine> block;
  const auto close = [&] {
    if (const size_t right = block.empty() ? 0 : right_begins(text, block); right > 0) {
      pieces.push_back({{kept, block.front().span.begin}});
      put_below(block, right, pieces);
      kept = block.back().span.end + 1;
    }
    block.clear();
  };
  for (uint32_t at = 0; at < text.size();) {
    const Span line{at, find_within(text, {at, uint32_t(text.size())}, '\n')};
    at = line.end + 1;
    // The last line of all, without an end of its own, stays where it is.
    const std::string_view written = slice(text, line);
    if (line.end == text.size() || size_t(std::count(written.begin(), written.end(), '\t')) + 1 < kFields) {
      close();
    } else {
      block.push_back({line, fields_of(text, line)});
    }
  }
  close();
  if (pieces.empty()) return;
  pieces.push_back({{kept, uint32_t(text.size())}});
  folded.rearrange(pieces);
}

}  // namespace gouji
