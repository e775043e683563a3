// Questions about the marks of a document that several views ask. Pure; linear in the marks.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "session/session.h"

namespace ui {

using session::Target;
using text::Span;

// What of the marks is shown.
struct Shown {
  bool low_claims = false;
  std::optional<document::SpeakerId> only;
  bool claims = true;
};

// "q1": the id as the file has it; empty for nothing.
std::string id_of(const Target&);
// The quotation, claim, speaker, block or note with this id, or nothing.
Target target_of(const document::Document&, const std::string& id);

// The pieces of a quotation, claim or block; none for everything else.
std::vector<Span> spans_of(const document::Document&, const Target&);

bool is_shown(const document::Claim&, const Shown&);
bool is_shown(const document::Quotation&, const Shown&);

// Quotations and claims in the order of the text.
std::vector<Target> marks_in_order(const document::Document&, const Shown&);
// The quotations that wait for a person's word: the doubtful ones while there are any, then all others.
std::vector<Target> to_review_in_order(const document::Document&);
// The marks on this byte, the smallest first: content, cue and source of quotations, and claims.
std::vector<Target> marks_at(const document::Document&, std::uint32_t byte, const Shown&);

// The mark behind (or before) `now` in the order of the text; from nothing the first behind `from`. Goes around at the ends.
Target neighbour(const document::Document&, const std::vector<Target>& order, const Target& now, std::uint32_t from, bool forward);

// A quotation that lies inside the words of another one of these, which stand in the order of the text.
bool is_nested(const std::vector<const document::Quotation*>&, const document::Quotation&);

// The id of the lost mark that is meant: `wanted` if there is such a one, else the first one's.
std::string lost_chosen(const document::Document&, const std::string& wanted);

// "Related link" for "related-link".
std::string in_words(const std::string& name);

// The nearest quotation in the text to `words`, in its own block or the next one; for setting a cue or source.
const document::Quotation* nearest_quotation(const document::Document&, Span words);

}  // namespace ui
