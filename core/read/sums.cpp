#include "read/sums.h"

#include <algorithm>
#include <optional>

namespace gouji {

bool adds_up(const TableForm& form, const Row& row, std::span<const Decimal> figures) {
  const auto sum = [&](std::span<const std::string_view> terms) -> std::optional<Decimal> {
    std::optional<Decimal> total = Decimal{};
    for (const std::string_view term : terms)
      for (size_t c = 0; c < row.columns.size() && total; ++c)
        if (form.columns[row.columns[c]].id == term) total = add(*total, figures[c]);
    return total;
  };
  return std::all_of(form.identities.begin(), form.identities.end(), [&](const Identity& i) {
    if (i.along != Along::columns) return true;
    const auto left = sum(i.left), right = sum(i.right);
    return left && right && *left == *right;
  });
}

bool has_row_sums(const TableForm& form) {
  return std::any_of(form.identities.begin(), form.identities.end(),
                     [](const Identity& i) { return i.along == Along::columns; });
}

}  // namespace gouji
