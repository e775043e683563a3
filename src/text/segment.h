// Cuts a text into paragraphs, sentences and tokens. All are Spans over the text that was given; nothing is
// copied or changed. Any valid UTF-8 is a text; everything here is linear.
//
//   paragraphs   one for each line that is not blank
//   sentences    of one paragraph; quotation marks belong to the sentence that they stand at, and
//                “Go.” he said.  is one sentence
//   tokens       words, numbers, marks, as the Penn Treebank cuts them: do|n't, he|'s, Mr., U.S., 1,000.5,
//                well-known, @handle, name@example.org and addresses are one token, "$" and "%" one of their own
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace text {

// Without the blanks at both ends of the line.
std::vector<Span> paragraphs(std::string_view text);

// Without the blanks between them. A line break always ends a sentence.
std::vector<Span> sentences(std::string_view text, Span paragraph);

// A clitic ("n't", "'s", the "'" of "players'") is a word; an ellipsis, a row of dashes or stops is one
// punctuation token. quote_open and quote_close are those of text/quotation_marks.h.
enum class TokenKind : std::uint8_t { word, number, quote_open, quote_close, punctuation };

struct Token {
  Span span;
  TokenKind kind{};

  bool operator==(const Token&) const = default;
};

// Of any stretch; best of a whole paragraph, since quotation marks find their partners inside it only.
std::vector<Token> tokens(std::string_view text, Span stretch);

}  // namespace text
