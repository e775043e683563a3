// Two people's files side by side: what differs, going through it, and deciding.
#include "support/ui_page.h"

namespace {

using namespace ui_page;

// Ben has other words for q1, another speaker for q2, no c2, and a quotation of his own.
Document of_ben() {
  Document d = article();
  d.quotations.edit(0).content = {words("“We will stay,”")};
  d.speakers.push_back({.id = SpeakerId("s3"), .name = "Ole Berg", .kind = kHuman});
  d.quotations.edit(1).speaker = SpeakerId("s3");
  d.quotations.push_back({.id = QuotationId("q7"),
                          .type = kIndirect,
                          .content = {words("Nobody else said anything")},
                          .speaker = SpeakerId("s2"),
                          .origin = {.by = AgentId("a1"), .method = "person"}});
  d.claims.erase(1);
  return d;
}

class Comparison : public testing::Test {
 protected:
  void SetUp() override {
    page.open(article());
    page.do_now(session::CompareWith{of_ben(), "ben.quoth.json"});
    page.settle();
  }
  std::vector<std::string> titles() {
    std::vector<std::string> out;
    for (const ui::Discrepancy& d : page.view.discrepancies.of(page.s).open) out.push_back(title_of(d));
    return out;
  }
  const Document& now() { return page.s.document; }

  Page page;
};

TEST_F(Comparison, ListsWhatDiffersInTheOrderOfTheText) {
  EXPECT_EQ(titles(), (std::vector<std::string>{"Other words", "Other speaker", "Claim, only in A", "Only in B"}));
  EXPECT_TRUE(page.view.places.contains("comparison"));
  EXPECT_TRUE(page.view.places.contains("versions.1")) << "both versions are shown in the text";
  EXPECT_FALSE(page.view.places.contains("disc.c1")) << "claims are hidden where two people's quotations are drawn";
  const ui::Discrepancy& speaker = page.view.discrepancies.of(page.s).open[1];
  EXPECT_EQ(version_of(page.s, page.view.discrepancies.of(page.s).open[0], true), "“We will stay,”") << "its own quotation marks are enough";
  EXPECT_EQ(version_of(page.s, speaker, false), "speaker Ida Holm");
  EXPECT_EQ(version_of(page.s, speaker, true), "speaker Ole Berg");
}

TEST_F(Comparison, IsDecidedWithKeysAlone) {
  page.press(ImGuiKey_J);
  page.press(ImGuiKey_B);
  EXPECT_EQ(find(now(), QuotationId("q1"))->content, std::vector<Span>{words("“We will stay,”")});
  page.press(ImGuiKey_B);
  ASSERT_EQ(now().speakers.size(), 3u);
  EXPECT_EQ(find(now(), *find(now(), QuotationId("q2"))->speaker)->name, "Ole Berg");
  page.press(ImGuiKey_A);
  EXPECT_EQ(find(now(), ClaimId("c2"))->review.state, kAccepted);
  page.press(ImGuiKey_B);
  ASSERT_EQ(now().quotations.size(), 3u);
  EXPECT_EQ(now().quotations[2].speaker, SpeakerId("s2"));
  EXPECT_TRUE(titles().empty());
  EXPECT_TRUE(check(now()).empty());
  for (int i = 0; i < 4; ++i) page.press(ImGuiKey_Z, ImGuiMod_Ctrl);
  EXPECT_EQ(now(), article());
  EXPECT_EQ(titles().size(), 4u) << "what was taken back is to be decided again";
  page.press(ImGuiKey_Escape);
  page.press(ImGuiKey_Escape);
  EXPECT_FALSE(page.s.other);
  page.press(ImGuiKey_J);
  page.press(ImGuiKey_A);
  EXPECT_EQ(find(now(), QuotationId("q1"))->review.state, kAccepted) << "the keys mean what they meant before";
}

TEST_F(Comparison, KeepsMineWhereOnlyTheOtherHasTheMark) {
  page.command("select-difference", "4");
  page.click("comparison.keep");
  EXPECT_EQ(now().quotations.size(), 2u);
  EXPECT_EQ(titles(), (std::vector<std::string>{"Other words", "Other speaker", "Claim, only in A"}));
  page.press(ImGuiKey_Z, ImGuiMod_Ctrl);
  EXPECT_EQ(titles().size(), 4u);
}

TEST_F(Comparison, WhatWasDecidedStaysSoWhenTheSameFileIsComparedAgain) {
  page.command("select-difference", "4");
  page.click("comparison.keep");
  page.command("close-comparison");
  page.do_now(session::CompareWith{of_ben(), "ben.quoth.json"});
  EXPECT_EQ(titles().size(), 3u);
  Document later = of_ben();
  later.revision += 1;
  page.do_now(session::CompareWith{later, "ben.quoth.json"});
  EXPECT_EQ(titles().size(), 4u) << "the file has changed since";
}

TEST_F(Comparison, TakesAwayWhatTheOtherDoesNotHave) {
  page.command("select-difference", "3");
  page.click("comparison.take");
  EXPECT_EQ(find(now(), ClaimId("c2"))->review.state, kRejected);
}

TEST_F(Comparison, KeepsBothWhereTheWordsDiffer) {
  page.command("select-difference", "1");
  page.press(ImGuiKey_O);
  ASSERT_EQ(now().quotations.size(), 3u);
  EXPECT_EQ(titles(), (std::vector<std::string>{"Other speaker", "Claim, only in A", "Only in B"}));
  EXPECT_TRUE(check(now()).empty());
}

TEST_F(Comparison, SaysHowFarTheTwoAgree) {
  const compare::Agreement& a = page.view.discrepancies.of(page.s).agreement;
  EXPECT_EQ(a.quotations.pairs.size(), 2u);
  EXPECT_EQ(a.quotations.only_b.size(), 1u);
  page.click("comparison.definitions");
  EXPECT_TRUE(page.view.definitions_shown);
}

TEST(ComparisonOfTwoTexts, IsRefusedInWords) {
  Page page;
  page.open(article());
  Document other = of_ben();
  other.article.text = document::SharedText(std::string(kText) + " More.");
  page.do_now(session::CompareWith{other, "ben.quoth.json"});
  EXPECT_FALSE(page.s.other);
  EXPECT_EQ(page.s.notice, "“ben.quoth.json” marks another text, so the two cannot be compared.");
}

TEST(ComparisonOfTwoTexts, EndsWhenAnotherArticleIsOpened) {
  Page page;
  page.open(article());
  page.do_now(session::CompareWith{of_ben(), "ben.quoth.json"});
  page.open(article());
  EXPECT_FALSE(page.s.other);
  EXPECT_FALSE(page.view.places.contains("comparison"));
}

}  // namespace
