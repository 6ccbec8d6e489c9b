// 表二 主动公开政府信息情况, in the editions of 国办公开办函〔2021〕30号 and 国办公开办函〔2019〕60号.
#pragma once

#include "form/schema.h"

namespace gouji::form {

inline constexpr std::span<const uint8_t> kHeading{};  // no cells

inline constexpr Column kDisclosureColumns2021[] = {
    {"issued", "本年制发件数", "issued this year"},
    {"repealed", "本年废止件数", "repealed this year"},
    {"in_force", "现行有效件数", "in force"},
    {"decisions", "本年处理决定数量", "decisions this year"},
    {"amount", "本年收费金额（单位：万元）", "fees this year (10,000 yuan)"},
};
inline constexpr uint8_t kStock2021[] = {0, 1, 2};
inline constexpr uint8_t kDecisions2021[] = {3};
inline constexpr uint8_t kAmount2021[] = {4};
inline constexpr Row kDisclosureRows2021[] = {
    {"", "第二十条第（一）项", "", "", kHeading},
    {"", "本年制发件数", "", "", kHeading},
    {"", "本年废止件数", "", "", kHeading},
    {"", "现行有效件数", "", "", kHeading},
    {"regulations", "规章", "规章", "regulations", kStock2021},
    {"normative", "行政规范性文件", "行政规范性文件", "normative documents", kStock2021},
    {"", "第二十条第（五）项", "", "", kHeading},
    {"", "本年处理决定数量", "", "", kHeading},
    {"licences", "行政许可", "行政许可", "licences", kDecisions2021},
    {"", "第二十条第（六）项", "", "", kHeading},
    {"", "本年处理决定数量", "", "", kHeading},
    {"penalties", "行政处罚", "行政处罚", "penalties", kDecisions2021},
    {"coercion", "行政强制", "行政强制", "coercive measures", kDecisions2021},
    {"", "第二十条第（八）项", "", "", kHeading},
    {"", "本年收费金额（单位：万元）", "", "", kHeading},
    {"fees", "行政事业性收费", "行政事业性收费", "administrative fees", kAmount2021},
};
inline constexpr TableForm kDisclosure2021{"disclosure",
                                           "2021",
                                           "主动公开情况表",
                                           "table of proactive disclosure",
                                           Printed::line_by_row,
                                           kDisclosureRows2021,
                                           kDisclosureColumns2021,
                                           {},
                                           "fees",
                                           "",
                                           {}};
static_assert(well_formed(kDisclosure2021));

inline constexpr Column kDisclosureColumns2019[] = {
    {"made", "本年新制作数量", "made this year"},         {"disclosed", "本年新公开数量", "disclosed this year"},
    {"public_total", "对外公开总数量", "public in all"},  {"previous", "上一年项目数量", "items last year"},
    {"change", "本年增/减", "change this year"},          {"decisions", "处理决定数量", "decisions"},
    {"projects", "采购项目数量", "procurement projects"}, {"amount", "采购总金额", "procurement amount"},
};
inline constexpr uint8_t kMade2019[] = {0, 1, 2};
inline constexpr uint8_t kItems2019[] = {3, 4, 5};
inline constexpr uint8_t kFees2019[] = {3, 4};
inline constexpr uint8_t kProcurement2019[] = {6, 7};
inline constexpr Row kDisclosureRows2019[] = {
    {"", "第二十条第（一）项", "", "", kHeading},
    {"", "本年新制作数量", "", "", kHeading},
    {"", "本年新公开数量", "", "", kHeading},
    {"", "对外公开总数量", "", "", kHeading},
    {"regulations", "规章", "规章", "regulations", kMade2019},
    {"normative", "规范性文件", "规范性文件", "normative documents", kMade2019},
    {"", "第二十条第（五）项", "", "", kHeading},
    {"", "上一年项目数量", "", "", kHeading},
    {"", "处理决定数量", "", "", kHeading},
    {"licences", "行政许可", "行政许可", "licences", kItems2019},
    {"services", "其他对外管理服务事项", "其他对外管理服务事项", "other public services", kItems2019},
    {"", "第二十条第（六）项", "", "", kHeading},
    {"", "上一年项目数量", "", "", kHeading},
    {"", "处理决定数量", "", "", kHeading},
    {"penalties", "行政处罚", "行政处罚", "penalties", kItems2019},
    {"coercion", "行政强制", "行政强制", "coercive measures", kItems2019},
    {"", "第二十条第（八）项", "", "", kHeading},
    {"", "上一年项目数量", "", "", kHeading},
    {"fees", "行政事业性收费", "行政事业性收费", "administrative fees", kFees2019},
    {"", "第二十条第（九）项", "", "", kHeading},
    {"", "采购项目数量", "", "", kHeading},
    {"", "采购总金额", "", "", kHeading},
    {"procurement", "政府集中采购", "政府集中采购", "central procurement", kProcurement2019},
};
// 本年新公开 may well be more than 本年新制作, since older documents are published too, but not more than is public
// now.
inline constexpr CellKey kRegulationsDisclosed[] = {{"regulations", "disclosed"}},
                         kRegulationsPublic[] = {{"regulations", "public_total"}},
                         kNormativeDisclosed[] = {{"normative", "disclosed"}},
                         kNormativePublic[] = {{"normative", "public_total"}};
inline constexpr Inequality kDisclosureInequalities2019[] = {
    {"disclosure.public", "public", Bound::at_most, kRegulationsDisclosed, kRegulationsPublic, "失效 废止 清理"},
    {"disclosure.public", "public", Bound::at_most, kNormativeDisclosed, kNormativePublic, "失效 废止 清理"},
};
inline constexpr TableForm kDisclosure2019{"disclosure",
                                           "2019",
                                           "主动公开情况表",
                                           "table of proactive disclosure",
                                           Printed::line_by_row,
                                           kDisclosureRows2019,
                                           kDisclosureColumns2019,
                                           {},
                                           "procurement",
                                           "change",
                                           {},
                                           nullptr,
                                           {},
                                           {},
                                           kDisclosureInequalities2019};
static_assert(well_formed(kDisclosure2019));

}  // namespace gouji::form
