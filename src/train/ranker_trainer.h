// Trains the ranker: a small network over the hashed features of candidates (model/feature_network.h), one output for
// each RankerOutput. AdaGrad (Duchi et al. 2011), a tenth of the features hidden by chance, the weights of the later
// half averaged. One thread, so that the same examples give the same weights.
#pragma once

#include <vector>

#include "quote/ranker.h"
#include "train/gold_labels.h"

namespace train {

struct RankedExample {
  std::vector<std::uint32_t> rows;  // of the features
  bool right[quote::kRankerOutputs] = {};
};


// The candidates of one article, from scores of a network that has not seen it.
void add_candidates(const Example&, const std::vector<quote::Scores>&, const quote::Transitions&, std::vector<RankedExample>&);

constexpr std::uint32_t kRankerBits = 13, kRankerWidth = 16;

// In floats: [row][value], [value], [value][output], [output].
struct RankerWeights {
  std::vector<float> rows, hidden, weights, bias;
};

RankerWeights train_ranker(const std::vector<RankedExample>&);

// As model/feature_network.h reads it.
void write_ranker(model::Writer&, const RankerWeights&);

}  // namespace train
