// What was carried from one year to another: which of them, and to which year.
#include <algorithm>

#include "narrative/mention_reader.h"

namespace gouji {

// Whether the date at `k` is said to be where applications were carried to: 结转2025年, 顺延至2025年.
bool MentionReader::carried_to(size_t k) const {
  while (k > s_.from && tokens_[k - 1].is(Sense::glue)) --k;
  return k > s_.from && (tokens_[k - 1].is(Sense::role, "carried") || tokens_[k - 1].is(Sense::role, "carried_out"));
}

// 2023年末结转 came in, 结转2025年 goes out.
void MentionReader::carried_year(Mention& m, const ClauseBefore& w, const ClauseAfter& a,
                                 std::vector<const Token*>& roles) {
  if (roles.empty() || year_ == 0) return;
  if (roles.front() == a.next && a.next_year >= 0) {
    if (figures_[size_t(a.next_year)].year < year_) return;
    roles.front() = &kCarriedOut;
    m.year_figure = a.next_year;
    return;
  }
  // 承接上一年度未办完的9件
  if (roles.size() > 1 && roles[0]->meaning == "carried_out" && roles[1]->meaning == "carried_in" &&
      roles[1]->folded.end == roles[0]->folded.begin)
    roles.erase(roles.begin());
  // 结转2025年办理3件, 3件年底收到的申请结转到2025年
  auto at =
      std::find_if(roles.begin(), roles.end(), [](const Token* t) { return t->meaning.substr(0, 7) == "carried"; });
  if (at == roles.end())
    at = std::find_if(roles.begin(), roles.end(), [](const Token* t) { return t->sense != Sense::general; });
  if (at == roles.end()) return;
  const bool behind = !a.roles.empty() && a.roles.front() == *at;
  // 由2023年结转至2024年: the earlier year tells.
  const int32_t target = behind ? a.year_figure : w.around_figure;
  const int first = behind ? a.first_year : w.around_year;
  const bool from =
      first != 0 && first < year_ && (target < 0 ? behind && first != a.year : first != figures_[size_t(target)].year);
  // 去年底尚未答复的4件
  // but 2023年收到59件，结转下年度2件 is an account of that year.
  const bool account = s_.last >= 0 && out_.figures[size_t(s_.last)].sentence == sentence_ &&
                       out_.figures[size_t(s_.last)].past && out_.figures[size_t(s_.last)].topic == "application";
  if ((*at)->meaning == "carried_out" && m.past && w.around_figure < 0 && a.year_figure < 0 && !account) {
    *at = &kCarriedIn;
    return;
  }
  if ((*at)->meaning == "carried_out") {
    if (!from) m.year_figure = a.year_figure >= 0 ? a.year_figure : w.around_figure;  // 未办结的3件转入2025年
    if (m.year_figure < 0) m.year_figure = a.next_year;
    if (m.year_figure >= 0) s_.other_time = s_.past = m.past = false;
    return;
  }
  if ((*at)->meaning != "carried") return;
  const int year = !behind || from ? first : a.year;
  const int32_t to = from ? -1 : target;
  if (year == 0) {
    if (w.ended) *at = &kCarriedOut;  // 年末结转
    return;
  }
  roles.erase(roles.begin(), at);
  // 结转至2023年 in the report for 2024 is a slip; 2023年结转, 结转2023年 are where they came from.
  const bool out = year >= year_ || (to >= 0 && leads_to(to));
  roles.front() = out ? &kCarriedOut : &kCarriedIn;
  if (out) m.year_figure = to;
  s_.other_time = s_.past = m.past = false;
}

// 至, 到 or 入 before a date.
bool MentionReader::leads_to(int32_t figure) const {
  constexpr std::string_view kTo[] = {"至", "到", "入"};
  const size_t at = figures_[size_t(figure)].place.begin;
  return at >= 3 && std::find(std::begin(kTo), std::end(kTo), text_.substr(at - 3, 3)) != std::end(kTo);
}

}  // namespace gouji
