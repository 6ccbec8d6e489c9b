#include "report/json.h"

#include "data.h"
#include "report/json_writer.h"
#include "text/position.h"

namespace gouji {
namespace {

constexpr uint64_t kSchema = 1;

std::string_view name_of(Severity s) {
  constexpr std::string_view kNames[] = {"off", "info", "warning", "error"};
  return kNames[size_t(s)];
}

std::string_view name_of(Check::Result r) {
  constexpr std::string_view kNames[] = {"passed", "failed", "unknown"};
  return kNames[size_t(r)];
}

std::string_view name_of(Safety s) {
  constexpr std::string_view kNames[] = {"show_only", "needs_review", "safe"};
  return kNames[size_t(s)];
}

std::string_view name_of(Verdict v) {
  constexpr std::string_view kNames[] = {"unchecked", "agrees", "disagrees"};
  return kNames[size_t(v)];
}

class Writer {
 public:
  explicit Writer(const Result& result) : r_(result), at_(result.report.source.text) {}

  std::string write() {
    // About what it takes: so long a text should not be moved time and again as it grows.
    constexpr size_t kTables = 1 << 15, kClaim = 320, kFinding = 640;
    j_.reserve(kTables + kClaim * r_.claims.all.size() + kFinding * r_.findings.size());
    j_.open('{').key("schema").number(kSchema);
    j_.key("source").open('{').key("name").string(r_.name);
    j_.key("encoding").string(gouji::name_of(r_.report.source.encoding));
    j_.key("characters").number(at_.characters()).close('}');
    if (r_.failure) {
      j_.key("error").open('{').key("code").string(r_.failure->code).key("message").string(r_.failure->message);
      return j_.close('}').close('}').take();
    }
    report();
    j_.key("checks").open('[');
    for (const Check& c : r_.checks) check(c);
    j_.close(']').key("findings").open('[');
    for (const Finding& f : r_.findings) finding(f);
    j_.close(']').key("summary").open('{');
    j_.key("errors").number(r_.errors).key("warnings").number(r_.warnings).key("infos").number(r_.infos);
    j_.key("passed").number(r_.passed).key("failed").number(r_.failed).key("unknown").number(r_.unknown);
    return j_.close('}').close('}').take();
  }

 private:
  const Result& r_;
  Positions at_;
  JsonWriter j_;

  void span(std::optional<Span> s) {
    j_.key("span");
    if (!s) {
      j_.null();
      return;
    }
    j_.open('{').key("start").number(at_.utf16(s->begin)).key("end").number(at_.utf16(s->end)).close('}');
  }

  void decimal(std::string_view key, const std::optional<Decimal>& d) {
    j_.key(key);
    d ? j_.literal(to_string(*d)) : j_.null();
  }

  void report() {
    const Outline& o = r_.report.outline;
    j_.key("report").open('{').key("title");
    o.title ? j_.string(o.title->text) : j_.null();
    j_.key("body").open('{').key("name");
    o.body.name.empty() ? j_.null() : j_.string(o.body.name);
    j_.key("level").string(gouji::name_of(o.body.level)).key("kind").string(gouji::name_of(o.body.kind)).close('}');
    j_.key("year");
    o.year ? j_.number(uint64_t(*o.year)) : j_.null();
    j_.key("form");
    r_.report.form.empty() ? j_.null() : j_.string(r_.report.form);
    j_.key("sections").open('[');
    for (const Section& s : o.sections) {
      j_.open('{').key("number").number(uint64_t(s.number)).key("title").string(s.title);
      span(s.span);
      j_.close('}');
    }
    j_.close(']').key("tables").open('[');
    for (const Table& t : r_.report.tables) table(t);
    j_.close(']').key("claims").open('[');
    for (const Claim& c : r_.claims.all) claim(c);
    const Numbers& q = r_.claims.numbers;
    j_.close(']').key("numbers").open('{').key("total").number(q.checked + q.unchecked + q.other);
    j_.key("checked").number(q.checked).key("unchecked").number(q.unchecked).key("other").number(q.other);
    j_.close('}').close('}');
  }

  void table(const Table& t) {
    j_.open('{').key("id").string(t.form->id);
    span(t.span);
    j_.key("cells").open('[');
    for (const Cell& c : t.cells) cell(*t.form, c, t.form->rows[c.row].id, {});
    for (size_t x = 0; x < t.extras.size(); ++x)
      for (const Cell& c : t.extras[x].cells) cell(*t.form, c, "extra." + std::to_string(x + 1), t.extras[x].name);
    j_.close(']').close('}');
  }

  void cell(const TableForm& form, const Cell& c, std::string_view row, std::string_view label) {
    j_.open('{').key("row").string(row).key("column").string(form.columns[c.column].id);
    if (!label.empty()) j_.key("label").string(label);
    decimal("value", c.value);
    j_.key("text");
    c.state == Cell::missing ? j_.null() : j_.string(text_at(r_.report, c.place));
    if (!c.unit.empty()) j_.key("unit").string(text_at(r_.report, c.unit));
    j_.key("reading").string(!c.value ? "none" : c.chosen ? "chosen" : "plain");
    span(c.state == Cell::missing ? std::nullopt : std::optional<Span>(c.place));
    j_.close('}');
  }

  void claim(const Claim& c) {
    j_.open('{').key("text").string(text_at(r_.report, c.span));
    span(c.span);
    decimal("value", c.value);
    decimal("low", c.low);
    decimal("high", c.high);
    j_.key("unit").string(c.unit).key("verdict").string(name_of(c.verdict));
    cells(c.cells);
    j_.close('}');
  }

  void cells(const std::vector<CellRef>& refs) {
    j_.key("cells").open('[');
    for (const CellRef& c : refs) {
      j_.open('{').key("table").string(c.form->id).key("row").string(c.form->rows[c.row].id);
      j_.key("column").string(c.form->columns[c.column].id).close('}');
    }
    j_.close(']');
  }

  void check(const Check& c) {
    j_.open('{').key("rule").string(c.identity->rule).key("text").string(c.text);
    decimal("left", c.left);
    decimal("right", c.right);
    j_.key("result").string(name_of(c.result));
    cells(c.result == Check::passed ? std::vector<CellRef>() : c.cells);
    j_.close('}');
  }

  void finding(const Finding& f) {
    j_.open('{').key("rule").string(f.rule).key("severity").string(name_of(f.severity));
    j_.key("message").string(f.message);
    span(f.span);
    if (f.span) {
      const Positions::Place p = at_.place(f.span->begin);
      j_.key("line").number(p.line).key("column").number(p.column);
    } else {
      j_.key("line").null().key("column").null();
    }
    cells(f.cells);
    j_.key("equation");
    if (f.equation) {
      const Check& c = *f.equation;
      std::optional<Decimal> difference;
      if (c.left && c.right) difference = subtract(*c.left, *c.right);
      j_.open('{').key("text").string(c.text);
      decimal("left", c.left);
      decimal("right", c.right);
      decimal("difference", difference);
      j_.close('}');
    } else {
      j_.null();
    }
    j_.key("related").open('[');
    for (const Note& n : f.related) {
      j_.open('{');
      span(n.span);
      j_.key("message").string(n.message).close('}');
    }
    j_.close(']').key("fixes").open('[');
    for (const Fix& x : f.fixes) {
      j_.open('{').key("title").string(x.title).key("safety").string(name_of(x.safety));
      j_.key("confidence").literal(to_string(Decimal{int64_t(x.confidence * 100 + 0.5), 2})).key("edits").open('[');
      for (const Edit& e : x.edits) {
        j_.open('{');
        span(e.span);
        j_.key("text").string(e.text).close('}');
      }
      j_.close(']').close('}');
    }
    j_.close(']').close('}');
  }
};

}  // namespace

std::string to_json(const Result& result) { return Writer(result).write(); }

}  // namespace gouji
