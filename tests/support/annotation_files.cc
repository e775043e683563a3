#include "support/annotation_files.h"

#include <gtest/gtest.h>

#include "format/json.h"

namespace support {

using namespace document;

namespace {

constexpr std::string_view kForeign = R"({
 "x-first": {
  "deep": [
   1e2,
   1.50,
   12345678901234567890123
  ]
 },
 "formatVersion": "1.3",
 "format": "quoth-annotation",
 "id": "urn:example:1",
 "generator": {
  "name": "other",
  "x-build": 7
 },
 "document": {
  "offsetUnit": "codepoint",
  "x-paper": "Gazette",
  "text": "“Go,” said Ann.",
  "textHash": "sha256:1f9a0f0a94ac4ac88a04391ad6cd6e5eba3f0b0f9ed37f01f0a9c69b0de2b4c2",
  "textLength": 15,
  "import": {
   "x-how": "by hand"
  },
  "language": "en",
  "title": ""
 },
 "blocks": [
  {
   "x-style": "lead",
   "id": "b1",
   "role": "lead-paragraph",
   "start": 0,
   "end": 15,
   "excluded": false,
   "origin": null
  }
 ],
 "agents": [
  {
   "x-mail": "a@example.org",
   "id": "a1",
   "type": "robot"
  }
 ],
 "speakers": [
  {
   "id": "s1",
   "name": "Ann",
   "x-wiki": [],
   "kind": "witness",
   "aliases": null
  }
 ],
 "quotations": [
  {
   "id": "q1",
   "type": "shouted",
   "content": [
    {
     "start": 0,
     "x-hand": true,
     "end": 5,
     "exact": "“Go,”",
     "prefix": "",
     "suffix": " said Ann."
    }
   ],
   "cue": null,
   "speaker": "s1",
   "origin": {
    "by": "a1",
    "confidence": 0.94123,
    "x-model": "m"
   },
   "review": {
    "state": "disputed",
    "x-why": "?"
   },
   "x-last": null
  }
 ],
 "claims": [
  {
   "id": "c1",
   "spans": [
    {
     "start": 1,
     "end": 3,
     "exact": "Go",
     "prefix": "“",
     "suffix": ",” said Ann."
    }
   ],
   "type": "rumour",
   "attribution": {
    "to": "nobody",
    "x-sure": false
   },
   "origin": {
    "by": "a1"
   },
   "reviews": [
    {
     "url": "https://example.org"
    }
   ]
  }
 ],
 "notes": [
  {
   "id": "n1",
   "x-colour": "red",
   "target": "q1",
   "text": ""
  }
 ]
}
)";

}  // namespace

std::string replaced(std::string all, std::string_view old, std::string_view with) {
  const std::size_t at = all.find(old);
  EXPECT_NE(at, std::string::npos) << old;
  return at == std::string::npos ? all : all.replace(at, old.size(), with);
}

Document read(std::string_view bytes) {
  auto d = format::read_json(bytes);
  EXPECT_TRUE(d.ok()) << to_string(d.error());
  return d.ok() ? std::move(*d) : Document();
}

std::string error_of(std::string_view bytes) {
  const auto d = format::read_json(bytes);
  return d.ok() ? "no error" : to_string(d.error());
}

std::string written_anew(Document d) {
  d.original = {};
  return format::write_json(d);
}

Document small_document() {
  Document d;
  d.article.text = SharedText("\u201cGo \U0001F469\u200D\U0001F680,\u201d said Ann.\nMore.");
  d.article.blocks = SharedList<Block>({{.id = BlockId("b1"), .span = {0, 31}}, {.id = BlockId("b2"), .span = {32, 37}}});
  d.agents = SharedList<Agent>({{.id = AgentId("a1"), .type = kSoftware, .name = "quoth"}});
  d.speakers = SharedList<Speaker>({{.id = SpeakerId("s1"), .name = "Ann", .kind = kHuman}});
  Quotation q;
  q.id = QuotationId("q1");
  q.type = kDirect;
  q.content = {{0, 21}};
  q.cue = {{22, 26}};
  q.source = {{27, 30}};
  q.speaker = SpeakerId("s1");
  q.origin = {.by = AgentId("a1"), .method = "quote/content-cue-source", .confidence = 940};
  d.quotations = SharedList<Quotation>({q});
  return d;
}

std::string foreign() {
  // The hash is that of the text, whatever the text above says.
  const std::string bytes(kForeign);
  const auto faults = format::check_json(bytes);
  for (const text::Error& fault : faults) EXPECT_NE(fault.where, "$.document.text");
  Document d;
  d.article.text = SharedText("\u201cGo,\u201d said Ann.");
  const std::string ours = format::write_json(d);
  const std::size_t at = ours.find("sha256:");
  return replaced(bytes, "sha256:1f9a0f0a94ac4ac88a04391ad6cd6e5eba3f0b0f9ed37f01f0a9c69b0de2b4c2", ours.substr(at, 71));
}

}  // namespace support
