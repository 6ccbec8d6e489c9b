// structure.*: the title, the six sections, the three tables, and which edition of the form they are.
#include <algorithm>

#include "data.h"
#include "read/labels.h"
#include "read/matcher.h"
#include "rules/prose.h"
#include "rules/rules.h"
#include "text/lines.h"

namespace gouji {
namespace {

constexpr std::string_view kNumerals[] = {"", "一", "二", "三", "四", "五", "六"};
// Which section reports which table.
constexpr std::pair<std::string_view, int> kTables[] = {{"disclosure", 2}, {"applications", 3}, {"review", 4}};

// A table pasted alone, without its report, lacks nothing.
bool whole(const Report& r) { return r.outline.title || r.outline.sections.size() >= 2; }

// The edition whose titles a report should bear: that of its year, else that of its tables.
std::string_view edition_of(const Report& r) {
  const int year = r.outline.year.value_or(0);
  return year >= 2021 || (year == 0 && r.form != "2019") ? "2021" : "2019";
}

// The title of a section as the edition prints it.
std::string_view form_title(std::string_view edition, int number) {
  for (const data::sections_row& s : data::sections)
    if (s.form == edition && s.number[0] - '0' == number) return s.title;
  return "";
}

bool is_form_title(std::string_view edition, int number, std::string_view title) {
  return std::any_of(std::begin(data::sections), std::end(data::sections), [&](const data::sections_row& s) {
    return s.form == edition && s.number[0] - '0' == number && han_of(s.title) == han_of(title);
  });
}

void judge_title(const Report& r, Sink& sink) {
  if (!r.outline.title) {
    sink.report("structure.title", std::nullopt, message("title_missing", sink.lang()));
    return;
  }
  const Title& t = *r.outline.title;
  if (!t.year) {
    sink.report("structure.title", t.span, message("title_year", sink.lang()));
  } else if (!find_year(t.plain)) {
    sink.report("structure.title", t.span,
                message("title_year_word", sink.lang(), {{"year", std::to_string(*t.year)}}));
  }
  const auto called = [&](std::string_view word) { return t.plain.find(word) != std::string::npos; };
  if (!called("年度报告") && !called("年度工作报告") && !called("年报"))
    sink.report("structure.title", t.span, message("title_words", sink.lang()));
  if (r.outline.body.name.empty()) sink.report("structure.title", t.span, message("title_body", sink.lang()));
}

void judge_sections(const Report& r, Sink& sink) {
  const std::string_view edition = edition_of(r);
  for (int n = 1; n <= kSections; ++n) {
    const auto& sections = r.outline.sections;
    const auto found = std::find_if(sections.begin(), sections.end(),
                                    [&](const Section& s) { return s.named == n || (s.named == 0 && s.number == n); });
    const std::string_view should = form_title(edition, n);
    const std::string number = std::to_string(n);
    if (found == sections.end()) {
      sink.report(
          "structure.missing_section", std::nullopt,
          message("missing_section", sink.lang(), {{"numeral", kNumerals[n]}, {"number", number}, {"title", should}}));
    } else if (!is_form_title(edition, n, found->plain)) {
      sink.report("structure.section_title", found->span,
                  message("section_title", sink.lang(),
                          {{"numeral", kNumerals[n]}, {"number", number}, {"is", found->title}, {"should", should}}));
    } else if (found->number != n) {
      const std::string is = std::to_string(found->number);
      sink.report("structure.section_number", found->span,
                  message("section_number", sink.lang(),
                          {{"title", found->title}, {"is", is}, {"number", number}, {"numeral", kNumerals[n]}}));
    }
  }
}

void judge_tables(const Report& r, Sink& sink) {
  for (const auto& [id, section] : kTables) {
    if (r.table(id) != nullptr) continue;
    std::string_view name = id;
    for (const TableForm* f : table_forms())
      if (f->id == id) name = sink.lang() == Lang::zh ? f->zh : f->en;
    const std::string in = std::string(kNumerals[section]) + "、" + std::string(form_title(edition_of(r), section));
    sink.report("structure.missing_table", std::nullopt,
                message("missing_table", sink.lang(), {{"table", name}, {"section", in}}));
  }
}

// Where the first label of a table stands, for findings that concern it as a whole: its first character.
Span head_of(const Table& t, const Report& r) {
  const size_t line = r.source.text.find_first_of("\r\n\t", t.span.begin);
  return {t.span.begin, uint32_t(std::min<size_t>(line, t.span.end))};
}

// The whole of a row that the form does not have: what stands in its cells is said with it.
Span place_of(const ExtraRow& x) {
  Span place = x.label;
  for (const Cell& c : x.cells) place = cover(place, c.place);
  return place;
}

}  // namespace

void judge_structure(const Report& r, Sink& sink) {
  if (whole(r)) judge_title(r, sink);
  if (whole(r) && six_part(r)) {
    judge_sections(r, sink);
    judge_tables(r, sink);
  }
  const int year = r.outline.year.value_or(0);
  const Table* const disclosure = r.table("disclosure");
  const bool old = disclosure != nullptr && disclosure->form->edition == "2019" && year >= 2021;
  if (old)
    sink.report("structure.form_of_year", head_of(*disclosure, r),
                message("form_of_year", sink.lang(), {{"year", std::to_string(year)}}));
  const Table* const applications = r.table("applications");
  if (applications != nullptr && applications->form->edition == "2019" && r.form == "2021") {
    std::optional<Span> place;
    for (const Cell& c : applications->cells)
      if (applications->form->rows[c.row].id == "other" && c.state != Cell::missing)
        place = place ? cover(*place, c.place) : c.place;
    if (place) sink.report("structure.merged_rows", place, message("merged_rows", sink.lang()));
  }
  for (const Table& t : r.tables)
    for (const ExtraRow& x : t.extras)
      sink.report("structure.extra_row", place_of(x),
                  message(x.subtotal ? "subtotal_row" : "extra_row", sink.lang(),
                          {{"name", x.name}, {"table", sink.lang() == Lang::zh ? t.form->zh : t.form->en}}));
  for (const Table& t : r.tables) {
    const std::string_view name = sink.lang() == Lang::zh ? t.form->zh : t.form->en;
    if (!t.moved.empty()) {
      const std::string count = std::to_string(t.moved.size());
      Finding f{};
      f.rule = "structure.row_order";
      f.span = t.moved.front();
      f.message = message("row_order", sink.lang(), {{"table", name}, {"count", count}});
      for (size_t i = 1; i < t.moved.size(); ++i)
        f.related.push_back({t.moved[i], message("row_order_also", sink.lang())});
      sink.report(std::move(f));
    }
    if (t.reordered)
      sink.report("structure.column_order", head_of(t, r), message("column_order", sink.lang(), {{"table", name}}));
  }
  for (const Table& t : r.tables)
    if (t.second && !t.repeated)
      sink.report("structure.second_table", *t.second,
                  message("second_table", sink.lang(), {{"table", sink.lang() == Lang::zh ? t.form->zh : t.form->en}}));
  if (r.outline.second)
    sink.report("structure.second_report", r.outline.second->span,
                message("second_report", sink.lang(), {{"title", r.outline.second->text}}));
}

}  // namespace gouji
