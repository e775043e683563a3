#include "format/cut_tokens.h"

#include <algorithm>

#include "text/segment.h"

namespace format {

using namespace document;

std::vector<TokenSentence> cut_tokens(const Document& d) {
  const std::string_view all = d.article.text.view();
  std::vector<std::uint32_t> edges;
  const auto note = [&](const std::vector<Span>& spans) {
    for (const Span span : spans) {
      edges.push_back(span.begin);
      edges.push_back(span.end);
    }
  };
  for (const Quotation& q : d.quotations) {
    note(q.content);
    note(q.cue);
    note(q.source);
  }
  for (const Claim& c : d.claims) note(c.spans);
  std::sort(edges.begin(), edges.end());
  std::vector<TokenSentence> out;
  for (const Span paragraph : text::paragraphs(all)) {
    const std::vector<text::Token> tokens = text::tokens(all, paragraph);
    auto token = tokens.begin();
    for (const Span sentence : text::sentences(all, paragraph)) {
      TokenSentence one{sentence, {}};
      for (; token != tokens.end() && token->span.begin < sentence.end; ++token) {
        std::uint32_t begin = token->span.begin;
        for (auto edge = std::upper_bound(edges.begin(), edges.end(), begin); edge != edges.end() && *edge < token->span.end; ++edge) {
          if (*edge == begin) continue;
          one.tokens.push_back({begin, *edge});
          begin = *edge;
        }
        one.tokens.push_back({begin, token->span.end});
      }
      if (!one.tokens.empty()) out.push_back(std::move(one));
    }
  }
  return out;
}

}  // namespace format
