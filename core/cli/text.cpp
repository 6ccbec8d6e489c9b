#include "cli/render.h"
#include "report/catalogue.h"
#include "rules/rules.h"
#include "text/position.h"
#include "text/utf8.h"

namespace gouji::cli {
namespace {

constexpr uint32_t kWidest = 96;  // columns of a line that are shown

// Columns of a terminal: 汉字 and full-width forms take two.
uint32_t width(char32_t c) {
  const bool wide = (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF) || (c >= 0xAC00 && c <= 0xD7A3) ||
                    (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFE30 && c <= 0xFE6F) || (c >= 0xFF00 && c <= 0xFF60) ||
                    (c >= 0xFFE0 && c <= 0xFFE6) || (c >= 0x20000 && c <= 0x3FFFF) || c == 0x201C || c == 0x201D ||
                    c == 0x2018 || c == 0x2019 || c == 0x2026 || c == 0x2014;
  const bool none = c < 0x20 || (c >= 0x200B && c <= 0x200F) || c == 0xFEFF;
  return wide ? 2 : none ? 0 : 1;
}

struct Excerpt {
  std::string line, carets;
};

// The line of `span` cut to what is around it, and carets below what the span covers of it.
Excerpt excerpt(std::string_view text, Span line, Span span) {
  const uint32_t end = span.end < line.end ? span.end : line.end;
  // Start so that the span is in sight.
  uint32_t start = line.begin, before = 0;
  for (uint32_t i = line.begin; i < span.begin && i < line.end; i += utf8::decode(text, i).size)
    before += text[i] == '\t' ? 2 : width(utf8::decode(text, i).value);
  bool cut = false;
  while (before > kWidest / 2 && start < span.begin) {
    const utf8::CodePoint c = utf8::decode(text, start);
    before -= c.value == '\t' ? 2 : width(c.value);
    start += c.size;
    cut = true;
  }
  Excerpt out;
  if (cut) {
    out.line = "…";
    out.carets = "  ";
  }
  uint32_t columns = 0, i = start;
  bool marked = false;
  for (; i < line.end && columns < kWidest;) {
    const utf8::CodePoint c = utf8::decode(text, i);
    const uint32_t w = c.value == '\t' ? 2 : width(c.value);
    if (c.value == '\t') {
      out.line += "  ";
    } else if (w > 0) {
      out.line += text.substr(i, c.size);
    }
    if (i >= span.begin && i < end) {
      out.carets.append(w, '^');
      marked = true;
    } else if (i < span.begin) {
      out.carets.append(w, ' ');
    }
    columns += w;
    i += c.size;
  }
  if (i < line.end) out.line += "…";
  if (!marked) out.carets += "^";
  return out;
}

std::string_view severity_name(Severity s, Lang lang) {
  switch (s) {
    case Severity::error: return lang == Lang::zh ? "错误" : "error";
    case Severity::warning: return lang == Lang::zh ? "提醒" : "warning";
    default: return lang == Lang::zh ? "提示" : "info";
  }
}

const data::rules_row* rule_of(std::string_view id) {
  for (const data::rules_row& r : data::rules)
    if (r.id == id) return &r;
  return nullptr;
}

// Where nobody is accused, every way to mend it, best first, as far as a screen allows.
std::string ways(const std::vector<Fix>& fixes, bool zh) {
  constexpr size_t kMost = 8;
  std::string out;
  for (size_t i = 0; i < fixes.size() && i < kMost; ++i) {
    const int percent = int(fixes[i].confidence * 100 + 0.5);
    const std::string number = std::to_string(i + 1);
    const std::string sure = percent > 0 ? std::to_string(percent) + "%" : zh ? "不到 1%" : "under 1%";
    out += zh ? "  = 改法 " + number + "（把握 " + sure + "）：" : "  = way " + number + " (" + sure + "): ";
    out += fixes[i].title + "\n";
  }
  if (fixes.size() > kMost) {
    const std::string more = std::to_string(fixes.size() - kMost);
    out += zh ? "  = 另有 " + more + " 种改法\n" : "  = and " + more + " more ways\n";
  }
  return out;
}

}  // namespace

std::string to_text(const Result& r, Lang lang) {
  const bool zh = lang == Lang::zh;
  if (r.failure) return r.name + (zh ? "：" : ": ") + r.failure->message + "\n";
  const std::string_view text = r.report.source.text;
  const Positions at(text);
  std::string out = r.name;
  if (r.report.outline.title) out += (zh ? "：" : ": ") + r.report.outline.title->text;
  if (!r.report.form.empty())
    out += zh ? "（" + std::string(r.report.form) + " 年格式）" : " (form of " + std::string(r.report.form) + ")";
  out += "\n";
  for (const Finding& f : r.findings) {
    out += "\n";
    out += std::string(severity_name(f.severity, lang)) + " " + std::string(f.rule) + (zh ? "：" : ": ") + f.message +
           "\n";
    if (f.span) {
      const Positions::Place p = at.place(f.span->begin);
      const Excerpt e = excerpt(text, at.line_of(f.span->begin), *f.span);
      const std::string number = std::to_string(p.line);
      const std::string margin(number.size(), ' ');
      out += "  --> " + r.name + ":" + number + ":" + std::to_string(p.column) + "\n";
      out += "  " + number + " | " + e.line + "\n";
      out += "  " + margin + " | " + e.carets + "\n";
    }
    if (f.equation && f.equation->left && f.equation->right && !f.cells.empty())
      out += "  = " + f.equation->text + (zh ? "：" : ": ") + to_string(*f.equation->left) + " ≠ " +
             to_string(*f.equation->right) + "\n";
    for (const Note& n : f.related) out += "  = " + n.message + "\n";
    if (f.cells.empty() && f.fixes.size() > 1) out += ways(f.fixes, zh);
    if (const data::rules_row* rule = rule_of(f.rule)) {
      out += std::string(zh ? "  = 怎么改：" : "  = remedy: ") + std::string(zh ? rule->remedy_zh : rule->remedy_en) +
             "\n";
      out += std::string(zh ? "  = 依据：" : "  = basis: ") + basis_of(*rule, lang, r.report.form) + "\n";
    }
  }
  const auto n = [](uint32_t k) { return std::to_string(k); };
  out += "\n";
  if (zh) {
    out += n(r.errors) + " 处错误，" + n(r.warnings) + " 处提醒，" + n(r.infos) + " 处提示；勾稽关系 " + n(r.passed) +
           " 项成立，" + n(r.failed) + " 项不成立，" + n(r.unknown) + " 项未知。\n";
  } else {
    const auto some = [&n](uint32_t k, const char* what) { return n(k) + " " + what + (k == 1 ? "" : "s"); };
    out += some(r.errors, "error") + ", " + some(r.warnings, "warning") + ", " + some(r.infos, "info") +
           "; of the equations " + n(r.passed) + " hold, " + n(r.failed) + " fail, " + n(r.unknown) + " are unknown.\n";
  }
  return out;
}

}  // namespace gouji::cli
