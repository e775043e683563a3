// Trains the ranker: logistic models over the hashed features of candidates (AdaGrad, averaged), one for each
// RankerOutput.
#pragma once

#include <vector>

#include "quote/ranker.h"
#include "train/gold_labels.h"

namespace train {

struct RankedExample {
  std::vector<std::uint32_t> rows;  // of the features
  bool right[quote::kRankerOutputs] = {};
};

constexpr std::uint32_t kRankerRows = 1u << 17;

// The candidates of one article, from scores of a network that has not seen it.
void add_candidates(const Example&, const std::vector<quote::Scores>&, const quote::Transitions&, std::vector<RankedExample>&);

// Rows of kRankerOutputs weights.
std::vector<float> train_ranker(const std::vector<RankedExample>&);

}  // namespace train
