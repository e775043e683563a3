#include "claim/scorer.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "rules/embedded.h"

namespace claim {
namespace {

// The whole root of n, by Newton's method from above.
std::uint64_t root_of(std::uint64_t n) {
  if (n < 2) return n;
  std::uint64_t guess = std::uint64_t{1} << 32;
  for (;;) {
    const std::uint64_t better = (guess + n / guess) / 2;
    if (better >= guess) return guess;
    guess = better;
  }
}

}  // namespace

std::int64_t length_of(const std::vector<Feature>& features) {
  std::uint64_t squares = 0;
  for (const Feature& f : features) squares += static_cast<std::uint64_t>(f.value * f.value);
  return std::max<std::int64_t>(1, static_cast<std::int64_t>(root_of(squares * kOne * kOne)));
}

text::Result<Scorer> Scorer::read(std::string_view file) {
  text::Result<model::Reader> opened = model::open(file, features_fingerprint() + signs_fingerprint());
  if (!opened) return opened.error();
  model::Reader& in = *opened;
  Scorer out;
  for (std::int32_t& bias : out.bias_) bias = in.i32();
  const std::string_view weights = in.take(std::size_t{kRows} * kModels);
  for (std::size_t m = 0; m < kModels; ++m) out.weights_[m].reserve(kRows);
  for (std::size_t i = 0; i < weights.size(); ++i) out.weights_[i % kModels].push_back(static_cast<std::int8_t>(weights[i]));
  const std::uint32_t points = in.u8();
  for (std::uint32_t i = 0; i < points; ++i) {
    Point point;
    point.score = in.i32();
    point.thousandths = in.i32();
    out.curve_.push_back(point);
  }
  out.partly_ = in.i32();
  out.wholly_ = in.i32();
  out.worth_checking_ = in.i32();
  out.desk_.read(in);
  bool sound = in.ok() && in.at_end() && out.curve_.size() >= 2;
  for (std::size_t i = 0; sound && i < out.curve_.size(); ++i) {
    const int worth = out.curve_[i].thousandths;
    sound = worth >= 0 && worth <= 1000 && (i == 0 || (out.curve_[i].score > out.curve_[i - 1].score && worth >= out.curve_[i - 1].thousandths));
  }
  if (!sound) return text::Error{"", "is cut off or damaged"};
  return out;
}

const Scorer& Scorer::built_in() {
  static const Scorer all = [] {
    text::Result<Scorer> read = Scorer::read(rules::embedded("models/claims.bin"));
    if (!read) {
      std::fprintf(stderr, "models/claims.bin: %s\n", to_string(read.error()).c_str());
      std::abort();
    }
    return std::move(*read);
  }();
  return all;
}

Scores Scorer::score(const std::vector<Feature>& features) const {
  std::array<std::int64_t, kModels> sums{};
  for (const Feature& f : features)
    for (std::size_t m = 0; m < kModels; ++m) sums[m] += f.value * weights_[m][f.row];
  const std::int64_t length = length_of(features);
  const auto score = [&](std::size_t m) { return static_cast<std::int32_t>(sums[m] * kOne * kOne / length) + bias_[m]; };
  return {score(0), score(1)};
}

int Scorer::thousandths(std::int32_t worth) const {
  const auto above = std::upper_bound(curve_.begin(), curve_.end(), worth, [](std::int32_t at, const Point& p) { return at < p.score; });
  if (above == curve_.begin()) return above->thousandths;
  const Point& left = *(above - 1);
  if (above == curve_.end()) return left.thousandths;
  const std::int64_t share = std::int64_t{worth} - left.score, width = std::int64_t{above->score} - left.score;
  return left.thousandths + static_cast<int>(share * (above->thousandths - left.thousandths) / width);
}

int Scorer::fact(std::int32_t verifiable) const {
  const std::int64_t width = std::max<std::int64_t>(1, (std::int64_t{wholly_} - partly_) / 2), beyond = std::int64_t{verifiable} - wholly_;
  const std::int64_t steps = beyond >= 0 ? beyond / width : -((-beyond + width - 1) / width);
  return static_cast<int>(std::clamp<std::int64_t>(steps, -8, 8));
}

int Scorer::millionths_by_itself(std::int32_t worth) const {
  const std::int64_t beyond = std::int64_t{worth} - worth_checking_;
  const std::int64_t width = std::max<std::int64_t>(1, (std::int64_t{curve_.back().score} - curve_.front().score) / 8);
  return static_cast<int>(500000 + 499999 * beyond / (width + std::abs(beyond)));
}

}  // namespace claim
