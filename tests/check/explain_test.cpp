// What is known beside the table: the figures of the narrative, and last year's report.
#include "check/explain.h"

#include <doctest/doctest.h>

#include "check/bounds.h"
#include "check/identities.h"
#include "form/applications.h"
#include "form/review.h"
#include "support/mutations.h"

using namespace gouji;

namespace {

// 行政复议: upheld, corrected, other, pending, total; the other two rows are nought.
Table review(std::initializer_list<int64_t> row) {
  Table t;
  t.form = &form::kReview;
  for (uint16_t r = 0; r < 3; ++r)
    for (uint16_t c = 0; c < 5; ++c)
      t.cells.push_back({r, c, Cell::number, Decimal{r == 0 ? *(row.begin() + c) : 0, 0}});
  return t;
}

const Explanation& best(const std::vector<Cause>& causes) {
  REQUIRE(causes.size() == 1);
  REQUIRE_FALSE(causes[0].explanations.empty());
  return causes[0].explanations[0];
}

}  // namespace

TEST_CASE("a figure of the narrative speaks for the explanation that restores it") {
  const Table t = review({23, 30, 0, 0, 67});
  const auto checks = evaluate(t, Lang::zh);
  const std::vector<Cause> open = explain(t, checks);
  CHECK_FALSE(open[0].located);
  // The text says 37 of the upheld: 14 more.
  const Support supports[] = {{{{{&form::kReview, 0, 0}}}, 37, {}}};
  const std::vector<Cause> told = explain(t, checks, {supports, nullptr});
  CHECK(told[0].located);
  CHECK(best(told).changes == Changes{{0, 37}});
  // The text says 67 of the total, and so against changing it.
  const Support against[] = {{{{{&form::kReview, 0, 4}}}, 67, {}}};
  const auto confidence = [](const std::vector<Cause>& causes, uint16_t cell) {
    for (const Explanation& e : causes[0].explanations)
      if (e.changes[0].cell == cell) return e.confidence;
    return 0.0;
  };
  CHECK(confidence(explain(t, checks, {against, nullptr}), 4) < confidence(open, 4));
}

TEST_CASE("last year's figure left standing is recognised") {
  const Table t = review({23, 30, 0, 0, 71}), last = review({23, 2, 0, 0, 25});
  const std::vector<Cause> causes = explain(t, evaluate(t, Lang::zh), {{}, &last});
  CHECK(best(causes).changes == Changes{{0, 41}});
  CHECK(int(best(causes).stories[0].slip) == int(Slip::previous));
  CHECK(causes[0].located);
}

TEST_CASE("parts of a table that share no cell are causes of their own") {
  Table t = review({14, 3, 0, 0, 17});
  test::put(t, 0, 41);
  test::put(t, 14, 5);
  const std::vector<Cause> causes = explain(t, evaluate(t, Lang::zh));
  REQUIRE(causes.size() == 2);
  CHECK(causes[0].failed == std::vector<size_t>{0});
  CHECK(causes[1].failed == std::vector<size_t>{2});
}

TEST_CASE("a count that cannot be is among what is wrong") {
  Table t = review({14, 3, 0, 0, 17});
  t.cells[1].value = Decimal{-3, 0};
  const std::vector<Cause> causes = explain(t, evaluate(t, Lang::zh));
  CHECK(best(causes).changes == Changes{{1, 3}});
  CHECK(int(best(causes).stories[0].slip) == int(Slip::sign));
  t.cells[1].value = Decimal{35, 1};  // 3.5
  CHECK(best(explain(t, evaluate(t, Lang::zh))).changes == Changes{{1, 3}});
}

TEST_CASE("gaps have bounds by the equations, and figures where only one fits") {
  test::Random random(2);
  size_t exact = 0;
  for (int n = 0; n < 200; ++n) {
    const Table right = test::consistent_table(form::kApplications2021, test::kSizes[n % 4], random);
    Table t = right;
    for (int gaps = 0; gaps <= n % 30; ++gaps) {
      Cell& c = t.cells[random.below(uint32_t(t.cells.size()))];
      c.state = Cell::nothing;
      c.value = std::nullopt;
    }
    const auto checks = evaluate(t, Lang::zh);
    CHECK(explain(t, checks).empty());
    const Bounds b = bounds(t, checks, {});
    CHECK_FALSE(b.contradiction);
    for (size_t i = 0; i < t.cells.size(); ++i) {
      if (t.cells[i].value) {
        CHECK_FALSE(b.cells[i]);
        continue;
      }
      REQUIRE(b.cells[i]);
      CHECK(b.cells[i]->low <= right.cells[i].value->units);
      CHECK(b.cells[i]->high >= right.cells[i].value->units);
      exact += b.cells[i]->exact();
    }
  }
  CHECK(exact > 2000);
}
