#include "check/identities.h"

#include <algorithm>

#include "order.h"

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

// A term of an identity: the row or column that it names, by its index.
struct Named {
  uint16_t index;
  int sign;  // +1 on the left, -1 on the right
};

class Evaluator {
 public:
  Evaluator(const Table& table, Lang lang)
      : form_(*table.form), lang_(lang), index_(form_.rows.size() * form_.columns.size(), nullptr),
        exists_(index_.size()), odd_rows_(has_odd_rows(table)) {
    for (uint16_t r = 0; r < form_.rows.size(); ++r)
      for (const uint8_t c : form_.rows[r].columns) exists_[r * form_.columns.size() + c] = true;
    for (const Cell& c : table.cells) index_[c.row * form_.columns.size() + c.column] = &c;
  }

  std::vector<Check> run() {
    std::vector<Check> out;
    for (const Identity& identity : form_.identities) {
      read(identity);
      if (identity.along == Along::rows) {
        out.reserve(out.size() + form_.columns.size());
        for (uint16_t c = 0; c < form_.columns.size(); ++c)
          add(identity, c, lang_ == Lang::zh ? form_.columns[c].zh : form_.columns[c].en, form_.columns.size() > 1,
              out);
      } else {
        out.reserve(out.size() + form_.rows.size());
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
  std::vector<const Cell*> index_;  // by row and column: a table of 57 rows and its lookups stay linear
  std::vector<uint8_t> exists_;
  bool odd_rows_;
  std::vector<Named> terms_;  // of the identity at hand, in the form's order
  uint16_t total_ = 0;

  uint16_t named(const Identity& identity, std::string_view id) const {
    return identity.along == Along::rows ? row_index(form_, id) : column_index(form_, id);
  }

  void read(const Identity& identity) {
    terms_.clear();
    for (const std::string_view id : identity.left) terms_.push_back({named(identity, id), +1});
    for (const std::string_view id : identity.right) terms_.push_back({named(identity, id), -1});
    put_in_order(terms_.begin(), terms_.end(), [](const Named& a, const Named& b) { return a.index < b.index; });
    total_ = named(identity, identity.total);
  }

  CellRef ref(const Identity& identity, uint16_t term, uint16_t across) const {
    return identity.along == Along::rows ? CellRef{&form_, term, across} : CellRef{&form_, across, term};
  }
  size_t at(const CellRef& r) const { return r.row * form_.columns.size() + r.column; }

  void add(const Identity& identity, uint16_t across, std::string_view name, bool named,
           std::vector<Check>& out) const {
    for (const Named& t : terms_)
      if (!exists_[at(ref(identity, t.index, across))]) return;
    Check& check = out.emplace_back();
    check.identity = &identity;
    const std::string_view words = lang_ == Lang::zh ? identity.zh : identity.en;
    constexpr std::string_view kOf = " · ";
    check.text.reserve(words.size() + kOf.size() + name.size());
    check.text = words;
    if (named) check.text.append(kOf).append(name);
    check.total = ref(identity, total_, across);
    check.cells.reserve(terms_.size());
    check.signs.reserve(terms_.size());
    std::optional<Decimal> sums[2] = {Decimal{}, Decimal{}};
    for (const Named& t : terms_) {
      const CellRef cell = ref(identity, t.index, across);
      check.cells.push_back(cell);
      check.signs.push_back(t.sign);
      const Cell* const c = index_[at(cell)];
      std::optional<Decimal>& sum = sums[t.sign > 0 ? 0 : 1];
      sum = sum && c != nullptr && c->value ? gouji::add(*sum, *c->value) : std::nullopt;
    }
    check.left = odd_rows_ && is_sum_of_rows(identity) ? std::nullopt : sums[0];
    check.right = sums[1];
    check.result = Check::unknown;
    if (check.left && check.right) check.result = *check.left == *check.right ? Check::passed : Check::failed;
  }
};

}  // namespace

bool has_odd_rows(const Table& table) {
  return std::any_of(table.extras.begin(), table.extras.end(), [](const ExtraRow& x) { return !x.subtotal; }) ||
         std::any_of(table.troubles.begin(), table.troubles.end(), [&](const Trouble& t) {
           // As many numbers without a cell as a row has.
           return t.kind == Trouble::stray && t.found >= table.form->columns.size();
         });
}

std::vector<Check> evaluate(const Table& table, Lang lang) { return Evaluator(table, lang).run(); }

}  // namespace gouji
