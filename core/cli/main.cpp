// gouji, the command line: the only part of gouji that reads files and prints.
#include <atomic>
#include <cstdio>
#include <cstring>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include <sys/stat.h>

#include "cli/options.h"
#include "cli/render.h"
#include "data.h"
#include "report/catalogue.h"
#include "report/json.h"

namespace gouji::cli {
namespace {

constexpr int kClean = 0, kErrors = 1, kUnchecked = 2;

constexpr char kHelp[] =
    "gouji（勾稽）——政府信息公开工作年度报告的勾稽核对，全部在本机完成\n"
    "\n"
    "  gouji check [选项] [文件…]   核对报告；文件写 - 或不写，读标准输入\n"
    "    --format text|json|ndjson|sarif|csv   输出格式（默认 text）\n"
    "    --previous 文件                       上年的报告，与它核对结转、存量和增减幅度\n"
    "    --lang zh|en                          文字用中文或英文（默认 zh）\n"
    "    --rule ID=error|warning|info|off      改变一条规则的轻重，可以写多次\n"
    "    --jobs N                              同时核对几个文件（默认 1）\n"
    "  gouji rules [--format json] [--lang zh|en]   所有规则\n"
    "  gouji explain 规则 [--lang zh|en]            一条规则：为什么、怎么改、依据、例子\n"
    "  gouji --version\n"
    "\n"
    "退出状态：0 没有错误；1 有错误；2 有文件没能核对（其余的照常核对）。\n";

int usage(const std::string& message) {
  std::fprintf(stderr, "gouji：%s\n", message.c_str());
  return kUnchecked;
}

// What a file holds, or why it could not be read.
struct Input {
  std::string bytes;
  std::string error;
  uint64_t size = 0;  // over the limit: as far as it is known
};

Input read_file(const std::string& path) {
  Input in;
  const bool standard = path == "-";
  struct stat status {};
  if (!standard && stat(path.c_str(), &status) == 0) {
    if (S_ISDIR(status.st_mode)) {
      in.error = "这是一个文件夹，不是文件。";
      return in;
    }
    if (S_ISREG(status.st_mode) && uint64_t(status.st_size) > kMaxBytes) {
      in.size = uint64_t(status.st_size);
      return in;
    }
  }
  std::FILE* const file = standard ? stdin : std::fopen(path.c_str(), "rb");
  if (file == nullptr) {
    in.error = std::string("打不开：") + std::strerror(errno) + "。请检查文件名和权限。";
    return in;
  }
  std::vector<char> buffer(1 << 16);
  while (const size_t n = std::fread(buffer.data(), 1, buffer.size(), file)) {
    in.bytes.append(buffer.data(), n);
    if (in.bytes.size() > kMaxBytes) {
      in.size = in.bytes.size();
      break;
    }
  }
  if (std::ferror(file) != 0) in.error = "读到一半出错，没有核对。";
  if (!standard) std::fclose(file);
  return in;
}

// What to print for one file, and the exit status it calls for.
struct Output {
  std::string text;
  int status = kClean;
  std::string error;  // for standard error
};

Output check_file(const std::string& path, const CheckOptions& o, const std::optional<std::string>& previous) {
  const Input in = read_file(path);
  Options options;
  options.name = path;
  options.lang = o.lang;
  options.rules = o.rules;
  options.previous = previous;
  Result r;
  if (!in.error.empty()) {
    r.name = path;
    r.failure = Failure{"unreadable", in.error};
  } else {
    r = in.size > kMaxBytes ? too_large(in.size, options) : check(in.bytes, options);
  }
  Output out;
  out.status = r.failure || r.previous_unread ? kUnchecked : r.errors > 0 ? kErrors : kClean;
  if (r.failure && (o.format == Format::csv || o.format == Format::sarif || o.format == Format::text))
    out.error = path + "：" + r.failure->message;
  switch (o.format) {
    case Format::text: out.text = r.failure ? "" : to_text(r, o.lang); break;
    case Format::json:
    case Format::ndjson: out.text = to_json(r); break;
    case Format::sarif: out.text = to_sarif_results(r); break;
    case Format::csv: out.text = to_csv(r, o.lang); break;
  }
  return out;
}

// Checks the files, `jobs` at a time, and hands on each output in the order of the files.
template <typename F>
void check_all(const CheckOptions& o, const std::optional<std::string>& previous, F print) {
  std::vector<std::optional<Output>> done(o.files.size());
  std::atomic<size_t> next = 0;
  std::mutex lock;
  size_t printed = 0;
  const auto work = [&] {
    for (size_t i = next++; i < o.files.size(); i = next++) {
      Output out = check_file(o.files[i], o, previous);
      const std::lock_guard<std::mutex> held(lock);
      done[i] = std::move(out);
      for (; printed < done.size() && done[printed]; ++printed) {
        print(printed, *done[printed]);
        done[printed]->text = std::string();
      }
    }
  };
  std::vector<std::thread> threads;
  for (unsigned t = 1; t < o.jobs && t < o.files.size(); ++t) threads.emplace_back(work);
  work();
  for (std::thread& t : threads) t.join();
}

void put(std::string_view text) { std::fwrite(text.data(), 1, text.size(), stdout); }

int run_check(const std::vector<std::string>& arguments) {
  std::string error;
  const std::optional<CheckOptions> o = parse_check(arguments, error);
  if (!o) return usage(error);
  std::optional<std::string> previous;
  if (o->previous) {
    Input in = read_file(*o->previous);
    if (in.size > kMaxBytes) in.error = "文件太大，上限是 256 MB。";
    if (!in.error.empty()) return usage("--previous 的报告 " + *o->previous + " " + in.error);
    previous = std::move(in.bytes);
  }
  int status = kClean;
  std::string sarif;
  bool any = false;
  if (o->format == Format::json) put("[");
  if (o->format == Format::csv) put(kCsvHeader);
  check_all(*o, previous, [&](size_t, const Output& out) {
    if (out.status > status) status = out.status;
    if (!out.error.empty()) std::fprintf(stderr, "%s\n", out.error.c_str());
    if (o->format == Format::sarif) {
      if (!out.text.empty() && !sarif.empty()) sarif += ',';
      sarif += out.text;
    } else {
      if (any && o->format == Format::json) put(",\n");
      if (any && o->format == Format::text && !out.text.empty()) put("\n");
      put(out.text);
      if (o->format == Format::ndjson) put("\n");
      any = any || !out.text.empty();
    }
  });
  if (o->format == Format::json) put("]\n");
  if (o->format == Format::sarif) put(sarif_run(sarif, o->lang));
  return status;
}

// The options that `rules` and `explain` share; what is left are the names.
bool parse_catalogue(const std::vector<std::string>& arguments, Lang& lang, bool& json, std::vector<std::string>& names,
                     std::string& error) {
  for (size_t i = 0; i < arguments.size(); ++i) {
    std::string name = arguments[i], value;
    if (name.substr(0, 2) != "--") {
      names.push_back(name);
      continue;
    }
    if (const size_t equals = name.find('='); equals != std::string::npos) {
      value = name.substr(equals + 1);
      name.erase(equals);
    } else if (i + 1 < arguments.size()) {
      value = arguments[++i];
    }
    if (name == "--lang" && (value == "zh" || value == "en")) {
      lang = value == "zh" ? Lang::zh : Lang::en;
    } else if (name == "--format" && (value == "json" || value == "text")) {
      json = value == "json";
    } else {
      error = "不认识 " + name + " " + value + "；运行 gouji --help 看有哪些选项。";
      return false;
    }
  }
  return true;
}

std::string_view severity_name(std::string_view severity, bool zh) {
  if (!zh) return severity;
  return severity == "error" ? "错误" : severity == "warning" ? "提醒" : "提示";
}

std::string indented(std::string_view text) {
  std::string out = "  ";
  for (const char c : text) {
    out += c;
    if (c == '\n') out += "  ";
  }
  return out + "\n";
}

int run_rules(const std::vector<std::string>& arguments) {
  Lang lang = Lang::zh;
  bool json = false;
  std::vector<std::string> names;
  std::string error;
  if (!parse_catalogue(arguments, lang, json, names, error)) return usage(error);
  if (!names.empty()) return usage("rules 不要文件名；要看一条规则，用 gouji explain " + names[0] + "。");
  if (json) {
    put(rules_json(lang) + "\n");
    return kClean;
  }
  const bool zh = lang == Lang::zh;
  for (const data::rules_row& r : data::rules) {
    std::string line(r.id);
    line.resize(line.size() < 28 ? 28 : line.size() + 1, ' ');
    put(line + std::string(severity_name(r.severity, zh)) + "  " + std::string(zh ? r.title_zh : r.title_en) + "\n");
  }
  return kClean;
}

int run_explain(const std::vector<std::string>& arguments) {
  Lang lang = Lang::zh;
  bool json = false;
  std::vector<std::string> names;
  std::string error;
  if (!parse_catalogue(arguments, lang, json, names, error)) return usage(error);
  if (names.size() != 1) return usage("explain 后面写一条规则的名字，如 gouji explain applications.balance。");
  const bool zh = lang == Lang::zh;
  for (const data::rules_row& r : data::rules) {
    if (r.id != names[0]) continue;
    std::string out(r.id);
    out +=
        "  " + std::string(severity_name(r.severity, zh)) + "\n" + std::string(zh ? r.title_zh : r.title_en) + "\n\n";
    out += std::string(zh ? "为什么：" : "Why: ") + std::string(zh ? r.why_zh : r.why_en) + "\n";
    out += std::string(zh ? "怎么改：" : "Remedy: ") + std::string(zh ? r.remedy_zh : r.remedy_en) + "\n";
    out += std::string(zh ? "依据：" : "Basis: ") + basis_of(r, lang) + "\n\n";
    if (!r.previous.empty()) out += (zh ? "上年的报告：\n" : "Last year's report:\n") + indented(r.previous) + "\n";
    out += (zh ? "有问题的例子：\n" : "A bad example:\n") + indented(r.bad);
    out += (zh ? "\n没有问题的例子：\n" : "\nA good example:\n") + indented(r.good);
    put(out);
    return kClean;
  }
  return usage("没有 " + names[0] + " 这条规则；运行 gouji rules 看有哪些。");
}

int run(const std::vector<std::string>& arguments) {
  const std::string command = arguments.empty() ? "" : arguments[0];
  const std::vector<std::string> rest(arguments.begin() + (arguments.empty() ? 0 : 1), arguments.end());
  if (command == "check") return run_check(rest);
  if (command == "rules") return run_rules(rest);
  if (command == "explain") return run_explain(rest);
  if (command == "--version") {
    put("gouji " + std::string(version()) + "\n");
    return kClean;
  }
  if (command == "--help" || command == "-h" || command == "help") {
    put(kHelp);
    return kClean;
  }
  std::fputs(kHelp, stderr);
  return kUnchecked;
}

}  // namespace
}  // namespace gouji::cli

int main(int argc, char** argv) { return gouji::cli::run(std::vector<std::string>(argv + 1, argv + argc)); }
