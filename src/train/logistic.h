// Logistic regression over sparse vectors, by L-BFGS (Nocedal 1980): the minimum of
//   |weights|² / 2 + cost × (sum over examples of log(1 + exp(-label × score)))
// The same examples in the same order give the same weights.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

namespace train {

using SparseVector = std::vector<std::pair<std::uint32_t, float>>;

struct LinearModel {
  std::vector<double> weights;
  double bias = 0;  // not held small

  double score(const SparseVector&) const;
};

LinearModel learn_logistic(const std::vector<const SparseVector*>& examples, const std::vector<bool>& labels, std::size_t size, double cost);

}  // namespace train
