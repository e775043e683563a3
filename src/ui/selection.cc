#include "ui/selection.h"

#include <algorithm>

#include "text/quotation_marks.h"
#include "text/segment.h"
#include "text/utf8.h"

namespace ui {
namespace {

enum class Kind { blank, letter, sign };

Kind kind_of(char32_t c) {
  if (c == ' ' || c == '\t' || c == '\n' || c == 0xA0 || (c >= 0x2000 && c <= 0x200A)) return Kind::blank;
  if ((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')) return Kind::letter;
  if (c < 0x80 || (c >= 0x2010 && c <= 0x2BFF) || (c >= 0x3000 && c <= 0x303F) || c == 0xAB || c == 0xBB) return Kind::sign;
  return Kind::letter;
}

// Signs that join two letters into one word.
bool joins(char32_t c) { return c == '\'' || c == 0x2019 || c == '-' || c == 0x2010 || c == '.' || c == ','; }

char32_t after(std::string_view text, std::uint32_t at) { return at < text.size() ? text::character_at(text, at).code : U'\n'; }
char32_t before(std::string_view text, std::uint32_t at) { return at > 0 ? text::character_before(text, at).code : U'\n'; }

// Between two letters a full stop or comma joins only digits: “3.5”, but not “talks.Then”.
bool inside_word(std::string_view text, std::uint32_t at) {
  const char32_t a = before(text, at), b = after(text, at);
  if (kind_of(a) == Kind::letter && kind_of(b) == Kind::letter) return true;
  const auto digit = [](char32_t c) { return c >= '0' && c <= '9'; };
  if (kind_of(a) == Kind::letter && joins(b)) {
    const char32_t next = after(text, next_letter(text, at));
    return b == '.' || b == ',' ? digit(a) && digit(next) : kind_of(next) == Kind::letter;
  }
  if (joins(a) && kind_of(b) == Kind::letter) {
    const char32_t previous = before(text, previous_letter(text, at));
    return a == '.' || a == ',' ? digit(previous) && digit(b) : kind_of(previous) == Kind::letter;
  }
  return false;
}

}  // namespace

std::uint32_t letter_start(std::string_view text, std::uint32_t byte) {
  while (byte > 0 && byte < text.size() && (static_cast<unsigned char>(text[byte]) & 0xC0) == 0x80) --byte;
  return byte;
}

std::uint32_t next_letter(std::string_view text, std::uint32_t at) {
  return at < text.size() ? at + text::character_at(text, at).size : static_cast<std::uint32_t>(text.size());
}

std::uint32_t previous_letter(std::string_view text, std::uint32_t at) { return at > 0 ? at - text::character_before(text, at).size : 0; }

Span word_around(std::string_view text, std::uint32_t at) {
  if (at >= text.size()) return {at, at};
  Span word{at, next_letter(text, at)};
  if (kind_of(after(text, at)) == Kind::blank) return {at, at};
  if (kind_of(after(text, at)) == Kind::sign && !inside_word(text, at) && !inside_word(text, word.end)) return word;
  while (word.begin > 0 && inside_word(text, word.begin)) word.begin = previous_letter(text, word.begin);
  while (word.end < text.size() && inside_word(text, word.end)) word.end = next_letter(text, word.end);
  return word;
}

Span whole_words(std::string_view text, Span span) {
  while (span.begin < span.end && kind_of(after(text, span.begin)) == Kind::blank) span.begin = next_letter(text, span.begin);
  while (span.begin < span.end && kind_of(before(text, span.end)) == Kind::blank) span.end = previous_letter(text, span.end);
  if (span.begin >= span.end) return {span.begin, span.begin};
  while (span.begin > 0 && inside_word(text, span.begin)) span.begin = previous_letter(text, span.begin);
  while (span.end < text.size() && inside_word(text, span.end)) span.end = next_letter(text, span.end);
  return span;
}

Span paragraph_around(const document::Document& d, std::uint32_t at) {
  const document::Block* block = document::block_at(d, at);
  return block ? block->span : Span{at, at};
}

std::uint32_t next_word(std::string_view text, std::uint32_t at) {
  while (at < text.size() && kind_of(after(text, at)) != Kind::letter) at = next_letter(text, at);
  while (at < text.size() && (kind_of(after(text, at)) == Kind::letter || inside_word(text, at))) at = next_letter(text, at);
  return at;
}

std::uint32_t previous_word(std::string_view text, std::uint32_t at) {
  while (at > 0 && kind_of(before(text, at)) != Kind::letter) at = previous_letter(text, at);
  while (at > 0 && (kind_of(before(text, at)) == Kind::letter || inside_word(text, at))) at = previous_letter(text, at);
  return at;
}

Span fitted(std::string_view text, Span paragraph, Span words) {
  const auto trailing = [&](std::uint32_t at) {
    const char c = text[at];
    return c == '.' || c == ',' || c == ';' || c == ':' || c == ' ';
  };
  if (!contains(paragraph, words)) return words;
  const std::vector<text::QuotationMark> marks = text::quotation_marks(text, paragraph);
  for (const text::QuotationMark& open : marks) {
    if (!open.opens || open.partner < 0) continue;
    const Span close = marks[static_cast<std::size_t>(open.partner)].span;
    std::uint32_t inner_end = close.begin;
    while (inner_end > open.span.end && (trailing(inner_end - 1) || text[inner_end - 1] == '?' || text[inner_end - 1] == '!')) --inner_end;
    const bool whole = words.begin >= open.span.begin && words.begin <= open.span.end && words.end >= inner_end && words.end <= close.end;
    if (whole) return {open.span.begin, close.end};
  }
  Span out = words;
  while (out.end > out.begin + 1 && trailing(out.end - 1)) --out.end;
  return out;
}

namespace {

// The beginnings of the sentences of a block.
std::vector<Span> sentences_of(const document::Document& d, const document::Block& block) {
  return text::sentences(d.article.text.view(), block.span);
}

}  // namespace

std::uint32_t next_sentence(const document::Document& d, std::uint32_t at) {
  for (const document::Block& block : d.article.blocks) {
    if (block.span.end <= at) continue;
    for (const Span sentence : sentences_of(d, block))
      if (sentence.begin > at) return sentence.begin;
  }
  return static_cast<std::uint32_t>(d.article.text.view().size());
}

std::uint32_t previous_sentence(const document::Document& d, std::uint32_t at) {
  for (std::size_t i = d.article.blocks.size(); i-- > 0;) {
    const document::Block& block = d.article.blocks[i];
    if (block.span.begin >= at) continue;
    const std::vector<Span> all = sentences_of(d, block);
    for (auto sentence = all.rbegin(); sentence != all.rend(); ++sentence)
      if (sentence->begin < at) return sentence->begin;
  }
  return 0;
}

Span said_around(const document::Document& d, std::uint32_t at) {
  const std::string_view text = d.article.text.view();
  const Span paragraph = paragraph_around(d, at);
  if (paragraph.empty()) return paragraph;
  constexpr std::string_view kOpens = "“", kCloses = "”";
  const std::string_view before = text.substr(0, std::min<std::size_t>(next_letter(text, at), text.size()));
  const std::size_t open = before.rfind(kOpens), closed = text.substr(0, at).rfind(kCloses);
  if (open != std::string_view::npos && open >= paragraph.begin && (closed == std::string_view::npos || closed < open)) {
    const std::size_t close = text.find(kCloses, open);
    if (close != std::string_view::npos && close < paragraph.end) return {static_cast<std::uint32_t>(open), static_cast<std::uint32_t>(close + kCloses.size())};
  }
  const std::uint32_t inside = std::min(next_letter(text, at), paragraph.end);
  const Span sentence{std::max(previous_sentence(d, inside), paragraph.begin), std::min(next_sentence(d, at), paragraph.end)};
  return sentence.begin < sentence.end ? fitted(text, paragraph, whole_words(text, sentence)) : paragraph;
}

}  // namespace ui
