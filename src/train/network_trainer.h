// Trains the network of model/network.h in floats: hashed rows summed, two gated convolutions, one recurrent
// layer in both directions, and a chain of labels over it all (Lafferty et al. 2001). Gradients are written
// out by hand and checked by a test against differences. Two threads share a batch in a fixed way, so that
// the same data and seed give the same weights.
#pragma once

#include <cstdint>
#include <vector>

#include "train/random.h"

namespace train {

constexpr int kWidth = 64, kHidden = 32, kLayers = 2, kTaps = 5, kOut = 8;  // kOut: labels, rounded up

// One stretch of tokens: `tables` rows a token, and a label for each.
struct Sequence {
  std::vector<std::uint16_t> rows;
  std::vector<std::uint8_t> labels;

  int size() const { return static_cast<int>(labels.size()); }
};

struct NetworkPlan {
  int labels = 7;
  int tables = 0;
  std::uint32_t rows = 0;                    // of all tables
  std::vector<std::uint32_t> hidden_row;     // per table: the row that stands for a hidden word, or 0
  bool (*may_follow)(int before, int next) = nullptr;
  int passes = 12;
  int batch = 3000;  // tokens
  float rate = 4e-3f, dropout = 0.2f, hide = 0.15f;
  std::uint64_t seed = 1;
};

// Where each part of the parameters begins in Parameters::values. Matrices are [from][to].
struct Layout {
  explicit Layout(std::uint32_t rows);
  std::size_t embedding = 0, convolution[kLayers], convolution_bias[kLayers], gate[kLayers], gate_bias[kLayers];
  std::size_t input[2], input_bias[2], recurrent[2], output = 0, output_bias = 0, follow = 0, start = 0, size = 0;
};

using Parameters = std::vector<float>;

Parameters train_network(const NetworkPlan&, const std::vector<Sequence>&);

// The scores of each token's labels, kOut a token.
std::vector<float> emissions(const NetworkPlan&, const Parameters&, const Sequence&);

// The loss of one sequence, and its gradient added to `gradient`; no dropout where `random` is null.
double loss_of(const NetworkPlan&, const Parameters&, const Sequence&, Random* random, Parameters& gradient);

}  // namespace train
