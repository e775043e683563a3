// Where the words begin and end that name a source. Without a parser: the closed classes of words tell where a noun
// phrase must stop. Costs at most kLongest steps.
#pragma once

#include <cstddef>
#include <optional>

#include "quote/scene.h"

namespace quote {

// Items [begin, end) of a sentence.
struct Range {
  std::size_t begin = 0, end = 0;

  bool empty() const { return begin == end; }
};

inline constexpr std::size_t kLongest = 16;  // items of a noun phrase

// The noun phrase that ends before item `end`: “[a spokesman for the bank] said”. None if there is none.
std::optional<Range> phrase_before(const Sentence&, std::size_t end);

// The noun phrase that begins at item `begin`: “said [the mayor of Leeds]”.
std::optional<Range> phrase_at(const Sentence&, std::size_t begin);

// True for words that can be a noun or a part of a name.
bool is_nominal(const Item&);
bool is_name_word(const Item&);

Span span_of(const Sentence&, Range);

}  // namespace quote
