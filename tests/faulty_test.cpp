// Reports with a planted error: exactly the equations of tests/fixtures/faulty/README.md fail, with both sides'
// numbers.
#include <doctest/doctest.h>

#include "report/result.h"
#include "support/files.h"

using namespace gouji;

TEST_CASE("planted errors break exactly their equations") {
  struct Case {
    std::string_view file;
    std::vector<std::string> failed;  // rule, total cell, left, right
    std::string_view finding;         // the rule that speaks, alone
  };
  const Case cases[] = {
      {"row_sum-denied_third_party.txt",
       {"applications.column_sum total natural 48 47", "applications.row_sum denied.third_party total 3 2"},
       "applications.cell"},
      {"total-cell.txt",
       {"applications.balance total business 6 7", "applications.column_sum total business 5 6",
        "applications.row_sum total total 57 56"},
       "applications.cell"},
      {"balance.txt",
       {"applications.balance total natural 50 49", "applications.balance total total 60 59"},
       "applications.balance"},
      // The equation alone cannot tell which; the narrative says 1.
      {"review-sum.txt", {"review.sum direct total 2 1"}, "review.cell"},
      {"statistics-sum.txt", {"statistics.sum answered.refused value 5 4"}, "statistics.sum"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.file);
    std::string bytes;
    for (const std::string& f : test::fixtures())
      if (f.substr(f.rfind('/') + 1) == c.file) bytes = test::read(f);
    REQUIRE_FALSE(bytes.empty());
    const Result r = check(bytes, {});
    REQUIRE_FALSE(r.failure);
    std::vector<std::string> failed;
    for (const Check& k : r.checks)
      if (k.result == Check::failed)
        failed.push_back(std::string(k.identity->rule) + " " + std::string(k.total.form->rows[k.total.row].id) + " " +
                         std::string(k.total.form->columns[k.total.column].id) + " " + to_string(*k.left) + " " +
                         to_string(*k.right));
    CHECK(failed == c.failed);
    for (const Finding& f : r.findings) CHECK(f.rule == c.finding);
  }
}
