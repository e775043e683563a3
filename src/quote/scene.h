// An article as the sieves see it: passages (blocks that are not excluded) of sentences, whose items are words,
// marks and whole quoted stretches. A stretch counts as one item, so that “One. Two,” she said is one sentence
// of three words. This is where multi-paragraph quotations are put together.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "document/document.h"
#include "rules/words.h"
#include "text/segment.h"

namespace quote {

using text::Span;

// Words in quotation marks, outermost marks only, marks included.
struct Stretch {
  Span span;
  int words = 0;
  bool closed = true;      // false: goes to the end of its passage
  bool continues = false;  // opens the passage while the one before is not closed: the same quotation
  bool capital = false;    // the first word has a capital letter
  bool titled = false;     // most words have one: “The Long Night”
  bool single = false;     // ‘…’
  char32_t last = 0;       // the character before the closing mark
};

struct Item {
  Span span;
  text::TokenKind kind{};
  const rules::Word* entry = nullptr;
  std::string lower;
  int stretch = -1;  // index in Passage::stretches
  bool capital = false;

  bool is(std::uint32_t classes) const { return entry->is(classes); }
  bool is_word() const { return stretch < 0 && (kind == text::TokenKind::word || kind == text::TokenKind::number); }
  bool is_mark(std::string_view mark) const { return stretch < 0 && lower == mark; }
};

struct Sentence {
  Span span;
  std::vector<Item> items;
};

struct Passage {
  std::size_t block = 0;  // index in Article::blocks
  Span span;
  bool heading = false;
  std::vector<Stretch> stretches;
  std::vector<Sentence> sentences;
};

std::vector<Passage> passages(const document::Document&);

}  // namespace quote
