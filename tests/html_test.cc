// The parser behind html::parse, and the encodings of what comes in.
#include <gtest/gtest.h>

#include <string>

#include "html/encoding.h"
#include "html/thin.h"
#include "html/tree.h"
#include "text/utf8.h"

namespace {

using html::Tag;

// The tags and words of a tree, as nested brackets. Trees of the tests are small.
std::string outline(const html::Tree& tree, std::uint32_t at) {
  const html::Node& node = tree.nodes[at];
  if (node.tag == Tag::text) return std::string(tree.words(node));
  std::string out = "(";
  for (std::uint32_t child = node.first_child; child; child = tree.nodes[child].next) out += outline(tree, child);
  return out + ")";
}

std::size_t depth(const html::Tree& tree) {
  std::size_t deepest = 0;
  std::vector<std::size_t> depths(tree.nodes.size(), 0);
  for (std::size_t i = 1; i < tree.nodes.size(); ++i) deepest = std::max(deepest, depths[i] = depths[tree.nodes[i].parent] + 1);
  return deepest;
}

std::string all_words(const html::Tree& tree) {
  std::string words;
  for (const html::Node& node : tree.nodes)
    if (node.tag == Tag::text) words += tree.words(node);
  return words;
}

std::string repeat(const std::string& s, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += s;
  return out;
}

TEST(Html, ATreeIsInDocumentOrderAndEachNodeKnowsWhereItEnds) {
  const html::Tree tree = html::parse("<p>one <b>two</b></p><p>three</p>");
  EXPECT_EQ(outline(tree, 0), "((()((one (two))(three))))");
  for (std::uint32_t i = 1; i < tree.nodes.size(); ++i) {
    EXPECT_LT(tree.nodes[i].parent, i);
    EXPECT_LE(tree.nodes[i].end, tree.nodes[tree.nodes[i].parent].end);
  }
}

TEST(Html, AttributesHaveTheirCharacterReferencesDecoded) {
  const html::Tree tree = html::parse("<a HREF='/a?b=1&amp;c' name=\"M&uuml;ller\" onclick='a > b' hidden>x</a>");
  for (const html::Node& node : tree.nodes) {
    if (node.tag != Tag::a) continue;
    EXPECT_EQ(tree.attribute(node, "href"), "/a?b=1&c");
    EXPECT_EQ(tree.attribute(node, "name"), "Müller");
    EXPECT_TRUE(tree.has(node, "hidden"));
    EXPECT_FALSE(tree.has(node, "onclick"));
    EXPECT_FALSE(tree.has(node, "class"));
  }
}

TEST(Html, ScriptsStylesAndCommentsAreLeftOutButJsonLdIsKept) {
  EXPECT_EQ(html::thin("a<!-- b --><style>p{}</style><script>if (a<b) x('</p>')</script>c", html::Depth::as_it_is), "a<style></style><script></script>c");
  const std::string data = "<script type=\"application/ld+json\">{\"a\":1}</script>";
  EXPECT_EQ(html::thin(data, html::Depth::as_it_is), data);
}

TEST(Html, AttributesThatNobodyAsksAboutAreLeftOut) {
  EXPECT_EQ(html::thin("<img src=a class=b data-x='1 > 2' alt><p ID = c =d e>", html::Depth::as_it_is), "<img  class=b  ><p ID = c  >");
}

TEST(Html, AQuotedGreaterSignDoesNotEndATag) {
  EXPECT_EQ(all_words(html::parse("<p title='a > b'>yes</p>")), "yes");
  EXPECT_EQ(all_words(html::parse("<p title=it's>yes</p><p>'</p>")), "yes'");
}

TEST(Html, TheTextBelowDeepNestingIsKept) {
  const html::Tree tree = html::parse(repeat("<div>", 100000) + "deep words" + repeat("</div>", 100000) + "<p>after</p>");
  EXPECT_TRUE(tree.flattened);
  EXPECT_LT(depth(tree), 410u);
  EXPECT_EQ(all_words(tree), "deep wordsafter");
}

TEST(Html, ManyUnclosedElementsOfEveryKindKeepTheirText) {
  for (const char* tag : {"<p>", "<li>", "<td>", "<b>", "<font color=1>", "<a href=x>", "<span>", "<table>", "<svg>", "<select>", "<title>", "<!--", "</", "<x", "<b><i><p>"}) {
    const html::Tree tree = html::parse(repeat(tag, 20000) + " end");
    EXPECT_LT(depth(tree), 410u) << tag;
  }
}

TEST(Html, AnElementMayHaveAMillionAttributes) {
  std::string page = "<p";
  for (int i = 0; i < 1000000; ++i) page += " a" + std::to_string(i);
  EXPECT_EQ(all_words(html::parse(page + ">yes</p>")), "yes");
}

TEST(Encoding, AByteOrderMarkGoesBeforeEverything) {
  EXPECT_EQ(html::sniff_encoding("\xFF\xFE" "a\0", "utf-8", false), "utf-16le");
  EXPECT_EQ(html::sniff_encoding("\xEF\xBB\xBF" "a", "latin1", false), "utf-8");
}

TEST(Encoding, AHeaderGoesBeforeMetaAndMetaBeforeAGuess) {
  const std::string page = "<html><head><meta http-equiv=Content-Type content='text/html; charset=Windows-1251'>\xE4";
  EXPECT_EQ(html::sniff_encoding(page, " KOI8-R ", true), "koi8-r");
  EXPECT_EQ(html::sniff_encoding(page, "", true), "windows-1251");
  EXPECT_EQ(html::sniff_encoding(page, "", false), "windows-1252");
}

TEST(Encoding, ValidUtf8IsUtf8WhateverMetaSays) {
  EXPECT_EQ(html::sniff_encoding("<meta charset=shift_jis><p>Zelenskyy’s", "", true), "utf-8");
}

TEST(Encoding, Utf8WithADamagedByteIsStillUtf8) {
  std::string text;
  for (int i = 0; i < 20; ++i) text += "“Grüße” ";
  EXPECT_EQ(html::sniff_encoding(text + "\xE2\x80", "", false), "utf-8");
  EXPECT_EQ(html::sniff_encoding("Gr\xFC\xDF" "e", "", false), "windows-1252");
}

TEST(Encoding, APageOfAsciiNeedsNoDecoderWhateverItDeclares) {
  EXPECT_EQ(html::sniff_encoding("<meta charset=big5><p>plain", "", true), "utf-8");
}

TEST(Encoding, AMetaInACommentIsNoMeta) {
  EXPECT_EQ(html::sniff_encoding("<!-- <meta charset=gbk> --><meta charset='euc-kr'>\xFF", "", true), "euc-kr");
}

TEST(Encoding, Utf16IsFoundByItsZerosAndPairsAreJoined) {
  const std::string bytes("H\0e\0l\0l\0o\0 \0=\xD8\0\xDE", 16);
  EXPECT_EQ(html::sniff_encoding(bytes.substr(0, 12) + bytes, "", false), "utf-16le");
  EXPECT_EQ(html::decode(bytes, "utf-16le"), "Hello 😀");
  EXPECT_EQ(html::decode(std::string("\0a\xD8\0\0b", 6), "utf-16be"), "a\uFFFDb");
}

TEST(Encoding, Windows1252HasQuotationMarksWhereLatin1HasNone) {
  EXPECT_EQ(html::decode("\x93Gr\xFC\xDF" "e\x94 \x80", "windows-1252"), "“Grüße” €");
}

TEST(Encoding, AnEncodingWithLargeTablesIsLeftToTheCaller) { EXPECT_FALSE(html::decode("\x82\xA0", "shift_jis").has_value()); }

}  // namespace
