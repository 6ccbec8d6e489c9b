// What a reader of HTML sees, with every character still tied to its place in the markup.
#pragma once

#include <string>
#include <string_view>

#include "text/mapped_text.h"

namespace gouji {

// By content: <table, <html or <body stands in it.
bool is_html(std::string_view text);

// The visible text, folded (text/fold.h), into `out`. Cells of a table are separated by tabs and rows by line ends;
// line breaks within a cell become spaces. Script, style, comments and the head are passed over.
void visible_text(std::string_view html, MappedText& out);

// The same, not folded and without the mapping.
std::string visible_text(std::string_view html);

}  // namespace gouji
