#include "support/generate.h"

#include "form/applications.h"
#include "form/disclosure.h"
#include "form/review.h"
#include "form/statistics.h"
#include "text/utf8.h"

namespace gouji::test {
namespace {

enum LayoutId : size_t {
  tabs,
  ragged_tabs,
  spaces,
  aligned,
  markdown,
  html,
  cell_a_line,
  labels_behind,
  wrapped_before,
  wrapped_around,
  one_line,
  page_cuts,
  mail,
  blank_lines,
  full_width,
  vertical_group,
  lost_cells,
};

constexpr Layout kLayouts[] = {
    {"tabs", true},
    {"tabs, ragged", true},
    {"single spaces", true},
    {"aligned columns", true},
    {"Markdown", true},
    {"HTML", true},
    {"one cell a line", true},
    {"numbers before labels", true},
    {"labels wrapped", true},
    {"labels around", true},
    {"everything on a line", true},
    {"cut by pages", true},
    {"quoted e-mail", true},
    {"blank lines", true},
    {"full width", true},
    {"vertical group label", true},
    {"cells lost or added", false},
};

std::string key(const TableForm& f, const Row& r, const Column& c) {
  return std::string(f.id) + " " + std::string(r.id) + " " + std::string(c.id);
}

using Values = std::map<std::string, int64_t>;  // by row id and column id: "new natural"

std::string at(std::string_view row, std::string_view column) { return std::string(row) + " " + std::string(column); }

// Values for which every identity of the form holds: leaves at random, totals from them; `new` is what balances.
Values consistent(const TableForm& f, Random& random) {
  const uint32_t size = random.chance(3) ? 900 : random.chance(2) ? 40 : 6;
  Values v;
  const auto leaf = [&] { return int64_t(random.chance(3) ? random.below(size) : 0); };
  if (f.id == "applications") {
    for (const Column& c : f.columns) {
      if (c.id == "total") continue;
      int64_t outcomes = 0;
      for (const Row& r : f.rows) {
        if (r.id == "new" || r.id == "carried_in" || r.id == "total" || r.id == "carried_out") continue;
        outcomes += v[at(r.id, c.id)] = leaf();
      }
      v[at("total", c.id)] = outcomes;
      const int64_t out = v[at("carried_out", c.id)] = leaf();
      const int64_t in = v[at("carried_in", c.id)] = std::min(leaf(), outcomes + out);
      v[at("new", c.id)] = outcomes + out - in;
    }
    for (const Row& r : f.rows) {
      int64_t sum = 0;
      for (const Column& c : f.columns)
        if (c.id != "total") sum += v[at(r.id, c.id)];
      v[at(r.id, "total")] = sum;
    }
    return v;
  }
  for (const Row& r : f.rows)
    for (const uint8_t c : r.columns) v[at(r.id, f.columns[c].id)] = int64_t(random.below(size * 20));
  // Identities from the last to the first: a part that is itself a total is settled before its whole.
  for (size_t i = f.identities.size(); i-- > 0;) {
    const Identity& identity = f.identities[i];
    const auto settle = [&](auto name) {
      int64_t sum = 0;
      const bool left = identity.left.size() > 1;
      for (const std::string_view term : left ? identity.left : identity.right) sum += v[name(term)];
      v[name(left ? identity.right[0] : identity.left[0])] = sum;
    };
    if (identity.along == Along::rows) {
      for (const Column& c : f.columns) settle([&](std::string_view term) { return at(term, c.id); });
    } else {
      for (const Row& r : f.rows) settle([&](std::string_view term) { return at(r.id, term); });
    }
  }
  return v;
}

std::string wide(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c >= '0' && c <= '9') {
      utf8::append(out, char32_t(0xFF10 + (c - '0')));
    } else if (c == '.') {
      utf8::append(out, 0xFF0E);
    } else {
      out += c;
    }
  }
  return out;
}

// A label in two pieces at about its middle, between characters.
std::pair<std::string, std::string> halves(std::string_view label) {
  size_t half = label.size() / 2;
  while (utf8::continues(label[half])) ++half;
  return {std::string(label.substr(0, half)), std::string(label.substr(half))};
}

class Printer {
 public:
  Printer(LayoutId layout, Random& random, Document& out) : layout_(layout), random_(random), out_(out) {}

  void text(std::string_view line) {
    if (layout_ == html) {
      out_.text += "<p>" + std::string(line) + "</p>\n";
    } else {
      out_.text += (layout_ == mail ? "> " : "") + std::string(line) + (layout_ == one_line ? " " : "\n");
      if (layout_ == blank_lines) out_.text += "\n";
    }
  }

  void table(const TableForm& f) {
    const Values v = consistent(f, random_);
    if (layout_ == html) out_.text += "<table border=\"1\">\n";
    header(f);
    for (const Row& r : f.rows) {
      if (r.heading()) continue;
      std::vector<std::string> cells;
      for (const uint8_t c : r.columns) {
        const Column& column = f.columns[c];
        std::string value = std::to_string(v.at(at(r.id, column.id)));
        if ((f.fractions.find(r.id) != std::string_view::npos && random_.chance(2)) || column.id == "amount")
          value += "." + std::to_string(1 + random_.below(8999));
        if (column.id == f.signs && random_.chance(2)) value.insert(0, random_.chance(2) ? "+" : "-");
        if (layout_ == full_width) value = wide(value);
        out_.cells[key(f, r, column)] = value;
        cells.push_back(std::move(value));
      }
      if (f.printed == Printed::one_line) {
        pending_.insert(pending_.end(), cells.begin(), cells.end());
        continue;
      }
      group(f, r);
      row(f, r, cells);
    }
    if (!pending_.empty()) values_only(pending_);
    pending_.clear();
    if (layout_ == html) out_.text += "</table>\n";
  }

 private:
  LayoutId layout_;
  Random& random_;
  Document& out_;
  std::vector<std::string> pending_;
  int line_ = 0, vertical_ = 0;
  std::string_view heading_;

  std::string join(const std::vector<std::string>& fields, std::string_view separator) const {
    std::string out;
    for (const std::string& f : fields) out += (&f == &fields[0] ? "" : std::string(separator)) + f;
    return out;
  }

  void header(const TableForm& f) {
    if (f.id == "applications") {
      fields({"（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", "申请人情况", "", "", "", "", "",
              "总计"});
      fields({"", "自然人", "法人或其他组织", "", "", "", "", ""});
      fields({"", "", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", ""});
    } else if (f.id == "review") {
      fields({"行政复议", "", "", "", "", "行政诉讼"});
      fields(
          {"结果维持", "结果纠正", "其他结果", "尚未审结", "总计", "未经复议直接起诉", "", "", "", "", "复议后起诉"});
      std::vector<std::string> twice;
      for (int i = 0; i < 2; ++i)
        for (const char* const w : {"结果维持", "结果纠正", "其他结果", "尚未审结", "总计"}) twice.push_back(w);
      fields(twice);
    } else if (f.id == "statistics") {
      fields({"统计指标", "单位", "统计数"});
    }
  }

  // Headings and group labels that stand before a row.
  void group(const TableForm& f, const Row& r) {
    if (f.id == "applications") {
      const std::pair<std::string_view, std::string_view> kGroups[] = {{"granted", "三、本年度办理结果"},
                                                                       {"denied.state_secret", "（三）不予公开"},
                                                                       {"unable.not_held", "（四）无法提供"},
                                                                       {"declined.complaint", "（五）不予处理"},
                                                                       {"other.no_correction", "（六）其他处理"}};
      for (const auto& [id, label] : kGroups) {
        if (r.id != id || layout_ == html || layout_ == tabs || layout_ == markdown) continue;
        if (layout_ == vertical_group && id == "granted") vertical_ = 0;
        if (layout_ != vertical_group || id != "granted") fields({std::string(label)});
      }
      return;
    }
    size_t i = size_t(&r - f.rows.data());
    size_t first = i;
    while (first > 0 && f.rows[first - 1].heading()) --first;
    for (; first < i; ++first) {
      const std::string label(f.rows[first].label);
      if (f.id == "disclosure" && label.find("第二十条") == std::string::npos) {
        heading_ = label;
        continue;  // column titles are printed on one line below
      }
      fields(f.id == "statistics" ? std::vector<std::string>{label, "", ""} : std::vector<std::string>{label});
    }
    if (f.id != "disclosure" || heading_.empty()) return;
    std::vector<std::string> titles = {"信息内容"};
    for (const uint8_t c : r.columns) titles.push_back(std::string(f.columns[c].zh));
    fields(titles);
    heading_ = {};
  }

  void row(const TableForm& f, const Row& r, std::vector<std::string> cells) {
    std::string label(r.label);
    if (f.id == "statistics") {
      const bool money = r.id == "fees" || r.id == "funds";
      cells.insert(cells.begin(), money ? "万元" : r.id == "trainees" ? "人次" : "件");
    }
    if (layout_ == page_cuts && ++line_ % 8 == 0) {
      out_.text += "\n- " + std::to_string(line_ / 8) + " -\n\f示例县2024年政府信息公开工作年度报告\n\n";
      if (f.id == "applications") header(f);
    }
    if (layout_ == vertical_group && f.id == "applications") {
      constexpr std::string_view kVertical = "三、本年度办理结果";
      const size_t from = size_t(vertical_) * 3;
      if (r.id != "new" && r.id != "carried_in" && from < kVertical.size()) {
        label = std::string(kVertical.substr(from, 3)) + "   " + label;
        ++vertical_;
      }
    }
    switch (layout_) {
      case wrapped_before:
        if (label.size() > 30) {
          out_.text += halves(label).first + "\n" + halves(label).second + "\n" + join(cells, " ") + "\n";
          return;
        }
        break;
      case wrapped_around:
        if (label.size() > 30 && f.id != "statistics") {
          out_.text += halves(label).first + "\n     " + join(cells, "   ") + "\n" + halves(label).second + "\n";
          return;
        }
        break;
      case labels_behind:
        if (f.id != "statistics") {
          out_.text += join(cells, " ") + " " + label + "\n";
          return;
        }
        break;
      case lost_cells:
        // One or the other: a row with both has as many figures as it should, and nothing but its sums tells.
        if (random_.chance(8)) {
          cells.erase(cells.begin() + std::ptrdiff_t(random_.below(uint32_t(cells.size()))));
        } else if (random_.chance(12)) {
          cells.insert(cells.begin() + std::ptrdiff_t(random_.below(uint32_t(cells.size()) + 1)),
                       std::to_string(random_.below(9)));
        }
        break;
      default: break;
    }
    cells.insert(cells.begin(), label);
    fields(cells);
  }

  void values_only(const std::vector<std::string>& cells) {
    if (layout_ == lost_cells && random_.chance(3)) {
      fields({cells.begin() + 1, cells.end()});
      return;
    }
    fields(cells);
  }

  // One line of the table, or what the layout makes of it.
  void fields(const std::vector<std::string>& f) {
    std::vector<std::string> some;
    for (const std::string& x : f)
      if (!x.empty()) some.push_back(x);
    switch (layout_) {
      case tabs: out_.text += join(f, "\t") + "\n"; break;
      case ragged_tabs:
        // Empty cells lead, and stand behind a label; between values they would be values.
        out_.text += std::string(random_.below(3), '\t') + some[0];
        if (!utf8::is_digit(static_cast<unsigned char>(some[0][0]))) out_.text += std::string(random_.below(3), '\t');
        for (size_t i = 1; i < some.size(); ++i) out_.text += "\t" + some[i];
        out_.text += "\n";
        break;
      case markdown:
        out_.text += "| " + join(f, " | ") + " |\n";
        if (line_++ % 40 == 0) out_.text += "|---|---|---|\n";
        break;
      case html: {
        out_.text += "<tr>";
        for (const std::string& x : f)
          out_.text += random_.chance(3) ? "<td><p>" + x + "</p></td>"
                                         : "<td align=center>" + (x.empty() ? "&nbsp;" : x) + "</td>";
        out_.text += "</tr>\n";
        break;
      }
      case aligned: {
        std::string line;
        for (const std::string& x : some) line += x + std::string(2 + random_.below(9), ' ');
        out_.text += std::string(random_.below(12), ' ') + line + "\n";
        break;
      }
      case cell_a_line: out_.text += join(some, "\n") + "\n"; break;
      case one_line: out_.text += join(some, " ") + " "; break;
      case mail: out_.text += "> " + join(some, " ") + "\n"; break;
      case blank_lines: out_.text += join(some, " ") + "\n\n"; break;
      case page_cuts: out_.text += join(f, "\t") + "\n"; break;
      default: out_.text += join(some, " ") + "\n"; break;
    }
  }
};

}  // namespace

std::vector<Layout> layouts() { return {std::begin(kLayouts), std::end(kLayouts)}; }

std::vector<Edition> editions() {
  using namespace form;
  return {
      {"2021", {&kDisclosure2021, &kApplications2021, &kReview}},
      {"2021 merged", {&kDisclosure2021, &kApplications2019, &kReview}},
      {"2019", {&kDisclosure2019, &kApplications2019, &kReview}},
      {"2014", {&kStatistics}},
  };
}

Document generate(const Edition& edition, size_t layout, uint64_t seed) {
  Random random(seed);
  Document out;
  Printer p(LayoutId(layout), random, out);
  if (layout == html) out.text += "<html><body>\n";
  const bool old = edition.name == "2014";
  const std::string year = old ? "2016" : edition.name == "2019" ? "2020" : "2024";
  p.text("示例县" + year + "年政府信息公开工作年度报告");
  p.text("本报告所列数据的统计期限为" + year + "年1月1日至12月31日，电话010-12345678。");
  p.text("一、总体情况");
  p.text("上级通报的外地全年公开信息 1,234 条，收到申请 56 件，予以公开 3 件，行政许可 78 件。");
  if (old) {
    p.text("附件");
    p.table(*edition.tables[0]);
    return out;
  }
  const char* const kHeadings[] = {"二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况",
                                   "四、政府信息公开行政复议、行政诉讼情况"};
  for (size_t t = 0; t < edition.tables.size(); ++t) {
    p.text(kHeadings[t]);
    p.table(*edition.tables[t]);
  }
  p.text("五、存在的主要问题及改进情况");
  p.text("一是业务培训不足，全年只有 2 期。二是答复不够规范。");
  p.text("六、其他需要报告的事项");
  p.text("全年未收取信息处理费。");
  return out;
}

}  // namespace gouji::test
