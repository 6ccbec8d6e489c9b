// What figures are held against: the cells that a topic and a role mean (core/data/indicators.tsv).
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "doc/report.h"
#include "report/finding.h"

namespace gouji {

enum class Hold : uint8_t { hard, wide, limit, soft, none };

// A cell, or with a row that ends in .* all cells of one column under a heading.
struct CellTerm {
  std::string_view table, row, column;
};

struct Indicator {
  std::string_view topic;
  std::string_view roles;
  Hold hold;
  std::string_view zh, en;
  std::vector<std::vector<CellTerm>> alternatives;  // each a sum
  std::vector<uint8_t> soft;                        // of an alternative: it may only agree
  std::vector<uint8_t> most;                        // of an alternative: it may be less
};

// nullptr where no table knows it.
const Indicator* find_indicator(std::string_view topic, std::string_view role);

// Whether any topic has this role, and which has it alone: 予以公开 is said of applications only.
std::string_view topic_of_role(std::string_view role);

// A sum of cells as a report has it.
struct Sum {
  Decimal value;
  bool money = false;  // in 元
  bool soft = false;   // may only agree
  bool most = false;   // may be less
  std::vector<CellRef> cells;
};

// What an alternative comes to; nullopt where the report lacks the table, a row or a number.
std::optional<Sum> sum_of(const Report& report, const std::vector<CellTerm>& terms);

// Of one cell, money in 元.
std::optional<Decimal> value_of(const Report& report, const Table& table, const Cell& cell, bool& money);

}  // namespace gouji
