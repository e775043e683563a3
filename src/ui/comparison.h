// What the open document and another person's on the same text say differently, as a list to go through.
//
// Mine is the open one: A. Theirs is the other one: B.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "compare/agreement.h"
#include "session/session.h"

namespace ui {

struct Discrepancy {
  std::string key;  // its name in Session::decided
  bool claim = false;
  std::optional<std::size_t> mine, theirs;  // places in the lists of the two documents; none: only the other one has the mark
  bool other_words = false;
  std::vector<compare::Difference> differences;  // beside the words
  text::Span place;                              // its first words

  // The two do not stand on the same words.
  bool is_apart() const { return other_words || !mine || !theirs; }
};

struct Discrepancies {
  std::vector<Discrepancy> open;  // in the order of the text, without those that were decided
  std::size_t decided = 0;
  compare::Agreement agreement;
};

// Counts anew only if the session has changed. Nothing is compared without Session::other.
class DiscrepancyCache {
 public:
  const Discrepancies& of(const session::Session&);

 private:
  Discrepancies all_;
  std::uint64_t changes_ = 0, comparisons_ = 0;
  bool valid_ = false;
};

// "Only in B", "Other words, speaker".
std::string title_of(const Discrepancy&);
// What one of the two says: "Ann Lee, direct: “We will stay”", "speaker Ann Lee". Empty where that one says nothing.
std::string version_of(const session::Session&, const Discrepancy&, bool theirs);

// The pieces of the mark in A or B; none if it is not there.
std::vector<text::Span> pieces_of(const session::Session&, const Discrepancy&, bool theirs);
session::Target target_of(const session::Session&, const Discrepancy&);  // of mine

session::KeepMine keep_mine(const session::Session&, const Discrepancy&);
// `beside`: mine stays as well.
session::TakeTheirs take_theirs(const session::Session&, const Discrepancy&, bool beside);

}  // namespace ui
