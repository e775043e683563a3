// Chooses among the candidates: a small network over hashed features says how likely the content is right to the
// word, how likely it is there at all, and how likely its source is right. The best candidates that share no words
// win. In probabilities of thousandths, from a fixed table.
#pragma once

#include <vector>

#include "model/feature_network.h"
#include "quote/candidates.h"
#include "quote/ranker_features.h"

namespace quote {

enum RankerOutput { kExact, kFound, kSourceRight, kRankerOutputs };

// In thousandths, of a sum of weights in which 1 << model::kFeatureBits is one; by a fixed table.
int probability(std::int32_t score);

struct Ranked {
  Linked linked;
  int finding = -1;  // index of the sieves' finding that it is
  int exact = 0, found = 0, source_right = 0;  // in thousandths

  // How much is gained by taking it; what counts as likely enough to be suggested.
  int worth() const { return 2 * exact + 2 * found + source_right; }
  int sureness() const { return (found + source_right) / 2; }
};

class Ranker {
 public:
  void read(model::Reader&);

  Ranked rank(const Candidate&, const std::vector<std::uint64_t>& features) const;

 private:
  model::FeatureNetwork network_;
};

// Of candidates at least `sure` (in thousandths), the worthiest that share no word of their contents, in text order.
std::vector<Ranked> choose(std::vector<Ranked>, int sure);

}  // namespace quote
