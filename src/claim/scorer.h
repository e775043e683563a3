// The learned scorer: two linear models over the features of a sentence, with int8 weights, and the curve
// that turns the first one's score into thousandths of worth.
//
//   worth        is it a fact that the public would want checked?
//   verifiable   is it a fact at all?
//
// score = (sum of value × weight) / (length of the values as a vector), in whole numbers only. The weights
// are assets/models/claims.bin, made by `quoth-train claims`.
//
// In the file: i32 bias of each model, then kRows times an int8 weight of each, since mostly both are nothing; u8 n, and n >= 2 points (i32 score, i32 thousandths)
// of the curve, rising; i32 the scores from which a statement is partly and wholly verifiable; i32 the score from which a
// sentence by itself is worth a check; then what desk.h says.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "claim/desk.h"
#include "claim/features.h"
#include "model/file.h"
#include "text/result.h"

namespace claim {

constexpr int kModels = 2;
constexpr int kOne = 1 << 12;  // scores are in 1/4096 of a weight's step

struct Point {
  std::int32_t score = 0;
  std::int32_t thousandths = 0;
};

struct Scores {
  std::int32_t worth = 0;       // raw
  std::int32_t verifiable = 0;  // raw
};

class Scorer {
 public:
  static text::Result<Scorer> read(std::string_view file);
  // The one in assets/. A damaged built-in file is a bug, and stops the program.
  static const Scorer& built_in();

  Scores score(const std::vector<Feature>&) const;
  // What the feature adds to the worth, before it is divided by the length.
  int weight(const Feature& f) const { return f.value * weights_[0][f.row]; }

  // 0 … 1000, by the curve: measured against the sentences of news, of which few are worth a check.
  int thousandths(std::int32_t worth) const;
  // 0 … 10^6, and half of it where people who check debates begin to find a sentence worth a check.
  int millionths_by_itself(std::int32_t worth) const;
  bool partly_verifiable(std::int32_t verifiable) const { return verifiable >= partly_; }
  // How likely it is a fact at all, from -8 to 8; partly and wholly verifiable are at -2 and 0.
  int fact(std::int32_t verifiable) const;
  const Desk& desk() const { return desk_; }
  bool wholly_verifiable(std::int32_t verifiable) const { return verifiable >= wholly_; }

 private:
  std::array<std::int32_t, kModels> bias_{};
  std::array<std::vector<std::int8_t>, kModels> weights_;
  std::vector<Point> curve_;
  Desk desk_;
  std::int32_t partly_ = 0, wholly_ = 0, worth_checking_ = 0;
};

// The length of the values as a vector, times kOne; at least 1.
std::int64_t length_of(const std::vector<Feature>&);

}  // namespace claim
