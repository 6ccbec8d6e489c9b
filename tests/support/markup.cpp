#include "support/markup.h"

#include "text/utf8.h"

namespace gouji::test {
namespace {

// What each program puts around the text of a cell and of a paragraph. {} is the text; c and r are the spans.
struct Dialect {
  Shape shape;
  std::string_view before_document, after_document, before_table, after_table, paragraph, cell, row, row_end;
  bool spans;  // merged cells are merged; else each field is a cell
};

constexpr Dialect kDialects[] = {
    {Shape::html, "<html><body>\n", "</body></html>\n", "<table border=\"1\">\n", "</table>\n", "<p>{}</p>\n",
     "<td align=center>{}</td>", "<tr>", "</tr>\n", false},
    {Shape::html_cut, "<html><body>\n", "</body></html>\n", "<table>\n", "</table>\n", "<p>{}</p>\n",
     "<td{}><p><span>{}</span></p></td>", "<tr>", "</tr>\n", true},
    {Shape::html_site,
     "<!DOCTYPE html>\n<html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><title>示例县人民政府</title></head><body>\n"
     "<div class=\"TRS_Editor\">",
     "</div></body></html>\n",
     "<div style=\"text-align:center\"><table style=\"border-collapse:collapse;width:623px\" border=\"1\" "
     "cellspacing=\"0\" width=\"623\"><tbody>\n",
     "</tbody></table></div>\n", "<p style=\"text-indent:2em\">&nbsp; &nbsp;{}</p>\n",
     "<td style=\"border:1px solid #000;word-break:break-all\"{}><p style=\"text-align:center\"><span "
     "style=\"font-family:宋体;font-size:14px\">{}</span></p></td>",
     "<tr style=\"height:24px\" class=\"firstRow\">", "</tr>\n", true},
    {Shape::html_page,
     "<html><head><title>示例县人民政府门户网站</title><style>td{font-size:12px}</style></head><body><div "
     "id=\"nav\"><ul><li><a href=\"/\">首页</a></li><li><a href=\"/zwgk/\">政务公开</a></li></ul></div>\n<table "
     "width=\"960\"><tr><td class=\"bt\"><table><tr><td>当前位置：首页 &gt; 政府信息公开年报</td><td>2025-01-20 "
     "09:30</td><td>浏览次数：128</td></tr></table></td></tr>\n<tr><td class=\"article\">\n",
     "</td></tr><tr><td class=\"foot\">主办：示例县人民政府办公室 网站标识码：1234567890 京ICP备12345678号</td></tr>"
     "</table></body></html>\n",
     "<table border=1 cellpadding=0><tbody>", "</tbody></table>\n", "<p>{}</p>\n",
     "<td valign=middle{}>\n  <p align=\"center\">{}</p>\n</td>", "<tr>\n", "</tr>\n", true},
    {Shape::html_nested, "<html><body>\n", "</body></html>\n",
     "<table width=\"100%\"><tr><td align=\"center\"><table border=\"1\"><tbody>\n",
     "</tbody></table></td></tr></table>\n", "<div>{}</div>\n", "<td{}>{}</td>", "<tr>", "</tr>\n", true},
    {Shape::html_word,
     "<html xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\" "
     "xmlns:w=\"urn:schemas-microsoft-com:office:word\" xmlns=\"http://www.w3.org/TR/REC-html40\">\n<head>\n<meta "
     "name=Generator content=\"Microsoft Word 15\">\n<!--[if gte mso 9]><xml><w:WordDocument><w:Zoom>100</w:Zoom>"
     "</w:WordDocument></xml><![endif]-->\n<style>\n<!--\n p.MsoNormal {margin:0cm; font-size:10.5pt;}\n-->\n</style>"
     "\n</head>\n<body lang=ZH-CN style='tab-interval:21.0pt'>\n<!--StartFragment-->\n",
     "<!--EndFragment-->\n</body>\n</html>\n",
     "<table class=MsoNormalTable border=1 cellspacing=0 cellpadding=0\n style='border-collapse:collapse;"
     "mso-yfti-tbllook:1184'>\n",
     "</table>\n",
     "<p class=MsoNormal style='text-indent:32.0pt'><span style='font-size:16.0pt;font-family:仿宋'>{}<span "
     "lang=EN-US><o:p></o:p></span></span></p>\n",
     "\n  <td width=64{} style='width:48.0pt;border:solid windowtext 1.0pt;mso-border-alt:solid windowtext .5pt'>\n  "
     "<p class=MsoNormal align=center style='text-align:center'><span lang=EN-US\n  style='font-size:10.5pt;"
     "mso-bidi-font-size:11.0pt;font-family:宋体'>{}<o:p></o:p></span></p>\n  </td>",
     "<tr style='mso-yfti-irow:1;height:20.0pt'>", "\n </tr>\n", true},
    {Shape::html_wps,
     "<html xmlns:o=\"urn:schemas-microsoft-com:office:office\" xmlns=\"http://www.w3.org/TR/REC-html40\"><head><meta "
     "charset=\"utf-8\"><meta name=\"Generator\" content=\"WPS Office\"><style>@font-face{font-family:\"宋体\";}\n"
     "p.MsoNormal{mso-style-name:正文;margin:0pt;}</style></head><body><!--StartFragment-->",
     "<!--EndFragment--></body></html>\n",
     "<table class=\"MsoTableGrid\" border=\"1\" cellspacing=\"0\" style=\"border-collapse:collapse;mso-table-layout-alt:"
     "fixed;\">",
     "</table>\n",
     "<p class=\"MsoNormal\" style=\"text-indent:32.0000pt;\"><span style=\"mso-spacerun:'yes';font-family:仿宋;"
     "font-size:16.0000pt;\"><font face=\"仿宋\">{}</font></span><span style=\"mso-spacerun:'yes'\"><o:p></o:p></span>"
     "</p>",
     "<td width=\"57\"{} valign=\"center\" style=\"width:43.05pt;padding:0pt 5.4pt;mso-border-left-alt:0.5pt solid\"><p "
     "class=\"MsoNormal\" align=\"center\"><span style=\"mso-spacerun:'yes';font-family:宋体;mso-hansi-font-family:'Times "
     "New Roman';\">{}</span><span style=\"mso-spacerun:'yes'\"><o:p></o:p></span></p></td>",
     "<tr style=\"height:20pt;\">", "</tr>", true},
    {Shape::html_excel,
     "<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\">\n<head>\n<meta name=ProgId content=Excel.Sheet>\n"
     "<style><!--table\n\t{mso-displayed-decimal-separator:\"\\.\";}\n.xl65{text-align:center;}--></style></head>\n"
     "<body>\n<!--StartFragment-->\n",
     "<!--EndFragment-->\n</body></html>\n",
     "<table border=0 cellpadding=0 cellspacing=0 width=720 style='border-collapse:collapse'>\n <col width=72 span=10 "
     "style='width:54pt'>\n",
     "</table>\n", "<table><tr height=19><td colspan=10 height=19 class=xl66 width=720>{}</td></tr></table>\n",
     "\n  <td{} class=xl65 style='border-left:none;mso-ignore:colspan' x:num>{}</td>",
     " <tr height=19 style='height:14.25pt'>", "\n </tr>\n", true},
};

const Dialect& dialect(Shape shape) {
  for (const Dialect& d : kDialects)
    if (d.shape == shape) return d;
  return kDialects[0];
}

// The values in the places of the pattern, in their order.
std::string filled(std::string_view pattern, std::initializer_list<std::string_view> values) {
  std::string out(pattern);
  size_t at = 0;
  for (const std::string_view value : values) {
    at = out.find("{}", at);
    if (at == std::string::npos) break;
    out.replace(at, 2, value);
    at += value.size();
  }
  return out;
}

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) out += c == '&' ? "&amp;" : c == '<' ? "&lt;" : c == '>' ? "&gt;" : std::string(1, c);
  return out;
}

// 1<span>2</span>: Word ends a run of text wherever its language or its proofing state changes.
std::string cut_digits(std::string_view text, Random& random) {
  std::string out;
  for (size_t i = 0; i < text.size(); ++i) {
    const bool between = i > 0 && utf8::is_digit(static_cast<unsigned char>(text[i])) &&
                         utf8::is_digit(static_cast<unsigned char>(text[i - 1]));
    if (between && random.chance(2)) out += "</span><span lang=EN-US>";
    out += text[i];
  }
  return out;
}

// Marks of notes are raised.
std::string raised(std::string text) {
  constexpr std::pair<std::string_view, std::string_view> kMarks[] = {{"¹", "<sup>1</sup>"}, {"[1]", "<sup>[1]</sup>"}};
  for (const auto& [mark, markup] : kMarks)
    if (const size_t at = text.find(mark); at != std::string::npos) text.replace(at, mark.size(), markup);
  return text;
}

std::string content(const GridCell& cell, Shape shape, Random& random) {
  std::string text = raised(escaped(cell.text));
  if (text.empty()) return shape == Shape::html || random.chance(2) ? "&nbsp;" : "";
  if (cell.figure) {
    if (shape == Shape::html_cut) return cut_digits(text, random);
    if (shape == Shape::html_site && random.chance(4)) return "&nbsp;" + text + "&nbsp;";
    return text;
  }
  if (shape != Shape::html && width(text) > 12 && text.find('<') == std::string::npos && random.chance(3)) {
    const auto two = pieces(text, 2);
    return two[0] + (random.chance(2) ? "<br>" : "<br/>\n") + two[1];
  }
  return text;
}

}  // namespace

bool is_markup(Shape shape) { return shape >= Shape::html; }

std::string before_document(Shape shape) { return is_markup(shape) ? std::string(dialect(shape).before_document) : ""; }
std::string after_document(Shape shape) { return is_markup(shape) ? std::string(dialect(shape).after_document) : ""; }
std::string before_table(Shape shape) { return is_markup(shape) ? std::string(dialect(shape).before_table) : ""; }
std::string after_table(Shape shape) { return is_markup(shape) ? std::string(dialect(shape).after_table) : ""; }

std::string paragraph(std::string_view text, Shape shape) {
  if (!is_markup(shape)) return std::string(text) + (shape == Shape::one_line ? " " : "\n");
  return filled(dialect(shape).paragraph, {escaped(text)});
}

std::vector<std::string> print_markup(const Grid& grid, Shape shape, Random& random) {
  const Dialect& d = dialect(shape);
  const auto fields = expanded(grid);
  std::vector<std::string> out;
  for (size_t r = 0; r < grid.rows.size(); ++r) {
    std::string row(d.row);
    if (d.spans) {
      for (const GridCell& c : grid.rows[r].cells) {
        std::string spans;
        if (c.columns > 1) spans += " colspan=\"" + std::to_string(c.columns) + "\"";
        if (c.rows > 1) spans += " rowspan=\"" + std::to_string(c.rows) + "\"";
        const std::string text = content(c, shape, random);
        row += filled(d.cell, {spans, text});
      }
    } else {
      for (const std::string& f : fields[r])
        row += filled(d.cell, {content({f, 1, 1, f.find('\xF3') != std::string::npos}, shape, random)});
    }
    row += d.row_end;
    if (shape == Shape::html_site && r == 0 && grid.rows[0].kind == GridRow::header) row = "<thead>" + row + "</thead>";
    out.push_back(std::move(row));
  }
  return out;
}

}  // namespace gouji::test
