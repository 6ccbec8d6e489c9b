// narrative.equation: received + carried in = closed + carried out, among the figures of one sentence.
#include "narrative/narrative.h"

namespace gouji {
namespace {

struct Flow {
  Mention *in = nullptr, *carried_in = nullptr, *due = nullptr, *out = nullptr, *carried_out = nullptr,
          *withdrawn = nullptr;
  bool vague = false;
  bool nothing_left = false;  // 无结转, 全部办结20件
};

void add_to(Flow& flow, Mention& m, const Figure& f) {
  const auto set = [&](Mention*& slot) {
    if (slot == nullptr) slot = &m;
  };
  if (m.role == "new" && flow.in != nullptr && flow.in->role == "handled" && flow.due == nullptr) {
    // 办理45件，其中上年结转5件、新收40件
    flow.due = flow.in;
    flow.in = &m;
  }
  if (m.role == "received" || m.role == "new" ||
      (m.role.empty() && flow.in == nullptr && (m.sum || (m.near_topic && !m.soft))) ||
      (m.role == "handled" && m.part == false))
    set(flow.in);
  else if (m.role.empty() && m.sum && flow.in != nullptr && flow.carried_in != nullptr && flow.out == nullptr)
    set(flow.due);
  else if (m.role == "carried_in")
    set(flow.carried_in);
  else if (m.role == "due")
    set(flow.due);
  else if (m.role == "closed" || m.role == "answered") {
    // 收到40件，其中办结38件，2件结转下年
    if (!m.part || flow.out == nullptr) set(flow.out);
  } else if (m.role == "carried_out") {
    // 期初在办4件，期末在办6件: which of them was left over is not clear.
    flow.vague = flow.vague || flow.carried_out != nullptr;
    set(flow.carried_out);
  } else if (m.role == "carried")
    set(flow.out != nullptr ? flow.carried_out : flow.carried_in);
  else if (m.role == "withdrawn")
    set(flow.withdrawn);
  else
    return;
  if (flow.out == &m && m.all && !m.part) flow.nothing_left = true;
  flow.vague = flow.vague || f.vague || f.unsure;
}

Decimal value(const Narrative& n, const Mention* m) { return m == nullptr ? Decimal{} : n.figure(*m).value; }

Decimal plus(Decimal a, Decimal b) { return add(a, b).value_or(a); }

void agree_all(Narrative& n, const Flow& flow) {
  for (Mention* m : {flow.in, flow.carried_in, flow.due, flow.out, flow.carried_out, flow.withdrawn})
    if (m != nullptr) n.agree(*m);
}

// Whether the cells have said all there is to say.
bool decided(const Flow& flow) {
  bool all = true;
  for (const Mention* m : {flow.in, flow.carried_in, flow.due, flow.out, flow.carried_out}) {
    if (m == nullptr) continue;
    if (m->verdict == Verdict::disagrees || m->past) return true;
    all = all && !m->cells.empty();
  }
  return all;
}

// 全县收到50件。其中县政府办公室收到12件，答复11件; 下半年收到29件，办结32件，全年结转3件: not all are of the same
// bodies and the same time.
bool of_others(const Flow& flow) {
  const auto elsewhere = [](const Mention* m) { return m != nullptr && m->elsewhere; };
  const bool in = elsewhere(flow.in);
  return (in && !flow.in->held) || (!in && (elsewhere(flow.out) || elsewhere(flow.carried_out)));
}

// 登记86件，合并处理4件，撤回3件，答复77件，在办2件: what is missing is said, in words that nobody knows.
bool made_up_by(const Narrative& n, const Flow& flow, Decimal missing) {
  const Mention* const last = flow.carried_out != nullptr && flow.carried_out > flow.out ? flow.carried_out : flow.out;
  Decimal all;
  for (const Mention* m = flow.in + 1; m < last; ++m) {
    const Figure& f = n.figure(*m);
    if (m == flow.carried_in || m == flow.due || m == flow.out || m == flow.carried_out || m == flow.withdrawn ||
        m->relation != Relation::none || m->depth > 0 || f.measure != Measure::count ||
        f.unit != n.figure(*flow.in).unit)
      continue;
    all = plus(all, f.value);
    if (f.value.units != 0 && (compare(f.value, missing) == 0 || compare(all, missing) == 0)) return true;
  }
  return false;
}

void judge(Narrative& n, const Flow& flow) {
  if (flow.in == nullptr || decided(flow)) return;
  // 办结88件，其中新收84件、上年结转4件: what came in is then what was closed of it.
  if (flow.out != nullptr && flow.in->parent >= 0 && &n.mentions[size_t(flow.in->parent)] == flow.out) return;
  // 受理23件（含上年结转3件）: it is part of what was received already.
  const bool bracket = flow.carried_in != nullptr && flow.carried_in->owner >= 0 &&
                       &n.mentions[size_t(flow.carried_in->owner)] == flow.in && !flow.carried_in->also;
  // 新收72件（上年结转3件）: what is new has none of it.
  const bool inside = bracket && (flow.carried_in->part || flow.in->role != "new");
  const Decimal in = value(n, flow.in), carried = inside ? Decimal{} : value(n, flow.carried_in),
                both = plus(in, carried);
  if (flow.due != nullptr && flow.carried_in != nullptr) {
    if (compare(value(n, flow.due), both) != 0) {
      if (flow.vague) return;
      n.agree(*flow.in);
      n.agree(*flow.carried_in);
      n.disagree(
          *flow.due, "narrative.equation",
          message("narrative.equation.due", n.sink.lang(), {{"figure", n.text(*flow.due)}, {"sum", to_string(both)}}));
      if (flow.out != nullptr && flow.carried_out != nullptr &&
          compare(both, plus(value(n, flow.out), value(n, flow.carried_out))) == 0) {
        n.agree(*flow.out);
        n.agree(*flow.carried_out);
      }
      return;
    }
    agree_all(n, flow);
  }
  if (flow.out == nullptr) return;
  if (flow.carried_out == nullptr) {
    // What was left over is not said: only that all was closed can be seen.
    const Decimal closed = plus(value(n, flow.out), value(n, flow.withdrawn));
    if (compare(closed, both) == 0 || compare(closed, in) == 0) return agree_all(n, flow);
    if (!flow.nothing_left || flow.withdrawn != nullptr) return;
  }
  const Decimal out = plus(value(n, flow.out), value(n, flow.carried_out));
  // 新收的50件办结47件，3件结转下年: of the new ones alone.
  const bool of_these = flow.out == flow.in + 1 && flow.out->soft && !flow.out->modified;
  // 受理 may mean all that there was to handle.
  const Decimal and_withdrawn = plus(out, value(n, flow.withdrawn));
  if (compare(both, out) == 0 || (flow.withdrawn != nullptr && compare(both, and_withdrawn) == 0) ||
      ((flow.in->role != "new" || of_these) && compare(in, out) == 0))
    return agree_all(n, flow);
  if (flow.vague) return;
  // 收到37件，其中办结35件、结转下年3件: more than there was.
  const bool more = flow.carried_in == nullptr && flow.carried_out != nullptr && compare(out, in) > 0;
  if ((flow.out->part || flow.out->within) && flow.due == nullptr && !more) return;
  if (!flow.out->cells.empty()) return;
  if (of_others(flow) || made_up_by(n, flow, subtract(both, and_withdrawn).value_or(both))) return;
  if (flow.in->modified || flow.out->modified || (flow.carried_out != nullptr && flow.carried_out->modified)) return;
  // Nobody says that applications are meant: what was carried in and out tells.
  const std::string left = flow.carried_out == nullptr ? std::string() : n.text(flow.carried_out->clause);
  const bool told = left.find("转") != std::string::npos || left.find("顺延") != std::string::npos;
  if (flow.in->guessed && flow.carried_in == nullptr && !told) return;
  n.agree(*flow.in);
  if (flow.carried_in != nullptr) n.agree(*flow.carried_in);
  if (flow.carried_out != nullptr) n.agree(*flow.carried_out);
  n.disagree(*flow.out, "narrative.equation",
             message("narrative.equation", n.sink.lang(),
                     {{"in", to_string(in)},
                      {"carried", to_string(carried)},
                      {"left", to_string(both)},
                      {"out", to_string(value(n, flow.out))},
                      {"left_over", to_string(value(n, flow.carried_out))},
                      {"right", to_string(out)}}));
}

}  // namespace

void check_equations(Narrative& n) {
  Flow flow;
  uint32_t paragraph = 0, last = 0;
  size_t next = 0;  // statement
  const auto nothing_left = [&](uint32_t until) {
    for (; next < n.statements.size() && n.statements[next].token < until; ++next) {
      const Statement& s = n.statements[next];
      const bool none = s.kind == Statement::none && s.topic == "application" && flow.out != nullptr &&
                        s.indicators.size() == 1 && s.sentence == last &&
                        (s.indicators[0]->roles == "carried_out" || !n.says(s.folded, "上年")) &&
                        (s.indicators[0]->roles == "carried_out" || s.indicators[0]->roles == "carried_in" ||
                         s.indicators[0]->roles == "carried");
      flow.nothing_left = flow.nothing_left || none;
    }
  };
  for (Mention& m : n.mentions) {
    nothing_left(m.token);
    last = m.sentence;
    // One account of a year, within a paragraph; a second one starts with what was received.
    const bool again =
        flow.out != nullptr && flow.in != nullptr && m.depth == 0 && (m.role == "received" || m.role == "new");
    if (m.paragraph != paragraph || again) {
      judge(n, flow);
      flow = {};
      paragraph = m.paragraph;
    }
    if (m.topic == "application" && m.relation == Relation::none) add_to(flow, m, n.figure(m));
  }
  nothing_left(UINT32_MAX);
  judge(n, flow);
}

}  // namespace gouji
