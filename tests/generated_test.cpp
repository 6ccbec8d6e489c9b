// Made-up reports in every layout of every form: each cell exact, or said to be unread, and never silently wrong.
#include <doctest/doctest.h>

#include <cstdio>
#include <cstdlib>

#include "report/result.h"
#include "support/generate.h"

using namespace gouji;

TEST_CASE("generated reports are read exactly, or what is not is said") {
  // More by GOUJI_DOCUMENTS=50000.
  const char* const wanted = std::getenv("GOUJI_DOCUMENTS");
  const auto editions = test::editions();
  const auto layouts = test::layouts();
  const size_t kinds = editions.size() * layouts.size();
  const size_t each = (wanted != nullptr ? size_t(std::atol(wanted)) : 1000) / kinds + 1;
  std::printf("%-22s", "exact/flagged/wrong");
  for (const test::Edition& e : editions) std::printf("%24s", std::string(e.name).c_str());
  std::printf("\n");
  size_t misread = 0, told = 0;
  for (size_t l = 0; l < layouts.size(); ++l) {
    std::printf("%-22s", std::string(layouts[l].name).c_str());
    for (const test::Edition& e : editions) {
      size_t exact = 0, flagged = 0, wrong = 0;
      for (size_t n = 0; n < each; ++n) {
        const uint64_t seed = (l * 1000 + n) * 7 + 1;
        const test::Document d = test::generate(e, l, seed);
        const Result r = check(d.text, {.is_text = true});
        std::map<std::string, std::string> read;
        if (!r.failure) {
          for (const Table& t : r.report.tables)
            for (const Cell& c : t.cells)
              if (c.value)
                read[std::string(t.form->id) + " " + std::string(t.form->rows[c.row].id) + " " +
                     std::string(t.form->columns[c.column].id)] = text_at(r.report, c.place);
        }
        if (layouts[l].loses_nothing) {
          // Nothing is said of a report that is as it should be, whatever its layout.
          const bool merged = e.name == "2021 merged";
          const bool silent =
              r.findings.empty() || (merged && r.findings.size() == 1 && r.findings[0].rule == "structure.merged_rows");
          if (!silent) {
            CAPTURE(e.name);
            CAPTURE(layouts[l].name);
            CAPTURE(seed);
            CAPTURE(r.findings[0].message);
            CHECK(silent);
          }
        }
        for (const auto& [key, text] : d.cells) {
          const auto found = read.find(key);
          if (found == read.end()) {
            ++flagged;
            if (layouts[l].loses_nothing && told++ < 5)
              MESSAGE("not read: " << key << ", layout " << layouts[l].name << ", form " << e.name << ", seed "
                                   << seed);
          } else if (found->second == text) {
            ++exact;
          } else {
            ++wrong;
            if (misread++ < 5)
              MESSAGE("wrong: " << key << " is " << text << ", read " << found->second << ", layout " << layouts[l].name
                                << ", form " << e.name << ", seed " << seed);
          }
        }
      }
      char cell[40];
      std::snprintf(cell, sizeof cell, "%zu/%zu/%zu", exact, flagged, wrong);
      std::printf("%24s", cell);
      CHECK(wrong == 0);
      if (layouts[l].loses_nothing) CHECK(flagged == 0);
    }
    std::printf("\n");
  }
}
