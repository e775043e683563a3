// What a statement is worth to somebody who checks facts, and why.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "claim/words.h"
#include "document/document.h"

namespace claim {

struct Judgement {
  document::ClaimType type;         // a row of assets/rules/claim_types.tsv
  document::Verifiable verifiable;  // "yes", "partly", "no": could evidence settle it today?
  int worth = 0;                    // thousandths
  std::vector<std::string> reasons; // the most telling first, at most four
};

// Of a statement and its words, as statements() gives them. Linear.
Judgement judge(std::string_view statement, const std::vector<Word>& words);

// Of any sentence.
Judgement judge(std::string_view sentence);

}  // namespace claim
