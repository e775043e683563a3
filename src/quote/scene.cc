#include "quote/scene.h"

#include <algorithm>

#include "text/characters.h"
#include "text/dateline.h"
#include "text/quotation_marks.h"
#include "text/utf8.h"

namespace quote {
namespace {

using text::QuotationMark;
using text::Token;
using text::TokenKind;

constexpr std::size_t kLongestSentence = 400;  // items; the sieves compare items with each other

void describe(std::string_view s, Stretch& stretch, Span inner) {
  int capitals = 0;
  bool first = true;
  for (std::uint32_t at = inner.begin; at < inner.end;) {
    while (at < inner.end && s[at] == ' ') ++at;
    const std::uint32_t begin = at;
    while (at < inner.end && s[at] != ' ') ++at;
    if (begin == at) break;
    std::uint32_t letter = begin;
    while (letter < at && !text::is_letter(text::character_at(s, letter).code) && !text::is_digit(text::character_at(s, letter).code))
      letter += text::character_at(s, letter).size;
    if (letter >= at) continue;
    const bool capital = text::is_upper(text::character_at(s, letter).code);
    if (first) stretch.capital = capital || text::is_digit(text::character_at(s, letter).code);
    first = false;
    ++stretch.words;
    if (capital || at - begin <= 3) ++capitals;
  }
  stretch.titled = stretch.capital && stretch.words > 1 && capitals == stretch.words;
  if (inner.end > inner.begin) stretch.last = text::character_before(s, inner.end).code;
}

// The outermost pairs of marks in a passage. A mark that opens and does not close runs to the passage's end if it opens
// the passage or the next passage goes on with one; otherwise to the end of its sentence.
std::vector<Stretch> stretches(std::string_view s, Span span, const std::vector<Span>& sentences, bool next_goes_on, bool was_open) {
  const std::vector<QuotationMark> marks = text::quotation_marks(s, span);
  std::vector<Stretch> out;
  for (std::size_t i = 0; i < marks.size();) {
    const QuotationMark& mark = marks[i];
    if (!mark.opens) {
      ++i;
      continue;
    }
    Stretch stretch{.span = {mark.span.begin, span.end}, .single = is_single(mark.kind)};
    stretch.continues = was_open && mark.span.begin == span.begin;
    if (mark.partner >= 0) {
      const QuotationMark& last = marks[static_cast<std::size_t>(mark.partner)];
      stretch.span.end = last.span.end;
      describe(s, stretch, {mark.span.end, last.span.begin});
      i = static_cast<std::size_t>(mark.partner) + 1;
    } else {
      const bool to_the_end = next_goes_on || mark.span.begin == span.begin;
      std::uint32_t end = span.end;
      if (!to_the_end) {
        for (const Span sentence : sentences)
          if (contains(sentence, mark.span.begin)) end = sentence.end;
        // Another pair of marks further on was not opened in this one.
        for (std::size_t j = i + 1; j < marks.size() && marks[j].span.begin < end; ++j)
          if (marks[j].opens && marks[j].partner >= 0) end = marks[j].span.begin;
      }
      while (end > mark.span.end && text::is_space(text::character_before(s, end).code)) end -= text::character_before(s, end).size;
      if (end <= mark.span.end) {
        ++i;
        continue;
      }
      stretch.span.end = end;
      stretch.closed = false;
      describe(s, stretch, {mark.span.end, end});
      ++i;
      while (i < marks.size() && marks[i].span.begin < end) ++i;
    }
    if (stretch.words > 0) out.push_back(stretch);
  }
  return out;
}

bool starts_with_opening_mark(std::string_view s, Span span) {
  const std::vector<QuotationMark> marks = text::quotation_marks(s, {span.begin, std::min(span.end, span.begin + 4)});
  if (!marks.empty() && marks[0].span.begin == span.begin) return marks[0].opens;
  return false;
}

Item item_of(std::string_view s, const Token& token) {
  Item item{.span = token.span, .kind = token.kind};
  const std::string_view word = slice(s, token.span);
  item.lower = text::to_lower(word);
  item.entry = &rules::word(item.lower);
  item.capital = text::is_capitalised(word);
  return item;
}

std::vector<Sentence> sentences_of(std::string_view s, const Passage& passage, const std::vector<Span>& parts) {
  std::vector<Sentence> out;
  const std::vector<Token> tokens = text::tokens(s, passage.span);
  std::size_t token = 0, next = 0;
  Sentence sentence;
  const auto finish = [&] {
    if (sentence.items.empty()) return;
    sentence.span = {sentence.items.front().span.begin, sentence.items.back().span.end};
    out.push_back(std::move(sentence));
    sentence = {};
  };
  std::size_t part = 0;
  while (token < tokens.size()) {
    const std::uint32_t at = tokens[token].span.begin;
    bool ends = false;
    while (part < parts.size() && parts[part].end <= at) ends = true, ++part;
    if (ends || sentence.items.size() >= kLongestSentence) finish();
    if (next < passage.stretches.size() && at >= passage.stretches[next].span.begin) {
      const Stretch& stretch = passage.stretches[next];
      Item item{.span = stretch.span, .kind = TokenKind::quote_open, .entry = &rules::word(""), .stretch = static_cast<int>(next)};
      item.capital = stretch.capital;
      sentence.items.push_back(std::move(item));
      while (token < tokens.size() && tokens[token].span.begin < stretch.span.end) ++token;
      // The sentences that end inside the stretch do not end here.
      while (part < parts.size() && parts[part].end < stretch.span.end) ++part;
      ++next;
      continue;
    }
    sentence.items.push_back(item_of(s, tokens[token]));
    ++token;
  }
  finish();
  return out;
}

}  // namespace

std::vector<Passage> passages(const document::Document& d) {
  const std::string_view s = d.article.text.view();
  std::vector<Passage> out;
  for (std::size_t i = 0; i < d.article.blocks.size(); ++i) {
    const document::Block& block = d.article.blocks[i];
    if (block.excluded) continue;
    out.push_back({.block = i,
                   .span = {text::after_dateline(s, block.span), block.span.end},
                   .heading = block.role == document::kHeading || block.role == document::kTitle,
                   .stretches = {},
                   .sentences = {}});
  }
  bool open = false;
  for (std::size_t i = 0; i < out.size(); ++i) {
    Passage& passage = out[i];
    const bool next_goes_on = i + 1 < out.size() && starts_with_opening_mark(s, out[i + 1].span);
    const std::vector<Span> parts = text::sentences(s, passage.span);
    passage.stretches = stretches(s, passage.span, parts, next_goes_on, open);
    passage.sentences = sentences_of(s, passage, parts);
    open = !passage.stretches.empty() && !passage.stretches.back().closed && passage.stretches.back().span.end == passage.span.end;
  }
  return out;
}

}  // namespace quote
