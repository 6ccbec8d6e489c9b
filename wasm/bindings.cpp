// The whole boundary: bytes in, bytes out. Everything behind it is plain C++ that the native tests cover, and gouji.mjs
// before it is what callers see.
//
// No strings of JavaScript cross here: Embind tears lone surrogates and is several times slower. The caller writes its
// input's bytes into the view that input() gives and reads the answer's from the view that a function returns, which
// stands until the next call.
#include <emscripten/bind.h>

#include <algorithm>
#include <new>
#include <optional>
#include <vector>

#include "gouji.h"
#include "report/json.h"
#include "report/result.h"

namespace {

using emscripten::val;

struct Input {
  char* bytes = nullptr;
  size_t size = 0;
} held, last;  // the report, and last year's

std::string answer;

val view(std::string text) {
  answer = std::move(text);
  return val(emscripten::typed_memory_view(answer.size(), reinterpret_cast<const unsigned char*>(answer.data())));
}

void release() {
  std::free(held.bytes);
  std::free(last.bytes);
  held = last = {};
  answer = std::string();
}

// Room for `size` bytes, as a view to write them into, or null where there is no memory left: malloc says so, while
// `new` without exceptions would end the program.
val room(Input& in, size_t size) {
  in.bytes = static_cast<char*>(std::malloc(size + 1));
  if (in.bytes == nullptr) return val::null();
  in.size = size;
  return val(emscripten::typed_memory_view(size, reinterpret_cast<unsigned char*>(in.bytes)));
}

// Of the input, which comes first, and of last year's report.
val input(size_t size) {
  release();
  return room(held, size);
}
val previous(size_t size) { return room(last, size); }

std::optional<gouji::Severity> severity_of(std::string_view name) {
  constexpr std::string_view kNames[] = {"off", "info", "warning", "error"};  // in the order of the enumeration
  for (size_t i = 0; i < std::size(kNames); ++i)
    if (name == kNames[i]) return gouji::Severity(i);
  return std::nullopt;
}

// "id\0severity\0id\0severity\0"; a severity that there is not leaves the rule as it is.
std::vector<gouji::RuleSetting> settings_of(std::string_view packed) {
  std::vector<gouji::RuleSetting> out;
  const auto next = [&packed] {
    const size_t end = packed.find('\0');
    const std::string_view word = packed.substr(0, end);
    packed.remove_prefix(end == std::string_view::npos ? packed.size() : end + 1);
    return word;
  };
  while (!packed.empty()) {
    const std::string_view id = next();
    if (const std::optional<gouji::Severity> severity = severity_of(next())) out.push_back({id, *severity});
  }
  return out;
}

gouji::Lang lang_of(bool english) { return english ? gouji::Lang::en : gouji::Lang::zh; }

// The input's bytes were written into input()'s view, or `size` is over the limit and there are none to look at; the
// same goes for last year's report, which there is if its size is not negative.
val check(double size, bool is_text, bool english, const std::string& name, const std::string& rules, double last_size,
          bool last_is_text) {
  const std::vector<gouji::RuleSetting> settings = settings_of(rules);
  gouji::Options options{.name = name, .lang = lang_of(english), .rules = settings, .is_text = is_text};
  options.previous_is_text = last_is_text;
  if (last_size >= 0)
    options.previous = std::string_view(last.bytes, size_t(std::min(last_size, double(gouji::kMaxBytes) + 1)));
  const auto bytes = static_cast<uint64_t>(size);
  if (bytes > gouji::kMaxBytes) return view(gouji::to_json(gouji::too_large(bytes, options)));
  return view(gouji::check_json({held.bytes, held.size}, options));
}

val text_of() { return view(gouji::text_of({held.bytes, held.size})); }

val rules(bool english) { return view(gouji::rules_json(lang_of(english))); }

val version() { return view(std::string(gouji::version())); }

double max_bytes() { return double(gouji::kMaxBytes); }

}  // namespace

EMSCRIPTEN_BINDINGS(gouji) {
  emscripten::function("input", &input);
  emscripten::function("previous", &previous);
  emscripten::function("release", &release);
  emscripten::function("check", &check);
  emscripten::function("textOf", &text_of);
  emscripten::function("rules", &rules);
  emscripten::function("version", &version);
  emscripten::function("maxBytes", &max_bytes);
}
