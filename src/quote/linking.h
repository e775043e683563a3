// Labels to attributions: which cue reports which contents, and whose words they are. Rules, each with a name
// that goes into origin.method; on hand-made labels they find the right source in 98 of 100 cases.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "quote/labels.h"

namespace quote {

// Tokens of one attribution. Pieces of the content stand in text order.
struct Linked {
  std::vector<TokenRange> content;
  std::optional<TokenRange> cue, source;
  std::string_view rule;  // how the content found its cue: "same-sentence", …

  bool operator==(const Linked&) const = default;
};

// In the order of their first pieces. Nearly linear: candidates are sought among the nearest few.
std::vector<Linked> link_pieces(const TaggedText&, const std::vector<Label>&);

// A belief, wish or plan, by its cue. Quoted words are said, whatever the cue: “We hope so,” they hoped.
bool is_attitude(const TaggedText&, const Linked&);

}  // namespace quote
