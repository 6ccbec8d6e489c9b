// disclosure.*: figures of the table of proactive disclosure that a body of this kind cannot have, or seldom has.
#include "rules/rules.h"

namespace gouji {
namespace {

// 规章 are made by departments of the State Council and by governments of provinces, cities with districts and
// prefectures; the office of such a government reports for it.
bool makes_no_regulations(const Body& b) {
  if (b.level == Level::county || b.level == Level::township) return true;
  return b.level == Level::prefecture && b.kind == Kind::department;
}

void judge_regulations(const Report& r, const Table& t, Sink& sink) {
  if (!makes_no_regulations(r.outline.body)) return;
  for (const std::string_view column : {"issued", "made", "in_force"}) {
    const Cell* const c = t.valued("regulations", column);
    if (c == nullptr || c->value->units <= 0) continue;
    const CellRef ref{t.form, c->row, c->column};
    return sink.report(
        "disclosure.regulations", c->place,
        message("regulations", sink.lang(),
                {{"cell", name_of(ref, sink.lang())}, {"is", to_string(*c->value)}, {"body", r.outline.body.name}}),
        {ref});
  }
}

// 万元 with more than six decimals would be parts of a 分; what a county collects stays below a hundred billion.
void judge_fee(const Report& r, const Table& t, Sink& sink) {
  const Cell* const c = t.valued("fees", "amount");
  if (c == nullptr || !c->unit.empty()) return;
  constexpr uint8_t kDecimals = 6;
  constexpr Decimal kMost{10'000'000, 0};
  const Body& b = r.outline.body;
  const bool small = b.level == Level::county || b.level == Level::township || b.kind == Kind::department;
  const std::optional<Decimal> left = subtract(kMost, *c->value);
  const std::string_view key = c->value->scale > kDecimals         ? "fee.decimals"
                               : small && left && left->negative() ? "fee.large"
                                                                   : "";
  if (key.empty()) return;
  const CellRef ref{t.form, c->row, c->column};
  sink.report("disclosure.fee", c->place, message(key, sink.lang(), {{"is", to_string(*c->value)}}), {ref});
}

// The report of a government is that of all its bodies: some of them grant licences, and some punish.
void judge_scope(const Report& r, const Table& t, Sink& sink) {
  const Body& b = r.outline.body;
  const bool whole = is_peoples_government(b) &&
                     (b.level == Level::county || b.level == Level::prefecture || b.level == Level::province);
  const Cell *const licences = t.valued("licences", "decisions"), *const penalties = t.valued("penalties", "decisions");
  if (!whole || licences == nullptr || penalties == nullptr || licences->value->units != 0 ||
      penalties->value->units != 0)
    return;
  sink.report("disclosure.scope", licences->place, message("scope", sink.lang(), {{"body", b.name}}));
}

}  // namespace

void judge_disclosure(const Report& r, Sink& sink) {
  const Table* const t = r.table("disclosure");
  if (t == nullptr) return;
  judge_regulations(r, *t, sink);
  judge_fee(r, *t, sink);
  judge_scope(r, *t, sink);
}

}  // namespace gouji
