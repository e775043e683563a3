// What the scorer sees of a sentence: hashed words and pairs of words, parts of words, the word classes and
// the order they come in, the type, and the words of the sentence before.
//
// Each feature is a row of the weights and a whole-number value; a row counts once. `from` says what put it
// there, so that a decision can be explained.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "claim/words.h"

namespace claim {

constexpr unsigned kRowBits = 18;
constexpr std::uint32_t kRows = 1u << kRowBits;

struct Feature {
  static constexpr std::int16_t kNothing = -1;  // the length, the sentence before, …

  std::uint32_t row = 0;
  std::int16_t value = 0;
  std::int16_t from = kNothing;  // the index of a word; below kNothing: kNothing - 1 - the number of a WordClass

  static std::int16_t from_class(std::size_t c) { return static_cast<std::int16_t>(kNothing - 1 - static_cast<int>(c)); }
};

// `type` is the claim type's name; `before` the words of the sentence before, empty if there is none.
// Linear; rows are in order of first appearance.
std::vector<Feature> features(std::string_view text, const std::vector<Word>& words, std::string_view type, const std::vector<Word>& before);

// Weights fit only the features that they were learned with.
std::uint32_t features_fingerprint();

}  // namespace claim
