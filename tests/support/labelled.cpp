#include "support/labelled.h"

#include <algorithm>
#include <set>
#include <sstream>

#include "support/files.h"
#include "support/labelled_tables.h"

namespace gouji::test {
namespace {

std::vector<std::string> split(std::string_view text, std::string_view by) {
  std::vector<std::string> out;
  for (;;) {
    const size_t at = text.find(by);
    out.emplace_back(text.substr(0, at));
    if (at == std::string_view::npos) return out;
    text.remove_prefix(at + by.size());
  }
}

class Parser {
 public:
  Parser(const std::string& file, const Tables& tables, std::vector<std::string>& errors)
      : file_(file), tables_(tables), errors_(errors) {}

  // The lines of a block, its header first, which is line `number` of the file.
  void block(const std::vector<std::string>& lines, int number, std::vector<Case>& out) {
    case_ = Case();
    case_.file = file_;
    case_.line = number;
    const size_t before = errors_.size();
    size_t i = 1;
    header(lines[0]);
    std::string base = "county", previous;
    std::vector<std::string> cells, old;
    std::map<std::string, std::string> said;
    static const std::set<std::string> kSaid = {"form", "year", "title", "body", "section"};
    for (; i < lines.size(); ++i) {
      const size_t space = lines[i].find(' ');
      const std::string word = lines[i].substr(0, space);
      const std::string rest = space == std::string::npos ? "" : lines[i].substr(space + 1);
      if (word == "tables") {
        base = rest;
      } else if (word == "table") {
        cells.push_back(rest);
      } else if (word == "previous") {
        (rest.rfind("tables ", 0) == 0 ? previous = rest.substr(7) : old.emplace_back(rest));
      } else if (kSaid.count(word) == 1) {
        if (rest.empty() || !said.emplace(word, rest).second) fail("empty or twice: " + lines[i]);
      } else {
        break;
      }
    }
    const bool none = base == "none";
    if (!none && tables_.bases.count(base) == 0) return fail("no such tables: " + base);
    const Base b = none ? Base{"2021", "2024", "青禾县", {}} : tables_.bases.at(base);
    const auto or_else = [&](const char* key, const std::string& otherwise) {
      return said.count(key) == 1 ? said[key] : otherwise;
    };
    case_.form = or_else("form", b.form);
    case_.year = or_else("year", b.year);
    case_.body = or_else("body", b.body);
    case_.title = or_else("title", case_.body + case_.year + "年政府信息公开工作年度报告");
    case_.section = or_else("section", "1")[0] - '0';
    if (tables_of(case_.form).empty() || case_.year.size() != 4 || case_.section < 0 || case_.section > 7)
      return fail("no such form, year or section");
    if (!none) case_.values = values(case_.form, b.cells, cells);
    if (!previous.empty() || !old.empty()) {
      if (!previous.empty() && tables_.bases.count(previous) == 0) return fail("no such tables: " + previous);
      case_.previous =
          values(case_.form, previous.empty() ? std::vector<std::string>{} : tables_.bases.at(previous).cells, old);
    }
    std::string text;
    for (; i < lines.size() && lines[i].rfind("-> ", 0) != 0; ++i) text += (text.empty() ? "" : "\n") + lines[i];
    std::vector<std::string> labels;
    for (; i < lines.size(); ++i) {
      if (lines[i].rfind("-> ", 0) != 0) return fail("text behind a label: " + lines[i]);
      for (const std::string& label : split(lines[i].substr(3), ";")) labels.push_back(label);
    }
    marks(text);
    if (labels.size() != case_.marks.size())
      return fail(std::to_string(case_.marks.size()) + " marks, " + std::to_string(labels.size()) + " labels");
    for (size_t m = 0; m < labels.size(); ++m) label(words(labels[m]), case_.marks[m]);
    if (case_.marks.empty()) fail("nothing is marked");
    if (errors_.size() == before) out.push_back(case_);
  }

 private:
  const std::string& file_;
  const Tables& tables_;
  std::vector<std::string>& errors_;
  Case case_;

  void fail(const std::string& what) { errors_.push_back(file_ + ":" + std::to_string(case_.line) + ": " + what); }

  // "# trap/received · note"
  void header(const std::string& line) {
    static const std::set<std::string> kKinds = {
        "received",   "carried",        "closed", "rate",    "outcome", "applicants", "review",   "litigation",
        "disclosure", "decisions",      "fees",   "parts",   "percent", "growth",     "equation", "twice",
        "none",       "processing_fee", "years",  "numbers", "scope",   "statistics", "form2019"};
    const size_t dot = line.find(" · ");
    if (line.rfind("# ", 0) != 0 || dot == std::string::npos) return fail("no header: " + line);
    case_.kind = line.substr(2, dot - 2);
    case_.note = line.substr(dot + 4);
    case_.trap = case_.kind.rfind("trap/", 0) == 0;
    if (case_.trap) case_.kind.erase(0, 5);
    if (kKinds.count(case_.kind) == 0) fail("no such kind: " + case_.kind);
    if (case_.note.empty()) fail("no note");
  }

  Values values(const std::string& form, const std::vector<std::string>& base, const std::vector<std::string>& over) {
    Values out;
    for (const std::string& key : cells_of(form)) out[key] = "0";
    std::set<std::string> given;
    const auto put = [&](const std::string& line) {
      const std::vector<std::string> w = words(line);
      for (size_t n = 1; n < w.size(); ++n) {
        const size_t equals = w[n].find('=');
        const std::string key = w[0] + "." + w[n].substr(0, equals);
        if (equals == std::string::npos || out.count(key) == 0) return fail("no such cell: " + key);
        out[key] = w[n].substr(equals + 1);
        given.insert(key);
      }
    };
    for (const std::string& line : base) put(line);
    for (const std::string& line : over) put(line);
    add_up(form, given, out);
    return out;
  }

  void marks(const std::string& text) {
    static const std::pair<std::string_view, bool> kOpen[] = {{"⟦", false}, {"⟨", true}};
    bool open = false;
    for (size_t i = 0; i < text.size();) {
      const std::string_view three = std::string_view(text).substr(i, 3);
      const auto opening = std::find_if(std::begin(kOpen), std::end(kOpen), [&](auto& o) { return o.first == three; });
      if (opening != std::end(kOpen)) {
        if (open) fail("a mark within a mark");
        open = true;
        case_.marks.push_back({});
        case_.marks.back().statement = opening->second;
        case_.marks.back().span.begin = uint32_t(case_.paragraph.size());
      } else if (three == "⟧" || three == "⟩") {
        if (!open || case_.marks.back().statement != (three == "⟩")) return fail("a mark that does not begin");
        open = false;
        Mark& m = case_.marks.back();
        m.span.end = uint32_t(case_.paragraph.size());
        m.text = std::string(slice(case_.paragraph, m.span));
        if (m.text.empty()) fail("an empty mark");
      } else {
        case_.paragraph += text[i++];
        continue;
      }
      i += 3;
    }
    if (open) fail("a mark that does not end");
  }

  void label(const std::vector<std::string>& w, Mark& m) {
    static const std::map<std::string, Verdict> kVerdicts = {{"agrees", Verdict::agrees},
                                                             {"disagrees", Verdict::disagrees},
                                                             {"unchecked", Verdict::unchecked},
                                                             {"other", Verdict::other},
                                                             {"silent", Verdict::silent}};
    static const std::set<std::string> kRules = {"narrative.table",  "narrative.sum",      "narrative.percent",
                                                 "narrative.growth", "narrative.equation", "narrative.twice",
                                                 "narrative.none",   "narrative.fee",      "years.title",
                                                 "years.period",     "years.narrative",    "years.carried"};
    if (w.empty() || kVerdicts.count(w[0]) == 0) return fail("no such verdict");
    m.verdict = kVerdicts.at(w[0]);
    size_t i = 1;
    if (m.verdict == Verdict::disagrees) {
      if (w.size() < 2 || kRules.count(w[1]) == 0) return fail("no such rule");
      m.rule = w[1];
      m.severity = w.size() > 2 && (w[2] == "warning" || w[2] == "info") ? w[2] : "error";
      i = m.severity == "error" ? 2 : 3;
      if (case_.trap) fail("a finding in a trap");
    } else if (m.verdict != Verdict::agrees && w.size() > 1) {
      return fail("cells of what was not checked: " + w[1]);
    }
    if (i < w.size()) m.cells.emplace_back();
    for (; i < w.size(); ++i) {
      if (w[i] == "|") {
        m.cells.emplace_back();
      } else {
        resolve(w[i], m.cells.back());
      }
    }
    if (std::any_of(m.cells.begin(), m.cells.end(), [](auto& c) { return c.empty(); })) fail("no cells");
  }

  // A name of tables.txt, a row of the application table, or table.row.column. What is neither is only known by the
  // form, whether the report has the table or not.
  void resolve(const std::string& name, std::vector<std::string>& out) {
    const std::vector<std::string> known = cells_of(case_.form);
    const auto has = [&](const std::string& key) { return std::find(known.begin(), known.end(), key) != known.end(); };
    const std::string row = "applications." + name + ".total", figure = "statistics." + name + ".value";
    if (case_.form == "2014" && has(figure)) {
      out.push_back(figure);
    } else if (tables_.names.count(name) == 1 && !(name == "other" && has(row))) {
      for (const std::string& part : words(tables_.names.at(name))) resolve(part, out);
    } else if (has(row)) {
      out.push_back(row);
    } else if (has(name)) {
      out.push_back(name);
    } else {
      fail("no such cell: " + name);
    }
  }
};

}  // namespace

const Labelled& labelled(const std::string& name) {
  static std::map<std::string, Labelled> kept;
  const auto [at, added] = kept.try_emplace(name);
  if (added) at->second = labelled_in(name, read(std::string(GOUJI_TESTS_DIR) + "/narrative/" + name));
  return at->second;
}

Labelled labelled_in(const std::string& name, const std::string& text) {
  Labelled out;
  const Tables tables = read_tables(out.errors);
  Parser parser(name, tables, out.errors);
  std::istringstream lines(text);
  std::vector<std::string> block;
  int number = 0, first = 0;
  const auto finish = [&] {
    if (!block.empty()) parser.block(block, first, out.cases);
    block.clear();
  };
  for (std::string line; std::getline(lines, line);) {
    ++number;
    if (line.empty()) {
      finish();
    } else {
      if (block.empty()) first = number;
      block.push_back(line);
    }
  }
  finish();
  if (out.cases.empty()) out.errors.push_back(name + ": nothing there");
  return out;
}

}  // namespace gouji::test
