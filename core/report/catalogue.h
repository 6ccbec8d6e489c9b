#pragma once

#include <string>
#include <string_view>

#include "data.h"
#include "gouji.h"

namespace gouji {

// The sources that a rule cites, in words; of a report's form, those that apply to it.
std::string basis_of(const data::rules_row& rule, Lang lang, std::string_view form = {});

}  // namespace gouji
