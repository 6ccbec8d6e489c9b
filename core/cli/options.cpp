#include "cli/options.h"

#include <charconv>
#include <thread>

namespace gouji::cli {
namespace {

std::optional<Format> format_named(std::string_view name) {
  constexpr std::pair<std::string_view, Format> kFormats[] = {{"text", Format::text},
                                                              {"json", Format::json},
                                                              {"ndjson", Format::ndjson},
                                                              {"sarif", Format::sarif},
                                                              {"csv", Format::csv}};
  for (const auto& [n, f] : kFormats)
    if (n == name) return f;
  return std::nullopt;
}

std::optional<Severity> severity_named(std::string_view name) {
  constexpr std::pair<std::string_view, Severity> kSeverities[] = {
      {"error", Severity::error}, {"warning", Severity::warning}, {"info", Severity::info}, {"off", Severity::off}};
  for (const auto& [n, s] : kSeverities)
    if (n == name) return s;
  return std::nullopt;
}

}  // namespace

std::optional<CheckOptions> parse_check(const std::vector<std::string>& arguments, std::string& error) {
  CheckOptions out;
  std::vector<Severity> severities;
  bool only_files = false;
  for (size_t i = 0; i < arguments.size(); ++i) {
    std::string name = arguments[i];
    if (only_files || name.size() < 2 || name[0] != '-') {
      out.files.push_back(name);
      continue;
    }
    if (name == "--") {
      only_files = true;
      continue;
    }
    std::optional<std::string> value;
    if (const size_t equals = name.find('=');
        equals != std::string::npos && name.substr(0, 2) == "--" && name.substr(0, equals) != "--rule") {
      value = name.substr(equals + 1);
      name.erase(equals);
    } else if (name.substr(0, 7) == "--rule=") {
      value = name.substr(7);
      name = "--rule";
    }
    const bool known =
        name == "--format" || name == "--lang" || name == "--rule" || name == "--jobs" || name == "--previous";
    if (!known) {
      error = "没有 " + name + " 这个选项；运行 gouji --help 看有哪些。";
      return std::nullopt;
    }
    if (!value) {
      if (++i == arguments.size()) {
        error = name + " 后面要有一个值。";
        return std::nullopt;
      }
      value = arguments[i];
    }
    if (name == "--format") {
      const auto format = format_named(*value);
      if (!format) {
        error = "--format 可以是 text、json、ndjson、sarif、csv，不能是“" + *value + "”。";
        return std::nullopt;
      }
      out.format = *format;
    } else if (name == "--lang") {
      if (*value != "zh" && *value != "en") {
        error = "--lang 可以是 zh 或 en，不能是“" + *value + "”。";
        return std::nullopt;
      }
      out.lang = *value == "zh" ? Lang::zh : Lang::en;
    } else if (name == "--jobs") {
      unsigned jobs = 0;
      const auto [end, code] = std::from_chars(value->data(), value->data() + value->size(), jobs);
      if (code != std::errc() || end != value->data() + value->size() || jobs == 0 || jobs > 1024) {
        error = "--jobs 要一个 1 到 1024 的整数，不能是“" + *value + "”。";
        return std::nullopt;
      }
      out.jobs = jobs;
    } else if (name == "--previous") {
      if (out.previous) {
        error = "--previous 只能写一次：上年的报告只有一份。";
        return std::nullopt;
      }
      out.previous = *value;
    } else {
      const size_t equals = value->find('=');
      const std::string id = value->substr(0, equals);
      const auto severity = equals == std::string::npos ? std::nullopt : severity_named(value->substr(equals + 1));
      if (!known_rule(id)) {
        error = "没有 " + id + " 这条规则；运行 gouji rules 看有哪些。";
        return std::nullopt;
      }
      if (!severity) {
        error = "--rule 写作 ID=error、ID=warning、ID=info 或 ID=off，不能是“" + *value + "”。";
        return std::nullopt;
      }
      out.rule_ids.push_back(id);
      severities.push_back(*severity);
    }
  }
  if (out.files.empty()) out.files.push_back("-");
  for (size_t i = 0; i < out.rule_ids.size(); ++i) out.rules.push_back({out.rule_ids[i], severities[i]});
  return out;
}

}  // namespace gouji::cli
