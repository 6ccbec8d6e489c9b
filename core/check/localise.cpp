#include "check/localise.h"

#include <algorithm>
#include <optional>

namespace gouji {
namespace {

int size_of(EquationSet s) { return __builtin_popcountll(s); }
size_t lowest(EquationSet s) { return size_t(__builtin_ctzll(s)); }

class Search {
 public:
  Search(const System& system, EquationSet part) : system_(system), residual_(system.equations().size()) {
    for (size_t e = 0; e < residual_.size(); ++e) {
      residual_[e] = system.equations()[e].residual;
      if ((part >> e & 1) != 0 && residual_[e] != 0) failing_ |= EquationSet{1} << e;
    }
    for (uint16_t c = 0; c < system.cells(); ++c) {
      if ((system.mask(c) & part) == 0) continue;
      by_mask_.push_back({system.mask(c), c});
      degree_ = std::max(degree_, size_of(system.mask(c)));
      if (system.impossible(c)) forced_.push_back(c);
    }
    std::sort(by_mask_.begin(), by_mask_.end());
  }

  Smallest run() {
    Smallest out;
    for (size_t size = std::max<size_t>(1, forced_.size()); size <= kMostWrong && found_.empty(); ++size) {
      out.size = size;
      look(size);
    }
    if (found_.empty()) return {};
    std::sort(found_.begin(), found_.end());
    found_.erase(std::unique(found_.begin(), found_.end()), found_.end());
    out.sets = std::move(found_);
    return out;
  }

 private:
  const System& system_;
  std::vector<int64_t> residual_;
  EquationSet failing_ = 0, closed_ = 0;
  std::vector<std::pair<EquationSet, uint16_t>> by_mask_;
  std::vector<uint16_t> forced_;
  int degree_ = 1;  // the most equations that one cell stands in
  Changes chosen_;
  std::vector<Changes> found_;

  bool is_chosen(uint16_t cell) const {
    return std::any_of(chosen_.begin(), chosen_.end(), [&](const Change& c) { return c.cell == cell; });
  }
  size_t forced_left() const {
    return size_t(std::count_if(forced_.begin(), forced_.end(), [this](uint16_t cell) { return !is_chosen(cell); }));
  }

  void change(uint16_t cell, int64_t by) {
    for (const System::In in : system_.of(cell)) {
      int64_t& r = residual_[in.equation];
      r += in.sign * by;
      const EquationSet bit = EquationSet{1} << in.equation;
      failing_ = r == 0 ? failing_ & ~bit : failing_ | bit;
    }
  }

  // What `cell` must change by for one of its equations to hold.
  int64_t asked(System::In in) const { return in.sign > 0 ? -residual_[in.equation] : residual_[in.equation]; }

  void look(size_t left) {
    const size_t forced = forced_left();
    if (size_of(failing_) > int(left) * degree_ || forced > left) return;
    if (left == 1) {
      finish(forced);
      return;
    }
    if (left == 2 && forced == 0) both();
    for (EquationSet f = failing_; f != 0; f &= f - 1)
      for (const Term& t : system_.terms(lowest(f))) take(t.cell, {uint8_t(lowest(f)), t.sign}, left);
    for (const uint16_t cell : forced_)
      for (const System::In in : system_.of(cell))
        if ((failing_ >> in.equation & 1) == 0) take(cell, in, left);
  }

  // `cell` is the only wrong one of the equation.
  void take(uint16_t cell, System::In in, size_t left) {
    if ((system_.mask(cell) & closed_) != 0 || is_chosen(cell)) return;
    const int64_t by = asked(in), to = system_.value(cell) + by;
    if (to < 0) return;
    const EquationSet closed = closed_;
    closed_ |= EquationSet{1} << in.equation;
    chosen_.push_back({cell, to});
    change(cell, by);
    look(left - 1);
    change(cell, -by);
    chosen_.pop_back();
    closed_ = closed;
  }

  // Two cells of the same equations, too small to mend them alone. How they share the change is open: one of them keeps
  // what is left, or the other.
  void both() {
    const auto first =
        std::lower_bound(by_mask_.begin(), by_mask_.end(), std::pair<EquationSet, uint16_t>{failing_, 0});
    for (auto a = first; a != by_mask_.end() && a->first == failing_; ++a)
      for (auto b = a + 1; b != by_mask_.end() && b->first == failing_; ++b) {
        const auto by = all_ask(a->second);
        if (!by || all_ask(b->second) != by || (failing_ & closed_) != 0) continue;
        const int64_t x = system_.value(a->second), y = system_.value(b->second), rest = x + y + *by;
        if (*by >= 0 || x + *by >= 0 || y + *by >= 0 || rest < 0) continue;
        for (const int64_t kept : {int64_t{0}, rest}) {
          Changes set = chosen_;
          set.push_back({a->second, kept});
          set.push_back({b->second, rest - kept});
          std::sort(set.begin(), set.end());
          found_.push_back(std::move(set));
        }
      }
  }

  // What a cell must change by for all its equations to hold.
  std::optional<int64_t> all_ask(uint16_t cell) const {
    const auto ins = system_.of(cell);
    for (const System::In in : ins)
      if (asked(in) != asked(ins[0])) return std::nullopt;
    return asked(ins[0]);
  }

  // The last cell stands in every equation that fails, and in no other.
  void finish(size_t forced) {
    if (forced == 1) {
      for (const uint16_t cell : forced_)
        if (!is_chosen(cell)) last(cell);
      return;
    }
    const std::pair<EquationSet, uint16_t> from{failing_, 0};
    for (auto at = std::lower_bound(by_mask_.begin(), by_mask_.end(), from);
         at != by_mask_.end() && at->first == failing_; ++at)
      last(at->second);
  }

  void last(uint16_t cell) {
    if ((system_.mask(cell) & closed_) != 0 || is_chosen(cell) || (failing_ & ~system_.mask(cell)) != 0) return;
    const auto by = all_ask(cell);
    if (!by || system_.value(cell) + *by < 0) return;
    Changes set = chosen_;
    set.push_back({cell, system_.value(cell) + *by});
    std::sort(set.begin(), set.end());
    found_.push_back(std::move(set));
  }
};

}  // namespace

Smallest localise(const System& system, EquationSet part) { return Search(system, part).run(); }

}  // namespace gouji
