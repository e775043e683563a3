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
  std::vector<std::uint32_t> rows;
  std::uint32_t row = 0;
  for (std::uint32_t i = 0; i < count && in.ok(); ++i, ++row) {
    row += in.varint();
    if (in.at_most(row, mask_) != row) break;
    rows.push_back(row);
  }
  const std::string_view sizes = in.take(rows.size());
  std::size_t all = 0;
  for (const char size : sizes) all += static_cast<unsigned char>(size);
  const std::string_view labels = in.take(all), weights = in.take(all);
  if (!in.ok()) return;
  const auto most = static_cast<std::uint32_t>(std::max(classes_ - 1, 0));
  entries_.reserve(all);
  for (std::size_t k = 0; k < all; ++k)
    entries_.push_back({static_cast<std::uint8_t>(in.at_most(static_cast<std::uint8_t>(labels[k]), most)), static_cast<std::int8_t>(weights[k])});
  std::uint32_t filled = 0, start = 0;  // filled: rows whose start is known
  for (std::size_t i = 0; i < rows.size(); ++i) {
    while (filled <= rows[i]) starts_[filled++] = start;
    start += static_cast<unsigned char>(sizes[i]);
  }
  while (filled < starts_.size()) starts_[filled++] = start;
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
    next = row.at + 1;
  }
  for (const Row& row : kept) out.u8(static_cast<std::uint32_t>(row.labels.size()));
  for (const Row& row : kept) out.append(row.labels);
  for (const Row& row : kept) out.append(row.weights);
}

}  // namespace model
