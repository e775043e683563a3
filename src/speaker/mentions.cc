#include "speaker/mentions.h"

#include <algorithm>
#include <array>

#include "text/characters.h"
#include "text/quotation_marks.h"
#include "text/utf8.h"

namespace speaker {
namespace {

using namespace rules;
using text::Token;
using text::TokenKind;

constexpr std::size_t kLongestRole = 8;  // words before a name

struct Piece {
  Span span;
  TokenKind kind{};
  const Word* entry = nullptr;
  std::string lower;
  bool capital = false;
};

bool is_possessive(const Piece& piece) { return piece.lower == "'s" || piece.lower == "’s" || piece.lower == "'" || piece.lower == "’"; }

// de, van, bin: small words inside names.
bool is_particle(const Piece& piece) {
  static constexpr std::array<std::string_view, 18> kParticles = {"al",  "bin", "da",  "de", "del", "della", "den", "der", "di",
                                                                  "dos", "el",  "ibn", "la", "le",  "van",   "von", "ben", "bint"};
  return std::find(kParticles.begin(), kParticles.end(), piece.lower) != kParticles.end();
}

bool can_be_name(const Piece& piece) {
  if (piece.kind != TokenKind::word || !piece.capital || is_possessive(piece)) return false;
  if (piece.lower[0] == '#') return false;
  if (piece.entry->is(kFirstName)) return true;
  if (piece.entry->cue && piece.entry->form == VerbForm::third) return false;  // Graham Says, in a headline
  return !piece.entry->is(kDeterminer | kSubjectPronoun | kObjectPronoun | kPreposition | kSubordinator | kRelative | kCoordinator |
                          kModal | kBe | kTime | kAdverb | kNegation | kFinite | kAuxiliary);
}

class Scanner {
 public:
  Scanner(std::string_view s, std::vector<Mention>& out) : s_(s), out_(out) {}

  void scan(Span stretch, std::uint32_t& sentence_number) {
    pieces_.clear();
    for (const Token& token : text::tokens(s_, stretch)) {
      const std::string_view word = slice(s_, token.span);
      Piece piece{.span = token.span, .kind = token.kind, .lower = text::to_lower(word), .capital = text::is_capitalised(word)};
      piece.entry = &rules::word(piece.lower);
      pieces_.push_back(std::move(piece));
    }
    const std::vector<Span> sentences = text::sentences(s_, stretch);
    std::vector<Span> quoted;
    const auto marks = text::quotation_marks(s_, stretch);
    for (std::size_t i = 0; i < marks.size(); ++i)
      if (marks[i].opens && (quoted.empty() || quoted.back().end <= marks[i].span.begin))
        quoted.push_back(
            {marks[i].span.begin, marks[i].partner >= 0 ? marks[static_cast<std::size_t>(marks[i].partner)].span.end : stretch.end});
    std::size_t sentence = 0, quote = 0;
    for (std::size_t i = 0; i < pieces_.size();) {
      const std::uint32_t at = pieces_[i].span.begin;
      while (sentence + 1 < sentences.size() && sentences[sentence].end <= at) ++sentence, ++sentence_number;
      while (quote < quoted.size() && quoted[quote].end <= at) ++quote;
      if (!can_be_name(pieces_[i]) && !(pieces_[i].lower[0] == '@' && pieces_[i].kind == TokenKind::word)) {
        ++i;
        continue;
      }
      std::size_t end = i + 1;
      while (end < pieces_.size()) {
        if (can_be_name(pieces_[end])) ++end;
        else if (end + 1 < pieces_.size() && is_particle(pieces_[end]) && can_be_name(pieces_[end + 1])) end += 2;
        else if (pieces_[end].lower == "&" && end + 1 < pieces_.size() && can_be_name(pieces_[end + 1])) end += 2;
        else if (end + 1 < pieces_.size() && pieces_[end].lower == "of" && pieces_[end - 1].entry->is(kBody | kTitleWord) &&
                 can_be_name(pieces_[end + 1]))
          end += 2;
        else break;
      }
      const bool starts_sentence = sentence < sentences.size() && sentences[sentence].begin == at;
      name(i, end, starts_sentence, sentence_number, quote < quoted.size() && quoted[quote].begin <= at);
      i = end;
    }
    ++sentence_number;
  }

 private:
  // The run of capitalised words [begin, end): which of them are the name, which the title.
  void name(std::size_t begin, std::size_t end, bool starts_sentence, std::uint32_t sentence, bool quoted) {
    // “The President” alone is a role.
    if (end - begin == 1 && pieces_[begin].entry->is(kTitleWord | kRole) && !pieces_[begin].entry->is(kFirstName)) return;
    Mention mention{.sentence = sentence, .quoted = quoted};
    std::size_t first = begin;
    bool of_title = false;
    for (std::size_t i = begin; i < end; ++i)
      if (pieces_[i].entry->is(kTitleWord) && i + 1 < end && !(pieces_[i].entry->is(kFirstName) && i == begin)) {
        first = i + 1;
        mention.titled = true;
        if (pieces_[i].entry->gender != Gender::unknown) mention.gender = pieces_[i].entry->gender;
        of_title = pieces_[first].lower == "of";
        if (of_title) ++first;
      }
    // Washington Post [Chris Hill]: what follows a body's name is another.
    for (std::size_t i = first; i + 1 < end; ++i)
      if (pieces_[i].entry->is(kBody) && pieces_[i + 1].lower != "of" && pieces_[i + 1].lower != "&" &&
          !pieces_[i + 1].entry->is(kBody | kGroupRole) && i + 1 < end && !body_after(i + 1, end))
        first = i + 1;
    // Secretary of Defense [Pete Hegseth]; New York Times editor is told by its last word.
    for (std::size_t i = first; i + 1 < end; ++i)
      if (pieces_[i].entry->is(kFirstName) && !pieces_[i + 1].entry->is(kBody)) {
        first = i;
        of_title = false;
        break;
      }
    if (of_title) {
      if (end - first > 2) ++first;
      else first = begin, mention.titled = false;
    }
    if (first >= end) first = begin;
    bool body = false, known_first = pieces_[first].entry->is(kFirstName);
    for (std::size_t i = first; i < end; ++i) {
      body = body || (pieces_[i].entry->is(kBody | kDocumentNoun) && !(known_first && i + 1 == end && end - first == 2));
      if (pieces_[i].lower == "of" || pieces_[i].lower == "&") body = true;
    }
    mention.span = {pieces_[first].span.begin, pieces_[end - 1].span.end};
    for (std::size_t i = first; i < end; ++i)
      if (!is_particle(pieces_[i]) || i == first) mention.words.push_back(folded(slice(s_, pieces_[i].span)));
    while (mention.words.size() > 1 && (mention.words.back() == "jr." || mention.words.back() == "sr." || mention.words.back() == "ii" ||
                                        mention.words.back() == "iii"))
      mention.words.pop_back();
    if (body) {
      mention.kind = NameKind::body;
      mention.titled = false;
    } else if (mention.titled || (known_first && end - first > 1)) {
      mention.kind = NameKind::person;
    }
    if (known_first && mention.gender == Gender::unknown && !(mention.titled && end - first == 1))
      mention.gender = pieces_[first].entry->gender;
    // A capital at the start of a sentence tells nothing about a single word that no table knows.
    if (starts_sentence && end - begin == 1 && mention.kind == NameKind::open && !known_first && is_common(begin)) return;
    role_before(begin, first, mention);
    if (end < pieces_.size()) apposition_after(end, mention);
    out_.push_back(std::move(mention));
  }

  bool body_after(std::size_t from, std::size_t end) const {
    for (std::size_t i = from; i < end; ++i)
      if (pieces_[i].entry->is(kBody) || pieces_[i].lower == "of") return true;
    return false;
  }

  bool is_common(std::size_t i) const {
    const Word& entry = *pieces_[i].entry;
    return entry.is(kRole | kGroupRole | kGeneric) || entry.cue != nullptr || pieces_[i].lower.ends_with("ing") ||
           pieces_[i].lower.ends_with("ly");
  }

  // U.S. Secretary of Defense [Pete Hegseth]; Stein spokeswoman [Melezia Figueroa]
  void role_before(std::size_t run, std::size_t first, Mention& mention) const {
    std::size_t begin = run;
    while (begin > 0 && run - begin < kLongestRole) {
      const Piece& before = pieces_[begin - 1];
      if (before.kind != TokenKind::word || is_possessive(before)) break;
      const bool people =
          before.entry->is(kRole | kTitleWord | kGeneric | kBody) || before.lower == "former" || before.lower.ends_with("ist");
      if (begin == run
              ? !(people && !before.entry->is(kGroupRole))
              : before.entry->is(kDeterminer | kPreposition | kCoordinator | kFinite | kModal | kSubordinator | kAuxiliary | kTime) ||
                    before.entry->cue)
        break;
      --begin;
    }
    if (begin < run) {
      const Piece& noun = pieces_[run - 1];
      if (mention.kind == NameKind::open && noun.entry->is(kRole | kTitleWord)) mention.kind = NameKind::person;
      if (mention.gender == Gender::unknown || mention.gender == Gender::they) mention.gender = noun.entry->gender;
    }
    if (begin < first) mention.role = {pieces_[begin].span.begin, pieces_[first - 1].span.end};
  }

  // [Hugh Hill], a doctor from Leeds, said
  void apposition_after(std::size_t end, Mention& mention) const {
    if (pieces_[end].lower != "," || end + 2 >= pieces_.size()) return;
    std::size_t at = end + 1;
    if (pieces_[at].kind == TokenKind::number && pieces_[at + 1].lower == ",") {  // Hill, 45, a doctor
      at += 2;
      if (at >= pieces_.size()) return;
    }
    bool role = false;
    std::size_t stop = at;
    while (stop < pieces_.size() && stop - at < 14 && pieces_[stop].lower != "," && pieces_[stop].lower != "." &&
           pieces_[stop].kind == TokenKind::word && !pieces_[stop].entry->is(kRelative | kFinite | kModal | kBe)) {
      if (pieces_[stop].entry->is(kRole | kTitleWord)) role = true;
      if (pieces_[stop].entry->cue && !pieces_[stop].capital && !pieces_[stop].entry->is(kRole)) return;
      ++stop;
    }
    if (!role || stop == at ||
        (!pieces_[at].entry->is(kDeterminer | kRole | kTitleWord) && !pieces_[at].capital && pieces_[at].lower != "former" &&
         pieces_[at].lower != "then"))
      return;
    if (stop < pieces_.size() && pieces_[stop].lower != "," && pieces_[stop].lower != ".") return;
    const Span all{pieces_[at].span.begin, pieces_[stop - 1].span.end};
    mention.apposition = all;
    if (mention.kind == NameKind::open) mention.kind = NameKind::person;
    for (std::size_t i = at; i < stop; ++i)
      if (pieces_[i].entry->is(kRole) && mention.gender == Gender::unknown) mention.gender = pieces_[i].entry->gender;
  }

  std::string_view s_;
  std::vector<Mention>& out_;
  std::vector<Piece> pieces_;
};

}  // namespace

std::vector<Mention> mentions(const document::Document& d) {
  std::vector<Mention> out;
  Scanner scanner(d.article.text.view(), out);
  std::uint32_t sentence = 0;
  for (const document::Block& block : d.article.blocks)
    if (!block.excluded) scanner.scan(block.span, sentence);
  return out;
}

std::vector<Mention> mentions_in(std::string_view text, Span stretch) {
  std::vector<Mention> out;
  std::uint32_t sentence = 0;
  Scanner(text, out).scan(stretch, sentence);
  return out;
}

}  // namespace speaker
