// What holds of every result, over every fixture and every published report at hand.
#include <doctest/doctest.h>

#include <set>

#include "report/json.h"
#include "support/files.h"
#include "text/html.h"
#include "text/position.h"
#include "text/utf8.h"

using namespace gouji;

namespace {

std::vector<std::string> all_reports() {
  std::vector<std::string> out = test::fixtures();
  for (const std::string& r : test::shared_reports()) out.push_back(r);
  return out;
}

bool on_boundaries(std::string_view text, Span s) {
  const auto boundary = [&](uint32_t at) { return at == text.size() || !utf8::continues(text[at]); };
  return s.begin <= s.end && s.end <= text.size() && boundary(s.begin) && boundary(s.end);
}

std::string without_space(std::string_view text) {
  std::string out;
  for (const char c : text)
    if (c != ' ' && c != '\n' && c != '\r' && c != '\t' && c != '*' && c != '#') out += c;
  return out;
}

void check_invariants(const Result& r, const std::string& bytes, const Options& options) {
  const std::string& text = r.report.source.text;
  const Outline& o = r.report.outline;
  const bool html = is_html(text);
  if (o.title) {
    REQUIRE(on_boundaries(text, o.title->span));
    if (!html) CHECK(without_space(slice(text, o.title->span)).find(without_space(o.title->text)) != std::string::npos);
  }
  for (const Section& s : o.sections) {
    REQUIRE(on_boundaries(text, s.span));
    if (!html) CHECK(without_space(slice(text, s.span)).find(without_space(s.title)) != std::string::npos);
  }
  for (const Table& t : r.report.tables) {
    REQUIRE(on_boundaries(text, t.span));
    // All cells of the form, in its order.
    size_t at = 0;
    for (uint16_t row = 0; row < t.form->rows.size(); ++row)
      for (const uint8_t column : t.form->rows[row].columns) {
        REQUIRE(at < t.cells.size());
        CHECK(t.cells[at].row == row);
        CHECK(t.cells[at].column == column);
        ++at;
      }
    CHECK(at == t.cells.size());
    std::set<uint32_t> taken;
    for (const Cell& c : t.cells) {
      CHECK(c.value.has_value() == (c.state == Cell::number));
      if (c.state == Cell::missing) continue;
      REQUIRE(on_boundaries(text, c.place));
      CHECK(t.span.contains(c.place));
      CHECK(c.place.empty() == (c.state == Cell::blank));
      if (c.state != Cell::blank) CHECK(taken.insert(c.place.begin).second);  // no character is read twice
      // The number is what its digits say: read again from the slice, folded.
      if (c.value) {
        MappedText folded;
        const std::string piece = text_at(r.report, c.place);
        std::string digits;
        for (size_t i = 0; i < piece.size();) {
          const utf8::CodePoint p = utf8::decode(piece, i);
          i += p.size;
          if (p.value >= 0xFF10 && p.value <= 0xFF19) {
            digits += char('0' + (p.value - 0xFF10));
          } else if (p.value == 0xFF0E) {
            digits += '.';
          } else if (p.value == 0xFF0C) {
            digits += ',';
          } else if (p.value < 0x80 && p.value != ' ') {
            digits += char(p.value);
          }
        }
        const auto again = parse_decimal(digits);
        REQUIRE(again);
        CHECK(*again == *c.value);
      }
    }
  }
  // Findings by start, end, rule; those without a place last; each of a known rule.
  for (size_t i = 0; i < r.findings.size(); ++i) {
    const Finding& f = r.findings[i];
    CHECK(known_rule(f.rule));
    if (f.span) REQUIRE(on_boundaries(text, *f.span));
    for (const Note& n : f.related) REQUIRE(on_boundaries(text, n.span));
    for (size_t x = 0; x < f.fixes.size(); ++x) {
      const Fix& fix = f.fixes[x];
      CHECK(fix.safety == Safety::needs_review);
      CHECK((fix.confidence >= 0 && fix.confidence < 1));
      CHECK_FALSE((fix.title.empty() || fix.edits.empty()));
      for (size_t e = 0; e < fix.edits.size(); ++e) {
        REQUIRE(on_boundaries(text, fix.edits[e].span));
        if (e > 0) CHECK(fix.edits[e - 1].span.end <= fix.edits[e].span.begin);
      }
    }
    if (i == 0) continue;
    const Finding& p = r.findings[i - 1];
    if (!p.span) CHECK_FALSE(f.span);
    if (p.span && f.span)
      CHECK((p.span->begin < f.span->begin || (p.span->begin == f.span->begin && p.span->end <= f.span->end)));
  }
  for (const Check& c : r.checks) {
    if (c.result == Check::unknown) CHECK_FALSE((c.left && c.right));
    if (c.result == Check::passed) CHECK(*c.left == *c.right);
    if (c.result == Check::failed) CHECK_FALSE(*c.left == *c.right);
  }
  CHECK(r.passed + r.failed + r.unknown == r.checks.size());
  CHECK(r.errors + r.warnings + r.infos == r.findings.size());
  // The same input gives the same bytes.
  CHECK(to_json(r) == check_json(bytes, options));
}

}  // namespace

TEST_CASE("invariants of every result") {
  size_t reports = 0;
  for (const std::string& file : all_reports()) {
    CAPTURE(file);
    const std::string bytes = test::read(file);
    for (const Lang lang : {Lang::zh, Lang::en}) {
      const Options options{.name = "x", .lang = lang};
      const Result r = check(bytes, options);
      REQUIRE_FALSE(r.failure);
      check_invariants(r, bytes, options);
    }
    ++reports;
  }
  MESSAGE(reports << " reports");
  CHECK(reports > 0);
}

TEST_CASE("a truncated, doubled or shuffled report gives a result of which the same holds") {
  for (const std::string& file : all_reports()) {
    CAPTURE(file);
    const std::string bytes = test::read(file);
    std::vector<std::string> variants;
    for (int tenth = 1; tenth < 10; ++tenth) variants.push_back(bytes.substr(0, bytes.size() * size_t(tenth) / 10));
    variants.push_back(bytes + "\n" + bytes);
    variants.push_back(bytes.substr(bytes.size() / 2) + bytes.substr(0, bytes.size() / 2));
    std::string reversed;
    for (size_t end = bytes.size(); end > 0;) {
      const size_t start = bytes.rfind('\n', end - 1);
      const size_t from = start == std::string::npos ? 0 : start + 1;
      reversed += bytes.substr(from, end - from) + "\n";
      end = start == std::string::npos ? 0 : start;
    }
    variants.push_back(reversed);
    for (const std::string& v : variants) {
      const Options options{};
      const Result r = check(v, options);
      if (r.failure) {
        CHECK_FALSE(r.failure->message.empty());
      } else {
        check_invariants(r, v, options);
      }
    }
  }
}

TEST_CASE("line ends, a byte-order mark and full-width digits change nothing but places") {
  for (const std::string& file : test::fixtures()) {
    CAPTURE(file);
    const std::string bytes = test::read(file);
    const Result plain = check(bytes, {});
    std::string crlf, wide;
    for (const char c : bytes) {
      if (c == '\n') crlf += '\r';
      crlf += c;
      if (c >= '0' && c <= '9' && !is_html(bytes)) {
        wide += "\xEF\xBC";
        wide += char(0x90 + (c - '0'));
      } else {
        wide += c;
      }
    }
    for (const std::string& v : {crlf, "\xEF\xBB\xBF" + bytes, wide}) {
      const Result r = check(v, {});
      REQUIRE_FALSE(r.failure);
      REQUIRE(r.report.tables.size() == plain.report.tables.size());
      for (size_t t = 0; t < r.report.tables.size(); ++t)
        for (size_t c = 0; c < r.report.tables[t].cells.size(); ++c)
          CHECK(r.report.tables[t].cells[c].value == plain.report.tables[t].cells[c].value);
      CHECK(r.findings.size() == plain.findings.size());
    }
  }
}
