// A wording of a statement that can be understood without its article: pronouns become the names of those who are meant,
// surnames full names, “Wednesday” and “last year” the date, “the ministry” its name. It is ours, marked as such, and stands beside the words
// of the text, never in their place.
//
// Who is meant: “I” and “my” are the speaker of a direct quotation; “he”, “she” and “their” the speaker of a reported one, if nobody else
// was named in it who could be meant; in the article's own words the one who spoke last in the paragraph. Where the sentence would have to be
// written anew (“I think”, “we”), the name follows in brackets. A pronoun that nobody can be found for stays.
#pragma once

#include <string>
#include <vector>

#include "claim/facts.h"
#include "claim/words.h"
#include "document/document.h"

namespace claim {

struct Voice {
  const document::Speaker* speaker = nullptr;  // who says it, or who spoke last before it
  bool own_words = false;                      // of a direct quotation: “I” is the speaker
  bool reported = false;                       // indirect speech; neither: the article's own words
};

// `facts` are those of the statement. Linear in the words.
std::string wording(const Background&, const std::vector<Word>& statement, const std::vector<document::ClaimFact>& facts, const Voice&);

}  // namespace claim
