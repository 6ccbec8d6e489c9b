// What frames a report: its title with year and body, and its numbered sections.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "doc/body.h"
#include "doc/sections.h"
#include "doc/title.h"
#include "text/mapped_text.h"

namespace gouji {

struct Outline {
  std::optional<Title> title;
  std::optional<Title> second;  // the title of a second report in the same text
  Body body;
  std::optional<int> year;  // of the title, else of the period that the preface states
  std::vector<Section> sections;
  uint32_t end = 0;  // of the first report, in folded text
};

// The title, and what it says of body and year; without one, the outline stays as it is.
void take_title(std::optional<Title> title, Outline& outline);

// Reads everything but the sections, which need to know where the tables are.
Outline read_outline(const MappedText& folded);

}  // namespace gouji
