// The numbered sections of a report.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/mapped_text.h"

namespace gouji {

inline constexpr int kSections = 6;  // of the forms of 2019 and 2021

struct Section {
  int number;         // as the heading numbers it
  std::string title;  // one line, without number, marks and spaces that only layout put there
  std::string plain;  // the same with its 汉字 simplified: what it is compared by
  int named;          // the section of the forms of 2019 and 2021 that the title names; 0 if none
  Span span;          // the heading, in the decoded text
  Span folded;
};

// The numbered headings outside `tables` (spans of folded text, ascending).
std::vector<Section> read_sections(const MappedText& folded, uint32_t until, const std::vector<Span>& tables);

// Which section of the forms of 2019 and 2021 a title, simplified, names; 0 if none.
int section_named(std::string_view title);

// 一、本年新收政府信息公开申请数量 is a row of a table, not a heading. The statistical table has headings of its own
// between its rows (三、依申请公开情况), which a report's sections may bear too: asked for with `headings`.
bool is_table_row(std::string_view line, bool headings);

}  // namespace gouji
