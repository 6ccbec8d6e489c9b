// The catalogue of rules as JSON: the texts of core/data/rules.txt with the sources they cite.
#include "report/catalogue.h"
#include "data.h"
#include "gouji.h"
#include "report/json_writer.h"

namespace gouji {

std::string basis_of(const data::rules_row& rule, Lang lang, std::string_view form) {
  std::string out;
  for (std::string_view rest = rule.basis; !rest.empty();) {
    const size_t space = rest.find(' ');
    for (const data::citations_row& c : data::citations) {
      if (c.id != rest.substr(0, space)) continue;
      if (!form.empty() && c.form != "-" && c.form != form) continue;
      if (!out.empty()) out += lang == Lang::zh ? "；" : "; ";
      out += lang == Lang::zh ? c.zh : c.en;
    }
    rest = space == std::string_view::npos ? std::string_view() : rest.substr(space + 1);
  }
  // A rule that rests on the notice of another form alone is told with what it rests on.
  return out.empty() && !form.empty() ? basis_of(rule, lang) : out;
}

std::string rules_json(Lang lang) {
  const bool zh = lang == Lang::zh;
  JsonWriter j;
  j.open('[');
  for (const data::rules_row& r : data::rules) {
    j.open('{').key("id").string(r.id).key("severity").string(r.severity);
    j.key("title").string(zh ? r.title_zh : r.title_en).key("why").string(zh ? r.why_zh : r.why_en);
    j.key("basis").string(basis_of(r, lang)).key("remedy").string(zh ? r.remedy_zh : r.remedy_en);
    j.key("good").string(r.good).key("bad").string(r.bad).close('}');
  }
  return j.close(']').take();
}

}  // namespace gouji
