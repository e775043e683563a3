#include "model/feature_network.h"

#include <algorithm>

namespace model {

void FeatureNetwork::read(Reader& in) {
  constexpr std::uint32_t kMostRows = 20, kMostValues = 64, kMostOutputs = 16;
  const std::uint32_t bits = in.at_most(in.u8(), kMostRows);
  width_ = in.at_most(in.u8(), kMostValues);
  const std::size_t outputs = in.at_most(in.u8(), kMostOutputs);
  mask_ = (std::uint32_t{1} << bits) - 1;
  rows_ = in.take((std::size_t{mask_} + 1) * width_);
  if (!in.ok()) rows_.assign((std::size_t{mask_} + 1) * width_, '\0');
  hidden_.resize(width_);
  weights_.resize(width_ * outputs);
  bias_.resize(outputs);
  for (auto* numbers : {&hidden_, &weights_, &bias_})
    for (std::int32_t& number : *numbers) number = in.i32();
}

void FeatureNetwork::score(const std::vector<std::uint64_t>& features, std::int32_t* scores) const {
  constexpr int kShift = 20 - kFeatureBits;
  std::vector<std::int32_t> sums = hidden_;
  for (const std::uint64_t feature : features) {
    const char* row = &rows_[(static_cast<std::uint32_t>(feature) & mask_) * width_];
    for (std::size_t i = 0; i < width_; ++i) sums[i] += static_cast<std::int8_t>(row[i]);
  }
  for (std::size_t o = 0; o < outputs(); ++o) {
    std::int64_t sum = 0;
    for (std::size_t i = 0; i < width_; ++i) sum += std::int64_t{std::max(sums[i], 0)} * weights_[i * outputs() + o];
    constexpr std::int64_t kMost = std::int64_t{1} << 24;
    scores[o] = static_cast<std::int32_t>(std::clamp((sum + (1 << (kShift - 1))) >> kShift, -kMost, kMost)) + std::clamp(bias_[o], -(1 << 24), 1 << 24);
  }
}

}  // namespace model
