// Everything that might be an attribution in a text: what several readings of the tagger's scores say, linked by
// the rules of linking.h; what the sieves found; and the likely variants of each: other edges, single pieces, the
// quoted part alone. The ranker (ranker.h) chooses among them. About a third more right contents are among them than in the best reading.
#pragma once

#include <cstdint>
#include <vector>

#include "quote/lattice.h"
#include "quote/linking.h"

namespace quote {

struct Candidate {
  Linked linked;
  std::uint32_t votes = 0;  // bit r: reading r has it; kRules: the sieves; kVariant: derived from one of these
  int finding = -1;         // index of the sieves' finding that it is
  // Regrets of its parts together (lattice.h); the least of those that share a word of its content; the least of the
  // others with its cue. How many share a word.
  std::int64_t regret = 0, rival = 0, cue_rival = 0;
  int rivals = 0;
};

// The biases that make the readings; the first is none.
constexpr std::size_t kReadings = 6;
extern const std::array<Scores, kReadings> kBiases;
constexpr std::uint32_t kVariant = 1u << kReadings, kRules = 2u << kReadings;

using Readings = std::array<std::vector<Label>, kReadings>;

Readings readings_of(const std::vector<Scores>&, const Transitions&, const std::vector<TokenRange>& sequences);

// In a fixed order, each once; `findings` are the sieves'. The number is bounded by a constant for each piece of
// a reading.
std::vector<Candidate> candidates_of(const TaggedText&, const std::vector<Linked>& findings, const Readings&, const Lattice&);

}  // namespace quote
