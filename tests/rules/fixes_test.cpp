// Fixes are edits of the user's text: applied, the finding is gone, whatever the layout the table was pasted in.
#include <doctest/doctest.h>

#include <algorithm>

#include "form/applications.h"
#include "form/review.h"
#include "form/statistics.h"
#include "report/result.h"
#include "rules/edits.h"
#include "support/examples.h"
#include "support/generate.h"
#include "text/html.h"

using namespace gouji;

namespace {

std::string applied(std::string text, const std::vector<Edit>& edits) {
  for (size_t i = edits.size(); i-- > 0;) {
    if (i > 0) CHECK(edits[i - 1].span.end <= edits[i].span.begin);
    text.replace(edits[i].span.begin, edits[i].span.size(), edits[i].text);
  }
  return text;
}

bool is_arithmetic(std::string_view rule) {
  return rule.ends_with(".cell") || rule.ends_with("sum") || rule == "applications.balance";
}

size_t arithmetic(const Result& r) {
  return size_t(
      std::count_if(r.findings.begin(), r.findings.end(), [](const Finding& f) { return is_arithmetic(f.rule); }));
}

// The text with another figure in a cell, written as the document writes figures.
std::string with_figure(const Result& r, const Cell& cell, int64_t value) {
  return applied(r.report.source.text, rewrite(r.report.source.text, cell.place, value));
}

}  // namespace

TEST_CASE("a figure is written in the manner of the old one") {
  struct Case {
    std::string_view text;
    Span place;
    int64_t value;
    std::string_view after;
  };
  static constexpr Case kCases[] = {
      {"a 41 b", {2, 4}, 14, "a 14 b"},
      {"a\t\tb", {2, 2}, 3, "a\t3\tb"},
      {"a 1,234 b", {2, 7}, 23456, "a 23,456 b"},
      {"a 1,234 b", {2, 7}, 56, "a 56 b"},
      {"x４１y", {1, 7}, 140, "x１４０y"},
      {"<td>1<b>2</b>3</td>", {4, 14}, 45, "<td>45<b></b></td>"},
      {"<td><b>12</b></td>", {7, 9}, 3, "<td><b>3</b></td>"},
      {"<td>&#49;2</td>", {4, 10}, 7, "<td>7</td>"},
  };
  for (const Case& c : kCases) {
    CAPTURE(c.text);
    CHECK(applied(std::string(c.text), rewrite(c.text, c.place, c.value)) == c.after);
  }
}

TEST_CASE("a fix, applied, leaves the check silent, in every layout of every form") {
  size_t fixes = 0, firsts = 0, same = 0, documents = 0;
  test::Random random(3);
  for (const test::Layout& layout : test::layouts()) {
    if (layout.expect != test::Expect::exact) continue;
    for (const test::Edition& e : test::editions()) {
      const Result clean = check(test::generate(e, layout, test::seed_of(layout, 5, 0)).bytes, {});
      REQUIRE(arithmetic(clean) == 0);
      const std::string& text = clean.report.source.text;
      const Table& t = clean.report.tables[random.below(uint32_t(clean.report.tables.size()))];
      const Cell& cell = t.cells[random.below(uint32_t(t.cells.size()))];
      if (!cell.value || !cell.value->whole() || cell.value->negative()) continue;
      const int64_t was = cell.value->units;
      const std::string wrong =
          with_figure(clean, cell, ++documents % 2 == 0 ? was + 1 + random.below(9) : was * 10 + 5);
      const Result r = check(wrong, {.is_text = true});
      for (const Finding& f : r.findings) {
        if (!is_arithmetic(f.rule)) continue;
        CHECK_FALSE(f.fixes.empty());
        for (size_t i = 0; i < std::min<size_t>(4, f.fixes.size()); ++i) {
          CAPTURE(layout.name);
          CAPTURE(f.fixes[i].title);
          const std::string mended = applied(wrong, f.fixes[i].edits);
          CHECK(f.fixes[i].safety == Safety::needs_review);
          const Result after = check(mended, {.is_text = true});
          CHECK(arithmetic(after) == 0);
          ++fixes;
          const bool whole = t.extras.empty() && std::all_of(t.cells.begin(), t.cells.end(),
                                                             [](const Cell& c) { return c.value.has_value(); });
          if (t.form->id == "applications" && i == 0 && whole) {
            CHECK(check(mended, {.is_text = true})
                      .report.tables[size_t(&t - clean.report.tables.data())]
                      .find(cell.row, cell.column)
                      ->value == cell.value);
            same += mended == text;
            ++firsts;
          }
        }
      }
    }
  }
  MESSAGE(fixes << " fixes applied, " << firsts << " of them the first of a wrong cell of 表三");
  CHECK(fixes > 200);
  CHECK(firsts > 50);
  CHECK(same * 10 > firsts * 9);  // not where a figure's own manner was odd: tags or spaces in it
}

TEST_CASE("a gap that the equations decide is filled by its fix, in every layout that keeps gaps") {
  size_t filled = 0;
  test::Random random(9);
  for (const test::Layout& layout : test::layouts()) {
    for (const test::Edition& e : test::editions()) {
      if (e.name == "2014" || layout.expect != test::Expect::exact) continue;
      const Result clean = check(test::generate(e, layout, test::seed_of(layout, 6, 0)).bytes, {});
      const Table* const t = clean.report.table("applications");
      if (t == nullptr) continue;  // the layout left it out
      const Cell& cell = t->cells[random.below(uint32_t(t->cells.size()))];
      if (!cell.value) continue;
      const std::string gap = applied(clean.report.source.text, {{cell.place, "-"}});
      const Result r = check(gap, {.is_text = true});
      for (const Finding& f : r.findings) {
        if (f.rule != "reading.blank" || f.cells != std::vector<CellRef>{{t->form, cell.row, cell.column}}) continue;
        CAPTURE(layout.name);
        CAPTURE(f.message);
        if (f.fixes.empty()) {
          // Other gaps of the layout leave it open.
          CHECK(f.message.find("按勾稽关系应为") == std::string::npos);
          continue;
        }
        CHECK(f.message.find("按勾稽关系应为 " + to_string(*cell.value) + "。") != std::string::npos);
        const Result after = check(applied(gap, f.fixes[0].edits), {.is_text = true});
        CHECK(after.report.table("applications")->find(cell.row, cell.column)->value == cell.value);
        CHECK(after.findings.size() == clean.findings.size());
        ++filled;
      }
    }
  }
  MESSAGE(filled << " gaps filled");
  CHECK(filled > 100);
}

TEST_CASE("blanks in HTML and in Markdown are filled where they stand") {
  const std::string text = test::good_example("applications.cell");
  struct Case {
    std::string_view open, between, close;
  };
  for (const Case& c : {Case{"<tr><td>", "</td><td>", "</td></tr>"}, Case{"| ", " | ", " |"}}) {
    std::string table = c.open[0] == '<' ? "<table>" : "";
    for (size_t at = 0; at < text.size();) {
      const size_t end = text.find('\n', at);
      std::string line = text.substr(at, end - at);
      for (size_t tab = line.find('\t'); tab != std::string::npos; tab = line.find('\t', tab + c.between.size()))
        line.replace(tab, 1, c.between);
      table += std::string(c.open) + line + std::string(c.close) + "\n";
      at = end + 1;
    }
    if (c.open[0] == '<') table += "</table>";
    const std::string between(c.between);
    const std::string gap = test::replaced(table, "政府信息" + between + "2" + between, "政府信息" + between + between);
    REQUIRE(gap != table);
    const Result r = check(gap, {.is_text = true});
    REQUIRE(r.findings.size() == 1);
    CHECK(r.findings[0].rule == "reading.blank");
    CHECK(r.findings[0].message.find("按勾稽关系应为 2。") != std::string::npos);
    REQUIRE(r.findings[0].fixes.size() == 1);
    const std::string filled = applied(gap, r.findings[0].fixes[0].edits);
    CHECK((filled == table || c.open[0] == '|'));
    CHECK(check(filled, {.is_text = true}).findings.empty());
  }
}

TEST_CASE("gaps that the equations only bound are bounded") {
  // Two gaps in a row whose total is 4, in columns that have more gaps: neither is decided.
  std::string text = test::good_example("applications.cell");
  text = test::replaced(text, "（一）予以公开\t3\t1", "（一）予以公开\t/\t/");
  text = test::replaced(text, "不计其他情形）\t1\t0", "不计其他情形）\t/\t/");
  const Result r = check(text, {.is_text = true});
  REQUIRE(r.findings.size() == 2);
  CHECK(r.findings[0].message.find("按勾稽关系每格都不会超过 4。") != std::string::npos);
  CHECK(r.findings[0].fixes.empty());
  CHECK(r.findings[1].message.find("按勾稽关系每格都不会超过 1。") != std::string::npos);
  // With the second of them known the rest follows.
  text = test::replaced(text, "不计其他情形）\t/\t/", "不计其他情形）\t1\t0");
  const Result rest = check(text, {.is_text = true});
  REQUIRE(rest.findings.size() == 1);
  CHECK(rest.findings[0].message.find("按勾稽关系应依次为 3、1。") != std::string::npos);
  CHECK(rest.findings[0].fixes.size() == 1);
}

TEST_CASE("who writes no zeros is told so once for the table, and all of them are filled at once") {
  const std::string good = test::good_example("applications.cell");
  std::string text = good;
  size_t zeros = 0;
  for (size_t at = text.find("\t0"); at != std::string::npos; at = text.find("\t0", at + 1), ++zeros)
    text.erase(at + 1, 1);
  const Result r = check(text, {.is_text = true});
  REQUIRE(r.findings.size() == 1);
  const Finding& f = r.findings[0];
  CHECK(f.rule == "reading.blank");
  CHECK(f.cells.size() == zeros);
  CHECK(f.message.find("按勾稽关系，这些格都应为 0。") != std::string::npos);
  REQUIRE(f.fixes.size() == 1);
  CHECK(applied(text, f.fixes[0].edits) == good);
  // A gap among them that is no zero keeps the equations from saying that all are.
  const Result other = check(test::replaced(text, "（一）予以公开\t3\t1", "（一）予以公开\t\t1"), {.is_text = true});
  REQUIRE(other.findings.size() == 1);
  CHECK(other.findings[0].fixes.empty());
}

TEST_CASE("a wrong cell beside a gap is found all the same, and both are mended") {
  // The row has a gap, so only the difference of the row and the gap's column tells.
  const std::string good = test::good_example("applications.cell");
  const std::string text = test::replaced(good, "（一）予以公开\t3\t1", "（一）予以公开\t-\t7");
  const Result r = check(text, {.is_text = true});
  REQUIRE(r.findings.size() == 2);
  CHECK(r.findings[0].rule == "reading.blank");
  CHECK(r.findings[0].message.find("按勾稽关系应为 3。") != std::string::npos);
  CHECK(r.findings[1].rule == "applications.cell");
  CHECK(r.findings[1].message.find("「商业企业·（一）予以公开」应为 1，现为 7") != std::string::npos);
  std::string mended = text;
  for (const size_t i : {size_t{1}, size_t{0}}) mended = applied(mended, r.findings[i].fixes[0].edits);
  CHECK(mended == good);
}

TEST_CASE("a figure that a blank field splits is put together again") {
  const std::string good = test::good_example("applications.cell");
  const std::string split = test::replaced(good, "数量\t9\t2\t0\t0\t0\t1\t12", "数量\t9\t2\t0\t0\t0\t1\t1\t2");
  const Result r = check(split, {.is_text = true});
  REQUIRE(r.findings.size() == 1);
  CHECK(r.findings[0].rule == "reading.missing");
  CHECK(r.findings[0].message.find("按勾稽关系应依次为 9、2、0、0、0、1、12。") != std::string::npos);
  REQUIRE(r.findings[0].fixes.size() == 1);
  CHECK(r.findings[0].fixes[0].title == "去掉数字中间的空格，合成 12");
  CHECK(applied(split, r.findings[0].fixes[0].edits) == good);
}

TEST_CASE("where gaps hide every equation that fails, it is still said") {
  // 不同意公开 is missing: the answers leave 3 for it, the reasons 4.
  std::string text = test::good_example("statistics.cell");
  text = test::replaced(text, "4.不同意公开答复数\t件\t3", "4.不同意公开答复数\t件\t/");
  text = test::replaced(text, "涉及商业秘密\t件\t0", "涉及商业秘密\t件\t1");
  const Result r = check(text, {.is_text = true});
  CHECK(r.failed == 0);
  REQUIRE(r.findings.size() == 2);
  CHECK(r.errors == 1);
  for (const Finding& f : r.findings) {
    if (f.rule == "reading.blank") continue;
    CHECK(f.rule == "statistics.sum");
    CHECK(f.message.find("空着的格无论填什么数，勾稽都不成立。") != std::string::npos);
    CHECK(f.cells.empty());
    CHECK_FALSE(f.equation);
    CHECK(std::any_of(f.fixes.begin(), f.fixes.end(), [](const Fix& x) {
      return x.title.find("「不同意：涉及商业秘密」改为 0") != std::string::npos;
    }));
  }
}
