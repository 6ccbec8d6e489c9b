// Finds the lists of parts: where they begin, of what, and where they end.
#pragma once

#include "narrative/parts.h"

namespace gouji {

class PartLists {
 public:
  explicit PartLists(const Narrative& n) : n_(n) {}

  std::vector<PartList> lists();

 private:
  const Narrative& n_;
  std::vector<PartList> lists_;
  size_t taken_ = 0;  // mentions before this one are in a list already

  const Mention& at(size_t i) const { return n_.mentions[i]; }

  // part_lists.cpp: where a list begins, and of what
  int64_t before(size_t i, bool across) const;
  void start(size_t i);
  bool made_of(size_t i) const;
  int64_t named_before(size_t i) const;
  bool addable(size_t a, size_t b) const;
  void pairs(size_t i, size_t second);
  bool counts_kinds(size_t k) const;
  bool is_kinds(size_t k) const;
  bool few_others(size_t whole, size_t part) const;
  bool announces_itself(size_t i) const;

  // part_collect.cpp: what belongs to it
  void collect(size_t i, PartList& list);
  PartKind kind_in(const PartList& list, const Mention& m) const;
  bool complete_so_far(const PartList& list) const;
  bool closes(const PartList& list, const Mention& first, PartKind kind, size_t k) const;
  bool foreign_act(const PartList& list, const Mention& first, const Mention& m) const;
  void widen(PartList& list) const;
  void step_out(PartList& list) const;
  bool itemised(const PartList& list, size_t k) const;
  bool counts_the_parts(const PartList& list, size_t k) const;
  bool goes_on(size_t k) const;
  bool open_after(const PartList& list, size_t k) const;
  Total total(const PartList& list) const;
};

}  // namespace gouji
