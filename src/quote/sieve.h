// What a sieve of sieves.cc is given and what it answers. The helpers here measure clauses.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "quote/cue_site.h"
#include "quote/report.h"

namespace quote {

// One sentence while its reports are being found.
struct Bench {
  const Passage& passage;
  const Sentence& sentence;
  const std::vector<CueSite>& sites;
  std::vector<bool> covered;  // for each item: it is content already
  bool first_passage = false;

  const std::vector<Item>& items() const { return sentence.items; }
  const Stretch& stretch(const Item& item) const { return passage.stretches[static_cast<std::size_t>(item.stretch)]; }
};

struct Found {
  std::vector<Range> content;
  Range source;  // empty: none
  bool clear = false;  // fills what the ranker leaves free, where the sieve only advises
};

struct Sieve {
  const char* name;
  std::optional<Found> (*find)(const Bench&, const CueSite&);
  int confidence;
  Weight weight;
  bool fills_with_marks = false;  // fills where its content holds words in quotation marks
};

// Most certain first. A sieve sees only sites that the ones before it left open, and content that they left free.
std::span<const Sieve> sieves();

// The subject of the site; for a shared one that of the verb before, or of the sentence.
std::optional<Range> subject_of(const Bench&, const CueSite&);

// The item with which a clause begins that the cue at `site` reports, with or without "that"; none if there is none.
struct ClauseStart {
  std::size_t item = 0;
  bool that = false;
};
std::optional<ClauseStart> clause_after(const Bench&, const CueSite&);

// The item before which the clause that begins at `begin` ends: at the next attribution, or at the sentence's end.
std::size_t clause_end(const Bench&, const CueSite&, std::size_t begin);

// True if nothing but adjuncts and marks stands between `from` and the end of the sentence or the next comma.
bool ends_clause(const Bench&, const CueSite&, std::size_t from);

bool free_of_content(const Bench&, Range);
bool is_comma_like(const Item&);

}  // namespace quote
