// The articles of tests/corpus can be read, and say of everything who said it.
#include <gtest/gtest.h>

#include <filesystem>

#include "train/corpus.h"

namespace {

class Corpus : public testing::TestWithParam<const char*> {};

TEST_P(Corpus, EveryArticleIsMarkedByTheRules) {
  const std::vector<train::MarkedArticle> articles = train::read_corpus(std::string(SOURCE_DIR "/tests/corpus/") + GetParam());
  ASSERT_FALSE(articles.empty());
  for (const train::MarkedArticle& article : articles) {
    EXPECT_TRUE(check(article.gold).empty()) << article.slug << ": " << to_string(check(article.gold)[0]);
    EXPECT_TRUE(check(article.second).empty()) << article.slug;
    EXPECT_FALSE(article.gold.quotations.empty() && article.gold.claims.empty()) << article.slug;
  }
}

INSTANTIATE_TEST_SUITE_P(Parts, Corpus, testing::Values("train", "test"));

}  // namespace
