// The members of every object of an annotation file, in the order in which they are written: one list for
// the reader (json_reader.h) and the writer (json.cc), so that the two cannot disagree.
//
// `io` is one of the two; a value is const for the writer. When a member is written although it says nothing:
//   kOmit     never
//   kNull     as null
//   kAlways   as "", [] or the like
//   kNeeded   always, and a file without it is at fault
#pragma once

#include <string_view>

#include "document/document.h"
#include "format/looks.h"

namespace format {

enum class When { kOmit, kNull, kAlways, kNeeded };
using enum When;

inline constexpr std::string_view kSchemaAddress = "https://quoth.invalid/1/schema.json";

// T for the reader, const T for the writer.
template <typename Io, typename T> using Of = typename Io::template Of<T>;

template <typename Io> void members(Io& io, Of<Io, document::Generator>& g) {
  io.text("name", g.name, kNeeded);
  io.text("version", g.version, kOmit);
  io.text("rules", g.rules, kOmit);
}

template <typename Io> void members(Io& io, Of<Io, document::Agent>& a) {
  io.id("id", a.id, kNeeded);
  io.name("type", a.type, kNeeded);
  io.text("name", a.name, kOmit);
  io.text("version", a.version, kOmit);
}

template <typename Io> void members(Io& io, Of<Io, document::Origin>& o) {
  io.id("by", o.by, kNeeded);
  io.text("at", o.at, kOmit, kTime);
  io.text("method", o.method, kOmit);
  io.share("confidence", o.confidence);
}

template <typename Io> void members(Io& io, Of<Io, document::Review>& r) {
  io.name("state", r.state, kNeeded);
  io.id("by", r.by, kOmit);
  io.text("at", r.at, kOmit, kTime);
}

template <typename Io> void members(Io& io, Of<Io, document::Import>& i) {
  io.text("method", i.method, kOmit);
  io.text("name", i.name, kOmit);
  io.text("id", i.id, kOmit);
}

template <typename Io> void members(Io& io, Of<Io, document::Article>& a) {
  io.text("title", a.title, kNull);
  io.flag("titleDerived", a.title_derived);
  io.text("url", a.url, kNull, kAddress);
  io.text("publisher", a.publisher, kNull);
  io.texts("authors", a.authors, kAlways);
  io.text("published", a.published, kNull);
  io.text("retrieved", a.retrieved, kNull);
  io.text("language", a.language, kOmit);
  io.text("direction", a.direction, kOmit);
  io.part("import", a.import, kOmit);
  io.article_text(a.text);  // text, textHash, textLength, offsetUnit
}

template <typename Io> void members(Io& io, Of<Io, document::Block>& b) {
  io.id("id", b.id, kNeeded);
  io.place(b.span);  // start, end
  io.name("role", b.role, kNeeded);
  io.flag("excluded", b.excluded);
  io.part("origin", b.origin, kOmit);
  io.part("review", b.review, kOmit);
}

template <typename Io> void members(Io& io, Of<Io, document::Speaker>& s) {
  io.id("id", s.id, kNeeded);
  io.text("name", s.name, kNeeded);
  io.name("kind", s.kind, kOmit);
  io.texts("roles", s.roles, kAlways);
  io.texts("aliases", s.aliases, kAlways);
  io.texts("pronouns", s.pronouns, kAlways);
  io.texts("sameAs", s.same_as, kAlways, kAddress);
  io.part("origin", s.origin, kOmit);
  io.part("review", s.review, kAlways);
}

template <typename Io> void members(Io& io, Of<Io, document::Quotation>& q) {
  io.id("id", q.id, kNeeded);
  io.name("type", q.type, kNeeded);
  io.spans("content", q.content, kNeeded);
  io.spans("cue", q.cue, kAlways);
  io.spans("source", q.source, kAlways);
  io.name("sourceForm", q.source_form, kOmit);
  io.id("speaker", q.speaker, kNull);
  io.name("act", q.act, kOmit);
  io.name("mode", q.mode, kOmit);
  io.part("origin", q.origin, kNeeded);
  io.part("review", q.review, kAlways);
}

template <typename Io> void members(Io& io, Of<Io, document::Attribution>& a) {
  io.name("to", a.to, kNeeded);
  io.id("speaker", a.speaker, kOmit);
  io.id("quotation", a.quotation, kOmit);
}

template <typename Io> void members(Io& io, Of<Io, document::ClaimFact>& f) {
  io.name("kind", f.kind, kNeeded);
  io.text("value", f.value, kOmit);
  io.spans("spans", f.spans, kAlways);
}

template <typename Io> void members(Io& io, Of<Io, document::Claim>& c) {
  io.id("id", c.id, kNeeded);
  io.spans("spans", c.spans, kNeeded);
  io.name("type", c.type, kNeeded);
  io.share("checkworthiness", c.checkworthiness);
  io.part("attribution", c.attribution, kNeeded);
  io.text("normalized", c.normalized, kOmit);
  io.part("origin", c.origin, kNeeded);
  io.part("review", c.review, kAlways);
  io.name("verifiable", c.verifiable, kOmit);
  io.texts("reasons", c.reasons, kOmit);
  io.parts("facts", c.facts);
}

template <typename Io> void members(Io& io, Of<Io, document::Note>& n) {
  io.id("id", n.id, kNeeded);
  io.text("target", n.target, kNeeded, kId);
  io.id("by", n.by, kOmit);
  io.text("at", n.at, kOmit, kTime);
  io.text("text", n.text, kNeeded);
}

template <typename Io> void members(Io& io, Of<Io, document::Document>& d) {
  io.signature();  // $schema, format
  io.text("formatVersion", d.format_version, kNeeded);
  io.texts("requires", d.requirements, kAlways);
  io.text("id", d.id, kNeeded, kAddress);
  io.count("revision", d.revision);
  io.text("created", d.created, kOmit, kTime);
  io.text("modified", d.modified, kOmit, kTime);
  io.part("generator", d.generator, kAlways);
  io.part("document", d.article, kNeeded);
  io.list("blocks", d.article.blocks);
  io.list("agents", d.agents);
  io.list("speakers", d.speakers);
  io.list("quotations", d.quotations);
  io.list("claims", d.claims);
  io.list("notes", d.notes);
}

}  // namespace format
