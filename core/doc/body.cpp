#include "doc/body.h"

#include <algorithm>

#include "data.h"
#include "text/lines.h"
#include "text/span.h"

namespace gouji {
namespace {

bool has(std::string_view text, std::string_view word) { return text.find(word) != std::string_view::npos; }

// A title that is cut down to the name in it, with its 汉字 as they were written alongside: offsets are those of both.
struct Twin {
  std::string plain, written;

  void erase(size_t at, size_t count = std::string::npos) {
    plain.erase(at, count);
    written.erase(at, count);
  }
  bool begins(std::string_view with) const { return plain.compare(0, with.size(), with) == 0; }
};

// The name in front of what makes a title a report's.
Twin name_in(Twin rest) {
  Span year{};
  if (year_of_title(rest.plain, &year)) {
    const bool further = std::string_view(rest.plain).substr(year.end, 3) == "度";
    rest.erase(year.begin, year.size() + (further ? 3 : 0));
  }
  for (const std::string_view what : {"政府信息公开", "政务信息公开", "信息公开", "政务公开"}) {
    const size_t at = rest.plain.find(what);
    if (at == std::string::npos) continue;
    rest.erase(at);
    break;
  }
  for (const std::string_view about : {"关于", "年度", "的"}) {
    if (rest.begins(about)) rest.erase(0, about.size());
    if (ends_with(rest.plain, about)) rest.erase(rest.plain.size() - about.size());
  }
  return rest;
}

}  // namespace

Body body_of(std::string_view title, std::string_view written) {
  const Twin name = name_in({std::string(title), std::string(written)});
  // 示例县水务局(示例县水资源管理办公室): the other name says nothing of the body that the first does not.
  std::string_view own = name.plain;
  if (const size_t alias = own.find('('); alias != std::string_view::npos && alias > 0 && own.back() == ')')
    own = own.substr(0, alias);
  return {name.written, level_of(own), kind_of(own)};
}

std::string_view name_of(Level l) {
  constexpr std::string_view kNames[] = {"unknown", "state", "province", "prefecture", "county", "township"};
  return kNames[size_t(l)];
}

std::string_view name_of(Kind k) {
  constexpr std::string_view kNames[] = {"unknown", "government", "office", "department"};
  return kNames[size_t(k)];
}

Kind kind_of(std::string_view name) {
  for (const std::string_view t : {"办公厅", "办公室", "府办"})
    if (ends_with(name, t)) return Kind::office;
  for (const std::string_view t : {"政府", "街道", "街道办事处", "管理委员会", "管委会", "兵团", "行政公署"})
    if (ends_with(name, t)) return Kind::government;
  for (const std::string_view t : {"局",   "厅",   "委员会", "委", "部", "署", "院", "中心", "支队", "总队",
                                   "大队", "分局", "税务所", "司", "处", "社", "站", "集团", "公司", "会"})
    if (ends_with(name, t)) return Kind::department;
  for (const std::string_view t : {"省", "市", "自治区", "县", "区", "旗", "州", "盟", "镇", "乡", "特别行政区"})
    if (ends_with(name, t)) return Kind::government;
  return Kind::unknown;
}

bool is_peoples_government(const Body& body) {
  constexpr std::string_view kOthers[] = {"街道", "管委会", "管理委员会", "开发区", "高新区", "园区", "新区", "兵团"};
  return body.kind == Kind::government &&
         std::none_of(std::begin(kOthers), std::end(kOthers), [&](std::string_view o) { return has(body.name, o); });
}

Level level_of(std::string_view name) {
  constexpr std::string_view kTaxes = "国家税务总局";  // its offices carry its name before their place's
  if (name.size() > kTaxes.size() && name.substr(0, kTaxes.size()) == kTaxes) name.remove_prefix(kTaxes.size());
  for (const std::string_view t : {"国家", "国务院", "中国", "中华人民共和国"})
    if (name.substr(0, t.size()) == t) return Level::state;
  // Places are named from the large to the small; the last one that the name spells out is the body's.
  Level level = Level::unknown;
  std::string_view rest = name;
  for (const data::provinces_row& p : data::provinces) {
    if (rest.substr(0, p.name.size()) != p.name) continue;
    rest.remove_prefix(p.name.size());
    level = Level::province;
    break;
  }
  for (const std::string_view t : {"自治区", "省"}) {
    if (level != Level::unknown || rest.substr(0, t.size()) != t) continue;
    rest.remove_prefix(t.size());
    level = Level::province;
  }
  for (const data::prefectures_row& p : data::prefectures) {
    if (rest.substr(0, p.name.size()) != p.name) continue;
    rest.remove_prefix(p.name.size());
    level = Level::prefecture;
    break;
  }
  // A place name before its suffix has at least one 汉字 and is short: 洪泽区, 红寺堡区, 镜湖区.
  const auto suffix = [&](std::initializer_list<std::string_view> tails, size_t longest) {
    size_t best = std::string_view::npos;
    for (const std::string_view t : tails) {
      const size_t at = rest.find(t, 3);
      if (at != std::string_view::npos && at <= longest * 3 && at + t.size() < best) best = at + t.size();
    }
    return best;
  };
  // 城市管理局, 社区矫正局: what a department is for.
  const bool place = rest.find("城市") != 0 && rest.find("社区") != 0;
  const size_t county = suffix({"自治县", "自治旗", "县", "区", "旗", "市", "林区", "特区"}, 8);
  const bool zone = has(rest, "开发区") || has(rest, "高新区") || has(rest, "园区");
  if (county != std::string_view::npos && !zone && place) {
    level = Level::county;  // a 市 too: those of prefecture level are listed
    rest.remove_prefix(county);
  }
  // A zone's street office stands behind the zone's name, however long that is.
  const bool street = has(rest, "街道");
  if ((street || suffix({"镇", "乡", "苏木"}, 8) != std::string_view::npos) && !has(rest, "城乡"))
    level = Level::township;
  // 教育部, 审计署: no place stands before them.
  if (level == Level::unknown && rest == name && (ends_with(name, "部") || ends_with(name, "署"))) level = Level::state;
  return level;
}

}  // namespace gouji
