#include "model/network.h"

#include <algorithm>
#include <array>
#include <cmath>

#ifdef __wasm_simd128__
#include <wasm_simd128.h>
#endif

namespace model {
namespace {

constexpr std::int64_t kHalf24 = std::int64_t{1} << 23;

std::int32_t rounded_shift(std::int64_t value, int bits) { return static_cast<std::int32_t>((value + (std::int64_t{1} << (bits - 1))) >> bits); }

#ifdef __wasm_simd128__
std::int32_t dot(const std::int16_t* a, const std::int16_t* b, std::size_t n) {
  v128_t sum = wasm_i32x4_splat(0);
  for (std::size_t i = 0; i < n; i += 8) sum = wasm_i32x4_add(sum, wasm_i32x4_dot_i16x8(wasm_v128_load(a + i), wasm_v128_load(b + i)));
  return wasm_i32x4_extract_lane(sum, 0) + wasm_i32x4_extract_lane(sum, 1) + wasm_i32x4_extract_lane(sum, 2) + wasm_i32x4_extract_lane(sum, 3);
}
#else
std::int32_t dot(const std::int16_t* a, const std::int16_t* b, std::size_t n) {
  std::int32_t sum = 0;
  for (std::size_t i = 0; i < n; ++i) sum += std::int32_t{a[i]} * b[i];
  return sum;
}
#endif

// The largest whole number whose square is at most `n`.
std::uint64_t root(std::uint64_t n) {
  auto r = static_cast<std::uint64_t>(std::sqrt(static_cast<double>(n)));
  while (r * r > n) --r;
  while ((r + 1) * (r + 1) <= n) ++r;
  return r;
}

// kWidth values to mean 0 and deviation 1, in 2^-8, at most 8.
void normalise(const std::int32_t* x, std::int16_t* y) {
  constexpr auto n = static_cast<std::int64_t>(kWidth);
  std::int64_t sum = 0, squares = 0;
  for (std::size_t i = 0; i < kWidth; ++i) {
    sum += x[i];
    squares += std::int64_t{x[i]} * x[i];
  }
  constexpr std::int64_t kSmall = n * n * 42950;  // 1e-5, as in training
  const auto deviation = static_cast<std::int64_t>(root(static_cast<std::uint64_t>(n * squares - sum * sum + kSmall)));
  const std::int64_t inverse = (std::int64_t{1} << 40) / deviation;
  for (std::size_t i = 0; i < kWidth; ++i)
    y[i] = static_cast<std::int16_t>(std::clamp<std::int64_t>(((n * x[i] - sum) * inverse + (std::int64_t{1} << 31)) >> 32, -2047, 2047));
}

void normalise_all(const std::vector<std::int32_t>& h, std::vector<std::int16_t>& out) {
  out.resize(h.size());
  for (std::size_t at = 0; at < h.size(); at += kWidth) normalise(&h[at], &out[at]);
}

std::int16_t limited(std::int64_t value) { return static_cast<std::int16_t>(std::clamp<std::int64_t>(value, -32767, 32767)); }

}  // namespace

void Network::read_matrix(Reader& in, Matrix& m, std::size_t from, std::size_t to) {
  m.from = from;
  m.to = to;
  m.scales.resize(to);
  m.bias.resize(to);
  for (std::int32_t& scale : m.scales) scale = static_cast<std::int32_t>(in.at_most(in.u32(), 1u << 28));
  for (std::int32_t& bias : m.bias) bias = in.i32();
  const std::string_view bytes = in.take(from * to);
  m.weights.assign(from * to, 0);
  for (std::size_t i = 0; i < bytes.size(); ++i) m.weights[i] = static_cast<std::int8_t>(bytes[i]);
}

void Network::read(Reader& in) {
  const std::size_t tables = in.at_most(in.varint(), 255);
  table_scales_.clear();
  table_of_row_.clear();
  for (std::size_t t = 0; t < tables; ++t) {
    const std::uint32_t rows = in.at_most(in.varint(), 65536 - static_cast<std::uint32_t>(table_of_row_.size()));
    table_scales_.push_back(static_cast<std::int32_t>(in.at_most(in.u32(), 1u << 20)));
    table_of_row_.insert(table_of_row_.end(), rows, static_cast<std::uint16_t>(t));
  }
  rows_ = table_of_row_.size();
  const std::string_view bytes = in.take(rows_ * kWidth);
  embedding_.assign(rows_ * kWidth, 0);
  for (std::size_t i = 0; i < bytes.size(); ++i) embedding_[i] = static_cast<std::int8_t>(bytes[i]);
  for (std::size_t l = 0; l < kLayers; ++l) {
    read_matrix(in, taps_[l], kTaps, kWidth);
    read_matrix(in, gates_[l], kWidth, 2 * kWidth);
  }
  for (std::size_t d = 0; d < 2; ++d) {
    read_matrix(in, input_[d], kWidth, 3 * kHidden);
    read_matrix(in, recurrent_[d], kHidden, 3 * kHidden);
  }
  read_matrix(in, output_, kWidth, in.at_most(in.u8(), 16));
  curve_.assign(kCurve, 0);
  for (std::int16_t& value : curve_) {
    const std::uint32_t low = in.u8();
    value = static_cast<std::int16_t>(in.at_most(low | std::uint32_t{in.u8()} << 8, 32767));
  }
}

std::vector<std::int32_t> Network::scores(const std::vector<std::uint16_t>& rows) const {
  const std::size_t n = tables() == 0 ? 0 : rows.size() / tables();
  std::vector<std::int32_t> h(n * kWidth), out(n * labels());
  std::vector<std::int16_t> in;
  for (std::size_t t = 0; t < n; ++t) {
    for (std::size_t k = 0; k < tables(); ++k) {
      const std::size_t row = std::min<std::size_t>(rows[t * tables() + k], rows_ - 1);
      const std::int32_t scale = table_scales_[table_of_row_[row]];
      const std::int8_t* values = &embedding_[row * kWidth];
      for (std::size_t i = 0; i < kWidth; ++i) h[t * kWidth + i] += values[i] * scale;
    }
  }
  normalise_all(h, in);
  for (std::size_t i = 0; i < h.size(); ++i) h[i] = in[i] * 256;
  for (std::size_t l = 0; l < kLayers; ++l) convolve(l, h, in);
  normalise_all(h, in);
  for (std::size_t d = 0; d < 2; ++d) recur(d, h, in);
  normalise_all(h, in);
  for (std::size_t t = 0; t < n; ++t)
    for (std::size_t y = 0; y < output_.to; ++y)
      out[t * output_.to + y] =
          rounded_shift(std::int64_t{dot(&output_.weights[y * kWidth], &in[t * kWidth], kWidth)} * output_.scales[y], 20) + output_.bias[y];
  return out;
}

void Network::convolve(std::size_t layer, std::vector<std::int32_t>& h, std::vector<std::int16_t>& in) const {
  constexpr int kReach = static_cast<int>(kTaps) / 2;
  const Matrix &taps = taps_[layer], &gates = gates_[layer];
  const int n = static_cast<int>(h.size() / kWidth);
  normalise_all(h, in);
  std::array<std::int32_t, kWidth> sum;
  alignas(16) std::array<std::int16_t, kWidth> mixed;
  for (int t = 0; t < n; ++t) {
    sum.fill(0);
    for (int j = std::max(0, t - kReach); j <= std::min(n - 1, t + kReach); ++j) {
      const std::int16_t* from = &in[static_cast<std::size_t>(j) * kWidth];
      const std::size_t tap = static_cast<std::size_t>(j - t + kReach);
      for (std::size_t i = 0; i < kWidth; ++i) sum[i] += std::int32_t{from[i]} * taps.weights[i * kTaps + tap];
    }
    for (std::size_t i = 0; i < kWidth; ++i)
      mixed[i] = limited(((std::int64_t{sum[i]} * taps.scales[i] + kHalf24) >> 24) + (taps.bias[i] >> 4));
    for (std::size_t i = 0; i < kWidth; ++i) {
      const auto act = [&](std::size_t o) {
        return rounded_shift(std::int64_t{dot(&gates.weights[o * kWidth], mixed.data(), kWidth)} * gates.scales[o], 20) + gates.bias[o];
      };
      const std::int32_t value = act(i), gate = act(kWidth + i);
      const std::int32_t open = curve_[static_cast<std::size_t>(std::clamp((gate + 8 * 4096) >> 6, 0, static_cast<std::int32_t>(kCurve) - 1))];
      h[static_cast<std::size_t>(t) * kWidth + i] += rounded_shift(std::int64_t{value} * open, 11);
    }
  }
}

void Network::recur(std::size_t direction, std::vector<std::int32_t>& h, const std::vector<std::int16_t>& in) const {
  const Matrix &input = input_[direction], &recurrent = recurrent_[direction];
  const std::size_t n = h.size() / kWidth;
  const auto curve = [&](std::int32_t x) {
    return std::int32_t{curve_[static_cast<std::size_t>(std::clamp((x + 8 * 4096) >> 6, 0, static_cast<std::int32_t>(kCurve) - 1))]};
  };
  alignas(16) std::array<std::int16_t, kHidden> state{};
  std::array<std::int32_t, 3 * kHidden> from_input, from_state;
  for (std::size_t step = 0; step < n; ++step) {
    const std::size_t t = direction == 0 ? step : n - 1 - step;
    for (std::size_t o = 0; o < 3 * kHidden; ++o) {
      from_input[o] = rounded_shift(std::int64_t{dot(&input.weights[o * kWidth], &in[t * kWidth], kWidth)} * input.scales[o], 20) + input.bias[o];
      from_state[o] = rounded_shift(std::int64_t{dot(&recurrent.weights[o * kHidden], state.data(), kHidden)} * recurrent.scales[o], 27);
    }
    for (std::size_t i = 0; i < kHidden; ++i) {
      const std::int32_t reset = curve(from_input[i] + from_state[i]);
      const std::int32_t update = curve(from_input[kHidden + i] + from_state[kHidden + i]);
      const std::int32_t x = from_input[2 * kHidden + i] + rounded_shift(std::int64_t{reset} * from_state[2 * kHidden + i], 15);
      const std::int32_t fresh = 2 * curve(std::clamp(2 * x, -(1 << 20), 1 << 20)) - 32768;
      state[i] = limited(rounded_shift(std::int64_t{32768 - update} * fresh + std::int64_t{update} * state[i], 15));
      h[t * kWidth + direction * kHidden + i] += 2 * state[i];
    }
  }
}

}  // namespace model
