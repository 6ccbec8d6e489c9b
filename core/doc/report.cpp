#include "doc/report.h"

#include <algorithm>

#include "read/furniture.h"
#include "read/matcher.h"
#include "read/tables.h"
#include "read/unfold.h"
#include "text/fold.h"
#include "text/html.h"
#include "text/simplify.h"

namespace gouji {

Report read_report(Decoded source) {
  Report r;
  r.source = std::move(source);
  const std::string_view text = r.source.text;
  if (is_html(text)) {
    visible_text(text, r.folded);
  } else {
    fold(text, 0, r.folded);
  }
  simplify(r.folded);
  unfold(r.folded);
  r.outline = read_outline(r.folded);
  if (is_html(text) && !r.outline.title) take_title(title_of_page(text), r.outline);
  const std::u32string title = r.outline.title ? han_of(r.outline.title->plain) : std::u32string();
  const std::vector<uint32_t> pages = page_numbers(r.folded, text, r.outline.end);
  ReadTables read = read_tables(r.folded, {r.outline.end, r.outline.year, title, pages});
  r.tables = std::move(read.tables);
  r.form = read.edition;
  std::vector<Span> tables;
  for (const Table& t : r.tables) tables.push_back(t.folded);
  r.outline.sections = read_sections(r.folded, r.outline.end, tables);
  // The table of applications alone does not tell a report of 2021 that prints （六） as one row from one of 2019.
  const bool told = r.table("disclosure") != nullptr || r.table("statistics") != nullptr;
  if (!told && r.form == "2019" && r.outline.year.value_or(0) >= 2021) r.form = "2021";
  return r;
}

bool is_report(const Report& r) {
  const auto& sections = r.outline.sections;
  return r.outline.title || !r.tables.empty() ||
         std::any_of(sections.begin(), sections.end(), [](const Section& s) { return s.named == s.number; });
}

}  // namespace gouji
