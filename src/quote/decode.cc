#include "quote/decode.h"

#include <algorithm>

namespace quote {

std::vector<Label> decode(std::span<const Scores> scores, const Transitions& transitions, const Scores& bias) {
  constexpr std::int64_t kNever = std::int64_t{-1} << 50;
  std::vector<Label> labels(scores.size());
  if (scores.empty()) return labels;
  std::array<std::int64_t, kLabelCount> best{};
  std::vector<std::array<std::uint8_t, kLabelCount>> from(scores.size());
  for (int y = 0; y < kLabelCount; ++y) {
    const auto i = static_cast<std::size_t>(y);
    best[i] = may_follow(Label::none, static_cast<Label>(y)) ? std::int64_t{transitions.start[i]} + scores[0][i] + bias[i] : kNever;
  }
  for (std::size_t t = 1; t < scores.size(); ++t) {
    std::array<std::int64_t, kLabelCount> next{};
    for (std::size_t y = 0; y < kLabelCount; ++y) {
      next[y] = 2 * kNever;
      for (std::size_t b = 0; b < kLabelCount; ++b) {
        if (!may_follow(static_cast<Label>(b), static_cast<Label>(y))) continue;
        const std::int64_t score = best[b] + transitions.follow[b][y];
        if (score > next[y]) {
          next[y] = score;
          from[t][y] = static_cast<std::uint8_t>(b);
        }
      }
      next[y] += scores[t][y] + bias[y];
    }
    best = next;
  }
  auto y = static_cast<std::size_t>(std::max_element(best.begin(), best.end()) - best.begin());
  for (std::size_t t = scores.size(); t-- > 0;) {
    labels[t] = static_cast<Label>(y);
    y = from[t][y];
  }
  return labels;
}

}  // namespace quote
