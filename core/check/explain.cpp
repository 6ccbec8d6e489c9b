#include "check/explain.h"

#include <algorithm>

#include "check/patterns.h"
#include "check/surroundings.h"
#include "order.h"

namespace gouji {
namespace {

// How often slips of several cells happen beside those of one (slips.cpp), and how often a second one beside the first.
constexpr double kExchanged = 0.10, kMisplaced = 0.12, kMoved = 0.12, kWithTotal = 0.2, kAnother = 0.05;
constexpr double kFar = 0.1;  // of exchanges and misplacings, those over more than one cell
constexpr double kMostCommon = 3;
constexpr double kOfTotals = 0.2;  // of any of these, those among totals
// How much of what may have happened is none of what was thought of, beside one slip without a story.
constexpr double kUnthought = 5e-6, kPlain = 1e-4;
constexpr double kWorthSaying = 0.1;  // of what is not smallest
// A single equation that fails shows that something is wrong and nothing more.
constexpr double kOneEquation = 0.96;
constexpr double kSurest[] = {0.95, 0.99, 0.97, 0.95};  // by the number of cells; the first for slips of more

struct Weighed {
  double weight = 0;
  std::vector<Story> stories;
};

class Ranker {
 public:
  Ranker(const Layout& layout) : layout_(layout), system_(layout.system()), places_(double(layout.taking_part())) {}

  Weighed weigh(const Changes& c) const {
    Weighed w = c.size() == 1 ? one(c[0]) : c.size() == 2 ? pair(c[0], c[1]) : triple(c);
    w.weight *= layout_.supported(c);
    return w;
  }

 private:
  const Layout& layout_;
  const System& system_;
  double places_;

  int64_t is(const Change& c) const { return system_.value(c.cell); }

  // A slip of one cell, the place included.
  Weighed one(const Change& c) const {
    const std::vector<uint16_t> beside = layout_.neighbours(c.cell);
    std::vector<int64_t> neighbours, parts;
    for (const uint16_t n : beside) neighbours.push_back(system_.value(n));
    for (const uint16_t p : layout_.parts(c.cell)) parts.push_back(system_.value(p));
    const int64_t seen = system_.impossible(c.cell) ? -c.to : is(c);
    const Likely likely = slip_between(c.to, seen, {neighbours, parts, layout_.previous(c.cell)});
    Story story{likely.slip, {c.cell}, 0, 0};
    if (likely.slip == Slip::neighbour) story.other = beside[likely.part];
    if (likely.slip == Slip::twice || likely.slip == Slip::omitted) story.other = layout_.parts(c.cell)[likely.part];
    return {likely.weight * layout_.common(c.cell, c.to) / places_, {std::move(story)}};
  }

  static void better(Weighed& best, double weight, Story story) {
    if (best.stories.empty() || weight > best.weight) best.stories = {std::move(story)};
    best.weight += weight;
  }

  // One slip that puts two cells wrong; no stories where none does.
  Weighed together(const Change& a, const Change& b) const {
    Weighed out;
    const int64_t by_a = a.to - is(a), by_b = b.to - is(b);
    const double totals = layout_.is_total(a.cell) || layout_.is_total(b.cell) ? kOfTotals : 1;
    const bool line = layout_.same_line(a.cell, b.cell), beside = layout_.beside(a.cell, b.cell);
    if (a.to == is(b) && b.to == is(a) && (line || beside)) {
      const bool empty = a.to == 0 || b.to == 0;
      const double often = (empty ? kMisplaced : kExchanged) * totals;
      better(out, often * (beside ? 1 / (2 * places_) : kFar / (10 * places_)),
             {empty ? Slip::misplaced : Slip::exchanged, {a.cell, b.cell}, 0, 0});
    }
    if (by_a == -by_b && line) {
      const Change& poor = by_a > 0 ? a : b;  // its own cell has too few
      const double k = double(by_a > 0 ? by_a : by_b);
      const double from = double(poor.to) / (layout_.sum() + k);
      // Rows differ more than columns let one expect: no row is accused for that.
      const double common =
          std::min(kMostCommon, std::max(1 / kMostCommon, layout_.common(a.cell, a.to) * layout_.common(b.cell, b.to)));
      better(out, kMoved * totals * 0.6 / (k * k) * from / 5 * common,
             {Slip::moved, {poor.cell, by_a > 0 ? b.cell : a.cell}, 0, int64_t(k)});
    }
    if (by_a == by_b) {
      for (const bool swap : {false, true}) {
        const Change &total = swap ? a : b, &part = swap ? b : a;
        const auto& parts = layout_.parts(total.cell);
        if (std::find(parts.begin(), parts.end(), part.cell) == parts.end()) continue;
        better(out, kWithTotal * one(part).weight, {Slip::with_total, {part.cell, total.cell}, 0, 0});
      }
    }
    return out;
  }

  static Weighed both(const Weighed& a, const Weighed& b) {
    Weighed out{kAnother * a.weight * b.weight, a.stories};
    out.stories.insert(out.stories.end(), b.stories.begin(), b.stories.end());
    return out;
  }

  static void add(Weighed& sum, const Weighed& more, double& best) {
    sum.weight += more.weight;
    if (more.weight <= best) return;
    best = more.weight;
    sum.stories = more.stories;
  }

  Weighed pair(const Change& a, const Change& b) const {
    Weighed sum;
    double best = 0;
    add(sum, both(one(a), one(b)), best);
    add(sum, together(a, b), best);
    return sum;
  }

  Weighed triple(const Changes& c) const {
    Weighed sum;
    double best = 0;
    add(sum, both(both(one(c[0]), one(c[1])), one(c[2])), best);
    for (size_t i = 0; i < 3; ++i) {
      const Weighed two = together(c[(i + 1) % 3], c[(i + 2) % 3]);
      if (!two.stories.empty()) add(sum, both(two, one(c[i])), best);
    }
    return sum;
  }
};

// In hundredths, downwards: what is printed as 0.9 is 0.9.
double hundredths(double p) { return double(int(p * 100)) / 100; }

Cause explain_part(const Layout& layout, EquationSet part) {
  const System& system = layout.system();
  Cause cause;
  for (EquationSet f = system.failing() & part; f != 0; f &= f - 1)
    if (const size_t check = system.equations()[size_t(__builtin_ctzll(f))].check; check != System::kDerived)
      cause.failed.push_back(check);

  const bool alone = __builtin_popcountll(system.failing() & part) == 1;
  const Ranker ranker(layout);
  const Smallest smallest = localise(system, part);
  std::vector<std::pair<double, Explanation>> found;
  for (const Changes& set : smallest.sets) {
    Weighed w = ranker.weigh(set);
    found.push_back({w.weight, {set, std::move(w.stories), 0, true}});
  }
  for (Pattern& p : patterns(layout, part)) {
    p.weight *= layout.supported(p.changes);
    const auto same =
        std::find_if(found.begin(), found.end(), [&](const auto& f) { return f.second.changes == p.changes; });
    if (same == found.end()) {
      found.push_back({p.weight, {std::move(p.changes), {std::move(p.story)}, 0, smallest.size == 0}});
    } else {
      if (p.weight > same->first) same->second.stories = {std::move(p.story)};
      same->first += p.weight;
    }
  }
  if (found.empty()) return cause;

  const double places = double(layout.taking_part());
  double sum = kUnthought / places;
  for (size_t i = 1; i < (smallest.size == 0 ? kMostWrong + 1 : smallest.size); ++i) sum *= kAnother * kPlain / places;
  for (const auto& [weight, e] : found) sum += weight;
  put_in_order(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  const double surest_of_all = alone ? kOneEquation : 1;
  for (auto& [weight, e] : found) {
    const double surest = kSurest[e.changes.size() > kMostWrong ? 0 : e.changes.size()] * surest_of_all;
    e.confidence = hundredths(weight / sum * surest);
    if (e.smallest || e.confidence >= kWorthSaying) cause.explanations.push_back(std::move(e));
  }
  // The only smallest set comes first, unless one slip explains more cells than it beyond doubt.
  const bool only = smallest.sets.size() == 1;
  const bool beyond_doubt = cause.explanations[0].confidence >= kCertain;
  if (only && !beyond_doubt)
    std::stable_partition(cause.explanations.begin(), cause.explanations.end(),
                          [](const Explanation& e) { return e.smallest; });
  cause.located = only || beyond_doubt;
  return cause;
}

}  // namespace

std::vector<Cause> explain(const Table& table, const std::vector<Check>& checks, const Evidence& evidence) {
  std::vector<Cause> causes;
  if (std::all_of(checks.begin(), checks.end(), [](const Check& c) { return c.result == Check::passed; }))
    return causes;
  const System system(table, checks);
  const Layout layout(table, system, evidence);
  for (const EquationSet part : system.failing_parts()) causes.push_back(explain_part(layout, part));
  return causes;
}

}  // namespace gouji
