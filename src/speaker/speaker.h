// Who the sources of quotations are. One Speaker for each real person or body, whatever it is called:
//
//   names        Pete Hegseth, Hegseth, U.S. Secretary of Defense Pete Hegseth; Zelensky, Zelenskyy
//   nouns        “the minister”, “the ministry”: the one who was called so
//   pronouns     he, she, they: the last one mentioned who can be meant
//   nobody named “a source close to the talks”: one speaker for each description
//
// Two people who share a surname stay two. What stays open stays open: a quotation without speaker.
#pragma once

#include "document/document.h"

namespace speaker {

// Fills speaker and source_form of the quotations that nobody has touched, and adds the speakers they need. Speakers
// that a person has reviewed stay, and are found again by their names. Ids s1, s2, … that the document
// does not use yet; in order of first mention. Linear in the text, times the speakers of the article.
document::Document find_speakers(document::Document);

}  // namespace speaker
