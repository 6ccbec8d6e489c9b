// Tables as the HTML of sites and office programs.
#pragma once

#include "support/shape.h"

namespace gouji::test {

std::vector<std::string> print_markup(const Grid& grid, Shape shape, Random& random);

}  // namespace gouji::test
