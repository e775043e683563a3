// The parts of a noun phrase: “the former prime minister of Fiji”.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace speaker {

using text::Span;

struct NounPhrase {
  Span span;
  std::string noun;                    // its head, in small letters
  std::vector<std::string> modifiers;  // before it, in small letters
  std::vector<std::string> after;      // after it
  bool definite = false;               // the, this, that
  bool indefinite = false;             // a, an, one, another, some, any
  bool owned = false;                  // his, Ruiz’s
  bool several = false;                // Ruiz and Hill
  bool quantity = false;               // twenty-three of the councillors; several people
  bool capital = false;                // Mayor, in a headline
  std::uint32_t head_end = 0;          // byte
};

// Reads the words of a phrase up to its head: before “for the bank”, “of Leeds”, “, the mayor”, “who left”.
NounPhrase noun_phrase(std::string_view text, Span);

}  // namespace speaker
