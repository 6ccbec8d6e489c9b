// Folding: one spelling for what is the same (全角 and 半角, compatibility forms, line ends), so that everything after
// it matches plain strings. All reading runs on folded text, all reporting on the decoded text that it maps back to.
#pragma once

#include <string_view>

#include "text/mapped_text.h"

namespace gouji {

// Appends the folded `text` to `out`; `at` is where `text` starts in the source that `out` maps back to.
//
// Unicode NFKC (１２ → 12, （ → (, ⼀ → 一), with these exceptions: characters without width or of direction are left
// out; CRLF, CR, NEL, LS, PS, form feed and vertical tab become one LF; and what NFKC would turn into digits that
// nobody wrote (¹ ① ⑴ ½ ㎡ ㋀) stays as it is. No digit of the folded text is anything but a decimal digit of the
// source.
void fold(std::string_view text, uint32_t at, MappedText& out);

}  // namespace gouji
