#include "read/labels.h"

#include <algorithm>
#include <memory>

#include "data.h"
#include "form/applications.h"
#include "form/disclosure.h"
#include "form/review.h"
#include "form/statistics.h"
#include "order.h"

namespace gouji {
namespace {

constexpr const TableForm* kForms[] = {&form::kDisclosure2021,   &form::kDisclosure2019, &form::kApplications2021,
                                       &form::kApplications2019, &form::kReview,         &form::kReviewByLine,
                                       &form::kReviewByResult,   &form::kReviewList,     &form::kStatistics};

// A shorter label (其他, 规章, 总计) says nothing by itself and is looked for between its neighbours only.
constexpr size_t kShortestAnchor = 4;
// Labels of one table never stand further apart than this many 汉字: a page's running heads and a repeated header fit
// in.
constexpr uint32_t kFarthest = 300;
// How many labels back the chain looks: more than stand within kFarthest in any real table.
constexpr size_t kLookBack = 96;

struct Catalogue {
  std::vector<std::vector<std::vector<std::u32string>>> wordings;  // by form, by row
  Matcher matcher;
  std::vector<std::pair<uint16_t, uint16_t>> owners;  // of the matcher's labels: form, row

  Catalogue() {
    for (const TableForm* f : kForms) {
      auto& rows = wordings.emplace_back();
      for (const Row& r : f->rows) {
        auto& keys = rows.emplace_back();
        keys.push_back(label_key(r.label));
        for (const data::aliases_row& a : data::aliases)
          if (a.table == f->id && a.row == r.id) keys.push_back(label_key(a.wording));
      }
    }
    for (uint16_t f = 0; f < std::size(kForms); ++f) {
      if (kForms[f]->printed == Printed::one_line) continue;  // found by its header as a whole
      for (uint16_t r = 0; r < wordings[f].size(); ++r) {
        const auto owner = uint32_t(owners.size());
        owners.push_back({f, r});
        for (const std::u32string& key : wordings[f][r])
          if (key.size() >= kShortestAnchor) matcher.add(key, owner);
      }
    }
    matcher.finish();
  }
};

const Catalogue& catalogue() {
  static const Catalogue instance;
  return instance;
}

size_t index_of(const TableForm& form) {
  return size_t(std::find(std::begin(kForms), std::end(kForms), &form) - std::begin(kForms));
}

// A place in a window of 汉字 where a row's label may stand.
struct Candidate {
  uint16_t row;
  uint32_t begin, end;  // in the window
  double score;
};

// Where `key` stands in the window, exactly or, if it is long enough, with up to a quarter of it changed, missing or
// interrupted: edit distance with a free start (Sellers), the best end of each stretch.
void candidates(const std::u32string& key, uint16_t row, std::u32string_view window, std::vector<Candidate>& out) {
  const auto m = uint32_t(key.size());
  const uint32_t allowed = m >= kShortestAnchor ? m / 4 : 0;
  std::vector<uint32_t> cost(m + 1), start(m + 1);
  for (uint32_t i = 0; i <= m; ++i) cost[i] = i;
  const size_t first = out.size();
  for (uint32_t j = 1; j <= window.size(); ++j) {
    uint32_t diagonal = cost[0], diagonal_start = start[0];
    start[0] = j;
    for (uint32_t i = 1; i <= m; ++i) {
      const uint32_t up = cost[i], up_start = start[i];
      uint32_t best = diagonal + (key[i - 1] == window[j - 1] ? 0 : 1), from = diagonal_start;
      if (up + 1 < best) best = up + 1, from = up_start;
      if (cost[i - 1] + 1 < best) best = cost[i - 1] + 1, from = start[i - 1];
      diagonal = up;
      diagonal_start = up_start;
      cost[i] = best;
      start[i] = from;
    }
    if (cost[m] > allowed || start[m] >= j) continue;
    const Candidate c{row, start[m], j, double(m) - 2.0 * cost[m]};
    // Of neighbouring ends, the best.
    if (out.size() > first && out.back().begin < c.end && c.begin < out.back().end) {
      if (c.score > out.back().score) out.back() = c;
    } else {
      out.push_back(c);
    }
  }
}

// Looks for the rows [from, to) between atoms `begin` and `end` and adds what it finds, in order.
void fill_gap(const TableForm& form, uint16_t from, uint16_t to, const std::vector<Atom>& atoms, uint32_t begin,
              uint32_t end, std::vector<PlacedRow>& out) {
  constexpr size_t kWindow = 600;
  std::u32string window;
  std::vector<uint32_t> where;
  for (uint32_t i = begin; i < end && window.size() < kWindow; ++i) {
    if (atoms[i].kind != Atom::han) continue;
    window += atoms[i].c;
    where.push_back(i);
  }
  std::vector<Candidate> found;
  for (uint16_t r = from; r < to; ++r)
    for (const std::u32string& key : wordings(form, r)) candidates(key, r, window, found);
  // A short label that begins a longer word, 其他 of 其他处理, is none, unless the next label begins there.
  std::vector<uint8_t> begins(window.size() + 1);
  for (const Candidate& c : found) begins[c.begin] = true;
  const auto runs_on = [&](const Candidate& c) {
    return c.end - c.begin < kShortestAnchor && c.end < window.size() && !begins[c.end] &&
           atoms[where[c.end - 1]].folded.end == atoms[where[c.end]].folded.begin;
  };
  found.erase(std::remove_if(found.begin(), found.end(), runs_on), found.end());
  std::vector<uint32_t> lines;  // that hold values
  for (uint32_t i = begin; i < end; ++i)
    if (atoms[i].value() && (lines.empty() || lines.back() != atoms[i].line)) lines.push_back(atoms[i].line);
  for (Candidate& c : found) {
    // A label that values follow is likelier than the same words in a header; so is one that has them on its line.
    const uint32_t next = where[c.end - 1] + 1;
    if (next < atoms.size() && atoms[next].value()) c.score += 1;
    if (std::binary_search(lines.begin(), lines.end(), atoms[where[c.begin]].line)) c.score += 0.5;
  }
  put_in_order(found.begin(), found.end(), [](const Candidate& a, const Candidate& b) { return a.end < b.end; });
  std::vector<double> best(found.size());
  std::vector<size_t> previous(found.size());
  size_t last = found.size();
  for (size_t k = 0; k < found.size(); ++k) {
    best[k] = found[k].score;
    previous[k] = found.size();
    for (size_t j = 0; j < k; ++j) {
      if (found[j].row >= found[k].row || found[j].end > found[k].begin) continue;
      if (best[j] + found[k].score > best[k]) {
        best[k] = best[j] + found[k].score;
        previous[k] = j;
      }
    }
    if (last == found.size() || best[k] > best[last]) last = k;
  }
  const auto at = std::ptrdiff_t(out.size());
  for (size_t k = last; k < found.size(); k = previous[k])
    out.insert(out.begin() + at, {found[k].row, where[found[k].begin], where[found[k].end - 1]});
}

}  // namespace

std::span<const TableForm* const> table_forms() { return kForms; }

std::span<const std::u32string> wordings(const TableForm& form, uint16_t row) {
  return catalogue().wordings[index_of(form)][row];
}

namespace {

// Drops labels that are part of a longer one: 同意公开答复数 in 不同意公开答复数. In the order of their ends, as
// before.
void drop_parts(std::vector<Label>& found) {
  std::vector<size_t> by_start(found.size());
  for (size_t i = 0; i < found.size(); ++i) by_start[i] = i;
  put_in_order(by_start.begin(), by_start.end(), [&](size_t a, size_t b) {
    const Label &x = found[a], &y = found[b];
    return x.first != y.first ? x.first < y.first : x.length != y.length ? x.length > y.length : a < b;
  });
  std::vector<uint8_t> part(found.size());
  uint32_t start = 0, end = 0;  // of the longest label so far
  for (const size_t i : by_start) {
    const Label& l = found[i];
    part[i] = l.first + l.length <= end && l.length < end - start;
    if (l.first + l.length > end) start = l.first, end = l.first + l.length;
  }
  size_t kept = 0;
  for (size_t i = 0; i < found.size(); ++i)
    if (!part[i]) found[kept++] = found[i];
  found.resize(kept);
}

// Whether a label stands within a bracket that says more: (六)其他处理(包括申请人撤回、逾期不补正等).
bool is_remark(std::string_view text, const Label& l) {
  constexpr uint32_t kReach = 150;  // bytes
  const uint32_t lowest = l.folded.begin > kReach ? l.folded.begin - kReach : 0;
  const size_t open = text.substr(lowest, l.folded.begin - lowest).find_last_of("()\n\t");
  if (open == std::string_view::npos || text[lowest + open] != '(') return false;
  const size_t close = text.substr(l.folded.end, kReach).find_first_of("()\n\t");
  if (close == std::string_view::npos || text[l.folded.end + close] != ')') return false;
  const size_t begin = lowest + open + 1;
  return han_of(text.substr(begin, l.folded.end + close - begin)).size() > l.length;
}

}  // namespace

std::vector<std::vector<Label>> find_labels(std::string_view folded) {
  const Catalogue& all = catalogue();
  std::vector<std::vector<Label>> found(std::size(kForms));
  for (const Match& m : all.matcher.find(folded)) {
    const auto [form, row] = all.owners[m.label];
    const Label label{row, m.length, m.folded, m.first};
    if (!is_remark(folded, label)) found[form].push_back(label);
  }
  for (std::vector<Label>& of_form : found) drop_parts(of_form);
  return found;
}

std::vector<Label> best_chain(const TableForm& form, const std::vector<Label>& found) {
  constexpr double kSkippedRow = 1.5, kSkippedMost = 4, kGap = 1.0 / 8,
                   kGapMost = 4,   // a page's head and a repeated header fit in
                   kRestart = 16;  // where the form's first row stands between, another table begins
  std::vector<double> best(found.size());
  std::vector<size_t> previous(found.size());
  std::vector<uint32_t> starts(found.size() + 1);  // how many of the labels before are the first row's
  for (size_t k = 0; k < found.size(); ++k) starts[k + 1] = starts[k] + (found[k].row == 0);
  size_t last = found.size();
  for (size_t k = 0; k < found.size(); ++k) {
    const Label& l = found[k];
    best[k] = l.length;
    previous[k] = found.size();
    for (size_t j = k; j-- > 0 && k - j <= kLookBack;) {
      const Label& p = found[j];
      const uint32_t p_end = p.first + p.length;
      if (p.row >= l.row || p_end > l.first || l.first - p_end > kFarthest) continue;
      double skipped = 0;
      for (uint16_t r = uint16_t(p.row + 1); r < l.row; ++r) skipped += form.rows[r].heading() ? 0 : kSkippedRow;
      const double score = best[j] + l.length - std::min(kSkippedMost, skipped) -
                           std::min(kGapMost, (l.first - p_end) * kGap) - (starts[k] > starts[j + 1] ? kRestart : 0);
      if (score > best[k]) {
        best[k] = score;
        previous[k] = j;
      }
    }
    if (last == found.size() || best[k] > best[last]) last = k;
  }
  std::vector<Label> chain;
  for (size_t k = last; k < found.size(); k = previous[k]) chain.push_back(found[k]);
  std::reverse(chain.begin(), chain.end());
  return chain;
}

std::vector<PlacedRow> place_rows(const TableForm& form, const std::vector<Label>& chain,
                                  const std::vector<Atom>& atoms) {
  const auto atom_at = [&](uint32_t folded) {
    return uint32_t(std::lower_bound(atoms.begin(), atoms.end(), folded,
                                     [](const Atom& a, uint32_t f) { return a.folded.begin < f; }) -
                    atoms.begin());
  };
  std::vector<PlacedRow> placed;
  uint16_t next_row = 0;
  uint32_t next_atom = 0;
  for (const Label& l : chain) {
    const PlacedRow p{l.row, atom_at(l.folded.begin), atom_at(l.folded.end) - 1};
    if (p.first >= atoms.size() || p.last < p.first) continue;
    fill_gap(form, next_row, p.row, atoms, next_atom, p.first, placed);
    placed.push_back(p);
    next_row = uint16_t(p.row + 1);
    next_atom = p.last + 1;
  }
  fill_gap(form, next_row, uint16_t(form.rows.size()), atoms, next_atom, uint32_t(atoms.size()), placed);
  return placed;
}

}  // namespace gouji
