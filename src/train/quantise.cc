#include "train/quantise.h"

#include <algorithm>
#include <cmath>

#include "model/network.h"

namespace train {
namespace {

// Rows are many and are summed: a few steps are enough, which packs them into a third of the bytes. On the held-out
// articles ±7 found as much as ±127.
constexpr float kRowLevels = 7;

char to_byte(float value, float step) { return static_cast<char>(std::clamp(static_cast<int>(std::lround(value / step)), -127, 127)); }

float step_of(const float* values, std::size_t count, std::size_t stride) {
  float most = 1e-6f;
  for (std::size_t i = 0; i < count; ++i) most = std::max(most, std::fabs(values[i * stride]));
  return most / 127;
}

// `values` are [from][to], `columns` of them in a row; a bias of null is none.
void write_matrix(model::Writer& out, const float* values, std::size_t from, std::size_t to, std::size_t columns, const float* bias) {
  for (std::size_t o = 0; o < to; ++o) out.u32(static_cast<std::uint32_t>(std::lround(step_of(values + o, from, columns) * (1 << 24))));
  for (std::size_t o = 0; o < to; ++o)
    out.u32(static_cast<std::uint32_t>(bias ? static_cast<std::int32_t>(std::lround(bias[o] * (1 << model::kScoreBits))) : 0));
  std::string bytes;
  for (std::size_t o = 0; o < to; ++o)
    for (std::size_t i = 0; i < from; ++i) bytes.push_back(to_byte(values[i * columns + o], step_of(values + o, from, columns)));
  out.append(bytes);
}

}  // namespace

void write_network(model::Writer& out, const NetworkPlan& plan, const std::vector<std::uint32_t>& table_rows, const Parameters& p) {
  const Layout layout(plan.rows);
  std::string rows;
  out.varint(static_cast<std::uint32_t>(table_rows.size()));
  std::size_t at = layout.embedding;
  for (const std::uint32_t count : table_rows) {
    const std::size_t size = std::size_t{count} * kWidth;
    // A whole number of 2^-16, so that reading finds the very step that was divided by.
    const float step = std::ceil(step_of(&p[at], size, 1) * 127 / kRowLevels * 65536) / 65536;
    out.varint(count);
    out.u32(static_cast<std::uint32_t>(std::lround(step * 65536)));
    for (std::size_t i = 0; i < size; ++i) rows.push_back(to_byte(p[at + i], step));
    at += size;
  }
  out.append(rows);
  for (int l = 0; l < kLayers; ++l) {
    write_matrix(out, &p[layout.convolution[l]], kTaps, kWidth, kWidth, &p[layout.convolution_bias[l]]);
    write_matrix(out, &p[layout.gate[l]], kWidth, 2 * kWidth, 2 * kWidth, &p[layout.gate_bias[l]]);
  }
  for (int d = 0; d < 2; ++d) {
    write_matrix(out, &p[layout.input[d]], kWidth, 3 * kHidden, 3 * kHidden, &p[layout.input_bias[d]]);
    write_matrix(out, &p[layout.recurrent[d]], kHidden, 3 * kHidden, 3 * kHidden, nullptr);
  }
  out.u8(static_cast<std::uint32_t>(plan.labels));
  write_matrix(out, &p[layout.output], kWidth, static_cast<std::size_t>(plan.labels), kOut, &p[layout.output_bias]);
  for (std::size_t i = 0; i < model::kCurve; ++i) {
    const double x = (static_cast<double>(i) + 0.5) * 16 / model::kCurve - 8;
    const auto value = static_cast<std::uint32_t>(std::min(32767L, std::lround(32768 / (1 + std::exp(-x)))));
    out.u8(value & 255);
    out.u8(value >> 8);
  }
}

}  // namespace train
