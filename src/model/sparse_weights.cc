#include "model/sparse_weights.h"

#include <algorithm>
#include <cmath>

namespace model {

void SparseWeights::read(Reader& in) {
  constexpr std::uint32_t kMostRows = 22;  // 4 M: more would be a mistake
  const std::uint32_t bits = in.at_most(in.u8(), kMostRows);
  classes_ = static_cast<int>(in.at_most(in.u8(), 64));
  mask_ = (std::uint32_t{1} << bits) - 1;
  const std::uint32_t count = in.at_most(in.varint(), mask_ + 1);
  starts_.assign(std::size_t{mask_} + 2, 0);
  entries_.clear();
  std::uint32_t row = 0, filled = 0;  // filled: rows whose start is known
  for (std::uint32_t i = 0; i < count && in.ok(); ++i) {
    row += in.varint();
    if (in.at_most(row, mask_) != row) break;
    while (filled <= row) starts_[filled++] = static_cast<std::uint32_t>(entries_.size());
    const std::uint32_t n = in.u8();
    const std::string_view labels = in.take(n), weights = in.take(n);
    if (!in.ok()) break;
    for (std::uint32_t k = 0; k < n; ++k) {
      const std::uint32_t label = in.at_most(static_cast<std::uint8_t>(labels[k]), static_cast<std::uint32_t>(std::max(classes_ - 1, 0)));
      entries_.push_back({static_cast<std::uint8_t>(label), static_cast<std::int8_t>(weights[k])});
    }
    ++row;
  }
  while (filled < starts_.size()) starts_[filled++] = static_cast<std::uint32_t>(entries_.size());
}

void write_sparse(Writer& out, const std::vector<float>& weights, int classes, float step) {
  struct Row {
    std::uint32_t at = 0;
    std::string labels, weights;
  };
  const std::uint32_t rows = static_cast<std::uint32_t>(weights.size()) / static_cast<std::uint32_t>(classes);
  std::vector<Row> kept;
  for (std::uint32_t r = 0; r < rows; ++r) {
    Row row{.at = r};
    for (int c = 0; c < classes; ++c) {
      const int whole = std::clamp(static_cast<int>(std::lround(weights[r * static_cast<std::size_t>(classes) + c] / step)), -127, 127);
      if (whole == 0) continue;
      row.labels.push_back(static_cast<char>(c));
      row.weights.push_back(static_cast<char>(whole));
    }
    if (!row.labels.empty()) kept.push_back(std::move(row));
  }
  std::uint32_t bits = 0;
  while ((std::uint32_t{1} << bits) < rows) ++bits;
  out.u8(bits);
  out.u8(static_cast<std::uint32_t>(classes));
  out.varint(static_cast<std::uint32_t>(kept.size()));
  std::uint32_t next = 0;
  for (const Row& row : kept) {
    out.varint(row.at - next);
    out.u8(static_cast<std::uint32_t>(row.labels.size()));
    out.append(row.labels);
    out.append(row.weights);
    next = row.at + 1;
  }
}

}  // namespace model
