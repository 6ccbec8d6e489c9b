#include "check/slips.h"

#include <array>
#include <string>
#include <string_view>

namespace gouji {
namespace {

// How often each slip happens, where it can. Made for no body in particular: each of the ways that people are known to
// mistype figures counts for about as much as any other. tests/check/mutations_test.cpp shows what comes of them.
constexpr double kSwapped = 0.12, kDropped = 0.10, kDoubled = 0.10, kKey = 0.12, kDigit = 0.05, kZero = 0.10;
constexpr double kZeroLost = 0.06, kOffByOne = 0.10, kNeighbour = 0.06, kLeftOut = 0.06, kSign = 0.3, kPrevious = 0.12;
constexpr double kTwice = 0.06, kOmitted = 0.06, kStale = 0.04, kAny = 0.08;

// The keys beside each digit, on the row of digits and on the number pad.
constexpr std::array<std::string_view, 10> kBeside = {"129",  "024",  "0135", "246", "1357",
                                                      "2468", "3579", "468",  "579", "068"};

bool beside(char a, char b) { return kBeside[size_t(a - '0')].find(b) != std::string_view::npos; }

class Comparison {
 public:
  Comparison(int64_t should, int64_t is, const Surroundings& around)
      : should_(should), is_(is), around_(around), right_(std::to_string(should)), wrong_(std::to_string(is)) {}

  Likely run() {
    if (is_ >= 0) {
      if (right_.size() == wrong_.size()) same_length();
      if (right_.size() == wrong_.size() + 1) shorter();
      if (right_.size() + 1 == wrong_.size()) longer();
      if (is_ == should_ + 1) add(kOffByOne / 2, Slip::one_more);
      if (is_ + 1 == should_) add(kOffByOne / 2, Slip::one_less);
      if (is_ == 0) add(kLeftOut, Slip::left_out);
      near();
    } else if (is_ == -should_) {
      add(kSign, Slip::sign);
    }
    sum_.weight += kAny / (10 + double(should_) + double(is_ < 0 ? -is_ : is_));
    return sum_;
  }

 private:
  int64_t should_, is_;
  const Surroundings& around_;
  std::string right_, wrong_;
  Likely sum_;
  double best_ = 0;

  void add(double weight, Slip slip, size_t part = 0) {
    sum_.weight += weight;
    if (weight <= best_) return;
    best_ = weight;
    sum_.slip = slip;
    sum_.part = part;
  }

  double digits() const { return double(right_.size()); }

  void same_length() {
    size_t first = 0, differ = 0;
    for (size_t i = right_.size(); i-- > 0;)
      if (right_[i] != wrong_[i]) {
        first = i;
        ++differ;
      }
    if (differ == 2 && right_[first] == wrong_[first + 1] && right_[first + 1] == wrong_[first]) {
      size_t pairs = 0;
      for (size_t i = 0; i + 1 < right_.size(); ++i) pairs += right_[i] != right_[i + 1];
      add(kSwapped / double(pairs), Slip::swapped);
    }
    if (differ != 1) return;
    if (beside(right_[first], wrong_[first])) {
      add(kKey / (digits() * double(kBeside[size_t(right_[first] - '0')].size())), Slip::key);
    } else {
      add(kDigit / (digits() * 9), Slip::digit);
    }
  }

  // `long_one` without its digit i is `short_one`: in how many ways?
  static size_t ways(const std::string& long_one, const std::string& short_one) {
    size_t count = 0;
    for (size_t i = 0; i < long_one.size(); ++i) {
      std::string without = long_one;
      without.erase(i, 1);
      count += without == short_one;
    }
    return count;
  }

  void shorter() {
    const size_t n = ways(right_, wrong_);
    if (n == 0) return;
    add(kDropped * double(n) / digits(), Slip::dropped);
    if (should_ == is_ * 10) add(kZeroLost + kDropped, Slip::zero_lost);  // one story: the nought
  }

  void longer() {
    size_t doubled = 0;
    for (size_t i = 0; i < right_.size(); ++i) {
      std::string twice = right_;
      twice.insert(i, 1, right_[i]);
      doubled += twice == wrong_;
    }
    if (doubled > 0) add(kDoubled * double(doubled) / digits(), Slip::doubled);
    if (is_ == should_ * 10 && should_ != 0) {
      add(kZero + kDoubled, Slip::zero);
    } else if (doubled == 0 && ways(wrong_, right_) > 0) {
      add(kDigit / (digits() * 10), Slip::digit);
    }
  }

  void near() {
    for (size_t i = 0; i < around_.neighbours.size(); ++i)
      if (around_.neighbours[i] == is_ && is_ != 0) add(kNeighbour / 4, Slip::neighbour, i);
    if (around_.previous == is_ && is_ != 0) add(kPrevious, Slip::previous);
    if (around_.parts.empty()) return;
    size_t parts = 0;
    for (const int64_t p : around_.parts) parts += p != 0;
    for (size_t i = 0; i < around_.parts.size(); ++i) {
      const int64_t p = around_.parts[i];
      if (p == 0) continue;
      if (is_ - should_ == p) add(kTwice / double(parts), Slip::twice, i);
      if (should_ - is_ == p) add(kOmitted / double(parts), Slip::omitted, i);
    }
    const int64_t by = is_ > should_ ? is_ - should_ : should_ - is_;
    add(kStale / double(1 + by), Slip::stale);
  }
};

}  // namespace

Likely slip_between(int64_t should, int64_t is, const Surroundings& around) {
  return Comparison(should, is, around).run();
}

}  // namespace gouji
