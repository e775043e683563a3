// A small neural network over tokens, in whole numbers only: the same in every build, and quick without any
// library. It was trained in floats (train/network_trainer.h); weights are int8 with a scale, what flows
// between the layers is fixed point:
//
//   rows      the rows that a token names in its tables are summed              2^-12
//   convolve  twice: five neighbours, 64 values and 64 gates, added              2^-8 in, 2^-12 out
//   recur     gated recurrent units (Cho et al. 2014) in both directions, added  state 2^-15
//   scores    one a label                                                        2^-12
//
// Before each step a token's values are brought to mean 0 and deviation 1.
#pragma once

#include <cstdint>
#include <vector>

#include "model/file.h"

namespace model {

constexpr std::size_t kWidth = 64, kHidden = 32, kLayers = 2, kTaps = 5;
constexpr int kScoreBits = 12;  // a score of 1.0 is 1 << kScoreBits

// A matrix of int8 weights, a scale for each output. Held as int16, which processors multiply best, two inputs
// side by side: [from / 2][to][2].
struct Matrix {
  std::size_t from = 0, to = 0;
  std::vector<std::int16_t> weights;
  std::vector<std::int32_t> scales;    // of 2^-24
  std::vector<std::int32_t> bias;      // 2^-12
};

class Network {
 public:
  // Reads what write_network (train/quantise.h) wrote; damage shows in the reader.
  void read(Reader&);

  std::size_t tables() const { return tables_; }
  std::size_t rows() const { return rows_; }
  std::size_t labels() const { return output_.to; }

  // `rows`: tables() rows for each token, each below rows(). Gives labels() scores a token. Linear.
  std::vector<std::int32_t> scores(const std::vector<std::uint16_t>& rows) const;

 private:
  void read_matrix(Reader&, Matrix&, std::size_t from, std::size_t to);
  std::int32_t curve(std::int32_t x) const;  // 2^-12 in, 2^-15 out
  void convolve(std::size_t layer, std::vector<std::int32_t>& h, std::vector<std::int16_t>& in) const;
  void recur(std::size_t direction, std::vector<std::int32_t>& h, const std::vector<std::int16_t>& in) const;

  std::size_t rows_ = 0;
  std::size_t tables_ = 0;
  std::vector<std::int16_t> embedding_;     // rows × kWidth, 2^-12
  Matrix taps_[kLayers];                    // one input a tap, one output a value; weights are [tap][value]
  Matrix gates_[kLayers], input_[2], recurrent_[2], output_;
  std::vector<std::int16_t> curve_;         // the logistic curve from -8 to 8, in 2^-15
};

// Steps of the curve in a file.
constexpr std::size_t kCurve = 1024;

}  // namespace model
