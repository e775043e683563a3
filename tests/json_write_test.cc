// Annotation files as they are written, and what of others' members is kept in them.
#include "format/json.h"

#include <gtest/gtest.h>

#include "format/json_tree.h"
#include "support/annotation_files.h"
#include "support/random_document.h"

namespace {

using namespace document;
using namespace support;

TEST(AnnotationFile, WrittenAndReadAgainIsTheSameDocument) {
  for (std::uint32_t seed = 0; seed < 300; ++seed) {
    const Document d = support::random_document(seed);
    ASSERT_TRUE(check(d).empty()) << seed << ": " << to_string(check(d).front());
    const std::string bytes = format::write_json(d);
    Document again = read(bytes);
    EXPECT_EQ(again.original.view(), bytes);
    again.original = {};
    ASSERT_TRUE(again == d) << "seed " << seed << "\n" << bytes << "\n" << format::write_json(again);
    EXPECT_EQ(format::write_json(again), bytes);
  }
}

TEST(AnnotationFile, AClaimHoldsItsFactsAndOneWhoseWordsAreGoneDoesNotTakeTheClaimAlong) {
  Document d = small_document();
  d.claims.push_back({.id = ClaimId("c1"), .spans = {{0, 21}}, .type = ClaimType("event"), .attribution = {.to = decltype(Attribution::to)("article")}});
  d.claims.edit(0).origin.by = AgentId("a1");
  d.claims.edit(0).facts = {{.kind = FactKind("name"), .value = "Ann", .spans = {{27, 30}}}};
  const std::string bytes = format::write_json(d);
  EXPECT_NE(bytes.find("\"value\": \"Ann\""), std::string::npos) << bytes;
  std::string changed = bytes;
  changed.replace(changed.rfind("\"exact\": \"Ann\""), 14, "\"exact\": \"Zoë\"");
  const Document again = read(changed);
  ASSERT_EQ(again.claims.size(), 1u);
  EXPECT_TRUE(again.claims[0].facts[0].spans.empty());
  EXPECT_EQ(format::write_json(again), changed);
}

TEST(AnnotationFile, OneLineHoldsTheSame) {
  for (std::uint32_t seed = 0; seed < 50; ++seed) {
    Document d = support::random_document(seed);
    const std::string line = format::write_json_line(d);
    EXPECT_EQ(line.find('\n'), std::string::npos);
    Document again = read(line);
    again.original = {};
    EXPECT_TRUE(again == d) << line;
  }
}

TEST(AnnotationFile, CountsInCodePointsAndGivesSixteenOfThemOnEachSide) {
  const std::string bytes = format::write_json(small_document());
  EXPECT_NE(bytes.find(R"("start": 10,
     "end": 14,
     "exact": "said",
     "prefix": "“Go 👩‍🚀,” ",
     "suffix": " Ann.\nMore.")"), std::string::npos) << bytes;
  EXPECT_NE(bytes.find("\"textLength\": 25,"), std::string::npos) << bytes;
}

TEST(AnnotationFile, AnIdComesFromTheText) {
  EXPECT_EQ(format::id_of_text("a"), format::id_of_text("a"));
  EXPECT_NE(format::id_of_text("a"), format::id_of_text("b"));
  EXPECT_EQ(read(format::write_json(small_document())).id, format::id_of_text(small_document().article.text.view()));
}

TEST(AnnotationFile, SharesAreWrittenWithoutNoise) {
  for (const auto& [value, written] : {std::pair{940, "0.94"}, {1000, "1"}, {0, "0"}, {7, "0.007"}, {70, "0.07"}, {123, "0.123"}, {600, "0.6"}}) {
    format::JsonWriter out;
    EXPECT_EQ(out.thousandths(value).take(), written);
    EXPECT_EQ(format::thousandths_of(written), value);
  }
  for (const auto& [written, value] : {std::pair{"0.9412", 941}, {"0.9415", 942}, {"9.4e-1", 940}, {"1.0", 1000}, {"1E0", 1000}, {"1e-9", 0}, {"-0.5", -500}})
    EXPECT_EQ(format::thousandths_of(written), value) << written;
  EXPECT_EQ(format::integer_of("12.0"), 12);
  EXPECT_EQ(format::integer_of("1.2e1"), 12);
  EXPECT_EQ(format::integer_of("1.25"), std::nullopt);
  EXPECT_EQ(format::integer_of("0.5"), std::nullopt);
  EXPECT_EQ(format::integer_of("123456789012345678901234567890"), std::nullopt);
}

// --- What the program does not know -----------------------------------------------------------------

TEST(UnknownMembers, StayAtEveryLevelInTheirPlaceWhenTheFileIsWrittenAnew) {
  const std::string bytes = foreign();
  EXPECT_EQ(written_anew(read(bytes)), bytes);
}

TEST(UnknownMembers, StayWhenAnotherMarkIsEdited) {
  const std::string bytes = foreign();
  Document d = read(bytes);
  d.original = {};
  d.claims.edit(0).type = ClaimType("quantity");
  d.speakers.edit(0).aliases = {"Annie"};
  EXPECT_EQ(format::write_json(d), replaced(replaced(bytes, "\"rumour\"", "\"quantity\""), "\"aliases\": null", "\"aliases\": [\n    \"Annie\"\n   ]"));
}

TEST(UnknownMembers, StayWhenTheMarkItselfIsEdited) {
  const std::string bytes = foreign();
  Document d = read(bytes);
  d.original = {};
  Quotation& q = d.quotations.edit(0);
  q.cue = {{10, 14}};
  q.origin.confidence = 500;
  q.source_form = kNameForm;
  std::string expected = replaced(bytes, "\"cue\": null", R"("cue": [
    {
     "start": 6,
     "end": 10,
     "exact": "said",
     "prefix": "“Go,” ",
     "suffix": " Ann."
    }
   ],
   "sourceForm": "name")");
  expected = replaced(expected, "0.94123", "0.5");
  EXPECT_EQ(format::write_json(d), expected);
}

TEST(UnknownMembers, GoWithTheMarkThatHeldThem) {
  Document d = read(foreign());
  d.original = {};
  d.quotations.erase(0);
  const std::string bytes = format::write_json(d);
  EXPECT_EQ(bytes.find("x-hand"), std::string::npos);
  EXPECT_NE(bytes.find("x-colour"), std::string::npos);
}

TEST(UnknownMembers, AValueTakenAwayIsNotWrittenBack) {
  Document d = read(foreign());
  d.original = {};
  d.quotations.edit(0).speaker = std::nullopt;
  d.article.language = "";
  const std::string bytes = format::write_json(d);
  EXPECT_NE(bytes.find("\"speaker\": null"), std::string::npos);
  EXPECT_EQ(bytes.find("\"language\""), std::string::npos);
}

TEST(AnnotationFile, ANewerVersionOrAnUnknownNeedCanOnlyBeLookedAt) {
  const std::string bytes = format::write_json(small_document());
  EXPECT_FALSE(read(bytes).read_only);
  EXPECT_FALSE(read(replaced(bytes, "\"1.0\"", "\"1.9\"")).read_only);
  EXPECT_TRUE(read(replaced(bytes, "\"1.0\"", "\"2.0\"")).read_only);
  EXPECT_TRUE(read(replaced(bytes, "\"requires\": []", "\"requires\": [\"layers\"]")).read_only);
}

}  // namespace
