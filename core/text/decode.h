// Bytes of a file → UTF-8 text, with the encoding named. The core alone decodes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace gouji {

enum class Encoding : uint8_t { utf8, utf16le, utf16be, gb18030, big5 };

// As the WHATWG names it in results: "UTF-8", "GB18030" …
std::string_view name_of(Encoding e);

struct Decoded {
  std::string text;  // valid UTF-8 without a byte-order mark; U+FFFD for each maximal ill-formed subpart
  Encoding encoding = Encoding::utf8;
  uint32_t replaced = 0;  // how many U+FFFD stand for ill-formed bytes
  uint32_t wild = 0;      // how many control and private-use characters: the mark of binary data
};

// By a byte-order mark; else UTF-8 where the bytes are valid UTF-8 (a file cut within its last character is); else
// UTF-16 by its zero bytes; else GB18030 or Big5, whichever ICU's detector thinks likelier, GB18030 when unsure.
Decoded decode(std::string_view bytes);

// Bytes that are UTF-8 by promise: no sniffing, no byte-order mark taken off.
Decoded decode_utf8(std::string_view bytes);

}  // namespace gouji
