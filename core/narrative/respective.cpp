// 自然人和法人申请分别为41件、9件: what each figure of a run is of.
#include <algorithm>

#include "narrative/mention_reader.h"

namespace gouji {

static constexpr std::string_view kOther = "其他";  // a role that the other items decide

// How many figures stand in one run: 3件、5件和7件.
size_t MentionReader::run_length(size_t i) const {
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
std::vector<Item> MentionReader::items_before(size_t i) const {
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
    if (t.is(',') && k == i && t.depth == tokens_[i].depth) {
      --k;  // 申请人为自然人、商业企业的，分别为41件、9件
      continue;
    }
    if (t.depth != tokens_[i].depth || t.kind == Token::stop || t.is(U'。') || t.is(';') || t.is(':') || t.is(','))
      break;
    if (t.kind == Token::figure && figures_[t.index].quantity()) break;
    --k;
    if (joins(t)) {
      flush();
    } else if (t.is(Sense::topic) && t.meaning != "weak") {
      if (item.topic.empty()) item.topic = t.meaning;
      any = true;
    } else if (t.is(Sense::role, "opened") && said(t).find("、") != std::string_view::npos) {
      // 予以公开、部分公开 are two here.
      flush();
      item.role = "partial";
      any = true;
      flush();
      item.role = "granted";
      any = true;
    } else if (t.is(Sense::role)) {
      // 补正后仍不明确而无法提供: the reason says more than the group.
      if (t.meaning.size() > item.role.size() && t.meaning.substr(0, item.role.size()) == item.role)
        item.role = t.meaning;
      any = true;
    } else if (t.is(Sense::soft) && (said(t) == "其他" || said(t) == "其它")) {
      item.role = kOther;
      any = true;
    } else if (t.kind == Token::gap || t.is(Sense::thing)) {
      gap = true;
    }
  }
  flush();
  std::reverse(items.begin(), items.end());
  return items;
}

bool MentionReader::respective(size_t i, Mention& m, const ClauseBefore& w) {
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
    for (Item& item : items) {
      if (item.role != kOther) continue;
      item = is_case(item.topic) ? Item{item.topic, "result_other"} : Item{kUnknown, {}};
    }
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

// 自然人、法人申请分别占86.99%、13.01%: of which kind each share is.
bool MentionReader::shares_of_items(size_t i, Mention& m, const ClauseBefore& w) {
  if (w.respectively != 0 ? items_before(w.respectively).size() < 2 : s_.run == 0) return false;
  const bool soft = m.soft;
  if (!respective(i, m, w) || m.indicators.empty()) return false;
  m.bare_share = m.exact = false;
  m.soft = soft;
  return true;
}

}  // namespace gouji
