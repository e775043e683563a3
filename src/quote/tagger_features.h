// What the attribution network is told of each token: one row in each of kTables tables. A row is named by
// a hash (words, affixes, the next cue word to the left) or by a number (place between quotation marks,
// distance to the next cue). Shared by the tagger and by the program that trains it. Linear in the text.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "quote/tagged_text.h"

namespace quote {

struct FeatureTable {
  const char* name;
  std::uint32_t rows;
  bool lexical;  // in training some are hidden, so that unknown words are nothing new
};

constexpr std::array<FeatureTable, 25> kTables = {{
    {"word", 1u << 13, true},
    {"prefix of three", 1u << 10, true},
    {"suffix of three", 1u << 11, true},
    {"suffix of two", 1u << 9, true},
    {"shape", 1u << 7, false},
    {"part of speech", model::kPosCount, false},
    {"place and length of the quotation", 40, false},
    {"strength as a cue", 6, false},
    {"ends of sentence and paragraph", 16, false},
    {"distance to the cue on the left", 10, false},
    {"distance to the cue on the right", 10, false},
    {"cue on the left and what is between", 48, false},
    {"cue on the right and what is between", 48, false},
    {"word of the cue on the left", 1u << 10, true},
    {"word of the cue on the right", 1u << 10, true},
    {"word after the cue on the left", 1u << 9, true},
    {"what the sentence holds", 24, false},
    {"commas before and after", 16, false},
    {"end of the sentence before", 5, false},
    {"paragraph", 12, false},
    {"start of the comma's segment", 1u << 9, false},
    {"end of the comma's segment", 1u << 9, false},
    {"attitude of the cue", 8, false},
    {"label by rules", 7, false},
    {"sureness of the rules", 6, false},
}};
constexpr std::size_t kTableCount = kTables.size();

// Rows are counted through all tables; each table has one more, for words that are hidden in training.
constexpr std::uint32_t first_row(std::size_t table) {
  std::uint32_t row = 0;
  for (std::size_t t = 0; t < table; ++t) row += kTables[t].rows + 1;
  return row;
}
constexpr std::uint32_t kRowCount = first_row(kTableCount);
static_assert(kRowCount <= 65536);

using Features = std::array<std::uint16_t, kTableCount>;

std::vector<Features> features_of(const TaggedText&);

// Changes when the tables do.
std::uint32_t features_fingerprint();

// The stretches that are tagged as one: paragraphs; very long ones are cut between sentences, or anywhere.
std::vector<TokenRange> sequences_of(const TaggedText&);

}  // namespace quote
