// Every place of an article where a name stands: “U.S. Secretary of Defense [Pete Hegseth]”, “[Reuters]”.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "document/document.h"
#include "rules/words.h"
#include "text/segment.h"

namespace speaker {

using text::Span;

enum class NameKind : std::uint8_t { open, person, body };

struct Mention {
  Span span;                       // the name alone
  Span role;                       // the words before it that say what the person is; may be empty
  Span apposition;                 // the words after it that do: “, a doctor from Leeds,”; may be empty
  std::vector<std::string> words;  // of the name, in small letters and folded to the Latin alphabet
  NameKind kind = NameKind::open;
  rules::Gender gender = rules::Gender::unknown;
  bool titled = false;         // “Mr. Hill”: a person for sure
  std::uint32_t sentence = 0;  // counted through the article
  bool quoted = false;         // inside quotation marks
};

// In text order, of the blocks that are not excluded. Linear.
std::vector<Mention> mentions(const document::Document&);

// The mentions in one stretch of words, such as the source of a quotation.
std::vector<Mention> mentions_in(std::string_view text, Span stretch);

// A word in small letters, without accents, Cyrillic in Latin letters.
std::string folded(std::string_view word);

}  // namespace speaker
