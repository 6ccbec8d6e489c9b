// The made-up tables that labelled cases stand in: tests/narrative/tables.txt.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "support/labelled.h"

namespace gouji::test {

struct Base {
  std::string form = "2021", year = "2024", body;
  std::vector<std::string> cells;  // "applications new.natural=41 …"
};

struct Tables {
  std::map<std::string, Base> bases;
  std::map<std::string, std::string> names;
};

// Reads tables.txt.
Tables read_tables(std::vector<std::string>& errors);

// Every cell of a form's edition, "table.row.column".
std::vector<std::string> cells_of(std::string_view edition);

// Sets the totals that were not given, from the form's own identities.
void add_up(std::string_view edition, const std::set<std::string>& given, Values& values);

// What blanks separate.
std::vector<std::string> words(const std::string& text);

}  // namespace gouji::test
