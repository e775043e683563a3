#include "speaker/roles.h"

#include "speaker/kinds.h"
#include "speaker/nouns.h"

namespace speaker {

using namespace rules;
using text::TokenKind;

namespace {

constexpr std::size_t kLongestRole = 8;     // words before a name
constexpr std::size_t kLongestAfter = 14;   // and after it
constexpr std::size_t kLongestBracket = 6;

bool is_role(const Piece& piece) { return piece.entry->is(kRole | kTitleWord) || is_work(piece.lower); }

bool is_person_noun(const Piece& piece) {
  const NounKind means = noun(piece.lower).kind;
  return is_role(piece) || means == NounKind::person || means == NounKind::anyone || means == NounKind::spokesperson;
}

void meet_as(Mention& mention, Span words, NameKind kind) {
  mention.apposition = words;
  if (mention.kind == NameKind::open) mention.kind = kind;
}

// [Imran Bashir] (Labour, Rotherham North); [the Workers’ Alliance] (WA): the letters are another name.
void bracket_after(const Pieces& pieces, std::size_t end, Mention& mention) {
  std::size_t stop = end + 1;
  while (stop < pieces.size() && stop - end <= kLongestBracket + 1 && pieces[stop].lower != ")") ++stop;
  if (stop >= pieces.size() || pieces[stop].lower != ")" || stop == end + 1) return;
  const Span inside{pieces[end + 1].span.begin, pieces[stop - 1].span.end};
  bool capitals = pieces[end + 1].capital;
  for (std::size_t i = end + 1; i < stop; ++i)
    capitals = capitals && (pieces[i].kind != TokenKind::number) && (pieces[i].capital || pieces[i].kind != TokenKind::word || pieces[i].lower == "of");
  if (!capitals) return;
  if (stop == end + 2 && pieces[end + 1].lower.size() > 1 && mention.words.size() > 1 && mention.kind != NameKind::person) mention.letters = inside;
  else if (mention.kind != NameKind::body && mention.words.size() > 1) meet_as(mention, inside, NameKind::open);
}

// [Shalini Hebbar], appearing for the petitioners,; [Catriona Ross], from Staffin Bay,
bool is_errand(const Pieces& pieces, std::size_t at) {
  const std::string& word = pieces[at].lower;
  if (word == "from" || word == "of") return at + 1 < pieces.size() && pieces[at + 1].capital;
  if (word == "prosecuting" || word == "defending" || word == "mitigating" || word == "representing") return true;
  return (word == "appearing" || word == "acting" || word == "speaking") && at + 1 < pieces.size() && pieces[at + 1].lower == "for";
}

bool closes(const Piece& piece) { return piece.lower == "," || piece.lower == "." || piece.lower == ";"; }

// [Gwen Hill], who teaches water law in Boulder, said
void doing_after(const Pieces& pieces, std::size_t at, Mention& mention) {
  if (mention.kind == NameKind::body) return;
  std::size_t stop = at + 1;
  while (stop < pieces.size() && stop - at < kLongestAfter && !closes(pieces[stop]) && pieces[stop].lower != "and" && !pieces[stop].entry->is(kRelative)) ++stop;
  if (stop < pieces.size() && stop > at + 1 && stop - at < kLongestAfter) meet_as(mention, {pieces[at].span.begin, pieces[stop - 1].span.end}, NameKind::person);
}

// [Farid Hill] of Konkan Securities
void home_after(const Pieces& pieces, std::size_t end, Mention& mention) {
  std::size_t stop = end + 1;
  while (stop < pieces.size() && pieces[stop].capital && pieces[stop].kind == TokenKind::word && !is_possessive(pieces[stop])) ++stop;
  if (stop == end + 1 || mention.kind == NameKind::body || mention.words.size() < 2) return;
  meet_as(mention, {pieces[end].span.begin, pieces[stop - 1].span.end}, NameKind::person);
}

bool is_singular_verb(const std::string& word) { return word == "is" || word == "was" || word == "has" || (word.size() > 3 && word.ends_with("s") && !word.ends_with("ss")); }

// [Hugh Hill], a doctor from Leeds, said
void apposition_after(const Pieces& pieces, std::size_t end, Mention& mention) {
  std::size_t at = end + 1;
  if (pieces[at].kind == TokenKind::number && pieces[at + 1].lower == ",") {  // Hill, 45, a doctor
    at += 2;
    if (at >= pieces.size()) return;
  }
  if (is_errand(pieces, at) && mention.kind != NameKind::body) {
    std::size_t stop = at;
    while (stop < pieces.size() && stop - at < kLongestAfter && !closes(pieces[stop])) ++stop;
    if (stop < pieces.size() && closes(pieces[stop])) meet_as(mention, {pieces[at].span.begin, pieces[stop - 1].span.end}, NameKind::person);
    return;
  }
  if (pieces[at].lower.ends_with("ing")) return;
  if (pieces[at].lower == "who") {
    // Ramesh, who goes by one name; but: Arsenal, who have won
    if (mention.kind == NameKind::open && at + 1 < pieces.size() && is_singular_verb(pieces[at + 1].lower)) mention.kind = NameKind::person;
    if (at + 1 < pieces.size() && is_doing(pieces[at + 1].lower)) doing_after(pieces, at + 1, mention);
    return;
  }
  bool role = false, body = false;
  std::size_t stop = at;
  while (stop < pieces.size() && stop - at < kLongestAfter && !closes(pieces[stop]) &&
         (pieces[stop].kind == TokenKind::word || pieces[stop].kind == TokenKind::number || pieces[stop].lower == "&") &&
         (is_possessive(pieces[stop]) || !pieces[stop].entry->is(kRelative | kFinite | kModal | kBe))) {
    const NounKind means = noun(pieces[stop].lower).kind;
    if (is_person_noun(pieces[stop])) role = true;
    if (!role && !pieces[stop].capital && (means == NounKind::company || means == NounKind::body)) body = true;
    if (pieces[stop].entry->cue && !pieces[stop].capital && means == NounKind::none && !pieces[stop].entry->is(kRole)) return;
    ++stop;
  }
  if (!(role || body) || stop == at) return;
  if (!pieces[at].entry->is(kDeterminer) && !is_role(pieces[at]) && !pieces[at].capital && pieces[at].lower != "former" &&
      pieces[at].lower != "then" && noun(pieces[stop - 1].lower).kind == NounKind::none)
    return;
  if (stop < pieces.size() && !closes(pieces[stop]) && !pieces[stop].entry->is(kRelative)) return;
  // a sleep specialist [and no relation]
  for (std::size_t i = at + 1; i + 1 < stop; ++i)
    if (pieces[i].lower == "and" && pieces[i + 1].lower == "no") stop = i;
  meet_as(mention, {pieces[at].span.begin, pieces[stop - 1].span.end}, role ? NameKind::person : NameKind::body);
  for (std::size_t i = at; i < stop; ++i)
    if (pieces[i].entry->is(kRole) && mention.gender == Gender::unknown) mention.gender = pieces[i].entry->gender;
}

// [Doug Kessell] is the state’s Water Minister and …
void complement_after(const Pieces& pieces, std::size_t end, Mention& mention) {
  std::size_t at = end + 1;
  if (mention.kind == NameKind::body || mention.words.size() < 2 || !pieces[at].entry->is(kDeterminer)) return;
  std::size_t head = 0, stop = at + 1;
  while (stop < pieces.size() && stop - at < kLongestAfter && pieces[stop].kind == TokenKind::word &&
         (is_possessive(pieces[stop]) || !pieces[stop].entry->is(kRelative | kFinite | kModal | kBe | kCoordinator | kPreposition | kSubordinator))) {
    if (is_role(pieces[stop])) head = stop;
    ++stop;
  }
  if (head == 0 || head + 1 != stop) return;
  meet_as(mention, {pieces[at].span.begin, pieces[head].span.end}, NameKind::person);
}

}  // namespace

// U.S. Secretary of Defense [Pete Hegseth]; Stein spokeswoman [Melezia Figueroa]
void role_before(const Pieces& pieces, std::size_t run, std::size_t first, Mention& mention) {
  std::size_t begin = run;
  while (begin > 0 && run - begin < kLongestRole) {
    const Piece& before = pieces[begin - 1];
    if (before.kind != TokenKind::word || is_possessive(before)) break;
    const bool people =
        before.entry->is(kRole | kTitleWord | kGeneric | kBody) ||
        (speaker::noun(before.lower).kind != NounKind::none && speaker::noun(before.lower).kind != NounKind::document) ||
        before.lower == "former" || is_work(before.lower);
    if (begin == run
            ? !(people && !before.entry->is(kGroupRole))
            : before.entry->is(kDeterminer | kPreposition | kCoordinator | kFinite | kModal | kSubordinator | kAuxiliary | kTime) ||
                  before.entry->cue)
      break;
    --begin;
  }
  if (begin < run) {
    const Piece& noun = pieces[run - 1];
    if (mention.kind == NameKind::open && is_role(noun)) mention.kind = NameKind::person;
    else if (mention.kind == NameKind::open && !noun.capital && speaker::noun(noun.lower).is_body()) mention.kind = NameKind::body;
    if (mention.gender == Gender::unknown || mention.gender == Gender::they) mention.gender = noun.entry->gender;
  }
  if (begin < first) mention.role = {pieces[begin].span.begin, pieces[first - 1].span.end};
}

void role_after(const Pieces& pieces, std::size_t end, Mention& mention) {
  if (end + 2 >= pieces.size()) return;
  if (pieces[end].lower == "(") bracket_after(pieces, end, mention);
  else if (pieces[end].lower == ",") apposition_after(pieces, end, mention);
  else if (pieces[end].lower == "of") home_after(pieces, end, mention);
  else if (pieces[end].lower == "is" || pieces[end].lower == "was") complement_after(pieces, end, mention);
}

}  // namespace speaker
