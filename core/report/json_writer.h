// Writes JSON: keys in the order given, no spaces, UTF-8 as it is.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace gouji {

class JsonWriter {
 public:
  JsonWriter& open(char bracket) {
    comma();
    out_ += bracket;
    first_ = true;
    return *this;
  }
  JsonWriter& close(char bracket) {
    out_ += bracket;
    first_ = false;
    return *this;
  }
  JsonWriter& key(std::string_view name) {
    string(name);
    out_ += ':';
    first_ = true;
    return *this;
  }
  JsonWriter& string(std::string_view text) {
    comma();
    out_ += '"';
    for (const char c : text) {
      const auto b = static_cast<unsigned char>(c);
      if (c == '"' || c == '\\') {
        out_ += '\\';
        out_ += c;
      } else if (c == '\n') {
        out_ += "\\n";
      } else if (c == '\t') {
        out_ += "\\t";
      } else if (c == '\r') {
        out_ += "\\r";
      } else if (b < 0x20) {
        constexpr char kHex[] = "0123456789abcdef";
        out_ += "\\u00";
        out_ += kHex[b >> 4];
        out_ += kHex[b & 15];
      } else {
        out_ += c;
      }
    }
    out_ += '"';
    return *this;
  }
  // A number, true, false or null, as it is to stand.
  JsonWriter& literal(std::string_view text) {
    comma();
    out_ += text;
    return *this;
  }
  JsonWriter& number(uint64_t n) { return literal(std::to_string(n)); }
  JsonWriter& null() { return literal("null"); }

  std::string take() { return std::move(out_); }

 private:
  void comma() {
    if (!first_ && !out_.empty() && out_.back() != ':') out_ += ',';
    first_ = false;
  }

  std::string out_;
  bool first_ = true;
};

}  // namespace gouji
