// 表三 收到和处理政府信息公开申请情况: 国办公开办函〔2021〕30号 and, but for the items of （六）其他处理,
// 国办公开办函〔2019〕 60号.
#pragma once

#include "form/schema.h"

namespace gouji::form {

inline constexpr Column kApplicants[] = {
    {"natural", "自然人", "natural persons"},
    {"business", "商业企业", "businesses"},
    {"research", "科研机构", "research institutions"},
    {"welfare", "社会公益组织", "public-welfare organisations"},
    {"legal", "法律服务机构", "legal-service organisations"},
    {"other", "其他", "others"},
    {"total", "总计", "total"},
};
inline constexpr uint8_t kSeven[] = {0, 1, 2, 3, 4, 5, 6};

// （一）至（五） are the same in both editions, and so are the rows before and after; （六）其他处理 is not.
inline constexpr Row kRowsBefore[] = {
    {"new", "一、本年新收政府信息公开申请数量", "一、本年新收", "1 received this year", kSeven},
    {"carried_in", "二、上年结转政府信息公开申请数量", "二、上年结转", "2 carried in", kSeven},
    {"granted", "（一）予以公开", "（一）予以公开", "granted", kSeven},
    {"partial", "（二）部分公开（区分处理的，只计这一情形，不计其他情形）", "（二）部分公开", "partly granted", kSeven},
    {"denied.state_secret", "1.属于国家秘密", "（三）1.国家秘密", "denied: state secret", kSeven},
    {"denied.law", "2.其他法律行政法规禁止公开", "（三）2.其他法律行政法规禁止公开", "denied: forbidden by law",
     kSeven},
    {"denied.safety", "3.危及“三安全一稳定”", "（三）3.三安全一稳定", "denied: security and stability", kSeven},
    {"denied.third_party", "4.保护第三方合法权益", "（三）4.第三方合法权益", "denied: rights of third parties", kSeven},
    {"denied.internal", "5.属于三类内部事务信息", "（三）5.三类内部事务", "denied: internal affairs", kSeven},
    {"denied.process", "6.属于四类过程性信息", "（三）6.四类过程性信息", "denied: deliberative material", kSeven},
    {"denied.enforcement", "7.属于行政执法案卷", "（三）7.行政执法案卷", "denied: enforcement files", kSeven},
    {"denied.query", "8.属于行政查询事项", "（三）8.行政查询事项", "denied: administrative queries", kSeven},
    {"unable.not_held", "1.本机关不掌握相关政府信息", "（四）1.本机关不掌握", "not held", kSeven},
    {"unable.creation", "2.没有现成信息需要另行制作", "（四）2.没有现成信息", "would have to be made", kSeven},
    {"unable.unclear", "3.补正后申请内容仍不明确", "（四）3.补正后仍不明确", "unclear after correction", kSeven},
    {"declined.complaint", "1.信访举报投诉类申请", "（五）1.信访举报投诉", "declined: complaint or petition", kSeven},
    {"declined.repeat", "2.重复申请", "（五）2.重复申请", "declined: repeated request", kSeven},
    {"declined.publication", "3.要求提供公开出版物", "（五）3.公开出版物", "declined: published matter", kSeven},
    {"declined.excessive", "4.无正当理由大量反复申请", "（五）4.大量反复申请", "declined: excessive requests", kSeven},
    {"declined.reissue", "5.要求行政机关确认或重新出具已获取信息", "（五）5.确认或重新出具",
     "declined: confirmation or reissue", kSeven},
};
inline constexpr Row kOther2021[] = {
    {"other.no_correction", "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", "（六）1.逾期不补正",
     "other: not corrected in time", kSeven},
    {"other.no_payment", "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
     "（六）2.逾期未缴费", "other: not paid in time", kSeven},
    {"other.other", "3.其他", "（六）3.其他", "other: other", kSeven},
};
inline constexpr Row kOther2019[] = {{"other", "（六）其他处理", "（六）其他处理", "other", kSeven}};
inline constexpr Row kRowsAfter[] = {
    {"total", "（七）总计", "（七）总计", "(7) total", kSeven},
    {"carried_out", "四、结转下年度继续办理", "四、结转下年度", "4 carried out", kSeven},
};
inline constexpr auto kApplicationRows2021 = joined(kRowsBefore, kOther2021, kRowsAfter);
inline constexpr auto kApplicationRows2019 = joined(kRowsBefore, kOther2019, kRowsAfter);

inline constexpr std::string_view kInflow[] = {"new", "carried_in"};
inline constexpr std::string_view kOutflow[] = {"total", "carried_out"};
inline constexpr std::string_view kTotal[] = {"total"};
inline constexpr std::string_view kOutcomes2021[] = {"granted",
                                                     "partial",
                                                     "denied.state_secret",
                                                     "denied.law",
                                                     "denied.safety",
                                                     "denied.third_party",
                                                     "denied.internal",
                                                     "denied.process",
                                                     "denied.enforcement",
                                                     "denied.query",
                                                     "unable.not_held",
                                                     "unable.creation",
                                                     "unable.unclear",
                                                     "declined.complaint",
                                                     "declined.repeat",
                                                     "declined.publication",
                                                     "declined.excessive",
                                                     "declined.reissue",
                                                     "other.no_correction",
                                                     "other.no_payment",
                                                     "other.other"};
inline constexpr std::string_view kOutcomes2019[] = {"granted",
                                                     "partial",
                                                     "denied.state_secret",
                                                     "denied.law",
                                                     "denied.safety",
                                                     "denied.third_party",
                                                     "denied.internal",
                                                     "denied.process",
                                                     "denied.enforcement",
                                                     "denied.query",
                                                     "unable.not_held",
                                                     "unable.creation",
                                                     "unable.unclear",
                                                     "declined.complaint",
                                                     "declined.repeat",
                                                     "declined.publication",
                                                     "declined.excessive",
                                                     "declined.reissue",
                                                     "other"};
inline constexpr std::string_view kKinds[] = {"natural", "business", "research", "welfare", "legal", "other"};

inline constexpr Identity kApplicationIdentities2021[] = {
    {"applications.balance", "一 + 二 = 三（七） + 四", "1 + 2 = 3(7) + 4", Along::rows, kInflow, kOutflow, "total"},
    {"applications.column_sum", "（一）至（六）各行之和 = （七）总计", "sum of (1) to (6) = (7) total", Along::rows,
     kOutcomes2021, kTotal, "total"},
    {"applications.row_sum", "自然人 + 法人或其他组织五类 = 总计", "natural persons + organisations = total",
     Along::columns, kKinds, kTotal, "total"},
};
inline constexpr Identity kApplicationIdentities2019[] = {
    kApplicationIdentities2021[0],
    {"applications.column_sum", "（一）至（六）各行之和 = （七）总计", "sum of (1) to (6) = (7) total", Along::rows,
     kOutcomes2019, kTotal, "total"},
    kApplicationIdentities2021[2],
};

inline constexpr std::string_view kGroups2021[] = {"本年度办理结果", "不予公开", "无法提供", "不予处理", "其他处理"};
inline constexpr std::string_view kGroups2019[] = {"本年度办理结果", "不予公开", "无法提供", "不予处理"};

inline constexpr TableForm kApplications2021{"applications",
                                             "2021",
                                             "申请办理情况表",
                                             "table of applications",
                                             Printed::line_by_row,
                                             kApplicationRows2021,
                                             kApplicants,
                                             kApplicationIdentities2021,
                                             "",
                                             "",
                                             {},
                                             nullptr,
                                             {},
                                             kGroups2021};
inline constexpr TableForm kApplications2019{"applications",
                                             "2019",
                                             "申请办理情况表",
                                             "table of applications",
                                             Printed::line_by_row,
                                             kApplicationRows2019,
                                             kApplicants,
                                             kApplicationIdentities2019,
                                             "",
                                             "",
                                             {},
                                             nullptr,
                                             {},
                                             kGroups2019};
static_assert(well_formed(kApplications2021) && well_formed(kApplications2019));

}  // namespace gouji::form
