// How well each stretch of tokens would do as a source, a cue or a content: the best labelling that has this
// very piece, against the best one of all. The difference, the regret, is 0 where the piece is in the best
// labelling. Whole numbers, 1 << model::kScoreBits for a factor of e.
#pragma once

#include <cstdint>
#include <vector>

#include "quote/decode.h"
#include "quote/tagged_text.h"

namespace quote {

enum class Role : std::uint8_t { source, cue, content };

class Lattice {
 public:
  // Linear. `sequences` as in tagger_features.h.
  Lattice(const std::vector<Scores>& scores, const Transitions&, const std::vector<TokenRange>& sequences);

  static constexpr std::int64_t kImpossible = std::int64_t{1} << 40;

  // At least 0; kImpossible where the piece is empty or crosses the end of a sequence. Constant time.
  std::int64_t regret(Role, TokenRange piece) const;

  TokenRange sequence_at(std::uint32_t token) const { return sequences_[sequence_of_[token]]; }

 private:
  using Sums = std::array<std::int64_t, kLabelCount>;

  const std::vector<Scores>& scores_;
  const Transitions& transitions_;
  std::vector<TokenRange> sequences_;
  std::vector<std::uint32_t> sequence_of_;
  std::vector<std::int64_t> best_;               // of each sequence
  std::vector<Sums> before_, after_;             // best score of what ends, begins with a label at a token
  std::vector<std::array<std::int64_t, 3>> on_;  // prefix sums of going on with a role
};

}  // namespace quote
