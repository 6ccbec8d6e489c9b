// What each figure of the narrative is said of: the words around it, within its clause, its brackets and its sentence.
#pragma once

#include <string_view>
#include <vector>

#include "narrative/indicators.h"
#include "narrative/tokens.h"
#include "report/claim.h"

namespace gouji {

// How a figure follows from others.
enum class Relation : uint8_t { none, share, rate, rise, fall };

struct Mention {
  uint32_t figure = 0, token = 0;
  uint32_t sentence = 0, paragraph = 0;
  uint16_t depth = 0;
  int32_t owner = -1;  // in brackets behind another figure: that one
  Span clause;         // folded: what a claim shows
  std::string_view topic, role;
  std::vector<const Indicator*> indicators;  // several: their sum
  bool near_topic = false;                   // the topic stands beside the figure
  bool soft = false;                         // something makes it doubtful that the whole report is spoken of
  Decimal of = {};                           // of a share that agrees: its whole
  bool outside = false;                      // of a percentage: it speaks of others, and no table has their figures
  bool modified = false;                     // soft for what stands beside the figure
  bool elsewhere = false;                    // soft for whom or when the sentence speaks of
  bool wide = false;                         // it is said to be of this body and all under it
  bool past = false;                         // last year's
  bool unknown = false;                      // what is counted is not understood
  bool part = false;                         // 其中, 包括, 含
  bool complete = false;                     // 分为, 具体为: the parts are all
  bool exact = false;                        // 分别为: the same, one after the other
  bool within = false;                       // 50件中
  bool also = false;                         // 另有
  bool all = false;                          // 全部, 均
  bool held = false;                         // 县水务局收到14件: of one body of several
  bool sum = false;                          // 共, 合计, 总计
  bool each = false;                         // 平均, 每
  bool led = false;                          // words of its own stand before it
  bool enumerated = false;                   // a 、 stands between it and the figure before
  bool act = false;                          // a verb of its own: 报送, 召开, 收到
  bool shown = false;                        // 公开, 公布: done to what it counts, whatever else is said of it
  bool disclosed = false;                    // it counts information that was published
  bool listed = false;                       // it is one of a list of such information
  bool labelled = false;                     // 纸质版：6期
  bool semicolon = false;                    // a ; stands between it and the figure before
  bool colon = false;                        // a : stands between it and the figure before
  bool rest = false;                         // 其他: the last of a list that is complete
  bool full_stop = false;                    // first of its sentence
  bool to = false;                           // 由24个增加到48个: the later of two
  bool total = false;                        // 全年, 共: said of the whole year
  bool gap = false;                          // words that no phrase covers stand in its clause
  bool guessed = false;                      // nothing says what is counted; applications are meant, if any
  bool shared = false;                       // 占 stands before it: a whole
  bool of_whole = false;                     // a percentage of the figure before, which is the whole
  bool bracketed = false;                    // （35.3%）: a share, if those beside it are
  bool bare_share = false;                   // 占 begins the clause: a share of the figure before
  std::string_view reason;   // 因不掌握等原因无法提供占28.9%: of the group, or of this one of it
  std::string_view row;      // 新收申请中: of which row of the table it is a part
  std::string_view noun;     // the last thing or topic before it, as it stands
  int32_t year_figure = -1;  // 结转2025年: that year
  int32_t parent = -1;       // the whole that it is a part of
  Relation relation = Relation::none;
  std::string_view rate;        // of a rate
  std::string_view whole_role;  // 占新收总量的: what it is a share of
  int32_t share_of = -1;        // 分别占82%、18%: of which figure
  bool together = false;        // 两项合计占: of the figures before together
  bool than = false;            // 同比, 较上年
  Verdict verdict = Verdict::unchecked;
  std::vector<CellRef> cells = {};
};

// A statement without figures: 未发生行政复议, 全部办结.
struct Statement {
  enum Kind : uint8_t { none, all_closed, all_granted, all_natural, all_of_one, all_upheld } kind;
  uint32_t sentence = 0, token = 0;
  Span folded;
  std::vector<const Indicator*> indicators;
  bool soft = false;
  bool guessed = false;
  bool in_time = false;  // 按期, 法定期限: says nothing of what is not due yet
  std::string_view topic, role;
  Verdict verdict = Verdict::unchecked;
  std::vector<CellRef> cells = {};
};

struct Mentions {
  std::vector<Mention> figures;
  std::vector<Statement> statements;
};

Mentions read_mentions(const Report& report, const std::vector<Figure>& figures, const std::vector<Token>& tokens);

}  // namespace gouji
