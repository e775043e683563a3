// Two people's work on one text as one document.
//
// With the document that both began from, what only one of them changed, added or removed is taken over, member by member.
// Without it, the marks of both are kept; of two on the same words, the one that a person has reviewed, or reviewed last.
// Where both changed the same member differently, that rule decides as well, a sentence says so, and a note on the mark keeps it. Ids of `a` stay; a mark of
// `b` whose id is in use gets a new one. Pure.
#pragma once

#include <string>
#include <vector>

#include "document/document.h"
#include "text/result.h"

namespace compare {

struct Merged {
  document::Document document;
  // One sentence each: "q3, type: direct in A, mixed in B; that of A is kept". Those about a mark stand as notes on it as well.
  std::vector<std::string> conflicts;
};

// `base`: the document that both began from; null: not known. An error if they are not on one text, or if one
// of them may only be looked at.
text::Result<Merged> merge(const document::Document& a, const document::Document& b, const document::Document* base);

}  // namespace compare
