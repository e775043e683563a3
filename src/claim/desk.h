// What a news desk makes of a statement of an article: is it a claim worth noting at all, of which type, and would somebody with
// ten minutes check it? Linear models over hashed signs of the words, of who says it and where it stands, learned from the articles of
// tests/corpus/train, which people marked. Whole numbers only.
//
// In claims.bin, behind the scorer: i32 the scores from which a statement is a claim, is of medium and of high worth, and the biases; then the
// weights (model/sparse_weights.h): a class each for claim, medium, high and the types in the order of assets/rules/claim_types.tsv.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "claim/statement.h"
#include "document/document.h"
#include "model/sparse_weights.h"

namespace claim {

// A statement with what the scorer and the tables say of it.
struct Sighting {
  const Statement* statement = nullptr;
  std::string pattern_type;       // the type by claim_patterns.tsv
  int worth = 0;                  // thousandths, by the scorer
  int fact = 0;                   // whether it is a fact by the scorer: -8 … 8
  std::vector<document::ClaimFact> facts;
};

// What the whole article tells of each of its statements: how much of the title and of the first statements one repeats, how often the
// others speak of the same, how many are worth more, and where it stands. Keeps what it is given, which must outlive it. Linear.
class Survey {
 public:
  Survey(const document::Document&, const std::vector<Sighting>&);

  // Hashes of the signs of statement `i`. Linear in its words.
  std::vector<std::uint64_t> signs(std::size_t i) const;

 private:
  void add_words(std::size_t i, std::vector<std::uint64_t>& out) const;
  void add_verb(std::size_t i, std::vector<std::uint64_t>& out) const;
  void add_numbers(std::size_t i, std::vector<std::uint64_t>& out) const;
  void add_maker(std::size_t i, std::vector<std::uint64_t>& out) const;
  void add_place(std::size_t i, std::vector<std::uint64_t>& out) const;
  std::string_view text() const { return document_.article.text.view(); }

  const document::Document& document_;
  const std::vector<Sighting>& all_;
  std::vector<std::vector<std::uint64_t>> topics_;  // of each statement, its own hashes of words
  std::unordered_set<std::uint64_t> title_, lead_;
  std::unordered_map<std::uint64_t, int> heard_;    // in how many statements
  std::vector<int> worths_;                         // falling
  std::vector<std::uint32_t> paragraphs_;           // where those begin that are the article's own
};
std::uint32_t signs_fingerprint();

constexpr std::size_t kDeskTypes = 10;
enum DeskClass : std::size_t { kIsClaim, kIsMedium, kIsHigh, kFirstType, kDeskClasses = kFirstType + kDeskTypes };
constexpr unsigned kDeskRowBits = 16;
// From this row on: signs of the place in the article. They tell of worth, never of the type: a lead is no event for being one.
constexpr std::uint64_t kPlaceRows = std::uint64_t{1} << (kDeskRowBits - 1);

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
