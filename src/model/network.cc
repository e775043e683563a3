#include "model/network.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>

#if defined(__wasm_simd128__)
#include <wasm_simd128.h>
#elif defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace model {
namespace {

constexpr std::int64_t kHalf24 = std::int64_t{1} << 23;

std::int32_t rounded_shift(std::int64_t value, int bits) { return static_cast<std::int32_t>((value + (std::int64_t{1} << (bits - 1))) >> bits); }

#if defined(__wasm_simd128__)
using Lane = v128_t;
Lane both(std::int32_t pair) { return wasm_i32x4_splat(pair); }
Lane load(const void* at) { return wasm_v128_load(at); }
void store(void* at, Lane a) { wasm_v128_store(at, a); }
Lane add_pairs(Lane sum, Lane x, Lane w) { return wasm_i32x4_add(sum, wasm_i32x4_dot_i16x8(x, w)); }
#elif defined(__SSE2__)
using Lane = __m128i;
Lane both(std::int32_t pair) { return _mm_set1_epi32(pair); }
Lane load(const void* at) { return _mm_loadu_si128(static_cast<const __m128i*>(at)); }
void store(void* at, Lane a) { _mm_storeu_si128(static_cast<__m128i*>(at), a); }
Lane add_pairs(Lane sum, Lane x, Lane w) { return _mm_add_epi32(sum, _mm_madd_epi16(x, w)); }
#endif

// sums[o] = Σ weights × x, for all outputs: sixteen at a time, two inputs at once. With and without vectors the
// numbers are the same.
void multiply(const Matrix& m, const std::int16_t* x, std::int32_t* sums) {
  std::size_t o = 0;
#if defined(__wasm_simd128__) || defined(__SSE2__)
  for (; o + 16 <= m.to; o += 16) {
    const std::int16_t* w = &m.weights[2 * o];
    Lane a = both(0), b = a, c = a, d = a;
    for (std::size_t i = 0; i < m.from; i += 2, w += 2 * m.to) {
      std::int32_t pair = 0;
      std::memcpy(&pair, x + i, sizeof pair);
      const Lane in = both(pair);
      a = add_pairs(a, in, load(w));
      b = add_pairs(b, in, load(w + 8));
      c = add_pairs(c, in, load(w + 16));
      d = add_pairs(d, in, load(w + 24));
    }
    store(sums + o, a);
    store(sums + o + 4, b);
    store(sums + o + 8, c);
    store(sums + o + 12, d);
  }
#endif
  for (; o < m.to; ++o) {
    sums[o] = 0;
    for (std::size_t i = 0; i < m.from; i += 2) {
      const std::int16_t* w = &m.weights[i * m.to + 2 * o];
      sums[o] += std::int32_t{x[i]} * w[0] + std::int32_t{x[i + 1]} * w[1];
    }
  }
}

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

// A sum to fixed point: times the output's scale, less `bits`, plus its bias.
std::int32_t scaled(std::int32_t sum, const Matrix& m, std::size_t output, int bits) {
  return rounded_shift(std::int64_t{sum} * m.scales[output], bits) + m.bias[output];
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
  m.weights.assign((from + from % 2) * to, 0);
  if (bytes.empty()) return;
  for (std::size_t o = 0; o < to; ++o)
    for (std::size_t i = 0; i < from; ++i) m.weights[(i / 2 * to + o) * 2 + i % 2] = static_cast<std::int8_t>(bytes[o * from + i]);
}

void Network::read(Reader& in) {
  tables_ = in.at_most(in.varint(), 255);
  std::vector<std::int32_t> scales;  // of each row, 2^-16
  for (std::size_t t = 0; t < tables_; ++t) {
    const std::uint32_t rows = in.at_most(in.varint(), 65536 - static_cast<std::uint32_t>(scales.size()));
    scales.insert(scales.end(), rows, static_cast<std::int32_t>(in.at_most(in.u32(), 1u << 20)));
  }
  rows_ = scales.size();
  const std::string_view bytes = in.take(rows_ * kWidth);
  embedding_.assign(rows_ * kWidth, 0);
  for (std::size_t i = 0; i < bytes.size(); ++i)
    embedding_[i] = limited(rounded_shift(std::int64_t{static_cast<std::int8_t>(bytes[i])} * scales[i / kWidth], 16 - kScoreBits));
  for (std::size_t l = 0; l < kLayers; ++l) {
    read_matrix(in, taps_[l], kTaps, kWidth);
    std::vector<std::int16_t> by_tap(kTaps * kWidth);
    for (std::size_t i = 0; i < by_tap.size(); ++i) by_tap[i] = taps_[l].weights[(i / kWidth / 2 * kWidth + i % kWidth) * 2 + i / kWidth % 2];
    taps_[l].weights = std::move(by_tap);
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
      const std::int16_t* values = &embedding_[row * kWidth];
      for (std::size_t i = 0; i < kWidth; ++i) h[t * kWidth + i] += values[i];
    }
  }
  for (std::int32_t& value : h) value *= 1 << (16 - kScoreBits);
  normalise_all(h, in);
  for (std::size_t i = 0; i < h.size(); ++i) h[i] = in[i] * 256;
  for (std::size_t l = 0; l < kLayers; ++l) convolve(l, h, in);
  normalise_all(h, in);
  for (std::size_t d = 0; d < 2; ++d) recur(d, h, in);
  normalise_all(h, in);
  for (std::size_t t = 0; t < n; ++t) {
    std::int32_t* scores = &out[t * output_.to];
    multiply(output_, &in[t * kWidth], scores);
    for (std::size_t y = 0; y < output_.to; ++y) scores[y] = scaled(scores[y], output_, y, 20);
  }
  return out;
}

std::int32_t Network::curve(std::int32_t x) const {
  return curve_[static_cast<std::size_t>(std::clamp((x + 8 * (1 << kScoreBits)) >> 6, 0, static_cast<std::int32_t>(kCurve) - 1))];
}

void Network::convolve(std::size_t layer, std::vector<std::int32_t>& h, std::vector<std::int16_t>& in) const {
  constexpr int kReach = static_cast<int>(kTaps) / 2;
  const Matrix &taps = taps_[layer], &gates = gates_[layer];
  const int n = static_cast<int>(h.size() / kWidth);
  normalise_all(h, in);
  std::array<std::int32_t, kWidth> sum;
  std::array<std::int16_t, kWidth> mixed;
  std::array<std::int32_t, 2 * kWidth> gated;
  for (int t = 0; t < n; ++t) {
    sum.fill(0);
    for (int j = std::max(0, t - kReach); j <= std::min(n - 1, t + kReach); ++j) {
      const std::int16_t* from = &in[static_cast<std::size_t>(j) * kWidth];
      const std::int16_t* tap = &taps.weights[static_cast<std::size_t>(j - t + kReach) * kWidth];
      for (std::size_t i = 0; i < kWidth; ++i) sum[i] += std::int32_t{from[i]} * tap[i];
    }
    for (std::size_t i = 0; i < kWidth; ++i)
      mixed[i] = limited(((std::int64_t{sum[i]} * taps.scales[i] + kHalf24) >> 24) + (taps.bias[i] >> 4));
    multiply(gates, mixed.data(), gated.data());
    for (std::size_t i = 0; i < kWidth; ++i) {
      const std::int32_t value = scaled(gated[i], gates, i, 20), open = curve(scaled(gated[kWidth + i], gates, kWidth + i, 20));
      h[static_cast<std::size_t>(t) * kWidth + i] += rounded_shift(std::int64_t{value} * open, 11);
    }
  }
}

void Network::recur(std::size_t direction, std::vector<std::int32_t>& h, const std::vector<std::int16_t>& in) const {
  const Matrix &input = input_[direction], &recurrent = recurrent_[direction];
  const std::size_t n = h.size() / kWidth;
  std::array<std::int16_t, kHidden> state{};
  std::array<std::int32_t, 3 * kHidden> from_input, from_state;
  for (std::size_t step = 0; step < n; ++step) {
    const std::size_t t = direction == 0 ? step : n - 1 - step;
    multiply(input, &in[t * kWidth], from_input.data());
    multiply(recurrent, state.data(), from_state.data());
    for (std::size_t o = 0; o < 3 * kHidden; ++o) {
      from_input[o] = scaled(from_input[o], input, o, 20);
      from_state[o] = scaled(from_state[o], recurrent, o, 27);
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
