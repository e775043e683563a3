// How well the claims that Quoth finds agree with those that people marked, and how well two people agree.
//
// Two claims are one when the words that both hold are at least half of all words that one of them holds; pairs are formed
// once each, the most alike first. Of pairs: the share of one type, of one maker, and how far the bands agree beyond chance (Cohen's kappa).
// Of the five claims of an article that are ranked first: the share that people gave the band “high”.
#pragma once

#include <string>
#include <vector>

#include "document/document.h"

namespace train {

struct ClaimPair {
  std::size_t marked = 0, found = 0;  // indices of the two lists
  std::size_t alike = 0;              // shared words in thousandths of all
};
std::vector<ClaimPair> claim_pairs(const document::Document& marked, const document::Document& found);

struct ClaimScore {
  std::size_t found = 0, marked = 0, hits = 0;
  std::size_t same_type = 0, same_maker = 0;
  std::size_t bands[3][3] = {};  // [that of marked][that of found], low to high
  std::size_t first_five = 0, high_of_first_five = 0;

  double precision() const;
  double recall() const;
  double kappa() const;
};

// Adds one article. Both must be of the same text.
void add_to(ClaimScore&, const document::Document& marked, const document::Document& found);

// Annotates the articles of a folder like tests/corpus/train and prints how they agree with the first pass, and the second with it.
// With `verbose`, each claim that only one side has, and each pair that differs.
void score_marked_claims(const std::string& folder, bool verbose);

}  // namespace train
