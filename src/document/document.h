// The data model: an article and the marks on it. Plain values only: no pointers into each other, no
// callbacks, no ImGui, no JSON. Copying a Document is cheap, since copies share what did not change.
//
// Everything else in the program makes, changes, shows or saves a Document. The members are those of
// the annotation file (assets/schema/quoth.schema.json), in the same words; format/ reads and writes it.
//
//   Article     the text, all of it, and its blocks; a block that is not the article's own is excluded
//   Speaker     a person or body that is quoted
//   Quotation   content, cue and source as lists of spans, and the speaker behind the source
//   Claim       a statement worth checking, and who made it
//   Note        a person's remark on any of these
//   Origin      who or what made a mark, and why; never overwritten
//   Review      what a person made of it
//
// Marks refer to each other by id. An id is unique in its Document and never reused in it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/open_name.h"
#include "document/shared.h"
#include "text/result.h"
#include "text/span.h"

namespace document {

using text::Span;

using BlockId = Id<struct BlockKind>;
using SpeakerId = Id<struct SpeakerKindOfId>;
using QuotationId = Id<struct QuotationKind>;
using ClaimId = Id<struct ClaimKind>;
using NoteId = Id<struct NoteKind>;
using AgentId = Id<struct AgentKind>;

// What a file held in this place that the program does not know. Only format/ makes and reads the bytes.
struct Extras {
  SharedText bytes;

  bool empty() const { return bytes.empty(); }
  bool operator==(const Extras&) const = default;
};

// --- Where marks come from -----------------------------------------------------------------------

using AgentType = OpenName<struct AgentTypes>;
inline const AgentType kPerson{"person"}, kSoftware{"software"};

struct Agent {
  AgentId id;
  AgentType type;
  std::string name;
  std::string version;
  Extras extras;

  bool operator==(const Agent&) const = default;
};

struct Origin {
  AgentId by;
  std::string at;      // RFC 3339, or empty: the program that made the mark knew no time
  std::string method;  // the rule: "quote/cue-then-source"; for a person "person"
  std::optional<int> confidence;  // in thousandths, so that every build agrees; none: not stated
  Extras extras;

  bool operator==(const Origin&) const = default;
};

using ReviewState = OpenName<struct ReviewStates>;
inline const ReviewState kSuggested{"suggested"}, kAccepted{"accepted"}, kEdited{"edited"}, kRejected{"rejected"};

struct Review {
  ReviewState state = kSuggested;
  AgentId by;
  std::string at;
  Extras extras;

  bool operator==(const Review&) const = default;
};

// --- The article ---------------------------------------------------------------------------------

// The role of a block: "paragraph", "heading", "list-item", "related-link", … Roles are data: the table
// assets/rules/block_roles.tsv has them all, with the words that the page shows.
using BlockRole = OpenName<struct BlockRoles>;
inline const BlockRole kParagraph{"paragraph"}, kHeading{"heading"}, kTitle{"title"}, kListItem{"list-item"}, kBlockQuote{"block-quote"};

// A stretch of the text. Blocks stand in text order and do not overlap; between them is only white space.
struct Block {
  BlockId id;
  Span span;
  BlockRole role = kParagraph;
  bool excluded = false;  // not the article's own words; the text stays in place
  std::optional<Origin> origin;  // none: nothing was decided, it is a plain paragraph
  std::optional<Review> review;  // a person's word on it
  Extras extras;

  bool operator==(const Block&) const = default;
};

// How the article came in.
struct Import {
  std::string method;  // "paste", "file", "address", "jsonl", "sample"; empty: not stated
  std::string name;    // of the file
  std::string id;      // of the line, for "jsonl"
  Extras extras;

  bool operator==(const Import&) const = default;
};

struct Article {
  std::string title;
  bool title_derived = false;  // made from the first words, since none was found
  std::string url;
  std::string publisher;
  std::vector<std::string> authors;
  std::string published;  // as found, ISO 8601 where it could be read
  std::string retrieved;
  std::string language;   // BCP 47; empty: not known
  std::string direction;  // "ltr", "rtl", "auto"; empty: not stated
  Import import;
  SharedText text;        // valid UTF-8, LF line ends, everything that came in, junk included
  SharedList<Block> blocks;
  Extras extras;

  bool operator==(const Article&) const = default;
};

// --- The marks -----------------------------------------------------------------------------------

using SpeakerKind = OpenName<struct SpeakerKinds>;
inline const SpeakerKind kHuman{"person"}, kOrganisation{"organisation"}, kGroup{"group"}, kDocument{"document"}, kUnnamed{"unnamed"};

struct Speaker {
  SpeakerId id;
  std::string name;                  // the fullest form seen: "Pete Hegseth"
  SpeakerKind kind;
  std::vector<std::string> roles;    // "U.S. Secretary of Defense"
  std::vector<std::string> aliases;  // other forms: "Hegseth"
  std::vector<std::string> pronouns;
  std::vector<std::string> same_as;  // addresses that say who this is
  std::optional<Origin> origin;
  Review review;
  Extras extras;

  bool operator==(const Speaker&) const = default;
};

using QuotationType = OpenName<struct QuotationTypes>;
inline const QuotationType kDirect{"direct"}, kIndirect{"indirect"}, kMixed{"mixed"};

using SourceForm = OpenName<struct SourceForms>;
inline const SourceForm kNameForm{"name"}, kNominalForm{"nominal"}, kPronounForm{"pronoun"}, kImplicitForm{"implicit"};

// Speech or writing (the default, when empty), or a belief, wish or plan that is reported.
using Act = OpenName<struct Acts>;
inline const Act kSpeech{"speech"}, kAttitude{"attitude"};

// How the report stands. Empty: the words were said, as far as the article tells. “did not say” is negated, “may
// say” hypothetical, “asked whether” asked, “will say” future: nothing in these is a claim of that speaker.
using Mode = OpenName<struct Modes>;
inline const Mode kNegated{"negated"}, kHypothetical{"hypothetical"}, kAsked{"asked"}, kFuture{"future"};

// One quoted or reported utterance, however many pieces it has: “…,” he said. “…” is one Quotation with
// two spans in content. Spans of each list stand in text order, apart from each other, not empty.
struct Quotation {
  QuotationId id;
  QuotationType type;
  std::vector<Span> content;  // at least one; with its quotation marks
  std::vector<Span> cue;      // “said”
  std::vector<Span> source;   // “Hegseth”, “he”
  SourceForm source_form;
  std::optional<SpeakerId> speaker;  // who that is
  Act act;
  Mode mode;
  Origin origin;
  Review review;
  Extras extras;

  bool operator==(const Quotation&) const = default;
};

// A row of assets/rules/claim_types.tsv: types are data.
using ClaimType = OpenName<struct ClaimTypes>;
using Verifiable = OpenName<struct VerifiableStates>;  // "yes", "partly", "no"; empty: not stated

struct Attribution {
  OpenName<struct AttributionTargets> to;  // "speaker", "article", "unknown"
  std::optional<SpeakerId> speaker;
  std::optional<QuotationId> quotation;
  Extras extras;

  bool operator==(const Attribution&) const = default;
};

// "number", "percentage", "money", "date", "person", "organisation", "place", "name".
using FactKind = OpenName<struct FactKinds>;

// A word of a claim that a search needs, in a form that can be compared: “four others” is the number 4, “Wednesday” of an
// article from 2024-03-07 the date 2024-03-06.
struct ClaimFact {
  FactKind kind;
  std::string value;        // empty: it could not be told, as of “Wednesday” in an article without a date
  std::vector<Span> spans;  // inside the claim's; none: its words are not in the text any more
  Extras extras;

  bool operator==(const ClaimFact&) const = default;
};

struct Claim {
  ClaimId id;
  std::vector<Span> spans;  // at least one
  ClaimType type;
  Verifiable verifiable;
  std::optional<int> checkworthiness;  // in thousandths
  std::vector<std::string> reasons;    // why it was marked, in short words
  Attribution attribution;
  std::string normalized;              // a self-contained wording; ours, not the text's
  std::vector<ClaimFact> facts;        // in text order
  Origin origin;
  Review review;
  Extras extras;

  bool operator==(const Claim&) const = default;
};

struct Note {
  NoteId id;
  std::string target;  // the id of a block, speaker, quotation, claim or note
  AgentId by;
  std::string at;
  std::string text;
  Extras extras;

  bool operator==(const Note&) const = default;
};

// A mark whose words are not in the text any more. It is shown to the person and written back whole.
struct LostMark {
  std::string list;   // "quotations", "claims": where it belongs in the file
  std::string id;
  std::string exact;  // the words that were marked
  Extras whole;       // the mark as the file had it

  bool operator==(const LostMark&) const = default;
};

// --- All of it -----------------------------------------------------------------------------------

struct Generator {
  std::string name = "quoth";
  std::string version;
  std::string rules;
  Extras extras;

  bool operator==(const Generator&) const = default;
};

struct Document {
  std::string id;          // "urn:uuid:…"; empty: made from the text when it is written
  std::uint64_t revision = 0;
  std::string created, modified;  // RFC 3339, or empty
  Generator generator;
  std::string format_version = "1.0";
  std::vector<std::string> requirements;  // of a reader; see read_only
  bool read_only = false;  // the file needs a newer program: it may be looked at, not changed
  Article article;
  SharedList<Agent> agents;
  SharedList<Speaker> speakers;      // in order of first mention
  SharedList<Quotation> quotations;  // in the order of their first pieces
  SharedList<Claim> claims;          // in the order of their first pieces
  SharedList<Note> notes;
  SharedList<LostMark> lost;
  Extras extras;
  SharedText original;  // the bytes of the file that it was read from, while nothing has been changed since

  bool operator==(const Document&) const = default;
};

const Block* find(const Document&, const BlockId&);
const Speaker* find(const Document&, const SpeakerId&);
const Quotation* find(const Document&, const QuotationId&);
const Claim* find(const Document&, const ClaimId&);
const Note* find(const Document&, const NoteId&);
const Agent* find(const Document&, const AgentId&);

// The words of a mark as one reads them (text/reading.h): its pieces, joined by " … ".
std::string words_of(const Document&, const std::vector<Span>&);

// An id that no part of the document has, of the form PREFIX + number: "q13". Linear in the marks.
std::string fresh_id(const Document&, std::string_view prefix);

// The block that holds the byte at `at`, or none. Logarithmic.
const Block* block_at(const Document&, std::uint32_t at);

// Everything that must hold in every Document, empty when all does: ids unique, blocks in order and apart,
// spans inside the text, not empty, on character boundaries, pieces in order and apart, everything that
// is named existing. Places are JSON paths of the annotation file. Linear.
std::vector<text::Error> check(const Document&);

}  // namespace document
