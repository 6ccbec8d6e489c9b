// What gouji reads in a document, held against what stands there.
#pragma once

#include "report/result.h"
#include "support/generate.h"

namespace gouji::test {

enum class Verdict : uint8_t {
  exact,    // as it stands, on its very digits; where nothing is certain, nothing is given and it is said so
  flagged,  // no value, and a finding says so of this cell
  wrong,    // another value than stands there, or none and nobody told
};

struct Judged {
  std::string key;
  Verdict verdict;
  std::string is, read;  // for people
};

// Every cell of the document, and every cell that was read and does not stand there.
std::vector<Judged> judge(const Result& result, const Document& document);

// Whether a list of rules, families ending in *, holds this one.
bool lists(std::string_view rules, std::string_view rule);

}  // namespace gouji::test
