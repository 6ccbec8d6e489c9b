#include <doctest/doctest.h>

#include <algorithm>

#include "text/html.h"

using namespace gouji;

TEST_CASE("a reader of HTML sees its text, tables as rows of tab-separated cells") {
  struct Case {
    std::string_view html, text;
  };
  static constexpr Case kCases[] = {
      {"<p>一、总体情况</p><p>收到 16&nbsp;件</p>", "一、总体情况\n收到 16 件"},
      {"<table><tr><td>规章</td><td>0</td></tr><tr><td>文件</td><td>1</td></tr></table>", "规章\t0\n文件\t1"},
      {"<table>\n <tr>\n  <td>规章</td>\n  <td> 0 </td>\n </tr>\n</table>", "规章\t0"},
      {"<table><tr><td><p>结果</p><p>维持</p></td><td>其他<br>结果</td></tr></table>", "结果 维持\t其他 结果"},
      {"<table><tr><td></td><td>0</td><td></td></tr></table>后", "\t0\t\n后"},
      {"<TABLE><TR><TD>a<TD>b<TR><TD>c</TABLE>", "a\tb\nc"},  // end tags left out
      {"a<script>1 < 2; '</p>'</script>b<style>p{}</style><!-- c -->d", "abd"},
      {"&lt;16&gt; &#49;&#x36; &amp &unknown; &#0;", "<16> 16 &amp &unknown; \xEF\xBF\xBD"},
      {"3 < 5", "3 < 5"},
      {"<a title='>'>x</a>", "x"},
      {"<head><title>t</title></head><body>b", "b"},
      {"<head>no end b", "no end b"},
      {"<script>never ends", ""},
      {"", ""},
      {"<", "<"},
      {"&", "&"},
  };
  for (const Case& c : kCases) {
    CAPTURE(c.html);
    CHECK(visible_text(c.html) == c.text);
  }
}

TEST_CASE("a cell that lays out a page is no cell of a table") {
  CHECK(visible_text("<table><tr><td>导航</td><td><p>一、总体情况</p><table><tr><td>规章</td><td>0</td></tr></table>"
                     "<p>二、</p></td><td>页脚</td></tr></table>") == "导航\n一、总体情况\n规章\t0\n二、\n页脚");
  // Two tables side by side are one after the other.
  CHECK(visible_text(
            "<table><tr><td><table><tr><td>a<td>b</table></td><td><table><tr><td>c<td>d</table></td></tr></table>") ==
        "a\tb\nc\td");
  std::string article = "<table><tr><td>";
  for (int i = 0; i < 20; ++i) article += "<p>全年主动公开政府信息，及时回应社会关切，方便群众。</p>";
  const std::string text = visible_text(article + "</td></tr></table>");
  CHECK(std::count(text.begin(), text.end(), '\n') == 19);
}

TEST_CASE("what is read in HTML points to its place in the markup") {
  const std::string html = "<table><tr><td>１<b>２</b></td><td>&#51;&nbsp;</td></tr></table>";
  MappedText out;
  visible_text(html, out);
  REQUIRE(std::string(out.text()) == "12\t3 ");
  CHECK(slice(html, out.to_source({0, 2})) == "１<b>２");
  CHECK(slice(html, out.to_source({3, 4})) == "&#51;");
}
