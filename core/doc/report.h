// A report as it was read: what the rules judge.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "doc/outline.h"
#include "read/table.h"
#include "text/decode.h"

namespace gouji {

struct Report {
  Decoded source;  // the decoded text: all spans but those named `folded` point into it
  MappedText folded;
  Outline outline;            // with its sections
  std::string_view form;      // "2021", "2019", "2014", or empty
  std::vector<Table> tables;  // in the order of the text

  const Table* table(std::string_view id) const {
    for (const Table& t : tables)
      if (t.form->id == id) return &t;
    return nullptr;
  }
};

// Reads a report; what it lacks is simply not there. Never fails.
Report read_report(Decoded source);

// Whether there is anything of a report: a title, a numbered section of the form, or a table of any form.
bool is_report(const Report& report);

}  // namespace gouji
