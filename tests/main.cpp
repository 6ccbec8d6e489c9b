#define DOCTEST_CONFIG_IMPLEMENT
#include <doctest/doctest.h>

#include <cstdio>
#include <string_view>

#ifdef __GLIBC__
#include <malloc.h>
#endif

// doctest's own main, but for saying which cases it was told to leave out: CTest does so with sanitizers and as
// WebAssembly (CMakeLists.txt).
int main(int argc, char** argv) {
#ifdef __GLIBC__
  // What is freed stays with the process: where time is measured, a long text would pay for pages that a short one, read
  // over and over, has once and for all.
  mallopt(M_TRIM_THRESHOLD, -1);
  mallopt(M_MMAP_THRESHOLD, 32 << 20);
#endif
  constexpr std::string_view exclude = "--test-case-exclude=";
  for (int i = 1; i < argc; ++i) {
    const std::string_view option = argv[i];
    if (option.substr(0, exclude.size()) != exclude) continue;
    std::printf("left out: cases that only the native run has: %s\n", argv[i] + exclude.size());
    std::fflush(stdout);
  }
  return doctest::Context(argc, argv).run();
}
