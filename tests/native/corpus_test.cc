// The articles of tests/corpus can be read, and say of everything who said it.
#include <gtest/gtest.h>

#include <filesystem>

#include "annotate/annotate.h"
#include "extract/extract.h"
#include "format/marked.h"
#include "quote/mode.h"
#include "train/corpus.h"
#include "train/score_quotations.h"

namespace {

class CorpusFiles : public testing::TestWithParam<const char*> {};

TEST_P(CorpusFiles, EveryArticleIsMarkedByTheRules) {
  const std::vector<train::MarkedArticle> articles = train::read_corpus(std::string(SOURCE_DIR "/tests/corpus/") + GetParam());
  ASSERT_FALSE(articles.empty());
  for (const train::MarkedArticle& article : articles) {
    EXPECT_TRUE(check(article.gold).empty()) << article.slug << ": " << to_string(check(article.gold)[0]);
    EXPECT_TRUE(check(article.second).empty()) << article.slug;
    EXPECT_FALSE(article.gold.quotations.empty() && article.gold.claims.empty()) << article.slug;
  }
}

train::QuotationScore score_of(const document::Document& gold, const document::Document& found, bool speech_only) {
  train::QuotationScore score;
  const auto articles = format::read_gold(format::write_gold(gold, "a"));
  add_to(score, articles->front(), found, speech_only);
  return score;
}

TEST(Corpus, WhatIsMarkedAgreesWithItself) {
  for (const train::MarkedArticle& article : train::read_corpus(SOURCE_DIR "/tests/corpus/train")) {
    const train::QuotationScore score = score_of(article.gold, article.gold, false);
    EXPECT_EQ(score.exact.right, score.exact.gold) << article.slug;
    EXPECT_EQ(score.end_to_end.f1(), 100) << article.slug;
    EXPECT_EQ(score.name.right, score.name.gold) << article.slug;
  }
}

TEST(Corpus, AScoreCountsWhatIsMissingShiftedAndMistaken) {
  const auto read = [](const char* body) {
    return *format::read_marked(std::string("speaker: Ana Ruiz | person | | \nspeaker: Tom Hill | person | | \n---\n") + body);
  };
  const document::Document gold = read(
      "{source| Ana Ruiz} {cue| said} that {q Ana Ruiz| the old bridge by the mill fell}. {source| Tom Hill} {cue attitude| hopes} {q Tom Hill| it stands}.");
  EXPECT_EQ(score_of(gold, read("Ana Ruiz said that the old bridge by the mill fell. Tom Hill hopes it stands."), false).overlap.f1(), 0);
  const document::Document shifted =
      read("Ana Ruiz {cue| said} {q Ana Ruiz| that the old bridge} by the mill fell. {source| Tom Hill} {cue| hopes} {q Ana Ruiz| it stands}.");
  const train::QuotationScore score = score_of(gold, shifted, false);
  EXPECT_EQ(score.exact.right, 1u);
  EXPECT_EQ(score.overlap.right, 2u);
  EXPECT_EQ(score.name.right, 1u);
  EXPECT_EQ(score.end_to_end.right, 2u) << "the right words are the source, or the right name is the speaker's";
  EXPECT_EQ(score_of(gold, shifted, true).overlap.gold, 1u);
  EXPECT_EQ(score_of(gold, shifted, true).overlap.found, 1u) << "an attitude of the gold counts neither way";
}

// Far below what it reaches: the figures are printed by `quoth-train score`.
TEST(Corpus, ArticlesNeverSeenAreReadWell) {
  train::QuotationScore score;
  const auto articles = format::read_gold(train::gold_of(SOURCE_DIR "/tests/corpus/test"));
  for (const format::GoldArticle& gold : *articles)
    add_to(score, gold, annotate::annotate(extract::article({.bytes = gold.text, .kind = extract::Kind::text}).article), false);
  EXPECT_GT(score.overlap.f1(), 82);
  EXPECT_GT(score.end_to_end.f1(), 77);
}

// “denied that …” is marked as said in some of them and as negated in others; we call it negated. A mark has room for one word:
// “does not believe” is marked as an attitude, and says nothing about the mode.
TEST(CorpusModes, AreToldFromTheWordsOfTheReport) {
  int all = 0, wrong = 0, special = 0, missed = 0;
  std::string list;
  for (const train::MarkedArticle& article : train::read_corpus(SOURCE_DIR "/tests/corpus/train"))
    for (const document::Quotation& q : article.gold.quotations) {
      if (q.cue.empty()) continue;
      const document::Mode got = quote::mode_of(article.gold.article.text.view(), q);
      if (q.act == document::kAttitude && q.mode.empty() && got == document::kNegated) continue;
      ++all, special += !q.mode.empty();
      if (got == q.mode) continue;
      ++wrong, missed += !q.mode.empty();
      list += article.slug + ": " + words_of(article.gold, q.cue) + " | " + words_of(article.gold, q.content) + " | " + q.mode.name() + ", not " + got.name() + "\n";
    }
  EXPECT_GT(special, 20);
  EXPECT_LE(100 * wrong, 3 * all) << list;
  EXPECT_LE(100 * missed, 10 * special) << list;
}

INSTANTIATE_TEST_SUITE_P(Parts, CorpusFiles, testing::Values("train", "test"));

}  // namespace
