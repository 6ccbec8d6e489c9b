#include "rules/messages.h"

#include "data.h"

namespace gouji {

std::string message(std::string_view key, Lang lang, Holes holes) {
  std::string_view text = key;
  for (const data::messages_row& m : data::messages)
    if (m.key == key) text = lang == Lang::zh ? m.zh : m.en;
  std::string out;
  while (!text.empty()) {
    const size_t open = text.find('{');
    out += text.substr(0, open);
    if (open == std::string_view::npos) break;
    const size_t close = text.find('}', open);
    if (close == std::string_view::npos) break;
    const std::string_view name = text.substr(open + 1, close - open - 1);
    for (const auto& [hole, value] : holes)
      if (hole == name) out += value;
    text.remove_prefix(close + 1);
  }
  return out;
}

std::string joined(std::string first, std::string_view second, Lang lang) {
  if (lang == Lang::en && !first.empty() && !second.empty()) first += ' ';
  return first.append(second);
}

}  // namespace gouji
