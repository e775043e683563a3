// What the tables of assets/rules/en say about one word: the closed classes, reporting verbs, titles, roles,
// bodies and first names. Read once; looking a word up takes constant time.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace rules {

// Bits of Word::classes, one for each row of words.tsv and one for each other table.
enum WordClass : std::uint32_t {
  kDeterminer = 1u << 0,
  kSubjectPronoun = 1u << 1,
  kObjectPronoun = 1u << 2,
  kPreposition = 1u << 3,
  kSubordinator = 1u << 4,
  kRelative = 1u << 5,
  kQuestionWord = 1u << 6,
  kCoordinator = 1u << 7,
  kAuxiliary = 1u << 8,
  kBe = 1u << 9,
  kModal = 1u << 10,
  kHypothetical = 1u << 11,
  kNegation = 1u << 12,
  kAdverb = 1u << 13,
  kTime = 1u << 14,
  kFinite = 1u << 15,
  kGeneric = 1u << 16,  // people who are nobody in particular: "residents", "a man"
  kTitleWord = 1u << 17,
  kRole = 1u << 18,       // one person: "minister"
  kGroupRole = 1u << 19,  // several: "officials"
  kBody = 1u << 20,       // "ministry"
  kDocumentNoun = 1u << 21,
  kFirstName = 1u << 22,
  kKicker = 1u << 23,  // what a headline says of its article: "Live: …"
};

enum class Gender : std::uint8_t { unknown, he, she, they };

// The frames of cues.tsv: what may stand beside the verb.
struct Cue {
  std::string lemma;
  bool quotation = false, clause = false, that_clause = false, question = false, infinitive = false, addressee = false, naming = false,
       no_noun_phrase = false;
  bool attitude = false;
};

enum class VerbForm : std::uint8_t { none, base, third, past, participle };

struct Word {
  std::uint32_t classes = 0;
  const Cue* cue = nullptr;
  VerbForm form = VerbForm::none;
  Gender gender = Gender::unknown;  // of a first name, a title or a role

  bool is(std::uint32_t some_of) const { return (classes & some_of) != 0; }
};

// `lower` in small letters. A word that no table has is an empty Word.
const Word& word(std::string_view lower);

// A row of cue_phrases.tsv or non_cues.tsv: its words, in small letters.
struct Phrase {
  std::string text;  // the words with blanks between them
  std::vector<std::string> words;
  bool attitude = false;
};
const std::vector<Phrase>& cue_phrases();
const std::vector<Phrase>& non_cues();

}  // namespace rules
