// What the ranker looks at in one candidate: its cue, its edges, how its parts stand to each other, and what the
// tagger's scores say about it. Hashes, for model/feature_network.h.
#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "quote/candidates.h"

namespace quote {

class RankerFeatures {
 public:
  RankerFeatures(const TaggedText&, const Readings&, const Lattice&);

  // Overwrites `out`. About a hundred features.
  void of(const Candidate&, std::vector<std::uint64_t>& out) const;

  static std::uint32_t fingerprint();

 private:
  const TaggedText& text_;
  const Readings& readings_;
  const Lattice& lattice_;
  std::map<std::uint64_t, int> sources_;  // how often each word ends a source in the first reading
};

}  // namespace quote
