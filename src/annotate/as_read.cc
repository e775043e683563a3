#include "annotate/as_read.h"

#include <map>
#include <string>
#include <vector>

namespace annotate {
namespace {

using document::Document;
using text::Span;

template <typename Turn>
void turn(document::Quotation& q, Turn to) {
  for (auto* pieces : {&q.content, &q.cue, &q.source})
    for (Span& piece : *pieces) piece = to(piece);
}

template <typename Turn>
void turn(document::Claim& c, Turn to) {
  for (Span& piece : c.spans) piece = to(piece);
  for (document::ClaimFact& fact : c.facts)
    for (Span& piece : fact.spans) piece = to(piece);
}

template <typename List, typename Turn>
void turn_all(List& marks, Turn to) {
  for (std::size_t i = 0; i < marks.size(); ++i) turn(marks.edit(i), to);
}

void put_where(document::Quotation& q, const document::Quotation& was) { q.content = was.content, q.cue = was.cue, q.source = was.source; }
void put_where(document::Claim& c, const document::Claim& was) { c.spans = was.spans, c.facts = was.facts; }

bool same_place(const document::Quotation& a, const document::Quotation& b) { return a.content == b.content && a.cue == b.cue && a.source == b.source; }
bool same_place(const document::Claim& a, const document::Claim& b) { return a.spans == b.spans && a.facts == b.facts; }

template <typename List, typename Turn, typename Back>
void turn_back(List& marks, const List& before, Turn to_words, Back to_text) {
  std::map<std::string, std::size_t> places;
  for (std::size_t i = 0; i < before.size(); ++i) places.emplace(before[i].id.text(), i);
  for (std::size_t i = 0; i < marks.size(); ++i) {
    auto& mark = marks.edit(i);
    if (const auto at = places.find(mark.id.text()); at != places.end()) {
      auto was = before[at->second];
      turn(was, to_words);
      if (same_place(was, mark)) {
        put_where(mark, before[at->second]);
        continue;
      }
    }
    turn(mark, to_text);
  }
}

}  // namespace

text::Reading reading_of(const document::Article& article) {
  std::vector<Span> paragraphs;
  paragraphs.reserve(article.blocks.size());
  for (const document::Block& block : article.blocks)
    if (!block.excluded) paragraphs.push_back(block.span);
  return text::Reading(article.text.view(), paragraphs);
}

Document as_read(Document d, const text::Reading& reading) {
  const auto to_words = [&](Span span) { return reading.to_words(span); };
  for (std::size_t i = 0; i < d.article.blocks.size(); ++i) d.article.blocks.edit(i).span = to_words(d.article.blocks[i].span);
  turn_all(d.quotations, to_words);
  turn_all(d.claims, to_words);
  d.article.text = document::SharedText(reading.words());
  return d;
}

Document as_written(Document read, const Document& before, const text::Reading& reading) {
  const auto to_words = [&](Span span) { return reading.to_words(span); };
  const auto to_text = [&](Span span) { return reading.to_text(span); };
  turn_back(read.quotations, before.quotations, to_words, to_text);
  turn_back(read.claims, before.claims, to_words, to_text);
  read.article = before.article;
  return read;
}

}  // namespace annotate
