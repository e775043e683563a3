// How well a document's quotations agree with those that people marked.
//
// A content is compared by its words: runs of letters and digits, with apostrophes inside; quotation marks, commas and
// blanks at an edge never decide, nor does a leading “that”, “to”, “whether” or “if”. Two contents match when they share at
// least half of the words of the shorter one and three tenths of all; pairs are formed once each, the most alike first.
// What stands inside another gold quotation counts neither for nor against.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "document/document.h"
#include "format/gold.h"

namespace train {

struct Share {
  std::size_t right = 0, found = 0, gold = 0;

  double precision() const { return found ? 100.0 * static_cast<double>(right) / static_cast<double>(found) : 0; }
  double recall() const { return gold ? 100.0 * static_cast<double>(right) / static_cast<double>(gold) : 0; }
  double f1() const { return found + gold ? 200.0 * static_cast<double>(right) / static_cast<double>(found + gold) : 0; }
};

struct QuotationScore {
  Share exact;     // the same words
  Share overlap;   // matched
  Share end_to_end;  // matched, and the source shares a word with the right one or the speaker has the right name
  Share name;      // of matched ones whose speaker has a name: the same last name; recall is what counts
  std::array<Share, 3> exact_by_type, overlap_by_type;  // direct, mixed, indirect: all, some, none of the words in marks
  struct Sureness {
    int confidence = 0;
    bool right = false;  // end to end
  };
  std::vector<Sureness> found;  // each one that counts

  // Of the errors among what was found, the share in the least sure tenth, in percent.
  double errors_in_least_sure_tenth() const;
};

// Adds one article. `speech_only`: gold attitudes count neither way, and found ones are left out.
void add_to(QuotationScore&, const format::GoldArticle& gold, const document::Document& found, bool speech_only);

// For each quotation found: whether content and source are right; none where it counts neither way.
std::vector<std::optional<bool>> verdicts(const format::GoldArticle& gold, const document::Document& found);

// Annotates the articles (FILE.jsonl of annotated articles, or a folder like tests/corpus/train), and prints two tables.
void score_quotations(const std::string& path);

}  // namespace train
