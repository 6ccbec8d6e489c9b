// What is no narrative: the tables, and lines that are rows of a table nobody read.
#include <algorithm>

#include "order.h"

#include "narrative/tokens.h"
#include "text/lines.h"

namespace gouji {
namespace {

// Three numbers one after the other with nothing but blanks between them, or a number alone in the last cell: a row of
// a table.
bool is_row(std::string_view line) {
  constexpr int kRow = 3;
  int run = 0;
  while (!line.empty() && (line.back() == ' ' || line.back() == '\t')) line.remove_suffix(1);
  if (const size_t tab = line.rfind('\t'); tab != std::string_view::npos && tab + 1 < line.size() &&
                                           line.find_first_not_of("0123456789.,", tab + 1) == std::string_view::npos)
    return true;
  for (size_t i = 0; i < line.size();) {
    if (line[i] == ' ' || line[i] == '\t') {
      ++i;
      continue;
    }
    const size_t to = std::min(line.find_first_of(" \t", i), line.size());
    const bool number = line.substr(i, to - i).find_first_not_of("0123456789.") == std::string_view::npos;
    run = number ? run + 1 : 0;
    if (run == kRow) return true;
    i = to;
  }
  return false;
}

// A page's number, or a cell of a table that was copied column by column.
bool is_number_alone(std::string_view line) {
  const size_t first = line.find_first_not_of(" \t"), last = line.find_last_not_of(" \t");
  return first != std::string_view::npos &&
         line.substr(first, last + 1 - first).find_first_not_of("0123456789.,") == std::string_view::npos;
}

// 四、政府信息公开行政复议、行政诉讼情况……4: a line of a list of contents. Folding makes … three points.
bool is_of_contents(std::string_view line) {
  constexpr std::string_view kDot = "·";
  constexpr int kFewest = 3;
  const size_t last = line.find_last_not_of(" \t");
  size_t end = last == std::string_view::npos ? 0 : last + 1;
  const size_t digits = end;
  while (end > 0 && line[end - 1] >= '0' && line[end - 1] <= '9') --end;
  if (end == digits) return false;
  int dots = 0;
  while (end > 0) {
    const std::string_view before = line.substr(0, end);
    if (ends_with(before, kDot)) {
      end -= kDot.size();
    } else if (before.back() == '.') {
      --end;
    } else if (before.back() == ' ' || before.back() == '\t') {
      --end;
      continue;
    } else {
      break;
    }
    ++dots;
  }
  return dots >= kFewest;
}

// Where the decoded text's `at` stands in folded text.
size_t folded_at(const MappedText& folded, uint32_t at) {
  size_t low = 0, high = folded.text().size();
  while (low < high) {
    const size_t mid = (low + high) / 2;
    if (folded.to_source({uint32_t(mid), uint32_t(mid + 1)}).begin < at) {
      low = mid + 1;
    } else {
      high = mid;
    }
  }
  return low;
}

// A second table of the same kind, which nobody read, goes on until somebody writes a sentence.
std::vector<size_t> second_tables(const Report& report) {
  std::vector<size_t> out;
  for (const Table& t : report.tables)
    if (t.second) out.push_back(folded_at(report.folded, t.second->begin));
  std::sort(out.begin(), out.end());
  return out;
}

// A table is found from its first label on; that may be a word of the sentence above it: …尚未审结。
Span without_sentences(std::string_view text, Span table) {
  constexpr int kFew = 4;
  for (int n = 0; n < kFew; ++n) {
    const size_t eol = text.find('\n', table.begin);
    if (eol >= table.end || text.substr(table.begin, eol - table.begin).find("。") == std::string_view::npos) break;
    table.begin = uint32_t(eol + 1);
  }
  return table;
}

}  // namespace

std::vector<Span> holes_of(const Report& report) {
  const std::string_view text = report.folded.text();
  const size_t end = std::min<size_t>(report.outline.end, text.size());
  std::vector<Span> tables, holes;
  for (const Table& t : report.tables) tables.push_back(without_sentences(text, t.folded));
  put_in_order(tables.begin(), tables.end(), [](Span a, Span b) { return a.begin < b.begin; });
  const std::vector<size_t> seconds = second_tables(report);
  size_t next = 0, second = 0;
  bool within = false;
  for (size_t i = 0; i < end;) {
    while (next < tables.size() && tables[next].end <= i) ++next;
    if (next < tables.size() && tables[next].begin <= i) {
      holes.push_back(tables[next]);
      i = tables[next].end;
      continue;
    }
    size_t eol = std::min(text.find('\n', i), end);
    if (next < tables.size()) eol = std::min<size_t>(eol, tables[next].begin);
    for (; second < seconds.size() && seconds[second] < eol; ++second) within = true;
    const std::string_view line = text.substr(i, eol - i);
    if (line.find("。") != std::string_view::npos) within = false;
    if (within || is_row(line) || is_number_alone(line) || is_of_contents(line))
      holes.push_back({uint32_t(i), uint32_t(eol)});
    i = eol < end && text[eol] == '\n' ? eol + 1 : std::max(eol, i + 1);
  }
  return holes;
}

}  // namespace gouji
