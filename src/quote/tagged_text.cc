#include "quote/tagged_text.h"

#include <algorithm>

#include "model/hash.h"
#include "text/segment.h"

namespace quote {
namespace {

using model::Pos;

// Adds the tokens of one paragraph; a token that crosses a sentence's end belongs to the sentence it begins in.
void add_paragraph(std::string_view text, text::Span paragraph, TaggedText& out) {
  const std::vector<text::Token> tokens = text::tokens(text, paragraph);
  if (tokens.empty()) return;
  const std::vector<text::Span> sentences = text::sentences(text, paragraph);
  const auto first = static_cast<std::uint32_t>(out.tokens.size());
  std::size_t s = 0;
  const std::size_t sentences_before = out.sentences.size();
  for (const text::Token& token : tokens) {
    bool starts = out.sentences.size() == sentences_before;
    while (s + 1 < sentences.size() && token.span.begin >= sentences[s + 1].begin) {
      ++s;
      starts = true;
    }
    const auto at = static_cast<std::uint32_t>(out.tokens.size());
    if (starts) out.sentences.push_back({at, at});
    out.sentences.back().end = at + 1;
    TaggedToken t;
    t.span = token.span;
    t.word = model::look_at(text::slice(text, token.span));
    t.is_word = token.kind == text::TokenKind::word || token.kind == text::TokenKind::number;
    t.place = token.kind == text::TokenKind::quote_open    ? Place::opening
              : token.kind == text::TokenKind::quote_close ? Place::closing
                                                           : Place::outside;
    t.sentence = static_cast<std::uint32_t>(out.sentences.size() - 1);
    t.paragraph = static_cast<std::uint32_t>(out.paragraphs.size());
    out.tokens.push_back(t);
  }
  out.paragraphs.push_back({first, static_cast<std::uint32_t>(out.tokens.size())});
}

// Quotation marks inside other ones are taken for words: the outer pair says who speaks.
void find_places(TaggedText& out, TokenRange paragraph) {
  std::uint32_t depth = 0, opened = 0;
  const auto fill = [&](std::uint32_t end, std::uint8_t length) {
    for (std::uint32_t i = opened; i < end; ++i) out.tokens[i].quoted = length;
  };
  for (std::uint32_t i = paragraph.begin; i < paragraph.end; ++i) {
    Place& place = out.tokens[i].place;
    if (place == Place::opening) {
      if (depth++ == 0) opened = i;
      else place = Place::inside;
    } else if (place == Place::closing && depth > 0) {
      if (--depth > 0) place = Place::inside;
      else fill(i + 1, band(i - opened - 1));
    } else if (place == Place::outside && depth > 0) {
      place = Place::inside;
    }
  }
  if (depth > 0) fill(paragraph.end, kUnclosed);
}

}  // namespace

std::uint8_t band(std::uint32_t n) {
  return n <= 3 ? static_cast<std::uint8_t>(n) : n <= 5 ? 4 : n <= 8 ? 5 : n <= 14 ? 6 : n <= 25 ? 7 : 8;
}

TaggedText look_at(std::string_view text, const std::vector<text::Span>& paragraphs, const model::PosTagger& pos) {
  TaggedText out;
  for (const text::Span paragraph : paragraphs) add_paragraph(text, paragraph, out);
  for (const TokenRange paragraph : out.paragraphs) find_places(out, paragraph);
  std::vector<model::Word> words;
  for (const TokenRange sentence : out.sentences) {
    words.clear();
    for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) words.push_back(out.tokens[i].word);
    const std::vector<Pos> tags = pos.tag(words);
    for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) out.tokens[i].pos = tags[i - sentence.begin];
  }
  return out;
}

void mark_cues(TaggedText& out, const std::vector<CueWord>& cue_words) {
  static const std::uint64_t according = model::look_at("according").normal;
  for (TaggedToken& t : out.tokens) {
    const auto key = static_cast<std::uint32_t>(t.word.normal);
    const auto at = std::lower_bound(cue_words.begin(), cue_words.end(), key, [](const CueWord& w, std::uint32_t k) { return w.word < k; });
    if (at == cue_words.end() || at->word != key) continue;
    const bool may_report = model::is_verb(t.pos) || model::is_noun(t.pos) || model::is_adjective(t.pos) || t.word.normal == according;
    t.cue = std::min<std::uint8_t>(at->strength, !may_report ? 1 : model::is_noun(t.pos) ? 2 : 5);
    t.attitude = at->attitude;
  }
}

}  // namespace quote
