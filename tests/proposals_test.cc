// Where rules and the learned tagger disagree.
#include "quote/merge.h"

#include <gtest/gtest.h>

namespace {

text::Span words(std::string_view text, std::string_view part) {
  const auto at = static_cast<std::uint32_t>(text.find(part));
  return {at, at + static_cast<std::uint32_t>(part.size())};
}

TEST(Proposals, OfTwoProposalsWithOneCueTheSurerReports) {
  const std::string_view text = "In the first meeting of the year, Lee said the bridge was safe.";
  std::vector<quote::Passage> passages(1);
  passages[0].span = {0, static_cast<std::uint32_t>(text.size())};
  const auto proposal = [&](std::string_view content, int confidence) {
    quote::Report report;
    report.content = {words(text, content)};
    report.cue = words(text, "said");
    report.source = words(text, "Lee");
    report.confidence = confidence;
    return report;
  };
  const auto reports = quote::merge(text, passages, {}, {proposal("In the first meeting of the year", 592), proposal("the bridge was safe", 860)});
  ASSERT_EQ(reports.size(), 1u);
  EXPECT_EQ(slice(text, reports[0].content.front()), "the bridge was safe");
}

TEST(Proposals, AFillingReportStandsWhereTheRankerLeavesItsWordsFree) {
  const std::string_view text = "Lee said the bridge was safe. Oh said the dam was old.";
  std::vector<quote::Passage> passages(1);
  passages[0].span = {0, static_cast<std::uint32_t>(text.size())};
  const auto report = [&](std::string_view content, std::string_view source, quote::Weight weight) {
    quote::Report r;
    r.content = {words(text, content)};
    r.source = words(text, source);
    r.confidence = 900;
    r.weight = weight;
    return r;
  };
  const auto reports = quote::merge(text, passages,
                                    {report("the bridge was safe", "Lee", quote::Weight::fills), report("the dam was old", "Oh", quote::Weight::fills),
                                     report("safe", "Lee", quote::Weight::advises)},
                                    {report("the bridge", "Lee", quote::Weight::leads)});
  ASSERT_EQ(reports.size(), 2u);
  EXPECT_EQ(slice(text, reports[0].content.front()), "the bridge");
  EXPECT_EQ(slice(text, reports[1].content.front()), "the dam was old");
  EXPECT_LT(reports[1].confidence, 500);  // the ranker did not want it
}

}  // namespace
