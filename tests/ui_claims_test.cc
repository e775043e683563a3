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

}  // namespace
