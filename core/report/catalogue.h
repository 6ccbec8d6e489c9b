#pragma once

#include <string>

#include "data.h"
#include "gouji.h"

namespace gouji {

// The sources that a rule cites, in words.
std::string basis_of(const data::rules_row& rule, Lang lang);

}  // namespace gouji
