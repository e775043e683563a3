#include "speaker/noun_phrase.h"

#include "rules/words.h"
#include "speaker/kinds.h"
#include "speaker/nouns.h"
#include "speaker/pieces.h"

namespace speaker {

NounPhrase noun_phrase(std::string_view text, Span span) {
  using namespace rules;
  NounPhrase out{.span = span};
  const Pieces words = pieces(text, span);
  std::size_t head = words.size();
  for (std::size_t i = 1; i < words.size(); ++i)
    if ((words[i].entry->is(kPreposition) && !words[i].capital) || words[i].lower == "," || words[i].lower == "(" ||
        words[i].entry->is(kRelative)) {
      head = i;
      break;
    }
  // the report published on Monday; the version released; a note seen
  const auto participle = [](const Piece& p) {
    return (p.lower.size() > 4 && p.lower.ends_with("ed")) || p.lower == "seen" || p.lower == "sent" || p.lower == "shown" || p.lower == "written" || p.lower == "put";
  };
  for (std::size_t i = 1; i < head; ++i)
    if (participle(words[i]) && !words[i].capital && noun(words[i - 1].lower).kind != NounKind::none &&
        (i + 1 == head || noun(words[i + 1].lower).kind == NounKind::none))
      head = i;
  if (words.empty()) return out;
  while (head > 1 && (words[head - 1].lower == "there" || words[head - 1].lower == "here")) --head;
  for (std::size_t i = 0; i < head; ++i) {
    out.several = out.several || words[i].lower == "and" || words[i].lower == "&";
    out.owned = out.owned || (i + 1 < head && is_possessive(words[i])) || words[i].lower == "his" || words[i].lower == "her" ||
                words[i].lower == "its" || words[i].lower == "their" || words[i].lower == "my" || words[i].lower == "our";
  }
  out.quantity = is_quantity(words[0].lower) || (head > 1 && words[0].entry->is(kDeterminer) && is_quantity(words[1].lower)) ||
                 (head > 1 && (words[0].lower == "about" || words[0].lower == "nearly" || words[0].lower == "almost") && is_quantity(words[1].lower));
  out.noun = words[head - 1].lower;
  out.capital = words[head - 1].capital;
  out.head_end = words[head - 1].span.end;
  out.definite = words[0].lower == "the" || words[0].lower == "this" || words[0].lower == "that" || words[0].lower == "those";
  for (const std::string_view word : {"a", "an", "one", "another", "some", "any", "no"}) out.indefinite = out.indefinite || words[0].lower == word;
  for (std::size_t i = words[0].entry->is(kDeterminer) ? 1 : 0; i + 1 < head; ++i) out.modifiers.push_back(words[i].lower);
  for (std::size_t i = head; i < words.size(); ++i) out.after.push_back(words[i].lower);
  return out;
}

}  // namespace speaker
