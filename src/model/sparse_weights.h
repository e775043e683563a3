// The weights of a linear model over hashed features: 2^k rows, in each a few classes with an int8 weight.
// Scores are sums of integers, so that every build takes the same decisions.
//
// In a file: u8 k, u8 classes, varint rows that are not empty; then, each for all of these: varint distance from the row
// before; u8 n; n classes; n weights. Like beside like packs an eighth smaller. Reading is linear and checks every bound.
#pragma once

#include <cstdint>
#include <vector>

#include "model/file.h"

namespace model {

constexpr std::uint32_t kSparseLayout = 2;  // part of the fingerprint of what holds such weights

class SparseWeights {
 public:
  void read(Reader&);

  int classes() const { return classes_; }
  std::uint32_t mask() const { return mask_; }  // of the bits that name a row

  // Adds the weights of the feature's row to scores[0 … classes).
  void add(std::uint64_t feature, std::int32_t* scores) const {
    const std::uint32_t row = static_cast<std::uint32_t>(feature) & mask_;
    for (std::uint32_t i = starts_[row], end = starts_[row + 1]; i < end; ++i) scores[entries_[i].label] += entries_[i].weight;
  }

 private:
  struct Entry {
    std::uint8_t label = 0;
    std::int8_t weight = 0;
  };
  std::uint32_t mask_ = 0;
  int classes_ = 0;
  std::vector<std::uint32_t> starts_{0, 0};  // of each row in entries_, and the end
  std::vector<Entry> entries_;
};

// `weights` are rows of `classes` values. Each is divided by `step`, rounded to the nearest whole number and
// held to ±127; what comes out as nothing is left out.
void write_sparse(Writer&, const std::vector<float>& weights, int classes, float step);

}  // namespace model
