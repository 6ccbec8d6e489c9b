// The one place where offsets into UTF-8 become what the outside counts in: UTF-16 code units, lines and columns.
#pragma once

#include <string_view>
#include <vector>

#include "text/span.h"

namespace gouji {

class Positions {
 public:
  // `text` must outlive this. One pass.
  explicit Positions(std::string_view text);

  struct Place {
    uint32_t line, column;  // from 1; columns in UTF-16 code units
  };

  uint32_t utf16(uint32_t byte) const;  // offset in UTF-16 code units
  uint32_t characters() const { return total_; }
  Place place(uint32_t byte) const;   // a line ends at LF, CRLF or CR
  Span line_of(uint32_t byte) const;  // bytes of the line, without its end

 private:
  std::string_view text_;
  std::vector<uint32_t> every_;  // UTF-16 offset at each kStep bytes
  std::vector<uint32_t> lines_;  // first byte of each line
  uint32_t total_ = 0;
};

}  // namespace gouji
