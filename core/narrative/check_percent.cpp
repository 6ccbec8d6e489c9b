// narrative.percent: shares and rates against the figures and cells that they may be taken of.
#include <algorithm>

#include "narrative/parts.h"
#include "narrative/percent.h"

namespace gouji {
namespace {

class PercentJudge {
 public:
  PercentJudge(Narrative& n, size_t i) : n_(n), i_(i), m_(n.mentions[i]), f_(n.figure(m_)) {}

  void beside() {
    if (f_.measure != Measure::percent || m_.relation != Relation::share || !m_.bare_share ||
        m_.verdict != Verdict::unchecked || m_.soft || f_.vague)
      return;
    const Mention* const part = PercentBases(n_, i_).previous();
    if (part == nullptr) return;
    for (const int step : {-1, 1}) {
      size_t k = i_;
      for (int n = 0; n < 8; ++n) {
        k += size_t(step);
        if (k >= n_.mentions.size() || n_.mentions[k].sentence != m_.sentence) break;
        const Mention& other = n_.mentions[k];
        if (other.relation != Relation::share || other.of.units == 0 || compare(n_.figure(*part).value, other.of) > 0)
          continue;
        const std::optional<Decimal> is = percent_of(n_.figure(*part).value, other.of);
        if (!is || f_.admits(*is) || fitted(n_.figure(*part).value, other.of)) return;
        n_.agree(n_.mentions[size_t(part - n_.mentions.data())]);
        return off({n_.text(*part) + " ÷ " + to_string(other.of) + " = " + rounded(*is) + "%"});
      }
    }
  }

  void judge() {
    if (f_.measure != Measure::percent) return;
    if (m_.relation == Relation::rise || m_.relation == Relation::fall || m_.than) return;
    const bool rate = m_.relation == Relation::rate;
    if ((rate || m_.relation == Relation::share) && compare(f_.low, {100, 0}) > 0 && !f_.vague) return impossible();
    if (quotient()) return;
    const PercentBases bases(n_, i_);
    std::vector<Base> parts;
    const bool certain = bases.numerators(parts);
    const std::vector<Base> wholes = bases.denominators();
    std::vector<std::string> tried;
    const Base* against = nullptr;
    for (const Base& p : parts) {
      for (const Base& w : wholes) {
        if (p.basis >= 0 && w.basis >= 0 && p.basis != w.basis) continue;
        if (w.value.units <= 0 || compare(p.value, w.value) > 0 || (p.mention >= 0 && p.mention == w.mention)) continue;
        const std::optional<Decimal> is = percent_of(p.value, w.value);
        if (!is) continue;
        const auto rest = subtract({100, 0}, *is);
        if (f_.admits(*is) || (m_.rate == "complement" && rest && f_.admits(*rest))) {
          used(p);
          used(w);
          m_.of = w.value;
          if (w.mention >= 0 && n_.mentions[size_t(w.mention)].sum &&
              n_.mentions[size_t(w.mention)].sentence == m_.sentence)
            n_.agree(n_.mentions[size_t(w.mention)]);
          return n_.agree(m_);
        }
        if (!w.near) continue;
        if (against == nullptr) against = &w;
        if (tried.empty() || compare(w.value, against->value) != 0)
          tried.push_back(p.name + " ÷ " + w.name + " = " + rounded(*is) + "%");
      }
    }
    // 上年度查摆的问题16个，已整改14个，整改率93.3%: the figures stand beside it.
    const auto beside = [](const Base& b) { return b.near && b.mention >= 0; };
    const bool past =
        m_.past && !(std::all_of(parts.begin(), parts.end(), beside) && against != nullptr && beside(*against));
    if (!certain || tried.empty() || m_.soft || f_.vague || past) return;
    // One slip, one finding: the share is of a figure that is wrong itself.
    const auto wrong = [&](const Base& b) {
      return b.mention >= 0 && n_.mentions[size_t(b.mention)].verdict == Verdict::disagrees;
    };
    if (std::any_of(parts.begin(), parts.end(), wrong)) return;
    for (const Base& p : parts)
      for (const Base& w : wholes)
        if (w.near && w.value.units > 0 && fitted(p.value, w.value)) return n_.agree(m_);
    if (of_several(wholes)) return;
    for (const Base& p : parts) used(p);
    if (against != nullptr) used(*against);
    off(tried);
  }

 private:
  // 办结率98.5%（197/200）: the figures stand behind it, the one over the other.
  bool quotient() {
    if (i_ + 2 >= n_.mentions.size()) return false;
    Mention &part = n_.mentions[i_ + 1], &whole = n_.mentions[i_ + 2];
    const std::string mark = n_.text(Span{n_.figure(part).place.end, n_.figure(whole).place.begin});
    if (part.owner != int64_t(i_) || whole.owner != int64_t(i_) || (mark != "/" && mark != "÷")) return false;
    const std::optional<Decimal> is = percent_of(n_.figure(part).value, n_.figure(whole).value);
    if (!is) return false;
    n_.agree(part);
    n_.agree(whole);
    if (f_.admits(*is) || f_.vague) {
      n_.agree(m_);
    } else {
      off({n_.text(part) + " ÷ " + n_.text(whole) + " = " + rounded(*is) + "%"});
    }
    return true;
  }

  // 分别提交6件、5件、3件，占全部申请的28%: of those before together.
  bool of_several(const std::vector<Base>& wholes) {
    constexpr size_t kMost = 6;
    Decimal sum;
    size_t several = 0;
    for (size_t k = i_; k-- > 0 && several < kMost && n_.mentions[k].sentence == m_.sentence;) {
      const Mention& m = n_.mentions[k];
      if (m.relation != Relation::none || !n_.figure(m).counted() || m.depth != m_.depth) continue;
      sum = add(sum, n_.figure(m).value).value_or(sum);
      if (++several < 2) continue;
      for (const Base& w : wholes) {
        const std::optional<Decimal> is =
            w.value.units > 0 && compare(sum, w.value) < 0 ? percent_of(sum, w.value) : std::nullopt;
        if (is && f_.admits(*is)) return true;
      }
    }
    return false;
  }

  // The two ways to work it out that come first say enough.
  void off(const std::vector<std::string>& tried) {
    constexpr size_t kEnough = 2;
    const Lang lang = n_.sink.lang();
    std::string said;
    for (size_t k = 0; k < tried.size() && k < kEnough; ++k) put_behind(said, tried[k], lang);
    if (tried.size() > kEnough)
      said += message("narrative.percent.others", lang, {{"count", std::to_string(tried.size() - kEnough)}});
    n_.disagree(m_, "narrative.percent",
                message("narrative.percent", lang, {{"figure", n_.text(m_)}, {"tried", said}}));
  }

  // 82.4%, 16.3%, 1.3%: the last one made to fit 100, and no more than a step off.
  bool fitted(Decimal part, Decimal whole) const {
    constexpr size_t kBack = 12;
    Decimal sum;
    for (size_t k = i_ - std::min(i_, kBack); k < n_.mentions.size() && k < i_ + kBack; ++k) {
      const Mention& m = n_.mentions[k];
      if (m.sentence != m_.sentence || m.relation != Relation::share) continue;
      sum = add(sum, n_.figure(m).value).value_or(sum);
    }
    if (compare(sum, {100, 0}) != 0) return false;
    const Decimal step{1, f_.value.scale};
    const std::optional<Decimal> is = percent_of(part, whole), off = is ? subtract(f_.value, *is) : is;
    return off && compare(*off, step) <= 0 && compare({-off->units, off->scale}, step) <= 0;
  }

  Narrative& n_;
  size_t i_;
  Mention& m_;
  const Figure& f_;

  static std::string rounded(Decimal d) {
    while (d.scale > 2) {
      d.units = d.units / 10 + (d.scale == 3 && d.units % 10 >= 5 ? 1 : 0);
      --d.scale;
    }
    return to_string(scaled(d, 0));
  }

  void impossible() {
    if ((m_.rate == "free" && m_.soft) || m_.rate == "open") return;  // more than was planned is done
    n_.disagree(m_, "narrative.percent",
                message("narrative.percent.impossible", n_.sink.lang(), {{"figure", n_.text(m_)}}));
  }

  // What took part in a check is checked.
  void used(const Base& b) {
    if (b.mention >= 0 && b.near) n_.agree(n_.mentions[size_t(b.mention)]);
  }
};

}  // namespace

std::optional<Decimal> percent_of(Decimal part, Decimal whole) {
  // Both to the same scale, then small enough for nine more digits.
  int64_t a = part.units, b = whole.units;
  int scale_a = part.scale, scale_b = whole.scale;
  constexpr int64_t kSafe = 9'000'000'000;
  while (scale_a < scale_b && a < INT64_MAX / 10 && a > INT64_MIN / 10) a *= 10, ++scale_a;
  while (scale_b < scale_a && b < INT64_MAX / 10 && b > INT64_MIN / 10) b *= 10, ++scale_b;
  if (scale_a != scale_b) return std::nullopt;
  while (a > kSafe || a < -kSafe) a /= 10, b /= 10;
  if (b == 0) return std::nullopt;
  return scaled(Decimal{a * 1'000'000'000 / b, 7}, 0);
}

// 自然人41件、法人9件，（分别）占82%、18%: each share is of its own figure.
static void share_out(Narrative& n, size_t i) {
  const Mention& first = n.mentions[i];
  if (first.relation != Relation::share || n.figure(first).measure != Measure::percent) return;
  std::vector<size_t> shares = {i}, parts;
  for (size_t k = i + 1; k < n.mentions.size(); ++k) {
    const Mention& m = n.mentions[k];
    if (m.sentence != first.sentence || n.figure(m).measure != Measure::percent || m.led || m.semicolon) break;
    shares.push_back(k);
  }
  for (size_t k = i; k-- > 0 && parts.size() < shares.size();) {
    const Mention& m = n.mentions[k];
    if (m.sentence != first.sentence) break;
    if (m.depth == first.depth && m.relation == Relation::none && n.figure(m).counted()) parts.insert(parts.begin(), k);
  }
  if (shares.size() < 2 || parts.size() != shares.size()) return;
  for (size_t k = 0; k < shares.size(); ++k) {
    Mention& m = n.mentions[shares[k]];
    m.relation = Relation::share;
    m.bare_share = true;
    m.share_of = int32_t(parts[k]);
    m.whole_role = first.whole_role;
  }
}

// Whether what one role counts is among what the other counts.
static bool overlap(std::string_view a, std::string_view b) {
  const auto stem = [](std::string_view role) { return role.substr(0, role.find('.')); };
  const bool organisations = (a == "organisation" || b == "organisation") && a != "natural" && b != "natural";
  const bool opened = a == "opened" || b == "opened";
  return stem(a) == stem(b) || organisations ||
         (opened && (a == "granted" || a == "partial" || b == "granted" || b == "partial"));
}

// 网络申请占60%，信函占35%，当面占15%: of one whole, and more than all of it.
static void add_up(Narrative& n, size_t i) {
  const auto part_of = [&](size_t k) -> const Mention* {
    const Mention& m = n.mentions[k];
    if (m.relation != Relation::share || n.figure(m).measure != Measure::percent) return nullptr;
    return m.bare_share ? PercentBases(n, k).previous() : &m;
  };
  const Mention& first = n.mentions[i];
  const Mention* const part = part_of(i);
  if (part == nullptr || first.of_whole) return;
  const PartKind kind = kind_of(*part);
  if (kind != PartKind::applicant && kind != PartKind::outcome && kind != PartKind::way && kind != PartKind::result)
    return;
  std::vector<std::string_view> roles;
  Total sum;
  size_t last = i;
  for (size_t k = i; k < n.mentions.size() && n.mentions[k].sentence == first.sentence; ++k) {
    const Mention& m = n.mentions[k];
    const Mention* const p = part_of(k);
    if (m.relation != Relation::share) continue;
    if (p == nullptr || m.depth != first.depth || m.verdict == Verdict::disagrees || m.soft || m.of_whole ||
        p->indicators.size() != 1 || kind_of(*p) != kind || m.whole_role != first.whole_role)
      return;
    // 法人占18%，其中企业占8%: the same ones twice.
    if (std::any_of(roles.begin(), roles.end(), [&](std::string_view r) { return overlap(r, p->role); })) return;
    roles.push_back(p->role);
    sum.plus(n.figure(m));
    last = k;
  }
  if (roles.size() < 2 || !sum.exact || compare(sum.low, {100, 0}) <= 0) return;
  Decimal said;
  for (size_t k = i; k <= last; ++k)
    if (n.mentions[k].relation == Relation::share) said = add(said, n.figure(n.mentions[k]).value).value_or(said);
  n.disagree(n.mentions[last], "narrative.percent",
             message("narrative.percent.over", n.sink.lang(), {{"sum", to_string(scaled(said, 0))}}));
}

// Of each sentence the first share begins what is added up.
static void first_share(Narrative& n, size_t i) {
  const uint32_t sentence = n.mentions[i].sentence;
  while (i < n.mentions.size() && n.mentions[i].sentence == sentence && n.mentions[i].relation != Relation::share) ++i;
  if (i < n.mentions.size() && n.mentions[i].sentence == sentence) add_up(n, i);
}

void check_percent(Narrative& n) {
  for (size_t i = 0; i < n.mentions.size(); ++i) share_out(n, i);
  for (size_t i = 0; i < n.mentions.size(); ++i) PercentJudge(n, i).judge();
  // 167件占总数的78%；38件占总数的17.8%: where one share is of a whole, so are those beside it.
  for (size_t i = 0; i < n.mentions.size(); ++i) PercentJudge(n, i).beside();
  for (size_t i = 0; i < n.mentions.size(); ++i)
    if (i == 0 || n.mentions[i - 1].sentence != n.mentions[i].sentence) first_share(n, i);
}

}  // namespace gouji
