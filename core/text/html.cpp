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

// Walks HTML and tells `sink` the visible text in order: verbatim(begin, end) for stretches of the source, and
// replaced(text, begin, end) for what stands for a stretch of it.
template <typename Sink>
class Walker {
 public:
  Walker(std::string_view html, Sink& sink) : html_(html), sink_(sink) {}

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
  }

 private:
  enum class Break : uint8_t { none, space, cell, line };

  std::string_view html_;
  Sink& sink_;
  int cells_ = 0;                // depth of open <td> and <th>
  bool first_cell_ = true;       // of the row
  bool any_ = false;             // something was told
  bool raised_ = false;          // within <sup> or <sub>
  bool fresh_ = true;            // nothing was told since a cell began: no space leads it
  Break pending_ = Break::none;  // told before the next text
  Span pending_at_ = {};
  std::vector<std::string> never_closed_;  // elements whose end tag stands nowhere behind

  void want(Break b, size_t begin, size_t end) {
    if (b == Break::line && cells_ > 0) b = Break::space;
    if (b >= pending_) {
      pending_ = b;
      pending_at_ = {uint32_t(begin), uint32_t(end)};
    }
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
        (!closing && !one_of(name, {"td", "th", "tr", "table"}) && is_hidden(html_.substr(i, end - i)));
    if (!closing && unseen) return skip(name, end);
    if (name == "sup" || name == "sub") raised_ = !closing;
    element(name, closing, i, end);
    return end;
  }

  static bool is_hidden(std::string_view tag) {
    std::string plain;
    for (const char c : tag)
      if (c != ' ') plain += lower(c);
    return plain.find("display:none") != std::string::npos || plain.find("mso-hide:all") != std::string::npos;
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
      if (closing) {
        cells_ -= cells_ > 0;
        pending_ = Break::cell;
        return;
      }
      if (cells_ > 0) --cells_;  // the end tag of the cell before was left out
      if (first_cell_) {
        if (pending_ != Break::line) want(Break::line, begin, end);
        settle();
      } else {
        pending_ = Break::none;
        sink_.replaced("\t", uint32_t(begin), uint32_t(end));
        any_ = true;
      }
      first_cell_ = false;
      fresh_ = true;
      pending_ = Break::none;
      ++cells_;
      return;
    }
    if (name == "tr" || name == "table") {
      cells_ = 0;
      first_cell_ = true;
      pending_ = Break::none;
      want(Break::line, begin, end);
      return;
    }
    if (name == "br" || is_block(name)) want(Break::line, begin, end);
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

}  // namespace

bool is_html(std::string_view text) {
  for (size_t i = text.find('<'); i != std::string_view::npos; i = text.find('<', i + 1))
    for (const std::string_view tag : {"<table", "<html", "<body"})
      if (starts_with_tag(text, i, tag)) return true;
  return false;
}

void visible_text(std::string_view html, MappedText& out) {
  Folding sink{html, out};
  Walker(html, sink).walk();
}

std::string visible_text(std::string_view html) {
  Collecting sink{html, {}};
  Walker(html, sink).walk();
  return sink.out;
}

}  // namespace gouji
