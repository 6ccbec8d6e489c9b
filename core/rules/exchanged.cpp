// Two rows of a table that changed places, where every equation still holds and only the text tells.
#include <algorithm>

#include "check/identities.h"
#include "order.h"
#include "rules/edits.h"
#include "rules/rules.h"

namespace gouji {
namespace {

constexpr size_t kMostStated = 100;              // figures of the text that are looked at
constexpr size_t kCertainly = 3;                 // of these that the exchange mends
constexpr double kTold = 0.5, kTwiceTold = 0.9;  // how sure two figures of the text make it, and three

class Search {
 public:
  Search(const Report& report, const Table& table, std::span<const Support> supports, Lang lang)
      : report_(report), table_(table), lang_(lang) {
    for (const Support& s : supports) {
      if (s.place.empty() || stated_.size() == kMostStated || !of_table(s)) continue;
      stated_.push_back(&s);
      if (!holds(table, s)) wrong_.push_back(&s);
    }
  }

  // Adds to the first of the findings what explains them all. Three make it certain that the table is wrong, and become
  // one; of two, the figures of the text may themselves have changed places.
  void run(std::vector<Finding>& said) {
    if (wrong_.size() < 2) return;
    std::optional<std::pair<uint16_t, uint16_t>> found;
    for (uint16_t a = 0; a < table_.form->rows.size(); ++a)
      for (uint16_t b = uint16_t(a + 1); b < table_.form->rows.size(); ++b) {
        if (!explains(a, b)) continue;
        if (found) return;  // two answers are none
        found = {a, b};
      }
    if (found) merge(found->first, found->second, said);
  }

 private:
  const Report& report_;
  const Table& table_;
  Lang lang_;
  std::vector<const Support*> stated_, wrong_;

  bool of_table(const Support& s) const {
    return std::all_of(s.sums.begin(), s.sums.end(), [&](const std::vector<CellRef>& sum) {
      return std::all_of(sum.begin(), sum.end(), [&](const CellRef& c) { return c.form == table_.form; });
    });
  }

  static bool holds(const Table& table, const Support& s) {
    return std::any_of(s.sums.begin(), s.sums.end(), [&](const std::vector<CellRef>& sum) {
      int64_t total = 0;
      for (const CellRef& ref : sum) {
        const Cell* const cell = table.find(ref.row, ref.column);
        if (cell == nullptr || !cell->value) return false;
        total += cell->value->units;
      }
      return total == s.value;
    });
  }

  bool concerns(const Support& s, uint16_t a, uint16_t b) const {
    return std::any_of(s.sums.begin(), s.sums.end(), [&](const std::vector<CellRef>& sum) {
      return std::any_of(sum.begin(), sum.end(), [&](const CellRef& c) { return c.row == a || c.row == b; });
    });
  }

  std::optional<Table> exchanged(uint16_t a, uint16_t b) const {
    const Row &x = table_.form->rows[a], &y = table_.form->rows[b];
    if (x.heading() || y.heading() || x.columns.size() != y.columns.size() || x.columns.size() < 2) return std::nullopt;
    Table out = table_;
    std::vector<Cell*> of_a, of_b;
    for (Cell& c : out.cells) {
      if ((c.row == a || c.row == b) && c.state != Cell::number) return std::nullopt;
      if (c.row == a) of_a.push_back(&c);
      if (c.row == b) of_b.push_back(&c);
    }
    if (of_a.size() != of_b.size()) return std::nullopt;
    for (size_t i = 0; i < of_a.size(); ++i) std::swap(of_a[i]->value, of_b[i]->value);
    return out;
  }

  bool explains(uint16_t a, uint16_t b) const {
    for (const Support* s : wrong_)
      if (!concerns(*s, a, b)) return false;
    const std::optional<Table> other = exchanged(a, b);
    if (!other) return false;
    for (const Support* s : stated_)
      if (!holds(*other, *s)) return false;
    const std::vector<Check> checks = evaluate(*other, lang_);
    return std::none_of(checks.begin(), checks.end(), [](const Check& c) { return c.result == Check::failed; });
  }

  void merge(uint16_t a, uint16_t b, std::vector<Finding>& said) const {
    const auto of_wrong = [&](const Finding& f) {
      return f.span && std::any_of(wrong_.begin(), wrong_.end(), [&](const Support* s) { return s->place == *f.span; });
    };
    const auto first = std::find_if(said.begin(), said.end(), of_wrong);
    if (first == said.end()) return;
    const Row &x = table_.form->rows[a], &y = table_.form->rows[b];
    const bool zh = lang_ == Lang::zh;
    const std::string row(zh ? x.zh : x.en), other(zh ? y.zh : y.en), count = std::to_string(wrong_.size());
    first->message =
        joined(std::move(first->message),
               message("rows_may_be_exchanged", lang_, {{"row", row}, {"other_row", other}, {"count", count}}), lang_);
    Fix fix{message("fix.rows_exchanged", lang_, {{"row", row}, {"other_row", other}}),
            Safety::needs_review,
            wrong_.size() < kCertainly ? kTold : kTwiceTold,
            {}};
    for (const Cell& c : table_.cells) {
      if (c.row != a && c.row != b) continue;
      const Cell* const to = table_.find(c.row == a ? b : a, c.column);
      if (to->value == c.value) continue;
      for (Edit& e : rewrite(report_.source.text, c.place, to->value->units)) fix.edits.push_back(std::move(e));
    }
    put_in_order(fix.edits.begin(), fix.edits.end(),
                 [](const Edit& p, const Edit& q) { return p.span.begin < q.span.begin; });
    first->fixes.push_back(std::move(fix));
    if (wrong_.size() < kCertainly) return;
    for (auto f = first + 1; f != said.end(); ++f)
      if (of_wrong(*f)) first->related.push_back({*f->span, f->message});
    said.erase(std::remove_if(first + 1, said.end(), of_wrong), said.end());
  }
};

}  // namespace

void tell_exchanged_rows(const Report& report, const std::vector<std::vector<Check>>& checks,
                         std::span<const Support> supports, Lang lang, std::vector<Finding>& said) {
  for (size_t t = 0; t < checks.size(); ++t) {
    const bool holds =
        std::none_of(checks[t].begin(), checks[t].end(), [](const Check& c) { return c.result == Check::failed; });
    if (holds && !said.empty()) Search(report, report.tables[t], supports, lang).run(said);
  }
}

}  // namespace gouji
