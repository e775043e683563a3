// How likely a quotation is right, and what that is told from.
#include <gtest/gtest.h>

#include "annotate/annotate.h"
#include "document/sureness.h"
#include "quote/confidence.h"

namespace {

using quote::Opinions;

TEST(Opinions, AreFoundByBeginningAndCue) {
  Opinions opinions;
  opinions.add({.begin = 40, .end = 60, .cue = 30, .exact = 500, .found = 500, .source_right = 500});
  opinions.add({.begin = 40, .end = 70, .cue = 30, .exact = 600, .found = 600, .source_right = 600});
  opinions.add({.begin = 40, .end = 80, .cue = 90, .exact = 900, .found = 900, .source_right = 900});
  opinions.add({.begin = 45, .end = 50, .cue = 42, .exact = 100, .found = 200, .source_right = 300});
  opinions.sort();
  ASSERT_TRUE(opinions.of(40, 30));
  EXPECT_EQ(opinions.of(40, 30)->end, 70u) << "the best one with this cue";
  EXPECT_EQ(opinions.of(40, 5)->end, 80u) << "the best one where none has this cue";
  EXPECT_FALSE(opinions.of(41, 30));
  ASSERT_TRUE(opinions.rival(40, 70));
  EXPECT_EQ(opinions.rival(40, 70)->begin, 45u);
  EXPECT_FALSE(opinions.rival(45, 70));
}

int confidence_in(const std::string& text) {
  document::Article article;
  article.text = document::SharedText(text);
  const document::Document d = annotate::annotate(std::move(article));
  return d.quotations.empty() ? 0 : d.quotations[0].origin.confidence.value_or(0);
}

TEST(Confidence, IsHighWhereMarksACueAndANameTell) {
  EXPECT_GE(confidence_in("“We will rebuild the bridge,” said Ana Ruiz."), document::kSureFrom);
  EXPECT_GT(confidence_in("“We will rebuild the bridge,” said Ana Ruiz."), confidence_in("Critics of the plan see it as a waste."));
  EXPECT_GT(confidence_in("Ana Ruiz said that the bridge would be rebuilt."), confidence_in("Ana Ruiz has long wanted a new bridge."));
}

TEST(Confidence, OfNoSignsIsEven) { EXPECT_EQ(quote::confidence_of({}), 500); }

}  // namespace
