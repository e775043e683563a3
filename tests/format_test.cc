// Annotation files: what goes in comes out, what is wrong is said with its place.
#include <gtest/gtest.h>

#include "format/format.h"
#include "format/json.h"

namespace {

using namespace document;

// “Go 👩‍🚀,” said Ann.
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

TEST(AnnotationFile, WrittenAndReadAgainIsTheSameDocument) {
  Document d = small_document();
  const std::string bytes = format::write_json(d);
  auto read = format::read_json(bytes);
  ASSERT_TRUE(read.ok()) << to_string(read.error());
  EXPECT_EQ(read->original.view(), bytes);
  read->original = {};
  d.id = read->id;  // made from the text
  EXPECT_TRUE(*read == d);
  EXPECT_EQ(format::write_json(*read), bytes);
}

TEST(AnnotationFile, CountsInCodePoints) {
  const std::string bytes = format::write_json(small_document());
  EXPECT_NE(bytes.find("\"start\": 10,\n     \"end\": 14,\n     \"exact\": \"said\""), std::string::npos) << bytes;
}

}  // namespace
