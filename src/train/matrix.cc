#include "train/matrix.h"

namespace train {
namespace {

constexpr std::size_t kLane = 8;
typedef float Lane __attribute__((vector_size(kLane * sizeof(float)), aligned(4), may_alias));

template <std::size_t Rows, std::size_t Lanes>
void block(float* c, View a, const float* b, std::size_t inner, std::size_t columns) {
  Lane sum[Rows][Lanes];
  for (std::size_t r = 0; r < Rows; ++r)
    for (std::size_t l = 0; l < Lanes; ++l) sum[r][l] = *reinterpret_cast<const Lane*>(c + r * columns + l * kLane);
  for (std::size_t k = 0; k < inner; ++k) {
    for (std::size_t l = 0; l < Lanes; ++l) {
      const Lane right = *reinterpret_cast<const Lane*>(b + k * columns + l * kLane);
      for (std::size_t r = 0; r < Rows; ++r) sum[r][l] += right * a.at[r * a.row + k * a.column];
    }
  }
  for (std::size_t r = 0; r < Rows; ++r)
    for (std::size_t l = 0; l < Lanes; ++l) *reinterpret_cast<Lane*>(c + r * columns + l * kLane) = sum[r][l];
}

template <std::size_t Lanes>
void stripe(float* c, View a, const float* b, std::size_t rows, std::size_t inner, std::size_t columns) {
  std::size_t r = 0;
  for (; r + 4 <= rows; r += 4) block<4, Lanes>(c + r * columns, {a.at + r * a.row, a.row, a.column}, b, inner, columns);
  for (; r < rows; ++r) block<1, Lanes>(c + r * columns, {a.at + r * a.row, a.row, a.column}, b, inner, columns);
}

}  // namespace

void add_product(float* c, View a, const float* b, std::size_t rows, std::size_t inner, std::size_t columns) {
  std::size_t at = 0;
  for (; at + 2 * kLane <= columns; at += 2 * kLane) stripe<2>(c + at, a, b + at, rows, inner, columns);
  for (; at < columns; at += kLane) stripe<1>(c + at, a, b + at, rows, inner, columns);
}

}  // namespace train
