// What the learned tagger suggests, as spans of the text: for find_quotations, which lets quotation marks and
// sieves have their say too.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace quote {

struct Proposal {
  std::vector<text::Span> content;  // pieces in text order, with the quotation marks around them
  std::vector<text::Span> cue, source;
  bool attitude = false;            // a belief, wish or plan rather than speech
  int confidence = 0;               // in thousandths
  std::string method;               // "model/attribution/same-sentence"
};

// In the order of their first pieces; no two share a word of their contents. Linear in the text.
std::vector<Proposal> propose(std::string_view text, const std::vector<text::Span>& paragraphs);

}  // namespace quote
