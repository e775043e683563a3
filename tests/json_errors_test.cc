// Annotation files that are at fault: one sentence with the place.
#include "format/json.h"

#include <gtest/gtest.h>

#include "support/annotation_files.h"
#include "support/random_document.h"

namespace {

using namespace document;
using namespace support;

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

}  // namespace
