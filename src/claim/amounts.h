// The numbers, percentages and amounts of money among the words of a statement: “four others” is 4, “3.5 million euros”
// is 3500000 euros, “two thirds” 2/3. Exact: numbers are decimal digits, never floats.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "claim/words.h"
#include "document/document.h"

namespace claim {

struct Amount {
  std::size_t begin = 0, end = 0;  // of the words that tell it
  document::FactKind kind;         // number, percentage, money
  std::string value;               // “4”, “12%”, “3500000 euros”; empty: nobody can tell, as of “dozens”
};

// The amount that begins at the word `at`, if one does. Looks a few words ahead.
std::optional<Amount> amount_at(std::string_view text, const std::vector<Word>& words, std::size_t at);

}  // namespace claim
