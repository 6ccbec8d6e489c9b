#include "support/generate.h"

#include <algorithm>

#include "support/arrange.h"
#include "support/encode.h"
#include "text/lines.h"

namespace gouji::test {
namespace {

constexpr uint64_t kNone = 0;
constexpr auto exact = Expect::exact, said = Expect::said;

// One row a layout: what it is called, how tables are printed, what else happens, what must come of it, what may be
// said.
constexpr Layout kLayouts[] = {
    // shapes
    {"tabs", Shape::tabs, kNone, exact, ""},
    {"tabs, merged empty", Shape::tabs_merged, kNone, exact, ""},
    {"tabs, ragged", Shape::ragged, kNone, exact, ""},
    {"tabs, trailing", Shape::trailing, kNone, exact, ""},
    {"single spaces", Shape::spaces, kNone, exact, ""},
    {"aligned columns", Shape::aligned, kNone, exact, ""},
    {"pdftotext -layout", Shape::columns, kNone, exact, ""},
    {"pdftotext -raw", Shape::raw, kNone, exact, ""},
    {"one cell a line", Shape::cell_a_line, kNone, exact, ""},
    {"everything on a line", Shape::one_line, kNone, exact, ""},
    {"numbers before labels", Shape::behind, kNone, exact, ""},
    {"labels wrapped", Shape::wrapped, kNone, exact, ""},
    {"labels around", Shape::around, kNone, exact, ""},
    {"Markdown", Shape::markdown, kNone, exact, ""},
    {"Markdown, escapes", Shape::markdown_marks, kNone, exact, ""},
    {"CSV", Shape::csv, kNone, exact, ""},
    {"CSV, thousands", Shape::csv, commas, exact, ""},
    {"HTML", Shape::html, kNone, exact, ""},
    {"HTML of a site", Shape::html_site, kNone, exact, ""},
    {"HTML layout table", Shape::html_page, kNone, exact, ""},
    {"HTML nested", Shape::html_nested, kNone, exact, ""},
    {"HTML of Word", Shape::html_word, kNone, exact, ""},
    {"HTML of WPS", Shape::html_wps, kNone, exact, ""},
    {"HTML of Excel", Shape::html_excel, kNone, exact, ""},
    {"HTML within numbers", Shape::html_cut, kNone, exact, ""},
    {"side by side, tabs", Shape::tabs_merged, beside, exact, ""},
    {"side by side, HTML", Shape::html_site, beside, exact, ""},
    // pages
    {"pages - 5 -", Shape::tabs, page_dashes | running_heads | repeated_header, exact, ""},
    {"pages 5", Shape::spaces, page_bare, exact, ""},
    {"pages 第 5 页", Shape::spaces, page_words | running_heads, exact, ""},
    {"pages 5/9", Shape::tabs, page_slash, exact, ""},
    {"pages, -layout", Shape::columns, page_dashes | repeated_header, exact, ""},
    {"pages 5, -layout", Shape::columns, page_bare | running_heads, exact, ""},
    {"pages, cell a line", Shape::cell_a_line, page_words, exact, ""},
    // mail and line ends
    {"mail >", Shape::spaces, quoted, exact, ""},
    {"mail >>", Shape::spaces, quoted_twice, exact, ""},
    {"mail >, tabs", Shape::tabs, quoted, exact, ""},
    {"mail >, -layout", Shape::columns, quoted, exact, ""},
    {"mail >, Markdown", Shape::markdown, quoted, exact, ""},
    {"mail >, cell a line", Shape::cell_a_line, quoted, exact, ""},
    {"blank lines", Shape::spaces, blank_lines, exact, ""},
    {"CRLF", Shape::tabs, crlf, exact, ""},
    {"CR", Shape::spaces, cr, exact, ""},
    {"NEL", Shape::cell_a_line, nel, exact, ""},
    {"U+2028", Shape::columns, line_separator, exact, ""},
    {"form feeds", Shape::tabs, form_feed, exact, ""},
    // labels, rows, headers
    {"labels otherwise", Shape::tabs, variants, exact, ""},
    {"labels otherwise, 2", Shape::spaces, variants, exact, ""},
    {"labels otherwise, -raw", Shape::raw, variants, exact, ""},
    {"no groups", Shape::spaces, no_groups, exact, ""},
    {"header shuffled", Shape::spaces, shuffled_header, exact, ""},
    {"header shuffled, -raw", Shape::raw, shuffled_header, exact, ""},
    {"review by rows", Shape::tabs, review_rows, exact, ""},
    {"review by rows, 2", Shape::spaces, review_rows, exact, ""},
    {"review on its side", Shape::tabs, review_column, exact, ""},
    {"review on its side, 2", Shape::html_site, review_column, exact, ""},
    {"a row more", Shape::tabs, extra_row, exact, "structure.extra_row applications.* statistics.sum"},
    {"a row more, spaces", Shape::spaces, extra_row, exact, "structure.extra_row applications.* statistics.sum"},
    {"a row less", Shape::tabs, missing_row, said, ""},
    {"a row less, -layout", Shape::columns, missing_row, said, ""},
    {"a row less, cells", Shape::cell_a_line, missing_row, said, ""},
    {"rows swapped", Shape::tabs, swapped_rows, exact, "structure.row_order"},
    {"last row empty", Shape::tabs, empty_last_row, exact, "reading.blank"},
    {"cells lost or added", Shape::spaces, lost_cells, said, ""},
    {"cells lost, a line", Shape::cell_a_line, lost_cells, said, ""},
    {"cells lost, -layout", Shape::columns, lost_cells, said, ""},
    {"cells lost, HTML", Shape::html_site, lost_cells, said, ""},
    // drawn up otherwise
    {"小计 besides, tabs", Shape::tabs, subtotal, exact, "structure.column_order reading.stray"},
    {"小计 besides, HTML", Shape::html_site, subtotal, exact, "structure.column_order reading.stray"},
    {"two years beside, tabs", Shape::tabs, other_year_beside, exact, "structure.column_order"},
    {"two years beside, HTML", Shape::html, other_year_beside, exact, "structure.column_order"},
    {"turned round, tabs", Shape::tabs, turned_round, exact, ""},
    {"turned round, HTML", Shape::html, turned_round, exact, ""},
    {"labels first, spaces", Shape::spaces, labels_first, exact, ""},
    {"labels first, a line", Shape::cell_a_line, labels_first, exact, ""},
    {"column by column", Shape::cell_a_line, column_by_column, exact, ""},
    {"columns exchanged, tabs", Shape::tabs, exchanged_columns, exact, "structure.column_order"},
    {"columns exchanged", Shape::spaces, exchanged_columns, exact, "structure.column_order"},
    {"rows repeated", Shape::spaces, page_dashes | repeated_rows, exact, ""},
    {"rows repeated, tabs", Shape::tabs, page_words | repeated_rows | repeated_header, exact, ""},
    {"the same table twice", Shape::tabs, same_twice, exact, ""},
    {"the same twice, HTML", Shape::html_site, same_twice, exact, ""},
    {"own office first", Shape::tabs, own_first, exact, "structure.second_table"},
    {"own office first, HTML", Shape::html_site, own_first, exact, "structure.second_table"},
    {"figures broken", Shape::spaces, broken_figures, said, ""},
    {"figures broken, aligned", Shape::aligned, broken_figures, said, ""},
    {"figures broken, tabs", Shape::tabs, broken_figures, said, ""},
    // figures
    {"full width", Shape::spaces, wide_digits, exact, ""},
    {"thousands ,", Shape::tabs, commas, exact, ""},
    {"thousands ，", Shape::spaces, wide_commas, exact, ""},
    {"thousands ，wide", Shape::tabs, commas | wide_digits, exact, ""},
    {"thousands space", Shape::tabs, spaced_thousands, said, ""},
    {"thousands space, 2", Shape::spaces, spaced_thousands, said, ""},
    {"numerals", Shape::tabs, numerals, exact, ""},
    {"numerals, spaces", Shape::spaces, numerals, said, ""},
    {"O for 0, l for 1", Shape::tabs, lookalikes, exact, "reading.unclear"},
    {"O for 0, spaces", Shape::spaces, lookalikes, said, ""},
    {"units", Shape::tabs, units, exact, ""},
    {"units, cell a line", Shape::cell_a_line, units, exact, ""},
    {"units, thousands", Shape::html_word, units | commas, exact, ""},
    {"units, -layout", Shape::columns, units, exact, ""},
    {"footnote marks", Shape::tabs, footnotes, exact, ""},
    {"footnote marks, HTML", Shape::html_site, footnotes, exact, ""},
    {"footnotes, spaces", Shape::spaces, footnotes, said, ""},
    {"zero width", Shape::tabs, invisible, exact, ""},
    {"zero width, -layout", Shape::columns, invisible, exact, ""},
    {"/ - — 无", Shape::tabs, marks, exact, "reading.blank"},
    {"/ - — 无, spaces", Shape::spaces, marks, exact, "reading.blank"},
    {"/ - — 无, HTML", Shape::html_site, marks, exact, "reading.blank"},
    {"/ - — 无, -layout", Shape::columns, marks, exact, "reading.blank"},
    {"blanks", Shape::tabs, blanks, exact, "reading.blank"},
    {"blanks, merged", Shape::tabs_merged, blanks, exact, "reading.blank"},
    {"blanks, Markdown", Shape::markdown, blanks, exact, "reading.blank"},
    {"blanks, CSV", Shape::csv, blanks, exact, "reading.blank"},
    {"blanks, HTML of a site", Shape::html_site, blanks, exact, "reading.blank"},
    {"blanks, HTML of Word", Shape::html_word, blanks | marks, exact, "reading.blank"},
    {"blanks, spaces", Shape::spaces, blanks, said, ""},
    {"blanks, -layout", Shape::columns, blanks, said, ""},
    {"blanks, cell a line", Shape::cell_a_line, blanks, said, ""},
    {"blanks, trailing", Shape::trailing, blanks, said, ""},
    {"blanks, ends cut", Shape::tabs, blanks | ends_cut, said, ""},
    {"blanks, merged, ends cut", Shape::tabs_merged, blanks | ends_cut, said, ""},
    {"blanks, thousands space", Shape::tabs, blanks | spaced_thousands, said, ""},
    // documents
    {"table alone, tabs", Shape::tabs, alone, exact, ""},
    {"table alone, spaces", Shape::spaces, alone, exact, ""},
    {"table alone, HTML", Shape::html_excel, alone, exact, ""},
    {"two reports", Shape::tabs, two_reports, exact, "structure.second_report"},
    {"two reports, a line", Shape::cell_a_line, two_reports, exact, "structure.second_report"},
    {"two reports, HTML", Shape::html_site, two_reports, exact, "structure.second_report"},
    {"a table twice", Shape::tabs, table_twice, exact, "structure.second_table"},
    {"a table twice, spaces", Shape::spaces, table_twice, exact, "structure.second_table"},
    {"cut off", Shape::tabs, cut_off, said, ""},
    {"cut off, -layout", Shape::columns, cut_off, said, ""},
    {"cut off, HTML", Shape::html_word, cut_off, said, ""},
    {"mojibake", Shape::tabs, mojibake, said, ""},
    // encodings
    {"byte-order mark", Shape::tabs, kNone, exact, "", Encoding::utf8, true},
    {"UTF-16LE, mark", Shape::tabs, crlf, exact, "", Encoding::utf16le, true},
    {"UTF-16BE, mark", Shape::spaces, kNone, exact, "", Encoding::utf16be, true},
    {"UTF-16LE", Shape::tabs, kNone, exact, "", Encoding::utf16le},
    {"UTF-16BE", Shape::html_site, kNone, exact, "", Encoding::utf16be},
    {"GB18030", Shape::tabs, crlf, exact, "", Encoding::gb18030},
    {"GB18030, HTML", Shape::html_wps, kNone, exact, "", Encoding::gb18030},
    {"繁體", Shape::tabs, traditional, exact, "structure.*"},
    {"Big5 繁體", Shape::tabs, traditional, exact, "structure.*", Encoding::big5},
    // whatever may meet
    {"anything", Shape::tabs, any, said, ""},
};

// Of the noises that may meet, those that a person could still read; a few of them, at random.
Layout at_random(Random& random) {
  constexpr uint64_t kMeet[] = {wide_digits,
                                commas,
                                wide_commas,
                                numerals,
                                lookalikes,
                                units,
                                footnotes,
                                invisible,
                                marks,
                                blanks,
                                lost_cells,
                                variants,
                                extra_row,
                                missing_row,
                                swapped_rows,
                                no_groups,
                                empty_last_row,
                                shuffled_header,
                                page_dashes,
                                page_bare,
                                running_heads,
                                page_words,
                                repeated_header,
                                quoted,
                                blank_lines,
                                crlf,
                                cr,
                                nel,
                                line_separator,
                                form_feed,
                                alone,
                                two_reports,
                                spaced_thousands,
                                review_rows,
                                cut_off,
                                page_slash,
                                table_twice};
  Layout out{"", Shape(random.below(uint32_t(Shape::html_cut) + 1)), 0, said, ""};
  for (uint32_t i = random.below(4); i > 0; --i) out.noise |= random.one_of(kMeet);
  // What is lost must not be made up for by something else that looks like it: then nobody could tell. Nor could they
  // where the layout fills up every row to its columns.
  constexpr Shape kFilled[] = {Shape::tabs_merged,    Shape::ragged, Shape::trailing, Shape::markdown,
                               Shape::markdown_marks, Shape::csv,    Shape::html};
  if (std::find(std::begin(kFilled), std::end(kFilled), out.shape) != std::end(kFilled))
    out.noise &= ~uint64_t(lost_cells);
  if ((out.noise & (cut_off | lost_cells)) != 0) out.noise &= ~uint64_t(blanks | empty_last_row);
  if ((out.noise & (blanks | empty_last_row | lost_cells)) != 0)
    out.noise &= ~uint64_t(spaced_thousands | page_bare | page_slash | footnotes);
  if (is_markup(out.shape))
    out.noise &= ~uint64_t(quoted | page_dashes | page_bare | page_words | page_slash | blank_lines);
  return out;
}

// As a PDF viewer hands out the words of a header: in no order, and broken where they were wrapped.
void shuffle_words(Grid& grid, Random& random) {
  std::vector<std::string> words;
  for (GridRow& r : grid.rows) {
    if (r.kind != GridRow::header) continue;
    for (const GridCell& c : r.cells)
      for (const std::string& w : pieces(c.text, width(c.text) > 8 ? 2 : 1)) words.push_back(w);
    r.cells.clear();
  }
  random.shuffle(words);
  size_t next = 0;
  for (GridRow& r : grid.rows)
    if (r.kind == GridRow::header)
      for (size_t i = 0; i < 8 && next < words.size(); ++i) r.cells.push_back({words[next++]});
}

// The second beside the first, row by row; what one lacks is empty.
Grid side_by_side(const Grid& a, const Grid& b) {
  const auto left = expanded(a), right = expanded(b);
  Grid out;
  out.widths = a.widths;
  out.widths.insert(out.widths.end(), b.widths.begin(), b.widths.end());
  for (size_t r = 0; r < std::max(left.size(), right.size()); ++r) {
    GridRow row{GridRow::data, {}};
    for (size_t c = 0; c < a.widths.size(); ++c) row.cells.push_back({r < left.size() ? left[r][c] : ""});
    for (size_t c = 0; c < b.widths.size(); ++c) row.cells.push_back({r < right.size() ? right[r][c] : ""});
    out.rows.push_back(std::move(row));
  }
  return out;
}

// The same tables with figures that are nobody's truth.
Sample with_other_figures(Sample sample) {
  for (SampleTable& t : sample.tables)
    for (SampleRow& r : t.rows)
      for (Figure& f : r.figures) {
        f.id += 10000;
        if (!f.truth.text.empty()) f.truth.text.insert(0, "7");
      }
  return sample;
}

class Printer {
 public:
  Printer(const Sample& sample, const Layout& layout, Random& random)
      : sample_(sample), layout_(layout), random_(random) {}

  std::string body() {
    const bool old = sample_.tables.size() == 1 && sample_.tables[0].form->id == "statistics";
    const uint64_t noise = layout_.noise;
    if ((noise & alone) != 0) {
      table(grid(sample_.tables[0]));
      return std::move(out_);
    }
    say(sample_.title);
    if (!sample_.period.empty()) say(sample_.period);
    section("一、总体情况");
    say("上年公开信息 1,234 条，收到申请 56 件，予以公开 3 件，行政许可 78 件。");
    if (old) {
      say("附件");
      if ((noise & beside) != 0) {
        SampleTable first = sample_.tables[0], second = first;
        const auto half = std::ptrdiff_t(first.rows.size() / 2);
        first.rows.erase(first.rows.begin() + half, first.rows.end());
        second.rows.erase(second.rows.begin(), second.rows.begin() + half);
        table(side_by_side(grid(first), grid(second)));
      } else {
        tables_of(0);
      }
      return std::move(out_);
    }
    const char* const kHeadings[] = {"二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况",
                                     "四、政府信息公开行政复议、行政诉讼情况"};
    for (size_t t = 0; t < sample_.tables.size(); ++t) {
      section(kHeadings[t]);
      if ((noise & beside) != 0 && t == 0) {
        say(kHeadings[1]);
        table(side_by_side(grid(sample_.tables[0]), grid(sample_.tables[1])));
        ++t;
      } else {
        tables_of(t);
      }
    }
    section("五、存在的主要问题及改进情况");
    say("一是业务培训不足，全年只有 2 期。二是答复不够规范。");
    section("六、其他需要报告的事项");
    say("全年未收取信息处理费。");
    return std::move(out_);
  }

 private:
  const Sample& sample_;
  const Layout& layout_;
  Random& random_;
  std::string out_;

  void say(std::string_view text) { out_ += paragraph(text, layout_.shape); }

  void section(std::string_view title) {
    if ((layout_.noise & form_feed) != 0) out_ += "\f";
    say(title);
  }

  Grid grid(const SampleTable& t) {
    const uint64_t noise = layout_.noise;
    const ReviewAs review = (noise & review_rows) != 0     ? ReviewAs::rows
                            : (noise & review_column) != 0 ? ReviewAs::column
                                                           : ReviewAs::line;
    Grid out = grid_of(t, (noise & no_groups) == 0, review);
    // Columns of a page differ in width from report to report, and labels in how they are wrapped.
    if (layout_.shape == Shape::columns)
      for (size_t& w : out.widths) w += w > 4 ? 2 * random_.below(w > 12 ? 10 : 2) : 0;
    if ((noise & shuffled_header) != 0) shuffle_words(out, random_);
    return arranged(std::move(out), t, find_year(sample_.title).value_or(0), noise, random_);
  }

  void tables_of(size_t t) {
    if ((layout_.noise & own_first) != 0) {
      say("（一）县本级");
      table(grid(with_other_figures(sample_).tables[t]));
      say("（二）全县汇总");
    }
    const size_t begin = out_.size();
    table(grid(sample_.tables[t]));
    if ((layout_.noise & same_twice) != 0) out_ += without_marks(out_.substr(begin));
    if ((layout_.noise & table_twice) != 0 && t == 0) table(grid(with_other_figures(sample_).tables[t]));
  }

  void table(const Grid& grid) {
    out_ += before_table(layout_.shape);
    size_t header = 0;
    while (header < grid.rows.size() && grid.rows[header].kind == GridRow::header) ++header;
    out_ += paged(test::print(grid, layout_.shape, random_), header, sample_.title, layout_.noise);
    out_ += after_table(layout_.shape);
  }
};

}  // namespace

const std::vector<Layout>& layouts() {
  static const std::vector<Layout> list{std::begin(kLayouts), std::end(kLayouts)};
  return list;
}

Document print(Sample sample, const Layout& layout, Random& random) {
  if ((layout.noise & alone) != 0) {
    std::swap(sample.tables[0], sample.tables[random.below(uint32_t(sample.tables.size()))]);
    sample.tables.resize(1, sample.tables[0]);
  }
  trouble(sample, layout.noise, random);
  std::string text = before_document(layout.shape) + Printer(sample, layout, random).body();
  if ((layout.noise & two_reports) != 0) {
    Sample second = with_other_figures(sample);
    second.title = "另一县2023年政府信息公开工作年度报告";
    second.period.clear();
    text += Printer(second, layout, random).body();
  }
  if ((layout.noise & cut_off) != 0) text = without_end(text, random);
  text = as_sent(text + after_document(layout.shape), layout.noise);
  if ((layout.noise & traditional) != 0) text = in_traditional(text);
  const std::map<size_t, Span> places = take_marks(text);
  Document out;
  out.cells = sample.unprinted;
  for (const SampleTable& t : sample.tables)
    for (const SampleRow& r : t.rows)
      for (const Figure& f : r.figures) {
        const auto place = places.find(f.id);
        if (f.key.empty()) continue;  // a figure that no person could give to a cell
        Fact truth = f.truth;
        if (place != places.end()) {
          truth.place = place->second;
        } else if (truth.kind != Fact::blank) {
          truth = {};  // cut off
        }
        out.cells[f.key] = truth;
      }
  out.bytes = encoded(text, layout.encoding, layout.mark).value_or("");
  if ((layout.noise & mojibake) != 0) out.bytes = as_latin1(encoded(text, Encoding::gb18030).value_or(""));
  return out;
}

uint64_t seed_of(const Layout& layout, uint64_t run, size_t n) {
  uint64_t hash = 14695981039346656037u;  // FNV-1a
  for (const char c : layout.name) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211u;
  return hash % 1000000007 * 1000 + run * 1000000 + n;
}

Document generate(const Edition& edition, const Layout& layout, uint64_t seed) {
  Random random(seed);
  const Layout chosen = (layout.noise & any) != 0 ? at_random(random) : layout;
  return print(made_up(edition, random), chosen, random);
}

}  // namespace gouji::test
