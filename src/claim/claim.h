// What an article claims: statements that evidence could settle, each with its type, its worth for a
// fact-checker and who makes it.
//
//   statements   the clauses that state something, in the article's words and inside quotations   statement.h
//   judge        type, verifiable, worth and reasons of one of them                               judge.h
//
// A claim inside a quotation belongs to its speaker, any other to the article. Questions, greetings,
// requests and headings claim nothing, nor does a report that is negated, asked or supposed.
// Reads quotations and speakers; needs them found before.
#pragma once

#include "document/document.h"

namespace claim {

// Adds the claims that the document does not have yet: where a claim stands, none is added.
// Linear in the text.
document::Document find_claims(document::Document);

}  // namespace claim
