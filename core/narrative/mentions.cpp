#include "narrative/mentions.h"

#include <algorithm>
#include <array>

#include "text/utf8.h"

namespace gouji {
namespace {

// How much a role says: of several beside one figure the one that says most is meant.
int rank(const Token& t) {
  if (t.sense == Sense::general) return 0;
  constexpr std::string_view kPlain[] = {"received", "new",       "closed", "answered", "issued",  "published",
                                         "decided",  "collected", "due",    "in_force", "repealed"};
  if (std::find(std::begin(kPlain), std::end(kPlain), t.meaning) != std::end(kPlain)) return 1;
  // One item of a group says more than the group: 因行政执法案卷不予公开.
  return t.meaning.find('.') != std::string_view::npos ? 3 : 2;
}

bool same_family(std::string_view a, std::string_view b) {
  constexpr std::string_view kFamilies[][3] = {
      {"review", "litigation", ""}, {"licence", "penalty", "coercion"}, {"regulation", "normative", ""}};
  return std::any_of(std::begin(kFamilies), std::end(kFamilies), [&](const auto& f) {
    return std::find(std::begin(f), std::end(f), a) != std::end(f) &&
           std::find(std::begin(f), std::end(f), b) != std::end(f);
  });
}

constexpr std::string_view kUnknown = "?";
constexpr size_t kNear = 64;  // tokens: brackets stand close to what they speak of

struct Item {
  std::string_view topic, role;
};

// What has been said so far, within a sentence or within brackets.
struct State {
  std::string_view topic;
  bool other_body = false, part_body = false, linked = false, own = false, other_time = false, past = false,
       past_next = false;
  bool subset = false;  // what was counted last were some of them
  bool within = false;  // 50件中: what follows is part of it
  int32_t last = -1;    // the mention before
  size_t from = 0;      // tokens before this one are used up
  std::vector<Item> items = {};
  size_t item = 0, run = 0;
};

class Reader {
 public:
  Reader(const Report& r, const std::vector<Figure>& figures, const std::vector<Token>& tokens)
      : r_(r), text_(r.folded.text()), figures_(figures), tokens_(tokens), year_(r.outline.year.value_or(0)) {}

  Mentions read() {
    for (size_t i = 0; i < tokens_.size(); ++i) {
      const Token& t = tokens_[i];
      if (t.kind == Token::stop) {
        paragraph(i);
      } else if (t.is(U'。')) {
        // （二）依申请公开方面。全年…: the first sentence is the heading.
        if (in_heading_ && s_.last < 0 && s_.topic != kUnknown) heading_topic_ = s_.topic;
        in_heading_ = false;
        sentence(i + 1);
      } else if (t.is('(')) {
        owners_.push_back(owner_of(i));
        stack_.push_back(s_);
        s_.from = i + 1;
      } else if (t.is(')')) {
        leave();
      } else if (t.is(',')) {
        // A body that nothing was counted of was not the subject.
        if (s_.last < 0 || out_.figures[size_t(s_.last)].token < part_at_) s_.part_body = false;
      } else if (t.is(';')) {
        s_.other_body = s_.part_body = s_.other_time = s_.past = s_.past_next = s_.subset = false;
        if (s_.topic == "direct" || s_.topic == "after") s_.topic = "litigation";
      } else if (t.kind == Token::word) {
        observe(i);
      } else if (t.kind == Token::figure) {
        if (figures_[t.index].quantity()) {
          mention(i);
        } else {
          date(i);
        }
      }
    }
    return std::move(out_);
  }

 private:
  const Report& r_;
  std::string_view text_;
  const std::vector<Figure>& figures_;
  const std::vector<Token>& tokens_;
  int year_;
  Mentions out_;
  State s_;
  std::vector<State> stack_;
  std::vector<int32_t> owners_;
  std::string_view heading_topic_;
  bool in_heading_ = false, application_said_ = false, in_part_four_ = false;
  uint32_t sentence_ = 0, paragraph_ = 0;
  size_t section_ = 0;  // the next section
  size_t sentence_begin_ = 0, part_at_ = 0, denied_ = 0, affirmed_ = 0;

  // -- where things begin and end --

  void paragraph(size_t i) {
    sentence(i + 1);
    ++paragraph_;
    const Token& t = tokens_[i];
    in_heading_ = t.what == 'h';
    if (t.what == 'h') heading_topic_ = {};
    if (t.what == 'e') heading_topic_ = s_.topic == kUnknown ? std::string_view() : s_.topic;
    application_said_ = false;
    if (t.what == 0) {
      heading_topic_ = {};
      // Sections and stops ascend together.
      const std::vector<Section>& sections = r_.outline.sections;
      while (section_ < sections.size() && sections[section_].folded.begin <= t.folded.begin) ++section_;
      const int named = section_ > 0 ? sections[section_ - 1].named : 0;
      in_part_four_ = named == 4;
      if (named == 3) heading_topic_ = "application";
    }
    s_.topic = heading_topic_;
    s_.last = -1;
  }

  void sentence(size_t from) {
    while (!stack_.empty()) leave();
    const std::string_view topic = s_.topic == "direct" || s_.topic == "after" ? "litigation" : s_.topic;
    const int32_t last = s_.last;
    s_ = {};
    s_.topic = topic;
    s_.last = last;
    s_.from = from;
    sentence_begin_ = from;
    ++sentence_;
  }

  void leave() {
    if (stack_.empty()) return;
    s_ = std::move(stack_.back());
    stack_.pop_back();
    owners_.pop_back();
  }

  // Brackets right behind a figure speak of it.
  int32_t owner_of(size_t i) const {
    if (s_.last < 0) return -1;
    for (size_t k = i; k > s_.from && i - k < kNear; --k) {
      const Token& t = tokens_[k - 1];
      if (t.depth != tokens_[i].depth) continue;
      if (t.kind == Token::figure) return t.index == out_.figures[size_t(s_.last)].figure ? s_.last : -1;
      if (t.is(',') || t.is(';') || t.is(U'、') || t.is(':') || t.ends_sentence()) return -1;
    }
    // All of what follows the figure before was used up by it.
    return s_.from > 0 && out_.figures[size_t(s_.last)].sentence == sentence_ ? s_.last : -1;
  }

  // -- words that say of whom and of when --

  void observe(size_t i) {
    const Token& t = tokens_[i];
    switch (t.sense) {
      case Sense::topic:
        if (slice(text_, t.folded).find("信息公开") != std::string_view::npos) s_.linked = true;
        if (t.meaning != "weak") {
          s_.topic = t.meaning;
        } else if (s_.topic != "review" && s_.topic != "litigation" && s_.topic != "direct" && s_.topic != "after") {
          s_.topic =
              s_.topic == "licence" || s_.topic == "penalty" || s_.topic == "coercion" ? kUnknown : "application";
        }
        break;
      case Sense::thing: s_.topic = kUnknown; break;
      case Sense::who:
        if (t.meaning == "own" && fits(t)) {
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
        } else if (t.meaning == "past") {
          // 上年收到43件，办结40件 goes on; 由上年的24个增加到48个 does not.
          s_.past_next = true;
          s_.past = s_.past || i == 0 || tokens_[i - 1].kind == Token::mark || tokens_[i - 1].kind == Token::stop;
        } else {
          s_.other_time = true;
        }
        break;
      case Sense::than: {
        const std::string_view w = slice(text_, t.folded);
        if (w.find("上") != std::string_view::npos || w.find("去年") != std::string_view::npos) s_.past_next = true;
        break;
      }
      case Sense::item: sentence(i + 1); break;
      case Sense::none: statement(i, false); break;
      case Sense::all: statement(i, true); break;
      case Sense::glue: {
        const std::string_view w = slice(text_, t.folded);
        if (w.find("信息公开") != std::string_view::npos || w.find("不服") != std::string_view::npos) s_.linked = true;
        break;
      }
      default: break;
    }
    if (s_.topic == "application") application_said_ = true;
  }

  // 全市 in a county's report speaks of others; 全县 in that of one of its departments too.
  bool fits(const Token& t) const {
    std::string_view word = slice(text_, t.folded);
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
  bool foreign(std::string_view gap) const {
    const Body& body = r_.outline.body;
    std::string plain;
    for (const char c : gap)
      if (!utf8::is_space(static_cast<unsigned char>(c))) plain += c;
    if (!body.name.empty() &&
        (plain.find(body.name) != std::string::npos || body.name.find(plain) != std::string::npos))
      return false;
    constexpr std::string_view kEnds[] = {"省", "市", "县",   "区",   "州",   "镇",   "乡",   "街道", "局",  "厅",
                                          "委", "院", "政府", "公司", "单位", "机构", "中心", "站",   "大队"};
    const bool ends = std::any_of(std::begin(kEnds), std::end(kEnds), [&](std::string_view e) {
      return plain.size() > e.size() && plain.compare(plain.size() - e.size(), e.size(), e) == 0;
    });
    const bool government = body.kind == Kind::government || body.kind == Kind::unknown;
    // 县政府 in a county's report is the body itself.
    for (const std::string_view tail : {"政府", "人民政府"}) {
      if (!government || plain.size() <= tail.size() ||
          plain.compare(plain.size() - tail.size(), tail.size(), tail) != 0)
        continue;
      const std::string area = plain.substr(0, plain.size() - tail.size());
      if ((area.size() == 3 || area == "自治区") && body.name.find(area) != std::string::npos) return false;
    }
    return ends || plain.find("政府") != std::string::npos || plain.find("转交") != std::string::npos ||
           plain.find("移交") != std::string::npos;
  }

  // The report's own body by its name, or by the end of it: 水务局 in that of 青禾县水务局.
  bool own_name(size_t i) const {
    const std::string& name = r_.outline.body.name;
    const Token& t = tokens_[i];
    if (r_.outline.body.kind == Kind::office && slice(text_, t.folded).find("办公") != std::string_view::npos)
      return true;
    size_t begin = t.folded.begin;
    for (size_t k = i; k > 0 && tokens_[k - 1].folded.end == begin && i - k < 6; --k)
      begin = tokens_[k - 1].folded.begin;
    const std::string_view before = text_.substr(begin, t.folded.end - begin);
    if (name.empty() || before.size() < name.size()) return false;
    return before.substr(before.size() - name.size()) == name;
  }

  void date(size_t i) {
    const Figure& f = figures_[tokens_[i].index];
    if (f.measure != Measure::date || (f.year == 0 && f.month == 0)) return;
    const bool than = i > 0 && tokens_[i - 1].is(Sense::than);
    const bool until = i > 0 && (text_.substr(tokens_[i - 1].folded.begin, 6) == "截至" ||
                                 text_.substr(tokens_[i - 1].folded.begin, 6) == "截止");
    if (than) {
      s_.past_next = true;
    } else if (f.year != 0 && year_ != 0 && f.year != year_) {
      s_.other_time = true;
      s_.past = f.year == year_ - 1;
    } else if (f.unsure || (f.month != 0 && !(f.month == 12 && (f.day == 31 || until)))) {
      s_.other_time = true;
    } else if (i >= 2 && tokens_[i - 1].kind == Token::word && tokens_[i - 2].kind == Token::figure &&
               figures_[tokens_[i - 2].index].measure == Measure::date) {
      // 2020年至2024年
    } else {
      s_.other_time = s_.past = false;
    }
  }

  // -- figures --

  struct Found {
    std::vector<const Token*> topics, roles;  // the nearest first
    std::vector<bool> joined;                 // of a topic or role: 、 or 和 stands between it and the one before
  };

  bool joins(const Token& t) const {
    if (t.is(U'、')) return true;
    if (!t.is(Sense::glue)) return false;
    const std::string_view w = slice(text_, t.folded);
    return w == "以及" || w == "和" || w == "及" || w == "与" || w == "或";
  }

  struct Walk {
    std::vector<const Token*> topics, roles, far_roles;
    std::vector<bool> topic_joined, role_joined;
    size_t begin = 0;  // the first token of the clause
    size_t respectively = 0;
    bool gap_adjacent = false, gap_inside = false, gap_first = false, thing = false, soft = false, content = false,
         shared = false, titled = false, any_thing = false, published = false, foreign = false, moved = false;
    int around_year = 0, reasons = 0;
  };

  void near_word(const Token& t, Walk& w, Mention& m, bool near) {
    switch (t.sense) {
      case Sense::topic:
        if (near && !w.thing) w.topics.push_back(&t);
        break;
      case Sense::thing:
        if (near) w.any_thing = true;
        if (near && w.topics.empty() && w.roles.empty()) w.thing = true;
        break;
      case Sense::role:
      case Sense::general:
        (near ? w.roles : w.far_roles).push_back(&t);
        if (near && rank(t) >= 2) ++w.reasons;
        if (near && t.meaning == "published") w.published = true;
        break;
      case Sense::of: m.part = true; break;
      case Sense::exact: m.exact = true; break;
      case Sense::also: m.also = true; break;
      case Sense::change: m.to = true; break;
      case Sense::share:
        if (near) w.shared = true;
        break;
      case Sense::all:
        if (near) m.all = true;
        break;
      case Sense::rise:
      case Sense::fall:
        if (near) w.moved = true;
        break;
      case Sense::sum:
        if (near && (w.roles.empty() || slice(text_, t.folded) != "共")) m.sum = true;
        break;
      case Sense::each:
        if (near && (t.meaning != "apiece" || !w.content)) m.each = true;
        break;
      case Sense::than: m.than = true; break;
      case Sense::soft:
        if (near) w.soft = true;
        break;
      default: break;
    }
  }

  Walk walk(size_t i, Mention& m) {
    Walk w;
    const uint16_t depth = tokens_[i].depth;
    bool near = true, joined = false;
    size_t k = i;
    w.begin = i;
    m.total = false;
    while (k > s_.from) {
      const Token& t = tokens_[k - 1];
      if (t.depth < depth || t.ends_sentence()) {
        m.full_stop = t.depth >= depth;
        break;
      }
      if (t.is(')') && t.pair >= 0) {
        if (size_t(t.pair) < s_.from) break;
        k = size_t(t.pair);
        continue;
      }
      if (t.is(';')) {
        m.semicolon = true;
        break;
      }
      if (t.is('(')) break;
      if (t.kind == Token::figure && figures_[t.index].quantity()) break;
      --k;
      if (t.is(':')) m.colon = true;
      if (t.is(',') || t.is(':')) {
        near = false;
        continue;
      }
      if (near) w.begin = k;
      if (t.kind == Token::figure) {
        if (near) w.around_year = figures_[t.index].year;
        continue;
      }
      if (joins(t)) {
        joined = true;
        continue;
      }
      if (t.kind == Token::gap) {
        if (near && text_.substr(t.folded.begin, 3) == "《") w.titled = true;
        if (near && foreign(slice(text_, t.folded))) w.foreign = true;
        if (near && !w.content) w.gap_adjacent = true;
        if (near && w.content) w.gap_inside = true;
        if (near) w.content = m.gap = true;
        continue;
      }
      if (t.kind != Token::word) continue;
      if (t.is(Sense::exact)) {
        w.respectively = k;
        m.exact = near;
        continue;
      }
      if (t.is(Sense::sum) || t.is(Sense::when, "now")) m.total = true;
      if (near && (t.is(Sense::thing) || (t.is(Sense::topic) && t.meaning != "weak")) && m.noun.empty())
        m.noun = slice(text_, t.folded);
      const size_t topics = w.topics.size(), roles = w.roles.size();
      near_word(t, w, m, near);
      if (w.topics.size() > topics) w.topic_joined.push_back(joined && topics > 0);
      if (w.roles.size() > roles) w.role_joined.push_back(joined && roles > 0);
      if (w.topics.size() > topics || w.roles.size() > roles) {
        joined = false;
        if (w.gap_inside && !w.gap_first) w.gap_first = true;  // a gap between this word and the figure
      }
      const bool filler = t.sense == Sense::glue || t.sense == Sense::sum || t.sense == Sense::of ||
                          t.sense == Sense::when || t.sense == Sense::who || t.sense == Sense::also ||
                          t.sense == Sense::within || t.sense == Sense::exact;
      if (near && !filler) w.content = true;
    }
    if (k <= s_.from && k > 0 && tokens_[k - 1].is(';')) m.semicolon = true;
    if (k == s_.from && k == sentence_begin_) m.full_stop = true;
    m.led = w.content;
    return w;
  }

  // What follows the figure up to the next mark or figure.
  struct After {
    std::vector<const Token*> topics, roles;
    bool gap_first = false, thing = false, soft = false, within = false, gap = false;
    size_t end = 0;
    int year = 0, first_year = 0;
    int32_t year_figure = -1;
  };

  After after(size_t i) const {
    After a;
    a.end = i + 1;
    bool first = true, carried_to = false;
    for (size_t k = i + 1; k < tokens_.size(); ++k) {
      const Token& t = tokens_[k];
      if (t.kind == Token::mark || t.kind == Token::stop) break;
      if (t.kind == Token::figure) {
        const Figure& f = figures_[t.index];
        if (f.quantity()) {
          // What stands between two figures belongs to the second.
          if (!a.within) a = After{};
          a.end = i + 1;
          break;
        }
        if (f.measure == Measure::date && f.year != 0) {
          if (a.first_year == 0) a.first_year = f.year;
          a.year = f.year;
          if (!a.roles.empty() && a.roles.back()->meaning == "carried" && carried_to) a.year_figure = int32_t(t.index);
        }
        a.end = k + 1;
        continue;
      }
      if (t.kind == Token::gap) {
        if (first) a.gap_first = true;
        a.gap = true;
      } else if (t.sense == Sense::topic) {
        a.topics.push_back(&t);
      } else if (t.sense == Sense::role || t.sense == Sense::general) {
        a.roles.push_back(&t);
      } else if (t.sense == Sense::thing) {
        if (a.topics.empty() && a.roles.empty()) a.thing = true;
      } else if (t.sense == Sense::soft) {
        a.soft = true;
      } else if (t.sense == Sense::within) {
        a.within = true;
        a.end = k + 1;
        break;
      } else if (t.sense == Sense::rate || t.sense == Sense::share || t.sense == Sense::rise ||
                 t.sense == Sense::fall || t.sense == Sense::than || t.sense == Sense::sum || t.sense == Sense::of ||
                 t.sense == Sense::all || t.sense == Sense::none || t.sense == Sense::change) {
        break;  // belongs to the figure that follows
      }
      if (!t.is(Sense::glue)) first = false;
      carried_to = t.is(Sense::role, "carried") || (carried_to && t.is(Sense::glue));
      a.end = k + 1;
    }
    return a;
  }

  // How many figures stand in one run: 3件、5件和7件.
  size_t run_length(size_t i) const {
    size_t n = 1;
    for (size_t k = i + 1; k < tokens_.size(); ++k) {
      const Token& t = tokens_[k];
      if (t.kind == Token::figure && figures_[t.index].quantity()) {
        ++n;
      } else if (!joins(t) && !t.is(',')) {
        break;
      }
    }
    return n;
  }

  // 自然人和法人申请分别为: what the figures that follow are of.
  std::vector<Item> items_before(size_t i) const {
    std::vector<Item> items;
    Item item;
    bool any = false, gap = false;
    size_t k = i;
    const auto flush = [&] {
      if (any || gap) items.push_back(any ? item : Item{kUnknown, {}});
      item = {};
      any = gap = false;
    };
    while (k > s_.from) {
      const Token& t = tokens_[k - 1];
      if (t.depth != tokens_[i].depth || t.kind == Token::stop || t.is(U'。') || t.is(';') || t.is(':') || t.is(','))
        break;
      if (t.kind == Token::figure && figures_[t.index].quantity()) break;
      --k;
      if (joins(t)) {
        flush();
      } else if (t.is(Sense::topic) && t.meaning != "weak") {
        if (item.topic.empty()) item.topic = t.meaning;
        any = true;
      } else if (t.is(Sense::role, "opened") && slice(text_, t.folded).find("、") != std::string_view::npos) {
        // 予以公开、部分公开 are two here.
        flush();
        item.role = "partial";
        any = true;
        flush();
        item.role = "granted";
        any = true;
      } else if (t.is(Sense::role)) {
        if (item.role.empty()) item.role = t.meaning;
        any = true;
      } else if (t.kind == Token::gap || t.is(Sense::thing)) {
        gap = true;
      }
    }
    flush();
    std::reverse(items.begin(), items.end());
    return items;
  }

  void mention(size_t i) {
    const Token& token = tokens_[i];
    const Figure& f = figures_[token.index];
    Mention m;
    m.figure = token.index;
    m.token = uint32_t(i);
    m.sentence = sentence_;
    m.paragraph = paragraph_;
    m.depth = token.depth;
    m.owner = owners_.empty() ? -1 : owners_.back();
    const Walk w = walk(i, m);
    const After a = after(i);
    relation(i, m);
    m.past = s_.past || s_.past_next;
    m.within = s_.within;
    s_.within = a.within;
    m.wide = s_.own;
    const bool derived = m.relation == Relation::share || m.relation == Relation::rate;
    // A percentage of figures that stand beside it holds whoever they are of.
    m.soft = w.soft || f.unsure || (!derived && a.soft);
    m.outside = derived && (s_.other_body || s_.part_body || s_.other_time);
    size_t end = i + 1;
    if (m.relation == Relation::none && f.counted()) end = subject(i, m, w, a);
    if (m.relation == Relation::rate && s_.topic != kUnknown) m.topic = s_.topic;
    // 自然人申请占82%: the share says of whom.
    if (m.relation == Relation::share && !m.bare_share && !m.of_whole && !w.gap_adjacent && !w.thing &&
        !w.roles.empty() && rank(*w.roles.front()) >= 2)
      choose(m, s_.topic, w, w.roles, w.role_joined, false);
    m.modified = m.soft;
    if (!derived) m.soft = m.soft || s_.other_body || s_.part_body || s_.other_time || m.past;
    m.clause = {tokens_[w.begin].folded.begin, std::max(f.place.end, tokens_[end - 1].folded.end)};
    const std::string_view said = slice(text_, m.clause);
    m.rest = said.find("其他") != std::string_view::npos || said.find("其它") != std::string_view::npos ||
             said.find("其余") != std::string_view::npos;
    s_.past_next = false;
    s_.from = end;
    s_.last = int32_t(out_.figures.size());
    out_.figures.push_back(std::move(m));
  }

  // 占, 增长, 办结率 right before the figure.
  void relation(size_t i, Mention& m) {
    for (size_t k = i; k > s_.from; --k) {
      const Token& t = tokens_[k - 1];
      if (t.depth != tokens_[i].depth) break;
      if (t.is(Sense::glue) || t.is(Sense::all)) continue;
      if (t.is(Sense::rise)) m.relation = Relation::rise;
      if (t.is(Sense::fall)) m.relation = Relation::fall;
      if (t.is(Sense::than) && figures_[tokens_[i].index].measure != Measure::count) m.than = true;
      if (t.is(Sense::share)) {
        m.relation = Relation::share;
        m.bare_share = bare(k - 1);
      }
      if (t.is(Sense::rate)) {
        m.relation = Relation::rate;
        m.rate = t.meaning;
      }
      break;
    }
    // 占应办总数54件的94%
    if (s_.last >= 0 && i >= 2 && slice(text_, tokens_[i - 1].folded) == "的" && tokens_[i - 2].kind == Token::figure &&
        out_.figures[size_t(s_.last)].token == i - 2 && out_.figures[size_t(s_.last)].shared) {
      m.of_whole = m.bare_share = true;
      m.relation = Relation::share;
    }
    // 占总数的75%: the share stands a little before.
    if (m.relation == Relation::none && figures_[tokens_[i].index].measure == Measure::percent) {
      for (size_t k = i; k > s_.from; --k) {
        const Token& t = tokens_[k - 1];
        if (t.kind == Token::mark || t.ends_sentence()) break;
        if (t.is(Sense::share)) {
          m.relation = Relation::share;
          m.bare_share = bare(k - 1);
        }
        if (t.kind == Token::figure) {
          break;
        }
      }
    }
  }

  // 占 right behind a figure or at the start of its clause: a share of that figure, not of one that the clause names.
  bool bare(size_t k) const {
    if (k == 0 || k <= s_.from) return true;
    const Token& t = tokens_[k - 1];
    if (t.is(Sense::glue)) return bare(k - 1);
    return t.is(',') || t.is('(') || t.is(U'、') || t.kind == Token::figure;
  }

  // Finds topic, role and what they mean. Gives the token behind the last one used.
  size_t subject(size_t i, Mention& m, const Walk& w, const After& a) {
    size_t end = i + 1;
    if (respective(i, m, w)) return end;
    if (m.each) {
      m.unknown = true;
      return end;
    }
    bool behind = false;
    std::string_view topic = s_.topic;
    m.shared = w.shared;
    m.near_topic = !w.topics.empty();
    std::vector<const Token*> roles = w.roles;
    std::vector<bool> joined = w.role_joined;
    const bool bare = w.topics.empty() && !w.thing && !w.gap_adjacent;
    if (bare && !a.topics.empty() && !a.gap_first && !a.thing) {
      const Token& t = *a.topics.front();
      topic = t.meaning == "weak"
                  ? (s_.topic == "review" || s_.topic == "litigation" ? s_.topic : std::string_view("application"))
                  : t.meaning;
      m.near_topic = true;
      behind = true;
    } else if (bare && (a.gap_first || a.thing)) {
      // 收到22件群众来信; but 新收的50件合并管理.
      const bool own = a.gap_first && !a.thing && topic == "application" && !roles.empty() &&
                       roles.front()->meaning != "received" && roles.front()->sense == Sense::role;
      if (!own) topic = kUnknown;
      m.soft = m.soft || own;
    }
    if (!behind && (w.gap_adjacent || w.thing) && !(w.thing && !roles.empty() && rank(*roles.front()) >= 2))
      topic = kUnknown;
    // Roles: before the figure, behind it, or in an earlier clause that has no figure of its own.
    const bool specific = std::any_of(roles.begin(), roles.end(), [](const Token* t) { return rank(*t) >= 2; });
    if (!a.roles.empty() && !a.gap_first && !a.thing && (roles.empty() || (!specific && rank(*a.roles.front()) >= 2))) {
      if (roles.empty() || topic != kUnknown || !w.gap_adjacent) {
        roles.insert(roles.begin(), a.roles.begin(), a.roles.end());
        joined.assign(roles.size(), false);
        behind = true;
      }
    }
    if (behind) end = a.end;
    if (m.noun.empty() && !a.topics.empty() && !a.gap_first) m.noun = slice(text_, a.topics.front()->folded);
    if (roles.empty() && !w.gap_adjacent && !w.thing) {
      roles = w.far_roles;
      joined.assign(roles.size(), false);
    }
    carried_year(m, w, a, roles);
    choose(m, topic, w, roles, joined, behind);
    // A subset is no whole: 其中11件办结, 50件中有47件办结.
    const bool process = m.role == "closed" || m.role == "answered" || m.role == "handled" || m.role == "received" ||
                         m.role == "on_time";
    if ((m.part || m.within) && process && w.topics.empty()) m.soft = true;
    // 受理低保申请35件，办结30件: some applications, and what follows is of them.
    const bool strong =
        std::any_of(w.topics.begin(), w.topics.end(), [](const Token* t) { return t->meaning != "weak"; });
    const bool things = w.any_thing && !strong && !w.topics.empty();
    if (strong || w.gap_first || things) s_.subset = (w.gap_first || things) && m.depth == 0;
    const bool acts = m.topic == "licence" || m.topic == "penalty" || m.topic == "coercion";
    if (m.topic == "fee" && m.gap) m.soft = true;
    if (acts && ((m.role.empty() && m.gap) || w.reasons > 0)) m.soft = true;
    if (w.moved) m.soft = true;  // 减少行政事业性收费20万元
    if (w.gap_first || w.titled || w.foreign || things || (s_.subset && !strong)) m.soft = true;
    // 因信息不存在无法提供8件: some of a group, for one reason.
    const bool group = m.role == "unable" || m.role == "denied" || m.role == "declined" || m.role == "other";
    if (group && m.indicators.size() == 1 && (w.gap_inside || w.reasons > 1)) m.soft = true;
    // 公开类答复25件
    if ((m.role == "answered" || m.role == "closed") && (w.published || w.reasons > 0)) m.soft = true;
    if (m.role.empty() && m.topic == "application" && f_vague(i)) m.soft = true;
    // 委托律师提出的申请: some of them.
    if (!w.roles.empty() && w.roles.front()->sense == Sense::general && m.role == "received") m.soft = true;
    if (m.topic == "information" && m.gap) m.soft = true;
    inherit(m, w);
    linked(m);
    if (behind && a.gap) m.soft = m.soft || a.gap_first;
    if (m.topic.empty() && m.role.empty()) m.unknown = true;
    s_.topic = m.unknown && (w.gap_adjacent || w.thing || a.gap_first || a.thing) && !m.part && !m.depth ? kUnknown
               : m.role == "direct" || m.role == "after"                                                 ? m.role
               : m.topic.empty() || m.topic == kUnknown                                                  ? s_.topic
                                                                                                         : m.topic;
    return end;
  }

  bool f_vague(size_t i) const { return figures_[tokens_[i].index].vague; }

  // 公示行政许可8012条、行政处罚1240条: the verb of the first is that of the second.
  void inherit(Mention& m, const Walk& w) {
    if (s_.last < 0 || !w.roles.empty() || !m.role.empty() || m.indicators.empty()) return;
    const Mention& before = out_.figures[size_t(s_.last)];
    if (before.sentence != m.sentence || before.depth != m.depth || m.semicolon) return;
    const bool listed = (before.role == "issued" || before.role == "decided") && same_family(before.topic, m.topic);
    if (before.role != "published" && !listed) return;
    if (const Indicator* const found = find_indicator(m.topic, before.role)) {
      m.indicators = {found};
      m.role = before.role;
    }
  }

  // Reviews and lawsuits are those over disclosure only where that is said: a body also reviews what others did.
  void linked(Mention& m) {
    // The terms of the form itself leave no doubt.
    if ((m.topic != "review" && m.topic != "litigation") || m.role == "direct" || m.role == "after") return;
    // None at all is none over disclosure.
    if (figures_[m.figure].value.units == 0) return;
    if (!s_.linked && heading_topic_ != "application" && !application_said_ && !in_part_four_) m.soft = true;
  }

  // 2023年末结转 came in, 结转2025年 goes out.
  void carried_year(Mention& m, const Walk& w, const After& a, std::vector<const Token*>& roles) {
    if (roles.empty() || roles.front()->meaning != "carried" || year_ == 0) return;
    const bool behind = !a.roles.empty() && a.roles.front() == roles.front();
    // 由2023年结转至2024年: the earlier year tells.
    const int year = !behind ? w.around_year : a.first_year != 0 && a.first_year < year_ ? a.first_year : a.year;
    static const Token kIn{Token::word, Sense::role, 0, 0, 0, -1, {}, "carried_in"};
    static const Token kOut{Token::word, Sense::role, 0, 0, 0, -1, {}, "carried_out"};
    if (year != 0 && year < year_) roles.front() = &kIn;
    if (year >= year_) {
      roles.front() = &kOut;
      m.year_figure = behind ? a.year_figure : -1;
    }
    if (year != 0) s_.other_time = s_.past = m.past = false;
  }

  void choose(Mention& m, std::string_view topic, const Walk& w, const std::vector<const Token*>& roles,
              const std::vector<bool>& joined, bool behind) {
    m.topic = topic;
    std::vector<const Token*> order = roles;
    std::stable_sort(order.begin(), order.end(), [](const Token* x, const Token* y) { return rank(*x) > rank(*y); });
    if (topic == kUnknown) {
      m.unknown = true;
      m.topic = {};
      if (!order.empty()) m.role = order.front()->meaning;
      return;
    }
    for (const Token* t : order) {
      std::string_view of = topic;
      std::string_view role = t->meaning;
      if (role == "carried_out" && (of == "review" || of == "litigation" || of == "direct" || of == "after"))
        role = "pending";
      if ((t->meaning == "direct" || t->meaning == "after") && (topic == "direct" || topic == "after" || topic.empty()))
        of = "litigation";
      if (of.empty() ||
          (find_indicator(of, role) == nullptr && rank(*t) >= 2 && (w.topics.empty() || of == "information"))) {
        const std::string_view own = topic_of_role(role);
        if (own.empty() && of.empty() && rank(*t) < 2) {
          of = "application";
          m.guessed = true;
        } else if (!own.empty() &&
                   (of.empty() || of == "information" || (own == "application" && role != "withdrawn"))) {
          of = own;
        }
      }
      const Indicator* const found = find_indicator(of, role);
      if (found == nullptr) continue;
      m.topic = of;
      m.role = role;
      m.indicators = {found};
      break;
    }
    if (m.indicators.empty()) {
      if (m.topic.empty()) return;
      // A topic alone: only where it stands beside the figure.
      const bool beside = m.near_topic;
      if (!beside || (!roles.empty() && rank(*order.front()) >= 2)) {
        m.role = roles.empty() ? std::string_view() : order.front()->meaning;
        m.unknown = m.role.empty();
        return;
      }
      if (const Indicator* const plain = find_indicator(m.topic, "plain")) m.indicators = {plain};
      if (!roles.empty()) m.soft = true;
      const bool weak = !w.topics.empty() && w.topics.front()->meaning == "weak";
      if (weak && (w.gap_inside || m.part || m.depth > 0)) m.soft = true;
    }
    together(m, w, roles, joined, behind);
  }

  // 行政复议、行政诉讼共11件; 无法提供和不予处理合计14件.
  void together(Mention& m, const Walk& w, const std::vector<const Token*>& roles, const std::vector<bool>& joined,
                bool behind) {
    if (m.indicators.empty()) return;
    for (size_t k = 1; k < w.topics.size(); ++k) {
      const std::string_view other = w.topics[k]->meaning;
      if (!w.topic_joined[k] || other == m.topic || !same_family(other, m.topic)) break;
      if (const Indicator* const more = find_indicator(other, m.role)) m.indicators.push_back(more);
    }
    if (behind || roles.empty() || m.role != roles.front()->meaning) return;
    for (size_t k = 1; k < roles.size(); ++k) {
      if (!joined[k] || rank(*roles[k]) < 2 || roles[k]->meaning == m.role) break;
      const Indicator* const more = find_indicator(m.topic, roles[k]->meaning);
      if (more == nullptr) break;
      m.indicators.push_back(more);
    }
  }

  bool respective(size_t i, Mention& m, const Walk& w) {
    if (w.respectively != 0) {
      std::vector<Item> items = items_before(w.respectively);
      if (items.size() <= 1 && !s_.items.empty()) {
        // 规章制发、废止数分别为4、1件，规范性文件分别为38、21件: the roles of the first list again.
        const std::string_view topic = items.empty() ? s_.topic : items[0].topic;
        items = s_.items;
        for (Item& item : items) item.topic = topic;
      }
      // The topic that only the first item names holds for all.
      for (size_t k = 1; k < items.size(); ++k)
        if (items[k].topic.empty()) items[k].topic = items[k - 1].topic;
      s_.items = items;
      s_.item = 0;
      s_.run = run_length(i);
      if (s_.run < 2) {
        s_.run = 0;
        return false;
      }
    } else if (s_.run == 0 || m.led) {
      s_.run = 0;
      return false;
    }
    m.exact = s_.item == 0;
    if (s_.items.size() >= s_.run + s_.item && s_.item < s_.items.size()) {
      const Item& item = s_.items[s_.item];
      std::string_view topic = item.topic.empty() ? s_.topic : item.topic;
      if (topic.empty()) topic = topic_of_role(item.role);
      m.topic = topic == kUnknown ? std::string_view() : topic;
      m.role = item.role;
      if (topic != kUnknown)
        if (const Indicator* const found = find_indicator(topic, item.role)) m.indicators = {found};
    }
    m.unknown = m.indicators.empty();
    ++s_.item;
    --s_.run;
    return true;
  }

  // -- statements without figures --

  void statement(size_t i, bool all) {
    // Nothing but what stands up to the next mark; a figure there says the rest itself.
    std::vector<const Token*> topics, roles;
    bool gap = false, soft = false, thing = false, in_time = false;
    size_t k = i + 1;
    const std::string_view word = slice(text_, tokens_[i].folded);
    if (i < (all ? affirmed_ : denied_)) return;  // 没有超期未答复的, 全部申请均已办结: the first says it
    for (; k < tokens_.size(); ++k) {
      const Token& t = tokens_[k];
      if (t.kind == Token::figure && figures_[t.index].quantity()) return;
      if (t.is(',') || t.is(';') || t.kind == Token::stop || t.is(U'。') || t.is('(') || t.is(')') || t.is(':')) break;
      if (t.kind == Token::gap) gap = true;
      if (t.is(Sense::topic)) topics.push_back(&t);
      if (t.is(Sense::thing)) thing = true;
      if (t.sense == Sense::role || t.sense == Sense::general) {
        if (t.kind == Token::word) roles.push_back(&t);
      }
      if (t.is(Sense::soft) || t.is(Sense::none)) soft = true;
      if (t.is(Sense::when) && t.meaning == "next") soft = true;
      if (t.is(Sense::within)) soft = true;
    }
    (all ? affirmed_ : denied_) = k;
    const std::string_view said =
        text_.substr(tokens_[i].folded.begin, tokens_[k - 1].folded.end - tokens_[i].folded.begin);
    in_time = said.find("期") != std::string_view::npos || said.find("时") != std::string_view::npos;
    Statement s{};
    s.sentence = sentence_;
    s.token = uint32_t(i);
    s.folded = {tokens_[i].folded.begin, tokens_[k - 1].folded.end};
    s.in_time = in_time;
    s.soft = soft || s_.other_body || s_.part_body || s_.other_time || s_.past || thing || (gap && !all);
    const auto has = [&](std::string_view meaning) {
      return std::any_of(roles.begin(), roles.end(), [&](const Token* t) { return t->meaning == meaning; });
    };
    if (all) {
      if (word == "件件" || thing) return;
      if (has("natural")) {
        s.kind = Statement::all_natural;
      } else if (has("upheld")) {
        s.kind = Statement::all_upheld;
      } else if (has("closed") || has("answered") || has("on_time")) {
        s.kind = Statement::all_closed;
        s.soft = s.soft || gap || of_some(i);
      } else {
        return;
      }
      s.topic = topics.empty() ? s_.topic : topics.back()->meaning;
      if (s.topic == "weak") s.topic = s_.topic == "review" || s_.topic == "litigation" ? s_.topic : "application";
      if (s.kind == Statement::all_natural && s.topic.empty()) s.topic = "application";
      out_.statements.push_back(s);
      return;
    }
    s.kind = Statement::none;
    nothing(i, s, topics, roles);
    if (!s.indicators.empty()) out_.statements.push_back(s);
  }

  // 上年结转的均已办结, 涉及土地的申请全部答复: of some.
  bool of_some(size_t i) const {
    for (size_t k = i; k > s_.from; --k) {
      const Token& t = tokens_[k - 1];
      if (t.is(',') || t.is(';') || t.is(U'。') || t.kind == Token::stop) return false;
      if (t.kind == Token::gap || t.is(Sense::thing) || t.is(Sense::soft)) return true;
      if (t.is(Sense::role) && rank(t) >= 2) return true;
    }
    return false;
  }

  void nothing(size_t i, Statement& s, std::vector<const Token*>& topics, const std::vector<const Token*>& roles) {
    const std::string_view word = slice(text_, tokens_[i].folded);
    if (topics.empty() && roles.empty()) {
      const bool charged = word.find("收取") != std::string_view::npos;
      if (word != "均无" && word.find("零") == std::string_view::npos && !charged) return;
      for (size_t k = i; k > s_.from; --k) {
        const Token& t = tokens_[k - 1];
        if (t.is(U'。') || t.kind == Token::stop || t.is(';') || t.is(',')) break;
        if (t.is(Sense::topic)) topics.push_back(&t);
      }
      if (topics.empty()) return;
      s.soft = s.soft && !charged;
    }
    // The verb may be part of the word: 未收到, 未制发.
    struct Implied {
      std::string_view part, role;
    };
    constexpr Implied kImplied[] = {{"收到", "received"}, {"受理", "received"},  {"接", "received"},
                                    {"制发", "issued"},   {"制定", "issued"},    {"出台", "issued"},
                                    {"废止", "repealed"}, {"收取", "collected"}, {"作出", "decided"},
                                    {"办理", "decided"},  {"实施", "decided"},   {"采取", "decided"}};
    std::string_view implied;
    for (const Implied& x : kImplied)
      if (word.find(x.part) != std::string_view::npos) implied = x.role;
    std::vector<std::string_view> names;
    for (const Token* t : topics) {
      std::string_view name = t->meaning;
      if (name == "weak") name = s_.topic == "review" || s_.topic == "litigation" ? std::string_view() : "application";
      if (name == "information") continue;
      if (!name.empty() && std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
    }
    std::string_view role = implied;
    for (const Token* t : roles)
      if (role.empty() || rank(*t) >= 2) role = t->meaning;
    if (names.empty()) {
      const std::string_view own = topic_of_role(role);
      if (!own.empty()) {
        names.push_back(own);
      } else if (!s_.topic.empty() && s_.topic != kUnknown && !role.empty()) {
        names.push_back(s_.topic);
      } else {
        return;
      }
    }
    // 未发生因政府信息公开申请引起的行政复议、诉讼: the last are meant, what leads to them is not.
    if (names.size() > 1) {
      const std::string_view last = names.back();
      std::vector<std::string_view> kept;
      for (const std::string_view n : names)
        if (n == last || same_family(n, last)) kept.push_back(n);
      names = kept;
    }
    s.topic = names.back();
    if (role == "new" && s.topic != "application") s.soft = true;
    for (const std::string_view n : names) {
      const Indicator* found = find_indicator(n, role);
      if (found == nullptr && role == "carried") found = find_indicator(n, "carried_in");
      if (found == nullptr && rank_of(role) < 2) found = find_indicator(n, "plain");
      if (found == nullptr) return;
      s.indicators.push_back(found);
    }
  }

  static int rank_of(std::string_view role) {
    Token t{};
    t.sense = Sense::role;
    t.meaning = role;
    return role.empty() ? 0 : rank(t);
  }
};

}  // namespace

Mentions read_mentions(const Report& report, const std::vector<Figure>& figures, const std::vector<Token>& tokens) {
  return Reader(report, figures, tokens).read();
}

}  // namespace gouji
