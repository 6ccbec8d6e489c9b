// What a percentage may be taken of.
#include "narrative/parts.h"
#include "narrative/percent.h"

namespace gouji {

// 1289件中，予以公开468件，占36.3%: the whole that is named as such.
const Mention* PercentBases::whole() const {
  for (size_t k = i_; k-- > 0 && i_ - k < kFar;) {
    const Mention& m = n_.mentions[k];
    if (m.sentence != m_.sentence || m.part) break;
    if (m.within && k > 0 && n_.mentions[k - 1].sentence == m_.sentence && counted(n_.mentions[k - 1]))
      return &n_.mentions[k - 1];
  }
  if (m_.within && i_ > 0 && n_.mentions[i_ - 1].sentence == m_.sentence && counted(n_.mentions[i_ - 1]))
    return &n_.mentions[i_ - 1];
  return nullptr;
}

std::vector<Base> PercentBases::denominators() const {
  std::vector<Base> out;
  const Mention* const part = previous();
  if (m_.of_whole && part != nullptr) {
    out.push_back(base(*part));
    return out;
  }
  if (const Mention* const of = whole();
      of != nullptr && of != part && m_.relation == Relation::share && m_.whole_role.empty()) {
    out.push_back(base(*of));
    return out;
  }
  const Mention* const stem = m_.relation == Relation::rate ? named() : nullptr;
  size_t seen = 0;
  const bool closing = m_.rate == "closed" || m_.rate == "answered" || m_.rate == "on_time";
  bool apart = false;
  for (size_t k = i_; k-- > 0 && seen < kBack && i_ - k < kFar;) {
    const Mention& m = n_.mentions[k];
    if (m.paragraph != m_.paragraph) break;
    // 合计159件，法人占15.1%: the figure before is the part only where the share names none.
    if (!counted(m) || (&m == part && m_.relation != Relation::rate && m_.indicators.empty())) continue;
    if (stem != nullptr && !alike(n_.figure(m), n_.figure(*stem))) continue;
    // What was left over is not what there was to close.
    if (m_.relation == Relation::rate && m.role == "carried_out") continue;
    ++seen;
    out.push_back(base(m));
    // 167件占78%；38件占17.8%: a part that has a share of its own is not the whole.
    if (k + 1 < i_ && n_.mentions[k + 1].relation == Relation::share) out.back().near = false;
    // 办结留言20条，办结率90%；办结来信12件，办结率80%: each of what nobody counts here.
    if (k + 1 < i_ && closing && m_.outside)
      apart = apart || n_.mentions[k + 1].semicolon || n_.mentions[k + 1].relation == Relation::rate;
    if (apart) out.back().near = false;
    if (k > 0 && m.role == "carried_in" && m.owner < 0 && counted(n_.mentions[k - 1]))
      if (const auto both = add(n_.figure(m).value, n_.figure(n_.mentions[k - 1]).value))
        out.push_back({*both, "(" + n_.text(n_.mentions[k - 1]) + " + " + n_.text(m) + ")", true});
  }
  // 网站620条占62%，微信380条占38%，共1000条
  for (size_t k = i_ + 1; k < n_.mentions.size() && k - i_ < kBack && n_.mentions[k].sentence == m_.sentence; ++k) {
    if (!counted(n_.mentions[k]) || !n_.mentions[k].sum) continue;
    out.push_back(base(n_.mentions[k]));
    out.back().near = false;
  }
  if (m_.outside) return out;
  const bool known = m_.rate == "closed" || m_.rate == "answered" || m_.rate == "on_time" || m_.rate == "opened" ||
                     m_.rate == "corrected" || m_.rate == "upheld";
  const bool applications = m_.relation == Relation::rate
                                ? known && (m_.topic == "application" || m_.topic.empty())
                                : (part != nullptr && part->topic == "application") || !m_.indicators.empty();
  if (!applications && !m_.whole_role.empty()) {
    const size_t before = out.size();
    cells(out, "application", m_.whole_role);
    for (size_t k = before; k < out.size(); ++k) out[k].near = false, out[k].basis = -1;
  }
  if (applications) {
    const size_t before = out.size();
    // 占办结总数的26.9%: not of what came in.
    const bool of_closed = m_.whole_role == "closed" || m_.whole_role == "answered";
    if (!of_closed) cells(out, "application", "received");
    for (size_t k = before; k < out.size(); ++k) out[k].basis = applicant() ? out[k].basis : -1;
    // What was closed is not what there was to close.
    if (m_.rate != "closed" && m_.rate != "answered") {
      const size_t closed = out.size();
      cells(out, "application", "closed");
      for (size_t k = closed; k < out.size(); ++k) out[k].basis = applicant() ? 2 : -1;
    }
    // A share of the applications is one of the table's totals, if the part is a cell of it.
    const bool said = m_.together && !m_.whole_role.empty();
    if (out.size() > before && m_.relation == Relation::share && m_.indicators.empty() && part != nullptr &&
        part->cells.empty() && !said)
      for (size_t k = before; k < out.size(); ++k) out[k].near = false;
  }
  if (m_.rate == "corrected" || m_.rate == "upheld") {
    const std::string_view of = cases();
    for (const std::string_view topic : {"review", "litigation"}) {
      if (!of.empty() && of != topic) continue;
      cells(out, topic, "plain");
      cells(out, topic, "closed");
    }
  }
  return out;
}

}  // namespace gouji
