// Annotation files: what goes in comes out, and what is wrong is said with its place.
#include "format/format.h"

#include <gtest/gtest.h>

#include "format/json.h"
#include "format/json_tree.h"
#include "support/random_document.h"

namespace {

using namespace document;

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

// The file after something was changed in it, and changed back: nothing of the bytes is simply copied.
std::string written_anew(Document d) {
  d.original = {};
  return format::write_json(d);
}

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

// --- There and back ---------------------------------------------------------------------------------

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

// As other programs may write it: members in another order, unknown ones everywhere, nulls, numbers of their own.
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

// --- What is wrong ----------------------------------------------------------------------------------

constexpr std::string_view kMinimal = R"({"format":"quoth-annotation","formatVersion":"1.0","id":"urn:x:1",
"document":{"text":"Ann spoke.","textHash":"sha256:cc1c13cfb5ec02b6a2b7cd5ce5bd2c4c4e3e7bbd8ba1e3cbbf2a4b3a3a3e1a6d","offsetUnit":"codepoint"},
"agents":[{"id":"a1","type":"person"}],"speakers":[{"id":"s1","name":"Ann"}],
"quotations":[{"id":"q1","type":"indirect","content":[{"start":4,"end":9}],"origin":{"by":"a1"},"speaker":"s1"}]})";

struct BadFile {
  std::string_view old, with, error;
};
std::ostream& operator<<(std::ostream& out, const BadFile& bad) { return out << bad.with << " -> " << bad.error; }

class BadFiles : public testing::TestWithParam<BadFile> {};

TEST_P(BadFiles, GiveOneSentenceWithThePlace) {
  EXPECT_EQ(error_of(replaced(std::string(kMinimal), GetParam().old, GetParam().with)), GetParam().error);
}

INSTANTIATE_TEST_SUITE_P(Table, BadFiles, testing::Values(
    BadFile{"\"format\":\"quoth-annotation\"", "\"format\":\"other\"", "$.format: expected \"quoth-annotation\"; this JSON is no Quoth annotation file"},
    BadFile{"\"format\":\"quoth-annotation\",", "", "$.format: expected \"quoth-annotation\"; this JSON is no Quoth annotation file"},
    BadFile{"\"1.0\"", "1.0", "$.formatVersion: expected a string"},
    BadFile{"\"1.0\"", "\"new\"", "$.formatVersion: expected a version such as \"1.0\""},
    BadFile{"\"id\":\"urn:x:1\",", "", "$.id: is missing"},
    BadFile{"\"document\":{", "\"document\":[],\"old\":{", "$.document: expected an object"},
    BadFile{"\"text\":\"Ann spoke.\",", "", "$.document.text: is missing: the file holds marks without their text; open the article first, then this file over it"},
    BadFile{"\"text\":\"Ann spoke.\"", "\"text\":7", "$.document.text: expected a string"},
    BadFile{"\"codepoint\"", "\"utf16\"", "$.document.offsetUnit: expected \"codepoint\""},
    BadFile{"\"end\":9", "\"end\":\"9\"", "$.quotations[0].content[0].end: expected a number"},
    BadFile{"\"end\":9", "\"end\":9.5", "$.quotations[0].content[0].end: expected a whole number that is not negative"},
    BadFile{"\"end\":9", "\"end\":-9", "$.quotations[0].content[0].end: expected a whole number that is not negative"},
    BadFile{"\"end\":9", "\"end\":99999999999999999999999", "$.quotations[0].content[0].end: expected a whole number that is not negative"},
    BadFile{"\"end\":9", "\"end\":1e999", "$.quotations[0].content[0].end: the number 1e999 is too large"},
    BadFile{"\"end\":9", "\"end\":400", "$.quotations[0].content[0].end: lies outside the text, which has 10 characters"},
    BadFile{"\"end\":9", "\"end\":4", "$.quotations[0].content[0]: is empty"},
    BadFile{"\"end\":9", "\"end\":3", "$.quotations[0].content[0].start: lies behind the end"},
    BadFile{"\"end\":9", "\"stop\":9", "$.quotations[0].content[0].end: is missing"},
    BadFile{"[{\"start\":4,\"end\":9}]", "[]", "$.quotations[0].content: has no spans"},
    BadFile{"[{\"start\":4,\"end\":9}]", "{}", "$.quotations[0].content: expected a list of spans"},
    BadFile{"[{\"start\":4,\"end\":9}]", "[4]", "$.quotations[0].content[0]: expected an object"},
    BadFile{"\"origin\":{\"by\":\"a1\"}", "\"origin\":{\"by\":\"a9\"}", "$.quotations[0].origin.by: names \"a9\", which is no agent of this file"},
    BadFile{"\"origin\":{\"by\":\"a1\"}", "\"origin\":{\"by\":\"a1\",\"confidence\":3}", "$.quotations[0].origin.confidence: is not between 0 and 1"},
    BadFile{"\"speaker\":\"s1\"", "\"speaker\":\"s2\"", "$.quotations[0].speaker: names \"s2\", which is no speaker of this file"},
    BadFile{"\"id\":\"s1\"", "\"id\":\"a1\"", "$.speakers[0].id: \"a1\" is used twice"},
    BadFile{"\"id\":\"s1\"", "\"id\":\"s1\",\"id\":\"s1\"", "$.speakers[0].id: is there twice"},
    BadFile{"\"Ann spoke.\"", "\"Ann \\ud800 spoke.\"", "line 2, column 31: this is not JSON"},
    BadFile{"\"speakers\":[", "\"speakers\":[7,", "$.speakers[0]: expected an object"},
    BadFile{"\"speakers\":[", "\"speakers\":[,", "line 3, column 52: this is not JSON"},
    BadFile{"\"s1\"}]}", "\"s1\"}]} {}", "line 4, column 115: this is not JSON"},
    BadFile{"\"s1\"}]}", "\"s1\"}]", "line 4, column 112: the file ends here, in the middle of its JSON"}));

TEST(BadBytes, ThatAreNoJsonAtAllSaySo) {
  EXPECT_EQ(error_of(""), "is empty");
  EXPECT_EQ(error_of(" \n"), "is empty");
  EXPECT_EQ(error_of("Dear reader"), "line 1, column 1: this is not JSON");
  EXPECT_EQ(error_of("[1,2]"), "$: expected an object; this JSON is no Quoth annotation file");
  EXPECT_EQ(error_of("{\"a\":\n\"b\xFF\"}"), "line 2, column 3: this is not JSON");
  EXPECT_EQ(error_of(std::string_view("{\0}", 3)), "line 1, column 2: this is not JSON");
}

TEST(BadBytes, ThatAreNestedDeeplyAreRefused) {
  const std::string deep(100'000, '[');
  EXPECT_EQ(error_of(deep).substr(0, 12), "$[0][0][0][0");
  EXPECT_NE(error_of(deep).find("is nested deeper than 64 levels"), std::string::npos);
  EXPECT_NE(error_of(replaced(std::string(kMinimal), "\"agents\"", "\"x\":" + deep + ",\"agents\"")).find("is nested deeper than 64 levels"), std::string::npos);
}

TEST(BadBytes, ThatAreCutOffAnywhereGiveAPlace) {
  const std::string bytes = format::write_json(small_document());
  for (std::size_t size = 1; size + 2 < bytes.size(); ++size) {
    const auto d = format::read_json(std::string_view(bytes).substr(0, size));
    ASSERT_FALSE(d.ok()) << size;
    ASSERT_TRUE(d.error().where.starts_with("line ")) << size << ": " << to_string(d.error());
  }
}

TEST(BadBytes, WithAnyByteChangedNeitherStopTheProgramNorGiveAnInvalidDocument) {
  const std::string bytes = foreign();
  support::Chance chance(7);
  for (int round = 0; round < 3000; ++round) {
    std::string bad = bytes;
    for (std::uint32_t n = 1 + chance.below(3); n > 0; --n) {
      constexpr std::string_view kBytes = "{}[]\",:0123456789-.eE\\ntul \x00\xFF\xC3";
      bad[chance.below(static_cast<std::uint32_t>(bad.size()))] = kBytes[chance.below(static_cast<std::uint32_t>(kBytes.size()))];
    }
    const auto d = format::read_json(bad);
    ASSERT_TRUE(d.ok() ? check(*d).empty() : !d.error().message.empty()) << bad;
  }
}

TEST(Check, NamesEveryFaultOfAFileAtItsPlaceInTheFile) {
  const std::string bytes = R"({"format":"quoth-annotation","formatVersion":"1.0","id":"no address",
    "document":{"text":"Ann spoke. Bob did.","textHash":"sha256:0","textLength":3,"offsetUnit":"codepoint"},"modified":"yesterday",
    "agents":[{"id":"a1","type":"person"},{"id":"a 2","type":"person"}],
    "quotations":[{"id":"q2","type":"indirect","content":[{"start":11,"end":14}],"origin":{"by":"a3"}},
                  {"id":"q1","type":"indirect","content":[{"start":4,"end":9,"exact":"spoke"}],"origin":{"by":"a1"},"speaker":"s1"}]})";
  std::string all;
  for (const text::Error& fault : format::check_json(bytes)) all += to_string(fault) + "\n";
  EXPECT_EQ(all,
            "$.id: is no address such as https://example.org/page\n"
            "$.modified: is no time such as 2026-11-23T10:04:12Z\n"
            "$.document.textHash: does not agree with the text\n"
            "$.document.textLength: does not agree with the text, which has 19 characters\n"
            "$.agents[1].id: is no id: a letter, then letters, digits, \"_\", \".\" or \"-\"\n"
            "$.quotations[1].speaker: names \"s1\", which is no speaker of this file\n"
            "$.quotations[0].origin.by: names \"a3\", which is no agent of this file\n");
}

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

TEST(Formats, ThoseThatCanBeReadLoseNothing) {
  for (const format::Format& one : format::formats()) {
    if (!one.read) continue;
    for (std::uint32_t seed = 0; seed < 100; ++seed) {
      const Document d = support::random_document(seed);
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
  EXPECT_EQ(to_string(d.error()), "$.native: is missing: annotations of another program do not hold the text that they are on");
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
  EXPECT_EQ(page.find("<script"), std::string::npos);
}

}  // namespace
