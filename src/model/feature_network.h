// A small network over hashed features: each feature names a row of 2^k, the rows are summed, what is above zero
// goes on, and a few outputs are weighed from it. Unlike a linear model it can tell that two signs together mean
// something else than each by itself. Whole numbers only: every build gives the same scores.
//
// In a file: u8 k, u8 values in a row, u8 outputs; the rows, int8; i32 a value: its bias; i32 a value and output: its
// weight, of 2^-20; i32 an output: its bias, 2^-kFeatureBits.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/file.h"

namespace model {

constexpr int kFeatureBits = 10;  // an output of 1.0 is 1 << kFeatureBits

class FeatureNetwork {
 public:
  void read(Reader&);

  std::size_t outputs() const { return bias_.size(); }

  // Sets scores[0 … outputs()). Linear in the features.
  void score(const std::vector<std::uint64_t>& features, std::int32_t* scores) const;

 private:
  std::uint32_t mask_ = 0;
  std::size_t width_ = 0;
  std::string rows_;                  // int8, width_ in a row
  std::vector<std::int32_t> hidden_;  // bias of each value
  std::vector<std::int32_t> weights_;  // [value][output]
  std::vector<std::int32_t> bias_;
};

}  // namespace model
