#include "train/label_chain.h"

#include <algorithm>
#include <cmath>

namespace train {
namespace {

constexpr int kMost = 8;

float log_sum(const float* values, int count) {
  const float most = *std::max_element(values, values + count);
  float sum = 0;
  for (int i = 0; i < count; ++i) sum += std::exp(values[i] - most);
  return most + std::log(sum);
}

}  // namespace

double chain_loss(const Chain& chain, const std::vector<float>& scores, const std::vector<std::uint8_t>& gold, std::vector<float>& d_scores,
                  float* d_follow, float* d_start) {
  const int n = static_cast<int>(gold.size()), k = chain.labels, stride = chain.stride;
  std::vector<float> forward(static_cast<std::size_t>(n) * kMost), backward(static_cast<std::size_t>(n) * kMost);
  const auto score = [&](int t, int y) { return scores[static_cast<std::size_t>(t * stride + y)]; };
  const auto at = [](int t, int y) { return static_cast<std::size_t>(t * kMost + y); };
  float sum[kMost];
  for (int y = 0; y < k; ++y) forward[at(0, y)] = chain.start[y] + score(0, y);
  for (int t = 1; t < n; ++t) {
    for (int y = 0; y < k; ++y) {
      for (int b = 0; b < k; ++b) sum[b] = forward[at(t - 1, b)] + chain.follow[b * k + y];
      forward[at(t, y)] = log_sum(sum, k) + score(t, y);
    }
  }
  for (int t = n - 2; t >= 0; --t) {
    for (int b = 0; b < k; ++b) {
      for (int y = 0; y < k; ++y) sum[y] = chain.follow[b * k + y] + score(t + 1, y) + backward[at(t + 1, y)];
      backward[at(t, b)] = log_sum(sum, k);
    }
  }
  const float all = log_sum(&forward[at(n - 1, 0)], k);
  double right = chain.start[gold[0]];
  d_scores.assign(scores.size(), 0.0f);
  for (int t = 0; t < n; ++t) {
    for (int y = 0; y < k; ++y) d_scores[static_cast<std::size_t>(t * stride + y)] = std::exp(forward[at(t, y)] + backward[at(t, y)] - all);
    d_scores[static_cast<std::size_t>(t * stride + gold[static_cast<std::size_t>(t)])] -= 1;
    right += score(t, gold[static_cast<std::size_t>(t)]);
    if (t == 0) continue;
    const int before = gold[static_cast<std::size_t>(t - 1)], next = gold[static_cast<std::size_t>(t)];
    right += chain.follow[before * k + next];
    for (int b = 0; b < k; ++b)
      for (int y = 0; y < k; ++y)
        d_follow[b * k + y] += std::exp(forward[at(t - 1, b)] + chain.follow[b * k + y] + score(t, y) + backward[at(t, y)] - all);
    d_follow[before * k + next] -= 1;
  }
  for (int y = 0; y < k; ++y) d_start[y] += d_scores[static_cast<std::size_t>(y)];
  return all - right;
}

}  // namespace train
