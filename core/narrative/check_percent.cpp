// narrative.percent: shares and rates against the figures and cells that they may be taken of.
#include <algorithm>

#include "narrative/narrative.h"

namespace gouji {
namespace {

struct Base {
  Decimal value;
  std::string name;
  bool near;  // of the same sentence, or a cell that the words mean
  int64_t mention = -1;
  int basis = -1;  // of a cell: which alternative, so that new ones are a share of new ones
};

constexpr size_t kBack = 12;  // how many figures before may be the whole
constexpr size_t kFar = 48;   // how far back they may stand

class Judge {
 public:
  Judge(Narrative& n, size_t i) : n_(n), i_(i), m_(n.mentions[i]), f_(n.figure(m_)) {}

  void beside() {
    if (f_.measure != Measure::percent || m_.relation != Relation::share || !m_.bare_share ||
        m_.verdict != Verdict::unchecked || m_.soft || f_.vague)
      return;
    const Mention* const part = previous();
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
        if (!is || f_.admits(*is)) return;
        n_.agree(n_.mentions[size_t(part - n_.mentions.data())]);
        n_.disagree(m_, "narrative.percent",
                    message("narrative.percent", n_.sink.lang(),
                            {{"figure", n_.text(m_)},
                             {"tried", n_.text(*part) + " ÷ " + to_string(other.of) + " = " + rounded(*is) + "%"}}));
        return;
      }
    }
  }

  void judge() {
    if (f_.measure != Measure::percent) return;
    if (m_.relation == Relation::rise || m_.relation == Relation::fall || m_.than) return;
    const bool rate = m_.relation == Relation::rate;
    if ((rate || m_.relation == Relation::share) && compare(f_.low, {100, 0}) > 0 && !f_.vague) return impossible();
    std::vector<Base> parts;
    const bool certain = numerators(parts);
    const std::vector<Base> wholes = denominators();
    std::string tried;
    bool any = false;
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
          return n_.agree(m_);
        }
        if (!w.near || tried.size() > 300) continue;
        any = true;
        tried += (tried.empty()                ? ""
                  : n_.sink.lang() == Lang::zh ? "；"
                                               : "; ") +
                 p.name + " ÷ " + w.name + " = " + rounded(*is) + "%";
      }
    }
    if (!certain || !any || m_.soft || f_.vague || m_.past) return;
    // One slip, one finding: the share is of a figure that is wrong itself.
    const auto wrong = [&](const Base& b) {
      return b.mention >= 0 && n_.mentions[size_t(b.mention)].verdict == Verdict::disagrees;
    };
    if (std::any_of(parts.begin(), parts.end(), wrong)) return;
    for (const Base& p : parts) used(p);
    n_.disagree(m_, "narrative.percent",
                message("narrative.percent", n_.sink.lang(), {{"figure", n_.text(m_)}, {"tried", tried}}));
  }

 private:
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

  bool counted(const Mention& m) const {
    return m.relation == Relation::none && n_.figure(m).counted() && m.paragraph == m_.paragraph && !m.past;
  }

  Base base(const Mention& m) const {
    return {n_.figure(m).value, n_.text(m), m.sentence == m_.sentence, int64_t(&m - n_.mentions.data())};
  }

  // What took part in a check is checked.
  void used(const Base& b) {
    if (b.mention >= 0 && b.near) n_.agree(n_.mentions[size_t(b.mention)]);
  }

  // Of what stands before in the paragraph, the last few figures: a share may be of any of them.
  void any_before(std::vector<Base>& out) const {
    constexpr size_t kFew = 4;
    for (size_t k = i_; k-- > 0 && out.size() < kFew && i_ - k < kFar;) {
      if (n_.mentions[k].paragraph != m_.paragraph) break;
      if (counted(n_.mentions[k])) out.push_back(base(n_.mentions[k]));
    }
  }

  // The figure right before, or around the brackets.
  const Mention* previous() const {
    if (m_.share_of >= 0) return &n_.mentions[size_t(m_.share_of)];
    if (m_.owner >= 0 && (i_ == 0 || n_.mentions[i_ - 1].owner != m_.owner)) return &n_.mentions[size_t(m_.owner)];
    for (size_t k = i_; k-- > 0 && i_ - k < kFar;) {
      const Mention& m = n_.mentions[k];
      if (m.sentence != m_.sentence) return nullptr;
      if (m.depth == m_.depth && counted(m)) return &m;
      if (m.depth == m_.depth && (m.relation == Relation::share || m.relation == Relation::rate)) continue;
    }
    return nullptr;
  }

  // Of the sentence, the last figure that the rate is a rate of.
  const Mention* with_role(std::initializer_list<std::string_view> roles) const {
    for (size_t k = i_; k-- > 0 && i_ - k < kBack;) {
      const Mention& m = n_.mentions[k];
      if (m.sentence != m_.sentence) break;
      if (counted(m) && std::find(roles.begin(), roles.end(), m.role) != roles.end()) return &m;
    }
    return nullptr;
  }

  void cell(std::vector<Base>& out, std::string_view topic, std::string_view role, size_t alternative = 0) const {
    const Indicator* const i = find_indicator(topic, role);
    if (i == nullptr || alternative >= i->alternatives.size()) return;
    if (const std::optional<Sum> s = sum_of(n_.report, i->alternatives[alternative]); s && !s->money)
      out.push_back(
          {s->value, name_of(s->cells, n_.sink.lang()) + " " + to_string(s->value), true, -1, int(alternative)});
  }

  void cells(std::vector<Base>& out, std::string_view topic, std::string_view role) const {
    for (size_t a = 0; a < 5; ++a) cell(out, topic, role, a);
  }

  bool applicant() const {
    const std::string_view role = m_.role;
    return !m_.indicators.empty() && (role == "natural" || role == "organisation" || role == "business" ||
                                      role == "research" || role == "welfare" || role == "legal");
  }

  // What the percentage is a part of; gives whether it is certain that it is.
  bool numerators(std::vector<Base>& out) {
    if (m_.relation == Relation::rate) {
      const Mention* said = nullptr;
      if (m_.rate == "closed") said = with_role({"closed", "answered"});
      if (m_.rate == "answered") said = with_role({"answered", "closed"});
      if (m_.rate == "on_time") said = with_role({"on_time"});
      if (m_.rate == "opened") said = with_role({"opened"});
      if (m_.rate == "corrected") said = with_role({"corrected"});
      if (m_.rate == "adopted") said = previous();
      if (m_.rate == "complement") said = previous();
      if (said != nullptr) {
        out.push_back(base(*said));
        // 合格率 is the rest of what 不合格 counts.
        return m_.rate != "complement" || n_.text(said->clause).find("不合格") != std::string::npos;
      }
      // The rate alone: the tables say what it is of.
      if (m_.topic == "application" || m_.topic.empty()) {
        if (m_.rate == "closed" || m_.rate == "answered") {
          cells(out, "application", m_.rate);
          return m_.topic == "application" && !out.empty();
        }
        if (m_.rate == "on_time") cells(out, "application", "on_time");
        if (m_.rate == "opened") cells(out, "application", "opened");
      }
      if (m_.rate == "corrected") {
        cells(out, "review", "corrected");
        cells(out, "litigation", "corrected");
        if (!out.empty()) return false;
      }
      any_before(out);
      return false;
    }
    if (!m_.indicators.empty() && m_.topic == "application") {
      cells(out, "application", m_.role);
      if (!applicant())
        for (Base& b : out) b.basis = -1;
      return !out.empty() && !m_.gap;
    }
    const Mention* const p = previous();
    if (p == nullptr) {
      any_before(out);
      return false;
    }
    if (m_.of_whole) {
      for (size_t k = size_t(p - n_.mentions.data()); k-- > 0 && i_ - k < kFar;) {
        const Mention& m = n_.mentions[k];
        if (m.sentence != m_.sentence) return false;
        if (!counted(m)) continue;
        out.push_back(base(m));
        return true;
      }
      return false;
    }
    if (m_.together) return together(*p, out);
    out.push_back(base(*p));
    return m_.bare_share && m_.relation == Relation::share;
  }

  // 予以公开468件、部分公开108件，两项合计占44.7%: the last two, or as many as is said.
  bool together(const Mention& last, std::vector<Base>& out) const {
    constexpr size_t kMost = 6;
    size_t k = size_t(&last - n_.mentions.data()) + 1, said = 0;
    const Figure& f = n_.figure(last);
    const std::string clause = n_.text(m_.clause);
    if (f.value.whole() && compare(f.value, {10, 0}) < 0 && (f.unit == "项" || f.unit == "类" || f.unit == "者")) {
      said = size_t(f.value.units);
      --k;
    } else if (clause.find("两") != std::string::npos) {
      said = 2;
    } else if (clause.find("三") != std::string::npos) {
      said = 3;
    }
    Decimal sum;
    std::string name;
    for (size_t n = 0; k-- > 0 && n < kMost;) {
      const Mention& m = n_.mentions[k];
      if (m.sentence != m_.sentence) break;
      if (!counted(m) || m.depth != m_.depth) continue;
      const std::optional<Decimal> more = add(sum, n_.figure(m).value);
      if (!more) break;
      sum = *more;
      name = n_.text(m) + (name.empty() ? "" : " + " + name);
      if (++n >= 2 && (said == 0 || n == said)) out.push_back({sum, name, true});
    }
    return said >= 2 && !out.empty();
  }

  std::vector<Base> denominators() {
    std::vector<Base> out;
    const Mention* const part = previous();
    if (m_.of_whole && part != nullptr) {
      out.push_back(base(*part));
      return out;
    }
    size_t seen = 0;
    for (size_t k = i_; k-- > 0 && seen < kBack && i_ - k < kFar;) {
      const Mention& m = n_.mentions[k];
      if (m.paragraph != m_.paragraph) break;
      if (!counted(m) || (&m == part && m_.relation != Relation::rate)) continue;
      ++seen;
      out.push_back(base(m));
      // 167件占78%；38件占17.8%: a part that has a share of its own is not the whole.
      if (k + 1 < i_ && n_.mentions[k + 1].relation == Relation::share) out.back().near = false;
      if (k > 0 && m.role == "carried_in" && counted(n_.mentions[k - 1]))
        if (const auto both = add(n_.figure(m).value, n_.figure(n_.mentions[k - 1]).value))
          out.push_back({*both, n_.text(n_.mentions[k - 1]) + " + " + n_.text(m), true});
    }
    // 网站620条占62%，微信380条占38%，共1000条
    for (size_t k = i_ + 1; k < n_.mentions.size() && k - i_ < kBack && n_.mentions[k].sentence == m_.sentence; ++k) {
      if (!counted(n_.mentions[k]) || !n_.mentions[k].sum) continue;
      out.push_back(base(n_.mentions[k]));
      out.back().near = false;
    }
    if (m_.outside) return out;
    const bool applications = m_.relation == Relation::rate
                                  ? m_.topic == "application" || m_.topic.empty()
                                  : (part != nullptr && part->topic == "application") || !m_.indicators.empty();
    if (!applications && !m_.whole_role.empty()) {
      const size_t before = out.size();
      cells(out, "application", m_.whole_role);
      for (size_t k = before; k < out.size(); ++k) out[k].near = false, out[k].basis = -1;
    }
    if (applications) {
      const size_t before = out.size();
      cells(out, "application", "received");
      for (size_t k = before; k < out.size(); ++k) out[k].basis = applicant() ? out[k].basis : -1;
      // What was closed is not what there was to close.
      if (m_.rate != "closed" && m_.rate != "answered") {
        const size_t closed = out.size();
        cells(out, "application", "closed");
        for (size_t k = closed; k < out.size(); ++k) out[k].basis = applicant() ? 2 : -1;
      }
      // A share of the applications is one of the table's totals, if the part is a cell of it.
      if (out.size() > before && m_.relation == Relation::share && m_.indicators.empty() && part != nullptr &&
          part->cells.empty())
        for (size_t k = before; k < out.size(); ++k) out[k].near = false;
    }
    if (m_.rate == "corrected") {
      for (const std::string_view topic : {"review", "litigation"}) {
        cells(out, topic, "plain");
        cells(out, topic, "closed");
      }
    }
    return out;
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

// 自然人41件、法人9件，分别占82%、18%: each share is of its own figure.
static void share_out(Narrative& n, size_t i) {
  const Mention& first = n.mentions[i];
  if (first.relation != Relation::share || !first.exact || n.figure(first).measure != Measure::percent) return;
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
  }
}

void check_percent(Narrative& n) {
  for (size_t i = 0; i < n.mentions.size(); ++i) share_out(n, i);
  for (size_t i = 0; i < n.mentions.size(); ++i) Judge(n, i).judge();
  // 167件占总数的78%；38件占总数的17.8%: where one share is of a whole, so are those beside it.
  for (size_t i = 0; i < n.mentions.size(); ++i) Judge(n, i).beside();
}

}  // namespace gouji
