// Blocks, the title, and notes.
#include "session/edits.h"

namespace session {

using namespace document;

Edited edit(Document d, const SetExcluded& c, const Moment& moment) {
  const auto at = index_of(d.article.blocks, c.block);
  if (!at) return refuse("That paragraph is not there any more.");
  if (d.article.blocks[*at].excluded == c.excluded)
    return refuse(c.excluded ? "This paragraph is excluded already." : "This paragraph belongs to the article already.");
  const Review review = stamp(d, kEdited, moment);
  Block& block = d.article.blocks.edit(*at);
  block.excluded = c.excluded;
  block.review = review;
  return done(std::move(d), c.excluded ? "Excluded 1 paragraph" : "Put 1 paragraph back");
}

Edited edit(Document d, const SetTitle& c, const Moment&) {
  const std::string title = trimmed(c.title);
  if (title.empty()) return refuse("A title needs words.");
  if (title == d.article.title && !d.article.title_derived) return refuse("It is like that already.");
  d.article.title = title;
  d.article.title_derived = false;
  return done(std::move(d));
}

Edited edit(Document d, const AddNote& c, const Moment& moment) {
  const std::string words = trimmed(c.text);
  if (words.empty()) return refuse("A note needs words.");
  const bool known = index_of(d.quotations, QuotationId(c.target)) || index_of(d.claims, ClaimId(c.target)) ||
                     index_of(d.speakers, SpeakerId(c.target)) || index_of(d.article.blocks, BlockId(c.target)) ||
                     index_of(d.notes, NoteId(c.target));
  if (!known) return refuse("Select what the note is about first.");
  Note note{.id = NoteId(fresh_id(d, "n")), .target = c.target, .by = agent_of(d, moment), .at = moment.at, .text = words};
  d.notes.push_back(std::move(note));
  return done(std::move(d));
}

Edited edit(Document d, const SetNote& c, const Moment& moment) {
  const auto at = index_of(d.notes, c.note);
  if (!at) return refuse("That note is not there any more.");
  const std::string words = trimmed(c.text);
  if (words.empty()) return refuse("A note needs words.");
  if (words == d.notes[*at].text) return refuse("It is like that already.");
  const AgentId by = agent_of(d, moment);
  Note& note = d.notes.edit(*at);
  note.text = words;
  note.by = by;
  note.at = moment.at;
  return done(std::move(d));
}

}  // namespace session
