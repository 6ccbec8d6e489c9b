#include "text/position.h"

#include <algorithm>

namespace gouji {
namespace {

constexpr uint32_t kStep = 256;

// UTF-16 units that a byte of UTF-8 starts: two for a four-byte lead, none for a continuation.
constexpr uint32_t units(char c) {
  const auto b = static_cast<unsigned char>(c);
  return (b & 0xC0) == 0x80 ? 0 : b >= 0xF0 ? 2 : 1;
}

}  // namespace

Positions::Positions(std::string_view text) : text_(text) {
  every_.reserve(text.size() / kStep + 1);
  lines_.push_back(0);
  for (uint32_t i = 0; i < text.size(); ++i) {
    if (i % kStep == 0) every_.push_back(total_);
    total_ += units(text[i]);
    const bool ends = text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.size() || text[i + 1] != '\n'));
    if (ends) lines_.push_back(i + 1);
  }
}

uint32_t Positions::utf16(uint32_t byte) const {
  if (byte >= text_.size()) return total_;
  uint32_t at = byte / kStep * kStep, sum = every_[byte / kStep];
  for (; at < byte; ++at) sum += units(text_[at]);
  return sum;
}

Positions::Place Positions::place(uint32_t byte) const {
  const auto after = std::upper_bound(lines_.begin(), lines_.end(), byte);
  const uint32_t start = *(after - 1);
  return {uint32_t(after - lines_.begin()), utf16(byte) - utf16(start) + 1};
}

Span Positions::line_of(uint32_t byte) const {
  const auto after = std::upper_bound(lines_.begin(), lines_.end(), byte);
  const uint32_t start = *(after - 1);
  uint32_t end = after == lines_.end() ? uint32_t(text_.size()) : *after;
  while (end > start && (text_[end - 1] == '\n' || text_[end - 1] == '\r')) --end;
  return {start, end};
}

}  // namespace gouji
