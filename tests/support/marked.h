// Spans written into the text of a test: "结转下年度 [[3]]" is the text without the brackets, and where the 3 stands.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace gouji::test {

struct Marked {
  std::string text;
  std::vector<Span> spans;
};

inline Marked marked(std::string_view with_marks) {
  Marked out;
  uint32_t open = 0;
  for (size_t i = 0; i < with_marks.size();) {
    const std::string_view two = with_marks.substr(i, 2);
    if (two == "[[") {
      open = uint32_t(out.text.size());
      i += 2;
    } else if (two == "]]") {
      out.spans.push_back({open, uint32_t(out.text.size())});
      i += 2;
    } else {
      out.text += with_marks[i++];
    }
  }
  return out;
}

}  // namespace gouji::test
