// 政府信息公开情况统计表, the annex of the reports for 2014 to 2018: 国办发〔2014〕32号.
#pragma once

#include "form/disclosure.h"
#include "form/schema.h"

namespace gouji::form {

inline constexpr Column kFigure[] = {{"value", "统计数", "figure"}};
inline constexpr uint8_t kOne[] = {0};

inline constexpr Row kStatisticsRows[] = {
    {"", "一、主动公开情况", "", "", kHeading},
    {"disclosed", "（一）主动公开政府信息数（不同渠道和方式公开相同信息计1条）", "主动公开政府信息数",
     "information disclosed", kOne},
    {"disclosed.normative", "其中：主动公开规范性文件数", "主动公开规范性文件数", "normative documents disclosed",
     kOne},
    {"normative.issued", "制发规范性文件总数", "制发规范性文件总数", "normative documents issued", kOne},
    {"", "（二）通过不同渠道和方式公开政府信息的情况", "", "", kHeading},
    {"channel.gazette", "1.政府公报公开政府信息数", "政府公报公开数", "by gazette", kOne},
    {"channel.website", "2.政府网站公开政府信息数", "政府网站公开数", "by website", kOne},
    {"channel.weibo", "3.政务微博公开政府信息数", "政务微博公开数", "by Weibo", kOne},
    {"channel.wechat", "4.政务微信公开政府信息数", "政务微信公开数", "by WeChat", kOne},
    {"channel.other", "5.其他方式公开政府信息数", "其他方式公开数", "by other means", kOne},
    {"", "二、回应解读情况", "", "", kHeading},
    {"responses", "（一）回应公众关注热点或重大舆情数（不同方式回应同一热点或舆情计1次）", "回应热点或舆情数",
     "responses to public concern", kOne},
    {"", "（二）通过不同渠道和方式回应解读的情况", "", "", kHeading},
    {"response.press", "1.参加或举办新闻发布会总次数", "新闻发布会次数", "press conferences", kOne},
    {"response.press.leader", "其中：主要负责同志参加新闻发布会次数", "主要负责同志参加新闻发布会次数",
     "press conferences with the head", kOne},
    {"response.interview", "2.政府网站在线访谈次数", "在线访谈次数", "online interviews", kOne},
    {"response.interview.leader", "其中：主要负责同志参加政府网站在线访谈次数", "主要负责同志参加在线访谈次数",
     "online interviews with the head", kOne},
    {"response.articles", "3.政策解读稿件发布数", "政策解读稿件数", "articles explaining policy", kOne},
    {"response.posts", "4.微博微信回应事件数", "微博微信回应事件数", "responses on social media", kOne},
    {"response.other", "5.其他方式回应事件数", "其他方式回应事件数", "other responses", kOne},
    {"", "三、依申请公开情况", "", "", kHeading},
    {"requests", "（一）收到申请数", "收到申请数", "requests received", kOne},
    {"requests.in_person", "1.当面申请数", "当面申请数", "in person", kOne},
    {"requests.fax", "2.传真申请数", "传真申请数", "by fax", kOne},
    {"requests.online", "3.网络申请数", "网络申请数", "online", kOne},
    {"requests.letter", "4.信函申请数", "信函申请数", "by letter", kOne},
    {"closed", "（二）申请办结数", "申请办结数", "requests closed", kOne},
    {"closed.on_time", "1.按时办结数", "按时办结数", "closed on time", kOne},
    {"closed.extended", "2.延期办结数", "延期办结数", "closed after extension", kOne},
    {"answered", "（三）申请答复数", "申请答复数", "requests answered", kOne},
    {"answered.public", "1.属于已主动公开范围数", "属于已主动公开范围数", "already public", kOne},
    {"answered.granted", "2.同意公开答复数", "同意公开答复数", "granted", kOne},
    {"answered.partial", "3.同意部分公开答复数", "同意部分公开答复数", "partly granted", kOne},
    {"answered.refused", "4.不同意公开答复数", "不同意公开答复数", "refused", kOne},
    {"refused.state_secret", "其中：涉及国家秘密", "不同意：涉及国家秘密", "refused: state secret", kOne},
    {"refused.trade_secret", "涉及商业秘密", "不同意：涉及商业秘密", "refused: trade secret", kOne},
    {"refused.privacy", "涉及个人隐私", "不同意：涉及个人隐私", "refused: privacy", kOne},
    {"refused.safety", "危及国家安全、公共安全、经济安全和社会稳定", "不同意：三安全一稳定",
     "refused: security and stability", kOne},
    {"refused.not_covered", "不是《条例》所指政府信息", "不同意：不是《条例》所指政府信息", "refused: not covered",
     kOne},
    {"refused.other_law", "法律法规规定的其他情形", "不同意：法律法规规定的其他情形", "refused: other law", kOne},
    {"answered.not_ours", "5.不属于本行政机关公开数", "不属于本行政机关公开数", "not ours to disclose", kOne},
    {"answered.nonexistent", "6.申请信息不存在数", "申请信息不存在数", "does not exist", kOne},
    {"answered.amend", "7.告知作出更改补充数", "告知作出更改补充数", "asked to amend", kOne},
    {"answered.other_channel", "8.告知通过其他途径办理数", "告知通过其他途径办理数", "referred elsewhere", kOne},
    {"reconsideration", "四、行政复议数量", "行政复议数量", "reconsiderations", kOne},
    {"reconsideration.upheld", "（一）维持具体行政行为数", "复议：维持", "reconsideration: upheld", kOne},
    {"reconsideration.corrected", "（二）被依法纠错数", "复议：被依法纠错", "reconsideration: corrected", kOne},
    {"reconsideration.other", "（三）其他情形数", "复议：其他情形", "reconsideration: other", kOne},
    {"litigation", "五、行政诉讼数量", "行政诉讼数量", "lawsuits", kOne},
    {"litigation.upheld", "（一）维持具体行政行为或者驳回原告诉讼请求数", "诉讼：维持或驳回", "lawsuits: upheld", kOne},
    {"litigation.corrected", "（二）被依法纠错数", "诉讼：被依法纠错", "lawsuits: corrected", kOne},
    {"litigation.other", "（三）其他情形数", "诉讼：其他情形", "lawsuits: other", kOne},
    {"complaints", "六、举报投诉数量", "举报投诉数量", "complaints", kOne},
    {"fees", "七、依申请公开信息收取的费用", "依申请公开信息收取的费用", "fees collected", kOne},
    {"", "八、机构建设和保障经费情况", "", "", kHeading},
    {"bodies", "（一）政府信息公开工作专门机构数", "专门机构数", "dedicated bodies", kOne},
    {"reading_points", "（二）设置政府信息公开查阅点数", "查阅点数", "reading points", kOne},
    {"staff", "（三）从事政府信息公开工作人员数", "工作人员数", "staff", kOne},
    {"staff.full_time", "1.专职人员数（不包括政府公报及政府网站工作人员数）", "专职人员数", "full-time staff", kOne},
    {"staff.part_time", "2.兼职人员数", "兼职人员数", "part-time staff", kOne},
    {"funds", "（四）政府信息公开专项经费（不包括用于政府公报编辑管理及政府网站建设维护等方面经费）", "专项经费",
     "dedicated funds", kOne},
    {"", "九、政府信息公开会议和培训情况", "", "", kHeading},
    {"meetings", "（一）召开政府信息公开工作会议或专题会议数", "会议数", "meetings", kOne},
    {"trainings", "（二）举办各类培训班数", "培训班数", "training courses", kOne},
    {"trainees", "（三）接受培训人员数", "接受培训人员数", "people trained", kOne},
};

inline constexpr std::string_view kRequests[] = {"requests"};
inline constexpr std::string_view kRequestWays[] = {"requests.in_person", "requests.fax", "requests.online",
                                                    "requests.letter"};
inline constexpr std::string_view kClosed[] = {"closed"};
inline constexpr std::string_view kClosedWays[] = {"closed.on_time", "closed.extended"};
inline constexpr std::string_view kAnswered[] = {"answered"};
inline constexpr std::string_view kAnswers[] = {"answered.public",  "answered.granted",      "answered.partial",
                                                "answered.refused", "answered.not_ours",     "answered.nonexistent",
                                                "answered.amend",   "answered.other_channel"};
inline constexpr std::string_view kRefused[] = {"answered.refused"};
inline constexpr std::string_view kReasons[] = {"refused.state_secret", "refused.trade_secret", "refused.privacy",
                                                "refused.safety",       "refused.not_covered",  "refused.other_law"};
inline constexpr std::string_view kReconsideration[] = {"reconsideration"};
inline constexpr std::string_view kReconsiderationParts[] = {"reconsideration.upheld", "reconsideration.corrected",
                                                             "reconsideration.other"};
inline constexpr std::string_view kLitigation[] = {"litigation"};
inline constexpr std::string_view kLitigationParts[] = {"litigation.upheld", "litigation.corrected",
                                                        "litigation.other"};
inline constexpr std::string_view kStaff[] = {"staff"};
inline constexpr std::string_view kStaffParts[] = {"staff.full_time", "staff.part_time"};

inline constexpr Identity kStatisticsIdentities[] = {
    {"statistics.sum", "当面 + 传真 + 网络 + 信函 = 收到申请数",
     "in person + fax + online + letter = requests received", Along::rows, kRequestWays, kRequests, "requests"},
    {"statistics.sum", "按时办结 + 延期办结 = 申请办结数", "on time + after extension = requests closed", Along::rows,
     kClosedWays, kClosed, "closed"},
    {"statistics.sum", "答复 1 至 8 各项之和 = 申请答复数", "sum of answers 1 to 8 = requests answered", Along::rows,
     kAnswers, kAnswered, "answered"},
    {"statistics.sum", "不同意公开的六项理由之和 = 不同意公开答复数", "sum of the six reasons = refused", Along::rows,
     kReasons, kRefused, "answered.refused"},
    {"statistics.sum", "维持 + 纠错 + 其他 = 行政复议数量", "upheld + corrected + other = reconsiderations",
     Along::rows, kReconsiderationParts, kReconsideration, "reconsideration"},
    {"statistics.sum", "维持或驳回 + 纠错 + 其他 = 行政诉讼数量", "upheld + corrected + other = lawsuits", Along::rows,
     kLitigationParts, kLitigation, "litigation"},
    {"statistics.sum", "专职 + 兼职 = 工作人员数", "full-time + part-time = staff", Along::rows, kStaffParts, kStaff,
     "staff"},
};

// What is bound by no equation. The parts of 其中 cannot be more than their whole; the rest is usual and no more: what
// is published in several ways counts once in all and once in each, older documents may be published too, and a request
// may be carried over the turn of the year.
inline constexpr CellKey kPress[] = {{"response.press", "value"}}, kPressLed[] = {{"response.press.leader", "value"}},
                         kInterviews[] = {{"response.interview", "value"}},
                         kInterviewsLed[] = {{"response.interview.leader", "value"}},
                         kDisclosed[] = {{"disclosed", "value"}},
                         kChannels[] = {{"channel.gazette", "value"},
                                        {"channel.website", "value"},
                                        {"channel.weibo", "value"},
                                        {"channel.wechat", "value"},
                                        {"channel.other", "value"}},
                         kNormative[] = {{"disclosed.normative", "value"}},
                         kNormativeIssued[] = {{"normative.issued", "value"}}, kReceivedAll[] = {{"requests", "value"}},
                         kClosedAll[] = {{"closed", "value"}}, kAnsweredAll[] = {{"answered", "value"}},
                         kResponses[] = {{"responses", "value"}},
                         kResponseWays[] = {{"response.press", "value"},
                                            {"response.interview", "value"},
                                            {"response.articles", "value"},
                                            {"response.posts", "value"},
                                            {"response.other", "value"}},
                         kTrainings[] = {{"trainings", "value"}}, kTrainees[] = {{"trainees", "value"}};
inline constexpr std::span<const CellKey> kChannel(kChannels);
inline constexpr std::string_view kCarriedOver = "结转 转结 上年 去年 跨年 下年 次年 正在办理 未到期 尚未办结";
inline constexpr Inequality kStatisticsInequalities[] = {
    {"statistics.leader", "leader", Bound::at_most, kPressLed, kPress},
    {"statistics.leader", "leader", Bound::at_most, kInterviewsLed, kInterviews},
    {"statistics.channels", "channel", Bound::at_most, kChannel.subspan(0, 1), kDisclosed},
    {"statistics.channels", "channel", Bound::at_most, kChannel.subspan(1, 1), kDisclosed},
    {"statistics.channels", "channel", Bound::at_most, kChannel.subspan(2, 1), kDisclosed},
    {"statistics.channels", "channel", Bound::at_most, kChannel.subspan(3, 1), kDisclosed},
    {"statistics.channels", "channel", Bound::at_most, kChannel.subspan(4, 1), kDisclosed},
    {"statistics.channels", "channels", Bound::at_most, kDisclosed, kChannels},
    {"statistics.normative", "normative", Bound::at_most, kNormative, kNormativeIssued},
    {"statistics.flow", "closed_answered", Bound::equal, kClosedAll, kAnsweredAll, kCarriedOver},
    {"statistics.flow", "received_closed", Bound::equal, kReceivedAll, kClosedAll, kCarriedOver},
    {"statistics.responses", "responses", Bound::at_most, kResponses, kResponseWays},
    {"statistics.training", "training", Bound::both_or_none, kTrainings, kTrainees},
};

inline constexpr TableForm kStatistics{"statistics",
                                       "2014",
                                       "政府信息公开情况统计表",
                                       "statistical table",
                                       Printed::line_by_row,
                                       kStatisticsRows,
                                       kFigure,
                                       kStatisticsIdentities,
                                       "fees funds",
                                       "",
                                       {},
                                       nullptr,
                                       {},
                                       {},
                                       kStatisticsInequalities};
static_assert(well_formed(kStatistics));

}  // namespace gouji::form
