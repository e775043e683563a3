// Approximate matching of code points: how alike two texts are, and where one stands in the other with few changes.
#pragma once

#include <cstddef>
#include <string>

namespace anchor {

// 1000 less the share of edits (Levenshtein) that turn one into the other; 1000 for two empty ones.
int likeness(const std::u32string& a, const std::u32string& b);

struct Match {
  std::size_t begin = 0, end = 0;  // in `all`
  int edits = 0;
};

// The stretch of `all` that `wanted` can be turned into with the fewest edits; of several, the first of those whose
// size is most like its own. Takes time in proportion to the product of the two sizes (Sellers 1980).
Match best_match(const std::u32string& wanted, const std::u32string& all);

}  // namespace anchor
