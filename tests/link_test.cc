// Links: what is shared comes back, in as few characters as can be, and what is damaged says so.
#include "format/link.h"

#include <gtest/gtest.h>

#include "format/deflate.h"
#include "format/format.h"
#include "format/json.h"
#include "format/json_tree.h"
#include "format/packed_json.h"
#include "format/packed_values.h"
#include "support/random_document.h"
#include "text/base64.h"

namespace {

using namespace document;
using format::LinkScope;

std::string there_and_back(std::string_view json) {
  const auto tree = format::parse_json(json);
  EXPECT_TRUE(tree.ok()) << json;
  const format::PackedJson packed = format::pack((*tree)->root());
  const auto back = format::unpack(packed.words, packed.structure, 1 << 20);
  EXPECT_TRUE(back.ok()) << json << ": " << back.error().message;
  return back.ok() ? *back : "";
}
std::string line_of(std::string_view json) { return to_line((*format::parse_json(json))->root()); }

TEST(Base64Url, GoesThereAndBack) {
  support::Chance chance(3);
  for (std::uint32_t size = 0; size < 70; ++size) {
    std::string bytes;
    while (bytes.size() < size) bytes += static_cast<char>(chance.below(256));
    EXPECT_EQ(text::bytes_of_base64url(text::base64url(bytes)), bytes);
  }
  EXPECT_EQ(text::base64url("\xFB\xFF\xFE?"), "-__-Pw");
  EXPECT_EQ(text::bytes_of_base64url("-__-Pw=="), "\xFB\xFF\xFE?");
}

TEST(Base64Url, RefusesWhatNoBytesGive) {
  for (const std::string_view bad : {"a", "abcde", "ab+d", "ab d", "-__-Px"}) EXPECT_EQ(text::bytes_of_base64url(bad), std::nullopt) << bad;
}

TEST(Deflate, KeepsItsBounds) {
  const std::string zeros(1'000'000, 'a');
  const std::string packed = format::deflated({zeros});
  EXPECT_LT(packed.size(), 2000u);
  EXPECT_EQ(format::inflated(packed, 1'000'000)->bytes, zeros);
  EXPECT_TRUE(format::inflated(packed, 999'999)->too_large);
  EXPECT_LE(format::inflated(packed, 999'999)->bytes.size(), 999'999u);
  EXPECT_EQ(format::inflated(packed.substr(0, packed.size() - 1), 1'000'000), std::nullopt);
  EXPECT_EQ(format::inflated(packed + "x", 1'000'000), std::nullopt);
  EXPECT_EQ(format::inflated("not deflated at all", 1000), std::nullopt);
  EXPECT_EQ(format::inflated(format::deflated({"", "said", ""}, "he said"), 9, "he said")->bytes, "said");
}

TEST(PackedJson, IsAnyJsonAsItWas) {
  for (const std::string_view json :
       {R"({})", R"([])", R"(null)", R"("q1")", R"([true,false,null,0,63,64,-1,-0,1.50,0.94,1e2,12345678901234567890123,-12345678901234567890])",
        R"({"a":{"a":{"a":[[],{},[{}]]}},"":"","id":"q1","start":1,"end":0})", R"([{"id":"q1"},{"id":"q2"},{"id":"q4"},{"x":"q4"},{"x":"q2"},{"x":"q2"}])",
        R"([{"start":7,"end":9},{"end":9,"start":7},{"start":9,"end":9999999999},{"start":"7","end":9},{"start":-7,"end":9}])",
        R"(["2026-11-23T10:00:00Z","2026-11-23T10:00:00.000Z","2025-02-29T00:00:00Z","2024-02-29T23:59:59.999Z","1969-12-31T23:59:59Z","2026-11-23T24:00:00Z"])",
        R"(["sha256:0b78e1ce3ce3cba2c493ce3bc7d63913c2a51143174e3edd36375666c8ef0229","sha256:x","urn:uuid:5f0c1e0e-6a54-4b7e-9d0a-2f5b8f2f7a11","urn:uuid:5F0c1e0e-6a54-4b7e-9d0a-2f5b8f2f7a11"])",
        R"({"document":{"text":"é said","textLength":6,"title":"é said"},"textHash":"é","content":[{"start":2,"end":6,"exact":"said","prefix":"é ","suffix":""}]})",
        R"({"content":[{"start":2,"end":6,"exact":"said","prefix":"é ","suffix":""}],"cue":[{"start":2,"end":6}],"source":[7],"spans":[]})",
        R"({"ab":1,"c":2,"d":[{"a":1,"bc":2},{"ab":1,"c":2}]})"})
    EXPECT_EQ(there_and_back(json), line_of(json));
}

TEST(PackedJson, IsAnyAnnotationFileAsItWas) {
  for (std::uint32_t seed = 0; seed < 200; ++seed) {
    const Document d = support::random_document(seed);
    const std::string file = format::write_json_line(d), marks = format::write_marks_line(d);
    ASSERT_EQ(there_and_back(file), file) << seed;
    ASSERT_EQ(there_and_back(marks), marks) << seed;
  }
}

TEST(PackedJson, OfAnyBytesIsJsonOrASentence) {
  const Document d = support::random_document(5);
  const format::PackedJson packed = format::pack((*format::parse_json(format::write_json_line(d)))->root());
  support::Chance chance(11);
  for (int round = 0; round < 5000; ++round) {
    std::string words = packed.words, structure = packed.structure;
    for (std::uint32_t n = 1 + chance.below(4); n > 0; --n) structure[chance.below(static_cast<std::uint32_t>(structure.size()))] = static_cast<char>(chance.below(256));
    if (chance.one_in(4)) words[chance.below(static_cast<std::uint32_t>(words.size()))] = static_cast<char>(chance.below(256));
    const auto json = format::unpack(words, structure, 1 << 20);
    ASSERT_TRUE(json.ok() || !json.error().message.empty());
  }
}

TEST(PackedJson, ThatGrowsWithoutEndIsRefused) {
  // A text of 1,000 letters, ten million times.
  std::string structure;
  format::put_varint(structure, 0);  // no article
  format::put_varint(structure, 0);  // no stretches of one
  structure += static_cast<char>(format::Tag::array);
  format::put_varint(structure, 10'000'001);
  structure += static_cast<char>(format::Tag::text);
  format::put_varint(structure, 1000);
  structure += std::string(10'000'000, static_cast<char>(format::kFirstSmall + format::kSmallNumbers));
  const auto json = format::unpack(std::string(1000, 'a'), structure, 16 << 20);
  ASSERT_FALSE(json.ok());
  EXPECT_EQ(json.error().message, "unpacks to more than 16 MB, which is more than an annotation file can be");
}

TEST(PackedJson, ThatIsNestedWithoutEndIsRefused) {
  std::string structure(2, '\0');
  for (int i = 0; i < 100'000; ++i) (structure += static_cast<char>(format::Tag::array)) += '\1';
  EXPECT_FALSE(format::unpack("", structure, 1 << 20).ok());
}

TEST(Link, WithTheTextHoldsTheDocument) {
  for (std::uint32_t seed = 0; seed < 200; ++seed) {
    const Document d = support::random_document(seed);
    const std::string link = format::write_link(d, LinkScope::kText);
    const auto read = format::read_link("https://example.org/quoth/" + link);
    ASSERT_TRUE(read.ok()) << to_string(read.error());
    EXPECT_EQ(read->scope, LinkScope::kText);
    EXPECT_EQ(read->url, d.article.url);
    auto again = format::read_text_link(link);
    ASSERT_TRUE(again.ok()) << to_string(again.error());
    ASSERT_TRUE(*again == d) << seed;
    EXPECT_EQ(format::write_link(*again, LinkScope::kText), link);
  }
}

TEST(Link, WithMarksAloneHoldsThemForTheSameText) {
  for (std::uint32_t seed = 0; seed < 200; ++seed) {
    const Document d = support::random_document(seed);
    const auto link = format::read_link(format::write_link(d, LinkScope::kMarks));
    ASSERT_TRUE(link.ok()) << to_string(link.error());
    EXPECT_EQ(link->scope, LinkScope::kMarks);
    EXPECT_EQ(link->file.find("\"text\":\"" + std::string(d.article.text.view().substr(0, 20))), std::string::npos);
    const auto alone = format::read_json(link->file);
    ASSERT_FALSE(alone.ok());
    EXPECT_EQ(to_string(alone.error()), "$.document.text: is missing: the file holds marks without their text; open the article first, then this file over it");
    const auto again = format::read_json_over(link->file, d.article);
    ASSERT_TRUE(again.ok()) << seed << ": " << to_string(again.error());
    EXPECT_TRUE(again->quotations == d.quotations) << seed;
    EXPECT_TRUE(again->claims == d.claims) << seed;
    EXPECT_TRUE(again->speakers == d.speakers) << seed;
    EXPECT_EQ(again->article.blocks.size(), d.article.blocks.size());
    EXPECT_TRUE(check(*again).empty());
  }
}

TEST(Link, WithSpeakersAndClaimsAloneHasNoQuotations) {
  for (std::uint32_t seed = 0; seed < 100; ++seed) {
    const Document d = support::random_document(seed);
    const auto link = format::read_link(format::write_link(d, LinkScope::kSpeakers));
    ASSERT_TRUE(link.ok()) << to_string(link.error());
    EXPECT_EQ(link->scope, LinkScope::kSpeakers);
    const auto again = format::read_json_over(link->file, d.article);
    ASSERT_TRUE(again.ok()) << seed << ": " << to_string(again.error());
    EXPECT_TRUE(again->quotations.empty());
    EXPECT_EQ(again->claims.size(), d.claims.size());
    EXPECT_TRUE(again->speakers == d.speakers);
  }
}

std::string error_of(std::string_view link) {
  const auto read = format::read_text_link(link);
  return read.ok() ? "no error" : to_string(read.error());
}

TEST(Link, ThatIsDamagedSaysSo) {
  const std::string link = format::write_link(support::random_document(3), LinkScope::kText);
  EXPECT_EQ(error_of("https://example.org/"), "this is no link of Quoth: it lacks #q1=");
  EXPECT_EQ(error_of("#q2=abc"), "the link is of a newer kind (q2) than this program knows, which is q1");
  EXPECT_EQ(error_of("#q1="), "the link is incomplete, or was changed on its way");
  EXPECT_EQ(error_of("#q1=ab*d"), "the link has a character at 7 that does not belong there");
  for (std::size_t size = 4; size < link.size(); ++size) ASSERT_EQ(error_of(link.substr(0, size)), "the link is incomplete, or was changed on its way") << size;
  for (std::size_t at = 4; at < link.size(); at += 7) {
    std::string changed = link;
    changed[at] = changed[at] == 'A' ? 'B' : 'A';
    ASSERT_EQ(error_of(changed), "the link is incomplete, or was changed on its way") << at;
  }
}

TEST(Link, MayBeBrokenOverLines) {
  const Document d = support::random_document(4);
  std::string link = "https://example.org/" + format::write_link(d, LinkScope::kText);
  for (std::size_t at = 60; at < link.size(); at += 62) link.insert(at, "\r\n");
  const auto again = format::read_text_link(link);
  ASSERT_TRUE(again.ok()) << to_string(again.error());
  EXPECT_TRUE(*again == d);
}

TEST(Link, WithMarksAloneIsOpenedOverATextThatHasChanged) {
  Document d = support::random_document(8);
  d.article.text = SharedText("\u201cThe bridge will open in the spring,\u201d said Ann Lee. It was closed in March.\nMore.");
  d.article.blocks.clear();
  d.quotations = SharedList<Quotation>({{.id = QuotationId("q1"), .type = kDirect, .content = {{0, 41}}, .cue = {{42, 46}}, .source = {{47, 54}}}});
  d.claims = d.claims = {};
  d.notes = {};
  d.lost = {};
  Article later;
  later.text = SharedText("The town. A line above.\n\u201cThe bridge will open in the spring,\u201d said Ann Lee.");
  later.blocks = SharedList<Block>({{.id = BlockId("q1"), .span = {0, 23}, .role = BlockRole("teaser"), .excluded = true}, {.id = BlockId("b1"), .span = {24, 79}}});
  const auto again = format::read_any_over("https://example.org/" + format::write_link(d, LinkScope::kMarks), later);
  ASSERT_TRUE(again.ok()) << to_string(again.error());
  ASSERT_EQ(again->quotations.size(), 1u);
  EXPECT_EQ(words_of(*again, again->quotations[0].content), "\u201cThe bridge will open in the spring,\u201d");
  EXPECT_EQ(words_of(*again, again->quotations[0].cue), "said");
  EXPECT_EQ(words_of(*again, again->quotations[0].source), "Ann Lee");
  ASSERT_EQ(again->article.blocks.size(), 2u);
  EXPECT_TRUE(again->article.blocks[0].excluded);
  EXPECT_TRUE(check(*again).empty());
}

TEST(Link, IsToldFromOtherInput) {
  for (const std::string_view link : {"#q1=abc", "q1=abc", " https://example.org/quoth/?x#q1=abc\n", "file:///C:/quoth.html#q1=a"}) EXPECT_TRUE(format::looks_like_link(link)) << link;
  for (const std::string_view other : {"", "The fragment is #q1=abc", "https://example.org/", "https://example.org/ or #q1=abc", "{\"a\":\"#q1=\"}"})
    EXPECT_FALSE(format::looks_like_link(other)) << other;
}

}  // namespace
