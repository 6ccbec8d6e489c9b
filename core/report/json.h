#pragma once

#include <string>

#include "report/result.h"

namespace gouji {

// One result as the contract prints it, without a line end.
std::string to_json(const Result& result);

}  // namespace gouji
