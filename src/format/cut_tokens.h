// The text as sentences of tokens for formats that count in tokens: cut also at the edges of marks, so that every mark is made
// of whole tokens.
#pragma once

#include <vector>

#include "document/document.h"

namespace format {

struct TokenSentence {
  text::Span span;
  std::vector<text::Span> tokens;
};

// In text order. Linear but for the sorting of edges.
std::vector<TokenSentence> cut_tokens(const document::Document&);

}  // namespace format
