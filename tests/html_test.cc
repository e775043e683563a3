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

TEST(Html, ACommentThatBeginsForBrowsersWithoutScriptsEndsWithThem) {
  EXPECT_EQ(all_words(html::parse("<body><noscript><!-- </noscript><p>One</p> and --> two")), "One and --> two");
  EXPECT_EQ(all_words(html::parse("<body><noscript><iframe></noscript><p>One</p>")), "One");
}

TEST(Html, AScriptWithinACommentWithinAScriptEndsWhereTheStandardSays) {
  const std::string words = all_words(html::parse("A<script><!-- <sCrIpt></script>B</script>C"));
  EXPECT_EQ(words.back(), 'C');
  EXPECT_NE(words, "ABC");
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

// What the parser makes is the work that it does: twice the page, twice the work, whatever it is made of.
TEST(Html, TheWorkGrowsWithThePageAndNoFaster) {
  for (const char* piece : {"<div>", "<p><b><i>word ", "<a href=x>word ", "<table><tr><td>word ", "<table>word<tr>", "<ul><li>word ", "<svg><g>", "<select><option>", "<b><b><b></p><p>x", "<font color=1><table><td><b>", "<p class=a id=b>", "&amp;&notin;", "<h1>x</h2>", "<form><p>", "<blockquote>text ", "<!-- ", "<math><mi>", "<button><p>"}) {
    const auto work = [&](int times) {
      const html::Tree tree = html::parse(repeat(piece, times));
      return tree.nodes.size() + tree.attributes.size() + tree.strings.size();
    };
    const std::size_t once = work(4000), twice = work(8000), bytes = 8000 * std::string(piece).size();
    EXPECT_LE(twice, 2 * once + 1000) << piece;
    EXPECT_LE(twice, 70 * bytes) << piece;
  }
}

TEST(Html, APageOfXmlMayCloseElementsInTheirOwnTags) {
  EXPECT_EQ(all_words(html::parse("<?xml version='1.0'?><html><head><script src='a'/></head><body><div/>one <![CDATA[<two> & ]]>three</body></html>")), "one <two> & three");
  EXPECT_EQ(all_words(html::parse("<html><body><div/>one</body></html>")), "one");
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

// A sentence in each, which says nothing of its encoding.
TEST(Encoding, UndeclaredTextIsKnownByItsLetters) {
  struct Row {
    const char *encoding, *bytes;
  };
  const Row rows[] = {
      {"windows-1251", "\xD1\xF2\xE0\xF0\xFB\xE9 \xEC\xEE\xF1\xF2 \xF7\xE5\xF0\xE5\xE7 \xF0\xE5\xEA\xF3 \xE7\xE0\xEA\xF0\xFB\xEB\xE8 \xE2 \xEF\xEE\xED\xE5\xE4\xE5\xEB\xFC\xED\xE8\xEA, \xF1\xEE\xEE\xE1\xF9\xE8\xEB\xE0 \xEC\xFD\xF0 \xE3\xEE\xF0\xEE\xE4\xE0."},
      {"koi8-r", "\xF3\xD4\xC1\xD2\xD9\xCA \xCD\xCF\xD3\xD4 \xDE\xC5\xD2\xC5\xDA \xD2\xC5\xCB\xD5 \xDA\xC1\xCB\xD2\xD9\xCC\xC9 \xD7 \xD0\xCF\xCE\xC5\xC4\xC5\xCC\xD8\xCE\xC9\xCB, \xD3\xCF\xCF\xC2\xDD\xC9\xCC\xC1 \xCD\xDC\xD2 \xC7\xCF\xD2\xCF\xC4\xC1."},
      {"iso-8859-5", "\xC1\xE2\xD0\xE0\xEB\xD9 \xDC\xDE\xE1\xE2 \xE7\xD5\xE0\xD5\xD7 \xE0\xD5\xDA\xE3 \xD7\xD0\xDA\xE0\xEB\xDB\xD8 \xD2 \xDF\xDE\xDD\xD5\xD4\xD5\xDB\xEC\xDD\xD8\xDA, \xE1\xDE\xDE\xD1\xE9\xD8\xDB\xD0 \xDC\xED\xE0 \xD3\xDE\xE0\xDE\xD4\xD0."},
      {"windows-1253", "\xC7 \xF0\xE1\xEB\xE9\xDC \xE3\xDD\xF6\xF5\xF1\xE1 \xDD\xEA\xEB\xE5\xE9\xF3\xE5 \xF4\xE7 \xC4\xE5\xF5\xF4\xDD\xF1\xE1, \xE5\xDF\xF0\xE5 \xE7 \xE4\xDE\xEC\xE1\xF1\xF7\xEF\xF2 \xF4\xE7\xF2 \xF0\xFC\xEB\xE7\xF2."},
      {"windows-1254", "Eski k\xF6pr\xFC pazartesi g\xFCn\xFC kapat\xFDld\xFD, dedi belediye ba\xFEkan\xFD; a\xF0\xFDr bir i\xFE."},
      {"windows-1255", "\xE4\xE2\xF9\xF8 \xE4\xE9\xF9\xEF \xF0\xF1\xE2\xF8 \xE1\xE9\xE5\xED \xF9\xF0\xE9, \xE0\xEE\xF8\xE4 \xF8\xE0\xF9 \xE4\xF2\xE9\xF8."},
      {"windows-1256", "\xC3\xDB\xE1\xDE \xC7\xE1\xCC\xD3\xD1 \xC7\xE1\xDE\xCF\xED\xE3 \xED\xE6\xE3 \xC7\xE1\xC7\xCB\xE4\xED\xE4\xA1 \xDE\xC7\xE1\xCA \xD1\xC6\xED\xD3\xC9 \xC7\xE1\xC8\xE1\xCF\xED\xC9."},
      {"windows-1250", "Stary most zamkni\xEAto w poniedzia\xB3" "ek, powiedzia\xB3" "a burmistrz; \x84nikt si\xEA nie spodziewa\xB3\x94. Star\xFD most zav\xF8" "eli, \xF8" "ekla starostka."},
      {"iso-8859-2", "Stary most zamkni\xEAto w poniedzia\xB3" "ek, powiedzia\xB3" "a burmistrz, i jeszcze \xBF" "e \xB6" "cie\xBFka \xB6liska."},
      {"windows-1252", "Le vieux pont a \xE9t\xE9 ferm\xE9 lundi, a d\xE9" "clar\xE9 la maire ; \xAB personne ne s\x92y attendait \xBB."},
      {"shift_jis", "\x8C\xC3\x82\xA2\x8B\xB4\x82\xCD\x8C\x8E\x97j\x93\xFA\x82\xC9\x95\xC2\x8D\xBD\x82\xB3\x82\xEA\x82\xBD\x81" "A\x82\xC6\x8Es\x92\xB7\x82\xCD\x98" "b\x82\xB5\x82\xBD\x81" "B"},
      {"euc-jp", "\xB8\xC5\xA4\xA4\xB6\xB6\xA4\xCF\xB7\xEE\xCD\xCB\xC6\xFC\xA4\xCB\xCA\xC4\xBA\xBF\xA4\xB5\xA4\xEC\xA4\xBF\xA1\xA2\xA4\xC8\xBB\xD4\xC4\xB9\xA4\xCF\xCF\xC3\xA4\xB7\xA4\xBF\xA1\xA3"},
      {"gb18030", "\xCA\xD0\xB3\xA4\xCB\xB5\xA3\xAC\xBE\xC9\xC7\xC5\xD0\xC7\xC6\xDA\xD2\xBB\xD2\xD1\xBE\xAD\xB9\xD8\xB1\xD5\xA3\xAC\xC3\xBB\xD3\xD0\xC8\xCB\xD6\xAA\xB5\xC0\xD2\xAA\xB9\xD8\xB6\xE0\xBE\xC3\xA1\xA3"},
      {"big5", "\xA5\xAB\xAA\xF8\xBB\xA1\xA1" "A\xC2\xC2\xBE\xF4\xACP\xB4\xC1\xA4@\xA4w\xB8g\xC3\xF6\xB3\xAC\xA1" "A\xA8S\xA6\xB3\xA4H\xAA\xBE\xB9" "D\xADn\xC3\xF6\xA6h\xA4[\xA1" "C"},
      {"euc-kr", "\xBF\xC0\xB7\xA1\xB5\xC8 \xB4\xD9\xB8\xAE\xB0\xA1 \xBF\xF9\xBF\xE4\xC0\xCF\xBF\xA1 \xC6\xF3\xBC\xE2\xB5\xC7\xBE\xFA\xB4\xD9\xB0\xED \xBD\xC3\xC0\xE5\xC0\xCC \xB8\xBB\xC7\xDF\xB4\xD9."},
      {"windows-1252", "\xDC" "ber die alte Br\xFC" "cke geht niemand mehr, sagte die B\xFCrgermeisterin am Montag."},
      {"windows-1252", "caf\xE9"},
      {"windows-1252", "It\x92s 20 \xB0" "C in San Jos\xE9"},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(html::sniff_encoding(row.bytes, "", false), row.encoding);
    const std::string page = std::string("<!doctype html><html><body><p>") + row.bytes + "</p></body></html>";
    EXPECT_EQ(html::sniff_encoding(page, "", true), row.encoding);
  }
}

TEST(Encoding, EveryEncodingOfBytesIsDecodedInTheCore) {
  EXPECT_EQ(html::decode("\xCC\xEE\xF1\xF2", "windows-1251"), "Мост");
  EXPECT_EQ(html::decode("\xED\xCF\xD3\xD4", "koi8-r"), "Мост");
  EXPECT_EQ(html::decode("\xA4\x80", "iso-8859-15"), "€\u0080");
  EXPECT_EQ(html::decode("\xFF\xA1", "windows-874"), "\uFFFD\u0E01");
  EXPECT_EQ(html::decode("\xF9", "iso-8859-8-i"), "ש");
}

TEST(Encoding, AnEncodingWithLargeTablesIsLeftToTheCaller) { EXPECT_FALSE(html::decode("\x82\xA0", "shift_jis").has_value()); }

}  // namespace
