#include "annotate/annotate.h"

#include <gtest/gtest.h>

#include "support/marked_text.h"

namespace {

using document::Document;

document::Article article(std::string text) { return {.text = document::SharedText(std::move(text))}; }

const char kText[] =
    "“We left the town,” said Ana Ruiz, the mayor. “It was cold.”\n"
    "Tom Hill said that the road was closed. He added that 40 people had gone.";

const document::Quotation& quotation(const Document& d, std::size_t i) { return d.quotations[i]; }

TEST(Annotate, SignsEveryMark) {
  const Document d = annotate::annotate(article(kText));
  EXPECT_TRUE(check(d).empty());
  ASSERT_EQ(d.agents.size(), 1u);
  EXPECT_EQ(d.agents[0].id.text(), "a1");
  EXPECT_EQ(d.agents[0].name, "quoth");
  ASSERT_EQ(d.quotations.size(), 3u);
  for (const auto& q : d.quotations) {
    EXPECT_EQ(q.origin.by.text(), "a1");
    EXPECT_FALSE(q.origin.method.empty());
    EXPECT_TRUE(q.origin.confidence.has_value());
    EXPECT_EQ(q.review.state, document::kSuggested);
  }
  for (const auto& s : d.speakers) EXPECT_EQ(s.origin->by.text(), "a1");
  for (const auto& c : d.claims) EXPECT_EQ(c.origin.by.text(), "a1");
}

TEST(Annotate, AgainFindsWhatIsInABlockThatWasPutBack) {
  document::Article two = article("The council met on Monday, the mayor said.\n“We keep them all,” said Karin Dahl.");
  two.blocks.push_back({.id = document::BlockId("b1"), .span = {0, 42}});
  two.blocks.push_back({.id = document::BlockId("b2"), .span = {43, static_cast<std::uint32_t>(two.text.view().size())}, .excluded = true});
  Document d = annotate::annotate(two);
  ASSERT_EQ(d.quotations.size(), 1u);
  d.article.blocks.edit(1).excluded = false;
  d.original = document::SharedText("as it was read");
  const Document again = annotate::annotate_again(d);
  EXPECT_EQ(again.quotations.size(), 2u);
  EXPECT_TRUE(again.original.empty()) << "or it would be written as it was read";
}

TEST(Annotate, SaysHowAReportStands) {
  const Document d = annotate::annotate(
      article("Tom Hill said that the road was closed.\nTom Hill did not say that the road was closed.\nTom Hill might say that the road was closed."));
  ASSERT_EQ(d.quotations.size(), 3u);
  EXPECT_TRUE(d.quotations[0].mode.empty());
  EXPECT_EQ(d.quotations[1].mode, document::kNegated);
  EXPECT_EQ(d.quotations[2].mode, document::kHypothetical);
}

TEST(Annotate, MakesBlocksOfParagraphsWhereThereAreNone) {
  const Document d = annotate::annotate(article("One.\n\nTwo."));
  ASSERT_EQ(d.article.blocks.size(), 2u);
  EXPECT_EQ(d.article.blocks[1].id.text(), "b2");
}

TEST(Annotate, LeavesExcludedBlocksAlone) {
  Document d = annotate::annotate(article(kText));
  d.article.blocks.edit(0).excluded = true;
  d = annotate::annotate_again(std::move(d));
  EXPECT_TRUE(check(d).empty());
  for (const auto& q : d.quotations) EXPECT_GE(q.content.front().begin, d.article.blocks[1].span.begin);
}

TEST(Annotate, AgainGivesTheSame) {
  const Document d = annotate::annotate(article(kText));
  const Document again = annotate::annotate_again(d);
  EXPECT_EQ(marked_text(again), marked_text(d));
  EXPECT_EQ(again, d);
}

TEST(Annotate, AgainKeepsIdsWhenABlockComesBack) {
  const Document d = annotate::annotate(article(kText));
  Document less = d;
  less.article.blocks.edit(0).excluded = true;
  less = annotate::annotate_again(std::move(less));
  EXPECT_EQ(quotation(less, 0).id, quotation(d, 1).id);
  EXPECT_EQ(quotation(less, 1).id, quotation(d, 2).id);
}

TEST(Annotate, AgainKeepsWhatAPersonMade) {
  Document d = annotate::annotate(article(kText));
  document::Quotation& q = d.quotations.edit(1);
  q.content = {{q.content[0].begin + 5, q.content[0].end}};
  q.review.state = document::kEdited;
  const document::Quotation mine = q;
  const Document again = annotate::annotate_again(d);
  EXPECT_TRUE(check(again).empty());
  ASSERT_EQ(again.quotations.size(), 3u);
  EXPECT_EQ(quotation(again, 1), mine);
}

TEST(Annotate, AgainDoesNotSuggestWhatWasRejected) {
  Document d = annotate::annotate(article(kText));
  d.quotations.edit(1).review.state = document::kRejected;
  const Document again = annotate::annotate_again(d);
  ASSERT_EQ(again.quotations.size(), 3u);
  EXPECT_EQ(quotation(again, 1).review.state, document::kRejected);
}

TEST(Annotate, AgainKeepsMarksWithNotes) {
  Document d = annotate::annotate(article(kText));
  d.notes.push_back({.id = document::NoteId("n1"), .target = quotation(d, 0).id.text(), .by = d.agents[0].id, .text = "Look here."});
  d.article.blocks.edit(0).excluded = true;
  const Document again = annotate::annotate_again(d);
  EXPECT_TRUE(check(again).empty());
  EXPECT_EQ(quotation(again, 0).id, quotation(d, 0).id);
  EXPECT_EQ(quotation(again, 0).review.state, document::kSuggested);
}

TEST(Annotate, AgainFindsTheSpeakersThatAPersonNamed) {
  Document d = annotate::annotate(article(kText));
  document::Speaker& ruiz = d.speakers.edit(0);
  ASSERT_EQ(ruiz.name, "Ana Ruiz");
  ruiz.aliases.push_back("Ana Ruiz");
  ruiz.name = "Ana Ruiz Lopez";
  ruiz.review.state = document::kEdited;
  const Document again = annotate::annotate_again(d);
  EXPECT_TRUE(check(again).empty());
  EXPECT_EQ(again.speakers.size(), d.speakers.size());
  EXPECT_EQ(quotation(again, 0).speaker, d.speakers[0].id);
}

TEST(Annotate, StopsWhereItIsTold) {
  const Document d = annotate::annotate(article(kText), [](int done) { return done < 500; });
  EXPECT_FALSE(d.quotations.empty());
  EXPECT_TRUE(d.speakers.empty());
  EXPECT_TRUE(check(d).empty());
}

TEST(Annotate, RolesStayWithTheirPeople) {
  const Document d = annotate::annotate(article(kText));
  ASSERT_EQ(d.speakers.size(), 2u);
  EXPECT_EQ(d.speakers[0].roles, std::vector<std::string>{"mayor"});
  EXPECT_EQ(d.speakers[1].pronouns, std::vector<std::string>{"he"});
  EXPECT_EQ(quotation(d, 0).type, document::kDirect);
  EXPECT_EQ(quotation(d, 1).type, document::kIndirect);
  EXPECT_EQ(quotation(d, 2).source_form, document::kPronounForm);
}

TEST(Annotate, AnyTextIsAnArticle) {
  for (const std::string& text :
       {std::string(), std::string("\n\n"), std::string("“"), std::string("said said said"), std::string("“a” “b” “c"),
        std::string(": : :"), std::string("he said he said he said, he said"), std::string("A: A: A:\nA: b\nA: c"),
        std::string("’’’’ ''' \"\"\" “”"), std::string("according to according to")}) {
    const Document d = annotate::annotate(article(text));
    EXPECT_TRUE(check(d).empty()) << text;
    EXPECT_TRUE(check(annotate::annotate_again(d)).empty()) << text;
  }
}

TEST(Explain, GivesARowForEachDecision) {
  const std::string words = annotate::explain(annotate::annotate(article("“We left,” said Ana Ruiz.")));
  EXPECT_NE(words.find("Ana Ruiz        quote/stretch-cue-source          “We left,”"), std::string::npos) << words;
  EXPECT_NE(words.find("cue: said, source: Ana Ruiz"), std::string::npos) << words;
}

}  // namespace
