// The edits behind the commands: one function of one name for each, Document in, Document out.
//
// An edit either gives the changed Document, with every invariant of document::check() kept, or says in a
// sentence why it cannot be done. It knows nothing of undo, notices or revisions: update() sees to those.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "document/document.h"
#include "session/session.h"

namespace session {

struct Edited {
  document::Document document;
  std::string refusal;             // not empty: nothing was changed, and this is why
  std::string notice;              // what is worth saying when it is done; mostly nothing
  std::optional<Target> select{};  // what is selected from now on, where that changes
  std::optional<Span> words{};     // and which words of the text
};

inline Edited refuse(std::string why) { return {.document = {}, .refusal = std::move(why), .notice = {}}; }
inline Edited done(document::Document d, std::string notice = {}) {
  return {.document = std::move(d), .refusal = {}, .notice = std::move(notice)};
}
inline Edited done_and_select(document::Document d, Target target) {
  return {.document = std::move(d), .refusal = {}, .notice = {}, .select = std::move(target)};
}

// quotations
Edited edit(document::Document, const AddQuotation&, const Moment&);
Edited edit(document::Document, const AddPiece&, const Moment&);
Edited edit(document::Document, const RemovePiece&, const Moment&);
Edited edit(document::Document, const SetContent&, const Moment&);
Edited edit(document::Document, const SetCue&, const Moment&);
Edited edit(document::Document, const SetSource&, const Moment&);
Edited edit(document::Document, const SetQuotationType&, const Moment&);
Edited edit(document::Document, const SetAct&, const Moment&);
Edited edit(document::Document, const SetMode&, const Moment&);
Edited edit(document::Document, const AssignSpeaker&, const Moment&);
Edited edit(document::Document, const SplitQuotation&, const Moment&);
Edited edit(document::Document, const JoinQuotations&, const Moment&);
Edited edit(document::Document, const TurnIntoClaim&, const Moment&);
Edited edit(document::Document, const TurnIntoQuotation&, const Moment&);
// speakers
Edited edit(document::Document, const AddSpeaker&, const Moment&);
Edited edit(document::Document, const RenameSpeaker&, const Moment&);
Edited edit(document::Document, const SetSpeakerKind&, const Moment&);
Edited edit(document::Document, const SetSpeakerRoles&, const Moment&);
Edited edit(document::Document, const SetAliases&, const Moment&);
Edited edit(document::Document, const MergeSpeakers&, const Moment&);
Edited edit(document::Document, const SplitSpeaker&, const Moment&);
Edited edit(document::Document, const RemoveSpeaker&, const Moment&);
Edited edit(document::Document, const NameEverywhere&, const Moment&);
// claims
Edited edit(document::Document, const AddClaim&, const Moment&);
Edited edit(document::Document, const AddClaims&, const Moment&);
Edited edit(document::Document, const SetClaimSpans&, const Moment&);
Edited edit(document::Document, const SetClaimType&, const Moment&);
Edited edit(document::Document, const SetCheckworthiness&, const Moment&);
Edited edit(document::Document, const SetVerifiable&, const Moment&);
Edited edit(document::Document, const SetWording&, const Moment&);
Edited edit(document::Document, const AssignClaim&, const Moment&);
// review, blocks, title, notes
Edited edit(document::Document, const SetReview&, const Moment&);
Edited edit(document::Document, const AcceptAbove&, const Moment&);
Edited edit(document::Document, const Remove&, const Moment&);
Edited edit(document::Document, const SetExcluded&, const Moment&);
Edited edit(document::Document, const SetTitle&, const Moment&);
Edited edit(document::Document, const CorrectText&, const Moment&);
Edited edit(document::Document, const AddNote&, const Moment&);
Edited edit(document::Document, const SetNote&, const Moment&);

// lost marks
Edited edit(document::Document, const PutBack&, const Moment&);
// two versions
Edited edit(document::Document, const KeepMine&, const Moment&);
Edited edit(document::Document, const TakeTheirs&, const Moment&);

// --- What the edits share --------------------------------------------------------------------------

// The agent for the person who acts; added to the document if it is new there.
document::AgentId agent_of(document::Document&, const Moment&);
document::Origin by_hand(document::Document&, const Moment&);
document::Review stamp(document::Document&, const document::ReviewState&, const Moment&);

// The index of what has this id, or none.
template <typename List, typename IdType>
std::optional<std::size_t> index_of(const List& list, const IdType& id) {
  for (std::size_t i = 0; i < list.size(); ++i)
    if (list[i].id == id) return i;
  return std::nullopt;
}

// Puts the mark behind all marks that start at or before `begin`: the order of the text.
template <typename List, typename Mark, typename Begin>
void insert_in_text_order(List& list, Mark mark, Begin begin) {
  std::size_t at = list.size();
  while (at > 0 && begin(list[at - 1]) > begin(mark)) --at;
  list.insert(at, std::move(mark));
}

// Why these words cannot be marked; empty if they can.
std::string fault_of(const document::Document&, Span);
// In order, with pieces that touch or overlap made one.
std::vector<Span> in_order(std::vector<Span>);
// Without blanks at both ends; empty if there is nothing else.
std::string trimmed(std::string_view);

// Gives the quotation to a speaker, and with it the claims that were made in it by who spoke before.
void give(document::Document&, std::size_t quotation, const std::optional<SpeakerId>&);
// Notes and claims that belonged to a mark belong to another from now on.
void hand_over_mark(document::Document&, const QuotationId& from, const QuotationId& to);

// Takes away the notes on `target`, and the notes on those.
void remove_notes_on(document::Document&, const std::string& target);

}  // namespace session
