// Who has been mentioned so far, in text order, and who of them is meant by a pronoun or a noun.
//
//   he, she   persons, by sentence, place in it, gender, and who spoke last
//   it, they  bodies and documents; groups
//   a noun    the one who bears the role (“the minister”), the body of that kind (“the union”), the document
//             (“the report”), or somebody nameless who was called so before
//
// Everybody is a number: the figures of the cast first, then the nameless in order of first mention.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "speaker/cast.h"
#include "speaker/noun_phrase.h"
#include "speaker/nouns.h"

namespace speaker {

// Somebody who has no name: “a source close to the talks”, “an inspection report”.
struct Nameless {
  std::string description, noun;
  document::SpeakerKind kind;
  rules::Gender gender = rules::Gender::unknown;
  std::uint32_t first = 0;
};

enum class Pronoun : std::uint8_t { he, she, it, they };

// Who is meant: -1 nobody known. `confidence` in thousandths: how often such an answer was right where people had marked the
// speakers. `narrow`: somebody else could be meant nearly as well.
struct Meant {
  int who = -1;
  const char* method = "";
  int confidence = 0;
  bool narrow = false;
};

class Stage {
 public:
  // `contents`: of all quotations, in order; `entries`: where the entries of a live blog begin, beyond which nobody is
  // meant. The cast must outlive the stage.
  Stage(std::string_view text, Cast&, Mentions, std::vector<Span> contents, std::vector<std::uint32_t> entries);

  // Hears everybody who is mentioned before `to`.
  void advance(std::uint32_t to);
  // Somebody is the source of a quotation.
  void speaks(int who, Span source, rules::Gender as);

  Meant meant_by(Pronoun, std::uint32_t at) const;
  // A nameless one is made where nobody is meant.
  Meant meant_by(const NounPhrase&);
  Meant last_person_before(const NounPhrase&) const;

  int named() const { return static_cast<int>(cast_.figures().size()); }
  const Figure& figure(int who) const { return cast_.figures()[static_cast<std::size_t>(who)]; }
  const Nameless& nameless(int who) const { return nameless_[static_cast<std::size_t>(who - named())]; }
  int add(Nameless);
  void learn_gender(int who, rules::Gender);
  std::uint32_t first_mention(int who) const { return who < named() ? figure(who).first : nameless(who).first; }
  std::uint32_t entry_of(std::uint32_t at) const;
  std::uint32_t paragraph_at(std::uint32_t at) const;

 private:
  enum class Standing : std::uint8_t { person, open, body, document, group, place };
  struct Heard {
    std::uint32_t at = 0;
    int who = -1;
    Position position;
    rules::Gender as = rules::Gender::unknown;  // a spokeswoman, who stands for a body
    bool reported = false;                      // in what somebody says
  };

  Standing standing(int who) const;
  rules::Gender gender(int who) const;
  std::uint32_t sentence_at(std::uint32_t at) const;
  bool is_reported(std::uint32_t at) const;
  int fit(const Heard&, Pronoun) const;
  bool has_modifiers(const Figure&, const NounPhrase&) const;
  Meant bearer(const NounPhrase&, const Noun&) const;
  Meant body(const NounPhrase&, const Noun&) const;
  Meant paper(const NounPhrase&) const;
  Meant again(const NounPhrase&) const;
  Meant spoken_for(const NounPhrase&);
  Meant body_spoken_for(const NounPhrase&, const std::string& whom);
  Meant somebody_new(const NounPhrase&);

  std::string_view text_;
  Cast& cast_;
  std::vector<NounMention> nouns_;
  std::vector<Mentions::Sentence> sentences_;
  std::vector<Span> contents_;
  std::vector<std::uint32_t> entries_;
  Span source_;  // the last one; its nouns are heard already
  std::size_t next_name_ = 0, next_noun_ = 0;
  std::vector<Heard> heard_;
  std::vector<Nameless> nameless_;
  std::map<std::string, int, std::less<>> by_description_;
  std::map<int, int> spoken_;  // how often each one spoke
  int last_ = -1, last_spokesperson_ = -1;
  std::uint32_t last_at_ = 0;
};

}  // namespace speaker
