// The paragraphs of an article as the attribution tagger sees them: tokens with part of speech, place between
// quotation marks, and how often the word reports speech. Everything here is linear in the text.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "model/pos.h"
#include "model/word.h"
#include "text/span.h"

namespace quote {

// Words that report, learned from annotated articles: how likely a word is a cue, in five bands, and whether
// it tells of speech (“said”) or of an attitude (“hopes”). By hash, so that it holds no text.
struct CueWord {
  std::uint32_t word = 0;      // low bits of the hash of its normal form
  std::uint8_t strength = 0;   // 1 (now and then) … 5 (nearly always)
  std::uint8_t attitude = 0;   // of a hundred uses as a cue, those that are no speech
};

enum class Place : std::uint8_t { outside, inside, opening, closing };  // between quotation marks, or one of them

struct TaggedToken {
  text::Span span;
  model::Word word;
  model::Pos pos = model::Pos::NN;
  bool is_word = false;       // or a number: no sign, no mark
  Place place = Place::outside;
  std::uint8_t quoted = 0;    // length of the quotation that it is in, in bands; kUnclosed where it has no end
  std::uint8_t cue = 0;       // strength as a cue word, less where the part of speech speaks against it
  std::uint8_t attitude = 0;  // as in CueWord
  std::uint8_t by_rules = 0;  // the Label that the sieves give it (rule_findings.h)
  std::uint8_t rules_sure = 0;  // how sure they are, in bands; 0: they say nothing
  std::uint32_t sentence = 0;   // index into sentences
  std::uint32_t paragraph = 0;  // index into paragraphs
};
constexpr std::uint8_t kUnclosed = 9;

// Half-open ranges of tokens.
struct TokenRange {
  std::uint32_t begin = 0, end = 0;

  std::uint32_t size() const { return end - begin; }
  bool operator==(const TokenRange&) const = default;
};

struct TaggedText {
  std::vector<TaggedToken> tokens;
  std::vector<TokenRange> sentences, paragraphs;
};

// A number of tokens in nine bands: 0 to 3 as they are, then -5, -8, -14, -25 and more.
std::uint8_t band(std::uint32_t count);

// `paragraphs`: one stretch of text each, in text order.
TaggedText look_at(std::string_view text, const std::vector<text::Span>& paragraphs, const model::PosTagger&);

// Fills in cue and attitude of every token. `cue_words`: by ascending word.
void mark_cues(TaggedText&, const std::vector<CueWord>& cue_words);

}  // namespace quote
