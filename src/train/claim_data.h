// Sentences with a label, as the open sets of claims have them: one JSON object a line,
// {"id", "doc", "text", "context", "label", …}, in the order of their documents. ClaimBuster's say whether the people who labelled them agreed well ("hq"),
// NewsDiscourse's which paragraph they stand in, under which headline, and whether they report speech.
#pragma once

#include <string>
#include <vector>

#include "train/logistic.h"

namespace train {

struct LabelledSentence {
  std::string doc, text, before, label, headline;
  int paragraph = 0;
  bool agreed = false, speech = false;
};

// What cannot be read stops the program.
std::vector<LabelledSentence> read_sentences(const std::string& path);

// The features that claim::judge sees, as a vector of length 1.
std::vector<SparseVector> vectors_of(const std::vector<LabelledSentence>&);

}  // namespace train
