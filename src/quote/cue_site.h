// The places of a sentence where something is reported: a verb of cues.tsv that is really one, with its helpers
// and its subject; or a phrase of cue_phrases.tsv.
#pragma once

#include <optional>
#include <vector>

#include "quote/noun_phrase.h"
#include "quote/scene.h"

namespace quote {

enum class SubjectKind : unsigned char {
  none,
  before,    // Ruiz said; Ruiz, the mayor, said
  relative,  // Ruiz, who said
  shared,    // Ruiz left and said; …, adding: the subject of the verb before
  phrase,    // according to Ruiz
};

struct CueSite {
  std::size_t verb = 0;             // item
  std::size_t group = 0;            // first item of “has repeatedly said”
  std::size_t end = 0;              // the item after the verb or the phrase
  const rules::Cue* cue = nullptr;  // none: a phrase
  rules::VerbForm form = rules::VerbForm::none;
  SubjectKind subject_kind = SubjectKind::none;
  Range subject;
  bool hypothetical = false, attitude = false;
};

// In sentence order. Linear: every step backwards is bounded.
std::vector<CueSite> cue_sites(const Sentence&);

// The item after the words that stand between a cue and what it reports: “said [on Monday in a statement] that”,
// “told [reporters]”. At most kLongest + 8 items.
std::size_t after_adjuncts(const Sentence&, const CueSite&);

}  // namespace quote
