// Texts that were wrapped, divided and quoted: how they are read, and what is found in them.
#include "text/reading.h"

#include <gtest/gtest.h>

#include "annotate/annotate.h"
#include "extract/extract.h"

namespace {

using text::Reading;
using text::Span;

Reading reading(std::string_view s) { return Reading(s, {{0, static_cast<std::uint32_t>(s.size())}}); }

Span place_of(std::string_view s, std::string_view words) {
  const auto at = static_cast<std::uint32_t>(s.find(words));
  return {at, at + static_cast<std::uint32_t>(words.size())};
}

TEST(Reading, APlainParagraphIsReadAsItIs) {
  const Reading r = reading("The bridge, it - was said - is “safe”.");
  EXPECT_TRUE(r.is_same());
  EXPECT_EQ(r.words(), "The bridge, it - was said - is “safe”.");
}

TEST(Reading, LineBreaksAreBlanksAndTheMarksOfQuotedMailAreNotRead) {
  EXPECT_EQ(text::as_read("The council\n  met on\t\nMonday."), "The council met on Monday.");
  EXPECT_EQ(text::as_read("> > The council\n> > met on\n>> Monday.\n>"), "The council met on Monday.");
  EXPECT_EQ(text::as_read("a > b\n>= c"), "a > b >= c");
  EXPECT_EQ(text::as_read("橋は月曜日に\n閉鎖された。"), "橋は月曜日に閉鎖された。");
}

TEST(Reading, AWordDividedAtTheEndOfALineIsOneWord) {
  EXPECT_EQ(text::as_read("the impor-\ntant thing"), "the important thing");
  EXPECT_EQ(text::as_read("> the impor-\n> tant thing"), "the important thing");
  EXPECT_EQ(text::as_read("the im\xC2\xADpor\xC2\xADtant thing"), "the important thing");
}

TEST(Reading, AHyphenThatTheWordHasStays) {
  EXPECT_EQ(text::as_read("a well-known man, a well-\nknown man"), "a well-known man, a well-known man");
  EXPECT_EQ(text::as_read("in the long run, a term, a long-\nterm plan"), "in the long run, a term, a long-term plan");
  EXPECT_EQ(text::as_read("Jean-\nPaul, 2020-\n21 and U.S.-\nled"), "Jean-Paul, 2020-21 and U.S.-led");
  EXPECT_EQ(text::as_read("the bridge -\nor what was left"), "the bridge - or what was left");
}

TEST(Reading, EveryPlaceHasItsWayBack) {
  const std::string s = "> The mayor said the impor-\n> tant thing\n> was done.";
  const Reading r = reading(s);
  ASSERT_EQ(r.words(), "The mayor said the important thing was done.");
  EXPECT_EQ(text::slice(s, r.to_text(place_of(r.words(), "important"))), "impor-\n> tant");
  EXPECT_EQ(text::slice(s, r.to_text(place_of(r.words(), "thing was"))), "thing\n> was");
  EXPECT_EQ(text::slice(r.words(), r.to_words(place_of(s, "impor-\n> tant"))), "important");
  EXPECT_EQ(text::slice(r.words(), r.to_words({0, static_cast<std::uint32_t>(s.size())})), r.words());
  EXPECT_FALSE(r.to_words(place_of(s, "> ")).empty());
}

document::Document annotated(const std::string& s) { return annotate::annotate(extract::article({.bytes = s, .kind = extract::Kind::text}).article); }

// A wrapped article has the marks of the same article in long lines.
TEST(Reading, QuotationsOverWrappedLinesAreFoundWhole) {
  const std::string wrapped =
      "The council met on Monday to hear what the engineers had\n"
      "found under the old bridge, and the mayor of Northport, Ann\n"
      "Lee, said the impor-\n"
      "tant thing was that nobody had been hurt.\n"
      "\n"
      "“We could put a hand into it,” said Jane Marrow, who led the\n"
      "inspection. “I have looked at bridges for twenty years, and I\n"
      "have never seen that.”\n";
  const document::Document d = annotated(wrapped);
  EXPECT_TRUE(document::check(d).empty());
  EXPECT_EQ(d.article.text.view(), wrapped);
  const document::Document plain = annotated(
      "The council met on Monday to hear what the engineers had found under the old bridge, and the mayor of Northport, Ann Lee, "
      "said the important thing was that nobody had been hurt.\n\n“We could put a hand into it,” said Jane Marrow, who led the "
      "inspection. “I have looked at bridges for twenty years, and I have never seen that.”\n");
  ASSERT_EQ(d.quotations.size(), plain.quotations.size());
  ASSERT_GE(d.quotations.size(), 2u);
  for (std::size_t i = 0; i < d.quotations.size(); ++i) {
    EXPECT_EQ(words_of(d, d.quotations[i].content), words_of(plain, plain.quotations[i].content));
    EXPECT_EQ(words_of(d, d.quotations[i].source), words_of(plain, plain.quotations[i].source));
  }
  EXPECT_EQ(d.speakers.size(), plain.speakers.size());
  EXPECT_EQ(d.claims.size(), plain.claims.size());
}

TEST(Reading, TheFactsOfAClaimInWrappedTextStandOnTheirWords) {
  const document::Document d = annotated(
      "The council met on Monday to hear what the engineers had\n"
      "found under the im\xC2\xADpor\xC2\xADtant old bridge.\n\n"
      "The new bridge cost the city of Northport 45 million dol-\n"
      "lars in 2019, four times what was planned, and two people died there in\n"
      "May.\n");
  EXPECT_TRUE(document::check(d).empty());
  std::string facts;
  for (const document::Claim& claim : d.claims)
    for (const document::ClaimFact& fact : claim.facts) {
      facts += fact.kind.name() + " " + text::as_read(words_of(d, fact.spans)) + "; ";
      for (const text::Span& span : fact.spans) EXPECT_TRUE(span.begin >= claim.spans.front().begin && span.end <= claim.spans.back().end);
    }
  EXPECT_EQ(facts, "name Northport; money 45 million dollars; date 2019; number four; number two; date May; ");
}

TEST(Reading, AMarkOfAPersonInWrappedTextKeepsItsPlaceToTheByte) {
  document::Document d = annotated("> The council met on Monday to hear what had\n> been found, and “it is safe,” said Ann Lee, the\n> mayor of Northport, who had come by boat.\n");
  ASSERT_FALSE(d.quotations.empty());
  document::Quotation mine = d.quotations[0];
  mine.id = document::QuotationId("q77");
  mine.content = {{45, 70}};
  mine.review.state = document::kAccepted;
  d.quotations.erase_if([](const document::Quotation&) { return true; });
  d.quotations.push_back(mine);
  const document::Document again = annotate::annotate_again(d);
  const document::Quotation* kept = find(again, document::QuotationId("q77"));
  ASSERT_NE(kept, nullptr);
  EXPECT_EQ(kept->content, mine.content);
  EXPECT_TRUE(document::check(again).empty());
}

}  // namespace
