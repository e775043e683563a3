// An annotation file as few bytes: what a link carries before it is deflated.
//
//   JSON -> pack() -> words, structure -> unpack() -> the same JSON, in one line
//
// Any JSON comes back as it was, whoever made it. What an annotation file says again and again takes no room, or little:
//
//   names of members, usual values     a number: see kKnown in packed_values.cc, to which words may be added at the end
//   the members of an object           once for all objects with the same ones
//   a text that was there before       its number
//   ids in a row (q1, q2, q3)          one byte each
//   places                             the distance from the last one, and the length
//   words and sides of a span          nothing where the text has them, from which they are made anew; without the text, the
//                                      stretches of it that are named, each once (stretches.h)
//   hash and length of the text        nothing; hashes, UUIDs and times are bytes, not digits
//
// Words and structure are apart because each is deflated better by itself.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "format/json_tree.h"
#include "text/result.h"

namespace format {

struct PackedJson {
  std::string words;      // all texts, one behind the other
  std::string structure;  // where they go, and everything else
};

PackedJson pack(JsonValue root);

// What JSON was packed. An error, as half a sentence, where the bytes are no packed JSON or there is more in them than
// `most` bytes of JSON. Linear in its result.
text::Result<std::string> unpack(std::string_view words, std::string_view structure, std::size_t most);

}  // namespace format
