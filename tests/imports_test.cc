// Every format that is read: what it holds comes in, what it wrote is written again with the same bytes, and what is at
// fault is said with its place.
#include "format/format.h"

#include <gtest/gtest.h>

#include "annotate/annotate.h"
#include "extract/extract.h"
#include "format/json.h"
#include "support/annotation_files.h"
#include "support/files.h"
#include "support/random_document.h"

namespace {

using namespace document;
using namespace support;

constexpr std::string_view kLossless[] = {"json", "link", "w3c", "html"};

// Generated documents, and the articles of the tests as the program annotates them.
std::vector<Document> all_documents() {
  std::vector<Document> out;
  for (std::uint32_t seed = 0; seed < 1000; ++seed) out.push_back(random_document(seed));
  for (const std::string folder : {"/tests/articles", "/tests/pages"})
    for (const std::string& path : files_in(SOURCE_DIR + folder, "source."))
      out.push_back(annotate::annotate(extract::article({.bytes = read_file(path)}).article));
  return out;
}

text::Result<Document> read_back(const format::Format& one, const std::string& bytes, const Document& d) {
  return one.read ? one.read(bytes) : one.read_over(bytes, d.article);
}

TEST(EveryReadableFormat, IsWrittenAgainWithTheSameBytes) {
  const std::vector<Document> documents = all_documents();
  ASSERT_GT(documents.size(), 1000u);
  for (const format::Format& one : format::formats()) {
    if (!one.read && !one.read_over) continue;
    for (std::size_t i = 0; i < documents.size(); ++i) {
      const std::string bytes = one.write(documents[i]);
      auto again = read_back(one, bytes, documents[i]);
      ASSERT_TRUE(again.ok()) << one.name << ", document " << i << ": " << to_string(again.error());
      ASSERT_TRUE(check(*again).empty()) << one.name << ", document " << i << ": " << to_string(check(*again).front());
      again->original = {};
      ASSERT_EQ(one.write(*again), bytes) << one.name << ", document " << i;
    }
  }
}

TEST(EveryReadableFormat, IsKnownByItsBytes) {
  const Document d = small_document();
  for (const format::Format& one : format::formats()) {
    if (!one.read && !one.read_over) continue;
    const auto found = format::read_any_over(one.write(d), d.article);
    ASSERT_TRUE(found.ok()) << one.name << ": " << to_string(found.error());
    if (one.name == "link-speakers") continue;
    ASSERT_EQ(found->quotations.size(), 1u) << one.name;
    EXPECT_EQ(words_of(*found, found->quotations[0].cue), "said") << one.name;
    EXPECT_EQ(format::read_any(one.write(d)).ok(), one.read != nullptr) << one.name;
  }
}

TEST(LosslessFormats, LoseNothing) {
  for (const std::string_view name : kLossless) {
    const format::Format& one = *format::find(name);
    for (std::uint32_t seed = 0; seed < 100; ++seed) {
      const Document d = random_document(seed);
      auto again = format::read_any(one.write(d));
      ASSERT_TRUE(again.ok()) << one.name << ": " << to_string(again.error());
      again->original = {};
      ASSERT_TRUE(*again == d) << one.name << ", seed " << seed;
    }
    auto foreign_again = one.read(one.write(read(foreign())));
    ASSERT_TRUE(foreign_again.ok()) << one.name << ": " << to_string(foreign_again.error());
    EXPECT_EQ(written_anew(*foreign_again), foreign()) << one.name;
  }
}

// --- Files as other programs write them ---------------------------------------------------------------

Document read_any(std::string_view bytes) {
  auto d = format::read_any(bytes);
  EXPECT_TRUE(d.ok()) << to_string(d.error());
  return d.ok() ? std::move(*d) : Document();
}
Document read_over(std::string_view bytes, std::string_view text) {
  Article article;
  article.text = SharedText(std::string(text));
  auto d = format::read_any_over(bytes, article);
  EXPECT_TRUE(d.ok()) << to_string(d.error());
  return d.ok() ? std::move(*d) : Document();
}

// "direct Ann: “Go,” | said | Ann"
std::string summary(const Document& d, const Quotation& q) {
  const Speaker* const speaker = q.speaker ? find(d, *q.speaker) : nullptr;
  return q.type.name() + " " + (speaker ? speaker->name : "-") + ": " + words_of(d, q.content) + " | " + words_of(d, q.cue) + " | " + words_of(d, q.source);
}

constexpr std::string_view kText = "\u201cGo \U0001F680,\u201d said Ann. \u201cNow.\u201d\nTwo of three bridges are closed.";

TEST(Brat, IsReadOverItsText) {
  const Document d = read_over(
      "T1\tQuotation 0 7;18 24\t\u201cGo \U0001F680,\u201d \u201cNow.\u201d\r\nT2\tCue 8 12\tsaid\nT3\tSource 13 16\tAnn\n"
      "T4\tClaim 25 57\tTwo of three bridges are closed.\n*\tEquiv T2 T3\nE1\tSay:T2\n"
      "R1\tCue Arg1:T1 Arg2:T2\nR2\tSource Arg1:T3 Arg2:T1\nA1\tNegation T1\n#1\tAnnotatorNotes T4\tCheck this\n",
      kText);
  ASSERT_EQ(d.quotations.size(), 1u);
  EXPECT_EQ(summary(d, d.quotations[0]), "direct -: \u201cGo \U0001F680,\u201d \u2026 \u201cNow.\u201d | said | Ann");
  ASSERT_EQ(d.claims.size(), 1u);
  ASSERT_EQ(d.notes.size(), 2u);
  EXPECT_EQ(d.notes[0].text + ", " + d.notes[1].text, "Negation, Check this");
}

TEST(Doccano, IsReadInBothItsForms) {
  const Document d = read_any(R"({"id":7,"text":"One.\r\n\u201cGo,\u201d said Ann.","label":[[6,11,"Content"],[0,4,"claim"],[2,3,"Person"]],"Comments":[]})" "\n");
  ASSERT_EQ(d.quotations.size(), 1u);
  EXPECT_EQ(summary(d, d.quotations[0]), "direct -: \u201cGo,\u201d |  | ");
  EXPECT_EQ(words_of(d, d.claims[0].spans), "One.");
  // Pieces that continue each other in a ring are one row all the same.
  const Document ring = read_any(R"({"text":"Go on now","entities":[{"id":1,"label":"content","start_offset":0,"end_offset":2},{"id":2,"label":"content","start_offset":3,"end_offset":5}],)"
                                 R"("relations":[{"from_id":1,"to_id":2,"type":"continues"},{"from_id":2,"to_id":1,"type":"continues"}]})");
  ASSERT_EQ(ring.quotations.size(), 1u);
  EXPECT_EQ(words_of(ring, ring.quotations[0].content), "Go \u2026 on");
}

TEST(Citron, IsReadWithItsGroupsAsSpeakers) {
  const Document d = read_any(R"({"text":"Ann Lee spoke. \u201cGo,\u201d she said.","quotes":[{"cue":{"start":25,"end":29,"text":"said"},"sources":[{"start":21,"end":24,"text":"she"}],)"
                              R"("contents":[{"start":15,"end":20,"text":"\u201cGo,\u201d"}],"confidence":0.87}],"coreference_groups":[[{"start":0,"end":7,"text":"Ann Lee"},{"start":21,"end":24,"text":"she"}]]})");
  ASSERT_EQ(d.quotations.size(), 1u);
  EXPECT_EQ(summary(d, d.quotations[0]), "direct Ann Lee: \u201cGo,\u201d | said | she");
  EXPECT_EQ(d.quotations[0].origin.confidence, 870);
  EXPECT_EQ(d.quotations[0].review.state, kSuggested);
}

TEST(LabelStudio, IsReadWithAnnotationsBeforePredictionsAndInUtf16) {
  const Document d = read_any(R"([{"id":3,"data":{"text":"\ud83d\ude80 \u201cGo,\u201d said Ann."},"annotations":[{"id":1,"result":[
      {"id":"a1B","from_name":"label","to_name":"text","type":"labels","value":{"start":3,"end":8,"text":"\u201cGo,\u201d","labels":["Content"]}},
      {"id":"c2D","from_name":"label","to_name":"text","type":"labels","value":{"start":9,"end":13,"labels":["Cue"]}},
      {"from_id":"a1B","to_id":"c2D","type":"relation","direction":"right","labels":["cue"]},
      {"id":"a1B","from_name":"speaker","to_name":"text","type":"textarea","value":{"start":3,"end":8,"text":["Ann"]}},
      {"id":"a1B","from_name":"type","to_name":"text","type":"choices","value":{"start":3,"end":8,"choices":["mixed"]}}]}],
      "predictions":[{"result":[{"id":"x","type":"labels","value":{"start":0,"end":1,"labels":["Claim"]}}]}]}])");
  ASSERT_EQ(d.quotations.size(), 1u);
  EXPECT_TRUE(d.claims.empty());
  EXPECT_EQ(summary(d, d.quotations[0]), "mixed Ann: \u201cGo,\u201d | said | ");
}

TEST(W3c, OfAnotherProgramIsReadOverItsTextByItsQuotes) {
  constexpr std::string_view kFile = R"({"type":"AnnotationPage","items":[
      {"type":"Annotation","body":[{"type":"TextualBody","purpose":"tagging","value":"Quotation"},{"purpose":"identifying","source":{"label":"Ann"}},
        {"type":"TextualBody","value":"Really?"}],
       "target":{"source":"https://example.org","selector":[{"type":"TextQuoteSelector","exact":"“Now.”","prefix":"Ann. ","suffix":"\nTwo"}]}},
      {"type":"Annotation","motivation":"assessing","body":{"type":"TextualBody","purpose":"tagging","value":"bridges"},
       "target":[{"selector":{"type":"TextQuoteSelector","exact":"Two of three bridges are closed"}}]},
      {"type":"Annotation","target":{"selector":{"type":"TextQuoteSelector","exact":"words that are not there at all"}}},
      {"type":"Annotation","target":"https://example.org"}]})";
  const Document d = read_over(kFile, kText);
  ASSERT_EQ(d.quotations.size(), 1u);
  EXPECT_EQ(summary(d, d.quotations[0]), "direct Ann: \u201cNow.\u201d |  | ");
  ASSERT_EQ(d.claims.size(), 1u);
  EXPECT_EQ(words_of(d, d.claims[0].spans), "Two of three bridges are closed");
  EXPECT_EQ(d.notes.size(), 2u);
  ASSERT_EQ(d.lost.size(), 1u);
  EXPECT_EQ(d.lost[0].exact, "words that are not there at all");
}

TEST(Hypothesis, IsReadByItsQuotesAndTags) {
  const Document d = read_over(R"({"annotations":[{"text":"Who says so?","tags":["claim/event"],"target":[{"selector":[{"type":"RangeSelector"},
      {"type":"TextPositionSelector","start":26,"end":58},{"type":"TextQuoteSelector","exact":"Two of three bridges are closed.","prefix":"”\n","suffix":""}]}]}]})", kText);
  ASSERT_EQ(d.claims.size(), 1u);
  EXPECT_EQ(d.claims[0].type.name(), "event");
  EXPECT_EQ(d.notes[0].text, "Who says so?");
}

TEST(HtmlReport, IsOpenedAgainEvenInsideAnotherPage) {
  const Document d = random_document(12);
  const std::string page = "<html><body>" + format::find("html")->write(d) + "<p>kept</p></body></html>";
  EXPECT_TRUE(read_any(page).quotations == d.quotations);
}

// --- At fault --------------------------------------------------------------------------------------------

struct BadImport {
  std::string_view bytes, error;
};
std::ostream& operator<<(std::ostream& out, const BadImport& bad) { return out << bad.bytes << " -> " << bad.error; }

class BadImports : public testing::TestWithParam<BadImport> {};

TEST_P(BadImports, GiveOneSentenceWithThePlace) {
  Article article;
  article.text = SharedText("Ann spoke.");
  const auto d = format::read_any_over(GetParam().bytes, article);
  EXPECT_EQ(d.ok() ? "no error" : to_string(d.error()), GetParam().error);
}

INSTANTIATE_TEST_SUITE_P(
    Table, BadImports,
    testing::Values(
        BadImport{"T1\tContent 0 3\tBob\n", "line 1: these words do not stand at their place in the text: it is another text"},
        BadImport{"T1\tContent 0 300\tAnn\n", "line 1: the place 0 300 lies outside the text, or is empty"},
        BadImport{"T1\tContent 0 99999999999999999999\tAnn\n", "line 1: expected places such as 0 4;9 12"},
        BadImport{"T1\tContent 3 3\t\n", "line 1: the place 3 3 lies outside the text, or is empty"},
        BadImport{"T1\tContent 0 3\tAnn\nT1\tCue 4 9\tspoke\n", "line 2: the id T1 is used twice"},
        BadImport{"T1\tContent 0 3\tAnn\nR1\tCue Arg1:T1 Arg2:T9\n", "line 2: joins what is not there before it"},
        BadImport{"T1\tContent 0 3\tAnn\nhello\n", "line 2: this is no line of brat's: it begins with neither T, R, A, M, E, N, * nor #"},
        BadImport{R"({"text":"Ann","entities":[{"id":1,"label":"content","start_offset":0,"end_offset":4}]})", "$.entities[0]: lies outside the text, or is empty"},
        BadImport{R"({"text":"Ann","entities":[{"id":1,"label":7,"start_offset":0,"end_offset":3}]})", "$.entities[0]: expected a label"},
        BadImport{R"({"text":"Ann","label":[[0,"3","content"]]})", "$.label[0]: expected a start and an end as whole numbers"},
        BadImport{R"({"text":"Ann","entities":[],"relations":[{"from_id":1,"to_id":2,"type":"cue"}]})", "$.relations[0]: joins what is not there"},
        BadImport{"{\"text\":\"Ann\",\"entities\":[]}\n{\"text\":\"Bob\",\"entities\":[]}\n", "line 2: the file holds several articles, one a line; give one line of it"},
        BadImport{R"({"text":"Ann","quotes":[{"contents":[{"start":0,"end":3,"text":"Bob"}]}]})", "$.quotes[0].contents[0]: these words do not stand there"},
        BadImport{R"({"text":"Ann","quotes":[{"contents":[]}]})", "$.quotes[0].contents: has no spans"},
        BadImport{R"({"text":"Ann","quotes":[{"confidence":7,"contents":[{"start":0,"end":3}]}]})", "$.quotes[0].confidence: is not between 0 and 1"},
        BadImport{R"([{"data":{"text":"Ann"},"predictions":[{"result":[{"id":"1","type":"labels","value":{"start":0,"end":9,"labels":["claim"]}}]}]}])",
                  "$[0].predictions[0].result[0].value: lies outside the text, or is empty"},
        BadImport{R"([{"data":{"text":7},"predictions":[]}])", "$[0].data.text: expected a string"},
        BadImport{R"([{"data":{"text":"Ann"},"annotations":[{"result":[]},{"result":[]}]}])", "$[0].annotations[1]: the task has several people's marks; give those of one, and merge"},
        BadImport{"<!DOCTYPE html><script type=\"text/x-quoth\">#q1=abcd</script>", "the link is incomplete, or was changed on its way"},
        BadImport{"<p>", "line 1, column 1: this is not JSON"}));

TEST(BadImport, OfAnyBytesIsRefusedOrValid) {
  Chance chance(5);
  for (const format::Format& one : format::formats()) {
    if (!one.read && !one.read_over) continue;
    for (std::uint32_t round = 0; round < 400; ++round) {
      const Document d = random_document(round % 20);
      std::string bytes = one.write(d);
      for (std::uint32_t n = 1 + chance.below(3); n > 0 && !bytes.empty(); --n) {
        constexpr std::string_view kBytes = "{}[]\",:0123456789-.eE\\\t\n;|#T \x00\xFF\xC3";
        bytes[chance.below(static_cast<std::uint32_t>(bytes.size()))] = kBytes[chance.below(static_cast<std::uint32_t>(kBytes.size()))];
      }
      const auto read = read_back(one, bytes, d);
      ASSERT_TRUE(read.ok() ? check(*read).empty() : !read.error().message.empty()) << one.name << "\n" << bytes;
    }
  }
}

}  // namespace
