#include <doctest/doctest.h>

#include <set>

#include "data.h"
#include "report/result.h"

using namespace gouji;

namespace {

// With last year's report, where the rule compares with it.
Options options_of(const data::rules_row& rule, Lang lang) {
  Options o{.lang = lang, .is_text = true, .previous_is_text = true};
  if (!rule.previous.empty()) o.previous = rule.previous;
  return o;
}

std::set<std::string_view> rules_that_speak(std::string_view text, const Options& options) {
  const Result r = check(text, options);
  REQUIRE_FALSE(r.failure);
  std::set<std::string_view> out;
  for (const Finding& f : r.findings) out.insert(f.rule);
  return out;
}

}  // namespace

TEST_CASE("every rule is silent on its good example and alone speaks on its bad one, in both languages") {
  for (const data::rules_row& rule : data::rules) {
    CAPTURE(rule.id);
    for (const Lang lang : {Lang::zh, Lang::en}) {
      CHECK(rules_that_speak(rule.good, options_of(rule, lang)).empty());
      CHECK(rules_that_speak(rule.bad, options_of(rule, lang)) == std::set<std::string_view>{rule.id});
    }
  }
}

TEST_CASE("messages leave no hole unfilled and have both languages") {
  for (const data::rules_row& rule : data::rules) {
    for (const Lang lang : {Lang::zh, Lang::en}) {
      for (const Finding& f : check(rule.bad, options_of(rule, lang)).findings) {
        CAPTURE(f.message);
        CHECK(f.message.find_first_of("{}") == std::string::npos);
        CHECK(f.message.find("  ") == std::string::npos);
        CHECK_FALSE(f.message.empty());
      }
    }
  }
  for (const data::messages_row& m : data::messages) {
    CAPTURE(m.key);
    CHECK_FALSE((m.zh.empty() || m.en.empty()));
    // Both languages fill the same holes, or the English one fewer: a numeral that only Chinese needs.
    for (size_t i = m.en.find('{'); i != std::string_view::npos; i = m.en.find('{', i + 1)) {
      const std::string_view hole = m.en.substr(i, m.en.find('}', i) - i + 1);
      CHECK((m.zh.find(hole) != std::string_view::npos || hole == "{number}"));
    }
  }
}

TEST_CASE("a rule's severity can be changed, and a rule put out") {
  const std::string_view bad = [] {
    for (const data::rules_row& r : data::rules)
      if (r.id == "review.sum") return r.bad;
    return std::string_view();
  }();
  const RuleSetting off[] = {{"review.sum", Severity::off}}, info[] = {{"review.sum", Severity::info}};
  CHECK(check(bad, {.rules = off, .is_text = true}).findings.empty());
  CHECK(check(bad, {.rules = off, .is_text = true}).failed == 1);  // the equation still fails
  const Result r = check(bad, {.rules = info, .is_text = true});
  REQUIRE(r.findings.size() == 1);
  CHECK(r.findings[0].severity == Severity::info);
  CHECK(r.infos == 1);
}
