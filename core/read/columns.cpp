#include "read/columns.h"

#include <algorithm>

#include "read/matcher.h"
#include "text/lines.h"

namespace gouji {
namespace {

constexpr uint8_t kGroup = kNoColumn;  // 法人或其他组织, above the columns that it spans, or no column of the form

// What the fields of a line name, blank ones left out.
ColumnOrder named(const TableForm& form, const Row& row, std::string_view line) {
  const char* const separators = is_fielded(line) ? "\t|" : " ";
  ColumnOrder out;
  for (size_t at = 0; at <= line.size();) {
    const size_t end = std::min(line.find_first_of(separators, at), line.size());
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

// The line below a group takes the group's place in the line above; what stands leftmost heads the labels.
ColumnOrder put_together(const ColumnOrder& upper, const ColumnOrder& lower) {
  ColumnOrder out;
  for (size_t i = 0; i < upper.size(); ++i) {
    const uint8_t c = upper[i];
    if (c == kGroup && i == 0 && upper.size() > 1) continue;
    if (c == kGroup) {
      out.insert(out.end(), lower.begin(), lower.end());
    } else {
      out.push_back(c);
    }
  }
  return out;
}

// Whether last year's columns stand left of this year's in a header that names both; nullopt where it does not tell.
std::optional<bool> last_year_first(std::string_view header, std::optional<int> year) {
  Span first{}, second{};
  if (const std::optional<int> left = find_year(header, &first); left && year) {
    const std::optional<int> right = find_year(header.substr(first.end), &second);
    if (right && *left != *right && (*left == *year || *right == *year)) return *right == *year;
  }
  const size_t last = std::min(header.find("上年"), header.find("上一年")), here = header.find("本年");
  if (last == std::string_view::npos || here == std::string_view::npos) return std::nullopt;
  return last < here;
}

// The columns of a header as those of `width` figures: blank words on its left are those above the labels.
std::optional<ColumnOrder> as_wide(const Row& row, ColumnOrder order, size_t width) {
  while (order.size() > width && order.front() == kGroup) order.erase(order.begin());
  ColumnOrder known = order;
  known.erase(std::remove(known.begin(), known.end(), kGroup), known.end());
  const bool once = std::all_of(known.begin(), known.end(),
                                [&](uint8_t c) { return std::count(known.begin(), known.end(), c) == 1; });
  const bool fits = order.size() == width && once && (width < row.columns.size() || complete(row, known));
  return fits && !known.empty() ? std::optional(order) : std::nullopt;
}

// The columns of a header that has each twice, those of another year as none of the form's.
std::optional<ColumnOrder> as_two_years(const Row& row, ColumnOrder order, size_t width, std::optional<bool> second) {
  order.erase(std::remove(order.begin(), order.end(), kGroup), order.end());
  const size_t half = row.columns.size();
  if (!second || order.size() != width || width != 2 * half) return std::nullopt;
  const auto middle = order.begin() + std::ptrdiff_t(half);
  if (!complete(row, {order.begin(), middle}) || !complete(row, {middle, order.end()})) return std::nullopt;
  std::fill(*second ? order.begin() : middle, *second ? middle : order.end(), kGroup);
  return order;
}

}  // namespace

std::optional<ColumnOrder> column_order(const TableForm& form, const Row& row, std::string_view folded, Span above,
                                        size_t width, std::optional<int> year) {
  if (row.columns.size() < 2) return std::nullopt;
  std::optional<ColumnOrder> found;
  ColumnOrder upper;
  const std::string_view text = slice(folded, above);
  size_t upper_at = 0;  // where the line above begins
  const size_t row_end = std::min(folded.find('\n', above.end), folded.size());
  const bool fields = is_fielded(folded.substr(above.end, row_end - above.end));
  for (size_t at = 0; at < text.size();) {
    const size_t begin = at, end = std::min(text.find('\n', at), text.size());
    const std::string_view line = text.substr(at, end - at);
    at = end + 1;
    if (fields && !is_fielded(line)) continue;  // the header's fields are lost
    const ColumnOrder here = named(form, row, line);
    if (count_columns(here) == 0) {
      if (!here.empty()) upper_at = begin;
      continue;
    }
    ColumnOrder flat = here;
    flat.erase(std::remove(flat.begin(), flat.end(), kGroup), flat.end());
    if (width == 0) {
      if (complete(row, flat)) found = flat;
      if (const ColumnOrder nested = put_together(upper, flat); !upper.empty() && complete(row, nested)) found = nested;
    } else {
      const std::optional<bool> second = last_year_first(text.substr(upper_at, begin - upper_at), year);
      for (const ColumnOrder& order : {here, put_together(upper, here)}) {
        if (auto wide = as_wide(row, order, width)) found = wide;
        if (auto wide = as_two_years(row, order, width, second)) found = wide;
      }
    }
    upper = here;
    upper_at = begin;
  }
  if (found && std::equal(found->begin(), found->end(), row.columns.begin(), row.columns.end())) found->clear();
  return found;
}

}  // namespace gouji
