// The search for the smallest change, held against every set of one, two and three cells.
#include "check/localise.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>

#include "check/identities.h"
#include "form/applications.h"
#include "form/review.h"
#include "form/statistics.h"
#include "support/mutations.h"

using namespace gouji;

namespace {

// Whether changing just these cells can make all equations of the part hold with whole numbers of zero or more. Done
// the plain way: solve the equations for the changes by elimination; where that leaves one open, try its values.
class Solver {
 public:
  Solver(const System& system, EquationSet part) : system_(system) {
    for (size_t e = 0; e < system.equations().size(); ++e)
      if ((part >> e & 1) != 0) equations_.push_back(e);
  }

  bool mends(const std::vector<uint16_t>& cells) const {
    std::vector<std::vector<int64_t>> rows;
    for (const size_t e : equations_) {
      std::vector<int64_t> row(cells.size() + 1);
      bool any = false;
      for (const System::Equation* q = &system_.equations()[e]; q != nullptr; q = nullptr) row.back() = -q->residual;
      for (size_t i = 0; i < cells.size(); ++i)
        for (const System::In in : system_.of(cells[i]))
          if (in.equation == e) {
            row[i] = in.sign;
            any = true;
          }
      if (!any && row.back() != 0) return false;
      if (any) rows.push_back(std::move(row));
    }
    return solve(std::move(rows), cells);
  }

 private:
  const System& system_;
  std::vector<size_t> equations_;

  // Gauss and Jordan in whole numbers.
  bool solve(std::vector<std::vector<int64_t>> rows, const std::vector<uint16_t>& cells) const {
    const size_t n = cells.size();
    std::vector<int> pivot(n, -1);
    size_t used = 0;
    for (size_t i = 0; i < n; ++i) {
      size_t r = used;
      while (r < rows.size() && rows[r][i] == 0) ++r;
      if (r == rows.size()) continue;
      std::swap(rows[r], rows[used]);
      for (size_t k = 0; k < rows.size(); ++k) {
        if (k == used || rows[k][i] == 0) continue;
        const int64_t a = rows[used][i], b = rows[k][i];
        for (size_t j = 0; j <= n; ++j) rows[k][j] = rows[k][j] * a - rows[used][j] * b;
      }
      pivot[i] = int(used++);
    }
    for (size_t r = used; r < rows.size(); ++r)
      if (rows[r][n] != 0) return false;
    // The cells without a pivot take any value: all that fit are tried.
    return assign(rows, cells, pivot, std::vector<int64_t>(n), 0);
  }

  bool assign(const std::vector<std::vector<int64_t>>& rows, const std::vector<uint16_t>& cells,
              const std::vector<int>& pivot, std::vector<int64_t> by, size_t i) const {
    if (i == cells.size()) {
      for (size_t k = 0; k < cells.size(); ++k) {
        if (pivot[k] < 0) continue;
        const std::vector<int64_t>& row = rows[size_t(pivot[k])];
        int64_t rest = row.back();
        for (size_t j = 0; j < cells.size(); ++j)
          if (j != k && pivot[j] < 0) rest -= row[j] * by[j];
        if (rest % row[k] != 0) return false;
        if (system_.value(cells[k]) + rest / row[k] < 0) return false;
      }
      return true;
    }
    if (pivot[i] >= 0) return assign(rows, cells, pivot, by, i + 1);
    constexpr int64_t kReach = 60;  // more than any figure of the tables below
    for (int64_t b = -system_.value(cells[i]); b <= kReach; ++b) {
      by[i] = b;
      if (assign(rows, cells, pivot, by, i + 1)) return true;
    }
    return false;
  }
};

using Sets = std::vector<std::vector<uint16_t>>;

Sets by_brute_force(const System& system, EquationSet part, size_t most) {
  const Solver solver(system, part);
  std::vector<uint16_t> cells;
  for (uint16_t c = 0; c < system.cells(); ++c)
    if ((system.mask(c) & part) != 0) cells.push_back(c);
  Sets out;
  for (const uint16_t a : cells)
    if (solver.mends({a})) out.push_back({a});
  if (!out.empty() || most == 1) return out;
  for (size_t i = 0; i < cells.size(); ++i)
    for (size_t j = i + 1; j < cells.size(); ++j)
      if (solver.mends({cells[i], cells[j]})) out.push_back({cells[i], cells[j]});
  if (!out.empty() || most == 2) return out;
  for (size_t i = 0; i < cells.size(); ++i)
    for (size_t j = i + 1; j < cells.size(); ++j)
      for (size_t k = j + 1; k < cells.size(); ++k)
        if (solver.mends({cells[i], cells[j], cells[k]})) out.push_back({cells[i], cells[j], cells[k]});
  return out;
}

Sets cells_of(const Smallest& smallest) {
  Sets out;
  for (const Changes& set : smallest.sets) {
    std::vector<uint16_t> cells;
    for (const Change& c : set) cells.push_back(c.cell);
    out.push_back(std::move(cells));
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());  // the same cells with several figures
  return out;
}

bool holds(const Table& t) {
  for (const Check& c : evaluate(t, Lang::zh))
    if (c.result == Check::failed) return false;
  return true;
}

}  // namespace

TEST_CASE("the smallest sets are those that trying every set finds") {
  const TableForm* const forms[] = {&form::kApplications2021, &form::kApplications2019, &form::kReview,
                                    &form::kStatistics};
  std::map<size_t, size_t> sizes;
  test::Random random(4);
  for (const TableForm* form : forms) {
    // Small figures bring many ties and many sets that would need a figure below zero.
    for (int n = 0; n < 100; ++n) {
      const size_t wrong = 1 + random.below(n % 4 == 0 ? 3 : 2);
      Table t = test::consistent_table(*form, test::kSizes[n % 2 == 0 ? 0 : 2], random);
      for (size_t w = 0; w < wrong;)
        w += test::slip(t, random.below(uint32_t(t.cells.size())), test::OneSlip::any, random);
      // Every third table has gaps as well.
      for (int gaps = 0; n % 3 == 2 && gaps < 4; ++gaps)
        t.cells[random.below(uint32_t(t.cells.size()))].value = std::nullopt;
      const auto checks = evaluate(t, Lang::zh);
      const System system(t, checks);
      for (const EquationSet part : system.failing_parts()) {
        const Smallest found = localise(system, part);
        // Triples of the largest form take a while: where the search needs three, that no pair will do is tried.
        const bool triples = form->cells.size() < 100 && n < 20;
        const Sets all = by_brute_force(system, part, found.size == 3 && !triples ? 2 : 3);
        if (found.size == 3 && !triples) {
          CHECK(all.empty());
        } else {
          CHECK(cells_of(found) == all);
        }
        ++sizes[found.size];
        for (const Changes& set : found.sets) {
          Table mended = t;
          for (const Change& c : set) test::put(mended, c.cell, c.to);
          const System after(mended, evaluate(mended, Lang::zh));
          CHECK((after.failing() & part) == 0);
        }
      }
    }
  }
  MESSAGE("parts by the cells to change: " << sizes[1] << " one, " << sizes[2] << " two, " << sizes[3] << " three");
  CHECK(sizes[1] > 50);
  CHECK(sizes[2] > 50);
  CHECK(sizes[3] > 3);
}

TEST_CASE("one table with three wrong cells against all triples") {
  test::Random random(11);
  for (int n = 0; n < 2; ++n) {
    Table t = test::consistent_table(form::kApplications2021, test::kSizes[2], random);
    for (size_t w = 0; w < 3;)
      w += test::slip(t, random.below(uint32_t(t.cells.size())), test::OneSlip::one_more, random);
    if (holds(t)) continue;
    const System system(t, evaluate(t, Lang::zh));
    for (const EquationSet part : system.failing_parts())
      CHECK(cells_of(localise(system, part)) == by_brute_force(system, part, 3));
  }
}

TEST_CASE("more wrong cells than are searched for give no set") {
  test::Random random(5);
  Table t = test::consistent_table(form::kApplications2021, test::kSizes[3], random);
  for (int k = 0; k < 6; ++k) test::put(t, size_t(test::index_of(t, 2 + 3 * k, k)), 100000 + k * k * 77);
  const System system(t, evaluate(t, Lang::zh));
  CHECK(localise(system, system.failing_parts()[0]).size == 0);
  CHECK(localise(system, system.failing_parts()[0]).sets.empty());
}
