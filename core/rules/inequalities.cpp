// statistics.*, disclosure.public, disclosure.stock: what must be, or usually is, no more than something else. Which
// figures those are stands with the forms (core/form).
#include <algorithm>

#include "rules/rules.h"

namespace gouji {
namespace {

bool less(Decimal a, Decimal b) { return subtract(a, b).value_or(Decimal{}).negative(); }

bool says_any(std::string_view text, std::string_view words) {
  while (!words.empty()) {
    const size_t end = std::min(words.find(' '), words.size());
    if (text.find(words.substr(0, end)) != std::string_view::npos) return true;
    words.remove_prefix(std::min(end + 1, words.size()));
  }
  return false;
}

class InequalityJudge {
 public:
  InequalityJudge(const Report& report, const Table& table, const std::vector<Check>& checks, Sink& sink)
      : report_(report), table_(table), checks_(checks), sink_(sink) {}

  void judge(const Inequality& i) {
    const std::optional<Side> part = side(i.part), whole = side(i.whole);
    if (!part || !whole || holds(i.bound, part->sum, whole->sum)) return;
    if (in_failed_equation(*part) || in_failed_equation(*whole) || said(i.rule, *part, *whole)) return;
    if (says_any(report_.folded.text(), i.unless)) return;
    Finding f{};
    f.rule = i.rule;
    f.span = part->cells[0]->place;
    f.message = message(i.message, sink_.lang(),
                        {{"part", name(*part->cells[0])},
                         {"is", to_string(part->sum)},
                         {"whole", name(*whole->cells[0])},
                         {"most", to_string(whole->sum)}});
    for (const Cell* c : whole->cells)
      f.related.push_back(
          {c->place, message("inequality_whole", sink_.lang(), {{"cell", name(*c)}, {"is", to_string(*c->value)}})});
    said_.push_back({i.rule, *part, *whole});
    sink_.report(std::move(f));
  }

 private:
  struct Side {
    std::vector<const Cell*> cells;
    Decimal sum;
  };
  struct Said {
    std::string_view rule;
    Side part, whole;
  };
  const Report& report_;
  const Table& table_;
  const std::vector<Check>& checks_;
  Sink& sink_;
  std::vector<Said> said_;

  std::optional<Side> side(std::span<const CellKey> keys) const {
    Side out;
    for (const CellKey& k : keys) {
      const Cell* const cell = table_.valued(k.row, k.column);
      const std::optional<Decimal> sum = cell == nullptr ? std::nullopt : add(out.sum, *cell->value);
      if (!sum) return std::nullopt;
      out.cells.push_back(cell);
      out.sum = *sum;
    }
    return out;
  }

  static bool holds(Bound bound, Decimal part, Decimal whole) {
    switch (bound) {
      case Bound::at_most: return !less(whole, part);
      case Bound::equal: return part == whole;
      case Bound::both_or_none: return (part.units == 0) == (whole.units == 0);
    }
    return true;
  }

  // What is wrong with such a cell is said of its equation.
  bool in_failed_equation(const Side& side) const {
    return std::any_of(checks_.begin(), checks_.end(), [&](const Check& c) {
      return c.result == Check::failed && std::any_of(side.cells.begin(), side.cells.end(), [&](const Cell* cell) {
               return std::find(c.cells.begin(), c.cells.end(), ref(*cell)) != c.cells.end();
             });
    });
  }

  // Whether the same has been said of one of the cells: two inequalities may fail for one figure.
  bool said(std::string_view rule, const Side& part, const Side& whole) const {
    const auto shares = [](const Side& a, const Side& b) {
      return std::find_first_of(a.cells.begin(), a.cells.end(), b.cells.begin(), b.cells.end()) != a.cells.end();
    };
    return std::any_of(said_.begin(), said_.end(), [&](const Said& s) {
      return s.rule == rule &&
             (shares(part, s.part) || shares(part, s.whole) || shares(whole, s.part) || shares(whole, s.whole));
    });
  }

  CellRef ref(const Cell& c) const { return {table_.form, c.row, c.column}; }
  std::string name(const Cell& c) const { return name_of(ref(c), sink_.lang()); }
};

// What was in force a year ago: what is now, without what was issued, with what was repealed. Documents that lapsed or
// were cleared out without being repealed are in none of the three, and the text says so.
void judge_stock(const Report& report, const Table& t, Sink& sink) {
  if (says_any(report.folded.text(), "失效 清理")) return;
  for (const std::string_view row : {"regulations", "normative"}) {
    const Cell* const issued = t.valued(row, "issued");
    const Cell* const repealed = t.valued(row, "repealed");
    const Cell* const in_force = t.valued(row, "in_force");
    if (issued == nullptr || repealed == nullptr || in_force == nullptr) continue;
    const auto most = add(*in_force->value, *repealed->value);
    if (!most || !less(*most, *issued->value)) continue;
    Finding f{};
    f.rule = "disclosure.stock";
    f.span = in_force->place;
    const Row& form_row = t.form->rows[in_force->row];
    f.message = message("stock", sink.lang(),
                        {{"row", sink.lang() == Lang::zh ? form_row.zh : form_row.en},
                         {"issued", to_string(*issued->value)},
                         {"repealed", to_string(*repealed->value)},
                         {"in_force", to_string(*in_force->value)},
                         {"previous", to_string(subtract(*most, *issued->value).value_or(Decimal{}))}});
    sink.report(std::move(f));
  }
}

}  // namespace

void judge_inequalities(const Report& report, const std::vector<std::vector<Check>>& checks, Sink& sink) {
  for (size_t t = 0; t < report.tables.size(); ++t) {
    const Table& table = report.tables[t];
    InequalityJudge judge(report, table, checks[t], sink);
    for (const Inequality& i : table.form->inequalities) judge.judge(i);
    if (table.form->id == "disclosure") judge_stock(report, table, sink);
  }
}

}  // namespace gouji
