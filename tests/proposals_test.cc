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

}  // namespace
