// Every place of an article where a name stands, “U.S. Secretary of Defense [Pete Hegseth]”, “[Reuters]”; and where a noun
// does that can mean somebody: “[the minister]”, “[an inspection report]”.
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

// Where in its sentence somebody is mentioned.
struct Position {
  std::uint32_t sentence = 0, paragraph = 0;  // counted through the article
  bool quoted = false;                        // inside quotation marks
  bool subject = false;                       // the first one of its clause, not after a preposition
  bool possessive = false;                    // “Ruiz’s”
  bool listener = false;                      // “told [Reuters]”
};

struct Mention {
  Span span;                       // the name alone
  Span role;                       // the words before it that say what the person is; may be empty
  Span apposition;                 // the words after it that do: “, a doctor from Leeds,”; may be empty
  Span letters;                    // “(WHO)”: the letters after it that it goes by; may be empty
  std::vector<std::string> words;  // of the name, in small letters and folded to the Latin alphabet
  NameKind kind = NameKind::open;
  rules::Gender gender = rules::Gender::unknown;
  bool titled = false;    // “Mr. Hill”: a person for sure
  bool in_place = false;  // “in [Leeds]”
  bool dateline = false;  // “[LEEDS] —”
  bool first_word = false;  // of a sentence: its capital says nothing
  bool plural = false;      // such a word that looks like several: “Donors”
  Position position;
};

// A noun that means somebody: “a senior official”, “the company”, “residents”.
struct NounMention {
  Span span;         // up to the noun, with its determiner
  std::string noun;  // in small letters
  Position position;
};

struct Mentions {
  std::vector<Mention> names;
  std::vector<NounMention> nouns;
  struct Sentence {
    std::uint32_t begin = 0, paragraph = 0;
  };
  std::vector<Sentence> sentences;
};

// Both in text order, of the blocks that are not excluded; nouns that stand beside a name are part of its mention. Linear.
Mentions mentions(const document::Document&);

// A word in small letters, without accents, Cyrillic in Latin letters.
std::string folded(std::string_view word);

}  // namespace speaker
