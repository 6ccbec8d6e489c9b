#include "check/identities.h"

#include <algorithm>

namespace gouji {
namespace {

uint16_t row_index(const TableForm& form, std::string_view id) {
  for (uint16_t i = 0; i < form.rows.size(); ++i)
    if (!form.rows[i].heading() && form.rows[i].id == id) return i;
  return 0;  // well_formed() rules it out
}

uint16_t column_index(const TableForm& form, std::string_view id) {
  for (uint16_t i = 0; i < form.columns.size(); ++i)
    if (form.columns[i].id == id) return i;
  return 0;  // well_formed() rules it out
}

bool has_cell(const Row& row, uint16_t column) {
  return std::find(row.columns.begin(), row.columns.end(), column) != row.columns.end();
}

class Evaluator {
 public:
  Evaluator(const Table& table, Lang lang) : form_(*table.form), lang_(lang) {
    // A table of 57 rows and its lookups: an index keeps them from being squared.
    index_.assign(form_.rows.size() * form_.columns.size(), nullptr);
    odd_rows_ = std::any_of(table.extras.begin(), table.extras.end(), [](const ExtraRow& x) { return !x.subtotal; });
    for (const Trouble& t : table.troubles)
      odd_rows_ = odd_rows_ || (t.kind == Trouble::stray && t.found >= form_.columns.size());
    for (const Cell& c : table.cells) index_[c.row * form_.columns.size() + c.column] = &c;
  }

  std::vector<Check> run() {
    std::vector<Check> out;
    for (const Identity& identity : form_.identities) {
      if (identity.along == Along::rows) {
        for (uint16_t c = 0; c < form_.columns.size(); ++c)
          add(identity, c, lang_ == Lang::zh ? form_.columns[c].zh : form_.columns[c].en, form_.columns.size() > 1,
              out);
      } else {
        for (uint16_t r = 0; r < form_.rows.size(); ++r)
          if (!form_.rows[r].heading())
            add(identity, r, lang_ == Lang::zh ? form_.rows[r].zh : form_.rows[r].en, form_.rows.size() > 1, out);
      }
    }
    return out;
  }

 private:
  const TableForm& form_;
  Lang lang_;
  std::vector<const Cell*> index_;
  // There is a row that the form does not have, or there are as many numbers without a cell as a row has: no sum over
  // rows can be said to fail then.
  bool odd_rows_ = false;

  CellRef ref(const Identity& identity, std::string_view term, uint16_t across) const {
    if (identity.along == Along::rows) return {&form_, row_index(form_, term), across};
    return {&form_, across, column_index(form_, term)};
  }

  std::optional<Decimal> sum(const Identity& identity, std::span<const std::string_view> terms, int sign,
                             uint16_t across, Check& check) const {
    std::optional<Decimal> total = Decimal{};
    for (const std::string_view term : terms) {
      const CellRef cell = ref(identity, term, across);
      check.cells.push_back(cell);
      check.signs.push_back(sign);
      const Cell* const c = index_[cell.row * form_.columns.size() + cell.column];
      total = total && c != nullptr && c->value ? gouji::add(*total, *c->value) : std::nullopt;
    }
    return total;
  }

  void add(const Identity& identity, uint16_t across, std::string_view name, bool named,
           std::vector<Check>& out) const {
    for (const auto terms : {identity.left, identity.right})
      for (const std::string_view term : terms) {
        const CellRef cell = ref(identity, term, across);
        if (!has_cell(form_.rows[cell.row], cell.column)) return;
      }
    Check check{&identity,
                std::string(lang_ == Lang::zh ? identity.zh : identity.en),
                {},
                {},
                Check::unknown,
                {},
                {},
                ref(identity, identity.total, across)};
    if (named) check.text += " · " + std::string(name);
    check.left = sum(identity, identity.left, +1, across, check);
    check.right = sum(identity, identity.right, -1, across, check);
    if (odd_rows_ && identity.along == Along::rows && identity.left.size() > 2) check.left = std::nullopt;
    if (check.left && check.right) check.result = *check.left == *check.right ? Check::passed : Check::failed;
    sort_cells(check);
    out.push_back(std::move(check));
  }

  static void sort_cells(Check& check) {
    std::vector<size_t> order(check.cells.size());
    for (size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::sort(order.begin(), order.end(), [&](size_t a, size_t b) {
      const CellRef &x = check.cells[a], &y = check.cells[b];
      return x.row != y.row ? x.row < y.row : x.column < y.column;
    });
    std::vector<CellRef> cells;
    std::vector<int> signs;
    for (const size_t i : order) {
      cells.push_back(check.cells[i]);
      signs.push_back(check.signs[i]);
    }
    check.cells = std::move(cells);
    check.signs = std::move(signs);
  }
};

}  // namespace

std::vector<Check> evaluate(const Table& table, Lang lang) { return Evaluator(table, lang).run(); }

namespace {

bool share_cells(const Check& a, const Check& b) {
  return std::any_of(a.cells.begin(), a.cells.end(),
                     [&](const CellRef& c) { return std::find(b.cells.begin(), b.cells.end(), c) != b.cells.end(); });
}

// What `cell` should be for every equation it stands in to hold, if one value does that and all of `failed` hold then.
std::optional<Decimal> mended(const Cell& cell, const CellRef& ref, const std::vector<Check>& checks,
                              const std::vector<size_t>& failed) {
  std::optional<Decimal> change;
  size_t reached = 0;
  for (size_t i = 0; i < checks.size(); ++i) {
    const Check& check = checks[i];
    if (check.result == Check::unknown) continue;
    const auto at = std::find(check.cells.begin(), check.cells.end(), ref);
    if (at == check.cells.end()) continue;
    const auto gap = subtract(*check.right, *check.left);
    if (!gap) return std::nullopt;
    const Decimal asked = check.signs[size_t(at - check.cells.begin())] > 0 ? *gap : Decimal{-gap->units, gap->scale};
    if (change && !(*change == asked)) return std::nullopt;
    change = asked;
    reached += std::find(failed.begin(), failed.end(), i) != failed.end();
  }
  if (!change || reached != failed.size()) return std::nullopt;
  const auto should = gouji::add(*cell.value, *change);
  return should && !should->negative() && should->whole() ? should : std::nullopt;
}

}  // namespace

std::vector<Breach> breaches(const Table& table, const std::vector<Check>& checks) {
  std::vector<Breach> out;
  for (size_t i = 0; i < checks.size(); ++i) {
    if (checks[i].result != Check::failed) continue;
    // It joins the breaches that it shares cells with, and so joins them with each other.
    Breach joined;
    for (size_t b = out.size(); b-- > 0;) {
      if (std::none_of(out[b].failed.begin(), out[b].failed.end(),
                       [&](size_t f) { return share_cells(checks[f], checks[i]); }))
        continue;
      joined.failed.insert(joined.failed.end(), out[b].failed.begin(), out[b].failed.end());
      out.erase(out.begin() + std::ptrdiff_t(b));
    }
    joined.failed.push_back(i);
    std::sort(joined.failed.begin(), joined.failed.end());
    out.push_back(std::move(joined));
  }
  for (Breach& breach : out) {
    size_t candidates = 0;
    for (const Cell& cell : table.cells) {
      if (!cell.value) continue;
      const CellRef ref{table.form, cell.row, cell.column};
      const auto should = mended(cell, ref, checks, breach.failed);
      if (!should) continue;
      ++candidates;
      breach.cell = ref;
      breach.should = *should;
    }
    if (candidates != 1) breach.cell = std::nullopt;
  }
  return out;
}

}  // namespace gouji
