// The published reports of ../shared/reports, printed from their own cells in every other layout and back, and in every
// encoding: what is read stays the same. In memory only.
#include <doctest/doctest.h>

#include "report/json.h"
#include "support/encode.h"
#include "support/files.h"
#include "support/verdict.h"

using namespace gouji;

namespace {

// What happens to the page and not to the figures or rows, which are to stay as published.
constexpr uint64_t kOfThePage = test::variants | test::no_groups | test::shuffled_header | test::review_rows |
                                test::review_column | test::beside | test::page_dashes | test::page_bare |
                                test::page_words | test::running_heads | test::repeated_header | test::quoted |
                                test::quoted_twice | test::blank_lines | test::crlf | test::cr | test::nel |
                                test::line_separator | test::form_feed | test::wide_digits | test::commas;

// The equations with both sides, as text.
std::string equations(const Result& r) {
  std::string out;
  for (const Check& c : r.checks)
    out += c.text + " " + (c.left ? to_string(*c.left) : "?") + " " + (c.right ? to_string(*c.right) : "?") + "\n";
  return out;
}

// Cells as "table row column text", for comparison across layouts.
std::string cells(const Result& r) {
  std::string out;
  for (const Table& t : r.report.tables)
    for (const Cell& c : t.cells) {
      const std::string key = test::key(*t.form, t.form->rows[c.row].id, t.form->columns[c.column].id);
      out += key + " " + (c.state == Cell::missing ? "not found" : text_at(r.report, c.place)) + "\n";
    }
  return out;
}

std::string without_encoding(std::string json) {
  const std::string name = "\"encoding\":\"";
  const size_t at = json.find(name);
  REQUIRE(at != std::string::npos);
  return json.erase(at, json.find('"', at + name.size()) + 1 - at);
}

}  // namespace

TEST_CASE("the published reports read the same in every layout, and when they are printed as tabs again") {
  size_t printed = 0, flagged = 0;
  for (const std::string& file : test::shared_reports()) {
    CAPTURE(file);
    const Result original = check(test::read(file), {});
    REQUIRE_FALSE(original.failure);
    for (const test::Layout& layout : test::layouts()) {
      if ((layout.noise & ~kOfThePage) != 0 || layout.encoding != Encoding::utf8) continue;
      CAPTURE(layout.name);
      test::Random random(printed + 1);
      const test::Document d = test::print(test::as_read(original.report), layout, random);
      const Result r = check(d.bytes, {});
      REQUIRE_FALSE(r.failure);
      size_t unread = 0;
      std::string first;  // that is not as it should be
      for (const test::Judged& j : test::judge(r, d)) {
        const bool exact = j.verdict == test::Verdict::exact;
        const bool good = exact || (j.verdict == test::Verdict::flagged && layout.expect != test::Expect::exact);
        unread += !exact;
        if (!good && first.empty()) first = j.key + " is " + j.is + ", read " + j.read;
      }
      CHECK(first == "");
      ++printed;
      flagged += unread;
      if (unread > 0) continue;
      CHECK(equations(r) == equations(original));
      // And back. Thousands separators and full-width digits stay what they are.
      const test::Document back = test::print(test::as_read(r.report), test::layouts()[0], random);
      const Result again = check(back.bytes, {});
      CHECK(cells(again) == cells(r));
      CHECK(equations(again) == equations(original));
    }
  }
  if (printed > 0)
    MESSAGE(printed << " times a published report printed in another layout; " << flagged << " cells flagged");
}

TEST_CASE("the published reports give the same result in every encoding but for its name") {
  size_t compared = 0, in_big5 = 0;
  for (const std::string& file : test::shared_reports()) {
    CAPTURE(file);
    const Result original = check(test::read(file), {});
    const std::string& text = original.report.source.text;
    const std::string json = without_encoding(to_json(check(text, {})));
    for (const Encoding encoding : {Encoding::utf8, Encoding::utf16le, Encoding::utf16be, Encoding::gb18030}) {
      for (const bool mark : {false, true}) {
        if (mark && encoding == Encoding::gb18030) continue;
        const auto bytes = test::encoded(text, encoding, mark);
        REQUIRE(bytes);
        const Result r = check(*bytes, {});
        CAPTURE(name_of(encoding));
        CAPTURE(mark);
        CHECK(name_of(r.report.source.encoding) == name_of(encoding));
        CHECK(without_encoding(to_json(r)) == json);
        ++compared;
      }
    }
    // Big5 has no simplified characters: the report's own cells under 繁體 labels, and a title that Big5 can write.
    for (const test::Layout& layout : test::layouts()) {
      if (layout.encoding != Encoding::big5) continue;
      test::Sample sample = test::as_read(original.report);
      sample.title = "示例县2024年政府信息公开工作年度报告";
      test::Layout plain = layout;
      plain.encoding = Encoding::utf8;
      test::Random one(1), same(1);
      const test::Document d = test::print(sample, layout, one);
      REQUIRE_FALSE(d.bytes.empty());
      const Result r = check(d.bytes, {});
      CHECK(name_of(r.report.source.encoding) == "Big5");
      CHECK(without_encoding(to_json(r)) ==
            without_encoding(to_json(check(test::print(sample, plain, same).bytes, {}))));
      for (const test::Judged& j : test::judge(r, d)) CHECK(j.verdict == test::Verdict::exact);
      ++in_big5;
    }
  }
  if (compared > 0) MESSAGE(compared << " re-encoded reports, and " << in_big5 << " in Big5");
}

TEST_CASE("made-up reports in 繁體 give the same result in Big5 as in UTF-8 but for its name") {
  for (const test::Edition& e : test::editions())
    for (uint64_t seed = 1; seed < 6; ++seed) {
      CAPTURE(e.name);
      CAPTURE(seed);
      for (const test::Layout& layout : test::layouts()) {
        if (layout.encoding != Encoding::big5) continue;
        test::Layout plain = layout;
        plain.encoding = Encoding::utf8;
        const Result big5 = check(test::generate(e, layout, seed).bytes, {});
        const Result utf8 = check(test::generate(e, plain, seed).bytes, {});
        CHECK(name_of(big5.report.source.encoding) == "Big5");
        CHECK(without_encoding(to_json(big5)) == without_encoding(to_json(utf8)));
      }
    }
}

TEST_CASE("the page of a site, the text that its reader sees and the plain report have the same cells") {
  size_t pages = 0;
  for (const test::Edition& e : test::editions())
    for (const test::Shape shape : {test::Shape::html_page, test::Shape::html_site, test::Shape::html_word,
                                    test::Shape::html_wps, test::Shape::html_excel, test::Shape::html_nested})
      for (uint64_t seed = 1; seed < 9; ++seed) {
        CAPTURE(e.name);
        CAPTURE(seed);
        CAPTURE(int(shape));
        test::Random random(seed);
        const test::Sample sample = test::made_up(e, random);
        const test::Layout page{"", shape, 0, test::Expect::exact, ""};
        const test::Document html = test::print(sample, page, random);
        const test::Document plain = test::print(sample, test::layouts()[0], random);
        const std::string wanted = cells(check(plain.bytes, {}));
        CHECK(cells(check(html.bytes, {})) == wanted);
        const std::string text = text_of(html.bytes);
        const Result r = check(text, {.is_text = true});
        CHECK(cells(r) == wanted);
        CHECK(text.find("<") == std::string::npos);
        ++pages;
      }
  MESSAGE(pages << " pages compared");
}
