// What the equations and the search cost, printed and never asserted: a clock is no judge on a shared machine.
#include <doctest/doctest.h>

#include <chrono>
#include <cstdio>

#include "check/identities.h"
#include "form/applications.h"
#include "form/disclosure.h"
#include "form/review.h"
#include "form/statistics.h"
#include "support/mutations.h"

using namespace gouji;

namespace {

// The least of several runs, in microseconds: what the machine does besides only adds.
template <typename F>
double least(int runs, F f) {
  double best = 1e9;
  for (int i = 0; i < runs; ++i) {
    const auto start = std::chrono::steady_clock::now();
    f();
    const std::chrono::duration<double, std::micro> took = std::chrono::steady_clock::now() - start;
    best = std::min(best, took.count());
  }
  return best;
}

}  // namespace

TEST_CASE("speed of the equations and of the search") {
  test::Random random(1);
  const std::vector<Table> clean = {test::consistent_table(form::kDisclosure2021, test::kSizes[2], random),
                                    test::consistent_table(form::kApplications2021, test::kSizes[2], random),
                                    test::consistent_table(form::kReview, test::kSizes[2], random)};
  size_t equations = 0;
  const double of_clean = least(200, [&] {
    equations = 0;
    for (const Table& t : clean) {
      const auto checks = evaluate(t, Lang::zh);
      equations += checks.size() + explain(t, checks).size();
    }
  });
  CHECK(equations == 42);
  std::printf("\n%-48s%10.1f us\n", "equations of a clean report", of_clean);
  // The dearest of many tables with up to nine wrong cells.
  for (const TableForm* const form : {&form::kApplications2021, &form::kReview, &form::kStatistics}) {
    double worst = 0, sum = 0;
    size_t searched = 0;
    for (size_t n = 0; n < 400; ++n) {
      Table t = test::consistent_table(*form, test::kSizes[n % 4], random);
      for (size_t wrong = 0; wrong < 1 + n % 9; ++wrong)
        test::slip(t, random.below(uint32_t(t.cells.size())), test::kOneSlips[random.below(12)], random);
      const auto checks = evaluate(t, Lang::zh);
      const double took = least(3, [&] { searched += explain(t, checks).size(); });
      worst = std::max(worst, took);
      sum += took;
    }
    CHECK(searched > 0);
    std::printf("search, %-40s%10.1f us in the mean%10.1f us at the worst\n", std::string(form->id).c_str(), sum / 400,
                worst);
  }
}
