#include "speaker/pieces.h"

#include <algorithm>
#include <array>

#include "text/characters.h"

namespace speaker {

using namespace rules;
using text::TokenKind;

Pieces pieces(std::string_view text, Span span) {
  Pieces out;
  for (const text::Token& token : text::tokens(text, span)) {
    const std::string_view word = slice(text, token.span);
    Piece piece{.span = token.span, .kind = token.kind, .lower = text::to_lower(word), .capital = has_capital(word)};
    piece.entry = &rules::word(piece.lower);
    out.push_back(std::move(piece));
  }
  return out;
}

bool has_capital(std::string_view word) {
  static constexpr std::array<std::string_view, 14> kJoined = {"al-", "el-", "ad-", "ar-", "as-", "at-", "an-", "az-", "ash-", "ul-", "d'", "d’", "l'", "l’"};
  if (text::is_capitalised(word)) return true;
  // hAodha, nDubhda; eBay
  const auto small = [&](std::size_t i) { return i < word.size() && word[i] >= 'a' && word[i] <= 'z'; };
  if (small(0) && !small(1) && word.size() > 3 && text::is_capitalised(word.substr(1)) && small(2)) return true;
  return std::any_of(kJoined.begin(), kJoined.end(), [&](std::string_view joined) { return word.starts_with(joined) && text::is_capitalised(word.substr(joined.size())); });
}

bool is_possessive(const Piece& piece) { return piece.lower == "'s" || piece.lower == "’s" || piece.lower == "'" || piece.lower == "’"; }

bool is_particle(const Piece& piece) {
  static constexpr std::array<std::string_view, 31> kParticles = {"al",  "bin", "da",  "de", "del", "della", "den", "der", "di",
                                                                  "dos", "el",  "ibn", "la", "le",  "van",   "von", "ben", "bint", "ó", "ní", "mac", "nic", "ui",
                                                                  "uí", "ua", "mhic", "du", "des", "ter", "zu", "das"};
  return std::find(kParticles.begin(), kParticles.end(), piece.lower) != kParticles.end();
}

bool can_be_name(const Piece& piece) {
  if (piece.kind != TokenKind::word || !piece.capital || is_possessive(piece)) return false;
  if (piece.lower[0] == '#') return false;
  if (piece.entry->is(kFirstName)) return true;
  if (piece.entry->cue && piece.entry->form == VerbForm::third) return false;  // Graham Says, in a headline
  return !piece.entry->is(kDeterminer | kSubjectPronoun | kObjectPronoun | kPreposition | kSubordinator | kRelative | kCoordinator |
                          kModal | kBe | kTime | kAdverb | kNegation | kFinite | kAuxiliary);
}

}  // namespace speaker
