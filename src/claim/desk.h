// What a news desk makes of a statement of an article: is it a claim worth noting at all, of which type, and would somebody with
// ten minutes check it? Linear models over hashed signs of the words, of who says it and where it stands, learned from the articles of
// tests/corpus/train, which people marked. Whole numbers only.
//
// In claims.bin, behind the scorer: i32 the scores from which a statement is a claim, is of medium and of high worth, and the biases; then the
// weights (model/sparse_weights.h): a class each for claim, medium, high and the types in the order of assets/rules/claim_types.tsv.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "claim/statement.h"
#include "document/document.h"
#include "model/sparse_weights.h"

namespace claim {

// A statement with what else tells of it.
struct Sighting {
  std::string_view text;
  const Statement* statement = nullptr;
  std::string_view pattern_type;  // the type by claim_patterns.tsv
  int worth = 0;                  // thousandths, by the scorer
  int fact = 0;                   // whether it is a fact by the scorer: -8 … 8
  const std::vector<document::ClaimFact>* facts = nullptr;
  int place = 0;                  // in the article, in tenths
};

// Hashes of its signs. Linear.
std::vector<std::uint64_t> signs(const Sighting&);
std::uint32_t signs_fingerprint();

constexpr std::size_t kDeskTypes = 10;
enum DeskClass : std::size_t { kIsClaim, kIsMedium, kIsHigh, kFirstType, kDeskClasses = kFirstType + kDeskTypes };
constexpr unsigned kDeskRowBits = 13;

class Desk {
 public:
  void read(model::Reader&);

  struct Verdict {
    bool is_claim = false;
    std::size_t type = 0;  // a row of claim_types.tsv
    int worth = 0;         // thousandths; its bands are those of document/band.h
  };
  Verdict judge(const std::vector<std::uint64_t>& signs) const;

 private:
  std::int32_t claim_from_ = 0, medium_from_ = 0, high_from_ = 0;
  std::int32_t bias_[kDeskClasses] = {};
  model::SparseWeights weights_;
};

}  // namespace claim
