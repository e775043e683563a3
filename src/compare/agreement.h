// How far two people, or a person and the program, agree about one text: which quotations and claims both have, what they
// say differently of those, and how far they agree word by word.
//
// Marks that were rejected do not count. A pair is the two marks whose contents share the most; each mark is in one pair at
// most. Pure; the same two documents give the same answer.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "document/document.h"
#include "text/result.h"

namespace compare {

// One thing that the two say differently of a mark that both have. For people: names of speakers, words of cues.
struct Difference {
  std::string what;   // "type", "cue", "source", "speaker", "verifiable", "made by"
  std::string a, b;   // "none" where one says nothing

  bool operator==(const Difference&) const = default;
};
inline std::string to_string(const Difference& d) { return d.what + ": " + d.a + ", " + d.b; }

struct Pair {
  std::size_t a = 0, b = 0;             // places in the lists of the two documents
  bool same_words = false;              // the same pieces; else other edges
  std::vector<Difference> differences;  // beside the edges
};

struct Marks {
  std::vector<Pair> pairs;            // in the order of the first document
  std::vector<std::size_t> only_a, only_b;
  std::size_t same_words = 0;         // of the pairs
  // Beyond chance, in thousandths: 1000 is full agreement, 0 what chance would give. Of the pairs, on what type they are and
  // who speaks: Cohen's kappa; 1000 where there are no pairs.
  int type_kappa = 1000, speaker_kappa = 1000;
  // Of where marks begin and end: Krippendorff's alpha for units (K. Krippendorff, On the reliability of unitizing continuous
  // data, 1995), in thousandths; can be below 0. The units are the pieces of the marks, those that overlap joined.
  int unit_alpha = 1000;

  std::size_t in_a() const { return pairs.size() + only_a.size(); }
  std::size_t in_b() const { return pairs.size() + only_b.size(); }
  int overlap_f1() const;  // in thousandths: 2 pairs / (marks of a + marks of b); 1000 where there are none
  int exact_f1() const;    // the same of pairs with the same words
};

// What each of the two says of every byte of the text: it is in a mark, or it is not.
struct Bytes {
  std::int64_t both = 0, only_a = 0, only_b = 0, neither = 0;

  int agreement() const;  // in thousandths
  int kappa() const;      // Cohen's kappa, in thousandths: 0 is what chance would give
};

struct Agreement {
  Marks quotations, claims;
  Bytes quoted;
};

// An error if the two are not on the same text. Linear but for marks that overlap each other many times.
text::Result<Agreement> agree(const document::Document& a, const document::Document& b);

}  // namespace compare
