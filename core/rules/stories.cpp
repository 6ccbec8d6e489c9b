#include "rules/stories.h"

#include <algorithm>

#include "rules/rules.h"

namespace gouji {
namespace {

std::string_view key_of(Slip slip) {
  switch (slip) {
    case Slip::none: return "";
    case Slip::swapped: return "slip.swapped";
    case Slip::dropped: return "slip.dropped";
    case Slip::doubled: return "slip.doubled";
    case Slip::key: return "slip.key";
    case Slip::digit: return "slip.digit";
    case Slip::zero: return "slip.zero";
    case Slip::zero_lost: return "slip.zero_lost";
    case Slip::one_more: return "slip.one_more";
    case Slip::one_less: return "slip.one_less";
    case Slip::neighbour: return "slip.neighbour";
    case Slip::left_out: return "slip.left_out";
    case Slip::sign: return "slip.sign";
    case Slip::previous: return "slip.previous";
    case Slip::twice: return "slip.twice";
    case Slip::omitted: return "slip.omitted";
    case Slip::stale: return "slip.stale";
    case Slip::exchanged: return "slip.exchanged";
    case Slip::misplaced: return "slip.misplaced";
    case Slip::moved: return "slip.moved";
    case Slip::with_total: return "slip.with_total";
    case Slip::row_shifted: return "slip.row_shifted";
    case Slip::rows_exchanged: return "slip.rows_exchanged";
  }
  return "";
}

int64_t to_of(const Explanation& e, uint16_t cell) {
  for (const Change& c : e.changes)
    if (c.cell == cell) return c.to;
  return 0;
}

}  // namespace

CellRef ref_of(const Table& table, uint16_t cell) {
  return {table.form, table.cells[cell].row, table.cells[cell].column};
}

std::string Teller::name(uint16_t cell) const { return name_of(ref_of(table_, cell), lang_); }

std::string Teller::is(uint16_t cell) const {
  const Cell& c = table_.cells[cell];
  return c.value ? to_string(*c.value) : std::string();
}

std::string Teller::row(uint16_t cell) const {
  const Row& r = table_.form->rows[table_.cells[cell].row];
  return std::string(lang_ == Lang::zh ? r.zh : r.en);
}

std::string Teller::story(const Story& s) const {
  const std::string_view key = key_of(s.slip);
  if (key.empty()) return "";
  return say(key, {{"other", name(s.other)},
                   {"a", name(s.cells[0])},
                   {"b", name(s.cells.back())},
                   {"row", row(s.cells[0])},
                   {"other_row", row(s.cells.back())},
                   {"amount", std::to_string(s.amount)}});
}

std::string Teller::in_brackets(const std::string& story) const {
  return story.empty() ? "" : say("in_brackets", {{"story", story}});
}

std::string Teller::title(const Explanation& e) const {
  const bool one_story = e.stories.size() == 1 && e.changes.size() > 1;
  if (one_story && e.stories[0].slip == Slip::rows_exchanged)
    return say("fix.rows_exchanged", {{"row", row(e.stories[0].cells[0])}, {"other_row", row(e.stories[0].cells[1])}});
  std::string list;
  for (const Change& c : e.changes) {
    if (!list.empty()) list += say("list_separator");
    list += say("fix.cell", {{"cell", name(c.cell)}, {"should", std::to_string(c.to)}});
    if (one_story) continue;
    for (const Story& s : e.stories)
      if (std::find(s.cells.begin(), s.cells.end(), c.cell) != s.cells.end() && s.cells[0] == c.cell)
        list += in_brackets(story(s));
  }
  if (one_story) list += in_brackets(story(e.stories[0]));
  return say("fix.title", {{"list", list}});
}

// One slip that put several cells wrong, as a sentence of its own.
std::string Teller::told_at_once(const Explanation& e) const {
  if (e.stories.size() != 1 || e.changes.size() < 2) return "";
  const Story& s = e.stories[0];
  const uint16_t a = s.cells[0], b = s.cells.back();
  const std::string cell_a = name(a), cell_b = name(b);
  const std::string should_a = std::to_string(to_of(e, a)), should_b = std::to_string(to_of(e, b));
  const std::string is_a = is(a), is_b = is(b), amount = std::to_string(s.amount);
  const auto both = [&](std::string_view key) {
    return say(key, {{"a", cell_a},
                     {"b", cell_b},
                     {"should_a", should_a},
                     {"should_b", should_b},
                     {"is_a", is_a},
                     {"is_b", is_b},
                     {"amount", amount}});
  };
  switch (s.slip) {
    case Slip::exchanged: return both("cells.exchanged");
    case Slip::misplaced: {
      // From where it should stand to where it stands.
      const bool a_lacks = to_of(e, a) != 0;
      return say("cells.misplaced", {{"amount", a_lacks ? should_a : should_b},
                                     {"home", a_lacks ? cell_a : cell_b},
                                     {"found", a_lacks ? cell_b : cell_a}});
    }
    case Slip::moved: return both("cells.moved");
    case Slip::with_total: return both("cells.with_total");
    case Slip::row_shifted: {
      std::string figures;
      for (uint16_t c = 0; c < table_.cells.size(); ++c) {
        if (table_.cells[c].row != table_.cells[a].row) continue;
        const bool changed =
            std::any_of(e.changes.begin(), e.changes.end(), [&](const Change& x) { return x.cell == c; });
        figures += (figures.empty() ? "" : say("figure_separator")) + (changed ? std::to_string(to_of(e, c)) : is(c));
      }
      return say("cells.row_shifted", {{"row", row(a)}, {"figures", figures}});
    }
    case Slip::rows_exchanged: return say("cells.rows_exchanged", {{"row", row(a)}, {"other_row", row(b)}});
    default: return "";
  }
}

std::string Teller::wrong(const Explanation& e) const {
  if (const std::string at_once = told_at_once(e); !at_once.empty()) return at_once;
  if (e.changes.size() == 1) {
    const Change& c = e.changes[0];
    const std::string why = e.stories.empty() ? "" : story(e.stories[0]);
    return say(why.empty() ? "cell" : "cell_story",
               {{"cell", name(c.cell)}, {"should", std::to_string(c.to)}, {"is", is(c.cell)}, {"story", why}});
  }
  std::string list;
  for (const Change& c : e.changes) {
    if (!list.empty()) list += say("item_separator");
    list += say("cells.item", {{"cell", name(c.cell)}, {"should", std::to_string(c.to)}, {"is", is(c.cell)}});
    for (const Story& s : e.stories)
      if (s.cells[0] == c.cell) list += in_brackets(story(s));
  }
  return say("cells", {{"list", list}});
}

std::string Teller::effect(const Explanation& e, const std::vector<size_t>& failed) const {
  if (e.changes.size() > 1) return say("effect_count", {{"count", std::to_string(failed.size())}});
  const CellRef cell = ref_of(table_, e.changes[0].cell);
  std::string sums;
  Decimal difference;
  bool over = true, under = true;
  for (size_t i = 0; i < failed.size(); ++i) {
    const Check& c = checks_[failed[i]];
    const auto at = std::find(c.cells.begin(), c.cells.end(), cell);
    if (at == c.cells.end()) continue;
    const bool left = c.signs[size_t(at - c.cells.begin())] > 0;
    const Decimal by = subtract(*c.left, *c.right).value_or(Decimal{});
    over = over && left && !by.negative();
    under = under && left && by.negative();
    difference = magnitude(by);
    if (i > 0) sums += say(i + 1 == failed.size() ? "and" : "list_separator");
    sums += say("sum." + std::string(c.identity->rule), {{"total", name_of(c.total, lang_)}});
  }
  std::string key = over ? "effect_over" : under ? "effect_under" : "effect_off";
  if (failed.size() > 1) key += "_all";
  return say(key, {{"sums", sums}, {"difference", to_string(difference)}});
}

}  // namespace gouji
