#include "format/spacy.h"

#include "format/cut_tokens.h"
#include "format/json_writer.h"
#include "text/utf8.h"

namespace format {

using namespace document;

std::string write_spacy(const Document& d) {
  const std::string_view text = d.article.text.view();
  const text::CodePointIndex index(text);
  const std::vector<TokenSentence> sentences = cut_tokens(d);
  JsonWriter out;
  const auto edges = [&](Span span) { out.key("start").number(index.to_code_points(span.begin)).key("end").number(index.to_code_points(span.end)); };
  out.begin_object().key("text").text(text).key("ents").begin_array().end_array().key("sents").begin_array();
  for (const TokenSentence& sentence : sentences) {
    out.begin_object();
    edges({sentence.tokens.front().begin, sentence.tokens.back().end});
    out.end_object();
  }
  out.end_array().key("tokens").begin_array();
  std::size_t number = 0;
  for (const TokenSentence& sentence : sentences) {
    for (const Span token : sentence.tokens) {
      out.begin_object().key("id").number(number++);
      edges(token);
      out.end_object();
    }
  }
  out.end_array().key("spans").begin_object();
  const auto spans = [&](const std::vector<Span>& pieces, std::string_view label, std::string_view mark, std::string_view speaker) {
    for (const Span piece : pieces) {
      out.begin_object();
      edges(piece);
      out.key("label").text(label).key("kb_id").text(speaker).key("id").text(mark).end_object();
    }
  };
  const auto group = [&](std::string_view name, std::string_view label, std::vector<Span> Quotation::*pieces) {
    out.key(name).begin_array();
    for (const Quotation& q : d.quotations)
      if (!(q.review.state == kRejected)) spans(q.*pieces, label.empty() ? std::string_view(q.type.name()) : label, q.id.text(), q.speaker ? q.speaker->text() : "");
    out.end_array();
  };
  group("quotes", "", &Quotation::content);
  group("cues", "cue", &Quotation::cue);
  group("sources", "source", &Quotation::source);
  out.key("claims").begin_array();
  for (const Claim& c : d.claims)
    if (!(c.review.state == kRejected)) spans(c.spans, c.type.name(), c.id.text(), c.attribution.speaker ? c.attribution.speaker->text() : "");
  return out.end_array().end_object().end_object().take() + "\n";
}

}  // namespace format
