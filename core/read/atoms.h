// The stream that tables are read from: 汉字, numbers, and the several kinds of nothing, in the order of the text.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace gouji {

struct Atom {
  enum Kind : uint8_t {
    han,      // one 汉字: part of a label, or noise
    number,   // digits, or 汉字, that can only be read one way
    unclear,  // digits among letters that look like digits: l6, 1O
    nothing,  // a dash, a slash, 无: something that says "no figure"
    blank,    // an empty field of a row of fields
  };
  Kind kind;
  char32_t c = 0;      // of han
  Span folded;         // blank: empty, between its neighbours' separators
  Span unit = {};      // folded place of the unit that a number carries: 12件, 251000元
  uint32_t line;       // counted from the start of what was asked for
  bool glued = false;  // it ends the field of a label, in a line whose figures have fields of their own
  bool page = false;   // it stands alone on its line and numbers a page
  // Of a line of fields:
  uint32_t column = 0;  // which field it stands in
  uint32_t fields = 0;  // how many there are; 0 elsewhere
  bool parted = false;  // a figure that a space parts from others in its field, or within itself: 2 948

  bool value() const { return kind != han; }
};

// What is known of the report that a table stands in.
struct Around {
  uint32_t until = 0;                    // where in folded text the report ends
  std::optional<int> year = {};          // tells this year's table from last year's
  std::u32string_view title = {};        // its 汉字: a line of nothing else is a page's running head
  std::span<const uint32_t> pages = {};  // where page numbers stand that are alone on their lines, ascending
  uint32_t from = 0;                     // behind the first table of a form, where the second one is looked for
};

// Numbers that are no values are left out: enumerators (1.属于国家秘密), what stands in brackets with words (计1条),
// years, page numbers; so are the lines that pages repeat: their running heads, 四、…（续）.
std::vector<Atom> atoms(std::string_view folded, Span where, const Around& around = {});

}  // namespace gouji
