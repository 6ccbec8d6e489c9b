// One file's result: what was read, what was checked, what was found, or why nothing could be.
#pragma once

#include <string>
#include <vector>

#include "doc/report.h"
#include "report/claim.h"
#include "report/finding.h"

namespace gouji {

struct Failure {
  std::string_view code;  // "empty", "unreadable", "too_large", "not_a_report"
  std::string message;
};

struct Result {
  std::string name;
  std::optional<Failure> failure;
  bool previous_unread = false;  // last year's report was given and could not be read
  Report report;
  std::vector<Check> checks;
  std::vector<Finding> findings;
  Claims claims;
  uint32_t errors = 0, warnings = 0, infos = 0, passed = 0, failed = 0, unknown = 0;
};

// Reads and judges. Never throws, whatever the bytes.
Result check(std::string_view bytes, const Options& options);

// As check(), for a file of which only the size is known to be over the limit.
Result too_large(uint64_t bytes, const Options& options);

// What stands in a cell, as results print it: the slice, in HTML without tags and with entities resolved.
std::string text_at(const Report& report, Span span);

}  // namespace gouji
