// The labelled narratives themselves: whether they are written as README.md says, and say nothing that their own tables
// contradict.
#include "support/labelled.h"

#include <doctest/doctest.h>

#include "report/result.h"
#include "support/figure.h"
#include "text/number.h"

using namespace gouji;
using test::kOne;

namespace {

const char* const kFiles[] = {"held_out.txt", "tuned.txt"};

int64_t in_millionths(const std::string& printed) {
  const std::optional<Decimal> d = parse_decimal(printed);
  REQUIRE(d);
  int64_t out = d->units;
  for (int scale = d->scale; scale < 6; ++scale) out *= 10;
  return out;
}

// The sum of an alternative's cells, money in yuan.
int64_t sum_of(const test::Values& values, const std::vector<std::string>& cells, bool money) {
  int64_t sum = 0;
  for (const std::string& cell : cells) {
    REQUIRE(values.count(cell) == 1);
    sum += in_millionths(values.at(cell)) * (money ? 10000 : 1);
  }
  return sum;
}

// What stands right before a mark: a word that makes it vague.
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
  for (const char* const file : kFiles) {
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
    cases += l.cases.size();
    traps += own_traps;
    marks += own_marks;
    findings += own_findings;
  }
  CHECK(cases >= 500);
  CHECK(traps >= 150);
  CHECK(marks > cases);
  CHECK(findings > 100);
}

TEST_CASE("labelled narratives: no two cases say the same") {
  std::map<std::string, std::string> seen;
  for (const char* const file : kFiles) {
    for (const test::Case& c : test::labelled(file).cases) {
      std::string all = c.form + c.year + c.title + c.paragraph;
      for (const auto& [cell, value] : c.values) all += value + " ";
      for (const auto& [cell, value] : c.previous) all += value + " ";
      const std::string place = c.file + ":" + std::to_string(c.line);
      const auto [first, fresh] = seen.emplace(all, place);
      CHECK_MESSAGE(fresh, place << " repeats " << first->second);
    }
  }
}

TEST_CASE("labelled narratives: no label contradicts its tables") {
  size_t compared = 0;
  for (const char* const file : kFiles) {
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
          const int64_t sum = sum_of(c.values, cells, !m.statement && f->money);
          const bool equal = m.statement ? sum == 0 : f->low <= sum && sum <= f->high;
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

TEST_CASE("labelled narratives: reports are read with exactly the cells given, and their tables hold") {
  for (const char* const file : kFiles) {
    for (const test::Case& c : test::labelled(file).cases) {
      const test::Rendered r = test::render(c);
      CAPTURE(c.file);
      CAPTURE(c.line);
      CHECK(slice(r.text, r.paragraph) == c.paragraph);
      for (const test::Mark& m : r.marks) CHECK(slice(r.text, m.span) == m.text);
      for (const auto& [text, values] : {std::pair(r.text, c.values), std::pair(r.previous, c.previous)}) {
        if (text.empty()) continue;
        const Result result = check(text, {});
        REQUIRE_FALSE(result.failure);
        CHECK(result.failed == 0);
        CHECK(result.unknown == 0);
        size_t cells = 0;
        for (const Table& t : result.report.tables) {
          for (const Cell& cell : t.cells) {
            const std::string key = std::string(t.form->id) + "." + std::string(t.form->rows[cell.row].id) + "." +
                                    std::string(t.form->columns[cell.column].id);
            REQUIRE(values.count(key) == 1);
            REQUIRE(cell.state == Cell::number);
            CHECK(slice(text, cell.place) == values.at(key));
            ++cells;
          }
        }
        CHECK(cells == values.size());
      }
    }
  }
}
