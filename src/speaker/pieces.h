// The words of a paragraph as the search for names sees them.
#pragma once

#include <string>
#include <vector>

#include "rules/words.h"
#include "text/segment.h"

namespace speaker {

using text::Span;

struct Piece {
  Span span;
  text::TokenKind kind{};
  const rules::Word* entry = nullptr;
  std::string lower;
  bool capital = false;
};
using Pieces = std::vector<Piece>;

// Linear.
Pieces pieces(std::string_view text, Span);

// Ruiz, @ruiz, al-Saqqa, d’Estaing
bool has_capital(std::string_view word);

bool is_possessive(const Piece&);  // ’s, and the mark of “the players’ union”
bool is_particle(const Piece&);    // de, van, bin: small words inside names
bool can_be_name(const Piece&);

}  // namespace speaker
