#include <doctest/doctest.h>

#include <ctime>

#include "report/json.h"
#include "support/examples.h"

using namespace gouji;

namespace {

std::string code_of(std::string_view bytes) {
  const Result r = check(bytes, {});
  return r.failure ? std::string(r.failure->code) : "a report";
}

std::string noise(size_t size) {
  std::string out;
  uint32_t state = 12345;
  for (size_t i = 0; i < size; ++i) {
    state = state * 1664525 + 1013904223;
    out += char(state >> 24);
  }
  return out;
}

}  // namespace

TEST_CASE("what is no report is said to be none, in one sentence") {
  CHECK(code_of("") == "empty");
  CHECK(code_of(" \r\n\t　\n") == "empty");
  CHECK(code_of("\xEF\xBB\xBF") == "empty");
  CHECK(code_of("今天天气不错，收到申请 16 件。") == "not_a_report");
  CHECK(code_of("hello 12") == "not_a_report");
  CHECK(code_of(noise(20000)) == "unreadable");
  CHECK(code_of(std::string(1000, '\0')) == "unreadable");
  CHECK(code_of("PK\x03\x04 docx") == "unreadable");
  CHECK(code_of("%PDF-1.4") == "unreadable");
  CHECK(code_of("示例县2024年政府信息公开工作年度报告") == "a report");
  CHECK(code_of("三、收到和处理政府信息公开申请情况\n") == "a report");
  CHECK(code_of(test::good_example("review.sum")) == "a report");
  const Result big = too_large(300u << 20, {.name = "big.txt"});
  REQUIRE(big.failure);
  CHECK(big.failure->code == "too_large");
  CHECK(to_json(big).find("300 MB") != std::string::npos);
}

TEST_CASE("garbled text is told from text that is no report") {
  const auto said = [](std::string_view text) {
    const Result r = check(text, {.lang = Lang::en});
    return r.failure ? std::string(r.failure->code) + ": " + r.failure->message : std::string();
  };
  CHECK(said("鏀垮簻淇℃伅鍏")
            .find("unreadable: This is garbled: the text is in UTF-8 and was opened as if it were "
                  "GB18030") == 0);
  CHECK(said("Õþ¸®ÐÅÏ¢¹«¿ª").find("in GB18030 and was opened as if it were Latin-1") != std::string::npos);
  CHECK(said("锟斤拷锟斤拷锟斤拷").find("lost") != std::string::npos);
  CHECK(said("\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD 2024").find("lost") != std::string::npos);
  CHECK(said(noise(20000)).find("garbled") == std::string::npos);
}

TEST_CASE("odd strings do no harm") {
  const std::string table = test::good_example("applications.cell");
  const std::pair<std::string_view, std::string> kInputs[] = {
      {"only tabs", std::string(5000, '\t')},
      {"only pipes", std::string(5000, '|')},
      {"only brackets", std::string(5000, '(')},
      {"only digits", std::string(5000, '7')},
      {"only lone markup",
       [] {
         std::string s;
         for (int i = 0; i < 3000; ++i) s += "<a '";
         return s;
       }()},
      {"html never closed", "<table><tr><td>" + table},
      {"references",
       [] {
         std::string s = "<table>";
         for (int i = 0; i < 3000; ++i) s += "&#";
         return s;
       }()},
      {"a number of many digits", "（七）总计\t" + std::string(4000, '9') + "\n" + table},
      {"labels only",
       [] {
         std::string s;
         for (int i = 0; i < 500; ++i) s += "予以公开部分公开重复申请";
         return s;
       }()},
      {"NUL in a table", table + std::string(3, '\0') + table},
  };
  for (const auto& each : kInputs) {  // no structured binding: clang 14 does not let CAPTURE have one
    const auto& name = each.first;
    const auto& input = each.second;
    CAPTURE(name);
    CHECK_FALSE(check_json(input, {}).empty());
    CHECK_FALSE(text_of(input).size() > input.size() * 3 + 16);
  }
}

// Time is linear in the input, whatever the input: the ratio of two sizes in one run, with room for a busy machine.
TEST_CASE("time is linear in the input") {
  const std::string table = test::good_example("applications.cell"), report = test::good_example("structure.title");
  const auto repeated = [](const std::string& piece, size_t size) {
    std::string out;
    while (out.size() < size) out += piece;
    return out;
  };
  const std::pair<std::string_view, std::string> kPieces[] = {
      {"narrative", "全年收到政府信息公开申请16件，予以公开3件，行政复议0件，行政许可1260件。\n"},
      {"labels without numbers", "予以公开部分公开属于国家秘密重复申请行政许可行政处罚"},
      {"tables", table},
      {"reports", report},
      {"numbers", "12 0 7 1,234 \t - / "},
      {"a table, then numbers", "0\t0\t0\t"},
      {"review headers", "行政复议行政诉讼未经复议直接起诉复议后起诉结果维持结果纠正其他结果尚未审结总计"},
      {"markup", "<table><tr><td>予以公开</td><td>3</td>"},
      {"open tags", "<td '"},
      {"brackets", "（（（1"},
      {"brackets on one line", "行政许可((((((("},
      {"a table, then marks", "-"},
      {"a table, then brackets", "("},
      {"titles never closed", "<table><title>"},
      {"full width", "１２，３４５　（一）"},
      {"headings", "一、总体情况\n"},
      {"titles", "示例县2024年政府信息公开工作年度报告\n"},
      {"damaged", "\xE4\xB8"},
  };
  for (const auto& each : kPieces) {
    const auto& name = each.first;
    const auto& piece = each.second;
    CAPTURE(name);
    // Between two labels that stand close in 汉字, so that it is read as part of the table.
    const bool within = name.substr(0, 7) == "a table";
    const size_t middle = table.find("2.重复申请");
    const std::string head = within ? table.substr(0, middle) : "", tail = within ? ")\n" + table.substr(middle) : "";
    const auto seconds = [&](size_t size) {
      const std::string text = head + repeated(piece, size) + tail;
      double best = 1e9;
      for (int run = 0; run < 3; ++run) {
        const std::clock_t start = std::clock();  // of the processor: another program at work does not count
        const volatile size_t length = check_json(text, {}).size();
        (void)length;
        best = std::min(best, double(std::clock() - start) / CLOCKS_PER_SEC);
      }
      return best;
    };
    const double ratio = seconds(800'000) / std::max(seconds(200'000), 1e-3);
    CAPTURE(ratio);
    CHECK(ratio < 9);  // 4 if linear, 16 if squared
  }
}
