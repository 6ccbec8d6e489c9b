// years.*: the tables of a report against those of last year's report of the same body.
#include <algorithm>

#include "read/matcher.h"
#include "rules/rules.h"

namespace gouji {
namespace {

// A name without what does not tell bodies apart: 洪泽区人民政府 reports for 洪泽区.
std::u32string plain_name(const Body& body) {
  constexpr std::u32string_view kGovernment = U"人民政府";
  std::u32string name = han_of(body.name);
  if (name.size() > kGovernment.size() &&
      name.compare(name.size() - kGovernment.size(), kGovernment.size(), kGovernment) == 0)
    name.resize(name.size() - kGovernment.size());
  return name;
}

// 淮安市洪泽区 is 洪泽区 in full.
bool same_body(const Body& a, const Body& b) {
  std::u32string x = plain_name(a), y = plain_name(b);
  if (x.empty() || y.empty()) return true;
  if (x.size() < y.size()) std::swap(x, y);
  return a.kind == b.kind && x.compare(x.size() - y.size(), y.size(), y) == 0;
}

// How many times one figure is the other.
bool many_times(Decimal large, Decimal small, int64_t times) {
  const std::optional<Decimal> most = add({small.units * times, small.scale}, {-large.units, large.scale});
  return most && most->negative();
}

class LastYearJudge {
 public:
  LastYearJudge(const Report& report, const Report& last, Sink& sink)
      : report_(report), last_(last), sink_(sink), zh_(sink.lang() == Lang::zh) {}

  void judge() {
    carried();
    stock();
    pending();
    items();
    jumps();
    same_figures();
  }

 private:
  struct Pair {
    const Table& table;
    const Cell& now;
    Decimal is, was;
  };
  const Report& report_;
  const Report& last_;
  Sink& sink_;
  bool zh_;

  // A figure of this year beside one of last year's, if both are there.
  std::optional<Pair> pair(std::string_view table, std::string_view row, std::string_view column,
                           std::string_view last_row, std::string_view last_column) const {
    const Table *const now = report_.table(table), *const then = last_.table(table);
    const Cell* const is = now == nullptr ? nullptr : now->valued(row, column);
    const Cell* const was = then == nullptr ? nullptr : then->valued(last_row, last_column);
    if (is == nullptr || was == nullptr) return std::nullopt;
    return Pair{*now, *is, *is->value, *was->value};
  }
  std::optional<Pair> pair(std::string_view table, std::string_view row, std::string_view column) const {
    return pair(table, row, column, row, column);
  }

  CellRef ref(const Pair& p) const { return {p.table.form, p.now.row, p.now.column}; }
  std::string name(const Pair& p) const { return name_of(ref(p), sink_.lang()); }
  std::string row_name(const Pair& p) const {
    const Row& row = p.table.form->rows[p.now.row];
    return std::string(zh_ ? row.zh : row.en);
  }
  std::string say(std::string_view key, Holes holes) const { return message(key, sink_.lang(), holes); }

  // 上年结转 is what last year's report carried out, kind by kind. Of the kinds alone an applicant may since have been
  // counted otherwise.
  void carried() {
    const Table* const table = report_.table("applications");
    if (table == nullptr) return;
    Finding f{};
    f.rule = "years.carried_in";
    std::string list;
    bool total = false;
    for (const Column& c : table->form->columns) {
      const std::optional<Pair> p = pair("applications", "carried_in", c.id, "carried_out", c.id);
      if (!p || p->is == p->was) continue;
      total = total || c.id == "total";
      f.cells.push_back(ref(*p));
      f.span = f.span && c.id != "total" ? f.span : p->now.place;
      if (!list.empty()) list += say("item_separator", {});
      list += say("years.carried_in.item",
                  {{"column", zh_ ? c.zh : c.en}, {"is", to_string(p->is)}, {"was", to_string(p->was)}});
    }
    if (f.cells.empty()) return;
    f.message = say(total ? "years.carried_in" : "years.carried_in.kinds", {{"list", list}});
    sink_.report(std::move(f), total ? Severity::error : Severity::warning);
  }

  // Whether the text tells of documents that lapsed or were cleared out, which no column counts.
  bool tells_of_lapsed() const {
    const std::string_view text = report_.folded.text();
    return text.find("失效") != std::string_view::npos || text.find("清理") != std::string_view::npos;
  }

  // 现行有效 is last year's, with what was issued, without what was repealed: in the form of 2021 alone, since the
  // public total of 2019 is another count.
  void stock() {
    if (tells_of_lapsed()) return;
    for (const std::string_view row : {"regulations", "normative"}) {
      const std::optional<Pair> p = pair("disclosure", row, "in_force");
      const Cell* const issued = p ? p->table.valued(row, "issued") : nullptr;
      const Cell* const repealed = p ? p->table.valued(row, "repealed") : nullptr;
      if (issued == nullptr || repealed == nullptr) continue;
      const std::optional<Decimal> with = add(p->was, *issued->value);
      const std::optional<Decimal> should = with ? subtract(*with, *repealed->value) : std::nullopt;
      const std::optional<Decimal> implied = add(p->is, *repealed->value);
      // Below zero, the three figures contradict each other, and that is said (disclosure.stock).
      if (!should || *should == p->is || !implied || subtract(*implied, *issued->value).value_or(Decimal{}).negative())
        continue;
      Finding f{};
      f.rule = "years.stock";
      f.span = p->now.place;
      f.message = say("years.stock", {{"row", row_name(*p)},
                                      {"is", to_string(p->is)},
                                      {"was", to_string(p->was)},
                                      {"issued", to_string(*issued->value)},
                                      {"repealed", to_string(*repealed->value)},
                                      {"should", to_string(*should)}});
      for (const Cell* c : {issued, repealed})
        f.related.push_back(
            {c->place, say("inequality_whole", {{"cell", name_of({p->table.form, c->row, c->column}, sink_.lang())},
                                                {"is", to_string(*c->value)}})});
      sink_.report(std::move(f));
    }
  }

  // Cases pending at the end of last year usually show up again; nothing says how, so it is only noted.
  void pending() {
    Decimal left;
    std::optional<Span> place;
    for (const std::string_view row : {"reconsideration", "direct", "after"}) {
      const std::optional<Pair> total = pair("review", row, "total", row, "pending");
      if (!total || total->is.units != 0) return;
      left = add(left, total->was).value_or(left);
      place = place ? place : total->now.place;
    }
    if (left.units > 0) sink_.report("years.pending", place, say("years.pending", {{"was", to_string(left)}}));
  }

  // Form of 2019: 上一年项目数量 goes on from last year's, with what was added.
  void items() {
    for (const std::string_view row : {"licences", "services", "penalties", "coercion", "fees"}) {
      const std::optional<Pair> p = pair("disclosure", row, "previous");
      const std::optional<Pair> change = pair("disclosure", row, "change");
      const std::optional<Decimal> should = p && change ? add(p->was, change->was) : std::nullopt;
      if (!should || *should == p->is) continue;
      sink_.report("years.items", p->now.place,
                   say("years.items", {{"row", row_name(*p)},
                                       {"is", to_string(p->is)},
                                       {"was", to_string(p->was)},
                                       {"change", to_string(change->was)},
                                       {"should", to_string(*should)}}));
    }
  }

  // Five times last year's or a fifth of it. Small figures jump by themselves.
  void jumps() {
    struct Large {
      std::string_view table, row, column;
      int64_t from;  // what the larger of the two must reach
    };
    static constexpr Large kLarge[] = {
        {"disclosure", "licences", "decisions", 100},  {"disclosure", "penalties", "decisions", 100},
        {"disclosure", "coercion", "decisions", 100},  {"disclosure", "fees", "amount", 10},
        {"applications", "new", "total", 50},          {"review", "reconsideration", "total", 50},
        {"statistics", "disclosed", "value", 100},     {"statistics", "requests", "value", 50},
        {"statistics", "reconsideration", "value", 50}};
    constexpr int64_t kJump = 5, kOtherUnit = 1000;
    for (const Large& l : kLarge) {
      const std::optional<Pair> p = pair(l.table, l.row, l.column);
      if (!p || p->is.units <= 0 || p->was.units <= 0) continue;
      const bool rose = subtract(p->was, p->is).value_or(Decimal{}).negative();
      const Decimal large = rose ? p->is : p->was, small = rose ? p->was : p->is;
      if (!many_times(large, small, kJump) || subtract(large, {l.from, 0}).value_or(Decimal{}).negative()) continue;
      const bool money = l.row == "fees" && many_times(large, small, kOtherUnit);
      sink_.report(
          [&] {
            Finding f{};
            f.rule = "years.jump";
            f.span = p->now.place;
            f.message = say(money  ? "years.jump.unit"
                            : rose ? "years.jump.up"
                                   : "years.jump.down",
                            {{"cell", name(*p)}, {"is", to_string(p->is)}, {"was", to_string(p->was)}});
            return f;
          }(),
          money ? Severity::warning : Severity::info);
    }
  }

  // Figures that count what happened in the year do not repeat by themselves; stocks and staff do.
  static bool counts_the_year(const TableForm& form, const Row& row, const Column& column) {
    if (form.id == "disclosure")
      return column.id != "in_force" && column.id != "public_total" && column.id != "previous" && column.id != "change";
    // With nothing carried over, （七）总计 repeats 本年新收.
    if (form.id == "applications") return row.id != "total";
    if (form.id == "statistics")
      return row.id != "bodies" && row.id != "reading_points" && row.id.substr(0, 5) != "staff" && row.id != "funds";
    return true;
  }

  void same_figures() {
    constexpr Decimal kTrivial{20, 0};
    constexpr size_t kMany = 3;
    std::vector<Pair> same;
    for (const Table& t : report_.tables) {
      uint16_t row = UINT16_MAX;  // each row counts once: parts and total go together
      for (const Cell& c : t.cells) {
        const Row& form_row = t.form->rows[c.row];
        const Column& column = t.form->columns[c.column];
        if (c.row == row || !c.value || !subtract(kTrivial, *c.value).value_or(Decimal{}).negative() ||
            !counts_the_year(*t.form, form_row, column))
          continue;
        const std::optional<Pair> p = pair(t.form->id, form_row.id, column.id);
        if (!p || !(p->is == p->was)) continue;
        same.push_back(*p);
        row = c.row;
      }
    }
    if (same.size() < kMany) return;
    Finding f{};
    f.rule = "years.same_figures";
    f.span = same[0].now.place;
    std::string list;
    for (size_t i = 0; i < kMany; ++i)
      list += (i > 0 ? say("list_separator", {}) : "") +
              say("years.same_figures.item", {{"cell", name(same[i])}, {"is", to_string(same[i].is)}});
    f.message = say("years.same_figures", {{"list", list}, {"count", std::to_string(same.size())}});
    for (size_t i = 1; i < same.size(); ++i)
      f.related.push_back({same[i].now.place,
                           say("years.same_figures.also", {{"cell", name(same[i])}, {"is", to_string(same[i].is)}})});
    sink_.report(std::move(f));
  }
};

}  // namespace

std::string not_last_years(const Report& report, const Report& last, Lang lang) {
  const Outline &now = report.outline, &then = last.outline;
  if (!same_body(now.body, then.body))
    return message("years.previous.body", lang, {{"is", now.body.name}, {"was", then.body.name}});
  if (now.year && then.year && *then.year + 1 != *now.year)
    return message("years.previous.year", lang,
                   {{"is", std::to_string(*now.year)},
                    {"was", std::to_string(*then.year)},
                    {"should", std::to_string(*now.year - 1)}});
  return {};
}

void judge_years(const Report& report, const Report& last, Sink& sink) {
  LastYearJudge(report, last, sink).judge();
  judge_same_text(report, last, sink);
}

void support_carried(const Report& report, const Report& last, std::vector<Support>& supports) {
  const Table *const now = report.table("applications"), *const then = last.table("applications");
  if (now == nullptr || then == nullptr) return;
  for (const Column& c : now->form->columns) {
    const Cell *const is = now->valued("carried_in", c.id), *const was = then->valued("carried_out", c.id);
    if (is != nullptr && was != nullptr && was->value->whole())
      supports.push_back({{{{now->form, is->row, is->column}}}, was->value->units, {}});
  }
}

}  // namespace gouji
