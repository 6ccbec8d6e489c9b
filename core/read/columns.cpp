#include "read/columns.h"

#include <algorithm>

#include "read/matcher.h"

namespace gouji {
namespace {

constexpr uint8_t kGroup = 0xFF;  // a field that names no column of the row: 法人或其他组织, above those it spans

// What the fields of a line name, blank ones left out.
ColumnOrder named(const TableForm& form, const Row& row, std::string_view line) {
  ColumnOrder out;
  for (size_t at = 0; at <= line.size();) {
    const size_t end = std::min(line.find_first_of("\t|", at), line.size());
    const std::u32string key = label_key(line.substr(at, end - at));
    at = end + 1;
    if (key.empty()) continue;
    uint8_t column = kGroup;
    for (const uint8_t c : row.columns)
      if (label_key(form.columns[c].zh) == key) column = c;
    out.push_back(column);
  }
  return out;
}

size_t count_columns(const ColumnOrder& order) {
  return order.size() - size_t(std::count(order.begin(), order.end(), kGroup));
}

// Whether each column of the row stands in `order` once, and nothing else does.
bool complete(const Row& row, const ColumnOrder& order) {
  return order.size() == row.columns.size() && std::is_permutation(order.begin(), order.end(), row.columns.begin());
}

// The line below a group takes the group's place in the line above.
ColumnOrder put_together(const ColumnOrder& upper, const ColumnOrder& lower) {
  ColumnOrder out;
  for (const uint8_t c : upper) {
    if (c == kGroup) {
      out.insert(out.end(), lower.begin(), lower.end());
    } else {
      out.push_back(c);
    }
  }
  return out;
}

}  // namespace

std::optional<ColumnOrder> column_order(const TableForm& form, const Row& row, std::string_view folded, Span above) {
  if (row.columns.size() < 2) return std::nullopt;
  std::optional<ColumnOrder> found;
  ColumnOrder upper;
  const std::string_view text = slice(folded, above);
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = text.substr(at, end - at);
    at = end + 1;
    if (line.find_first_of("\t|") == std::string_view::npos) continue;
    const ColumnOrder here = named(form, row, line);
    if (count_columns(here) == 0) continue;
    ColumnOrder flat = here;
    flat.erase(std::remove(flat.begin(), flat.end(), kGroup), flat.end());
    if (complete(row, flat)) found = flat;
    if (const ColumnOrder nested = put_together(upper, flat); !upper.empty() && complete(row, nested)) found = nested;
    upper = here;
  }
  if (found && std::equal(found->begin(), found->end(), row.columns.begin(), row.columns.end())) found->clear();
  return found;
}

}  // namespace gouji
