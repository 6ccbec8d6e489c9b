// What frames a report: its title with year and body, and its numbered sections.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/mapped_text.h"

namespace gouji {

struct Section {
  int number;         // as the heading numbers it
  std::string title;  // one line, without number, marks and spaces that only layout put there
  Span span;          // the heading, in the decoded text
  Span folded;
};

enum class Level : uint8_t { unknown, state, province, prefecture, county, township };
enum class Kind : uint8_t { unknown, government, office, department };

struct Body {
  std::string name;  // the title without year and report
  Level level = Level::unknown;
  Kind kind = Kind::unknown;
};

struct Title {
  std::string text;  // one line, as Section::title
  Span span;         // in the decoded text
  Span folded;
  std::optional<int> year;
};

struct Outline {
  std::optional<Title> title;
  std::optional<Title> second;  // the title of a second report in the same text
  Body body;
  std::optional<int> year;  // of the title, else of the period that the preface states
  std::vector<Section> sections;
  uint32_t end = 0;  // of the first report, in folded text
};

// Reads everything but the sections, which need to know where the tables are.
Outline read_outline(const MappedText& folded);

// The numbered headings outside `tables` (spans of folded text, ascending).
std::vector<Section> read_sections(const MappedText& folded, uint32_t until, const std::vector<Span>& tables);

// What a name says of the body: 同心县 is a county's government, 武汉市财政局 a prefecture's department.
Level level_of(std::string_view name);
Kind kind_of(std::string_view name);

// As results name them: "county", "government".
std::string_view name_of(Level level);
std::string_view name_of(Kind kind);

// Which section of the forms of 2019 and 2021 a title names; 0 if none.
int section_named(std::string_view title);

}  // namespace gouji
