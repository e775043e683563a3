// A chain of labels over one sequence (a linear conditional random field): its loss, and what each score
// and each transition should change by.
#pragma once

#include <cstdint>
#include <vector>

namespace train {

struct Chain {
  int labels = 0;
  int stride = 0;               // scores a token
  const float* follow = nullptr;  // [before][next], forbidden ones far below zero
  const float* start = nullptr;
};

// Minus the logarithm of the gold labels' probability. `d_scores`, `d_follow` and `d_start` are set or added to
// with its gradient: d_scores is overwritten, the others grow.
double chain_loss(const Chain&, const std::vector<float>& scores, const std::vector<std::uint8_t>& gold, std::vector<float>& d_scores,
                  float* d_follow, float* d_start);

}  // namespace train
