// Of whom and of when a sentence speaks: this body or another, this year or another.
#include <algorithm>

#include "narrative/mention_reader.h"
#include "text/utf8.h"

namespace gouji {

void MentionReader::observe(size_t i) {
  const Token& t = tokens_[i];
  switch (t.sense) {
    case Sense::topic:
      if (said(t).find("信息公开") != std::string_view::npos) s_.linked = true;
      if (t.meaning != "weak") {
        s_.topic = s_.strong = t.meaning;
        s_.named = true;
      } else if (!is_case(s_.topic)) {
        s_.topic = s_.topic == "licence" || s_.topic == "penalty" || s_.topic == "coercion" ? kUnknown : "application";
      }
      break;
    case Sense::thing:
      s_.topic = kUnknown;
      s_.cleared = s_.cleared || said(t) == "清理";
      break;
    case Sense::who:
      if (t.meaning == "court" && own_case()) break;
      if (t.meaning == "apart") {
        set_apart();
        break;
      }
      // 办公室收到20件，各部门收到30件: both are parts.
      if (t.meaning == "own" && part_at_ >= sentence_begin_ && tokens_[part_at_].is(Sense::who, "part") &&
          s_.last >= 0 && out_.figures[size_t(s_.last)].token > part_at_ && said(t).substr(0, 3) == "各") {
        s_.part_body = true;
        s_.own = false;
      } else if (t.meaning == "own" && i + 1 < tokens_.size() && tokens_[i + 1].is(Sense::glue) &&
                 said(tokens_[i + 1]) == "申请人") {
        // 市政府受理我县申请人的申请: who asks, and not who is asked.
      } else if (t.meaning == "own" && i > 0 && tokens_[i - 1].is(Sense::who, "own") &&
                 tokens_[i - 1].folded.end == t.folded.begin && !fits(tokens_[i - 1])) {
        // 全县行政机关 in a bureau's report: all of them, as the first word says.
      } else if ((t.meaning == "own" && fits(t)) || (t.meaning == "part" && beside_own(i))) {
        s_.other_body = s_.part_body = false;
        s_.own = true;
      } else if (!own_name(i)) {
        if (t.meaning == "part") part_at_ = i;
        (t.meaning == "part" ? s_.part_body : s_.other_body) = true;
        s_.own = false;
      }
      break;
    case Sense::when:
      if (t.meaning == "now") {
        s_.other_time = s_.past = false;
        s_.dated = true;
      } else if (t.meaning == "past") {
        // 上年收到43件，办结40件 goes on; 由上年的24个增加到48个 does not.
        s_.past_next = true;
        past_at_ = i;
        s_.past = s_.past || i == 0 || tokens_[i - 1].kind == Token::mark || tokens_[i - 1].kind == Token::stop;
      } else if (said(t) != "以来" || i == 0 || tokens_[i - 1].kind != Token::figure ||
                 figures_[tokens_[i - 1].index].year != year_) {  // 2024年以来
        s_.other_time = true;
      }
      break;
    case Sense::than: {
      const std::string_view w = said(t);
      // 与上年相比，收到50件: what follows is this year's.
      const bool of_all = i + 1 < tokens_.size() && tokens_[i + 1].is(',');
      if (!of_all && (w.find("上") != std::string_view::npos || w.find("去年") != std::string_view::npos))
        s_.past_next = true;
      break;
    }
    case Sense::within: s_.row = row_named(i); break;
    case Sense::item: sentence(i + 1); break;
    case Sense::none:
      if (denied_ <= i) before_denial_ = s_.topic;
      statement(i, false);
      break;
    case Sense::all: statement(i, true); break;
    case Sense::soft:
      if (said(t) == "其余") s_.except = true;
      if (t.meaning == "without" && !(i + 1 < tokens_.size() && tokens_[i + 1].is(Sense::role, "carried_in"))) {
        s_.excluded = true;
        if (!owners_.empty() && owners_.back() >= 0) out_.figures[size_t(owners_.back())].soft = true;
      }
      break;
    case Sense::role:
      // 今年新收: of this year again.
      for (const std::string_view now : {"今年", "本年", "当年", "年内"})
        if (said(t).substr(0, now.size()) == now) s_.other_time = s_.past = false;
      // 全部予以公开, 均维持: one word says both.
      if ((t.meaning == "granted" && said(t).substr(0, 6) == "全部") ||
          (t.meaning == "upheld" && said(t).substr(0, 3) == "均"))
        statement(i, true);
      break;
    case Sense::glue: {
      const std::string_view w = said(t);
      if (w.find("信息公开") != std::string_view::npos || w.find("不服") != std::string_view::npos) s_.linked = true;
      if (w.substr(0, 3) == "除") except();
      break;
    }
    default: break;
  }
  if (s_.topic == "application") application_said_ = true;
}

// …由其在各自年度报告中公布, 未列入本报告: what was counted before it in the sentence is in no table of this report.
void MentionReader::set_apart() {
  s_.other_body = true;
  s_.own = false;
  for (size_t k = out_.figures.size(); k-- > apart_ && out_.figures[k].sentence == sentence_;) {
    out_.figures[k].soft = out_.figures[k].elsewhere = true;
    if (out_.figures[k].semicolon) break;
  }
  apart_ = out_.figures.size();
}

// 局机关及各派出机构, 厅本级和厅属执法机构: the body and what is under it, so all of it.
bool MentionReader::beside_own(size_t i) const {
  constexpr size_t kNear = 4;
  for (size_t k = i; k > s_.from && i - k < kNear; --k) {
    const Token& t = tokens_[k - 1];
    if (joins(t)) {
      if (k < 2 || tokens_[k - 2].kind != Token::word) return false;
      const std::string_view w = said(tokens_[k - 2]);
      constexpr std::string_view kItself[] = {"本级", "机关", "本部"};
      return tokens_[k - 2].is(Sense::who, "own")
                 ? fits(tokens_[k - 2])
                 : std::any_of(std::begin(kItself), std::end(kItself), [&](std::string_view e) {
                     return w.size() >= e.size() && w.substr(w.size() - e.size()) == e;
                   });
    }
    if (t.kind != Token::gap && !t.is(Sense::each)) return false;
  }
  return false;
}

// 新收申请中, 上年结转的申请里, 结转下年度办理的申请中: no figure stands before it in its clause.
std::string_view MentionReader::row_named(size_t i) const {
  std::string_view row;
  for (size_t k = i; k-- > s_.from;) {
    const Token& t = tokens_[k];
    if (t.kind == Token::mark || t.kind == Token::stop) break;
    if (t.kind == Token::figure && figures_[t.index].quantity()) return {};
    if (t.kind == Token::gap) return {};
    if (t.is(Sense::role))
      row = t.meaning == "new" || t.meaning.substr(0, 8) == "carried_" ? t.meaning : std::string_view();
  }
  return row;
}

// 行政诉讼5件，法院判决维持3件: of these lawsuits.
bool MentionReader::own_case() const {
  if (s_.last < 0) return false;
  const Mention& last = out_.figures[size_t(s_.last)];
  return last.paragraph == paragraph_ && !last.soft && is_case(last.topic);
}

// 全市 in a county's report speaks of others; 全县 in that of one of its departments too.
bool MentionReader::fits(const Token& t) const {
  std::string_view word = said(t);
  constexpr std::string_view kAreas[] = {"省", "市", "州", "县", "区", "镇", "乡", "街道"};
  const Body& body = r_.outline.body;
  if (body.name.empty()) return true;
  std::string_view area;
  size_t at = 0;
  for (const std::string_view a : kAreas) {
    const size_t k = body.name.rfind(a);
    if (k != std::string::npos && k + a.size() > at) {
      at = k + a.size();
      area = a;
    }
  }
  const bool office = word.find("局") != std::string_view::npos || word.find("委") != std::string_view::npos ||
                      word.find("厅") != std::string_view::npos || word.find("办") != std::string_view::npos;
  if (office && body.kind == Kind::government) return false;
  const bool all = word.substr(0, 3) == "全" || word.substr(0, 3) == "我" || word.substr(0, 3) == "本";
  if (all) {
    for (const std::string_view a : kAreas) {
      if (word.substr(3, a.size()) != a) continue;
      return area == a && (body.kind == Kind::government || body.kind == Kind::unknown || word.substr(0, 3) != "全");
    }
  }
  const bool many = word.find("各") != std::string_view::npos || word.find("两级") != std::string_view::npos;
  return !many || body.kind == Kind::government || body.kind == Kind::unknown;
}

// Whether words that no phrase covers name another body: 省政府转交, 相邻的青云县.
bool MentionReader::foreign(std::string_view gap) const {
  const Body& body = r_.outline.body;
  std::string plain;
  for (const char c : gap)
    if (!utf8::is_space(static_cast<unsigned char>(c))) plain += c;
  if (!body.name.empty() && (plain.find(body.name) != std::string::npos || body.name.find(plain) != std::string::npos))
    return false;
  if (names_own(plain)) return false;
  constexpr std::string_view kEnds[] = {"省",   "市", "县",   "区", "州",   "镇",   "乡",   "街道",
                                        "局",   "厅", "委",   "院", "政府", "公司", "单位", "机构",
                                        "中心", "站", "大队", "科", "股",   "处",   "所"};
  const bool ends = std::any_of(std::begin(kEnds), std::end(kEnds), [&](std::string_view e) {
    return plain.size() > e.size() && plain.compare(plain.size() - e.size(), e.size(), e) == 0;
  });
  const bool government = body.kind == Kind::government || body.kind == Kind::unknown;
  // 县政府 in a county's report is the body itself.
  for (const std::string_view tail : {"政府", "人民政府"}) {
    if (!government || plain.size() <= tail.size() || plain.compare(plain.size() - tail.size(), tail.size(), tail) != 0)
      continue;
    const std::string area = plain.substr(0, plain.size() - tail.size());
    if ((area.size() == 3 || area == "自治区") && body.name.find(area) != std::string::npos) return false;
  }
  return ends || plain.find("政府") != std::string::npos || plain.find("转交") != std::string::npos ||
         plain.find("移交") != std::string::npos;
}

// 除…外, …除外: before what is said of the rest, or behind it.
void MentionReader::except() {
  s_.except = true;
  for (size_t k = out_.statements.size(); k-- > 0 && out_.statements[k].sentence == sentence_;)
    out_.statements[k].soft = true;
}

// Whether the word or gap at `k` ends the name of another body than this one.
bool MentionReader::other_body(size_t k) const {
  const Token& t = tokens_[k];
  return t.kind == Token::gap ? foreign(said(t))
                              : t.is(Sense::who) && (t.meaning == "part" || t.meaning == "others") && !own_name(k);
}

// 收件较多的单位是县水务局，; 由县水务局实施，: the clause that ends here has no figure and says whose the next one is.
// 青山镇作为全县试点，; 县住建局是收件大户，; 县住建局收件数居前，: so does one that begins a sentence, or is ranked.
bool MentionReader::names_holder(size_t comma) const {
  constexpr size_t kLongest = 24;
  bool body = false, ranked = false;
  for (size_t k = s_.from; k < comma && k - s_.from < kLongest && tokens_[k].kind != Token::figure; ++k) {
    const std::string_view w = said(tokens_[k]);
    if (body && s_.from == sentence_begin_ && k - s_.from < 4 && cued(w, "is", Cue::whole)) return true;
    ranked = ranked || tokens_[k].is(Sense::soft, "rank");
    body = body || other_body(k);
  }
  if (body && ranked) return true;
  for (size_t k = comma; k-- > s_.from && comma - k < kLongest;) {
    const Token& t = tokens_[k];
    if (t.kind == Token::figure || t.kind == Token::stop || (t.kind == Token::mark && !t.is(U'、'))) return false;
    const std::string_view w = said(t);
    if (!t.is(Sense::back) && !(t.is(Sense::glue) && (w == "是" || w == "为" || w == "有"))) continue;
    while (++k < comma)
      if (other_body(k)) return true;
    return false;
  }
  return false;
}

// 与2023年相比，; 与2023年的43件相比，: what follows is this year's, and `quoted` tells of the figure between.
bool MentionReader::compared(size_t i, bool& quoted) const {
  constexpr size_t kNear = 8;
  if (i == 0 || !joins(tokens_[i - 1])) return false;
  for (size_t k = i + 1; k < tokens_.size() && k - i < kNear; ++k) {
    const Token& t = tokens_[k];
    if (t.kind == Token::mark || t.kind == Token::stop) return false;
    quoted = quoted || is_quantity(t);
    if (t.is(Sense::than)) return true;
  }
  return false;
}

void MentionReader::date(size_t i) {
  const Figure& f = figures_[tokens_[i].index];
  if (f.measure != Measure::date || (f.year == 0 && f.month == 0)) return;
  // 3件结转到2025年，均在期限内: where they went to, and not of when the sentence speaks.
  if (s_.last >= 0 && out_.figures[size_t(s_.last)].year_figure == int32_t(tokens_[i].index)) return;
  bool quoted = false;
  if (compared(i, quoted)) {
    s_.past_next = s_.past_next || quoted;
    return;
  }
  const bool than = i > 0 && tokens_[i - 1].is(Sense::than);
  const bool until = i > 0 && (text_.substr(tokens_[i - 1].folded.begin, 6) == "截至" ||
                               text_.substr(tokens_[i - 1].folded.begin, 6) == "截止");
  const bool from = i > 0 && tokens_[i - 1].is(Sense::back) && f.year != 0 && f.year < year_;
  s_.until = s_.until || until;
  if (than || from) {  // 由2023年的24个增加到48个
    s_.past_next = true;
  } else if (f.year != 0 && year_ != 0 && f.year != year_) {
    s_.other_time = s_.since = true;
    s_.past = f.year == year_ - 1;
  } else if (f.unsure || (f.month != 0 && !(f.month == 12 && (f.day == 31 || until)))) {
    s_.other_time = true;
    if (f.year == year_) s_.past = false;  // 2023年12月1日至2024年11月30日
  } else if (i >= 2 && tokens_[i - 1].kind == Token::word && tokens_[i - 2].kind == Token::figure &&
             figures_[tokens_[i - 2].index].measure == Measure::date) {
    // 2020年至2024年
  } else if (s_.since && leads_to(int32_t(tokens_[i].index))) {
    // 自2008年施行至2024年底: of all years
  } else {
    s_.other_time = s_.past = false;
    s_.dated = true;
  }
}

}  // namespace gouji
