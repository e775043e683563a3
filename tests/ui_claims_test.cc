// What the page shows of claims to somebody who checks them.
#include "support/ui_page.h"

namespace {

using namespace ui_page;

TEST(UiClaims, TheOneMostWorthACheckStandsFirst) {
  Page page;
  Document d = article();
  d.claims.edit(0).checkworthiness = 600;
  d.claims.edit(1).checkworthiness = 900;
  page.open(std::move(d));
  page.view.tab = ui::Tab::claims;
  page.settle();
  ASSERT_TRUE(page.view.places.contains("c1") && page.view.places.contains("c2"));
  EXPECT_LT(page.view.places["c2"].y, page.view.places["c1"].y);
}

TEST(UiClaims, AnInspectedClaimCopiesASearchOfItsOwnWordingAndOpensNothing) {
  Page page;
  Document d = article();
  d.claims.edit(0).normalized = "Ida Holm’s bridge cost 12 million.";
  page.open(std::move(d));
  page.do_now(session::Select{ClaimId("c1"), {}});
  page.settle();
  page.click("copy.search.Fact checks");
  ASSERT_FALSE(page.requests.empty());
  const auto* copied = std::get_if<ui::CopyText>(&page.requests.back());
  ASSERT_TRUE(copied);
  EXPECT_EQ(copied->text, "https://toolbox.google.com/factcheck/explorer/search/Ida%20Holm%E2%80%99s%20bridge%20cost%2012%20million.");
}

TEST(UiClaims, TheListShowsOneBandOneTypeOrOneSpeaker) {
  Page page;
  Document d = article();
  d.claims.edit(0).attribution.speaker = SpeakerId("s1");
  page.open(std::move(d));
  const auto listed = [&] { return std::string(page.view.places.contains("c1") ? "c1" : "") + (page.view.places.contains("c2") ? "c2" : ""); };
  page.command("filter-claims", "medium");
  EXPECT_EQ(listed(), "c2");
  page.command("filter-claims", "quantity");
  EXPECT_EQ(listed(), "");
  page.click("nothing.show-all-claims");
  EXPECT_EQ(listed(), "c1c2");
  page.command("filter-claims", "the article");
  EXPECT_EQ(listed(), "c2");
  page.command("filter-claims", "Ida Holm");
  EXPECT_EQ(listed(), "c1");
  page.command("filter-claims", "all speakers");
  page.click("filter.worth.1");
  EXPECT_EQ(listed(), "c1");
  EXPECT_EQ(page.s.document.revision, 0u) << "what is shown changes nothing";
}

TEST(UiClaims, TheListIsFilteredByKeysAlone) {
  Page page;
  page.open(article());
  page.press(ImGuiKey_F);
  ASSERT_TRUE(page.view.places.contains("picks"));
  page.type("law");
  page.press(ImGuiKey_Enter);
  EXPECT_FALSE(page.view.places.contains("c1"));
  EXPECT_TRUE(page.view.places.contains("c2"));
}

TEST(UiClaims, APersonOverridesEveryFieldAndTakesItBack) {
  Page page;
  page.open(article());
  page.do_now(session::Select{ClaimId("c1"), {}});
  page.settle();
  const auto claim = [&] { return *find(page.s.document, ClaimId("c1")); };
  page.click("worth.2");
  page.click("verifiable.1");
  page.click("picker.kind");
  page.click("pick.causal");
  page.click("picker.speaker");
  page.click("pick.s2");
  EXPECT_EQ(ui::worth_of(claim()), ui::Worth::low);
  EXPECT_EQ(claim().verifiable.name(), "partly");
  EXPECT_EQ(claim().type.name(), "causal");
  EXPECT_EQ(claim().attribution.speaker, SpeakerId("s2"));
  page.press(ImGuiKey_W);
  ASSERT_EQ(page.view.field, ui::Field::wording);
  EXPECT_EQ(page.view.typed, "the bridge cost 12 million");
  page.press(ImGuiKey_End);
  page.type(" kroner");
  page.press(ImGuiKey_Enter);
  EXPECT_EQ(claim().normalized, "the bridge cost 12 million kroner");
  EXPECT_EQ(claim().review.state, kEdited);
  for (int i = 0; i < 5; ++i) page.press(ImGuiKey_Z, ImGuiMod_Ctrl);
  EXPECT_EQ(page.s.document, article());
}

TEST(UiClaims, AWordingThatIsBeingTypedDoesNotGoToAnotherClaim) {
  Page page;
  page.open(article());
  page.do_now(session::Select{ClaimId("c1"), {}});
  page.settle();
  page.press(ImGuiKey_W);
  page.do_now(session::Select{ClaimId("c2"), {}});
  page.settle();
  EXPECT_EQ(page.view.field, ui::Field::none);
  page.press(ImGuiKey_Enter);
  EXPECT_EQ(page.s.document, article());
}

}  // namespace
