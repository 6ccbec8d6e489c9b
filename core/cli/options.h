// The command line as the user gave it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "gouji.h"

namespace gouji::cli {

enum class Format : uint8_t { text, json, ndjson, sarif, csv };

struct CheckOptions {
  Format format = Format::text;
  Lang lang = Lang::zh;
  std::vector<std::string> rule_ids;  // owns what `rules` views
  std::vector<RuleSetting> rules;
  unsigned jobs = 1;
  std::optional<std::string> previous;  // last year's report; "-" is standard input
  std::vector<std::string> files;       // "-" is standard input
};

// Reads the arguments behind `gouji check`. On a usage error, says in `error` what is wrong and what to do.
std::optional<CheckOptions> parse_check(const std::vector<std::string>& arguments, std::string& error);

}  // namespace gouji::cli
