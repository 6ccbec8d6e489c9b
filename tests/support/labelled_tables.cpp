#include "support/labelled_tables.h"

#include <sstream>

#include "form/applications.h"
#include "form/disclosure.h"
#include "form/review.h"
#include "form/statistics.h"
#include "support/files.h"
#include "text/number.h"

namespace gouji::test {

std::vector<std::string> words(const std::string& text) {
  std::istringstream in(text);
  std::vector<std::string> out;
  for (std::string w; in >> w;) out.push_back(w);
  return out;
}

std::vector<const TableForm*> tables_of(std::string_view edition) {
  using namespace form;
  if (edition == "2021") return {&kDisclosure2021, &kApplications2021, &kReview};
  if (edition == "2019") return {&kDisclosure2019, &kApplications2019, &kReview};
  if (edition == "2014") return {&kStatistics};
  return {};
}

std::vector<std::string> cells_of(std::string_view edition) {
  std::vector<std::string> out;
  for (const TableForm* f : tables_of(edition))
    for (const Row& r : f->rows)
      for (const uint8_t c : r.columns)
        out.push_back(std::string(f->id) + "." + std::string(r.id) + "." + std::string(f->columns[c].id));
  return out;
}

void add_up(std::string_view edition, const std::set<std::string>& given, Values& values) {
  const auto settle = [&](const std::string& total, const std::vector<std::string>& parts) {
    Decimal sum{};
    for (const std::string& p : parts) sum = *add(sum, parse_decimal(values.at(p)).value_or(Decimal{}));
    if (given.count(total) == 0) values[total] = to_string(sum);
  };
  for (const TableForm* f : tables_of(edition)) {
    const std::string table = std::string(f->id) + ".";
    for (int pass = 0; pass < 2; ++pass) {  // the second for totals of totals
      for (size_t n = f->identities.size(); n-- > 0;) {
        const Identity& i = f->identities[n];
        const auto& [parts, total] = i.left.size() > 1 ? std::pair(i.left, i.right) : std::pair(i.right, i.left);
        if (total.size() != 1) continue;
        const bool rows = i.along == Along::rows;
        for (size_t k = 0; k < (rows ? f->columns.size() : f->rows.size()); ++k) {
          if (!rows && f->rows[k].heading()) continue;
          const std::string_view other = rows ? f->columns[k].id : f->rows[k].id;
          const auto key = [&](std::string_view term) {
            return table +
                   (rows ? std::string(term) + "." + std::string(other) : std::string(other) + "." + std::string(term));
          };
          std::vector<std::string> keys;
          for (const std::string_view p : parts) keys.push_back(key(p));
          settle(key(total[0]), keys);
        }
      }
    }
  }
}

Tables read_tables(std::vector<std::string>& errors) {
  Tables out;
  std::istringstream lines(read(std::string(GOUJI_TESTS_DIR) + "/narrative/tables.txt"));
  std::string in;
  for (std::string line; std::getline(lines, line);) {
    if (line.empty() || line[0] == '#') continue;
    const std::vector<std::string> w = words(line);
    if (line[0] == '[') {
      in = line.substr(1, line.size() - 2);
    } else if (in == "names") {
      out.names[w[0]] = line.substr(line.find('=') + 1);
    } else if (w[0] == "form") {
      out.bases[in].form = w[1];
    } else if (w[0] == "year") {
      out.bases[in].year = w[1];
    } else if (w[0] == "body") {
      out.bases[in].body = w[1];
    } else {
      out.bases[in].cells.push_back(line);
    }
  }
  if (out.bases.empty() || out.names.empty()) errors.push_back("tables.txt: nothing there");
  return out;
}

}  // namespace gouji::test
