// UTF-8 as the bytes of a file in another encoding.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "text/decode.h"

namespace gouji::test {

// nullopt where a character has no place in the encoding. `mark`: a byte-order mark leads, where the encoding has one.
std::optional<std::string> encoded(std::string_view utf8, Encoding encoding, bool mark = false);

// What comes of bytes that somebody takes for Latin-1, as UTF-8.
std::string as_latin1(std::string_view bytes);

}  // namespace gouji::test
