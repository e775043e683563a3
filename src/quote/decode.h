// The best labels for a stretch of tokens, given a score for each label of each token and for each pair of
// neighbours (Viterbi 1967). Whole numbers throughout; of equal scores the lower label wins.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "quote/labels.h"

namespace quote {

using Scores = std::array<std::int32_t, kLabelCount>;

struct Transitions {
  std::array<Scores, kLabelCount> follow{};  // [before][next]
  Scores start{};
};

// `bias` is added to every token's scores: to favour some labels over others.
std::vector<Label> decode(std::span<const Scores> scores, const Transitions&, const Scores& bias = {});

}  // namespace quote
