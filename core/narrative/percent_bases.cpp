#include <algorithm>

#include "narrative/parts.h"
#include "narrative/percent.h"

namespace gouji {

bool PercentBases::counted(const Mention& m) const {
  return m.relation == Relation::none && n_.figure(m).counted() && m.paragraph == m_.paragraph &&
         (!m.past || (m_.past && m.sentence == m_.sentence));
}

Base PercentBases::base(const Mention& m) const {
  return {n_.figure(m).value, n_.text(m), m.sentence == m_.sentence, int64_t(&m - n_.mentions.data())};
}

// Of what stands before in the paragraph, the last few figures: a share may be of any of them.
void PercentBases::any_before(std::vector<Base>& out) const {
  constexpr size_t kFew = 4;
  for (size_t k = i_; k-- > 0 && out.size() < kFew && i_ - k < kFar;) {
    if (n_.mentions[k].paragraph != m_.paragraph) break;
    if (counted(n_.mentions[k])) out.push_back(base(n_.mentions[k]));
  }
}

// The figure right before, or around the brackets.
const Mention* PercentBases::previous() const {
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

// Of the sentence, the last figure that the rate is a rate of; 答复率为100%，共答复34件: else the next.
const Mention* PercentBases::of_rate() const {
  const auto fits = [&](const Mention& m) {
    const bool closed = m_.rate == "closed" || m_.rate == "answered";
    return counted(m) && (m.role == m_.rate || (closed && (m.role == "closed" || m.role == "answered")));
  };
  for (size_t k = i_; k-- > 0 && i_ - k < kBack && n_.mentions[k].sentence == m_.sentence;)
    if (fits(n_.mentions[k])) return &n_.mentions[k];
  for (size_t k = i_ + 1; k < n_.mentions.size() && k - i_ < 3 && n_.mentions[k].sentence == m_.sentence; ++k) {
    const Mention& m = n_.mentions[k];
    if (m.semicolon || m.part || m.soft || m.unknown) break;
    if (fits(m)) return &m;
  }
  return nullptr;
}

// Whether the rate is of reviews or of lawsuits: what it counts says so, or those before, where the table has them all.
std::string_view PercentBases::cases() const {
  const Mention* m = of_rate();
  const bool said = m != nullptr;
  if (!said) m = previous();
  if (m == nullptr || (m->topic != "review" && m->topic != "litigation")) return {};
  return said || (m->role.empty() && m->verdict == Verdict::agrees && !m->cells.empty()) ? m->topic
                                                                                         : std::string_view();
}

void PercentBases::cell(std::vector<Base>& out, std::string_view topic, std::string_view role,
                        size_t alternative) const {
  const Indicator* const i = find_indicator(topic, role);
  if (i == nullptr || alternative >= i->alternatives.size() || i->most[alternative]) return;
  if (const std::optional<Sum> s = sum_of(n_.report, i->alternatives[alternative]); s && !s->money)
    out.push_back(
        {s->value, to_string(s->value) + bracketed(name_of(s->cells, n_.sink.lang())), true, -1, int(alternative)});
}

std::string PercentBases::bracketed(const std::string& name) const {
  return n_.sink.lang() == Lang::zh ? "（" + name + "）" : " (" + name + ")";
}

void PercentBases::cells(std::vector<Base>& out, std::string_view topic, std::string_view role) const {
  for (size_t a = 0; a < 5; ++a) cell(out, topic, role, a);
}

bool PercentBases::applicant() const {
  const std::string_view role = m_.role;
  return !m_.indicators.empty() && (role == "natural" || role == "organisation" || role == "business" ||
                                    role == "research" || role == "welfare" || role == "legal");
}

// 已整改14个，整改率93.3%; 18个乡镇中15个建成，覆盖率83.3%: what the rate itself names, or what is a part of the figure
// before it.
const Mention* PercentBases::named() const {
  constexpr std::string_view kRate = "率";
  for (size_t t = m_.token; t-- > 0 && m_.token - t < 4;) {
    if (!n_.tokens[t].is(Sense::rate)) continue;
    const std::string word = n_.text(n_.tokens[t].folded);
    if (word.size() <= kRate.size()) return nullptr;
    const std::string stem = word.substr(0, word.size() - kRate.size());
    for (size_t k = i_; k-- > 0 && i_ - k < kBack;) {
      const Mention& m = n_.mentions[k];
      if (m.sentence != m_.sentence) break;
      if (!counted(m)) continue;
      const std::string clause = n_.text(m.clause);
      if (m.within || (clause.find(stem) != std::string::npos && clause.find("应" + stem) == std::string::npos &&
                       clause.find("未" + stem) == std::string::npos))
        return &m;
      if (m.semicolon) break;
    }
    return nullptr;
  }
  return nullptr;
}

// What the percentage is a part of; gives whether it is certain that it is.
bool PercentBases::numerators(std::vector<Base>& out) const {
  if (m_.relation == Relation::rate) {
    const bool beside = m_.rate == "adopted" || m_.rate == "complement";
    if (const Mention* const said = beside ? previous() : of_rate()) {
      out.push_back(base(*said));
      if (m_.outside && said != previous()) return false;  // 办复建议35件、提案41件，办结率100%: of both
      // 合格率 is the rest of what 不合格 counts.
      return m_.rate != "complement" || n_.says(said->clause, "不合格");
    }
    if (const Mention* const stem = named()) {
      out.push_back(base(*stem));
      return compare(n_.figure(m_).value, {100, 0}) < 0;  // all of what should be, whatever stands before
    }
    // The rate alone: the tables say what it is of.
    if (m_.topic == "application" || m_.topic.empty()) {
      if (m_.rate == "closed" || m_.rate == "answered") {
        cells(out, "application", m_.rate);
        return m_.topic == "application" && !out.empty() && !m_.guessed;
      }
      if (m_.rate == "on_time") cells(out, "application", "on_time");
      if (m_.rate == "opened") cells(out, "application", "opened");
    }
    if (m_.rate == "corrected" || m_.rate == "upheld") {
      // 行政复议6件，纠正率为25%: of those that the table has.
      if (const std::string_view of = cases(); !of.empty()) {
        cells(out, of, m_.rate);
        return !out.empty();
      }
      cells(out, "review", m_.rate);
      cells(out, "litigation", m_.rate);
      if (!out.empty()) return false;
    }
    any_before(out);
    return false;
  }
  if (!m_.indicators.empty() && m_.topic == "application") {
    // 网上提交33件…网络渠道占66%: the sentence has the figure.
    for (size_t k = i_; k-- > 0 && i_ - k < kBack && n_.mentions[k].sentence == m_.sentence;)
      if (n_.mentions[k].role == m_.role && counted(n_.mentions[k])) out.push_back(base(n_.mentions[k]));
    cells(out, "application", m_.role);
    if (!m_.reason.empty()) cells(out, "application", m_.reason);
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
  return m_.bare_share && !m_.bracketed && m_.relation == Relation::share;
}

// 予以公开468件、部分公开108件，两项合计占44.7%: the last two, or as many as is said.
bool PercentBases::together(const Mention& last, std::vector<Base>& out) const {
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

}  // namespace gouji
