// Finds many labels in one pass over folded text, however spaces, line ends, numbers and punctuation cut them up.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace gouji {

// The 汉字 of a label, without its enumerator (一、（一）1. 其中：) and without what stands in brackets.
std::u32string label_key(std::string_view label);

// The 汉字 of a text.
std::u32string han_of(std::string_view text);

// An occurrence of a label in folded text.
struct Match {
  uint32_t label;   // as given to Matcher::add
  uint32_t length;  // in 汉字
  Span folded;      // from its first to behind its last 汉字
  uint32_t first;   // which 汉字 of the text it starts with, counted from 0
};

// Aho–Corasick over 汉字 alone: whatever else stands between them is passed over.
class Matcher {
 public:
  void add(std::u32string key, uint32_t label);
  void finish();  // after the last add, before the first find

  // All occurrences in the order of their ends. Linear in the text and in what is found.
  std::vector<Match> find(std::string_view folded) const;

 private:
  struct Key {
    std::u32string han;
    uint32_t label;
  };
  // The children of a node stand side by side, in the order of their 汉字, and behind those of nodes before it.
  struct Node {
    char32_t han = 0;
    uint32_t fail = 0, out = 0;  // out: the nearest node on the chain of fails that ends a key
    uint32_t child = 0, children = 0;
    uint32_t key = 0, keys = 0;  // those that end here
    uint32_t depth = 0;
  };

  uint32_t child(uint32_t node, char32_t c) const;
  uint32_t next(uint32_t node, char32_t c) const;  // along the fails

  std::vector<Key> keys_;
  std::vector<Node> nodes_;
  std::vector<uint16_t> root_;  // its children by their 汉字: most of a text begins no key
  uint32_t longest_ = 0;
};

}  // namespace gouji
