// What a line is by its words alone: a related link, a caption, a byline, … The rules are the rows of
// assets/rules/<language>/boilerplate.tsv.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "document/document.h"

namespace extract {

// Why a block has its role: the rule's name and how sure it is, in thousandths.
struct Decision {
  document::BlockRole role = document::kParagraph;
  std::string rule;    // "block/related-link"; empty: nothing was decided
  int confidence = 0;

  explicit operator bool() const { return !rule.empty(); }
};

// The first rule that matches the line, if any: those of its language ("de-AT") and, since pages mix them, of English;
// of all languages where it is not known. Linear in the line; only the first 600 bytes and the last 300 are looked at.
Decision boilerplate(std::string_view line, std::string_view language);

// True for a role whose blocks are not the article's own words (assets/rules/block_roles.tsv).
bool is_excluded(const document::BlockRole& role);

std::size_t count_words(std::string_view line);

}  // namespace extract
