#include "cli/render.h"
#include "text/position.h"

namespace gouji::cli {
namespace {

std::string field(std::string_view text) {
  if (text.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(text);
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + "\"";
}

}  // namespace

std::string to_csv(const Result& r, Lang lang) {
  std::string out;
  if (r.failure) return out;
  const Positions at(r.report.source.text);
  for (const Table& t : r.report.tables) {
    for (const Cell& c : t.cells) {
      const Row& row = t.form->rows[c.row];
      const bool there = c.state != Cell::missing;
      out += field(r.name) + ',' + std::string(t.form->id) + ',' + std::string(row.id) + ',' +
             std::string(t.form->columns[c.column].id) + ',' + field(lang == Lang::zh ? row.zh : row.en) + ',' +
             (c.value ? to_string(*c.value) : "") + ',' + (there ? field(text_at(r.report, c.place)) : "") + ',' +
             (there ? std::to_string(at.place(c.place.begin).line) : "") + '\n';
    }
  }
  return out;
}

}  // namespace gouji::cli
