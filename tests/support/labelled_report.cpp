// Puts a labelled paragraph into a whole report: title, preface, six parts, tables laid out with tabs.
#include <tuple>

#include "support/labelled.h"
#include "text/position.h"

namespace gouji::test {
namespace {

struct Part {
  std::string_view heading, text;
  std::string_view table;
};
// What stands in each part where the case says nothing: no figures, and nothing that a table could contradict.
constexpr Part kParts[] = {
    {"一、总体情况", "各级各部门认真落实条例，按照职责分工推进各项工作，总体平稳有序。", ""},
    {"二、主动公开政府信息情况", "", "disclosure"},
    {"三、收到和处理政府信息公开申请情况", "", "applications"},
    {"四、政府信息公开行政复议、行政诉讼情况", "", "review"},
    {"五、存在的主要问题及改进情况",
     "存在的问题：少数单位公开不够及时。改进情况：加强业务培训，完善日常检查，推动问题整改到位。", ""},
    {"六、其他需要报告的事项", "信息处理费收取情况：按照有关规定执行。", ""},
};
constexpr Part kOldParts[] = {
    {"一、概述", "各级各部门认真落实条例，按照职责分工推进各项工作，总体平稳有序。", ""},
    {"二、主动公开政府信息情况", "", ""},
    {"三、依申请公开政府信息情况", "", ""},
    {"四、行政复议、行政诉讼和举报投诉情况", "", ""},
    {"五、机构设置和保障情况", "", ""},
    {"六、存在的主要问题及改进措施", "少数单位公开不够及时，将加强业务培训，完善日常检查。", ""},
    {"附件", "", "statistics"},
};

constexpr std::pair<std::string_view, std::string_view> kGroups[] = {{"granted", "三、本年度办理结果"},
                                                                     {"denied.state_secret", "（三）不予公开"},
                                                                     {"unable.not_held", "（四）无法提供"},
                                                                     {"declined.complaint", "（五）不予处理"},
                                                                     {"other.no_correction", "（六）其他处理"}};

std::string table(const TableForm& f, const Values& values) {
  std::string out, heading;
  if (f.id == "applications") {
    out +=
        "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）\t申请人情况\n"
        "自然人\t法人或其他组织\t总计\n商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\n";
  } else if (f.id == "review") {
    out += "行政复议\t行政诉讼\n结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t未经复议直接起诉\t复议后起诉\n";
    for (int i = 0; i < 2; ++i) out += std::string(i > 0 ? "\t" : "") + "结果维持\t结果纠正\t其他结果\t尚未审结\t总计";
    out += "\n";
  } else if (f.id == "statistics") {
    out += "政府信息公开情况统计表\n统计指标\t单位\t统计数\n";
  }
  bool first = true;
  for (const Row& r : f.rows) {
    if (r.heading()) {
      if (f.id == "disclosure" && r.label.find("第二十条") == std::string_view::npos) {
        heading = "信息内容";
        continue;  // the titles of the columns are printed on one line
      }
      out += std::string(r.label) + (f.id == "statistics" ? "\t\t\n" : "\n");
      continue;
    }
    if (!heading.empty()) {
      for (const uint8_t c : r.columns) heading += "\t" + std::string(f.columns[c].zh);
      out += heading + "\n";
      heading.clear();
    }
    for (const auto& [id, label] : kGroups)
      if (f.id == "applications" && r.id == id) out += std::string(label) + "\t";
    if (f.printed == Printed::line_by_row) out += std::string(r.label);
    if (f.id == "statistics") out += r.id == "fees" || r.id == "funds" ? "\t万元" : "\t件";
    for (const uint8_t c : r.columns) {
      const bool tab = f.printed == Printed::line_by_row || !first;
      first = false;
      out += std::string(tab ? "\t" : "") +
             values.at(std::string(f.id) + "." + std::string(r.id) + "." + std::string(f.columns[c].id));
    }
    if (f.printed == Printed::line_by_row) out += "\n";
  }
  return f.printed == Printed::line_by_row ? out : out + "\n";
}

struct Report {
  std::string form, year, title;
  const Values& values;
};

// The report with the paragraph in its section; where that begins.
std::pair<std::string, size_t> report(const Report& r, int section, const std::string& paragraph) {
  size_t at = 0;
  std::string out = r.title + "\n\n";
  const auto put = [&](const std::string& text) {
    at = out.size();
    out += text + "\n\n";
  };
  if (section == 0) {
    put(paragraph);
  } else {
    out += "根据《中华人民共和国政府信息公开条例》第五十条规定编制本报告，所列数据的统计期限为" + r.year +
           "年1月1日至12月31日。\n\n";
  }
  const bool old = r.form == "2014";
  int number = 0;
  const auto part = [&](const Part& p) {
    ++number;
    out += std::string(p.heading) + "\n\n";
    if (number == section) {
      put(paragraph);
    } else if (!p.text.empty()) {
      out += std::string(p.text) + "\n\n";
    }
    for (const TableForm* f : tables_of(r.form))
      if (f->id == p.table && !r.values.empty()) out += table(*f, r.values) + "\n";
  };
  if (old) {
    for (const Part& p : kOldParts) part(p);
  } else {
    for (const Part& p : kParts) part(p);
  }
  return {out, at};
}

}  // namespace

Rendered render(const Case& c) {
  Rendered out;
  size_t at = 0;
  std::tie(out.text, at) = report({c.form, c.year, c.title, c.values}, c.section, c.paragraph);
  out.paragraph = {uint32_t(at), uint32_t(at + c.paragraph.size())};
  out.marks = c.marks;
  const Positions places(out.text);
  for (Mark& m : out.marks) {
    m.span.begin += uint32_t(at);
    m.span.end += uint32_t(at);
    m.utf16 = {places.utf16(m.span.begin), places.utf16(m.span.end)};
  }
  if (!c.previous.empty()) {
    const std::string year = std::to_string(std::stoi(c.year) - 1);
    out.previous = report({c.form, year, c.body + year + "年政府信息公开工作年度报告", c.previous}, -1, "").first;
  }
  return out;
}

std::string unlike(const gouji::Report& report, const Values& given) {
  size_t cells = 0;
  for (const Table& t : report.tables) {
    for (const Cell& cell : t.cells) {
      const std::string key = std::string(t.form->id) + "." + std::string(t.form->rows[cell.row].id) + "." +
                              std::string(t.form->columns[cell.column].id);
      const auto at = given.find(key);
      const std::string_view is = slice(report.source.text, cell.place);
      if (at == given.end() || cell.state != Cell::number || is != at->second)
        return key + ": " + std::string(is) + ", not " + (at == given.end() ? "a cell of the form" : at->second);
      ++cells;
    }
  }
  return cells == given.size() ? "" : std::to_string(given.size() - cells) + " cells are missing";
}

}  // namespace gouji::test
