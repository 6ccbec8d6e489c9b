// gouji (勾稽): reads a 政府信息公开工作年度报告, recomputes its statutory tables and names what does not add up.
//
//   std::string json = gouji::check_json(bytes, {.name = "x.txt"});   // one result, as ../shared/contract.md fixes it
//
// The core does no input or output, keeps no state that changes, and never throws. Everything it says of a place is a
// range of UTF-16 code units of the decoded text.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace gouji {

enum class Lang : uint8_t { zh, en };
enum class Severity : uint8_t { off, info, warning, error };

// `--rule ID=SEVERITY`: what the user wants a rule to weigh.
struct RuleSetting {
  std::string_view id;
  Severity severity;
};

struct Options {
  std::string_view name = "-";              // shown as source.name; never opened
  Lang lang = Lang::zh;                     // of messages and equation texts
  std::span<const RuleSetting> rules = {};  // unknown ids are ignored here; `known_rule` tells
  bool is_text = false;                     // the bytes are UTF-8 by promise and are not sniffed
  // Last year's report of the same body, for the checks between years: as the report itself, a file's bytes or text.
  std::optional<std::string_view> previous = {};
  bool previous_is_text = false;
};

// The largest input, in bytes.
inline constexpr uint64_t kMaxBytes = 256u << 20;

// One result as a line of JSON, without the line end.
std::string check_json(std::string_view bytes, const Options& options);

// The text that a reader of the HTML sees, tables as tab-separated rows. UTF-8 in, UTF-8 out.
std::string text_of(std::string_view html);

// The catalogue of rules as a JSON array.
std::string rules_json(Lang lang);

bool known_rule(std::string_view id);

// The version of gouji, as in "0.1.0".
std::string_view version();

}  // namespace gouji
