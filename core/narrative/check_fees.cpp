// narrative.fee: the fee for processing information (信息处理费), 国办函〔2020〕109号: by item multiples of 100 yuan,
// by page of 10; what is collected goes to the treasury and is part of table two.
#include "narrative/narrative.h"

namespace gouji {
namespace {

bool multiple_of(Decimal d, int64_t n) { return d.scale == 0 && d.units % n == 0; }

void wrong(Narrative& n, Mention& m, std::string_view key, Severity severity, std::string_view a = {},
           std::string_view b = {}) {
  n.disagree(m, "narrative.fee", message(key, n.sink.lang(), {{"figure", n.text(m)}, {"a", a}, {"b", b}}), {},
             severity);
}

void amount(Narrative& n, Mention& m, const Mention* notified, const Mention* items, const Mention* price) {
  const Decimal value = n.figure(m).value;
  if (m.past || m.soft) return;
  if (items != nullptr && price != nullptr) {
    const Decimal product{n.figure(*items).value.units * n.figure(*price).value.units, 0};
    if (n.figure(*items).value.whole() && n.figure(*price).value.whole() && n.figure(*items).value.units < 100000 &&
        n.figure(*price).value.units < 100000 && compare(product, value) != 0)
      return wrong(n, m, "narrative.fee.product", Severity::error, n.text(*items), n.text(*price));
  }
  if (notified != nullptr && compare(value, n.figure(*notified).value) > 0)
    return wrong(n, m, "narrative.fee.more", Severity::error, n.text(*notified));
  if (!n.figure(m).vague && n.figure(m).step.units == 0 && !multiple_of(value, 10))
    return wrong(n, m, "narrative.fee.tens", Severity::warning);
  if (!n.figure(m).vague && value.scale > 0) return wrong(n, m, "narrative.fee.tens", Severity::warning);
  const std::optional<Sum> table = sum_of(n.report, find_indicator("fee", "plain")->alternatives[0]);
  if (table && compare(table->value, value) < 0 && value.units > 0)
    return wrong(n, m, "narrative.fee.table", Severity::warning, name_of(table->cells, n.sink.lang()));
  n.agree(m);
}

// One place says that nothing was collected, another how much: the later one is marked.
void contradict(Narrative& n, Statement& s, Mention& m) {
  std::string said = message("narrative.fee.none", n.sink.lang(), {{"figure", n.text(m)}});
  if (m.token > s.token && m.verdict != Verdict::disagrees)
    return n.disagree(m, "narrative.fee", std::move(said), {n.note(s.folded)});
  n.disagree(s, "narrative.fee", std::move(said), {n.note(m)});
}

}  // namespace

void check_fees(Narrative& n) {
  const Mention *notified = nullptr, *items = nullptr, *price = nullptr;
  Mention* collected = nullptr;
  bool asked = false;
  uint32_t sentence = 0;
  for (Mention& m : n.mentions) {
    if (m.sentence != sentence) {
      notified = items = price = nullptr;
      asked = false;
    }
    sentence = m.sentence;
    const Figure& f = n.figure(m);
    if (f.measure == Measure::count && price == nullptr) items = &m;
    if (m.topic == "processing" && m.role == "notified" && f.measure == Measure::count) asked = true;
    if (f.measure != Measure::money || m.relation != Relation::none) continue;
    if (m.each && items != nullptr) price = &m;
    if (m.topic != "processing" || m.each || m.depth > 0) continue;
    // 发出收费通知2件，金额300元
    if (m.role == "notified" || (asked && notified == nullptr && m.role != "collected")) {
      notified = &m;
      if (m.role == "notified" && !m.past && !m.soft && !f.vague && f.step.units == 0 && !multiple_of(f.value, 10))
        wrong(n, m, "narrative.fee.tens", Severity::warning);
      continue;
    }
    if (collected == nullptr && n.figure(m).low.units > 0 && !m.past && !m.soft) collected = &m;
    amount(n, m, notified, items, price);
  }
  // Not paid in time means that notices were sent.
  const Indicator* const unpaid = find_indicator("application", "other.no_payment");
  for (Statement& s : n.statements) {
    if (s.topic != "processing" || s.soft) continue;
    if (collected != nullptr && s.kind == Statement::none) {
      contradict(n, s, *collected);
      collected = nullptr;
      continue;
    }
    const std::optional<Sum> row = sum_of(n.report, unpaid->alternatives[0]);
    if (!row) continue;
    s.cells = row->cells;
    if (row->value.units == 0) {
      s.verdict = Verdict::agrees;
      continue;
    }
    std::string_view said = n.report.folded.text().substr(s.folded.begin, 120);
    said = said.substr(0, said.find("。"));
    if (said.find("发出") == std::string_view::npos) {
      s.cells.clear();
      continue;
    }
    n.disagree(s, "narrative.fee",
               message("narrative.fee.notice", n.sink.lang(),
                       {{"cell", name_of(row->cells, n.sink.lang())}, {"is", to_string(row->value)}}),
               notes_of(n, row->cells), Severity::warning);
  }
}

}  // namespace gouji
