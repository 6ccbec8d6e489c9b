#define DOCTEST_CONFIG_IMPLEMENT
#include <doctest/doctest.h>

#include <cstdio>
#include <string_view>

#include "support/inputs.h"

// doctest's own main, but for saying which cases it was told to leave out: CTest does so with sanitizers and as
// WebAssembly (CMakeLists.txt).
int main(int argc, char** argv) {
  gouji::test::keep_pages();
  constexpr std::string_view exclude = "--test-case-exclude=";
  for (int i = 1; i < argc; ++i) {
    const std::string_view option = argv[i];
    if (option.substr(0, exclude.size()) != exclude) continue;
    std::printf("left out: cases that only the native run has: %s\n", argv[i] + exclude.size());
    std::fflush(stdout);
  }
  return doctest::Context(argc, argv).run();
}
