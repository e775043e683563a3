// How a text becomes lines, and how a person moves through it.
#include <gtest/gtest.h>

#include "ui/selection.h"
#include "ui/text_layout.h"

namespace {

using namespace ui;
using document::Block;
using document::BlockId;

// Every letter is 10 wide, a bold one 12.
const Advance kTens = [](TextStyle style, char32_t) { return style == TextStyle::bold ? 12.0f : 10.0f; };

std::vector<std::string> words_of(std::string_view text, const Lines& lines) {
  std::vector<std::string> out;
  for (const Line& line : lines.lines) out.push_back(std::string(text::slice(text, line.words)));
  return out;
}

Lines set(std::string_view text, float width, const document::SharedList<Block>& blocks = {}) {
  return lay_out(text, blocks, {.width = width}, kTens);
}

using Words = std::vector<std::string>;

TEST(TextLayout, BreaksBetweenWordsAndDropsTheBlankAtTheEnd) {
  EXPECT_EQ(words_of("one two three", set("one two three", 80)), (Words{"one two", "three"}));
  EXPECT_EQ(words_of("one two  ", set("one two  ", 70)), (Words{"one two"}));
}

TEST(TextLayout, BreaksAfterHyphensAndInsideWordsThatAreTooLong) {
  EXPECT_EQ(words_of("war-torn land", set("war-torn land", 60)), (Words{"war-", "torn", "land"}));
  EXPECT_EQ(words_of("unbreakable", set("unbreakable", 40)), (Words{"unbr", "eaka", "ble"}));
}

TEST(TextLayout, NoLineBeginsWithAClosingMarkOrEndsWithAnOpeningOne) {
  EXPECT_EQ(words_of("東京都。知事", set("東京都。知事", 35)), (Words{"東京", "都。知", "事"}));
  EXPECT_EQ(words_of("東京「都知」事", set("東京「都知」事", 35)), (Words{"東京", "「都", "知」事"}));
}

TEST(TextLayout, BreaksBetweenIdeographs) { EXPECT_EQ(words_of("東京都知事", set("東京都知事", 25)), (Words{"東京", "都知", "事"})); }

TEST(TextLayout, SetsEachBlockInItsStyleWithSpaceBetween) {
  const std::string text = "Head\nBody\nRead more";
  document::SharedList<Block> blocks;
  blocks.push_back({.id = BlockId("b1"), .span = {0, 4}, .role = document::kHeading});
  blocks.push_back({.id = BlockId("b2"), .span = {5, 9}});
  blocks.push_back({.id = BlockId("b3"), .span = {10, 19}, .excluded = true});
  const Lines lines = set(text, 500, blocks);
  ASSERT_EQ(lines.lines.size(), 3u);
  EXPECT_EQ(lines.lines[0].style, TextStyle::heading);
  EXPECT_EQ(lines.lines[2].style, TextStyle::excluded);
  EXPECT_EQ(lines.lines[1].y, lines.lines[0].height + 16);
  EXPECT_EQ(lines.lines[2].y, lines.lines[1].y + lines.lines[1].height + 16 + 16);
  EXPECT_EQ(lines.height, lines.lines[2].y + lines.lines[2].height);
}

TEST(TextLayout, ShowsTextThatNoBlockHolds) {
  document::SharedList<Block> blocks;
  blocks.push_back({.id = BlockId("b1"), .span = {4, 7}});
  EXPECT_EQ(words_of("one\ntwo\nsix", set("one\ntwo\nsix", 500, blocks)), (Words{"one", "two", "six"}));
}

TEST(TextLayout, FindsLinesByHeightAndByByte) {
  const Lines lines = set("one two three", 80);
  EXPECT_EQ(lines.line_of(0), 0u);
  EXPECT_EQ(lines.line_of(9), 1u);
  EXPECT_EQ(lines.line_at(-5), 0u);
  EXPECT_EQ(lines.line_at(1000), 1u);
  EXPECT_EQ(lines.between(0, 10).last, 1u);
  EXPECT_EQ(lines.between(31, 40).first, 1u);
}

TEST(TextLayout, GivesThePlaceOfEachLetterBackForItsPlace) {
  const std::string text = "Ünser Haus";
  const Lines lines = set(text, 500);
  const Shape s = shape(text, lines.lines[0], {}, 500, kTens);
  for (std::uint32_t at = 0; at < text.size(); at = next_letter(text, at)) EXPECT_EQ(s.byte_at(s.x_of(at)), at);
  EXPECT_EQ(s.byte_at(-100), 0u);
  EXPECT_EQ(s.byte_at(1000), text.size());
}

TEST(TextLayout, BoldWordsMoveNoLineAndStayInTheColumn) {
  const std::string text = "a b c d Ida Holm";
  const Line line = set(text, 160).lines[0];
  EXPECT_EQ(shape(text, line, {}, 160, kTens).width(), 160);
  EXPECT_FALSE(shape(text, line, {}, 160, kTens).closer);
  EXPECT_LE(shape(text, line, {{8, 16}}, 160, kTens).width(), 160);
  EXPECT_GT(shape(text, line, {{8, 16}}, 500, kTens).width(), 160);
}

TEST(TextLayout, BoldWordsBringAllLettersOfTheirLineCloserAndNotItsWords) {
  const std::string text = "a b c d Ida Holm";
  const Line line = set(text, 160).lines[0];
  const Shape s = shape(text, line, {{8, 16}}, 160, kTens);
  ASSERT_TRUE(s.closer);
  // 16 wide too many, in 24 parts: each bold letter gives two of them.
  const auto width = [&](std::uint32_t byte) { return s.x_of(byte + 1) - s.x_of(byte); };
  EXPECT_NEAR(width(0), 10 - 16.0f / 24, 0.01f);
  EXPECT_NEAR(width(1), width(0), 0.01f);
  EXPECT_NEAR(width(9), 12 - 32.0f / 24, 0.01f);
  EXPECT_NEAR(width(11), width(9), 0.01f);
  EXPECT_FALSE(shape(text, line, {{8, 16}}, 500, kTens).closer);
}

TEST(TextLayout, EmptyAndBlankTextsHaveNoLines) {
  EXPECT_TRUE(set("", 500).lines.empty());
  EXPECT_TRUE(set(" \n\n  \n", 500).lines.empty());
  EXPECT_EQ(Lines().line_at(10), 0u);
}

std::string grown(std::string_view text, std::string_view part) {
  const auto at = static_cast<std::uint32_t>(text.find(part));
  return std::string(text::slice(text, whole_words(text, {at, at + static_cast<std::uint32_t>(part.size())})));
}

TEST(Selection, GrowsToWholeWordsAndTrimsBlanks) {
  EXPECT_EQ(grown("We want peace, he said", "ant pea"), "want peace");
  EXPECT_EQ(grown("a non-NATO mission", "NATO m"), "non-NATO mission");
  EXPECT_EQ(grown("Ukraine’s borders ", "aine"), "Ukraine’s");
  EXPECT_EQ(grown("cost 3.5 million.", ".5 mill"), "3.5 million");
  EXPECT_EQ(grown("one   two", "  "), "");
}

TEST(Selection, KeepsQuotationMarksThatWereSelected) {
  EXPECT_EQ(grown("“We go,” he said", "“We go,”"), "“We go,”");
  EXPECT_EQ(grown("“We go,” he said", "We go"), "We go");
}

TEST(Selection, MovesByWords) {
  const std::string_view text = "We go, now";
  EXPECT_EQ(next_word(text, 0), 2u);
  EXPECT_EQ(next_word(text, 2), 5u);
  EXPECT_EQ(previous_word(text, 10), 7u);
  EXPECT_EQ(next_word(text, 10), 10u);
  EXPECT_EQ(previous_word(text, 0), 0u);
}

TEST(Selection, TakesTheWordUnderThePointer) {
  const std::string_view text = "a non-NATO, yes";
  EXPECT_EQ(word_around(text, 6), (Span{2, 10}));
  EXPECT_EQ(word_around(text, 10), (Span{10, 11}));
  EXPECT_TRUE(word_around(text, 1).empty());
}

}  // namespace
