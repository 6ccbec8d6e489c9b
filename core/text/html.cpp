#include "text/html.h"

#include <algorithm>
#include <vector>

#include "data.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace gouji {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; }

bool starts_with_tag(std::string_view text, size_t at, std::string_view name) {
  if (text.size() - at < name.size()) return false;
  for (size_t i = 0; i < name.size(); ++i)
    if (lower(text[at + i]) != name[i]) return false;
  return true;
}

bool one_of(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_block(std::string_view n) {
  return one_of(n,
                {"p",  "div",     "li",     "ul",    "ol",     "dl",      "dt",   "dd",     "h1",         "h2",
                 "h3", "h4",      "h5",     "h6",    "hr",     "section", "main", "header", "blockquote", "pre",
                 "tr", "article", "footer", "table", "center", "form",    "body", "html",   "caption",    "address"});
}

// How much stands in a cell, to tell a cell of a table from one that lays out a page.
struct Extent {
  uint32_t bytes = 0, blocks = 0;
  bool table = false;  // another table stands in it

  // A page's article has paragraphs; a label that is wrapped has two or three short lines.
  bool lays_out() const { return table || (bytes > 600 && blocks > 4); }
};

// Walks HTML and tells `sink` the visible text in order: verbatim(begin, end) for stretches of the source, and
// replaced(text, begin, end) for what stands for a stretch of it.
template <typename Sink>
class Walker {
 public:
  // What a first walk finds out for the second.
  struct Page {
    std::vector<uint8_t> layout;  // of each cell in the order of the tags, whether it lays out a page
    bool lines = false;  // no paragraphs stand outside its tables: it is text or Markdown, whose line ends count
  };

  Walker(std::string_view html, Sink& sink, Page page = {}) : html_(html), sink_(sink), page_(std::move(page)) {}

  Page page() && { return {std::move(seen_), !paragraphs_}; }

  void walk() {
    for (size_t i = 0; i < html_.size();) {
      if (html_[i] == '<') {
        i = markup(i);
      } else if (html_[i] == '&') {
        i = reference(i);
      } else {
        i = text(i);
      }
    }
    while (!open_.empty()) pop();
  }

 private:
  enum class Break : uint8_t { none, space, cell, line };

  // An element that is open: a table, or a cell of it.
  struct Open {
    bool cell, layout;
    uint32_t index;  // of a cell, in the order of the tags
    Extent extent;
  };

  std::string_view html_;
  Sink& sink_;
  Page page_;
  std::vector<uint8_t> seen_;  // Page::layout, as it is found
  bool paragraphs_ = false;    // outside tables
  int preformatted_ = 0;       // depth of open <pre>
  std::vector<Open> open_;
  bool first_cell_ = true;       // of the row
  bool any_ = false;             // something was told
  bool raised_ = false;          // within <sup> or <sub>
  bool fresh_ = true;            // nothing was told since a cell began: no space leads it
  Break pending_ = Break::none;  // told before the next text
  Span pending_at_ = {};
  std::vector<std::string> never_closed_;  // elements whose end tag stands nowhere behind

  bool in_cell() const { return !open_.empty() && open_.back().cell && !open_.back().layout; }

  void pop() {
    const Open last = open_.back();
    open_.pop_back();
    if (last.cell) seen_[last.index] = last.extent.lays_out();
    if (open_.empty()) return;
    Extent& around = open_.back().extent;
    around.bytes += last.extent.bytes;
    around.blocks += last.extent.blocks;
    around.table = around.table || last.extent.table || !last.cell;
  }

  void close_cell() {
    if (!open_.empty() && open_.back().cell) pop();
  }

  void close_table() {
    const bool any = std::any_of(open_.begin(), open_.end(), [](const Open& o) { return !o.cell; });
    while (any && open_.back().cell) pop();
    if (any) pop();
  }

  void count(size_t bytes) {
    if (!open_.empty()) open_.back().extent.bytes += uint32_t(bytes);
  }

  void want(Break b, size_t begin, size_t end) {
    if (b == Break::line && in_cell()) b = Break::space;
    if (b >= pending_) {
      pending_ = b;
      pending_at_ = {uint32_t(begin), uint32_t(end)};
    }
  }

  void want_line(size_t begin, size_t end) {
    pending_ = Break::line;
    pending_at_ = {uint32_t(begin), uint32_t(end)};
  }

  void settle() {
    if (pending_ == Break::line && any_) sink_.replaced("\n", pending_at_.begin, pending_at_.end);
    if (pending_ == Break::space && !fresh_) sink_.replaced(" ", pending_at_.begin, pending_at_.end);
    pending_ = Break::none;
    any_ = true;
    fresh_ = false;
  }

  size_t markup(size_t i) {
    if (html_.compare(i, 4, "<!--") == 0) {
      const size_t end = html_.find("-->", i + 4);
      return end == std::string_view::npos ? html_.size() : end + 3;
    }
    const bool closing = i + 1 < html_.size() && html_[i + 1] == '/';
    size_t n = i + (closing ? 2 : 1), name_end = n;
    while (name_end < html_.size() &&
           (utf8::is_latin(static_cast<unsigned char>(html_[name_end])) ||
            utf8::is_digit(static_cast<unsigned char>(html_[name_end])) || html_[name_end] == ':'))
      ++name_end;
    if (name_end == n && !(n < html_.size() && (html_[n] == '!' || html_[n] == '?'))) return text(i);  // a lone <
    const size_t end = tag_end(name_end);
    std::string name;
    for (; n < name_end; ++n) name += lower(html_[n]);
    // What is struck out or hidden is not seen.
    const bool unseen =
        one_of(name, {"script", "style", "head", "template", "title", "noscript", "del", "s", "strike"}) ||
        (!closing && name != "table" && is_hidden(html_.substr(i, end - i)));
    if (!closing && unseen) return skip(name, end);
    if (name == "sup" || name == "sub") raised_ = !closing;
    element(name, closing, i, end);
    return end;
  }

  static bool is_hidden(std::string_view tag) {
    std::string plain;
    for (const char c : tag)
      if (c != ' ') plain += lower(c);
    return plain.find("display:none") != std::string::npos || plain.find("mso-hide:all") != std::string::npos ||
           tag.find(" hidden>") != std::string_view::npos || tag.find(" hidden ") != std::string_view::npos ||
           tag.find(" hidden=") != std::string_view::npos;
  }

  // Behind the > that ends a tag; a > within quotes does not.
  size_t tag_end(size_t i) const {
    char quote = 0;
    for (; i < html_.size(); ++i) {
      const char c = html_[i];
      if (quote != 0) {
        if (c == quote) quote = 0;
      } else if ((c == '"' || c == '\'') && html_[i - 1] == '=') {
        quote = c;
      } else if (c == '>') {
        return i + 1;
      }
    }
    return html_.size();
  }

  size_t skip(std::string_view name, size_t i) {
    if (std::find(never_closed_.begin(), never_closed_.end(), name) != never_closed_.end()) return i;
    const std::string closing = "</" + std::string(name);
    for (size_t at = i; at < html_.size(); ++at)
      if (html_[at] == '<' && starts_with_tag(html_, at, closing)) return tag_end(at + closing.size());
    // As browsers do: a script goes on to the end, any other element whose end tag was left out is passed over alone.
    if (name == "script" || name == "style") return html_.size();
    never_closed_.emplace_back(name);  // searched for each time, it would cost the square
    return i;
  }

  void element(std::string_view name, bool closing, size_t begin, size_t end) {
    if (name == "td" || name == "th") {
      const bool was_cell = in_cell();
      close_cell();  // of the cell before the end tag may have been left out
      if (closing) {
        if (was_cell) pending_ = Break::cell;
        return;
      }
      const auto index = uint32_t(seen_.size());
      seen_.push_back(false);
      const bool layout = index < page_.layout.size() && page_.layout[index];
      open_.push_back({true, layout, index, {}});
      if (layout) {
        want(Break::line, begin, end);
        first_cell_ = true;  // what stands in it, or behind it, begins a line
        return;
      }
      if (first_cell_) {
        if (pending_ != Break::line) want_line(begin, end);
        settle();
      } else {
        pending_ = Break::none;
        sink_.replaced("\t", uint32_t(begin), uint32_t(end));
        any_ = true;
      }
      first_cell_ = false;
      fresh_ = true;
      pending_ = Break::none;
      return;
    }
    if (name == "tr" || name == "table") {
      if (name == "tr") close_cell();
      if (name == "table" && closing) close_table();
      if (name == "table" && !closing) open_.push_back({false, false, 0, {}});
      first_cell_ = true;
      pending_ = Break::none;
      want_line(begin, end);
      return;
    }
    if (name == "pre") preformatted_ += closing ? -(preformatted_ > 0) : 1;
    if (name != "br" && !is_block(name)) return;
    // What reads pictures wraps each table of a Markdown text in a document of its own.
    const bool within = any_ && one_of(name, {"html", "body"});
    if (open_.empty() && name != "br" && !within) paragraphs_ = true;
    if (!open_.empty()) ++open_.back().extent.blocks;
    want(Break::line, begin, end);
  }

  size_t reference(size_t i) {
    const size_t end = html_.substr(i, 34).find(';');
    if (end == std::string_view::npos || end < 2) return text(i);
    const std::string_view body = html_.substr(i + 1, end - 1);
    std::string out;
    if (body[0] == '#') {
      const bool hex = body.size() > 1 && (body[1] == 'x' || body[1] == 'X');
      char32_t value = 0;
      bool valid = body.size() > (hex ? 2u : 1u);
      for (const char c : body.substr(hex ? 2 : 1)) {
        const char l = lower(c);
        const int digit = l >= '0' && l <= '9' ? l - '0' : hex && l >= 'a' && l <= 'f' ? l - 'a' + 10 : -1;
        if (digit < 0 || value > 0x110000) {
          valid = false;
          break;
        }
        value = value * (hex ? 16 : 10) + char32_t(digit);
      }
      if (!valid) return text(i);
      const bool character = value > 0 && value <= 0x10FFFF && !(value >= 0xD800 && value < 0xE000);
      utf8::append(out, character ? value : char32_t(0xFFFD));
    } else {
      for (const data::entities_row& e : data::entities)
        if (e.name == body) out = e.text;
      if (out.empty()) return text(i);
    }
    settle();
    sink_.replaced(out, uint32_t(i), uint32_t(i + end + 1));
    return i + end + 1;
  }

  // Raised figures are marks of notes, not part of the number before: they become superscript characters.
  void raise(size_t start, size_t end) {
    constexpr std::string_view kRaised[] = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
    for (size_t i = start; i < end;) {
      const utf8::CodePoint c = utf8::decode(html_, i);
      if (utf8::is_digit(c.value)) {
        sink_.replaced(kRaised[c.value - '0'], uint32_t(i), uint32_t(i + 1));
      } else {
        sink_.verbatim(uint32_t(i), uint32_t(i + c.size));
      }
      i += c.size;
    }
  }

  // Text up to the next markup; runs of white space are one space, as a browser shows them.
  size_t text(size_t i) {
    size_t start = i;
    const auto flush = [&](size_t end) {
      if (end == start) return;
      settle();
      count(end - start);
      if (raised_) {
        raise(start, end);
      } else {
        sink_.verbatim(uint32_t(start), uint32_t(end));
      }
    };
    size_t at = i;
    for (; at < html_.size() && (at == i || (html_[at] != '<' && html_[at] != '&')); ++at) {
      if (html_[at] != ' ' && html_[at] != '\n' && html_[at] != '\r' && html_[at] != '\t' && html_[at] != '\f')
        continue;
      flush(at);
      size_t end = at;
      while (end < html_.size() && (html_[end] == ' ' || html_[end] == '\n' || html_[end] == '\r' ||
                                    html_[end] == '\t' || html_[end] == '\f'))
        ++end;
      const bool line = (page_.lines || preformatted_ > 0) && !in_cell() &&
                        html_.substr(at, end - at).find_first_of("\n\r") != std::string_view::npos;
      if (line) want(Break::line, at, end);
      if (pending_ == Break::none && any_) want(Break::space, at, end);
      start = end;
      at = end - 1;
    }
    flush(at);
    return at;
  }
};

struct Folding {
  std::string_view html;
  MappedText& out;
  void verbatim(uint32_t begin, uint32_t end) { fold(html.substr(begin, end - begin), begin, out); }
  void replaced(std::string_view text, uint32_t begin, uint32_t end) {
    MappedText folded;
    fold(text, 0, folded);
    out.append(folded.text(), begin, end - begin);
  }
};

struct Collecting {
  std::string_view html;
  std::string out;
  void verbatim(uint32_t begin, uint32_t end) { out += html.substr(begin, end - begin); }
  void replaced(std::string_view text, uint32_t, uint32_t) { out += text; }
};

struct Measuring {
  void verbatim(uint32_t, uint32_t) {}
  void replaced(std::string_view, uint32_t, uint32_t) {}
};

// What a walk needs to know of the page beforehand.
template <typename Sink>
void walk(std::string_view html, Sink& sink) {
  Measuring nothing;
  Walker first(html, nothing);
  first.walk();
  auto page = std::move(first).page();
  Walker(html, sink, {std::move(page.layout), page.lines}).walk();
}

}  // namespace

bool is_html(std::string_view text) {
  for (size_t i = text.find('<'); i != std::string_view::npos; i = text.find('<', i + 1))
    for (const std::string_view tag : {"<table", "<html", "<body"})
      if (starts_with_tag(text, i, tag)) return true;
  return false;
}

void visible_text(std::string_view html, MappedText& out) {
  Folding sink{html, out};
  walk(html, sink);
}

std::string visible_text(std::string_view html) {
  Collecting sink{html, {}};
  walk(html, sink);
  return sink.out;
}

}  // namespace gouji
