// Whole reports: what a person read in them against what gouji reads, cell by cell.
#include <doctest/doctest.h>

#include <map>

#include "report/result.h"
#include "support/files.h"
#include "text/position.h"

using namespace gouji;

namespace {

std::string key(const Table& t, const Cell& c) {
  return std::string(t.form->id) + " " + std::string(t.form->rows[c.row].id) + " " +
         std::string(t.form->columns[c.column].id);
}

}  // namespace

TEST_CASE("every cell, section and title of every report is as a person read it") {
  size_t cells = 0, files = 0;
  for (const test::Truth& truth : test::truths()) {
    CAPTURE(truth.report);
    const std::string bytes = test::read(truth.report);
    REQUIRE_FALSE(bytes.empty());
    const Result r = check(bytes, {});
    REQUIRE_FALSE(r.failure);
    const test::Expected expected = test::expected(truth.expected);
    REQUIRE_FALSE(expected.cells.empty());
    const Outline& o = r.report.outline;
    const std::map<std::string, std::string> about = {
        {"form", std::string(r.report.form)},          {"year", o.year ? std::to_string(*o.year) : ""},
        {"title", o.title ? o.title->text : ""},       {"body", o.body.name},
        {"level", std::string(name_of(o.body.level))}, {"kind", std::string(name_of(o.body.kind))},
    };
    for (const auto& wanted : expected.about) {
      const auto& what = wanted.first;
      const auto& value = wanted.second;
      CAPTURE(what);
      REQUIRE(about.count(what) == 1);
      CHECK(about.at(what) == value);
    }
    std::string sections, wanted;
    for (const Section& s : o.sections) sections += std::to_string(s.number) + " " + s.title + "\n";
    for (const auto& [number, title] : expected.sections) wanted += std::to_string(number) + " " + title + "\n";
    CHECK(sections == wanted);

    std::map<std::string, std::string> read;
    for (const Table& t : r.report.tables)
      for (const Cell& c : t.cells)
        read[key(t, c)] = c.state == Cell::missing ? "not found" : text_at(r.report, c.place);
    CHECK(read.size() == expected.cells.size());
    for (const test::Expected::Cell& c : expected.cells) {
      const std::string at = c.table + " " + c.row + " " + c.column;
      CAPTURE(at);
      REQUIRE(read.count(at) == 1);
      CHECK(read[at] == c.text);
      ++cells;
    }
    ++files;
  }
  MESSAGE(cells << " cells of " << files << " reports compared with what a person read");
}

TEST_CASE("the published reports of ../shared/reports have no arithmetic error but those they were published with") {
  for (const std::string& report : test::shared_reports()) {
    CAPTURE(report);
    const Result r = check(test::read(report), {});
    REQUIRE_FALSE(r.failure);
    // 洪泽 2023 was published with a zero as the total of 行政复议 and of 复议后起诉.
    const bool known = report.find("hongze-2023") != std::string::npos;
    CHECK(r.failed == (known ? 2 : 0));
    CHECK(r.unknown == 0);
  }
}

namespace {

// Whether the fix writes the figure where the cell is, and nothing else.
bool restores(const Fix& fix, const Cell& cell, Decimal value) {
  return fix.edits.size() == 1 && fix.edits[0].span == cell.place && fix.edits[0].text == to_string(value);
}

}  // namespace

// Changing any one number of a table makes the equations that it breaks fail, with both sides' numbers, at that cell.
TEST_CASE("any one number of any table, changed, breaks exactly its equations") {
  size_t changed = 0, broken = 0, in_no_equation = 0;
  for (const test::Truth& truth : test::truths()) {
    const std::string bytes = test::read(truth.report);
    const Result before = check(bytes, {});
    REQUIRE_FALSE(before.failure);
    if (before.report.source.encoding != Encoding::utf8 || before.failed > 0) continue;
    for (const Table& t : before.report.tables) {
      for (const Cell& c : t.cells) {
        if (!c.value || !c.value->whole()) continue;
        const CellRef ref{t.form, c.row, c.column};
        CAPTURE(truth.report);
        CAPTURE(key(t, c));
        const std::string now = to_string({c.value->units + 7, 0});
        const std::string& text = before.report.source.text;
        const std::string altered = text.substr(0, c.place.begin) + now + text.substr(c.place.end);
        const Result after = check(altered, {});
        REQUIRE_FALSE(after.failure);
        REQUIRE(after.checks.size() == before.checks.size());
        ++changed;
        size_t expected = 0;
        for (size_t i = 0; i < after.checks.size(); ++i) {
          const Check &was = before.checks[i], &is = after.checks[i];
          const auto at = std::find(was.cells.begin(), was.cells.end(), ref);
          const bool concerns = at != was.cells.end();
          if (was.result == Check::unknown) continue;
          REQUIRE(is.result == (concerns ? Check::failed : Check::passed));
          if (!concerns) continue;
          ++expected;
          const bool left = was.signs[size_t(at - was.cells.begin())] > 0;
          CHECK(*(left ? is.left : is.right) == *add(*(left ? was.left : was.right), Decimal{7, 0}));
          CHECK(*(left ? is.right : is.left) == *(left ? was.right : was.left));
        }
        CHECK(after.failed == expected);
        broken += expected;
        in_no_equation += expected == 0;
        // The changed cell stands in each finding or among the cells of its equation, at its very digits.
        const Table* const table = after.report.table(t.form->id);
        REQUIRE(table != nullptr);
        const Cell* const cell = table->find(c.row, c.column);
        REQUIRE(cell != nullptr);
        CHECK(slice(after.report.source.text, cell->place) == now);
        if (expected > 1) {  // of two and more equations, the one cell they share is to blame
          const auto located = std::find_if(after.findings.begin(), after.findings.end(), [&](const Finding& f) {
            return f.cells == std::vector<CellRef>{ref} && f.span == cell->place;
          });
          REQUIRE(located != after.findings.end());
          REQUIRE_FALSE(located->fixes.empty());
          CHECK(restores(located->fixes[0], *cell, *c.value));
        } else if (expected == 1) {  // of one, it is among the ways to mend it
          CHECK(std::any_of(after.findings.begin(), after.findings.end(), [&](const Finding& f) {
            return std::any_of(f.fixes.begin(), f.fixes.end(),
                               [&](const Fix& x) { return restores(x, *cell, *c.value); });
          }));
        }
      }
    }
  }
  MESSAGE(changed << " numbers changed one by one: " << broken << " equations failed as they should; " << in_no_equation
                  << " numbers stand in no equation");
  CHECK(changed > 0);
}
