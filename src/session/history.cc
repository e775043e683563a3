// What a step of history is called: the act, and what it was done to.
#include "session/session.h"

namespace session {

using namespace document;

namespace {

struct Act {
  std::string operator()(const AddQuotation&) const { return "Mark a quotation"; }
  std::string operator()(const AddPiece&) const { return "Add words to a quotation"; }
  std::string operator()(const RemovePiece&) const { return "Take words out of a quotation"; }
  std::string operator()(const SetContent&) const { return "Change the words of a quotation"; }
  std::string operator()(const SetCue&) const { return "Set the cue"; }
  std::string operator()(const SetSource&) const { return "Set the source"; }
  std::string operator()(const SetQuotationType&) const { return "Change the type of a quotation"; }
  std::string operator()(const SetAct&) const { return "Change the act of a quotation"; }
  std::string operator()(const SetMode&) const { return "Change how a report stands"; }
  std::string operator()(const AssignSpeaker&) const { return "Change the speaker"; }
  std::string operator()(const SplitQuotation&) const { return "Split a quotation"; }
  std::string operator()(const JoinQuotations&) const { return "Join two quotations"; }
  std::string operator()(const TurnIntoClaim&) const { return "Turn a quotation into a claim"; }
  std::string operator()(const TurnIntoQuotation&) const { return "Turn a claim into a quotation"; }
  std::string operator()(const AddSpeaker&) const { return "Add a speaker"; }
  std::string operator()(const RenameSpeaker&) const { return "Rename a speaker"; }
  std::string operator()(const SetSpeakerKind&) const { return "Change the kind of a speaker"; }
  std::string operator()(const SetSpeakerRoles&) const { return "Change the role of a speaker"; }
  std::string operator()(const SetAliases&) const { return "Change the other names of a speaker"; }
  std::string operator()(const MergeSpeakers&) const { return "Merge two speakers"; }
  std::string operator()(const SplitSpeaker&) const { return "Split a speaker"; }
  std::string operator()(const RemoveSpeaker&) const { return "Remove a speaker"; }
  std::string operator()(const NameEverywhere&) const { return "Give all these mentions to a speaker"; }
  std::string operator()(const AddClaims&) const { return "Mark all found words as claims"; }
  std::string operator()(const AddClaim&) const { return "Mark a claim"; }
  std::string operator()(const SetClaimSpans&) const { return "Change the words of a claim"; }
  std::string operator()(const SetClaimType&) const { return "Change the type of a claim"; }
  std::string operator()(const SetCheckworthiness&) const { return "Change the worth of a claim"; }
  std::string operator()(const SetVerifiable&) const { return "Say whether a claim can be checked"; }
  std::string operator()(const SetWording&) const { return "Change the wording of a claim"; }
  std::string operator()(const AssignClaim&) const { return "Change who claims it"; }
  std::string operator()(const SetReview& c) const {
    if (c.state == kAccepted) return "Accept a mark";
    if (c.state == kRejected) return "Reject a mark";
    return "Review a mark";
  }
  std::string operator()(const AcceptAbove&) const { return "Accept many marks"; }
  std::string operator()(const Remove&) const { return "Remove a mark"; }
  std::string operator()(const SetExcluded& c) const { return c.excluded ? "Exclude a paragraph" : "Put a paragraph back"; }
  std::string operator()(const SetTitle&) const { return "Set the title"; }
  std::string operator()(const CorrectText&) const { return "Correct the text"; }
  std::string operator()(const AddNote&) const { return "Add a note"; }
  std::string operator()(const SetNote&) const { return "Change a note"; }
  std::string operator()(const PutBack&) const { return "Put back a lost mark"; }
  std::string operator()(const KeepMine&) const { return "Keep mine"; }
  std::string operator()(const TakeTheirs&) const { return "Take theirs"; }
  template <typename Other>
  std::string operator()(const Other&) const {
    return {};
  }
};

// The first words, cut at a blank after some forty letters.
std::string shortened(std::string_view words) {
  constexpr std::size_t kMost = 44;
  if (words.size() <= kMost) return std::string(words);
  std::size_t end = words.rfind(' ', kMost);
  if (end == std::string_view::npos || end < kMost / 2) {
    end = kMost;
    while (end > 0 && (static_cast<unsigned char>(words[end]) & 0xC0) == 0x80) --end;
  }
  return std::string(words.substr(0, end)) + " …";
}

struct Subject {
  const Document& d;

  std::string of(const QuotationId& id) const {
    const Quotation* q = find(d, id);
    return q ? words(q->content) : std::string();
  }
  std::string of(const ClaimId& id) const {
    const Claim* c = find(d, id);
    return c ? words(c->spans) : std::string();
  }
  std::string of(const SpeakerId& id) const {
    const Speaker* s = find(d, id);
    return s ? s->name : std::string();
  }
  std::string of(const BlockId& id) const {
    const Block* b = find(d, id);
    return b ? words({b->span}) : std::string();
  }
  std::string of(const NoteId& id) const {
    const Note* n = find(d, id);
    return n ? shortened(n->text) : std::string();
  }
  std::string of(std::monostate) const { return {}; }
  std::string of(const Target& target) const {
    return std::visit([&](const auto& id) { return of(id); }, target);
  }
  std::string words(const std::vector<Span>& spans) const {
    for (const Span span : spans)
      if (span.begin > span.end || span.end > d.article.text.view().size()) return {};
    return spans.empty() ? std::string() : shortened(slice(d.article.text.view(), spans.front()));
  }

  template <typename C>
  std::string operator()(const C& c) const {
    if constexpr (std::is_same_v<C, AddSpeaker>) return shortened(c.name);
    else if constexpr (std::is_same_v<C, AddQuotation>) return words({c.content});
    else if constexpr (std::is_same_v<C, AddClaim>) return words({c.span});
    else if constexpr (std::is_same_v<C, CorrectText>) return words({c.words});
    else if constexpr (std::is_same_v<C, AddNote>) return shortened(c.text);
    else if constexpr (std::is_same_v<C, SetTitle>) return shortened(c.title);
    else if constexpr (std::is_same_v<C, MergeSpeakers> || std::is_same_v<C, JoinQuotations>) return of(c.from);
    else if constexpr (requires { c.mine; }) return of(c.mine);
    else if constexpr (requires { c.quotation; }) return of(c.quotation);
    else if constexpr (requires { c.claim; }) return of(c.claim);
    else if constexpr (requires { c.speaker; }) return of(c.speaker);
    else if constexpr (requires { c.block; }) return of(c.block);
    else if constexpr (requires { c.note; }) return of(c.note);
    else if constexpr (std::is_same_v<C, SetReview> || std::is_same_v<C, Remove>) return of(c.mark);
    else return {};
  }
};

}  // namespace

std::string act_of(const Command& command) { return std::visit(Act{}, command); }

std::string subject_of(const Document& d, const Command& command) { return std::visit(Subject{d}, command); }

}  // namespace session
