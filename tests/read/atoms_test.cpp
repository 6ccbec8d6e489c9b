#include <doctest/doctest.h>

#include "read/atoms.h"
#include "text/utf8.h"

using namespace gouji;

namespace {

// 汉字 as they are, <number>, ?unclear?, {nothing}, _ for a blank.
std::string dump(std::string_view text) {
  std::string out;
  for (const Atom& a : atoms(text, {0, uint32_t(text.size())})) {
    const std::string piece(slice(text, a.folded));
    switch (a.kind) {
      case Atom::han: out += piece; break;
      case Atom::number:
        out += "<" + piece + (a.unit.empty() ? "" : "|" + std::string(slice(text, a.unit))) + ">";
        break;
      case Atom::unclear: out += "?" + piece + "?"; break;
      case Atom::nothing: out += "{" + piece + "}"; break;
      case Atom::blank: out += "_"; break;
    }
  }
  return out;
}

}  // namespace

TEST_CASE("a stream of 汉字 and values") {
  struct Case {
    std::string_view text, atoms;
  };
  static constexpr Case kCases[] = {
      {"规章\t0\t0", "规章<0><0>"},
      {"\t规章\t\t0\t", "_规章_<0>_"},
      {"| 规章 | 3 | |", "规章<3>_"},
      {"|---|:--:|", ""},
      {"规章 3 0 7", "规章<3><0><7>"},
      // Enumerators, what is counted in brackets, dates and page numbers are no values.
      {"1.属于国家秘密 0", "属于国家秘密<0>"},
      {"1. 属于国家秘密\t0", "属于国家秘密<0>"},
      {"1、属于国家秘密 0", "属于国家秘密<0>"},
      {"3.“三安全” 1", "三安全<1>"},
      {"信息数 (相同信息计 1 条)\t条\t706668", "信息数相同信息计条条<706668>"},
      {"相同信息计 1\n条 5", "相同信息计<1>条<5>"},
      {"相同信息计 1 条 5", "相同信息计条<5>"},
      {"2022 年 1 月", "年月"},
      {"- 3 -", ""},
      {"— 12 —\n5", "<5>"},
      // Nothing, in its several kinds.
      {"规章\t-\t/\t—", "规章{-}{/}{—}"},
      {"规章 无 0", "规章{无}<0>"},
      {"规章 无 法规", "规章无法规"},  // before a word: may be part of one
      {"规章\t无\t0", "规章{无}<0>"},
      {"无 法提供", "无法提供"},
      {"4.无正当理由", "无正当理由"},
      // Characters that look like digits.
      {"规章\tl6\tO\t1O", "规章?l6??O??1O?"},
      {"IPv6 X2", ""},
      // Units.
      {"规章\t12件\t251000元\t1,234.5万元", "规章<12|件><251000|元><1,234.5|万元>"},
      {"12件数", "<12>件数"},
      {"增减\t+3\t-2", "增减<+3><-2>"},
      {"1,23", "?1,23?"},
      {"5-7\t3/7", "?5-7??3/7?"},
      // Signs of all kinds, and what changes a number.
      {"−8\t–8\t‐8", "<−8><–8><‐8>"},
      {"△8\t▲8\t↓8\t≥8", "?△8??▲8??↓8??≥8?"},
      {"约8\t8余\t3万\t1.2亿\t减8\t(8)",
       "?约8??8余?<3|万>?1.2亿??减8?"
       "?(8)?"},
      {"0?\t#DIV/0!\t1.03E+02\t.5\t1260%", "?0???#DIV/0!??1.03E+02??.5??1260%?"},
      {"N/A\tabc", "{N/A}"},
      {"1032500 元\t3 万元", "<1032500|元><3|万元>"},
      // What a browser prints at the head of a page.
      {"2025/1/20 10:22 https://a.b/c123.html", ""},
      {"14 年度办理结果", "<14>年度办理结果"},
      {"", ""},
  };
  for (const Case& c : kCases) {
    CAPTURE(c.text);
    CHECK(dump(c.text) == c.atoms);
  }
}
