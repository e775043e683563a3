#include "quote/propose.h"

#include <algorithm>

#include "quote/linking.h"
#include "quote/tagger.h"

namespace quote {
namespace {

constexpr int kAttitude = 50;  // of a hundred uses: from here on a cue tells of an attitude
// Confidence until each attribution is scored on its own: how often such ones are right on held-out articles.
constexpr int kWithMarks = 900, kWithoutMarks = 700, kWithoutCue = 400;

bool is_sign(const TaggedToken& t) {
  return t.place != Place::opening && t.place != Place::closing &&
         (t.pos == model::Pos::comma || t.pos == model::Pos::stop || t.pos == model::Pos::colon || t.pos == model::Pos::NFP);
}

// The marks around a piece belong to it, signs at its ends do not, except between marks.
text::Span span_of(const TaggedText& text, TokenRange piece) {
  const auto& tokens = text.tokens;
  const std::uint32_t paragraph = tokens[piece.begin].paragraph;
  if (piece.begin > 0 && tokens[piece.begin - 1].place == Place::opening && tokens[piece.begin - 1].paragraph == paragraph) --piece.begin;
  std::uint32_t end = piece.end;
  while (end < tokens.size() && tokens[end].paragraph == paragraph && tokens[end].place == Place::inside && is_sign(tokens[end])) ++end;
  if (end < tokens.size() && tokens[end].place == Place::closing && tokens[end].paragraph == paragraph) piece.end = end + 1;
  while (piece.size() > 1 && is_sign(tokens[piece.end - 1]) && tokens[piece.end - 1].place == Place::outside) --piece.end;
  while (piece.size() > 1 && is_sign(tokens[piece.begin]) && tokens[piece.begin].place == Place::outside) ++piece.begin;
  return {tokens[piece.begin].span.begin, tokens[piece.end - 1].span.end};
}

bool has_marks(const TaggedText& text, const Linked& a) {
  for (const TokenRange piece : a.content)
    for (std::uint32_t i = piece.begin; i < piece.end; ++i)
      if (text.tokens[i].place != Place::outside) return true;
  return false;
}

// Quoted words are said, whatever the cue: “I hope so,” he hoped.
bool is_attitude(const TaggedText& text, const Linked& a) {
  if (!a.cue || has_marks(text, a)) return false;
  const TaggedToken* strongest = nullptr;
  for (std::uint32_t i = a.cue->begin; i < a.cue->end; ++i)
    if (!strongest || text.tokens[i].cue > strongest->cue) strongest = &text.tokens[i];
  return strongest->cue > 0 && strongest->attitude >= kAttitude;
}

}  // namespace

std::vector<Proposal> propose(std::string_view text, const std::vector<text::Span>& paragraphs) {
  const Tagger& tagger = built_in_tagger();
  const TaggedText tagged = tagger.look_at(text, paragraphs);
  std::vector<Proposal> out;
  for (const Linked& a : link_pieces(tagged, tagger.labels(tagged, tagger.scores(tagged)))) {
    Proposal p;
    for (const TokenRange piece : a.content) p.content.push_back(span_of(tagged, piece));
    if (a.cue) p.cue.push_back(span_of(tagged, *a.cue));
    if (a.source) p.source.push_back(span_of(tagged, *a.source));
    p.attitude = is_attitude(tagged, a);
    p.confidence = !a.cue ? kWithoutCue : has_marks(tagged, a) ? kWithMarks : kWithoutMarks;
    p.method = "model/attribution/" + std::string(a.rule);
    out.push_back(std::move(p));
  }
  return out;
}

}  // namespace quote
