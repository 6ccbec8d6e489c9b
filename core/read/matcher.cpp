#include "read/matcher.h"

#include <algorithm>

#include "order.h"
#include "text/utf8.h"

namespace gouji {
namespace {

bool is_enumerator(char32_t c) {
  return utf8::is_digit(c) || std::u32string_view(U"一二三四五六七八九十").find(c) != std::u32string_view::npos;
}

constexpr bool opens(char32_t c) { return c == U'(' || c == U'（'; }
constexpr bool closes(char32_t c) { return c == U')' || c == U'）'; }

std::u32string code_points(std::string_view text) {
  std::u32string out;
  for (size_t i = 0; i < text.size();) {
    const utf8::CodePoint c = utf8::decode(text, i);
    out += c.value;
    i += c.size;
  }
  return out;
}

// Where the label proper starts, after 一、 or （一） or 1. or 其中：
size_t after_enumerator(const std::u32string& s) {
  for (const std::u32string_view of_which : {U"其中：", U"其中:"})
    if (s.compare(0, of_which.size(), of_which) == 0) return of_which.size();
  size_t i = !s.empty() && opens(s[0]) ? 1 : 0;
  const bool bracket = i == 1;
  while (i < s.size() && is_enumerator(s[i])) ++i;
  if (i == (bracket ? 1 : 0) || i == s.size()) return 0;
  if (bracket) return closes(s[i]) ? i + 1 : 0;
  return s[i] == U'、' || s[i] == U'.' || s[i] == U'．' ? i + 1 : 0;
}

}  // namespace

std::u32string label_key(std::string_view label) {
  const std::u32string all = code_points(label);
  std::u32string key;
  int depth = 0;
  for (size_t i = after_enumerator(all); i < all.size(); ++i) {
    if (opens(all[i])) ++depth;
    // A bracket around a numeral belongs to the label: 第二十条第（一）项.
    const bool numeral = depth == 1 && i > 0 && opens(all[i - 1]) && i + 1 < all.size() && closes(all[i + 1]);
    if (utf8::is_han(all[i]) && (depth == 0 || numeral)) key += all[i];
    if (closes(all[i]) && depth > 0) --depth;
  }
  return key;
}

std::u32string han_of(std::string_view text) {
  std::u32string out;
  for (size_t i = 0; i < text.size();) {
    const utf8::CodePoint c = utf8::decode(text, i);
    if (utf8::is_han(c.value)) out += c.value;
    i += c.size;
  }
  return out;
}

void Matcher::add(std::u32string key, uint32_t label) {
  if (key.empty()) return;
  longest_ = std::max(longest_, uint32_t(key.size()));
  keys_.push_back({std::move(key), label});
}

void Matcher::finish() {
  put_in_order(keys_.begin(), keys_.end(), [](const Key& a, const Key& b) { return a.han < b.han; });
  // Breadth first: the keys that go through a node are a stretch of all, of which those that end there come first.
  std::vector<Span> through = {{0, uint32_t(keys_.size())}};
  nodes_.assign(1, {});
  for (uint32_t node = 0; node < nodes_.size(); ++node) {
    const auto [begin, end] = through[node];
    const uint32_t depth = nodes_[node].depth;
    uint32_t k = begin + nodes_[node].keys;
    nodes_[node].child = uint32_t(nodes_.size());
    while (k < end) {
      const char32_t c = keys_[k].han[depth];
      const uint32_t first = k;
      while (k < end && keys_[k].han[depth] == c) ++k;
      Node to;
      to.han = c;
      to.depth = depth + 1;
      to.key = first;
      // Counted here: what fails to a node may be made before that node's turn comes.
      while (first + to.keys < k && keys_[first + to.keys].han.size() == to.depth) ++to.keys;
      to.fail = node == 0 ? 0 : next(nodes_[node].fail, c);
      to.out = nodes_[to.fail].keys > 0 ? to.fail : nodes_[to.fail].out;
      nodes_.push_back(to);
      through.push_back({first, k});
      ++nodes_[node].children;
    }
    if (node > 0) continue;
    root_.assign(nodes_.back().han + 1, 0);
    for (uint32_t n = 1; n < nodes_.size(); ++n) root_[nodes_[n].han] = uint16_t(n);
  }
}

uint32_t Matcher::child(uint32_t node, char32_t c) const {
  if (node == 0) return c < root_.size() ? root_[c] : 0;
  const Node* const first = nodes_.data() + nodes_[node].child;
  const Node* const end = first + nodes_[node].children;
  const Node* const at = std::lower_bound(first, end, c, [](const Node& n, char32_t han) { return n.han < han; });
  return at != end && at->han == c ? uint32_t(at - nodes_.data()) : 0;
}

uint32_t Matcher::next(uint32_t node, char32_t c) const {
  uint32_t to = child(node, c);
  while (node != 0 && to == 0) {
    node = nodes_[node].fail;
    to = child(node, c);
  }
  return to;
}

std::vector<Match> Matcher::find(std::string_view folded) const {
  std::vector<Match> found;
  std::vector<uint32_t> starts(longest_ + 1);  // where the latest 汉字 start, as a ring
  uint32_t node = 0, count = 0, slot = 0;
  for (size_t i = 0; i < folded.size();) {
    if (static_cast<unsigned char>(folded[i]) < 0x80) {
      ++i;
      continue;
    }
    const utf8::CodePoint c = utf8::decode(folded, i);
    const size_t at = i;
    i += c.size;
    if (!utf8::is_han(c.value)) continue;
    starts[slot] = uint32_t(at);
    slot = slot == longest_ ? 0 : slot + 1;
    ++count;
    node = next(node, c.value);
    for (uint32_t n = nodes_[node].keys > 0 ? node : nodes_[node].out; n != 0; n = nodes_[n].out) {
      const uint32_t length = nodes_[n].depth;
      const uint32_t first = starts[slot >= length ? slot - length : slot + longest_ + 1 - length];
      for (uint32_t k = nodes_[n].key; k < nodes_[n].key + nodes_[n].keys; ++k)
        found.push_back({keys_[k].label, length, {first, uint32_t(i)}, count - length});
    }
  }
  return found;
}

}  // namespace gouji
