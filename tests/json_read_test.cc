// Annotation files on a text that has changed since: marks move with their words, or are listed as lost.
#include "format/json.h"

#include <gtest/gtest.h>

#include "format/format.h"
#include "support/annotation_files.h"

namespace {

using namespace document;
using namespace support;

// --- A text that has changed ------------------------------------------------------------------------

constexpr std::string_view kLine = "A new line stands above.\\n";

TEST(ChangedText, MarksMoveWithTheirWords) {
  const std::string bytes = replaced(format::write_json(small_document()), "\"text\": \"", "\"text\": \"" + std::string(kLine));
  const Document d = read(bytes);
  ASSERT_EQ(d.quotations.size(), 1u);
  EXPECT_EQ(words_of(d, d.quotations[0].content), "\u201cGo \U0001F469\u200D\U0001F680,\u201d");
  EXPECT_EQ(words_of(d, d.quotations[0].cue), "said");
  EXPECT_EQ(words_of(d, d.quotations[0].source), "Ann");
  ASSERT_EQ(d.article.blocks.size(), 3u);
  EXPECT_EQ(d.article.blocks[1].id.text(), "b1");
  EXPECT_EQ(d.article.blocks[2].id.text(), "b2");
  EXPECT_TRUE(check(d).empty());
  EXPECT_EQ(format::write_json(d), bytes) << "nothing was changed by a person";
  EXPECT_NE(written_anew(d).find("\"anchor\": \"moved\""), std::string::npos);
  EXPECT_TRUE(format::check_json(written_anew(d)).empty());
}

TEST(ChangedText, AMarkWhoseWordsAreGoneIsListedAndWrittenBackAndComesBackWithItsWords) {
  const std::string bytes = format::write_json(small_document());
  const std::string cut = replaced(bytes, "\u201cGo \U0001F469\u200D\U0001F680,\u201d said Ann.\\nMore.", "Less.");
  Document d = read(cut);
  EXPECT_TRUE(d.quotations.empty());
  ASSERT_EQ(d.lost.size(), 1u);
  EXPECT_EQ(d.lost[0].list, "quotations");
  EXPECT_EQ(d.lost[0].id, "q1");
  EXPECT_EQ(d.lost[0].exact, "\u201cGo \U0001F469\u200D\U0001F680,\u201d");
  EXPECT_EQ(fresh_id(d, "q"), "q2");

  const std::string saved = written_anew(d);
  EXPECT_NE(saved.find("\"anchor\": \"lost\""), std::string::npos);
  EXPECT_EQ(written_anew(read(saved)), saved);
  const Document back = read(replaced(saved, "Less.", "\u201cGo \U0001F469\u200D\U0001F680,\u201d said Ann.\\nMore."));
  EXPECT_TRUE(back.lost.empty());
  EXPECT_EQ(words_of(back, back.quotations[0].source), "Ann");
}

TEST(ChangedText, ACueWhoseWordsAreGoneCostsOnlyTheCueAndIsWrittenBack) {
  const std::string bytes = replaced(format::write_json(small_document()), "\u201d said Ann.\\nMore.", "\u201d Ann.\\nMore.");
  const Document d = read(bytes);
  ASSERT_EQ(d.quotations.size(), 1u);
  EXPECT_TRUE(d.quotations[0].cue.empty());
  EXPECT_NE(written_anew(d).find("\"exact\": \"said\""), std::string::npos);
}

TEST(ChangedText, ThousandsOfMarksMoveAndNoneIsDropped) {
  Document d = small_document();
  std::string all;
  std::vector<Quotation> quotations;
  for (std::uint32_t i = 0; i < 3000; ++i) {
    const auto begin = static_cast<std::uint32_t>(all.size());
    all += "Number " + std::to_string(i * 7) + " spoke. ";
    quotations.push_back(d.quotations[0]);
    quotations.back().id = QuotationId("q" + std::to_string(i + 1));
    quotations.back().content = {{begin, static_cast<std::uint32_t>(all.size()) - 1}};
    quotations.back().cue = quotations.back().source = {};
  }
  d.article.text = SharedText(all);
  d.article.blocks = SharedList<Block>({{.id = BlockId("b1"), .span = {0, static_cast<std::uint32_t>(all.size())}}});
  d.quotations = SharedList<Quotation>(quotations);
  const Document moved = read(replaced(format::write_json(d), "\"text\": \"", "\"text\": \"" + std::string(kLine)));
  ASSERT_EQ(moved.quotations.size(), 3000u);
  EXPECT_EQ(words_of(moved, moved.quotations[2999].content), "Number 20993 spoke.");
}

TEST(ChangedText, OffsetsInOtherUnitsAreUnderstood) {
  const std::string bytes = format::write_json(small_document());
  for (const auto& [start, end] : {std::pair{"12", "16"}, {"22", "26"}}) {  // UTF-16 units, bytes
    const Document d = read(replaced(bytes, "\"start\": 10,\n     \"end\": 14", "\"start\": " + std::string(start) + ",\n     \"end\": " + end));
    EXPECT_EQ(words_of(d, d.quotations[0].cue), "said");
    EXPECT_EQ(d.quotations[0].cue[0], (Span{22, 26}));
  }
}

TEST(ChangedText, CarriageReturnsInAFileMoveNoMark) {
  const std::string bytes = R"({"format":"quoth-annotation","formatVersion":"1.0","id":"urn:x:1","document":{"text":"One.\r\nTwo.\r\nThree said so.",
    "textHash":"sha256:0000000000000000000000000000000000000000000000000000000000000000","offsetUnit":"codepoint"},"agents":[{"id":"a1","type":"person"}],
    "quotations":[{"id":"q1","type":"indirect","content":[{"start":12,"end":17}],"cue":[{"start":18,"end":22,"exact":"said"}],"origin":{"by":"a1"}}]})";
  const Document d = read(bytes);
  EXPECT_EQ(d.article.text.view(), "One.\nTwo.\nThree said so.");
  EXPECT_EQ(words_of(d, d.quotations[0].content), "Three");
  EXPECT_EQ(words_of(d, d.quotations[0].cue), "said");
  EXPECT_EQ(d.article.blocks.size(), 3u) << "a file without blocks gets a paragraph a line";
}

}  // namespace
