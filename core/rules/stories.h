// What an explanation is called, and how its story is told.
#pragma once

#include <string>

#include "check/explain.h"
#include "rules/messages.h"

namespace gouji {

class Teller {
 public:
  Teller(const Table& table, const std::vector<Check>& checks, Lang lang)
      : table_(table), checks_(checks), lang_(lang) {}

  // "数字颠倒", or nothing where no story fits.
  std::string story(const Story& story) const;
  // What to do: 把「…」改为 14（数字颠倒）.
  std::string title(const Explanation& e) const;
  // What is wrong: 「…」应为 14，现为 41：数字颠倒。 The sentence on the equations follows.
  std::string wrong(const Explanation& e) const;
  // What comes of it: 该列合计与该行总计同时多出 27。
  std::string effect(const Explanation& e, const std::vector<size_t>& failed) const;

  std::string name(uint16_t cell) const;

 private:
  const Table& table_;
  const std::vector<Check>& checks_;
  Lang lang_;

  std::string say(std::string_view key, Holes holes = {}) const { return message(key, lang_, holes); }
  std::string is(uint16_t cell) const;
  std::string row(uint16_t cell) const;
  std::string in_brackets(const std::string& story) const;
  std::string told_at_once(const Explanation& e) const;
};

// The name of a cell in the messages: of a table's cells, by index.
CellRef ref_of(const Table& table, uint16_t cell);

}  // namespace gouji
