#include "rules/missing.h"

#include <algorithm>

#include "order.h"
#include "rules/edits.h"
#include "rules/rules.h"

namespace gouji {
namespace {

constexpr double kCertainlyMissing = 0.97;

std::string digits_of(std::string_view figure) {
  std::string out;
  for (const char c : figure)
    if (c >= '0' && c <= '9') out += c;
  return out;
}

}  // namespace

std::string Missing::name(size_t i) const {
  return name_of({table_.form, table_.cells[i].row, table_.cells[i].column}, lang_);
}

std::string Missing::sentence(size_t first, size_t end) const {
  size_t known = 0;
  int64_t high = 0;
  std::string figures, list;
  for (size_t i = first; i < end; ++i) {
    const std::optional<Range>& r = bounds_.cells[i];
    if (!r) return bounds_.contradiction ? message("contradiction", lang_) : "";
    high = std::max(high, r->high);
    if (!r->exact()) continue;
    ++known;
    const std::string figure = std::to_string(r->low);
    const std::string cell = message("must_be_cell", lang_, {{"cell", name(i)}, {"should", figure}});
    figures += (figures.empty() ? "" : message("figure_separator", lang_)) + figure;
    list += (list.empty() ? "" : message("item_separator", lang_)) + cell;
  }
  if (end - first == 1 && known == 1) return message("must_be", lang_, {{"should", figures}});
  if (known == end - first) return message("must_be_row", lang_, {{"figures", figures}});
  if (known > 0) return message("must_be_some", lang_, {{"list", list}});
  const std::string low = std::to_string(bounds_.cells[first]->low), most = std::to_string(high);
  if (end - first > 1) return message("at_most_each", lang_, {{"high", most}});
  return bounds_.cells[first]->low == 0 ? message("at_most", lang_, {{"high", most}})
                                        : message("between", lang_, {{"low", low}, {"high", most}});
}

std::vector<Fix> Missing::fixes(size_t first, size_t end) const {
  Fix fix{message("fill", lang_,
                  {{"cell", name(first)},
                   {"should", bounds_.cells[first] ? std::to_string(bounds_.cells[first]->low) : ""}}),
          Safety::needs_review,
          kCertainlyMissing,
          {}};
  std::string figures;
  for (size_t i = first; i < end; ++i) {
    const std::optional<Range>& r = bounds_.cells[i];
    if (!r || !r->exact() || table_.cells[i].state == Cell::missing) return {};
    figures += (figures.empty() ? "" : message("figure_separator", lang_)) + std::to_string(r->low);
    for (Edit& e : rewrite(report_.source.text, table_.cells[i].place, r->low)) fix.edits.push_back(std::move(e));
  }
  put_in_order(fix.edits.begin(), fix.edits.end(),
               [](const Edit& a, const Edit& b) { return a.span.begin < b.span.begin; });
  if (end - first > 1) {
    const Row& row = table_.form->rows[table_.cells[first].row];
    fix.title = message("fill_row", lang_, {{"row", lang_ == Lang::zh ? row.zh : row.en}, {"figures", figures}});
  }
  return {std::move(fix)};
}

bool Missing::must_be_zero(const std::vector<size_t>& cells) const {
  return std::all_of(cells.begin(), cells.end(), [&](size_t i) {
    const std::optional<Range>& r = bounds_.cells[i];
    return r && r->exact() && r->low == 0 && table_.cells[i].state != Cell::missing;
  });
}

std::string Missing::sentence_of_zeros(const std::vector<size_t>& cells) const {
  return must_be_zero(cells)     ? message("must_be_zeros", lang_)
         : bounds_.contradiction ? message("contradiction", lang_)
                                 : "";
}

std::vector<Fix> Missing::fixes_with_zeros(const std::vector<size_t>& cells) const {
  if (!must_be_zero(cells)) return {};
  Fix fix{message("fill_zeros", lang_, {{"count", std::to_string(cells.size())}}),
          Safety::needs_review,
          kCertainlyMissing,
          {}};
  for (const size_t i : cells)
    for (Edit& e : rewrite(report_.source.text, table_.cells[i].place, 0)) fix.edits.push_back(std::move(e));
  put_in_order(fix.edits.begin(), fix.edits.end(),
               [](const Edit& a, const Edit& b) { return a.span.begin < b.span.begin; });
  return {std::move(fix)};
}

std::vector<Fix> Missing::joins(const Trouble& trouble, size_t first, size_t end) const {
  if (trouble.values.size() <= end - first) return {};
  Fix fix{{}, Safety::needs_review, kCertainlyMissing, {}};
  const std::string_view folded = report_.folded.text();
  size_t next = 0;
  for (size_t i = first; i < end; ++i) {
    if (!bounds_.cells[i] || !bounds_.cells[i]->exact()) return {};
    const std::string wanted = std::to_string(bounds_.cells[i]->low);
    std::string found;
    for (size_t from = next; next < trouble.values.size() && found.size() < wanted.size(); ++next) {
      found += digits_of(slice(folded, trouble.values[next]));
      if (next == from) continue;
      const Span gap{report_.folded.to_source(trouble.values[next - 1]).end,
                     report_.folded.to_source(trouble.values[next]).begin};
      if (slice(report_.source.text, gap).find_first_not_of(" \t") != std::string_view::npos) return {};
      fix.edits.push_back({gap, ""});
    }
    if (found != wanted) return {};
    fix.title += fix.edits.empty() || !fix.title.empty() ? "" : message("fix.join", lang_, {{"figure", wanted}});
  }
  if (next != trouble.values.size()) return {};
  return {std::move(fix)};
}

}  // namespace gouji
