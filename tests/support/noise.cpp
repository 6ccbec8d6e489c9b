#include "support/noise.h"

#include "support/arrange.h"

#include <algorithm>

#include "support/shape.h"
#include "text/utf8.h"

namespace gouji::test {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
  return text;
}

std::string wide(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (is_digit(c)) {
      utf8::append(out, char32_t(0xFF10 + (c - '0')));
    } else if (c == '.' || c == ',') {
      utf8::append(out, c == '.' ? 0xFF0E : 0xFF0C);
    } else {
      out += c;
    }
  }
  return out;
}

std::string grouped(const std::string& text, std::string_view separator) {
  size_t first = 0;
  while (first < text.size() && !is_digit(text[first])) ++first;
  size_t end = first;
  while (end < text.size() && is_digit(text[end])) ++end;
  std::string out = text.substr(0, first);
  for (size_t i = first; i < end; ++i) {
    if (i > first && (end - i) % 3 == 0) out += separator;
    out += text[i];
  }
  return out + text.substr(end);
}

// Below ten thousand, as people write it: 零, 十二, 一百零五.
std::string numeral(int64_t n) {
  constexpr std::string_view kDigits[] = {"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
  constexpr std::string_view kPowers[] = {"", "十", "百", "千"};
  if (n == 0) return "零";
  std::string out;
  bool gap = false;
  for (int power = 3; power >= 0; --power) {
    int64_t unit = 1;
    for (int i = 0; i < power; ++i) unit *= 10;
    const auto digit = size_t(n / unit % 10);
    if (digit == 0) {
      gap = !out.empty();
      continue;
    }
    if (gap) out += "零";
    gap = false;
    if (!(digit == 1 && power == 1 && out.empty())) out += kDigits[digit];
    out += kPowers[power];
  }
  return out;
}

void trouble(Figure& f, uint64_t noise, Random& random) {
  constexpr std::string_view kNothings[] = {"/", "-", "—", "无", "——", "／"};
  constexpr std::string_view kInvisible[] = {"\u200B", "\u200E", "\u2060", "\uFEFF"};
  constexpr std::string_view kNotes[] = {"¹", "②", "*", "[1]"};
  Fact& t = f.truth;
  if ((noise & marks) != 0 && random.chance(6)) {
    t = {Fact::nothing, std::string(random.one_of(kNothings)), {}, {}};
    return;
  }
  if ((noise & blanks) != 0 && random.chance(6)) {
    t = {Fact::blank, "", {}, {}};
    return;
  }
  if (t.kind != Fact::number) return;
  if ((noise & lookalikes) != 0 && random.chance(4)) {
    const std::string before = t.text;
    for (char& c : t.text)
      if (random.chance(2))
        c = c == '0' ? (random.chance(2) ? 'O' : 'o') : c == '1' ? (random.chance(2) ? 'l' : 'I') : c;
    if (t.text != before) {
      t.kind = Fact::unclear;
      t.value.reset();
      return;
    }
  }
  const bool big = t.value && t.value->whole() && t.value->units >= 0 && t.value->units < 10000;
  if ((noise & numerals) != 0 && big && random.chance(2)) {
    t.text = numeral(t.value->units);
    return;
  }
  if ((noise & commas) != 0) t.text = grouped(t.text, ",");
  if ((noise & wide_commas) != 0) t.text = grouped(t.text, "，");
  if ((noise & spaced_thousands) != 0) t.text = grouped(t.text, " ");
  if ((noise & wide_digits) != 0) t.text = wide(t.text);
  if ((noise & invisible) != 0 && random.chance(2)) {
    const auto cut = pieces(t.text, 2);
    t.text = cut[0];
    for (size_t i = 1; i < cut.size(); ++i) t.text += std::string(random.one_of(kInvisible)) + cut[i];
  }
  if ((noise & units) != 0) {
    const bool money = f.key.find("amount") != std::string::npos || f.key.find(" fees") != std::string::npos;
    if (random.chance(2)) f.tail = money ? "万元" : random.chance(2) ? "件" : " 件";
  }
  if ((noise & footnotes) != 0 && random.chance(12)) f.tail += random.one_of(kNotes);
}

std::string variant(std::string label, Random& random) {
  switch (random.below(8)) {
    case 0: label = replaced(replaced(label, "（", "("), "）", ")"); break;
    case 1: label = replaced(replaced(label, "“", "\""), "”", "\""); break;
    case 2: label = replaced(label, ".", "、"); break;
    case 3: label = replaced(replaced(label, ".", "．"), "总计", "合计"); break;
    case 4:
      // 规 章
      if (const auto cut = pieces(label, 1 + width(label) / 8); cut.size() > 1) {
        label = cut[0];
        for (size_t i = 1; i < cut.size(); ++i) label += (random.chance(2) ? " " : "　") + cut[i];
      }
      break;
    case 5: label = replaced(replaced(label, "“", "「"), "”", "」"); break;
    case 6:
      if (const size_t at = label.find("（", 3); at != std::string::npos && label.back() == '\x89') label.resize(at);
      break;
    default: label = replaced(label, ".", ". "); break;
  }
  return label;
}

std::string without_tabs_at_ends(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\n') out.resize(out.find_last_not_of('\t') + 1);
    out += c;
  }
  return out;
}

// Another row for the table, of the kind that offices add.
void add_row(SampleTable& table, Random& random) {
  if (table.form->id == "review" || table.rows.size() < 4) return;
  const size_t after = 1 + random.below(uint32_t(table.rows.size() - 3));
  const SampleRow& before = table.rows[after];
  SampleRow row{before.row, table.form->id == "applications" ? "9.属于本地另行规定事项" : "本地另行统计事项", {}};
  for (size_t i = 0; i < before.figures.size(); ++i) {
    const std::string text = std::to_string(random.chance(3) ? 0 : random.below(60));
    const std::string column = before.figures[i].key.substr(before.figures[i].key.rfind(' ') + 1);
    row.figures.push_back({key(*table.form, "extra.1", column), {Fact::number, text, parse_decimal(text), {}}});
  }
  table.rows.insert(table.rows.begin() + std::ptrdiff_t(after) + 1, std::move(row));
}

void take_row(SampleTable& table, std::map<std::string, Fact>& unprinted, Random& random) {
  if (table.form->id == "review") return;
  const size_t at = random.below(uint32_t(table.rows.size()));
  for (const Figure& f : table.rows[at].figures) unprinted[f.key] = {};
  table.rows.erase(table.rows.begin() + std::ptrdiff_t(at));
}

// A figure too few or too many. Only the equations can tell where the others belong; what they tell must be right.
void lose_cells(SampleTable& table, std::map<std::string, Fact>& unprinted, Random& random) {
  for (SampleRow& r : table.rows) {
    // One or the other: a line with both has as many figures as it should, and nothing but its sums tells.
    const bool less = random.chance(8), more = !less && random.chance(12);
    if (less || more)
      for (Figure& f : r.figures) f.truth.doubtful = true;
    if (less) {
      const auto lost = r.figures.begin() + std::ptrdiff_t(random.below(uint32_t(r.figures.size())));
      unprinted[lost->key] = {};
      r.figures.erase(lost);
    } else if (more) {
      const std::string text = std::to_string(random.below(9));
      r.figures.insert(r.figures.begin() + std::ptrdiff_t(random.below(uint32_t(r.figures.size()) + 1)),
                       {"", {Fact::number, text, parse_decimal(text), {}}});
    }
    if ((less || more) && table.form->printed == Printed::one_line) return;  // its rows are one
  }
}

// The last figure of a row goes on in the line below; whether it is read, or nothing of its row is, and that is said.
void break_figure(SampleRow& row) {
  Fact& last = row.figures.back().truth;
  if (last.kind != Fact::number || last.text.size() < 2 || !utf8::is_digit(char32_t(last.text[0]))) return;
  for (Figure& f : row.figures) f.truth.doubtful = true;
  last.text.insert(last.text.size() / 2, "\n");
}

// Neighbours of one group change places; where their labels are of one kind a person reads them as well as before.
void swap_rows(SampleTable& table, Random& random) {
  if (table.form->id == "review") return;
  const auto group = [](const SampleRow& r) { return r.row->id.substr(0, r.row->id.find('.')); };
  for (int tries = 0; tries < 20; ++tries) {
    const size_t at = random.below(uint32_t(table.rows.size() - 1));
    SampleRow &a = table.rows[at], &b = table.rows[at + 1];
    if (group(a) == group(b) && a.row->id.find('.') != std::string_view::npos && a.row->id != b.row->id) {
      std::swap(a, b);
      return;
    }
  }
}

}  // namespace

void trouble(Sample& sample, uint64_t noise, Random& random) {
  constexpr std::string_view kNotes[] = {"①", "¹", "*", "[1]", "（注）"};
  for (SampleTable& t : sample.tables) {
    if ((noise & extra_row) != 0) add_row(t, random);
    if ((noise & missing_row) != 0) take_row(t, sample.unprinted, random);
    if ((noise & lost_cells) != 0) lose_cells(t, sample.unprinted, random);
    if ((noise & swapped_rows) != 0) swap_rows(t, random);
    for (SampleRow& r : t.rows) {
      if ((noise & variants) != 0 && random.chance(2)) r.label = variant(r.label, random);
      if ((noise & footnotes) != 0 && random.chance(8)) r.label += random.one_of(kNotes);
      for (Figure& f : r.figures) trouble(f, noise, random);
      if ((noise & broken_figures) != 0 && random.chance(5)) break_figure(r);
    }
    if ((noise & empty_last_row) != 0)
      for (Figure& f : t.rows.back().figures) f.truth = {Fact::blank, "", {}, {}};
  }
  size_t id = 0;
  for (SampleTable& t : sample.tables)
    for (SampleRow& r : t.rows)
      for (Figure& f : r.figures) f.id = id++;
}

std::string paged(const std::vector<std::string>& rows, size_t header, std::string_view title, uint64_t noise) {
  constexpr size_t kRowsOfPage = 8;
  std::string out, head;
  for (size_t r = 0; r < header && r < rows.size(); ++r) head += rows[r];
  for (size_t r = 0; r < rows.size(); ++r) {
    const bool cut = r > header && r % kRowsOfPage == 0;
    const std::string page = std::to_string(r / kRowsOfPage);
    if (cut && (noise & page_dashes) != 0) out += "\n- " + page + " -\n\f";
    if (cut && (noise & page_bare) != 0) out += "\n                              " + page + "\n\f";
    if (cut && (noise & page_words) != 0) out += "\n第 " + page + " 页 共 9 页\n\f";
    if (cut && (noise & page_slash) != 0) out += "\n" + page + "/9\n\f";
    if (cut && (noise & repeated_rows) != 0) out += without_marks(rows[r - 1]);
    if (cut && (noise & running_heads) != 0) out += std::string(title) + "\n\n";
    if (cut && (noise & repeated_header) != 0) out += head;
    out += rows[r];
  }
  return out;
}

std::string as_sent(std::string text, uint64_t noise) {
  const std::string quote = (noise & quoted_twice) != 0 ? ">> " : (noise & quoted) != 0 ? "> " : "";
  const std::string_view end = (noise & crlf) != 0             ? "\r\n"
                               : (noise & cr) != 0             ? "\r"
                               : (noise & nel) != 0            ? "\u0085"
                               : (noise & line_separator) != 0 ? "\u2028"
                                                               : "\n";
  if ((noise & ends_cut) != 0) text = without_tabs_at_ends(text);
  if (quote.empty() && end == "\n" && (noise & blank_lines) == 0) return text;
  std::string out = quote;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\n') {
      out += text[i];
      continue;
    }
    out += end;
    if ((noise & blank_lines) != 0) out += end;
    if (i + 1 < text.size()) out += quote;
  }
  return out;
}

std::string without_end(std::string_view text, Random& random) {
  const size_t end = text.find('\n', text.size() / 4 + random.below(uint32_t(text.size() / 2)));
  return std::string(text.substr(0, end == std::string_view::npos ? end : end + 1));
}

std::string in_traditional(std::string_view text) {
  constexpr std::u32string_view kPairs =
      U"万萬专專业業个個为為举舉于於从從众眾会會传傳体體关關内內决決况況减減别別办辦务務动動区區华華单單"
      U"卫衛县縣参參发發号號后後员員围圍国國处處复復够夠宁寧实實审審对對属屬应應废廢开開强強当當径徑总總"
      U"执執护護报報据據数數无無时時机機权權条條构構标標没沒济濟点點热熱现現电電确確稳穩类類纠糾红紅纳納"
      U"线線组組织織经經结結络絡统統继繼续續维維编編缴繳网網罚罰职職舆輿范範获獲补補规規计計认認训訓议議"
      U"许許讼訟设設访訪诉訴话話询詢请請读讀谈談负負责責购購费費转轉辑輯过過这這进進采採错錯门門问問闻聞"
      U"阅閱隐隱项項题題额額驳駁";
  std::string out;
  for (size_t i = 0; i < text.size();) {
    const utf8::CodePoint c = utf8::decode(text, i);
    i += c.size;
    char32_t to = c.value;
    for (size_t p = 0; p < kPairs.size(); p += 2)
      if (kPairs[p] == c.value) to = kPairs[p + 1];
    utf8::append(out, to);
  }
  // One simplified character that stands for two.
  return replaced(replaced(std::move(out), "重復", "重複"), "制作", "製作");
}

}  // namespace gouji::test
