// The few matrix products that training needs, in blocks that fit the registers. Row-major floats.
#pragma once

#include <cstddef>

namespace train {

// A matrix seen through strides, so that its transpose costs nothing.
struct View {
  const float* at = nullptr;
  std::size_t row = 0, column = 0;
};

// c += a × b, where c is rows × columns, a rows × inner, and b inner × columns. columns: a multiple of 8.
void add_product(float* c, View a, const float* b, std::size_t rows, std::size_t inner, std::size_t columns);

}  // namespace train
