// What a statutory table looks like: types only. The forms themselves are data beside this file, and the compiler
// checks them: a row or a column that an identity misspells does not compile.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace gouji {

struct Column {
  std::string_view id;  // key of the contract
  std::string_view zh;  // as the form prints it
  std::string_view en;
};

// A line of the table as the form prints it. `columns` are indices into the form's columns: the cells of the line from
// left to right. A line without columns is a heading that stands between rows and has no cells.
struct Row {
  std::string_view id;     // key of the contract; empty for a heading
  std::string_view label;  // as the form prints it, enumerator included
  std::string_view zh;     // what a finding calls it
  std::string_view en;
  std::span<const uint8_t> columns;

  constexpr bool heading() const { return columns.empty(); }
};

// Rows that editions share, put together with those that they do not.
template <size_t A, size_t B, size_t C>
constexpr std::array<Row, A + B + C> joined(const Row (&a)[A], const Row (&b)[B], const Row (&c)[C]) {
  std::array<Row, A + B + C> out{};
  for (size_t i = 0; i < A; ++i) out[i] = a[i];
  for (size_t i = 0; i < B; ++i) out[A + i] = b[i];
  for (size_t i = 0; i < C; ++i) out[A + B + i] = c[i];
  return out;
}

// An equation (勾稽关系): what stands left of it equals what stands right of it.
// Along rows, the terms are rows and the equation holds in each column; along columns, in each row.
enum class Along : uint8_t { rows, columns };

struct Identity {
  std::string_view rule;
  std::string_view zh, en;  // the equation in words; the row or column it is read in is added
  Along along;
  std::span<const std::string_view> left, right;
  std::string_view total;  // the term that a finding points at when no single cell is to blame
};

// A cell by the keys of the contract.
struct CellKey {
  std::string_view row, column;
};

// What is usual of figures that no equation binds: `part`, added up, is no more than `whole`; or is the same; or is
// nought just when `whole` is.
enum class Bound : uint8_t { at_most, equal, both_or_none };

struct Inequality {
  std::string_view rule;
  std::string_view message;  // a key of messages.tsv: holes part, is, whole, most
  Bound bound;
  std::span<const CellKey> part, whole;
  std::string_view unless = {};  // words of the text that explain the contrary, separated by spaces
};

// Where the values stand: a line for each row, or one line for the whole table below its header.
enum class Printed : uint8_t { line_by_row, one_line };

// A cell of a form, by indices into its rows and columns.
struct CellOf {
  uint8_t row, column;
};

struct TableForm {
  std::string_view id;       // key of the contract
  std::string_view edition;  // "2021", "2019", "2014"
  std::string_view zh, en;   // what a finding calls the table
  Printed printed;
  std::span<const Row> rows;
  std::span<const Column> columns;
  std::span<const Identity> identities;
  std::string_view fractions;  // the one row, or of a table without rows to count the column, that may have decimals
  std::string_view signs;      // the column that may have a sign
  std::span<const std::string_view>
      header;  // Printed::one_line: the words above the values, as often as they stand there
  // A form that is printed in another arrangement as well: this one arranges the cells of `of`, line by line, and a
  // table read with it becomes one of `of`.
  const TableForm* of = nullptr;
  std::span<const CellOf> cells = {};
  // Labels of groups of rows, which have no cells: a row of figures with such a label is a subtotal of some local
  // table.
  std::span<const std::string_view> groups = {};
  std::span<const Inequality> inequalities = {};
};

constexpr bool has_row(const TableForm& f, std::string_view id) {
  for (const Row& r : f.rows)
    if (!r.heading() && r.id == id) return true;
  return false;
}

constexpr bool has_column(const TableForm& f, std::string_view id) {
  for (const Column& c : f.columns)
    if (c.id == id) return true;
  return false;
}

constexpr bool well_formed(const TableForm& f) {
  const auto known = [&](Along along, std::string_view id) {
    return along == Along::rows ? has_row(f, id) : has_column(f, id);
  };
  for (const Identity& i : f.identities) {
    if (i.left.empty() || i.right.empty() || !known(i.along, i.total)) return false;
    for (const std::string_view t : i.left)
      if (!known(i.along, t)) return false;
    for (const std::string_view t : i.right)
      if (!known(i.along, t)) return false;
  }
  for (const Row& r : f.rows) {
    if (r.label.empty() || (!r.heading() && (r.id.empty() || r.zh.empty() || r.en.empty()))) return false;
    for (const uint8_t c : r.columns)
      if (c >= f.columns.size()) return false;
    size_t same = 0;
    for (const Row& other : f.rows) same += !r.heading() && other.id == r.id;
    if (same > 1) return false;
  }
  for (const Inequality& i : f.inequalities) {
    if (i.part.empty() || i.whole.empty()) return false;
    for (const auto& keys : {i.part, i.whole})
      for (const CellKey& k : keys)
        if (!has_row(f, k.row) || !has_column(f, k.column)) return false;
  }
  size_t cells = 0;
  for (const Row& r : f.rows) cells += r.columns.size();
  // An arrangement has cells; GCC 12 cannot ask `of` for null where it also looks for undefined behaviour.
  if (!f.cells.empty() && (f.cells.size() != cells || !f.identities.empty())) return false;
  return (f.printed == Printed::one_line) == !f.header.empty();
}

}  // namespace gouji
