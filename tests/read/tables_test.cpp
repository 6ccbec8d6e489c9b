#include <doctest/doctest.h>

#include <functional>

#include "form/applications.h"
#include "report/result.h"
#include "support/examples.h"
#include "text/utf8.h"

using namespace gouji;

namespace {

// "new: 9 2 0 0 0 1 12" for each row of a table; _ blank, ? unclear, ! not found.
std::string dump(const Report& r, std::string_view id) {
  const Table* const t = r.table(id);
  if (t == nullptr) return "no table";
  std::string out;
  uint16_t row = 0xFFFF;
  for (const Cell& c : t->cells) {
    if (c.row != row) out += (out.empty() ? "" : "\n") + std::string(t->form->rows[c.row].id) + ":";
    row = c.row;
    out += " ";
    switch (c.state) {
      case Cell::number: out += to_string(*c.value); break;
      case Cell::blank: out += "_"; break;
      case Cell::nothing: out += std::string(slice(r.source.text, c.place)); break;
      case Cell::unclear: out += "?"; break;
      case Cell::missing: out += "!"; break;
    }
  }
  return out;
}

std::string read(std::string text, std::string_view id) { return dump(read_report(decode_utf8(text)), id); }

std::string line_of(const std::string& all, std::string_view row) {
  const size_t at = all.find(std::string(row) + ":");
  return at == std::string::npos ? "" : all.substr(at, all.find('\n', at) - at);
}

std::string each_line(const std::string& text, const std::function<std::string(std::vector<std::string>)>& layout) {
  std::string out;
  for (size_t at = 0; at < text.size();) {
    const size_t end = text.find('\n', at);
    std::vector<std::string> fields;
    for (size_t f = at; f <= end;) {
      const size_t tab = std::min(text.find('\t', f), end);
      fields.push_back(text.substr(f, tab - f));
      f = tab + 1;
    }
    out += layout(fields);
    at = end + 1;
  }
  return out;
}

std::string joined(const std::vector<std::string>& fields, const std::string& separator) {
  std::string out;
  for (const std::string& f : fields) out += (out.empty() ? "" : separator) + f;
  return out;
}

}  // namespace

TEST_CASE("a table is read whatever its layout") {
  const std::string tabs = test::good_example("applications.cell");
  const std::string truth = read(tabs, "applications");
  REQUIRE(line_of(truth, "new") == "new: 9 2 0 0 0 1 12");
  REQUIRE(line_of(truth, "unable.not_held") == "unable.not_held: 2 1 0 0 0 0 3");
  REQUIRE(line_of(truth, "other.other") == "other.other: 1 0 0 0 0 1 2");
  REQUIRE(truth.find('!') == std::string::npos);

  struct Layout {
    std::string_view name;
    std::function<std::string(std::vector<std::string>)> line;
  };
  const auto numbers = [](std::vector<std::string> f) { return joined({f.begin() + 1, f.end()}, " "); };
  const auto halves = [](const std::string& label) {
    size_t half = label.size() / 2;
    while (utf8::continues(label[half])) ++half;
    return std::pair(label.substr(0, half), label.substr(half));
  };
  int count = 0;
  const Layout layouts[] = {
      {"single spaces", [](auto f) { return joined(f, " ") + "\n"; }},
      {"aligned columns", [](auto f) { return joined(f, "          ") + "\n\n"; }},
      {"Markdown", [](auto f) { return "| " + joined(f, " | ") + " |\n"; }},
      {"one cell a line", [](auto f) { return joined(f, "\n") + "\n"; }},
      {"all on one line", [](auto f) { return joined(f, " ") + " "; }},
      {"numbers before labels", [&](auto f) { return numbers(f) + " " + f[0] + "\n"; }},
      {"labels wrapped before their numbers",
       [&](auto f) { return halves(f[0]).first + "\n" + halves(f[0]).second + "\n" + numbers(f) + "\n"; }},
      {"labels wrapped around their numbers",
       [&](auto f) { return halves(f[0]).first + "\n" + numbers(f) + "\n" + halves(f[0]).second + "\n"; }},
      {"quoted e-mail", [](auto f) { return "> " + joined(f, " ") + "\n"; }},
      {"leading empty cells",
       [&](auto f) {
         ++count;
         return std::string(size_t(count % 3), '\t') + f[0] + std::string(size_t(count % 4) + 1, '\t') +
                joined({f.begin() + 1, f.end()}, "\t") + "\n";
       }},
      {"cut by pages",
       [&](auto f) {
         return (count++ % 9 == 8
                     ? "- 3 -\n\n示例县2024年政府信息公开工作年度报告\n自然人 商业企业 科研机构 其他 总计\n"
                     : "") +
                joined(f, "\t") + "\n";
       }},
      {"carriage returns", [](auto f) { return joined(f, "\t") + "\r"; }},
  };
  for (const Layout& layout : layouts) {
    CAPTURE(layout.name);
    CHECK(read(each_line(tabs, layout.line), "applications") == truth);
  }
}

TEST_CASE("what cannot be read for certain stays empty, and the rest is read") {
  const std::string good = test::good_example("applications.cell");
  const auto with = [&](std::string_view from, std::string_view to) {
    return read(test::replaced(good, from, to), "applications");
  };
  // One value too few or too many in a row without fields: which one is it?
  std::string spaces = good;
  for (char& c : spaces) c = c == '\t' ? ' ' : c;
  const std::string few =
      read(test::replaced(spaces, "2.重复申请 0 0 0 0 0 0 0", "2.重复申请 0 0 0 0 0 0"), "applications");
  CHECK(line_of(few, "declined.repeat") == "declined.repeat: ! ! ! ! ! ! !");
  CHECK(line_of(few, "declined.complaint") == "declined.complaint: 1 0 0 0 0 0 1");
  CHECK(line_of(few, "declined.publication") == "declined.publication: 0 0 0 0 0 0 0");
  const std::string many = read(test::replaced(spaces, "信息 2 1 0 0 0 0 3", "信息 2 1 0 5 0 0 0 3"), "applications");
  CHECK(line_of(many, "unable.not_held") == "unable.not_held: ! ! ! ! ! ! !");
  CHECK(line_of(many, "unable.creation") == "unable.creation: 0 0 0 0 0 0 0");
  // Nothing stays what it is.
  CHECK(line_of(with("2.重复申请\t0\t0\t0\t0\t0\t0\t0", "2.重复申请\t0\t/\t\t—\t无\t0\tl0"), "declined.repeat") ==
        "declined.repeat: 0 / _ — 无 0 ?");
  // A label that differs in a few characters is known by its place.
  CHECK(line_of(with("2.其他法律行政法规禁止公开", "2.其他法律行政止公开"), "denied.law") ==
        "denied.law: 0 0 0 0 0 0 0");
  CHECK(line_of(with("（七）总计", "（七）合计"), "total") == "total: 9 2 0 0 0 1 12");
  // A row that is not there is not made up.
  CHECK(line_of(with("2.重复申请\t0\t0\t0\t0\t0\t0\t0\n", ""), "declined.repeat") == "declined.repeat: ! ! ! ! ! ! !");
}

TEST_CASE("the header of the table of reviews may come in any order") {
  const char* const headers[] = {
      "行政复议 行政诉讼\n结果\n维持\n结果\n纠正\n其他\n结果\n尚未\n审结\n总计\n未经复议直接起诉 "
      "复议后起诉\n结果\n维持\n结果\n纠正\n其他\n"
      "结果\n尚未\n审结\n总计\n结果\n维持\n结果\n纠正\n其他\n结果\n尚未\n审结\n总计\n",
      "          行政复议                              行政诉讼\n\n  未经复议直接起诉      复议后起诉\n\n结果   结果   "
      "  其他   尚未\n"
      "     总 计 结果 结果 其他 尚未     结果 结果 其他 尚未\n维持   纠正     结果   审结    总计\n    总 计\n  维持 "
      "纠正 结果 审结     维持 纠正 "
      "结果 审结\n",
  };
  for (const char* const header : headers)
    CHECK(read("四、政府信息公开行政复议、行政诉讼情况\n" + std::string(header) +
                   "\n1 1 0 0 2 1 0 0 0 1 2 0 1 0 3\n\n五、存在的主要问题 2024\n",
               "review") == "reconsideration: 1 1 0 0 2\ndirect: 1 0 0 0 1\nafter: 2 0 1 0 3");
}

TEST_CASE("the table of reviews may be arranged otherwise") {
  const std::string results = "结果维持\t结果纠正\t其他结果\t尚未审结\t总计\n";
  const std::pair<std::string_view, std::string> kArrangements[] = {
      {"a line for each kind", "\t" + results +
                                   "行政复议\t1\t1\t0\t0\t2\n行政诉讼\t未经复议直接起诉\t1\t0\t0\t0\t1\n"
                                   "\t复议后起诉\t2\t0\t1\t0\t3\n"},
      {"a block for each kind", "行政复议\n" + results + "1\t1\t0\t0\t2\n行政诉讼\n未经复议直接起诉\n" + results +
                                    "1\t0\t0\t0\t1\n复议后起诉\n" + results + "2\t0\t1\t0\t3\n"},
      {"on its side",
       "\t行政复议\t未经复议直接起诉\t复议后起诉\n结果维持\t1\t1\t2\n结果纠正\t1\t0\t0\n"
       "其他结果\t0\t0\t1\n尚未审结\t0\t0\t0\n总计\t2\t1\t3\n"},
      {"a list",
       "行政复议\t结果维持\t1\n\t结果纠正\t1\n\t其他结果\t0\n\t尚未审结\t0\n\t总计\t2\n"
       "行政诉讼\t未经复议直接起诉\t结果维持\t1\n\t\t结果纠正\t0\n\t\t其他结果\t0\n\t\t尚未审结\t0\n"
       "\t\t总计\t1\n\t复议后起诉\t结果维持\t2\n\t\t结果纠正\t0\n\t\t其他结果\t1\n\t\t尚未审结\t0\n"
       "\t\t总计\t3\n"},
  };
  for (const auto& arrangement : kArrangements) {
    CAPTURE(arrangement.first);
    CHECK(read("四、政府信息公开行政复议、行政诉讼情况\n" + arrangement.second + "\n五、存在的主要问题及改进情况\n",
               "review") == "reconsideration: 1 1 0 0 2\ndirect: 1 0 0 0 1\nafter: 2 0 1 0 3");
  }
}

TEST_CASE("the header of the table of reviews may have its fields in another order") {
  const auto with = [](std::string_view header, std::string_view figures) {
    return read("四、政府信息公开行政复议、行政诉讼情况\n" + std::string(header) + std::string(figures) +
                    "\n五、存在的主要问题及改进情况\n",
                "review");
  };
  const std::string truth = "reconsideration: 1 1 0 0 2\ndirect: 1 0 0 0 1\nafter: 2 0 1 0 3";
  const std::string group = "结果维持\t结果纠正\t其他结果\t尚未审结\t总计",
                    other = "结果纠正\t结果维持\t其他结果\t尚未审结\t总计";
  CHECK(with("行政诉讼\t行政复议\n未经复议直接起诉\t复议后起诉\n" + group + "\t" + group + "\t" + group + "\n",
             "1\t0\t0\t0\t1\t2\t0\t1\t0\t3\t1\t1\t0\t0\t2") == truth);
  CHECK(with("行政复议\t行政诉讼\n复议后起诉\t未经复议直接起诉\n" + group + "\t" + group + "\t" + group + "\n",
             "1\t1\t0\t0\t2\t2\t0\t1\t0\t3\t1\t0\t0\t0\t1") == truth);
  CHECK(with("行政复议\t行政诉讼\n未经复议直接起诉\t复议后起诉\n" + other + "\t" + other + "\t" + other + "\n",
             "1\t1\t0\t0\t2\t0\t1\t0\t0\t1\t0\t2\t1\t0\t3") == truth);
  // A page's head and a scanner's name between the header and its figures.
  CHECK(with("行政复议\t行政诉讼\n未经复议直接起诉\t复议后起诉\n" + group + "\t" + group + "\t" + group +
                 "\n- 6 -\n某某扫描软件\n",
             "1\t1\t0\t0\t2\t1\t0\t0\t0\t1\t2\t0\t1\t0\t3") == truth);
}

TEST_CASE("a figure with words, or one that a line end breaks, is none") {
  const std::string good = test::good_example("applications.cell");
  CHECK(line_of(read(test::replaced(good, "2.重复申请\t0\t0", "2.重复申请\t0\t减少8"), "applications"),
                "declined.repeat") == "declined.repeat: 0 ? 0 0 0 0 0");
  CHECK(line_of(read(test::replaced(good, "2.重复申请\t0\t0", "2.重复申请\t0\t- 8"), "applications"),
                "declined.repeat") == "declined.repeat: 0 ? 0 0 0 0 0");
  CHECK(line_of(read(test::replaced(good, "2.重复申请\t0\t0\t0\t0\t0\t0\t0", "2.重复申请\t0\t0\t0\t0\t0\t0\t1.\n5"),
                     "applications"),
                "declined.repeat") == "declined.repeat: 0 0 0 0 0 0 ?");
}

TEST_CASE("enumerators, row numbers, remarks and dashes of groups are no figures") {
  const std::string good = test::good_example("applications.cell");
  const std::string truth = read(good, "applications");
  const auto strays = [](const std::string& text) {
    return read_report(decode_utf8(text)).table("applications")->troubles.size();
  };
  int n = 0;
  const std::string numbered =
      each_line(good, [&](auto f) { return std::to_string(++n) + "\t" + joined(f, "\t") + "\n"; });
  const std::string remarks = each_line(good, [](auto f) { return joined(f, "\t") + "\t其中网上申请3件\n"; });
  const std::string shares = each_line(good, [](auto f) { return joined(f, "\t") + "\t12.5%\n"; });
  const std::string dashes =
      test::replaced(good, "1.属于国家秘密", "（三）不予公开\t—\t—\t—\t—\t—\t—\t—\n1.属于国家秘密");
  const std::string brackets = test::replaced(good, "2.重复申请", "（2）重复申请");
  for (const std::string& text : {numbered, remarks, shares, dashes, brackets}) {
    CAPTURE(text);
    CHECK(read(text, "applications") == truth);
    CHECK(strays(text) == 0);
  }
  // A subtotal is a row more, and no sum counts it.
  const std::string subtotal =
      test::replaced(good, "1.属于国家秘密", "（三）不予公开小计\t5\t0\t0\t0\t0\t0\t5\n1.属于国家秘密");
  const Result r = check(subtotal, {.is_text = true});
  REQUIRE(r.findings.size() == 1);
  CHECK(r.findings[0].rule == "structure.extra_row");
  CHECK(r.unknown == 0);
}

TEST_CASE("rows and columns that stand elsewhere are read by their names") {
  const std::string good = test::good_example("applications.cell");
  const std::string truth = read(good, "applications");
  const std::string row = "1.本机关不掌握相关政府信息\t2\t1\t0\t0\t0\t0\t3\n", repeat = "2.重复申请\t0";
  const std::string moved = test::replaced(test::replaced(good, row, ""), repeat, row + repeat);
  CHECK(read(moved, "applications") == truth);
  const Report r = read_report(decode_utf8(moved));
  REQUIRE(r.table("applications")->moved.size() == 1);
  CHECK(slice(moved, r.table("applications")->moved[0]) == "本机关不掌握相关政府信息");

  // 总计 first, as the header in fields says; without fields a header says nothing of the order.
  const std::string first = each_line(good, [](std::vector<std::string> f) {
    return joined({f[0], f[7], f[1], f[2], f[3], f[4], f[5], f[6]}, "\t") + "\n";
  });
  const std::string header = "\t总计\t自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\n";
  CHECK(read(header + first, "applications") == truth);
  CHECK(read_report(decode_utf8(header + first)).table("applications")->reordered);
  const std::string shuffled = "总计 其他 自然人 商业企业 法律服务机构 科研机构 社会公益组织\n";
  CHECK(read(shuffled + good, "applications") == truth);
}

TEST_CASE("figures and labels in unusual characters") {
  const std::string good = test::good_example("applications.cell");
  const std::string truth = read(good, "applications");
  // In 汉字.
  std::string numerals = good;
  for (size_t at = 0; (at = numerals.find("\t0", at)) != std::string::npos;) numerals.replace(at, 2, "\t零");
  CHECK(read(numerals, "applications") == truth);
  CHECK(line_of(read(test::replaced(good, "\t9\t2\t0\t0\t0\t1\t12", "\t九\t二\t0\t0\t0\t一\t十二"), "applications"),
                "new") == "new: 9 2 0 0 0 1 12");
  // 繁體.
  CHECK(line_of(read(test::replaced(good, "结转下年度继续办理", "結轉下年度繼續辦理"), "applications"),
                "carried_out") == line_of(truth, "carried_out"));
  CHECK(line_of(read(test::replaced(good, "不掌握相关政府信息", "不掌握相關政府信息"), "applications"),
                "unable.not_held") == line_of(truth, "unable.not_held"));
  // The mark of a note is no figure.
  CHECK(line_of(read(test::replaced(good, "2.重复申请", "2.重复申请[1]"), "applications"), "declined.repeat") ==
        line_of(truth, "declined.repeat"));
  CHECK(line_of(read(test::replaced(good, "2.重复申请", "2.重复申请①"), "applications"), "declined.repeat") ==
        line_of(truth, "declined.repeat"));
  // Between commas.
  const std::string csv = each_line(good, [](std::vector<std::string> f) {
    f[0] = "\"" + f[0] + "\"";
    f[7] = "\"1," + std::string(3 - f[7].size(), '0') + f[7] + "\"";
    return joined(f, ",") + "\n";
  });
  CHECK(line_of(read(csv, "applications"), "new") == "new: 9 2 0 0 0 1 1012");
  // What says that there is nothing.
  CHECK(line_of(read(test::replaced(good, "2.重复申请\t0\t0", "2.重复申请\t不涉及\t未发生"), "applications"),
                "declined.repeat") == "declined.repeat: 不涉及 未发生 0 0 0 0 0");
}

TEST_CASE("where figures were lost from a list, none goes to a neighbour unseen") {
  const std::string good = test::good_example("applications.cell");
  const std::string list = each_line(good, [](auto f) { return joined(f, "\n") + "\n"; });
  const std::string truth = read(list, "applications");
  CHECK(truth == read(good, "applications"));
  for (size_t line = 1; line < 170; line += 7) {
    CAPTURE(line);
    std::string less;
    size_t n = 0;
    for (size_t at = 0; at < list.size(); ++n) {
      const size_t end = list.find('\n', at) + 1;
      if (n != line || list[at] < '0' || list[at] > '9') less += list.substr(at, end - at);
      at = end;
    }
    const Result r = check(less, {.is_text = true});
    for (const Cell& c : r.report.table("applications")->cells) {
      const std::string row = line_of(truth, r.report.table("applications")->form->rows[c.row].id);
      if (!c.value) continue;
      std::string values = row.substr(row.find(':') + 2) + " ";
      for (uint16_t skip = 0; skip < c.column; ++skip) values.erase(0, values.find(' ') + 1);
      CHECK(to_string(*c.value) == values.substr(0, values.find(' ')));
    }
  }
}

TEST_CASE("sentences that use the words of a table are none") {
  const char* const sentences[] = {
      "全年予以公开512件、部分公开83件、不予公开27件、无法提供304件、不予处理19件、其他处理66件、结转下年度继续办理41件。",
      "办理行政许可1883件、行政处罚1件、行政强制0件，行政事业性收费0元；制发规章0件、行政规范性文件2件。",
      "行政复议3件，1件结果维持，2件结果纠正；未经复议直接起诉1件，复议后起诉0件。",
  };
  for (const char* const s : sentences) {
    CAPTURE(s);
    CHECK(read_report(decode_utf8(s)).tables.empty());
  }
}

TEST_CASE("the edition is told by the labels") {
  CHECK(read_report(decode_utf8(test::good_example("structure.title"))).form == "2021");
  CHECK(read_report(decode_utf8(test::good_example("statistics.sum"))).form == "2014");
}

// Former bugs: each of these was once read wrongly without a word.
TEST_CASE("a row never drops, borrows or shifts a figure") {
  struct Case {
    std::string_view table, from, to, row, reading;
  };
  static constexpr Case kCases[] = {
      // A figure too many in the first row, whose neighbours are no rows.
      {"disclosure", "规章\t0\t0\t0", "规章\t0\t0\t0\t7", "regulations", "! ! !"},
      {"applications", "数量\t9\t2\t0\t0\t0\t1\t12", "数量\t9\t2\t0\t0\t0\t1\t12\t5", "new", "! ! ! ! ! ! !"},
      // A split figure in the last row.
      {"disclosure", "收费\t103.25", "收费\t1 382.86", "fees", "!"},
      {"disclosure", "收费\t103.25", "收费\t103. 25", "fees", "!"},
      // A dash or a blank is a cell, and the number of a page is none.
      {"disclosure", "文件\t3\t1\t12", "文件\t-\t1\t12\n5", "normative", "- 1 12"},
      {"disclosure", "文件\t3\t1\t12", "文件\t\t1\t12\n5", "normative", "_ 1 12"},
      {"disclosure", "行政许可\t1260", "行政许可\t/\n5", "licences", "/"},
      {"applications", "（七）总计", "3\n（七）总计", "other.other", "1 0 0 0 0 1 2"},
      // What a browser prints between pages.
      {"disclosure", "规章\t0\t0\t0", "规章\t0\t0\t0\n2025/01/20 10:22 https://a.b/4567.html 3/7", "regulations",
       "0 0 0"},
      {"applications", "（一）予以公开\t3", "2025/1/20 10:22 标题 3/7\n（一）予以公开\t3", "granted", "3 1 0 0 0 0 4"},
      // The rows of a table whose last has no values do not move up.
      {"applications", "继续办理\t1\t0\t0\t0\t0\t0\t1", "继续办理", "total", "9 2 0 0 0 1 12"},
      {"applications", "继续办理\t1\t0\t0\t0\t0\t0\t1", "继续办理\t1", "carried_out", "! ! ! ! ! ! !"},
      {"applications", "一、本年新收", "栏次\t1\t2\t3\t4\t5\t6\t7\n一、本年新收", "new", "9 2 0 0 0 1 12"},
      // Two cells' figures in one field, or a space for thousands: where a cell is blank, only sums tell.
      {"disclosure", "文件\t3\t1\t12", "文件\t2 948\t1\t12", "normative", "2948 1 12"},
      {"disclosure", "文件\t3\t1\t12", "文件\t2 948\t\t12", "normative", "! ! !"},
      {"disclosure", "文件\t3\t1\t12", "文件\t3 1\t12\t", "normative", "! ! !"},
      {"applications", "数量\t9\t2\t0\t0\t0\t1\t12", "数量\t9\t2\t0\t0\t0\t1 12\t", "new", "9 2 0 0 0 1 12"},
      // More than the digits say.
      {"disclosure", "行政许可\t1260", "行政许可\t3万", "licences", "?"},
      {"disclosure", "行政许可\t1260", "行政许可\t约1260", "licences", "?"},
      {"disclosure", "行政许可\t1260", "行政许可\t1.26E+03", "licences", "?"},
      {"disclosure", "行政许可\t1260", "行政许可\t1260 件", "licences", "1260"},
      {"disclosure", "收费\t103.25", "收费\t−103.25", "fees", "-103.25"},
  };
  const std::string report = test::good_example("structure.title");
  for (const Case& c : kCases) {
    CAPTURE(c.from);
    CAPTURE(c.to);
    REQUIRE(report.find(c.from) != std::string::npos);
    CHECK(line_of(read(test::replaced(report, c.from, c.to), c.table), c.row) ==
          std::string(c.row) + ": " + std::string(c.reading));
  }
}

TEST_CASE("merged cells of a sheet are no cells of its rows") {
  const std::string good = test::good_example("applications.cell"), truth = read(good, "applications");
  // Labels of rows within a group stand in the third column, others spread over three.
  const std::string plain = each_line(good, [](auto f) {
    const bool within = f[0][0] >= '1' && f[0][0] <= '9';
    f[0] = within ? "\t\t" + f[0] : f[0] + "\t\t";
    return joined(f, "\t") + "\n";
  });
  CHECK(read(plain, "applications") == truth);
  struct Case {
    std::string_view from, to, row, reading;
  };
  constexpr Case kCases[] = {
      {"\t\t9\t2\t0\t0\t0\t1\t12\n二", "\t\t\t2\t0\t0\t0\t1\t12\n二", "new", "_ 2 0 0 0 1 12"},
      {"\t\t9\t2\t0\t0\t0\t1\t12\n二", "\t\t9\t2\t0\t0\t0\t1\t\n二", "new", "9 2 0 0 0 1 _"},
      // An editor took off the tabs at the end of the line.
      {"\t\t9\t2\t0\t0\t0\t1\t12\n二", "\t\t9\t2\t0\t0\t0\t1\n二", "new", "! ! ! ! ! ! !"},
  };
  for (const Case& c : kCases) {
    CAPTURE(c.to);
    REQUIRE(plain.find(c.from) != std::string::npos);
    CHECK(line_of(read(test::replaced(plain, c.from, c.to), "applications"), c.row) ==
          std::string(c.row) + ": " + std::string(c.reading));
  }
}

TEST_CASE("a label that is printed in each cell that it spans is one") {
  const std::string good = test::good_example("applications.cell");
  const std::string thrice = each_line(good, [](auto f) { return f[0] + "\t" + f[0] + "\t" + joined(f, "\t") + "\n"; });
  const Result r = check(thrice, {.is_text = true});
  CHECK(dump(r.report, "applications") == read(good, "applications"));
  CHECK(r.report.table("applications")->extras.empty());
}

TEST_CASE("a header whose words came out in another order moves no figure") {
  size_t row = 0;
  const std::string good = test::good_example("applications.cell");
  const std::string numbered =
      "行次 申请人情况 自然人 法人或其他组织 总计 商业企业 科研机构 社会公益组织 法律服务机构 其他 " +
      each_line(good, [&](auto f) {
        f[0] += " " + std::to_string(++row);
        return joined(f, " ") + " ";
      });
  CHECK(read(numbered, "applications") == read(good, "applications"));
}

TEST_CASE("of figures that follow two labels, none is given to either without a word") {
  const std::string good = test::good_example("applications.cell"), truth = read(good, "applications");
  // As a PDF viewer hands out blocks: here the labels of two rows and then their figures, there figures before labels.
  std::string blocks, labels, figures;
  size_t row = 0;
  each_line(good, [&](auto f) {
    labels += f[0] + "\n";
    figures += joined({f.begin() + 1, f.end()}, "\n") + "\n";
    if (++row % 5 != 1 && row % 5 != 3) {
      blocks += row % 5 == 4 ? figures + labels : labels + figures;
      labels = figures = "";
    }
    return std::string();
  });
  const std::string read_so = read(blocks + labels + figures, "applications");
  for (const Row& r : form::kApplications2021.rows) {
    if (r.heading()) continue;
    CAPTURE(r.id);
    const std::string line = line_of(read_so, r.id);
    CHECK((line == line_of(truth, r.id) || line.find('!') != std::string::npos));
  }
}

TEST_CASE("in HTML, what is struck out, hidden or raised is no part of a number") {
  const std::string report = test::good_example("structure.title");
  std::string html = "<table>" +
                     each_line(report, [](auto f) { return "<tr><td>" + joined(f, "</td><td>") + "</td></tr>"; }) +
                     "</table>";
  for (const char* const cell : {"1260<sup>1</sup>", "<del>1206</del>1260", "<s>1206</s><ins>1260</ins>",
                                 "<span style=\"display: none\">99</span>1260"}) {
    CAPTURE(cell);
    CHECK(line_of(read(test::replaced(html, "<td>1260</td>", "<td>" + std::string(cell) + "</td>"), "disclosure"),
                  "licences") == "licences: 1260");
  }
}
