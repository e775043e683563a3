// Documents made by chance, but always the same ones for the same seed: for tests that must hold for every document.
#pragma once

#include <cstdint>

#include "document/document.h"

namespace support {

// A valid document (document::check finds nothing) with characters of one to four bytes, joined emoji, combining
// marks, marks of several pieces, and every member now empty, now not.
document::Document random_document(std::uint32_t seed);

// A small generator that is the same in every build (xorshift32).
class Chance {
 public:
  explicit Chance(std::uint32_t seed) : state_(seed * 2654435761u + 1u) {}
  std::uint32_t below(std::uint32_t limit);
  bool one_in(std::uint32_t n) { return below(n) == 0; }

 private:
  std::uint32_t state_;
};

}  // namespace support
