// The title of a report.
#pragma once

#include <optional>
#include <string>

#include "doc/body.h"
#include "text/mapped_text.h"

namespace gouji {

struct Title {
  std::string text;   // one line, without marks and spaces that only layout put there
  std::string plain;  // the same with its 汉字 simplified: what it is looked up by
  Span span;          // in the decoded text
  Span folded;
  std::optional<int> year;
  Body body;
};

// The title that ends with `line` of folded text; `before` are the two lines above, the nearer first.
std::optional<Title> title_ending(const MappedText& folded, Span line, const Span (&before)[2]);

// The title at the start of a text whose line ends were lost.
std::optional<Title> title_starting(const MappedText& folded);

// The title in the <title> of a page, which none of its readers sees in the text:
// 示例县2024年……年度报告_示例县人民政府. It has no place in the folded text.
std::optional<Title> title_of_page(std::string_view html);

}  // namespace gouji
