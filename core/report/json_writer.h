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
    size_t written = 0;  // what needs no escape goes out in one piece
    for (size_t i = 0; i < text.size(); ++i) {
      const auto b = static_cast<unsigned char>(text[i]);
      if (b >= 0x20 && b != '"' && b != '\\') continue;
      out_.append(text, written, i - written);
      written = i + 1;
      escaped(b);
    }
    out_.append(text, written);
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

  void reserve(size_t bytes) { out_.reserve(bytes); }
  std::string take() { return std::move(out_); }

 private:
  void escaped(unsigned char b) {
    out_ += '\\';
    if (b == '"' || b == '\\') {
      out_ += char(b);
    } else if (b == '\n') {
      out_ += 'n';
    } else if (b == '\t') {
      out_ += 't';
    } else if (b == '\r') {
      out_ += 'r';
    } else {
      constexpr char kHex[] = "0123456789abcdef";
      out_ += "u00";
      out_ += kHex[b >> 4];
      out_ += kHex[b & 15];
    }
  }

  void comma() {
    if (!first_ && !out_.empty() && out_.back() != ':') out_ += ',';
    first_ = false;
  }

  std::string out_;
  bool first_ = true;
};

}  // namespace gouji
