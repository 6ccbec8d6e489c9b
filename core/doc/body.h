// The body that a report is of, as its title names it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace gouji {

enum class Level : uint8_t { unknown, state, province, prefecture, county, township };
enum class Kind : uint8_t { unknown, government, office, department };

struct Body {
  std::string name;  // the title without year and report
  Level level = Level::unknown;
  Kind kind = Kind::unknown;
};

// The body that a title names; `written` is the title with its 汉字 as they were written (see MappedText).
Body body_of(std::string_view title, std::string_view written);

// What a name says of the body: 同心县 is a county's government, 武汉市财政局 a prefecture's department.
Level level_of(std::string_view name);
Kind kind_of(std::string_view name);

// A people's government, and not a street office or a zone's administration, which have its powers in part.
bool is_peoples_government(const Body& body);

// As results name them: "county", "government".
std::string_view name_of(Level level);
std::string_view name_of(Kind kind);

}  // namespace gouji
