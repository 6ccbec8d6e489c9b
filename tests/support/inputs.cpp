#include "support/inputs.h"

#include <algorithm>
#include <ctime>

#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "gouji.h"
#include "support/examples.h"
#include "support/generate.h"

namespace gouji::test {
namespace {

std::string repeated(std::string_view piece, size_t size) {
  std::string out;
  out.reserve(size + piece.size());
  while (out.size() < size) out += piece;
  return out;
}

const std::string& table() {
  static const std::string kTable = good_example("applications.cell");
  return kTable;
}

// A table whose rows go on with so much of something.
std::string within_table(std::string_view piece, size_t size) {
  const size_t middle = table().find("2.重复申请");
  return table().substr(0, middle) + repeated(piece, size) + "\n" + table().substr(middle);
}

std::string nested(std::string_view open, std::string_view close, size_t size) {
  const size_t depth = size / (open.size() + close.size());
  return repeated(open, depth * open.size()) + "予以公开 3" + repeated(close, depth * close.size());
}

std::string all_labels(size_t size) {
  std::string labels;
  for (const Edition& e : editions())
    for (const TableForm* f : e.tables)
      for (const Row& r : f->rows) labels += std::string(r.label) + " ";
  return repeated(labels, size);
}

std::string generated(Shape shape, size_t size) {
  std::string out;
  for (uint64_t seed = 1; out.size() < size; ++seed)
    out += generate(editions()[seed % editions().size()], {"", shape, 0, Expect::exact, ""}, seed).bytes;
  return out;
}

// About a thousand bytes of sentences with figures, no two alike.
std::string sentences(size_t from) {
  std::string out;
  for (size_t i = from; i < from + 8; ++i)
    out += "第" + std::to_string(i) + "项工作中，全年主动公开政府信息" + std::to_string(i * 37 % 9001) +
           "条，收到政府信息公开申请" + std::to_string(i % 97) + "件，同比增长" + std::to_string(i % 83) +
           ".5%，行政许可 1,260 件，组织培训 2 期，答复质量稳步提升。\n";
  return out;
}

}  // namespace

std::string long_report(size_t size) {
  const std::string whole = generate(editions()[0], layouts()[0], 7).bytes;
  // The tables in the middle: half of the narrative stands before them, half behind.
  const size_t before = whole.find("二、主动公开"), behind = whole.find("六、其他需要");
  const size_t narrative = size > whole.size() ? size - whole.size() : 0;
  std::string out = whole.substr(0, before);
  size_t from = 1;
  while (out.size() < narrative / 2) out += sentences(from += 8);
  out += whole.substr(before, behind - before);
  while (out.size() + (whole.size() - behind) < size) out += sentences(from += 8);
  return out + whole.substr(behind);
}

const std::vector<WorstInput>& worst_inputs() {
  static const std::vector<WorstInput> kInputs = {
      {"a report of one table", [](size_t n) { return long_report(n); }},
      {"all digits", [](size_t n) { return std::string(n, '7'); }},
      {"all labels, repeated", all_labels},
      {"labels without numbers", [](size_t n) { return repeated("予以公开部分公开属于国家秘密重复申请行政许可", n); }},
      {"one label, repeated", [](size_t n) { return repeated("予以公开", n); }},
      {"tables, repeated", [](size_t n) { return repeated(table(), n); }},
      {"reports, one after another", [](size_t n) { return generated(Shape::tabs, n); }},
      {"reports of a cell a line", [](size_t n) { return generated(Shape::cell_a_line, n); }},
      {"reports on one line", [](size_t n) { return generated(Shape::one_line, n); }},
      {"reports as HTML of Word", [](size_t n) { return generated(Shape::html_word, n); }},
      {"unclosed tags", [](size_t n) { return "<table>" + repeated("<td '", n); }},
      {"unclosed comments", [](size_t n) { return "<table>" + repeated("<!-- ", n); }},
      {"titles never closed", [](size_t n) { return repeated("<table><title><style ", n); }},
      {"references never closed", [](size_t n) { return "<table>" + repeated("&#", n); }},
      {"tables in tables", [](size_t n) { return nested("<table><tr><td>", "</td></tr></table>", n); }},
      {"brackets in brackets", [](size_t n) { return nested("（", "）", n); }},
      {"brackets never closed", [](size_t n) { return repeated("行政许可((((((((", n); }},
      {"200,000 table rows", [](size_t) { return table() + repeated("\t\t0\n", 200000 * 4); }},
      {"200,000 rows of HTML", [](size_t) { return "<table>" + repeated("<tr><td>0", 200000 * 9); }},
      {"one long line of zeros", [](size_t n) { return within_table("0 ", n); }},
      {"a table, then blanks", [](size_t n) { return within_table("\t", n); }},
      {"a table, then marks", [](size_t n) { return within_table("- / ", n); }},
      {"a table, then numbers on lines", [](size_t n) { return within_table("0\n", n); }},
      {"thousands with spaces", [](size_t n) { return within_table("1 234 567 ", n); }},
      {"review headers", [](size_t n) { return repeated("行政复议行政诉讼结果维持结果纠正其他结果尚未审结总计", n); }},
      {"titles of reports", [](size_t n) { return repeated("示例县2024年政府信息公开工作年度报告\n", n); }},
      {"headings", [](size_t n) { return repeated("一、总体情况\n二、主动公开政府信息情况\n", n); }},
      {"Markdown rules", [](size_t n) { return repeated("|---|:--:|\n", n); }},
      {"quotes of quotes", [](size_t n) { return repeated("> > > ", n); }},
      {"full width", [](size_t n) { return repeated("１２，３４５　（一）", n); }},
      {"zero-width characters", [](size_t n) { return table() + repeated("\u200B", n) + table(); }},
      {"combining marks", [](size_t n) { return "予以公开 1" + repeated("\u0301", n); }},
      {"ill-formed bytes", [](size_t n) { return table() + repeated("\xE4\xB8", n); }},
      {"line ends", [](size_t n) { return table() + repeated("\r\n\f", n) + table(); }},
  };
  return kInputs;
}

void keep_pages() {
#ifdef __GLIBC__
  mallopt(M_TRIM_THRESHOLD, -1);
  mallopt(M_MMAP_MAX, 0);
#endif
}

double seconds_to_read(const std::string& text, int times, int runs) {
  double best = 1e9;
  for (int run = 0; run < runs; ++run) {
    const std::clock_t start = std::clock();
    for (int i = 0; i < times; ++i) {
      const volatile size_t length = check_json(text, {}).size();
      (void)length;
    }
    best = std::min(best, double(std::clock() - start) / CLOCKS_PER_SEC);
  }
  return best;
}

}  // namespace gouji::test
