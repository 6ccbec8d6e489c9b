// narrative.equation: 除3件结转下年度外，其余51件均已办结. What is left is what there was without the exceptions.
#include "narrative/narrative.h"

namespace gouji {
namespace {

constexpr size_t kFiguresBefore = 12;  // figures before the rest

class Judge {
 public:
  Judge(Narrative& n, size_t i) : n_(n), i_(i), m_(n.mentions[i]) {}

  void judge() {
    if (!m_.rest || !plain(m_) || !n_.says(m_.clause, "其")) return;
    Decimal left;
    if (!exceptions(left)) return;
    std::string tried;
    for (const Decimal all : wholes()) {
      const std::optional<Decimal> rest = subtract(all, left);
      if (!rest) return;
      if (compare(*rest, n_.figure(m_).value) == 0) {
        for (size_t k = first_; k < i_; ++k) n_.agree(n_.mentions[k]);
        return n_.agree(m_);
      }
      // 50件, and the table has 50 too.
      const std::string way = to_string(all) + " − " + to_string(left) + " = " + to_string(*rest);
      if (tried.find(way) == std::string::npos) put_behind(tried, way, n_.sink.lang());
    }
    if (tried.empty()) return;
    n_.disagree(m_, "narrative.equation",
                message("narrative.equation.rest", n_.sink.lang(), {{"figure", n_.text(m_)}, {"tried", tried}}));
  }

 private:
  Narrative& n_;
  size_t i_;
  Mention& m_;
  size_t first_ = 0;  // of the exceptions
  bool applications_ = false;

  bool plain(const Mention& m) const {
    const Figure& f = n_.figure(m);
    return m.relation == Relation::none && f.measure == Measure::count && !f.vague && !f.unsure && f.step.units == 0 &&
           m.verdict != Verdict::disagrees && m.depth == m_.depth && m.sentence == m_.sentence && !m.past;
  }

  bool word(size_t token, std::string_view first) const {
    const Token& t = n_.tokens[token];
    return t.is(Sense::glue) && n_.text(t.folded).substr(0, first.size()) == first;
  }

  // 除 … 外 between the figures: what stands there is excepted.
  bool exceptions(Decimal& left) {
    if (i_ == 0) return false;
    bool outside = false;
    for (size_t k = n_.mentions[i_ - 1].token + 1; k < m_.token; ++k) {
      const Token& t = n_.tokens[k];
      outside = outside || word(k, "外") || t.is(Sense::also);
      if (t.ends_sentence() || t.is(';')) return false;
    }
    if (!outside) return false;
    for (size_t k = i_; k-- > 0 && i_ - k < kFiguresBefore;) {
      const Mention& e = n_.mentions[k];
      if (!plain(e) || n_.figure(e).unit != n_.figure(m_).unit) return false;
      const std::optional<Decimal> more = add(left, n_.figure(e).value);
      if (!more) return false;
      left = *more;
      first_ = k;
      applications_ = applications_ || e.topic == "application";
      for (size_t t = e.token; t > 0 && !n_.tokens[t - 1].ends_sentence(); --t) {
        if (word(t - 1, "除")) return true;
        if (n_.tokens[t - 1].is(',') || n_.tokens[t - 1].is(';') || n_.tokens[t - 1].kind == Token::figure) break;
      }
    }
    return false;
  }

  // What there was: said in the sentence, or what the table has.
  std::vector<Decimal> wholes() const {
    std::vector<Decimal> out;
    for (size_t k = first_; k-- > 0 && i_ - k < kFiguresBefore;) {
      const Mention& w = n_.mentions[k];
      if (w.sentence != m_.sentence) break;
      if (!plain(w) || n_.figure(w).unit != n_.figure(m_).unit) continue;
      // 收到50件，上年结转4件: both together.
      if (!out.empty())
        if (const auto both = add(out[0], n_.figure(w).value)) out.push_back(*both);
      out.push_back(n_.figure(w).value);
    }
    const bool closed = m_.topic == "application" && !m_.guessed;
    if (!(applications_ || closed) || (!out.empty() && m_.topic != "application")) return out;
    for (const std::vector<CellTerm>& a : find_indicator("application", "received")->alternatives)
      if (const std::optional<Sum> s = sum_of(n_.report, a)) out.push_back(s->value);
    return out;
  }
};

}  // namespace

void check_rest(Narrative& n) {
  for (size_t i = 0; i < n.mentions.size(); ++i) Judge(n, i).judge();
}

}  // namespace gouji
