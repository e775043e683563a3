// Every format that is written, and what it looks like.
#include "format/format.h"

#include <gtest/gtest.h>

#include "format/json_tree.h"
#include "support/annotation_files.h"
#include "support/random_document.h"

namespace {

using namespace document;
using namespace support;

// --- Other formats ----------------------------------------------------------------------------------

TEST(Formats, EveryOneIsFoundByItsNameAndWritesEveryDocument) {
  for (const format::Format& one : format::formats()) {
    EXPECT_EQ(format::find(one.name), &one);
    for (std::uint32_t seed = 0; seed < 20; ++seed) {
      const Document d = support::random_document(seed);
      const std::string bytes = one.write(d);
      EXPECT_EQ(bytes, one.write(d));
      if (!one.read) continue;
      EXPECT_TRUE(one.read(bytes).ok()) << one.name << "\n" << bytes;
    }
  }
  EXPECT_EQ(format::find("nonsense"), nullptr);
}

TEST(W3c, GivesEachSpanItsRoleAndBothSelectors) {
  Document d = small_document();
  d.notes.push_back({.id = NoteId("n1"), .target = "q1", .text = "Really?"});
  const std::string bytes = format::find("w3c")->write(d);
  const auto tree = format::parse_json(bytes);
  ASSERT_TRUE(tree.ok());
  const format::JsonValue item = (*tree)->root()["first"]["items"].first();
  std::string targets, bodies;
  for (auto target = item["target"].first(); target; target = target.next())
    targets += std::string(target["role"].text()) + ":" + std::string(target["selector"].first()["exact"].text()) + ":" +
               std::string(target["selector"].first().next()["start"].text()) + " ";
  for (auto body = item["body"].first(); body; body = body.next())
    bodies += std::string(body["purpose"].text()) + ":" + std::string(body["value"].text()) + std::string(body["source"]["label"].text()) + " ";
  EXPECT_EQ(targets, "content:\u201cGo \U0001F469\u200D\U0001F680,\u201d:0 cue:said:10 source:Ann:15 ");
  EXPECT_EQ(bodies, "classifying:quotation/direct identifying:Ann commenting:Really? ");
  EXPECT_EQ(item["target"].first()["source"].text().size(), std::string("ni:///sha-256;").size() + 43);
}

TEST(W3c, OfAnotherProgramIsRefusedInOneSentence) {
  const auto d = format::read_any(R"({"type":"AnnotationCollection","first":{"items":[]}})");
  ASSERT_FALSE(d.ok());
  EXPECT_EQ(to_string(d.error()), "$.native: is missing: annotations of another program do not hold the text that they are on; open the article first, then this file over it");
}

TEST(Brat, GivesEntitiesRelationsAndNotes) {
  Document d = small_document();
  d.quotations.edit(0).content = {{0, 21}, {31, 37}};  // over the end of a line
  d.notes.push_back({.id = NoteId("n1"), .target = "q1", .text = "Two\nlines"});
  EXPECT_EQ(format::find("brat")->write(d),
            "T1\tContent 0 9;20 25\t\u201cGo \U0001F469\u200D\U0001F680,\u201d More.\n"
            "T2\tCue 10 14\tsaid\n"
            "R1\tCue Arg1:T1 Arg2:T2\n"
            "T3\tSource 15 18\tAnn\n"
            "R2\tSource Arg1:T1 Arg2:T3\n"
            "A1\tType T1 direct\n"
            "A2\tReview T1 suggested\n"
            "#1\tAnnotatorNotes T1\tSpeaker: Ann\n"
            "#2\tAnnotatorNotes T1\tTwo lines\n");
}

TEST(Doccano, GivesEntitiesAndRelationsInOneLine) {
  EXPECT_EQ(format::find("doccano")->write(small_document()),
            "{\"id\":1,\"text\":\"\u201cGo \U0001F469\u200D\U0001F680,\u201d said Ann.\\nMore.\",\"entities\":["
            "{\"id\":1,\"label\":\"content\",\"start_offset\":0,\"end_offset\":9},"
            "{\"id\":2,\"label\":\"cue\",\"start_offset\":10,\"end_offset\":14},"
            "{\"id\":3,\"label\":\"source\",\"start_offset\":15,\"end_offset\":18}],"
            "\"relations\":[{\"id\":1,\"from_id\":1,\"to_id\":2,\"type\":\"cue\"},{\"id\":2,\"from_id\":1,\"to_id\":3,\"type\":\"source\"}]}\n");
}

TEST(Csv, QuotesCellsAndDefusesFormulas) {
  Document d = small_document();
  d.speakers.edit(0).name = "=Ann, \"A\"";
  EXPECT_EQ(format::find("csv")->write(d),
            "id,type,speaker,speaker_kind,content,cue,source,source_form,start,end,method,confidence,review\n"
            "q1,direct,\"'=Ann, \"\"A\"\"\",person,\"\u201cGo \U0001F469\u200D\U0001F680,\u201d\",said,Ann,,0,9,quote/content-cue-source,0.94,suggested\n");
}

TEST(Tsv, HasARowALineWhateverTheWordsHold) {
  Document d = small_document();
  d.speakers.edit(0).name = "Ann\tof\nAll";
  EXPECT_EQ(format::find("tsv")->write(d),
            "id\ttype\tspeaker\tspeaker_kind\tcontent\tcue\tsource\tsource_form\tstart\tend\tmethod\tconfidence\treview\n"
            "q1\tdirect\tAnn of All\tperson\t\u201cGo \U0001F469\u200D\U0001F680,\u201d\tsaid\tAnn\t\t0\t9\tquote/content-cue-source\t0.94\tsuggested\n");
}

TEST(Markdown, NamesEachSpeakerOnceAndTakesWordsAsWords) {
  Document d = small_document();
  d.article.title = "1. *Big* news";
  d.speakers.edit(0).name = "Ann <b>";
  d.quotations.push_back(d.quotations[0]);
  d.quotations.edit(1).id = QuotationId("q2");
  d.quotations.edit(1).speaker = std::nullopt;
  d.quotations.push_back(d.quotations[0]);
  d.quotations.edit(2).id = QuotationId("q3");
  d.quotations.edit(2).review.state = kRejected;
  EXPECT_EQ(format::find("markdown")->write(d),
            "# 1\\. \\*Big\\* news\n\n## Ann \\<b\\>\n\n- \u201cGo \U0001F469\u200D\U0001F680,\u201d (direct)\n\n"
            "## No speaker named\n\n- \u201cGo \U0001F469\u200D\U0001F680,\u201d (direct)\n\n");
}

TEST(Html, MarksTheWordsEvenWhereMarksCross) {
  Document d = small_document();
  d.article.title = "<script>";
  Claim c;
  c.id = ClaimId("c1");
  c.spans = {{22, 37}};  // crosses the block's end, holds cue and source
  c.type = ClaimType("event");
  d.claims.push_back(c);
  const std::string page = format::find("html")->write(d);
  EXPECT_NE(page.find("<title>&lt;script&gt;</title>"), std::string::npos);
  EXPECT_NE(page.find("<p><mark class=\"s0\">\u201cGo \U0001F469\u200D\U0001F680,\u201d</mark> <mark class=\"cue claim\">said</mark>"
                      "<mark class=\"claim\"> </mark><mark class=\"claim source\">Ann</mark><mark class=\"claim\">.</mark></p>\n"
                      "<p><mark class=\"claim\">More.</mark></p>"), std::string::npos) << page;
  EXPECT_EQ(page.find("<script"), page.rfind("<script type=\"text/x-quoth\">")) << "no script but the file inside, which none runs";
}

}  // namespace
