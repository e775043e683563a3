// What a person works on, and every way to change it.
//
//   (Session, Command, Moment) -> Session + Effects        update(), a pure function
//
// Views emit Commands and never change anything. The app carries Effects out (save a draft, download,
// fetch) and turns their outcome into new Commands. Undo keeps whole Documents: they share what did not
// change, so a step costs the marks that it changed. History is bounded by memory, not by a count.
//
// A command that changes the document is one undo step, bumps its revision, stamps what it changed with
// the person and the moment, and drops Document::original. One that cannot be done changes nothing and
// says why in `notice`, in words that a journalist understands.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "document/document.h"

namespace session {

using document::BlockId;
using document::ClaimId;
using document::NoteId;
using document::QuotationId;
using document::SpeakerId;
using text::Span;

// Who acts, and when. The core has no clock: the app fills this in.
struct Moment {
  std::string at;      // RFC 3339
  std::string person;  // the name that the person goes by; may be empty
};

// A mark or block that can be selected.
using Target = std::variant<std::monostate, QuotationId, ClaimId, SpeakerId, BlockId, NoteId>;

// --- Commands that change the document -------------------------------------------------------------

struct AddQuotation {
  Span content;
  std::optional<SpeakerId> speaker;
};  // direct or indirect by its quotation marks
struct AddPiece {
  QuotationId quotation;
  Span piece;
};  // “…,” he said. “…”
struct RemovePiece {
  QuotationId quotation;
  Span piece;
};
struct SetContent {
  QuotationId quotation;
  std::vector<Span> content;
};  // an edge was moved
struct SetCue {
  QuotationId quotation;
  std::vector<Span> cue;
};  // none: no cue
struct SetSource {
  QuotationId quotation;
  std::vector<Span> source;
};
struct SetQuotationType {
  QuotationId quotation;
  document::QuotationType type;
};
struct SetAct {
  QuotationId quotation;
  document::Act act;
};
struct SetMode {
  QuotationId quotation;
  document::Mode mode;
};
struct AssignSpeaker {
  QuotationId quotation;
  std::optional<SpeakerId> speaker;
};
struct SplitQuotation {
  QuotationId quotation;
  std::uint32_t at;
};  // the words from there on are a quotation of their own, by the same speaker
struct JoinQuotations {
  QuotationId into;
  QuotationId from;
};  // two marks on what is one quotation
struct TurnIntoClaim {
  QuotationId quotation;
};  // nobody is quoted here, but it is claimed
struct TurnIntoQuotation {
  ClaimId claim;
};
struct AddSpeaker {
  std::string name;
  std::optional<QuotationId> quotation;
};  // and give it that quotation
struct RenameSpeaker {
  SpeakerId speaker;
  std::string name;
};
struct SetSpeakerKind {
  SpeakerId speaker;
  document::SpeakerKind kind;
};
struct SetSpeakerRoles {
  SpeakerId speaker;
  std::vector<std::string> roles;
};
struct SetAliases {
  SpeakerId speaker;
  std::vector<std::string> aliases;
};
struct MergeSpeakers {
  SpeakerId into;
  SpeakerId from;
};
struct SplitSpeaker {
  QuotationId quotation;
  std::string name;
};  // this quotation is somebody else's
struct RemoveSpeaker {
  SpeakerId speaker;
};  // its quotations stay, without a speaker
struct NameEverywhere {
  SpeakerId speaker;
  std::string words;
};  // wherever these words are the source, this speaker is meant
struct AddClaim {
  Span span;
};
struct AddClaims {
  std::vector<Span> spans;
};  // all that a search has found, in one step
struct SetClaimSpans {
  ClaimId claim;
  std::vector<Span> spans;
};
struct SetClaimType {
  ClaimId claim;
  document::ClaimType type;
};
struct SetCheckworthiness {
  ClaimId claim;
  int thousandths;
};
struct SetVerifiable {
  ClaimId claim;
  document::Verifiable verifiable;
};
struct SetWording {
  ClaimId claim;
  std::string wording;
};  // a self-contained wording of the claim; empty: none
struct AssignClaim {
  ClaimId claim;
  std::optional<SpeakerId> speaker;
};  // none: the article itself
struct SetReview {
  Target mark;
  document::ReviewState state;
};  // accept, reject, back to suggested
struct AcceptAbove {
  int confidence;
};  // every suggested mark this sure
struct Remove {
  Target mark;
};  // a quotation, claim or note of a person's own
struct SetExcluded {
  BlockId block;
  bool excluded;
};  // “this is junk”, and back
struct SetTitle {
  std::string title;
};
// A mistake in the article itself: these words become `text`. Every mark stays on what it marked, the names of speakers are
// corrected with the words, and a note on the paragraph says what was changed.
struct CorrectText {
  Span words;
  std::string text;
};
struct AddNote {
  std::string target;
  std::string text;
};
struct SetNote {
  NoteId note;
  std::string text;
};

// A mark whose words were lost, on words that a person chose for it (format/lost.h).
struct PutBack {
  std::string lost;  // its id
  std::variant<std::monostate, document::Quotation, document::Claim> mark;
};
// Of what two people say differently (Session::other), one version is decided for. `settles`: the name of the difference
// that is decided by it; the session only keeps it.
struct KeepMine {
  std::string settles;
  Target mine;  // nothing where only the other one has the mark: it stays out
};
struct TakeTheirs {
  std::string settles;
  Target mine;  // takes over what theirs says; nothing: theirs is added
  std::variant<std::monostate, document::Quotation, document::Claim> theirs;  // nothing: they have no such mark, mine is rejected
  std::optional<document::Speaker> speaker;  // of theirs; found here by name, else added
  std::optional<document::Agent> maker;      // who made theirs
};

// --- Commands that do not --------------------------------------------------------------------------

struct Open {
  document::Document document;
  std::string notice;
};  // replaces what is open; its history starts anew
// The automatic pass again, in the step of SetExcluded before it. `changes` is that of the session it was made
// from: if a person has changed the document since, the pass is asked for once more.
struct Reannotated {
  document::Document document;
  std::uint64_t changes = 0;
};
// Another person's marks on the same text, beside the open article until CloseComparison; `name`: of their file.
struct CompareWith {
  document::Document document;
  std::string name;
};
struct CloseComparison {};
struct Select {
  Target mark;
  Span words;
};  // words: selected in the text, may be empty
struct Export {
  std::string format;
};  // a name out of format::formats()
struct Undo {};
struct Redo {};
struct Dismiss {};  // the notice was read

using Command =
    std::variant<AddQuotation, AddPiece, RemovePiece, SetContent, SetCue, SetSource, SetQuotationType, SetAct, SetMode, AssignSpeaker,
                 SplitQuotation, JoinQuotations, TurnIntoClaim, TurnIntoQuotation, AddSpeaker, RenameSpeaker, SetSpeakerKind,
                 SetSpeakerRoles, SetAliases, MergeSpeakers, SplitSpeaker, RemoveSpeaker, NameEverywhere, AddClaim, AddClaims, SetClaimSpans,
                 SetClaimType, SetCheckworthiness, SetVerifiable, SetWording, AssignClaim, SetReview, AcceptAbove, Remove, SetExcluded,
                 SetTitle, CorrectText, AddNote, SetNote, PutBack, KeepMine, TakeTheirs, CompareWith, CloseComparison, Open, Reannotated, Select, Export, Undo, Redo, Dismiss>;

// One step of history: the document as it was, and what was done to it.
struct Past {
  document::Document document;
  std::string act;        // "Mark a quotation", for the history and for “Undo: …”
  std::string subject;    // what it was done to: the first words of a mark, the name of a speaker; may be empty
  std::size_t bytes = 0;  // an estimate of what this step alone keeps in memory
  std::vector<std::string> decided{};  // Session::decided as it was
};

// What the open document is compared with.
struct Other {
  document::Document document;
  std::string name;
  bool operator==(const Other&) const = default;
};

struct Session {
  bool open = false;  // an article is open
  document::Document document;
  Target selected;
  Span words;                 // the words selected in the text; empty: none, and begin is the text cursor
  std::vector<Past> past;     // last is the newest
  std::vector<Past> future;   // last is the next to redo
  std::optional<Other> other;        // a second person's marks on the same text
  std::uint64_t comparisons = 0;     // counts them, so that a view can tell one from another
  std::vector<std::string> decided;  // differences to it, and to files compared before, that were decided, by the view's names for them
  std::string notice;         // what the last command has to say
  bool refused = false;       // the notice says why a command could not be done
  std::uint64_t notices = 0;  // counts them, so that a view can tell a new one from one that it has shown
  std::uint64_t changes = 0;  // counts every change of the document: a draft is saved if it has this number
};

// Things that only the app can do.
struct SaveDraft {};
struct Download {
  std::string format;
};
struct Reannotate {};  // a block was excluded or put back: run the automatic pass, send Reannotated
using Effect = std::variant<SaveDraft, Download, Reannotate>;

struct Step {
  Session session;
  std::vector<Effect> effects;
};

// History keeps at least the last step, and as many as fit into this.
constexpr std::size_t kHistoryBytes = 32u << 20;

Step update(Session, const Command&, const Moment&);

// The words for the history: "Mark a quotation". Empty for a command that changes nothing.
std::string act_of(const Command&);

// What the command is about, in the words of the document: "We cannot build …", "Ann Lee". Empty where it is about
// everything or nothing. Cut after some forty letters.
std::string subject_of(const document::Document&, const Command&);

}  // namespace session
