// narrative.growth: 同比增长29%, 较上年增加7件, against the figure quoted beside it or last year's report;
// years.quoted: that figure against last year's report.
#include "narrative/narrative.h"

namespace gouji {
namespace {

class GrowthJudge {
 public:
  GrowthJudge(Narrative& n, size_t i) : n_(n), i_(i), m_(n.mentions[i]), f_(n.figure(m_)) {}

  void judge() {
    const bool moves = m_.relation == Relation::rise || m_.relation == Relation::fall;
    if (f_.measure == Measure::times && m_.relation == Relation::none) return multiple();
    // 由4件增至6件, and nothing said of the growth
    if (m_.to && i_ > 0 && n_.mentions[i_ - 1].past && n_.mentions[i_ - 1].sentence == m_.sentence &&
        n_.mentions[i_ - 1].indicators == m_.indicators)
      return check_quoted(m_, n_.mentions[i_ - 1]);
    if (!moves && !(m_.than && f_.measure == Measure::percent)) return;
    if (m_.to) return;
    if (m_.share_of >= 0 || m_.exact) return each_of_several();
    if (!quoted()) from_previous();
    if (m_.verdict == Verdict::unchecked) both();
  }

 private:
  Narrative& n_;
  size_t i_;
  Mention& m_;
  const Figure& f_;

  bool of_same(const Mention& a, const Mention& b) const {
    return n_.figure(a).measure == n_.figure(b).measure &&
           (n_.figure(a).unit == n_.figure(b).unit || n_.figure(a).unit.empty() || n_.figure(b).unit.empty());
  }

  bool a_level(const Mention& m) const {
    if (m.sentence != m_.sentence) return false;
    if (m.relation == Relation::rise || m.relation == Relation::fall) return m.to;
    return f_.measure == Measure::points ? n_.figure(m).measure == Measure::percent : n_.figure(m).counted();
  }

  // 许可事项由上年245项减少8项，处罚事项由1790项增加25项: where it began is said, where it came to is not.
  bool began(const Mention& m) const {
    if (m.to) return false;
    for (size_t k = m.token; k-- > 0 && n_.tokens[k].kind == Token::word;)
      if (n_.tokens[k].is(Sense::back)) return true;
    return false;
  }

  // The current figure and the one it is compared with, of this sentence.
  bool pair(const Mention*& now, const Mention*& before) const {
    now = before = nullptr;
    for (size_t k = i_; k-- > 0 && i_ - k < 8;) {
      const Mention& m = n_.mentions[k];
      if (m.sentence != m_.sentence) break;
      if (!a_level(m)) continue;
      if (now == nullptr && before == nullptr && began(m)) return false;
      if (m.past && before == nullptr) {
        before = &m;
      } else if (!m.past && now == nullptr) {
        now = &m;
        // 由24个增加到48个: the one before is where it came from.
        if (m.to && k > 0 && a_level(n_.mentions[k - 1]) && before == nullptr) before = &n_.mentions[k - 1];
      }
      if (now != nullptr && before != nullptr) break;
      if (now != nullptr && (now->part || now->depth > m_.depth)) break;
      if (m.semicolon) break;  // 许可事项由245项减少8项；处罚事项1790项增加25项
    }
    // 8640条，同比增长8%（上年8000条）
    if (before == nullptr && i_ + 1 < n_.mentions.size()) {
      const Mention& next = n_.mentions[i_ + 1];
      const bool same = next.owner == int32_t(i_) ||
                        (!next.semicolon && (next.topic.empty() || now == nullptr || next.topic == now->topic));
      if (next.sentence == m_.sentence && next.past && a_level(next) && same) before = &next;
    }
    return now != nullptr && before != nullptr && of_same(*now, *before) && !n_.figure(*now).vague &&
           !n_.figure(*before).vague;
  }

  bool fits(Decimal now, Decimal before, std::string& is) const {
    const std::optional<Decimal> change = subtract(now, before);
    if (!change) return true;
    const bool minus = f_.place.begin > 0 && n_.report.folded.text()[f_.place.begin - 1] == '-';
    Decimal delta = *change;
    if ((m_.relation == Relation::fall) != minus) delta.units = -delta.units;
    if (f_.measure == Measure::percent || f_.measure == Measure::times) {
      if (before.units == 0) return true;  // no growth can be told from 0
      const std::optional<Decimal> percent = percent_of(delta, before);
      if (!percent) return true;
      is = shown(*change, before);
      if (f_.measure == Measure::percent) return f_.admits(*percent);
      // 增长9倍 is said of both nine times more and nine times as much.
      const Decimal times = scaled(*percent, -2);
      return f_.admits(times) || f_.admits(add(times, {1, 0}).value_or(times));
    }
    is = to_string(*change);
    return f_.admits(delta);
  }

  static Decimal rounded(Decimal p) {
    while (p.scale > 2) {
      p.units /= 10;
      --p.scale;
    }
    return scaled(p, 0);
  }

  static std::string shown(Decimal change, Decimal before) {
    return to_string(rounded(percent_of(change, before).value_or(Decimal{}))) + "%";
  }

  // 收到20件，比上年的12件: where the one is what this year's table has, the other is what last year's has.
  void check_quoted(const Mention& now, Mention& before) {
    if (n_.previous == nullptr || now.verdict != Verdict::agrees || now.cells.empty() || now.indicators.size() != 1 ||
        before.verdict != Verdict::unchecked || n_.figure(before).vague)
      return;
    std::vector<Sum> was;
    for (const std::vector<CellTerm>& alternative : now.indicators[0]->alternatives) {
      std::optional<Sum> last = sum_of(*n_.previous, alternative);
      if (!last) continue;
      if (n_.figure(before).admits(last->value)) return n_.agree(before);
      was.push_back(std::move(*last));
    }
    if (!was.empty())
      n_.disagree(
          before, "years.quoted",
          message("years.quoted", n_.sink.lang(), {{"figure", n_.text(before)}, {"cells", told(was, n_.sink.lang())}}));
  }

  // 受理50件，网站访问量增长2.1倍: of what its own clause names, and not of the figure before.
  bool of_another(const Mention& now) const {
    for (size_t k = m_.token; k-- > 0;) {
      const Token& t = n_.tokens[k];
      if (t.kind == Token::mark || t.kind == Token::stop || t.kind == Token::figure) return false;
      if (t.kind == Token::gap || t.is(Sense::thing)) return true;
      if (t.is(Sense::topic) && t.meaning != now.topic && t.meaning != "weak") return true;
      if (t.is(Sense::role) && t.meaning != now.role && (now.role.empty() || t.meaning.find(now.role) != 0))
        return true;
    }
    return false;
  }

  // What took part in a check is checked.
  void compared(const Mention& now, const Mention& before) {
    for (const Mention* m : {&now, &before}) n_.agree(n_.mentions[size_t(m - n_.mentions.data())]);
  }

  bool quoted() {
    const Mention *now = nullptr, *before = nullptr;
    if (!pair(now, before)) return false;
    check_quoted(*now, n_.mentions[size_t(before - n_.mentions.data())]);
    std::string is;
    const bool fitting = fits(n_.figure(*now).value, n_.figure(*before).value, is);
    if (!fitting && (f_.vague || now->verdict == Verdict::disagrees || of_another(*now))) return true;
    compared(*now, *before);
    if (fitting) {
      n_.agree(m_);
      return true;
    }
    n_.disagree(m_, "narrative.growth",
                message("narrative.growth", n_.sink.lang(),
                        {{"figure", n_.text(m_)}, {"now", n_.text(*now)}, {"before", n_.text(*before)}, {"is", is}}),
                {n_.note(*now), n_.note(*before)});
    return true;
  }

  bool fits_last(const Mention& now) const {
    if (now.indicators.size() != 1 || now.unknown || now.past || now.verdict != Verdict::agrees) return false;
    for (const std::vector<CellTerm>& alternative : now.indicators[0]->alternatives) {
      const std::optional<Sum> last = sum_of(*n_.previous, alternative);
      std::string is;
      if (last && last->value.units != 0 && fits(n_.figure(now).value, last->value, is)) return true;
    }
    return false;
  }

  // 收到20件，同比减少3件，下降25%: whatever it was last year, both must follow from it.
  void both() {
    if (i_ < 2 || !right_behind()) return;
    const Mention& other = n_.mentions[i_ - 1];
    const bool percent = f_.measure == Measure::percent;
    const Figure &count = percent ? n_.figure(other) : f_, &share = percent ? f_ : n_.figure(other);
    if (other.relation != m_.relation || other.to || !count.counted() || share.measure != Measure::percent ||
        count.vague || count.step.units != 0 || share.vague)
      return;
    size_t k = i_ - 1;
    while (k > 0 && n_.mentions[k - 1].sentence == m_.sentence && n_.mentions[k - 1].depth > other.depth) --k;
    if (k == 0) return;
    const Mention& now = n_.mentions[k - 1];
    if (now.sentence != m_.sentence || now.depth != other.depth || now.relation != Relation::none || now.past ||
        now.part || n_.figure(now).unit != count.unit || n_.figure(now).vague || n_.figure(now).step.units != 0)
      return;
    const bool fell = m_.relation == Relation::fall;
    const Decimal value = n_.figure(now).value;
    const std::optional<Decimal> was = fell ? add(value, count.value) : subtract(value, count.value);
    if (!was || was->units <= 0) return;
    const std::optional<Decimal> change = percent_of(count.value, *was);
    if (!change) return;
    if (share.admits(*change)) {
      for (const size_t part : {k - 1, i_ - 1}) n_.agree(n_.mentions[part]);
      return n_.agree(m_);
    }
    n_.disagree(m_, "narrative.growth",
                message("narrative.growth.both", n_.sink.lang(),
                        {{"figure", n_.text(m_)},
                         {"other", n_.text(other)},
                         {"now", n_.text(now)},
                         {"before", to_string(*was)},
                         {"is", shown(count.value, *was)}}),
                {n_.note(other)});
  }

  // Whether nothing stands between the figure before and this one but words of growth.
  bool right_behind() const {
    for (size_t k = n_.mentions[i_ - 1].token + 1; k < m_.token; ++k) {
      const Token& t = n_.tokens[k];
      if (!t.is(',') && !t.is(U'、') && !t.is('(') && !t.is(Sense::glue) && !t.is(Sense::rise) && !t.is(Sense::fall) &&
          !t.is(Sense::than))
        return false;
    }
    return true;
  }

  // Last year's figure may have been put right since, by one: what follows from that is no certain error.
  bool one_off(Decimal now, Decimal before) const {
    constexpr Decimal kMany{1000, 0};
    if (f_.measure != Measure::percent || compare(before, kMany) < 0) return false;
    std::string text;
    for (const int off : {-1, 1})
      if (const std::optional<Decimal> was = add(before, {off, 0}); was && fits(now, *was, text)) return true;
    return false;
  }

  // 复议21件、诉讼7件，分别比上年少4件和2件: each of its own figure; of which, where they do not match, is not clear.
  void each_of_several() {
    const Mention* const now = m_.share_of >= 0 ? &n_.mentions[size_t(m_.share_of)] : nullptr;
    if (now == nullptr || n_.previous == nullptr || now->soft || now->verdict != Verdict::agrees) return;
    against_last(*now, true);
  }

  void from_previous() {
    // 比前年增长51.6%: of a report that is not here.
    if (n_.previous == nullptr || n_.says(m_.clause, "前年")) return;
    const Mention *now = nullptr, *part = nullptr;
    for (size_t k = i_; k-- > 0 && now == nullptr && i_ - k < 24;) {
      const Mention& m = n_.mentions[k];
      if (m.sentence != m_.sentence) break;
      if (m.depth != m_.depth || !n_.figure(m).counted() || m.relation != Relation::none) continue;
      if (m.parent < 0) now = &m;
      if (part == nullptr) part = &m;
    }
    // 其中自然人申请41件，增长8%: of the part, where it is one that last year's report has, or of the whole.
    if (part != nullptr && part != now && fits_last(*part)) return n_.agree(m_);
    if (now == nullptr || now->indicators.empty() || (now->soft && now->verdict != Verdict::agrees) || now->past ||
        now->unknown || now->verdict == Verdict::disagrees)
      return;
    against_last(*now, part == now && !of_another(*now));  // which of them is meant may not be clear
  }

  void against_last(const Mention& now, bool certain) {
    std::string is, before, cells;
    bool known = false, like_now = false, near = false;
    for (const std::vector<CellTerm>& alternative : now.indicators[0]->alternatives) {
      const std::optional<Sum> last = sum_of(*n_.previous, alternative);
      if (!last || now.indicators.size() > 1) continue;
      known = true;
      std::string text;
      if (fits(n_.figure(now).value, last->value, text)) return n_.agree(m_);
      near = near || one_off(n_.figure(now).value, last->value);
      // What is said is of the sum that this year's figure is.
      const std::optional<Sum> same = sum_of(n_.report, alternative);
      const bool like = same && n_.figure(now).admits(same->value);
      if (is.empty() || (like && !like_now)) {
        like_now = like;
        is = text;
        before = to_string(last->value);
        cells = name_of(last->cells, n_.sink.lang());
      }
    }
    if (!known || f_.vague || !certain) return;
    n_.disagree(
        m_, "narrative.growth",
        message("narrative.growth.previous", n_.sink.lang(),
                {{"figure", n_.text(m_)}, {"now", n_.text(now)}, {"before", before}, {"cells", cells}, {"is", is}}),
        {}, near ? std::optional<Severity>(Severity::warning) : std::nullopt);
  }

  // 是上年12个的3倍.
  void multiple() {
    const Mention *now = nullptr, *before = nullptr;
    if (!pair(now, before) || n_.figure(*before).value.units == 0) return;
    const std::optional<Decimal> percent = percent_of(n_.figure(*now).value, n_.figure(*before).value);
    if (!percent) return;
    const bool fitting = f_.admits(scaled(*percent, -2));
    if (fitting) compared(*now, *before);
    if (fitting) return n_.agree(m_);
    // 是上年25件的3倍 can mean nothing else; 增长3倍 can.
    const std::string_view ahead = n_.report.folded.text().substr(0, f_.place.begin);
    const bool says = ahead.size() >= 3 && ahead.substr(ahead.size() - 3) == "的" &&
                      n_.says(n_.mentions[size_t(before - n_.mentions.data())].clause, "是");
    if (!says || f_.vague || now->verdict == Verdict::disagrees) return;
    compared(*now, *before);
    n_.disagree(m_, "narrative.growth",
                message("narrative.growth.times", n_.sink.lang(),
                        {{"figure", n_.text(m_)},
                         {"now", n_.text(*now)},
                         {"before", n_.text(*before)},
                         {"is", to_string(scaled(rounded(*percent), -2))}}));
  }
};

}  // namespace

void check_growth(Narrative& n) {
  prepare_growth(n);
  for (size_t i = 0; i < n.mentions.size(); ++i) GrowthJudge(n, i).judge();
}

}  // namespace gouji
