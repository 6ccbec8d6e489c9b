// Tables as one text. An array of views that the compiler makes costs eight bytes a cell, more than most cells hold,
// and they do not compress: what every visitor of the page waits for. Cutting the text takes microseconds, once.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>
#include <utility>

namespace gouji::data {

template <class Row, size_t... I>
Row row_of(const std::array<std::string_view, sizeof...(I)>& cells, std::index_sequence<I...>) {
  return {cells[I]...};
}

// `text`: rows × columns cells, each ended by U+001F. It lives as long as the program.
template <class Row, size_t Columns, size_t Rows>
std::array<Row, Rows> cut(std::string_view text) {
  std::array<Row, Rows> rows;
  std::array<std::string_view, Columns> cells;
  for (Row& row : rows) {
    for (std::string_view& cell : cells) {
      cell = text.substr(0, text.find('\x1f'));
      text.remove_prefix(cell.size() + 1);
    }
    row = row_of<Row>(cells, std::make_index_sequence<Columns>());
  }
  return rows;
}

}  // namespace gouji::data
