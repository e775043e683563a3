// The statements of an article: clauses that stand for themselves, with a subject and a finite verb.
//
//   1. each block is cut at its quotations: what is quoted or reported is its speaker's, the rest the article's
//   2. each of these stretches is cut into sentences
//   3. each sentence into clauses: “Prices rose, and the strike goes on.” states two things
//
// The reporting clause itself (“Smith said”) is none. Questions, greetings and requests are none.
#pragma once

#include <vector>

#include "claim/words.h"
#include "document/document.h"

namespace claim {

struct Statement {
  Span span;  // without the punctuation around it and without “But”, “However,” before it
  std::vector<Word> words;
  const document::Quotation* quotation = nullptr;  // whose words these are; none: the article's. Points into the document.
};

// In text order, not overlapping.
std::vector<Statement> statements(const document::Document&);

// The clauses of one sentence as ranges of its words, in order; one, where it does not fall apart.
struct WordRange {
  std::size_t begin = 0;
  std::size_t end = 0;
};
std::vector<WordRange> clauses(std::string_view text, const std::vector<Word>& sentence);

}  // namespace claim
