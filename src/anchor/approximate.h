// Approximate matching of code points: how alike two texts are, and where one stands in the other with few changes.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace anchor {

// 1000 less the share of edits (Levenshtein) that turn one into the other; 1000 for two empty ones.
int likeness(const std::u32string& a, const std::u32string& b);

struct Match {
  std::size_t begin = 0, end = 0;  // in `all`
  int edits = 0;
};

// The stretches of `all` that `wanted` can be turned into with the fewest edits, at most eight: those whose size is most like
// its own, the first before later ones. Several end where letters were added or left out; what stands around them tells them
// apart. Takes time in proportion to the product of the two sizes (Sellers 1980).
std::vector<Match> best_matches(const std::u32string& wanted, const std::u32string& all);

// Where the part [from, to) of `wanted` comes to stand, without letters that were added at its ends, when the whole of
// `wanted` is laid on the first stretch of `all` that it can be turned into with the fewest edits: words whose surroundings
// tell where they are, whatever became of them. `edits`: of the whole. Takes as long as best_matches().
Match best_part(const std::u32string& wanted, std::size_t from, std::size_t to, const std::u32string& all);

}  // namespace anchor
