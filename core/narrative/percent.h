// What a percentage may be a part of, and of what: figures of the text and cells of the tables.
#pragma once

#include "narrative/narrative.h"

namespace gouji {

struct Base {
  Decimal value;
  std::string name;
  bool near;  // of the same sentence, or a cell that the words mean
  int64_t mention = -1;
  int basis = -1;  // of a cell: which alternative, so that new ones are a share of new ones
};

class PercentBases {
 public:
  PercentBases(const Narrative& n, size_t i) : n_(n), i_(i), m_(n.mentions[i]) {}

  // What the percentage is a part of; gives whether it is certain that it is.
  bool numerators(std::vector<Base>& out) const;
  // What it may be a part of.
  std::vector<Base> denominators() const;
  // The figure right before, or around the brackets.
  const Mention* previous() const;

 private:
  static constexpr size_t kBack = 12;  // how many figures before may be the whole
  static constexpr size_t kFar = 48;   // how far back they may stand

  const Narrative& n_;
  size_t i_;
  const Mention& m_;

  bool counted(const Mention& m) const;
  Base base(const Mention& m) const;
  void any_before(std::vector<Base>& out) const;
  const Mention* of_rate() const;
  std::string bracketed(const std::string& name) const;
  void cell(std::vector<Base>& out, std::string_view topic, std::string_view role, size_t alternative = 0) const;
  void cells(std::vector<Base>& out, std::string_view topic, std::string_view role) const;
  std::string_view cases() const;
  bool applicant() const;
  const Mention* named() const;
  const Mention* whole() const;
  bool together(const Mention& last, std::vector<Base>& out) const;
};

}  // namespace gouji
