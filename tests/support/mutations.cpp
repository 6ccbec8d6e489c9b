#include "support/mutations.h"

#include <algorithm>

#include "form/applications.h"

namespace gouji::test {
namespace {

int row_of(const TableForm& f, std::string_view id) {
  for (size_t r = 0; r < f.rows.size(); ++r)
    if (f.rows[r].id == id) return int(r);
  return -1;
}

int column_of(const TableForm& f, std::string_view id) {
  for (size_t c = 0; c < f.columns.size(); ++c)
    if (f.columns[c].id == id) return int(c);
  return -1;
}

// Settles the side of the identity that has one term from the side that has several.
void settle(Table& t, const Identity& i, int across) {
  const auto at = [&](std::string_view id) {
    return i.along == Along::rows ? index_of(t, row_of(*t.form, id), across)
                                  : index_of(t, across, column_of(*t.form, id));
  };
  const bool left = i.left.size() > 1;
  int64_t sum = 0;
  for (const std::string_view id : left ? i.left : i.right) {
    if (at(id) < 0) return;
    sum += t.cells[size_t(at(id))].value->units;
  }
  put(t, size_t(at(left ? i.right[0] : i.left[0])), sum);
}

void fill_applications(Table& t, const auto& leaf) {
  const TableForm& f = *t.form;
  const auto value = [&](std::string_view row, int c) {
    return t.cells[size_t(index_of(t, row_of(f, row), c))].value->units;
  };
  for (int c = 0; c < 6; ++c) {
    int64_t outcomes = 0;
    for (size_t r = 0; r < f.rows.size(); ++r) {
      const std::string_view id = f.rows[r].id;
      if (id == "new" || id == "carried_in" || id == "total" || id == "carried_out") continue;
      const int64_t v = leaf(c);
      outcomes += v;
      put(t, size_t(index_of(t, int(r), c)), v);
    }
    put(t, size_t(index_of(t, row_of(f, "total"), c)), outcomes);
    put(t, size_t(index_of(t, row_of(f, "carried_out"), c)), leaf(c));
    const int64_t all = outcomes + value("carried_out", c);
    put(t, size_t(index_of(t, row_of(f, "carried_in"), c)), std::min(leaf(c), all));
    put(t, size_t(index_of(t, row_of(f, "new"), c)), all - value("carried_in", c));
  }
  for (size_t r = 0; r < f.rows.size(); ++r) settle(t, f.identities[2], int(r));
}

}  // namespace

int index_of(const Table& t, int row, int column) {
  for (size_t i = 0; i < t.cells.size(); ++i)
    if (t.cells[i].row == row && t.cells[i].column == column) return int(i);
  return -1;
}

std::vector<int64_t> figures(const Table& t) {
  std::vector<int64_t> out;
  for (const Cell& c : t.cells) out.push_back(c.value->units);
  return out;
}

void put(Table& t, size_t cell, int64_t value) { t.cells[cell].value = Decimal{value, 0}; }

Table consistent_table(const TableForm& form, const Size& size, Random& random) {
  Table t;
  t.form = &form;
  for (uint16_t r = 0; r < form.rows.size(); ++r)
    for (const uint8_t c : form.rows[r].columns) t.cells.push_back({r, c, Cell::number, Decimal{0, 0}});
  // Natural persons are many, organisations few.
  const auto leaf = [&](int column) {
    const uint32_t most = column == 0 ? size.most : size.most / 3 + 1;
    return random.chance(size.dense) ? int64_t(1 + random.below(most)) : 0;
  };
  if (form.id == "applications") {
    fill_applications(t, leaf);
    return t;
  }
  for (size_t i = 0; i < t.cells.size(); ++i) put(t, i, leaf(0));
  // From the last identity to the first: a part that is itself a total is settled before its whole.
  for (size_t i = form.identities.size(); i-- > 0;) {
    const Identity& identity = form.identities[i];
    const size_t lines = identity.along == Along::rows ? form.columns.size() : form.rows.size();
    for (size_t across = 0; across < lines; ++across) settle(t, identity, int(across));
  }
  return t;
}

std::string_view name_of(OneSlip s) {
  constexpr std::string_view kNames[] = {
      "digits swapped",  "digit dropped",    "digit doubled",      "neighbouring key", "another digit",
      "nought too many", "nought too few",   "one too many",       "one too few",      "neighbour's figure",
      "left at 0",       "any other figure", "part counted twice", "part left out",    "total not renewed"};
  return kNames[size_t(s)];
}

namespace {

// The figures that add up to the one of the cell; none where it is no total.
std::vector<int64_t> parts_of(const Table& t, size_t cell) {
  std::vector<int64_t> out;
  const Cell& c = t.cells[cell];
  for (const Identity& i : t.form->identities) {
    const bool rows = i.along == Along::rows;
    if (i.right.size() != 1 || i.right[0] != (rows ? t.form->rows[c.row].id : t.form->columns[c.column].id)) continue;
    for (const std::string_view id : i.left)
      out.push_back(t.cells[size_t(rows ? index_of(t, row_of(*t.form, id), c.column)
                                        : index_of(t, c.row, column_of(*t.form, id)))]
                        .value->units);
  }
  return out;
}

}  // namespace

bool slip(Table& t, size_t cell, OneSlip kind, Random& random) {
  const int64_t was = t.cells[cell].value->units;
  std::string d = std::to_string(was);
  const size_t at = random.below(uint32_t(d.size()));
  constexpr std::string_view kBeside[] = {"9", "2", "13", "24", "35", "46", "57", "68", "79", "80"};
  int64_t now = was;
  switch (kind) {
    case OneSlip::swap:
      if (at + 1 >= d.size() || (at == 0 && d[1] == '0')) return false;
      std::swap(d[at], d[at + 1]);
      now = std::stoll(d);
      break;
    case OneSlip::drop:
      if (d.size() < 2 || (at == 0 && d[1] == '0' && d.size() > 2)) return false;
      d.erase(at, 1);
      now = std::stoll(d);
      break;
    case OneSlip::twice:
      if (was == 0) return false;
      d.insert(at, 1, d[at]);
      now = std::stoll(d);
      break;
    case OneSlip::key: {
      const std::string_view keys = kBeside[size_t(d[at] - '0')];
      d[at] = keys[random.below(uint32_t(keys.size()))];
      if (d[0] == '0' && d.size() > 1) return false;
      now = std::stoll(d);
      break;
    }
    case OneSlip::digit:
      d[at] = char('0' + random.below(10));
      if (d[0] == '0' && d.size() > 1) return false;
      now = std::stoll(d);
      break;
    case OneSlip::zero: now = was * 10; break;
    case OneSlip::zero_lost:
      if (was % 10 != 0) return false;
      now = was / 10;
      break;
    case OneSlip::one_more: now = was + 1; break;
    case OneSlip::one_less: now = was - 1; break;
    case OneSlip::neighbour: {
      const Cell& c = t.cells[cell];
      const int step = random.chance(2) ? 1 : -1;
      const int other = random.chance(2) ? index_of(t, c.row, c.column + step) : index_of(t, c.row + step, c.column);
      if (other < 0) return false;
      now = t.cells[size_t(other)].value->units;
      break;
    }
    case OneSlip::left_out: now = 0; break;
    case OneSlip::part_twice:
    case OneSlip::part_omitted: {
      const std::vector<int64_t> parts = parts_of(t, cell);
      if (parts.empty()) return false;
      const int64_t part = parts[random.below(uint32_t(parts.size()))];
      now = kind == OneSlip::part_twice ? was + part : was - part;
      break;
    }
    case OneSlip::stale: {
      if (parts_of(t, cell).empty()) return false;
      const int64_t by = 1 + int64_t(random.below(uint32_t(2 + was / 4)));
      now = random.chance(2) ? was + by : was - by;
      break;
    }
    case OneSlip::any: now = int64_t(random.below(uint32_t(2 * was + 20))); break;
  }
  if (now == was || now < 0) return false;
  put(t, cell, now);
  return true;
}

std::string_view name_of(ManySlip s) {
  constexpr std::string_view kNames[] = {"applicant's kind",  "outcome's row",     "neighbours swapped",
                                         "in the next cell",  "row shifted right", "row shifted left",
                                         "next rows swapped", "two rows swapped",  "with its total"};
  return kNames[size_t(s)];
}

bool slip(Table& t, ManySlip kind, Random& random) {
  const std::vector<int64_t> was = figures(t);
  const int rows = int(t.form->rows.size()), columns = int(t.form->columns.size());
  const int parts = columns - 1;  // the last column is the total
  const int r = int(random.below(uint32_t(rows))), c = int(random.below(uint32_t(parts)));
  const auto at = [&](int row, int column) { return size_t(index_of(t, row, column)); };
  const auto value = [&](int row, int column) { return t.cells[at(row, column)].value->units; };
  const auto exchange = [&](size_t a, size_t b) { std::swap(t.cells[a].value, t.cells[b].value); };
  switch (kind) {
    case ManySlip::moved_kind:
    case ManySlip::moved_outcome: {
      const bool kinds = kind == ManySlip::moved_kind;
      const int to_row = kinds ? r : int(random.below(uint32_t(rows)));
      const int to_column = kinds ? int(random.below(uint32_t(parts))) : c;
      if (value(r, c) == 0 || index_of(t, to_row, to_column) < 0 || at(to_row, to_column) == at(r, c)) return false;
      put(t, at(r, c), value(r, c) - 1);
      put(t, at(to_row, to_column), value(to_row, to_column) + 1);
      break;
    }
    case ManySlip::exchanged:
      if (c + 1 >= parts || value(r, c) == 0 || value(r, c + 1) == 0) return false;
      exchange(at(r, c), at(r, c + 1));
      break;
    case ManySlip::misplaced: {
      const int step = random.chance(2) ? 1 : -1;
      if (c + step < 0 || c + step >= parts || value(r, c) == 0 || value(r, c + step) != 0) return false;
      exchange(at(r, c), at(r, c + step));
      break;
    }
    case ManySlip::shifted_right:
      for (int k = parts - 1; k > c; --k) put(t, at(r, k), value(r, k - 1));
      put(t, at(r, c), 0);
      break;
    case ManySlip::shifted_left:
      for (int k = c; k + 1 < parts; ++k) put(t, at(r, k), value(r, k + 1));
      put(t, at(r, parts - 1), 0);
      break;
    case ManySlip::next_rows:
    case ManySlip::any_rows: {
      const int other = kind == ManySlip::next_rows ? r + 1 : int(random.below(uint32_t(rows)));
      if (other >= rows || other == r) return false;
      for (int k = 0; k < columns; ++k) exchange(at(r, k), at(other, k));
      break;
    }
    case ManySlip::with_total: {
      const int64_t before = value(r, c);
      if (!slip(t, at(r, c), kOneSlips[random.below(std::size(kOneSlips))], random)) return false;
      put(t, at(r, parts), value(r, parts) + value(r, c) - before);
      break;
    }
  }
  return figures(t) != was;
}

}  // namespace gouji::test
