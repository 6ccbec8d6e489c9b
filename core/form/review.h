// 表四 行政复议、行政诉讼情况: 国办公开办函〔2021〕30号 and 国办公开办函〔2019〕60号 alike; and the arrangements in
// which web pages print its one line of fifteen figures.
#pragma once

#include "form/schema.h"

namespace gouji::form {

inline constexpr Column kResults[] = {
    {"upheld", "结果维持", "upheld"},
    {"corrected", "结果纠正", "corrected"},
    {"other", "其他结果", "other result"},
    {"pending", "尚未审结", "pending"},
    {"total", "总计", "total"},
};
inline constexpr uint8_t kFive[] = {0, 1, 2, 3, 4};
inline constexpr std::string_view kAll[] = {"total"};
inline constexpr Row kReviewRows[] = {
    {"reconsideration", "行政复议", "行政复议", "reconsideration", kFive},
    {"direct", "未经复议直接起诉", "未经复议直接起诉", "litigation without reconsideration", kFive},
    {"after", "复议后起诉", "复议后起诉", "litigation after reconsideration", kFive},
};
inline constexpr std::string_view kFourResults[] = {"upheld", "corrected", "other", "pending"};
inline constexpr Identity kReviewIdentities[] = {
    {"review.sum", "结果维持 + 结果纠正 + 其他结果 + 尚未审结 = 总计", "upheld + corrected + other + pending = total",
     Along::columns, kFourResults, kAll, "total"},
};
inline constexpr std::string_view kReviewHeader[] = {
    "行政复议", "行政诉讼", "未经复议直接起诉", "复议后起诉", "结果维持", "结果纠正", "其他结果",
    "尚未审结", "总计",     "结果维持",         "结果纠正",   "其他结果", "尚未审结", "总计",
    "结果维持", "结果纠正", "其他结果",         "尚未审结",   "总计"};
inline constexpr TableForm kReview{"review",
                                   "",
                                   "复议诉讼情况表",
                                   "table of reviews and lawsuits",
                                   Printed::one_line,
                                   kReviewRows,
                                   kResults,
                                   kReviewIdentities,
                                   "",
                                   "",
                                   kReviewHeader};
static_assert(well_formed(kReview));

// 行政复议, 未经复议直接起诉 and 复议后起诉 each on a line of its own.
inline constexpr Row kReviewLines[] = {
    {"reconsideration", "行政复议", "行政复议", "reconsideration", kFive},
    {"", "行政诉讼", "", "", {}},
    {"direct", "未经复议直接起诉", "未经复议直接起诉", "litigation without reconsideration", kFive},
    {"after", "复议后起诉", "复议后起诉", "litigation after reconsideration", kFive},
};
inline constexpr CellOf kByLine[] = {{0, 0}, {0, 1}, {0, 2}, {0, 3}, {0, 4}, {1, 0}, {1, 1}, {1, 2},
                                     {1, 3}, {1, 4}, {2, 0}, {2, 1}, {2, 2}, {2, 3}, {2, 4}};
inline constexpr TableForm kReviewByLine{"review",
                                         "",
                                         "复议诉讼情况表",
                                         "table of reviews and lawsuits",
                                         Printed::line_by_row,
                                         kReviewLines,
                                         kResults,
                                         {},
                                         "",
                                         "",
                                         {},
                                         &kReview,
                                         kByLine};
static_assert(well_formed(kReviewByLine));

// The results down the side, the three kinds across.
inline constexpr Column kReviewKinds[] = {
    {"reconsideration", "行政复议", "reconsideration"},
    {"direct", "未经复议直接起诉", "litigation without reconsideration"},
    {"after", "复议后起诉", "litigation after reconsideration"},
};
inline constexpr uint8_t kThree[] = {0, 1, 2};
inline constexpr Row kReviewResults[] = {
    {"upheld", "结果维持", "结果维持", "upheld", kThree},
    {"corrected", "结果纠正", "结果纠正", "corrected", kThree},
    {"other", "其他结果", "其他结果", "other result", kThree},
    {"pending", "尚未审结", "尚未审结", "pending", kThree},
    {"total", "总计", "总计", "total", kThree},
};
inline constexpr CellOf kByResult[] = {{0, 0}, {1, 0}, {2, 0}, {0, 1}, {1, 1}, {2, 1}, {0, 2}, {1, 2},
                                       {2, 2}, {0, 3}, {1, 3}, {2, 3}, {0, 4}, {1, 4}, {2, 4}};
inline constexpr TableForm kReviewByResult{"review",
                                           "",
                                           "复议诉讼情况表",
                                           "table of reviews and lawsuits",
                                           Printed::line_by_row,
                                           kReviewResults,
                                           kReviewKinds,
                                           {},
                                           "",
                                           "",
                                           {},
                                           &kReview,
                                           kByResult};
static_assert(well_formed(kReviewByResult));

// A list of fifteen lines.
inline constexpr Column kCount[] = {{"count", "件数", "count"}};
inline constexpr uint8_t kOneFigure[] = {0};
inline constexpr Row kReviewItems[] = {
    {"", "行政复议", "", "", {}},
    {"reconsideration.upheld", "结果维持", "行政复议·结果维持", "reconsideration: upheld", kOneFigure},
    {"reconsideration.corrected", "结果纠正", "行政复议·结果纠正", "reconsideration: corrected", kOneFigure},
    {"reconsideration.other", "其他结果", "行政复议·其他结果", "reconsideration: other result", kOneFigure},
    {"reconsideration.pending", "尚未审结", "行政复议·尚未审结", "reconsideration: pending", kOneFigure},
    {"reconsideration.total", "总计", "行政复议·总计", "reconsideration: total", kOneFigure},
    {"", "行政诉讼", "", "", {}},
    {"", "未经复议直接起诉", "", "", {}},
    {"direct.upheld", "结果维持", "未经复议直接起诉·结果维持", "direct: upheld", kOneFigure},
    {"direct.corrected", "结果纠正", "未经复议直接起诉·结果纠正", "direct: corrected", kOneFigure},
    {"direct.other", "其他结果", "未经复议直接起诉·其他结果", "direct: other result", kOneFigure},
    {"direct.pending", "尚未审结", "未经复议直接起诉·尚未审结", "direct: pending", kOneFigure},
    {"direct.total", "总计", "未经复议直接起诉·总计", "direct: total", kOneFigure},
    {"", "复议后起诉", "", "", {}},
    {"after.upheld", "结果维持", "复议后起诉·结果维持", "after: upheld", kOneFigure},
    {"after.corrected", "结果纠正", "复议后起诉·结果纠正", "after: corrected", kOneFigure},
    {"after.other", "其他结果", "复议后起诉·其他结果", "after: other result", kOneFigure},
    {"after.pending", "尚未审结", "复议后起诉·尚未审结", "after: pending", kOneFigure},
    {"after.total", "总计", "复议后起诉·总计", "after: total", kOneFigure},
};
inline constexpr TableForm kReviewList{"review",
                                       "",
                                       "复议诉讼情况表",
                                       "table of reviews and lawsuits",
                                       Printed::line_by_row,
                                       kReviewItems,
                                       kCount,
                                       {},
                                       "",
                                       "",
                                       {},
                                       &kReview,
                                       kByLine};
static_assert(well_formed(kReviewList));

}  // namespace gouji::form
