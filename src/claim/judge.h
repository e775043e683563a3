// What a statement is worth to somebody who checks facts, and why: its type by the patterns of
// assets/rules/en/claim_patterns.tsv, its worth by the learned scorer, and in words what weighed most.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "claim/facts.h"
#include "claim/features.h"
#include "claim/scorer.h"
#include "claim/words.h"
#include "document/document.h"

namespace claim {

// A sentence or clause and its words.
struct Passage {
  std::string_view text;    // the whole text that the words are spans of
  Span span;
  std::vector<Word> words;
};
// Of a text that is one sentence.
Passage passage(std::string_view sentence);

const std::string& type_name(std::size_t row);  // of claim_types.tsv
// "yes", "partly" or "no": the most that the type allows, lowered by what the scorer makes of the words.
document::Verifiable verifiable(std::string_view type, int fact);

struct Judgement {
  document::ClaimType type;         // a row of assets/rules/claim_types.tsv
  document::Verifiable verifiable;  // "yes", "partly", "no": could evidence settle it today?
  int worth = 0;                    // thousandths; measured against the sentences of news
  int fact = 0;                     // how likely it is a fact at all, from -8 to 8
  int millionths_by_itself = 0;     // worth of the sentence by itself: from 500,000 on it deserves a check
  std::vector<std::string> reasons; // the most telling first, at most four
};

// `before` is the sentence before; one without words if there is none. Linear.
Judgement judge(const Passage& statement, const Passage& before, const Scorer& = Scorer::built_in());
Judgement judge(std::string_view sentence, std::string_view before = {});

// Of each statement of an article, in order. The sightings point to the statements.
struct Judgements {
  std::vector<Judgement> judgements;
  std::vector<Sighting> sightings;
};
Judgements judge_all(const Background&, const std::vector<Statement>&, const Scorer& = Scorer::built_in());

// What the scorer sees of it.
std::vector<Feature> features_of(const Passage& statement, const Passage& before);

}  // namespace claim
