// Feature hashing: a feature is mixed from what it looks at into 64 bits, and its low bits name a row of a
// weight table. No dictionary is kept, so weights hold no text. Unsigned arithmetic only: every build agrees.
#pragma once

#include <cstdint>
#include <string_view>

namespace model {

constexpr std::uint64_t scramble(std::uint64_t h) {
  h ^= h >> 29;
  h *= 0xBF58476D1CE4E5B9u;
  return h ^ (h >> 32);
}

constexpr std::uint64_t hash(std::string_view bytes) {
  std::uint64_t h = 14695981039346656037u;  // FNV-1a
  for (const char c : bytes) {
    h ^= static_cast<unsigned char>(c);
    h *= 1099511628211u;
  }
  return scramble(h);
}

constexpr std::uint64_t mix(std::uint64_t a, std::uint64_t b) { return scramble(a * 31 + b * 0x9E3779B97F4A7C15u); }

}  // namespace model
