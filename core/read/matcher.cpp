#include "read/matcher.h"

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

uint32_t Matcher::child(uint32_t node, char32_t c) const {
  const auto edge = edges_.find(uint64_t(node) << 32 | c);
  return edge == edges_.end() ? 0 : edge->second;
}

void Matcher::add(const std::u32string& key, uint32_t label) {
  uint32_t node = 0;
  for (const char32_t c : key) {
    uint32_t next = child(node, c);
    if (next == 0) {
      next = uint32_t(nodes_.size());
      edges_[uint64_t(node) << 32 | c] = next;
      nodes_.push_back({});
      nodes_[next].depth = nodes_[node].depth + 1;
    }
    node = next;
  }
  if (node == 0) return;
  nodes_[node].labels.push_back(label);
  if (key.size() > longest_) longest_ = uint32_t(key.size());
}

void Matcher::finish() {
  // Breadth first; edges are visited in the order of their parents, which were numbered before them, level by level.
  std::vector<std::vector<std::pair<char32_t, uint32_t>>> children(nodes_.size());
  for (const auto& [edge, to] : edges_) children[edge >> 32].push_back({char32_t(edge & 0xFFFFFFFF), to});
  std::vector<uint32_t> queue = {0};
  for (size_t at = 0; at < queue.size(); ++at) {
    const uint32_t node = queue[at];
    for (const auto& [c, to] : children[node]) {
      uint32_t fail = nodes_[node].fail;
      while (node != 0 && fail != 0 && child(fail, c) == 0) fail = nodes_[fail].fail;
      nodes_[to].fail = node == 0 ? 0 : child(fail, c);
      const Node& f = nodes_[nodes_[to].fail];
      nodes_[to].out = f.labels.empty() ? f.out : nodes_[to].fail;
      queue.push_back(to);
    }
  }
}

std::vector<Match> Matcher::find(std::string_view folded) const {
  std::vector<Match> found;
  std::vector<uint32_t> starts(longest_ + 1);  // where the latest 汉字 start, as a ring
  uint32_t node = 0, count = 0;
  for (size_t i = 0; i < folded.size();) {
    if (static_cast<unsigned char>(folded[i]) < 0x80) {
      ++i;
      continue;
    }
    const utf8::CodePoint c = utf8::decode(folded, i);
    const size_t at = i;
    i += c.size;
    if (!utf8::is_han(c.value)) continue;
    starts[count % starts.size()] = uint32_t(at);
    ++count;
    uint32_t next = child(node, c.value);
    while (node != 0 && next == 0) {
      node = nodes_[node].fail;
      next = child(node, c.value);
    }
    node = next;
    for (uint32_t n = nodes_[node].labels.empty() ? nodes_[node].out : node; n != 0; n = nodes_[n].out) {
      const uint32_t length = nodes_[n].depth, first = count - length;
      for (const uint32_t label : nodes_[n].labels)
        found.push_back({label, length, {starts[first % starts.size()], uint32_t(i)}, first});
    }
  }
  return found;
}

}  // namespace gouji
