#include "support/sample.h"

#include <algorithm>

#include "form/applications.h"
#include "form/disclosure.h"
#include "form/review.h"
#include "form/statistics.h"
#include "text/utf8.h"

namespace gouji::test {
namespace {

using Values = std::map<std::string, int64_t>;  // by row id and column id: "new natural"

std::string at(std::string_view row, std::string_view column) { return std::string(row) + " " + std::string(column); }

// Leaves at random, totals from them; `new` is what balances.
Values applications(const TableForm& f, uint32_t size, Random& random) {
  Values v;
  const auto leaf = [&] { return int64_t(random.chance(3) ? random.below(size) : 0); };
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

// Makes an inequality hold by its first cells. Those of a form are in an order in which none undoes another, and an
// equality holds already.
void keep(const Inequality& i, Values& v) {
  const auto sum = [&](std::span<const CellKey> keys) {
    int64_t out = 0;
    for (const CellKey& k : keys) out += v[at(k.row, k.column)];
    return out;
  };
  int64_t& part = v[at(i.part[0].row, i.part[0].column)];
  if (i.bound == Bound::at_most) part = std::min(part, sum(i.whole));
  if (i.bound == Bound::both_or_none && sum(i.whole) == 0) part = 0;
  if (i.bound == Bound::both_or_none && part == 0) v[at(i.whole[0].row, i.whole[0].column)] = 0;
}

Values consistent(const TableForm& f, Random& random) {
  const uint32_t size = random.chance(6) ? 9000 : random.chance(3) ? 900 : random.chance(2) ? 40 : 6;
  if (f.id == "applications") return applications(f, size, random);
  Values v;
  for (const Row& r : f.rows)
    for (const uint8_t c : r.columns) v[at(r.id, f.columns[c].id)] = int64_t(random.below(size * 20));
  // What must be, or should be, no more than something else.
  const auto at_most = [&](const std::string& part, const std::string& whole) {
    if (v.count(part) != 0 && v.count(whole) != 0) v[part] = std::min(v[part], v[whole]);
  };
  at_most("regulations issued", "regulations in_force");
  at_most("normative issued", "normative in_force");
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
  if (f.id == "statistics") {
    // Nothing is carried over: what was received was closed and answered.
    const int64_t all = std::max({v["requests value"], v["closed value"], v["answered value"]});
    for (const auto& [part, whole] : {std::pair<std::string, std::string>{"requests.online value", "requests value"},
                                      {"closed.on_time value", "closed value"},
                                      {"answered.public value", "answered value"}}) {
      v[part] += all - v[whole];
      v[whole] = all;
    }
  }
  for (const Inequality& i : f.inequalities) keep(i, v);
  return v;
}

bool fractional(const TableForm& f, const Row& r, const Column& c) {
  return c.id == "amount" || f.fractions.find(r.id) != std::string_view::npos;
}

}  // namespace

std::string_view name_of(Fact::Kind kind) {
  constexpr std::string_view kNames[] = {"number", "blank", "nothing", "unclear", "missing"};
  return kNames[kind];
}

const std::vector<Edition>& editions() {
  using namespace form;
  static const std::vector<Edition> kEditions = {
      {"2021", "2024", {&kDisclosure2021, &kApplications2021, &kReview}},
      {"2021 merged", "2024", {&kDisclosure2021, &kApplications2019, &kReview}},
      {"2019", "2020", {&kDisclosure2019, &kApplications2019, &kReview}},
      {"2014", "2016", {&kStatistics}},
  };
  return kEditions;
}

std::string key(const TableForm& form, std::string_view row, std::string_view column) {
  return std::string(form.id) + " " + std::string(row) + " " + std::string(column);
}

Sample made_up(const Edition& edition, Random& random) {
  const std::string year(edition.year);
  Sample out;
  // A province makes 规章, so that the table may hold any figure of them.
  out.title = "示例省" + year + "年政府信息公开工作年度报告";
  out.period = "本报告所列数据的统计期限为" + year + "年1月1日至12月31日，电话010-12345678。";
  for (const TableForm* f : edition.tables) {
    const Values v = consistent(*f, random);
    SampleTable& table = out.tables.emplace_back(SampleTable{f, {}});
    for (const Row& r : f->rows) {
      if (r.heading()) continue;
      SampleRow& row = table.rows.emplace_back(SampleRow{&r, std::string(r.label), {}});
      for (const uint8_t c : r.columns) {
        const Column& column = f->columns[c];
        std::string text = std::to_string(v.at(at(r.id, column.id)));
        if (fractional(*f, r, column) && random.chance(2)) text += "." + std::to_string(1 + random.below(8999));
        if (column.id == f->signs && random.chance(2)) text.insert(0, random.chance(2) ? "+" : "-");
        row.figures.push_back({key(*f, r.id, column.id), {Fact::number, text, parse_decimal(text), {}}});
      }
    }
  }
  return out;
}

Sample as_read(const Report& report) {
  Sample out;
  if (report.outline.title) out.title = report.outline.title->text;
  for (const Table& t : report.tables) {
    SampleTable& table = out.tables.emplace_back(SampleTable{t.form, {}});
    for (uint16_t r = 0; r < t.form->rows.size(); ++r) {
      const Row& row = t.form->rows[r];
      if (row.heading()) continue;
      SampleRow& printed = table.rows.emplace_back(SampleRow{&row, std::string(row.label), {}});
      for (const uint8_t c : row.columns) {
        const Cell& cell = *t.find(r, c);
        const std::string text = cell.state == Cell::missing ? "" : text_at(report, cell.place);
        const Fact::Kind kind = cell.value ? Fact::number : text.empty() ? Fact::blank : Fact::nothing;
        printed.figures.push_back({key(*t.form, row.id, t.form->columns[c].id), {kind, text, cell.value, {}}});
      }
    }
  }
  return out;
}

// Of Unicode's private use: U+F0000 + id before, U+100000 behind.
std::string printed(const Figure& figure) {
  std::string out;
  if (figure.truth.kind != Fact::blank) {
    utf8::append(out, char32_t(0xF0000 + figure.id));
    out += figure.truth.text;
    utf8::append(out, 0x100000);
  }
  return out + figure.tail;
}

std::map<size_t, Span> take_marks(std::string& text) {
  std::map<size_t, Span> places;
  std::string out;
  size_t open = 0;
  for (size_t i = 0; i < text.size();) {
    const utf8::CodePoint c = utf8::decode(text, i);
    if (c.value == 0x100000) {
      places[open].end = uint32_t(out.size());
    } else if (c.value >= 0xF0000) {
      open = c.value - 0xF0000;
      places[open].begin = uint32_t(out.size());
    } else {
      out += text.substr(i, c.size);
    }
    i += c.size;
  }
  text = std::move(out);
  return places;
}

size_t width(std::string_view text) {
  size_t columns = 0;
  for (size_t i = 0; i < text.size();) {
    const utf8::CodePoint c = utf8::decode(text, i);
    i += c.size;
    columns += c.value >= 0xF0000 || c.value == 0xFEFF || (c.value >= 0x200B && c.value <= 0x206F) ? 0
               : c.value >= 0x2E80                                                                 ? 2
                                                                                                   : 1;
  }
  return columns;
}

}  // namespace gouji::test
