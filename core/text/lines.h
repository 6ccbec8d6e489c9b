// Lines as titles and headings are read from them, in folded text.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "text/mapped_text.h"

namespace gouji {

// A span without the white space and the marks of Markdown at its ends.
Span trimmed(std::string_view text, Span s);

// The next line, trimmed, that is not empty from `at` on, which then stands behind it; false at `until`.
bool next_line(std::string_view text, uint32_t until, uint32_t& at, Span& line);

// The line that a place stands in, as it is.
Span line_around(std::string_view text, uint32_t at);

// Whether a line has fields: tabs or bars part them.
bool is_fielded(std::string_view line);

// On one line, without marks and without the spaces and line ends that stand next to a 汉字. Texts that differ only in
// their 汉字 keep their offsets to each other.
std::string one_line(std::string_view text);

// A text of `place` with its brackets as wide as they stand there: folding narrows them.
std::string brackets_as_written(std::string text, const MappedText& folded, Span place);

// The first year before 年: 2022, 2022 年, 二〇二二年. `place` is where it stands, 年 included.
std::optional<int> find_year(std::string_view text, Span* place = nullptr);

// The year of a title: as find_year, or else 2022 right before 政府信息公开, whose 年 was forgotten.
std::optional<int> year_of_title(std::string_view text, Span* place = nullptr);

// The last year that the words above a table name, a heading's or a header's; nullopt where they name none.
std::optional<int> year_above(std::string_view text, uint32_t table);

// 一 … 六 … 十九, and 、, at the start of a line: the number, and where the title stands behind it; 0 if there is none.
int heading_number(std::string_view line, size_t& title);

// Whether the nearest line above a table that says whose figures it has means those of all bodies: 全县汇总, not
// 县本级.
bool covers_whole(std::string_view text, uint32_t table);

// What the form numbers a section with: 一 … 六.
std::string_view numeral(int number);

// A page's path (首页 > 政府信息公开年报) or a sentence, and so no heading.
bool sentence_like(std::string_view line);

bool ends_with(std::string_view s, std::string_view tail);

}  // namespace gouji
