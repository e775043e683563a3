// How far two documents on one text agree.
#include "compare/agreement.h"

#include <gtest/gtest.h>

namespace {

using namespace document;

Quotation quotation(std::string id, std::vector<Span> content) {
  Quotation q;
  q.id = QuotationId(std::move(id));
  q.type = kDirect;
  q.content = std::move(content);
  return q;
}

Document with(std::vector<Quotation> quotations) {
  Document d;
  d.article.text = SharedText(std::string(100, 'x'));
  d.quotations = SharedList<Quotation>(std::move(quotations));
  return d;
}

TEST(Agreement, IsOneOfADocumentWithItselfAndOfTwoWithoutMarks) {
  for (const Document& d : {with({}), with({quotation("q1", {{0, 10}, {20, 30}}), quotation("q2", {{5, 8}})})}) {
    const auto agreement = compare::agree(d, d);
    ASSERT_TRUE(agreement.ok());
    EXPECT_EQ(agreement->quotations.exact_f1(), 1000);
    EXPECT_EQ(agreement->quoted.agreement(), 1000);
    EXPECT_EQ(agreement->quoted.kappa(), 1000);
    for (const compare::Pair& pair : agreement->quotations.pairs) EXPECT_TRUE(pair.differences.empty());
  }
}

TEST(Agreement, PairsTheMarksThatShareMost) {
  const Document a = with({quotation("q1", {{0, 20}}), quotation("q2", {{40, 60}})});
  const Document b = with({quotation("x1", {{0, 4}}), quotation("x2", {{2, 20}}), quotation("x3", {{40, 60}}), quotation("x4", {{70, 80}})});
  const auto agreement = compare::agree(a, b);
  ASSERT_TRUE(agreement.ok());
  const compare::Marks& marks = agreement->quotations;
  ASSERT_EQ(marks.pairs.size(), 2u);
  EXPECT_EQ(marks.pairs[0].b, 1u);
  EXPECT_FALSE(marks.pairs[0].same_words);
  EXPECT_TRUE(marks.pairs[1].same_words);
  EXPECT_EQ(marks.only_b, (std::vector<std::size_t>{0, 3}));
  EXPECT_EQ(marks.overlap_f1(), 667);
  EXPECT_EQ(marks.exact_f1(), 333);
}

TEST(Agreement, KappaIsNoneWhereAgreementIsChance) {
  // Of 100 bytes a marks the first half, b the second quarter and the last: half of each half agrees.
  const auto agreement = compare::agree(with({quotation("q1", {{0, 50}})}), with({quotation("q1", {{25, 50}}), quotation("q2", {{75, 100}})}));
  ASSERT_TRUE(agreement.ok());
  EXPECT_EQ(agreement->quoted.both, 25);
  EXPECT_EQ(agreement->quoted.agreement(), 500);
  EXPECT_EQ(agreement->quoted.kappa(), 0);
}

TEST(Agreement, SpeakersAreTheSameByAnyOfTheirNamesAndRejectedMarksDoNotCount) {
  Document a = with({quotation("q1", {{0, 10}}), quotation("q2", {{20, 30}})}), b = a;
  a.speakers.push_back({.id = SpeakerId("s1"), .name = "Ann Berger", .aliases = {"Berger"}});
  b.speakers.push_back({.id = SpeakerId("s7"), .name = "Berger"});
  a.quotations.edit(0).speaker = SpeakerId("s1");
  b.quotations.edit(0).speaker = SpeakerId("s7");
  a.quotations.edit(1).review.state = kRejected;
  const auto agreement = compare::agree(a, b);
  ASSERT_TRUE(agreement.ok());
  ASSERT_EQ(agreement->quotations.pairs.size(), 1u);
  EXPECT_TRUE(agreement->quotations.pairs[0].differences.empty());
  EXPECT_EQ(agreement->quotations.in_a(), 1u);
  b.speakers.edit(0).name = "Carl";
  EXPECT_EQ(compare::agree(a, b)->quotations.pairs[0].differences, (std::vector<compare::Difference>{{"speaker", "Ann Berger", "Carl"}}));
}

TEST(Agreement, KappaOnTypesAndSpeakersIsThatOfTheFormula) {
  // Types: A says direct, direct, indirect, indirect; B direct, indirect, indirect, indirect. Observed 3/4, by chance
  // (2*1 + 2*3)/16 = 1/2: kappa 1/2.
  std::vector<Quotation> marks;
  for (std::uint32_t i = 0; i < 4; ++i) marks.push_back(quotation("q" + std::to_string(i), {{i * 20, i * 20 + 10}}));
  Document a = with(marks), b = with(marks);
  a.quotations.edit(2).type = a.quotations.edit(3).type = kIndirect;
  for (std::size_t i = 1; i < 4; ++i) b.quotations.edit(i).type = kIndirect;
  // Speakers: A says Ann of all, B Carl of all: observed 0, by chance 0.
  a.speakers.push_back({.id = SpeakerId("s1"), .name = "Ann"});
  b.speakers.push_back({.id = SpeakerId("s1"), .name = "Carl"});
  for (std::size_t i = 0; i < 4; ++i) a.quotations.edit(i).speaker = b.quotations.edit(i).speaker = SpeakerId("s1");
  const auto agreement = compare::agree(a, b);
  EXPECT_EQ(agreement->quotations.type_kappa, 500);
  EXPECT_EQ(agreement->quotations.speaker_kappa, 0);
  EXPECT_EQ(agreement->quotations.unit_alpha, 1000);
}

TEST(Agreement, AlphaForUnitsIsThatOfTheFormula) {
  // One unit of 10 bytes each on 100 bytes of text, in each other's gaps. Observed: (100 + 100) / 100^2 = 0.02. Expected:
  // 2/100 * 2 * (1/3 * (2000 - 300 + 10) + 100 * wide) / (200 * 199 - 2 * 90), wide: over gaps of at least 10 (10, 80, 50, 40)
  // gap - 9 = 144. That is 0.04 * 14970 / 39620 = 0.015114; alpha = 1 - 0.02 / 0.015114 = -0.323.
  EXPECT_EQ(compare::agree(with({quotation("q", {{10, 20}})}), with({quotation("q", {{50, 60}})}))->quotations.unit_alpha, -323);
  // Edges that are off by one byte of ten cost little.
  EXPECT_GT(compare::agree(with({quotation("q", {{10, 20}})}), with({quotation("q", {{10, 21}})}))->quotations.unit_alpha, 980);
  EXPECT_LT(compare::agree(with({quotation("q", {{10, 20}})}), with({}))->quotations.unit_alpha, 200);
}

TEST(Agreement, NeedsOneText) {
  Document other = with({});
  other.article.text = SharedText("y");
  EXPECT_FALSE(compare::agree(with({}), other).ok());
}

}  // namespace
