// Made-up reports in every layout of every form: each cell exact, or said to be unread, and never silently wrong.
#include <doctest/doctest.h>

#include <cstdio>
#include <cstdlib>

#include "support/verdict.h"

using namespace gouji;

namespace {

struct Count {
  size_t exact = 0, flagged = 0, wrong = 0, false_alarms = 0;
};

// The first of each layout and form, so that a failure can be looked into; told below the table.
struct Told {
  std::vector<std::string> lines;
  size_t here = 0;
  void say(std::string what) {
    if (here++ < 2) lines.push_back(std::move(what));
  }
};

void hold(const test::Edition& edition, const test::Layout& layout, uint64_t seed, Count& count, Told& told) {
  const test::Document d = test::generate(edition, layout, seed);
  const Result r = check(d.bytes, {});
  const std::string where =
      ", layout " + std::string(layout.name) + ", form " + std::string(edition.name) + ", seed " + std::to_string(seed);
  for (const test::Judged& j : test::judge(r, d)) {
    ++(j.verdict == test::Verdict::exact     ? count.exact
       : j.verdict == test::Verdict::flagged ? count.flagged
                                             : count.wrong);
    const bool lost = j.verdict == test::Verdict::flagged && layout.expect == test::Expect::exact;
    if (j.verdict == test::Verdict::wrong || lost)
      told.say((lost ? "not read: " : "wrong: ") + j.key + " is " + j.is + ", read " + j.read + where);
  }
  // Nothing is said of a report that is as it should be, whatever its layout.
  if (layout.expect != test::Expect::exact) return;
  bool must = layout.says == "structure.second_report";
  for (const Finding& f : r.findings) {
    must = must && f.rule != layout.says;
    if (test::lists(layout.says, f.rule) || (edition.name == "2021 merged" && f.rule == "structure.merged_rows"))
      continue;
    ++count.false_alarms;
    told.say("false alarm: " + f.message + where);
  }
  if (must) {
    ++count.false_alarms;
    told.say("silent: " + std::string(layout.says) + where);
  }
}

}  // namespace

TEST_CASE("generated reports are read exactly, or what is not is said") {
  // More by GOUJI_DOCUMENTS=50000, others by GOUJI_SEED=2, those of one layout by GOUJI_LAYOUT=anything.
  const char* const wanted = std::getenv("GOUJI_DOCUMENTS");
  const char* const first = std::getenv("GOUJI_SEED");
  const uint64_t run = first != nullptr ? uint64_t(std::atol(first)) : 1;
  const auto& editions = test::editions();
  std::vector<test::Layout> layouts = test::layouts();
  if (const char* const only = std::getenv("GOUJI_LAYOUT"); only != nullptr) {
    std::erase_if(layouts, [&](const test::Layout& l) { return l.name != only; });
    REQUIRE_FALSE(layouts.empty());
  }
  const size_t kinds = editions.size() * layouts.size();
  size_t each = ((wanted != nullptr ? size_t(std::atol(wanted)) : 1000) + kinds - 1) / kinds;
#ifdef GOUJI_ONE_OF_EACH
  each = 1;
  std::printf("left out: made-up reports but for one of each layout and form, of which the native run has more\n");
#endif
  std::printf("%-24s", "exact/flagged/wrong");
  for (const test::Edition& e : editions) std::printf("%20s", std::string(e.name).c_str());
  std::printf("\n");
  Told told;
  Count all;
  size_t unread = 0;  // in layouts that lose nothing
  for (size_t l = 0; l < layouts.size(); ++l) {
    const test::Layout& layout = layouts[l];
    // In columns of a terminal, of which a 汉字 takes two.
    std::printf("%s%s", std::string(layout.name).c_str(), std::string(24 - test::width(layout.name), ' ').c_str());
    for (const test::Edition& e : editions) {
      Count count;
      told.here = 0;
      for (size_t n = 0; n < each; ++n) hold(e, layout, test::seed_of(layout, run, n), count, told);
      char cell[60];
      std::snprintf(cell, sizeof cell, "%zu/%zu/%zu", count.exact, count.flagged, count.wrong);
      std::printf("%20s", cell);
      all.exact += count.exact;
      all.flagged += count.flagged;
      all.wrong += count.wrong;
      all.false_alarms += count.false_alarms;
      if (layout.expect == test::Expect::exact) unread += count.flagged;
    }
    std::printf("\n");
  }
  std::printf("%zu documents: %zu cells exact, %zu flagged, %zu wrong\n", each * kinds, all.exact, all.flagged,
              all.wrong);
  for (const std::string& line : told.lines) MESSAGE(line);
  CHECK(all.wrong == 0);
  CHECK(all.false_alarms == 0);
  CHECK(unread == 0);
}
