// Marked words are found again in a text that has changed, or are said to be lost.
#include "anchor/anchor.h"

#include <gtest/gtest.h>

namespace {

constexpr std::string_view kText =
    "The mayor said the bridge would reopen in May. Her deputy said so too.\n"
    "\u201cWe have counted every bolt of it, twice,\u201d the mayor said. \u201cNobody else has.\u201d\n";

text::Span span_of(std::string_view all, std::string_view words, std::size_t from = 0) {
  const auto at = static_cast<std::uint32_t>(all.find(words, from));
  return {at, at + static_cast<std::uint32_t>(words.size())};
}

std::string found(std::string_view changed, std::string_view words, std::size_t from = 0) {
  const auto place = anchor::Finder(changed).find(anchor::selector_of(kText, span_of(kText, words, from)));
  return place ? std::to_string(place->span.begin) + " " + std::string(text::slice(changed, place->span)) : "lost";
}

TEST(Anchor, WordsThatStandInManyPlacesAreFoundByWhatStandsAroundThem) {
  const std::string changed = "Somebody said this above.\n" + std::string(kText);
  EXPECT_EQ(found(changed, "said", 50), std::to_string(26 + 58) + " said");
  EXPECT_EQ(found(changed, "said"), std::to_string(26 + 10) + " said");
}

TEST(Anchor, OfPlacesThatAreJustAlikeTheNearestIsTaken) {
  const std::string line = "A line that is repeated here.\n";
  const std::string three = line + line + line + line + line;
  const text::Span second{2 + 60, 6 + 60};
  const auto place = anchor::Finder(three).find(anchor::selector_of(three, second));
  ASSERT_TRUE(place);
  EXPECT_EQ(place->span, second);
  EXPECT_EQ(place->score, 1000);
}

TEST(Anchor, WordsWithOtherQuotationMarksAndDashesAreFoundWithASmallerScore) {
  std::string changed(kText);
  for (const char* curly : {"\u201c", "\u201d"})
    for (std::size_t at; (at = changed.find(curly)) != std::string::npos;) changed.replace(at, 3, "\"");
  const auto place = anchor::Finder(changed).find(anchor::selector_of(kText, span_of(kText, "\u201cWe have counted every bolt of it, twice,\u201d")));
  ASSERT_TRUE(place);
  EXPECT_EQ(text::slice(changed, place->span), "\"We have counted every bolt of it, twice,\"");
  EXPECT_LT(place->score, 1000);
  EXPECT_GT(place->score, 900);
}

TEST(Anchor, SignsAndBlanksThatAreOnlyWrittenInAnotherWayCountAsTheSame) {
  const std::string changed = "The\u00A0mayor\u00A0said the bridge would reopen in\nMay.\n\nHer deputy\u00A0said so too.\n";
  const auto place = anchor::Finder(changed).find(anchor::selector_of(kText, span_of(kText, "Her deputy")));
  ASSERT_TRUE(place);
  EXPECT_EQ(text::slice(changed, place->span), "Her deputy");
  const auto name = anchor::Finder(changed).find(anchor::selector_of(kText, span_of(kText, "The mayor")));
  ASSERT_TRUE(name);
  EXPECT_EQ(text::slice(changed, name->span), "The\u00A0mayor");
  EXPECT_EQ(name->score, 992);
}

TEST(Anchor, AShortWordWithASlipIsFoundByWhatStandsAroundIt) {
  std::string changed(kText);
  changed.replace(changed.find("said the bridge"), 4, "sad");
  EXPECT_EQ(found(changed, "said"), "10 sad");
  changed.replace(changed.find("sad the bridge"), 3, "saxid");
  EXPECT_EQ(found(changed, "said"), "10 saxid");
}

TEST(Anchor, WordsThatWereDeletedAreLostEvenIfTheyStandElsewhere) {
  std::string changed(kText);
  const std::string sentence = " Her deputy said so too.";
  changed.erase(changed.find(sentence), sentence.size());
  EXPECT_EQ(found(changed, "said", 50), "lost");
  EXPECT_EQ(found(changed, "Her deputy"), "lost");
  EXPECT_EQ(found("", "Her deputy"), "lost");
}

TEST(Anchor, ACueIsFoundBesideItsContentOnly) {
  // The content stands where it stood; the sentence behind the cue is another one.
  const std::string changed = "\u201cWe have counted every bolt of it, twice,\u201d the mayor said.";
  anchor::Selector cue = anchor::selector_of(kText, span_of(kText, "said", 120));
  cue.near = static_cast<std::uint32_t>(changed.find("said"));
  const auto place = anchor::Finder(changed).find_near(cue);
  ASSERT_TRUE(place);
  EXPECT_EQ(text::slice(changed, place->span), "said");
  // It is gone; the same word in the next paragraph is that of another quotation.
  const std::string gone = "\u201cWe have counted every bolt of it, twice.\u201d\n" + std::string(300, 'x') + "\nThe deputy said so.";
  EXPECT_FALSE(anchor::Finder(gone).find_near(cue));
  // A slip of a letter in a name is found where the name was.
  anchor::Selector name{"Her deputy", "in May. ", " said so", 0};
  EXPECT_TRUE(anchor::Finder("Her deputey said so").find_near(name));
}

TEST(Anchor, ALongTextAndWordsThatAreEverywhereTakeNoTime) {
  const std::string changed(20'000, 'a');
  anchor::Finder finder(changed);
  for (int i = 0; i < 3; ++i) EXPECT_FALSE(finder.find({"aaaaaaaaaaaaaaaaaaaaa", "bbbbbbbb", "bbbbbbbbb", 0}).has_value());
}

}  // namespace
