// Marks whose words were not where their file said: put back by a person, or found again by the reader.
#pragma once

#include <string_view>
#include <variant>

#include "document/document.h"

namespace format {

// A lost mark as a mark again, on words that a person chose for it: with all that its file says of it, its cue and source searched
// near the words. Nothing if it cannot be read. Linear in the document.
using PutBack = std::variant<std::monostate, document::Quotation, document::Claim>;
PutBack put_back(const document::Document&, const document::LostMark&, text::Span words);

// How the words of a mark were found when its file was read: "moved", with the same words in another place; "fuzzy", with changes in
// them; empty, where they always were.
std::string_view found_again(const document::Extras&);

}  // namespace format
