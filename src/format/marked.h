// Articles marked by hand: a text with its marks written into it, as tests/corpus holds them (its README.md says how).
//
//   {q NAME| …}  {+q| …}  {cue CLASS| …}  {source| …}  {junk ROLE| …}   quotations, under a head of `key: value` lines
//   {TYPE BAND WHO| …}                                                   claims, without a head
//
// They come out as Documents, so that everything that reads a Document can be compared with what people marked.
// A mark that belongs to nothing, or is not closed, is an error; its place is a line. Linear in the text.
#pragma once

#include <string_view>

#include "document/document.h"
#include "text/result.h"

namespace format {

// The article with its junk as excluded blocks, its speakers and its quotations. A cue and a source belong to the
// nearest content of the same sentence; a quotation that has a cue and no source shares the nearest one of its paragraph.
text::Result<document::Document> read_marked(std::string_view file);

// The same with the claims that a second file marks in the same text. A band becomes the middle of its range.
text::Result<document::Document> with_marked_claims(document::Document, std::string_view file);

}  // namespace format
