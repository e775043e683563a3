// Parts of speech: one Penn Treebank tag a token, by an averaged perceptron that goes from left to right and
// never looks back (Collins 2002; Honnibal 2013). Words that nearly always have one tag are looked up first.
//
// The weights are assets/models/pos.bin, made by `quoth-train pos`.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "model/sparse_weights.h"
#include "model/word.h"
#include "text/result.h"

namespace model {

// The order is part of the weights' fingerprint.
enum class Pos : std::uint8_t {
  CC, CD, DT, EX, FW, IN, JJ, JJR, JJS, LS, MD, NN, NNP, NNPS, NNS, PDT, POS, PRP, PRPS, RB, RBR, RBS, RP, SYM, TO, UH,
  VB, VBD, VBG, VBN, VBP, VBZ, WDT, WP, WPS, WRB, ADD, AFX, GW, HYPH, NFP, XX, open_bracket, close_bracket, open_quote,
  close_quote, comma, stop, colon, dollar
};
constexpr std::size_t kPosCount = 50;
extern const std::array<std::string_view, kPosCount> kPosNames;  // "CC", …, "``", "$"

inline bool is_verb(Pos p) { return p >= Pos::VB && p <= Pos::VBZ; }
inline bool is_noun(Pos p) { return p >= Pos::NN && p <= Pos::NNS; }
inline bool is_adjective(Pos p) { return p >= Pos::JJ && p <= Pos::JJS; }

constexpr std::size_t kPosFeatures = 24;
using PosFeatures = std::array<std::uint64_t, kPosFeatures>;

// The features of token i of a sentence, whose two tags before it are known (kPosCount: none).
PosFeatures pos_features(std::span<const Word> sentence, std::size_t i, std::size_t previous, std::size_t before_previous);
std::uint32_t pos_fingerprint();

class PosTagger {
 public:
  static text::Result<PosTagger> read(std::string_view file);

  // One tag a word. Linear.
  std::vector<Pos> tag(std::span<const Word> sentence) const;

 private:
  struct Known {
    std::uint32_t word = 0;  // low bits of its hash
    Pos pos = Pos::NN;
  };
  const Known* known(const Word&) const;

  std::vector<Known> known_;  // by hash
  SparseWeights weights_;
};

}  // namespace model
