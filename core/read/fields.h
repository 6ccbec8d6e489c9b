// A line of a table as fields: between tabs, bars or commas.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace gouji {

struct Field {
  Span place;       // of folded text
  uint32_t column;  // counted from 0, those that the table does not use as well
};

// Cuts the lines of a stretch of folded text, in its order.
class FieldCutter {
 public:
  FieldCutter(std::string_view folded, Span where) : text_(folded), where_(where), csv_(is_csv()) {}

  // The fields of a line, `content` what it holds between spaces; none where it is a line of words.
  std::vector<Field> cut(Span line, Span content);

 private:
  // Of the lines of a sheet, one below the other, the columns that are empty in all of them: columns that the sheet
  // merges with their neighbours, one by one or all alike.
  struct Sheet {
    uint32_t until = 0;  // behind its last line
    std::vector<uint8_t> unused;
  };

  std::string_view text_;
  Span where_;
  bool csv_;
  bool open_ = false;  // the lines above have bars between their fields, and none at their ends
  Sheet sheet_;

  std::vector<Field> separated(Span line, char separator, bool every_second = false) const;
  std::vector<Field> comma_separated(Span line) const;
  Span csv_field(uint32_t from, Span line) const;
  Span unquoted(Span field) const;
  bool is_csv() const;
  bool begins_with_group(Span field) const;
  bool is_fence(Span content) const;
  bool has_double_bars(Span s) const;
  bool are_bar_fields(Span s) const;
  uint32_t first_tabbed(uint32_t line) const;
  Sheet sheet_from(uint32_t begin) const;
  Span line_at(uint32_t begin) const;
};

// |---|:--:| under the header of a Markdown table, +---+---+ between rows, |- of a wiki.
bool is_ruled_line(std::string_view line);

// Whether nothing but a figure stands there.
bool is_figure(std::string_view folded, Span s);

// Whether any 汉字 does.
bool has_han(std::string_view folded, Span s);

}  // namespace gouji
