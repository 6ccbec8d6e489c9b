#include "support/shape.h"

#include <algorithm>

#include "support/markup.h"
#include "text/utf8.h"

namespace gouji::test {
namespace {

using Fields = std::vector<std::string>;

std::string join(const Fields& fields, std::string_view separator) {
  std::string out;
  for (const std::string& f : fields) out += (&f == &fields[0] ? "" : std::string(separator)) + f;
  return out;
}

// What a row prints that is no merged cell's shadow: words where there are any, and every figure, blank or not.
Fields fields_of(const GridRow& row) {
  Fields out;
  for (const GridCell& c : row.cells)
    if (c.figure || !c.text.empty()) out.push_back(c.text);
  return out;
}

// The row's own label and figures apart: what stands before them is of its group.
struct Parts {
  Fields groups, figures;
  std::string label, unit;
};

Parts parts_of(const GridRow& row) {
  Parts out;
  Fields words;
  for (const GridCell& c : row.cells) {
    if (c.figure) out.figures.push_back(c.text);
    if (!c.figure && !c.text.empty()) words.push_back(c.text);
  }
  constexpr std::string_view kUnits[] = {"件", "人次", "万元"};
  if (words.size() > 1 && std::find(std::begin(kUnits), std::end(kUnits), words.back()) != std::end(kUnits)) {
    out.unit = words.back();
    words.pop_back();
  }
  if (!words.empty()) {
    out.label = words.back();
    words.pop_back();
  }
  out.groups = words;
  return out;
}

Fields with_unit(const Parts& p) {
  Fields out = p.figures;
  if (!p.unit.empty()) out.insert(out.begin(), p.unit);
  return out;
}

// A label over several lines; short ones stay whole.
Fields cut_label(const std::string& label, Random& random) {
  const size_t characters = width(label) / 2;
  return pieces(label, characters < 8 ? 1 : 2 + random.below(uint32_t(std::min<size_t>(5, characters / 4))));
}

std::string wrapped(const GridRow& row, Shape shape, Random& random) {
  const Parts p = parts_of(row);
  std::string out;
  for (const std::string& g : p.groups) out += g + "\n";
  const Fields label = p.label.empty() ? Fields{} : cut_label(p.label, random);
  const std::string figures = join(with_unit(p), shape == Shape::around ? "   " : " ");
  if (label.size() < 2) return out + (label.empty() ? "" : label[0] + " ") + figures + "\n";
  if (shape == Shape::wrapped) return out + join(label, "\n") + "\n" + figures + "\n";
  if (shape == Shape::raw) return out + join(label, "\n") + " " + figures + "\n";
  // Around: between two lines of an even number of them, on the middle one of an odd number.
  const size_t middle = label.size() / 2;
  for (size_t i = 0; i < label.size(); ++i) {
    if (i == middle && label.size() % 2 == 0) out += "          " + figures + "\n";
    out += label[i] + (i == middle && label.size() % 2 == 1 ? "  " + figures : "") + "\n";
  }
  return out;
}

// A page of columns: every cell wrapped in its own, and centred between the top and the bottom of its rows. Heights are
// in halves of a line, so that one line stands between two.
class Page {
 public:
  explicit Page(const Grid& grid) : grid_(grid), tops_(grid.rows.size() + 1), covered_(grid.widths.size()) {
    lay_out();
  }

  std::vector<std::string> rows() const {
    std::vector<std::string> out(grid_.rows.size());
    for (size_t r = 0; r < out.size(); ++r)
      for (size_t h = tops_[r]; h < tops_[r + 1]; ++h) out[r] += line(h);
    return out;
  }

 private:
  struct Piece {
    size_t half, column;
    std::string text;
  };
  struct Placed {
    size_t row, rows, column;
    Fields lines;
  };

  const Grid& grid_;
  std::vector<size_t> tops_, covered_;
  std::vector<Piece> pieces_;

  static Fields wrap(std::string_view text, size_t columns) {
    Fields out(1);
    size_t used = 0;
    for (size_t i = 0; i < text.size();) {
      const utf8::CodePoint c = utf8::decode(text, i);
      const size_t w = width(text.substr(i, c.size));
      if (used + w > columns && w == 2) {
        out.emplace_back();
        used = 0;
      }
      out.back() += text.substr(i, c.size);
      used += w;
      i += c.size;
    }
    return out;
  }

  void lay_out() {
    std::vector<Placed> cells;
    for (size_t r = 0; r < grid_.rows.size(); ++r) {
      size_t column = 0, left = 0;
      const auto pass = [&] {
        while (column < covered_.size() && covered_[column] > 0) {
          --covered_[column];
          left += grid_.widths[column++];
        }
      };
      for (const GridCell& c : grid_.rows[r].cells) {
        pass();
        size_t wide = 0;
        const size_t at = left;
        for (size_t k = 0; k < c.columns && column < covered_.size(); ++k) {
          covered_[column] = c.rows - 1;
          left += grid_.widths[column];
          wide += grid_.widths[column++];
        }
        if (!c.text.empty()) cells.push_back({r, c.rows, at, c.figure ? Fields{c.text} : wrap(c.text, wide - 2)});
      }
      pass();
    }
    std::vector<size_t> heights(grid_.rows.size(), 2);
    for (const Placed& c : cells)
      if (c.rows == 1) heights[c.row] = std::max(heights[c.row], 2 * c.lines.size());
    for (const Placed& c : cells) {  // what its rows lack, the last of them gets
      size_t height = 0;
      const size_t last = std::min(c.row + c.rows, heights.size()) - 1;
      for (size_t r = c.row; r <= last; ++r) height += heights[r];
      if (height < 2 * c.lines.size()) heights[last] += 2 * c.lines.size() - height;
    }
    for (size_t r = 0; r < heights.size(); ++r) tops_[r + 1] = tops_[r] + heights[r];
    for (const Placed& c : cells) {
      const size_t top = tops_[c.row], bottom = tops_[std::min(c.row + c.rows, heights.size())];
      const size_t from = top + (bottom - top - 2 * c.lines.size()) / 2;
      for (size_t i = 0; i < c.lines.size(); ++i) pieces_.push_back({from + 2 * i, c.column, c.lines[i]});
    }
    std::stable_sort(pieces_.begin(), pieces_.end(), [](const Piece& a, const Piece& b) {
      return a.half < b.half || (a.half == b.half && a.column < b.column);
    });
  }

  std::string line(size_t half) const {
    std::string out;
    size_t used = 0;
    const auto first =
        std::lower_bound(pieces_.begin(), pieces_.end(), half, [](const Piece& p, size_t h) { return p.half < h; });
    for (auto p = first; p != pieces_.end() && p->half == half; ++p) {
      const size_t gap = p->column > used ? p->column - used : out.empty() ? 0 : 1;
      out += std::string(gap, ' ') + p->text;
      used += gap + width(p->text);
    }
    return out.empty() ? out : out + "\n";
  }
};

std::string csv_field(const std::string& text, Random& random) {
  if (text.find_first_of(",\"") == std::string::npos && !random.chance(4)) return text;
  std::string out = "\"";
  for (const char c : text) out += c == '"' ? "\"\"" : std::string(1, c);
  return out + "\"";
}

std::string markdown_field(const std::string& text, bool figure, Random& random) {
  if (text.empty()) return text;
  std::string out;
  for (const char c : text) {
    if (c == '.' && !figure) out += '\\';
    if (c == '*' || c == '|' || c == '_' || c == '[') out += '\\';
    out += c;
  }
  if (random.chance(5)) return "**" + out + "**";
  if (random.chance(8)) return out + "&nbsp;";
  if (!figure && width(text) > 20 && random.chance(3)) return join(pieces(out, 2), "<br>");
  return out;
}

bool holds_marks(std::string_view text) { return text.find('\xF3') != std::string_view::npos; }

}  // namespace

std::vector<std::string> pieces(std::string_view text, size_t count) {
  std::vector<std::string> out;
  size_t from = 0;
  for (size_t i = 1; i <= count; ++i) {
    size_t to = text.size() * i / count;
    while (to < text.size() && utf8::continues(text[to])) ++to;
    if (to > from) out.emplace_back(text.substr(from, to - from));
    from = to;
  }
  return out;
}

std::vector<std::string> print(const Grid& grid, Shape shape, Random& random) {
  if (is_markup(shape)) return print_markup(grid, shape, random);
  if (shape == Shape::columns) return Page(grid).rows();
  std::vector<std::string> out;
  const auto filled = expanded(grid);
  const bool groups_apart = random.chance(2);
  for (size_t r = 0; r < grid.rows.size(); ++r) {
    const GridRow& row = grid.rows[r];
    const Fields fields = fields_of(row);
    const Parts parts = parts_of(row);
    const auto flat = [&](std::string_view separator) {
      if (row.kind != GridRow::data || !groups_apart || parts.groups.empty()) return join(fields, separator) + "\n";
      Fields own = with_unit(parts);
      own.insert(own.begin(), parts.label);
      return join(parts.groups, separator) + "\n" + join(own, separator) + "\n";
    };
    std::string text;
    switch (shape) {
      case Shape::tabs: text = flat("\t"); break;
      case Shape::tabs_merged: text = join(filled[r], "\t") + "\n"; break;
      case Shape::trailing: text = join(fields, "\t") + std::string(random.below(4), '\t') + "\n"; break;
      case Shape::ragged:
        text = std::string(random.below(3), '\t');
        for (size_t i = 0; i < fields.size(); ++i) {
          // Empty cells lead, and stand behind words; between values they would be values.
          text += (i > 0 ? "\t" : "") + fields[i];
          if (!holds_marks(fields[i]) && i + 1 < fields.size()) text += std::string(random.below(3), '\t');
        }
        text += "\n";
        break;
      case Shape::spaces: text = flat(" "); break;
      case Shape::aligned:
        text = std::string(random.below(12), ' ');
        for (const std::string& f : fields) text += f + std::string(2 + random.below(9), ' ');
        text += "\n";
        break;
      case Shape::cell_a_line: text = join(fields, "\n") + "\n"; break;
      case Shape::one_line: text = join(fields, " ") + " "; break;
      case Shape::behind:
        if (row.kind == GridRow::data && !parts.label.empty()) {
          for (const std::string& g : parts.groups) text += g + "\n";
          text += join(parts.figures, " ") + " " + parts.label + (parts.unit.empty() ? "" : " " + parts.unit) + "\n";
        } else {
          text = join(fields, " ") + "\n";
        }
        break;
      case Shape::wrapped:
      case Shape::around:
      case Shape::raw: text = row.kind == GridRow::data ? wrapped(row, shape, random) : join(fields, " ") + "\n"; break;
      case Shape::markdown:
      case Shape::markdown_marks: {
        Fields marked = filled[r];
        if (shape == Shape::markdown_marks)
          for (std::string& f : marked) f = markdown_field(f, holds_marks(f), random);
        text = "| " + join(marked, " | ") + " |\n";
        if (r == 0) text += "|" + join(Fields(marked.size(), random.chance(2) ? "---" : ":--:"), "|") + "|\n";
        break;
      }
      case Shape::csv: {
        Fields quoted;
        for (const std::string& f : filled[r]) quoted.push_back(csv_field(f, random));
        text = join(quoted, ",") + "\n";
        break;
      }
      default: break;
    }
    if (shape != Shape::cell_a_line && text.find_first_not_of(" \n") == std::string::npos) text.clear();
    out.push_back(std::move(text));
  }
  return out;
}

}  // namespace gouji::test
