// The labelled narratives themselves: whether they are written as README.md says, and say nothing that their own tables
// contradict.
#include "support/labelled.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "report/result.h"
#include "support/figure.h"

using namespace gouji;

namespace {

// Every file, what was held out first.
std::vector<const char*> files() {
  std::vector<const char*> out(std::begin(test::kHeldOut), std::end(test::kHeldOut));
  out.insert(out.end(), std::begin(test::kTuned), std::end(test::kTuned));
  return out;
}

// Whether a word before or behind a mark makes it vague.
bool hedged(const test::Case& c, const test::Mark& m) {
  for (const std::string_view word : {"约", "近", "超", "超过", "逾", "将近", "左右", "以上"}) {
    const size_t size = word.size();
    if (m.span.begin >= size && c.paragraph.compare(m.span.begin - size, size, word) == 0) return true;
    if (c.paragraph.compare(m.span.end, size, word) == 0) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("labelled narratives: every block is well formed") {
  size_t cases = 0, traps = 0, marks = 0, findings = 0;
  for (const char* const file : files()) {
    const test::Labelled l = test::labelled(file);
    for (const std::string& error : l.errors) MESSAGE(error);
    CHECK(l.errors.empty());
    size_t own_traps = 0, own_marks = 0, own_findings = 0;
    for (const test::Case& c : l.cases) {
      own_traps += c.trap;
      own_marks += c.marks.size();
      for (const test::Mark& m : c.marks) own_findings += m.verdict == test::Verdict::disagrees;
    }
    MESSAGE(std::string(file) << ": " << l.cases.size() << " clauses, of which " << own_traps << " traps; " << own_marks
                              << " quantities and statements, " << own_findings << " findings");
    const bool held_out =
        std::find(std::begin(test::kHeldOut), std::end(test::kHeldOut), file) != std::end(test::kHeldOut);
    CHECK(l.cases.size() >= (held_out ? 180u : 25u));
    CHECK(own_traps >= (held_out ? 60u : 5u));
    cases += l.cases.size();
    traps += own_traps;
    marks += own_marks;
    findings += own_findings;
  }
  CHECK(cases >= 1000);
  CHECK(traps >= 300);
  CHECK(marks > cases);
  CHECK(findings > 100);
}

TEST_CASE("labelled narratives: no two cases say the same") {
  std::map<std::string, std::string> seen;
  for (const char* const file : files()) {
    for (const test::Case& c : test::labelled(file).cases) {
      std::string all = c.form + c.year + c.title + c.paragraph;
      for (const auto& [cell, value] : c.values) all += value + " ";
      for (const auto& [cell, value] : c.previous) all += value + " ";
      const std::string place = c.file + ":" + std::to_string(c.line);
      const auto added = seen.emplace(all, place);
      CHECK_MESSAGE(added.second, place << " repeats " << added.first->second);
    }
  }
}

TEST_CASE("labelled narratives: no label contradicts its tables") {
  size_t compared = 0;
  for (const char* const file : files()) {
    for (const test::Case& c : test::labelled(file).cases) {
      for (const test::Mark& m : c.marks) {
        const std::string place = c.file + ":" + std::to_string(c.line) + " " + m.text;
        CAPTURE(place);
        const std::optional<test::Figure> f = test::figure(m.text);
        if (!m.statement && m.verdict != test::Verdict::other) CHECK(f);
        if (m.cells.empty() || c.values.empty()) continue;
        const bool agrees = m.verdict == test::Verdict::agrees;
        if (!agrees && m.rule != "narrative.table" && m.rule != "narrative.none") continue;
        if (!m.statement && (!f || f->percent || hedged(c, m))) continue;
        bool any = false, all = true;
        for (const std::vector<std::string>& cells : m.cells) {
          const bool equal = test::holds(m, f, cells, c.values);
          any = any || equal;
          all = all && equal;
        }
        // Every cell that a label allows must make it true, and none of those that it names may make it false.
        CHECK(all == agrees);
        CHECK(any == agrees);
        ++compared;
      }
    }
  }
  MESSAGE(compared << " labels compared with their cells");
  CHECK(compared > 300);
}

// The same tables beside another paragraph are read by narrative_test.cpp, which holds their cells against these values too.
TEST_CASE("labelled narratives: reports are read with exactly the cells given, and their tables hold") {
  std::set<std::pair<std::string, test::Values>> seen;
  for (const char* const file : files()) {
    for (const test::Case& c : test::labelled(file).cases) {
      const test::Rendered r = test::render(c);
      CAPTURE(c.file);
      CAPTURE(c.line);
      CHECK(slice(r.text, r.paragraph) == c.paragraph);
      for (const test::Mark& m : r.marks) CHECK(slice(r.text, m.span) == m.text);
      for (const bool now : {true, false}) {
        const std::string& text = now ? r.text : r.previous;
        const test::Values& values = now ? c.values : c.previous;
        if (text.empty() || !seen.emplace(c.form, values).second) continue;
        const Result result = check(text, {});
        REQUIRE_FALSE(result.failure);
        CHECK(result.failed == 0);
        CHECK(result.unknown == 0);
        CHECK(test::unlike(result.report, values) == "");
      }
    }
  }
  MESSAGE(seen.size() << " sets of tables");
  CHECK(seen.size() > 50);
}

TEST_CASE("labelled narratives: a malformed block is an error and no case") {
  const std::string good = "# received · note\n收到申请⟦50件⟧。\n-> agrees N\n";
  CHECK(test::labelled_in("good", good).errors.empty());
  static const std::pair<std::string_view, std::string_view> kSlips[] = {
      {"# received", "received"},
      {"received", "recieved"},
      {" · note", ""},
      {"⟧", ""},
      {"⟦", ""},
      {"⟦50件⟧", "⟦50件⟩"},
      {"50件", ""},
      {"-> agrees N", ""},
      {"agrees N", "agrees N ; other"},
      {"agrees N", "agree N"},
      {"agrees N", "agrees N |"},
      {"agrees N", "agrees applications.new"},
      {"agrees N", "other N"},
      {"agrees N", "disagrees N"},
      {"# received", "# trap/received"},
      {"收到", "tables nowhere\n收到"},
      {"收到", "table applications new.men=3\n收到"},
      {"收到", "section 9\n收到"},
      {"收到", "section 1\nsection 2\n收到"},
      {"N\n", "N\n后面还有\n"},
  };
  for (const auto& slip : kSlips) {
    std::string text = good;
    const size_t at = text.find(slip.first);
    REQUIRE(at != std::string::npos);
    text.replace(at, slip.first.size(), slip.second);
    if (slip.second == "# trap/received") text.replace(text.find("agrees N"), 8, "disagrees narrative.table N");
    CAPTURE(text);
    const test::Labelled l = test::labelled_in("bad", text);
    CHECK_FALSE(l.errors.empty());
    CHECK(l.cases.empty());
  }
}
