#include "claim/claim.h"

#include <gtest/gtest.h>
#include <re2/re2.h>

#include <algorithm>

#include "claim/judge.h"
#include "claim/scorer.h"
#include "claim/statement.h"
#include "document/band.h"
#include "rules/embedded.h"
#include "rules/table.h"
#include "text/utf8.h"

namespace {

using document::Document;
using document::Quotation;
using text::Span;

// A document whose blocks are the lines of `text`.
Document document_of(std::string text) {
  Document d;
  std::vector<document::Block> blocks;
  for (const Span line : text::paragraphs(text))
    blocks.push_back({.id = document::BlockId("b" + std::to_string(blocks.size() + 1)), .span = line});
  d.article.text = document::SharedText(std::move(text));
  d.article.blocks = document::SharedList<document::Block>(std::move(blocks));
  return d;
}

Span find_words(const Document& d, std::string_view words) {
  const std::size_t at = d.article.text.view().find(words);
  EXPECT_NE(at, std::string_view::npos) << words;
  return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
}

Quotation quotation(const Document& d, std::string_view content, std::string_view cue, std::string_view source) {
  Quotation q{.id = document::QuotationId("q1"), .content = {find_words(d, content)}};
  if (!cue.empty()) q.cue = {find_words(d, cue)};
  if (!source.empty()) q.source = {find_words(d, source)};
  q.speaker = document::SpeakerId("s1");
  return q;
}

// What the text states, whatever the desk makes of it.
std::vector<std::string> claims_of(const Document& d) {
  std::vector<std::string> words;
  for (const claim::Statement& s : claim::statements(d)) words.emplace_back(text::slice(d.article.text.view(), s.span));
  return words;
}

using Words = std::vector<std::string>;

TEST(Claim, ASentenceThatStatesSomethingIsAClaimWithoutItsFullStop) {
  EXPECT_EQ(claims_of(document_of("The bridge was closed on Friday.")), Words{"The bridge was closed on Friday"});
}

TEST(Claim, QuestionsGreetingsRequestsAndFragmentsClaimNothing) {
  EXPECT_EQ(claims_of(document_of("Who closed the bridge?\nThank you all for coming.\nLet us close the bridge.\nA bridge over troubled water.")), Words{});
}

TEST(Claim, HeadingsAndExcludedBlocksClaimNothing) {
  Document d = document_of("The bridge was closed.\nThe road was closed.\nThe port was closed.");
  d.article.blocks.edit(0).role = document::kHeading;
  d.article.blocks.edit(1).excluded = true;
  EXPECT_EQ(claims_of(d), Words{"The port was closed"});
}

TEST(Claim, ASentenceWithTwoFactsGivesTwoClaims) {
  EXPECT_EQ(claims_of(document_of("Sales fell by 4% last year, and the firm closed two plants.")),
            (Words{"Sales fell by 4% last year", "the firm closed two plants"}));
}

TEST(Claim, AClauseThatNeedsTheOneBeforeItStaysWithIt) {
  EXPECT_EQ(claims_of(document_of("Two men were killed in Lyon, and four others were injured.")),
            Words{"Two men were killed in Lyon, and four others were injured"});
}

TEST(Claim, AConnectiveBeforeTheStatementIsNotPartOfIt) {
  EXPECT_EQ(claims_of(document_of("However, the bridge was closed.\nBut the road was open.")), (Words{"the bridge was closed", "the road was open"}));
}

TEST(Claim, WordsInAQuotationBelongToItsSpeaker) {
  Document d = document_of("“The bridge was closed in May,” said Mayor Ada Stone. The river rose by two metres.");
  d.quotations.push_back(quotation(d, "“The bridge was closed in May,”", "said", "Mayor Ada Stone"));
  const auto claims = claim::find_claims(d).claims;
  ASSERT_EQ(claims.size(), 2u);
  EXPECT_EQ(document::words_of(d, claims[0].spans), "The bridge was closed in May");
  EXPECT_EQ(claims[0].attribution.to.name(), "speaker");
  EXPECT_EQ(claims[0].attribution.speaker, document::SpeakerId("s1"));
  EXPECT_EQ(claims[0].attribution.quotation, document::QuotationId("q1"));
  EXPECT_EQ(claims[1].attribution.to.name(), "article");
  EXPECT_FALSE(claims[1].attribution.speaker);
}

TEST(Claim, AReportedStatementIsASpeakersAndTheReportItselfIsNone) {
  Document d = document_of("Stone said the bridge was closed in May.");
  d.quotations.push_back(quotation(d, "the bridge was closed in May", "said", "Stone"));
  EXPECT_EQ(claims_of(d), Words{"the bridge was closed in May"});
}

TEST(Claim, AReportThatIsNegatedAskedOrSupposedMakesNoClaim) {
  for (const document::Mode& mode : {document::kNegated, document::kAsked, document::kHypothetical}) {
    Document d = document_of("Stone did not say the bridge was closed in 2011.");
    d.quotations.push_back(quotation(d, "the bridge was closed in 2011", "say", "Stone"));
    d.quotations.edit(0).mode = mode;
    EXPECT_EQ(claims_of(d), Words{}) << mode.name();
  }
}

TEST(Claim, WhatSomebodyMustAgreeToIsStatedByTheArticle) {
  Document d = document_of("All twelve members must agree for a new club to join.");
  d.quotations.push_back(quotation(d, "for a new club to join", "agree", "All twelve members"));
  EXPECT_EQ(claims_of(d), Words{"All twelve members must agree for a new club to join"});
}

TEST(Claim, WhatSomebodyWantsIsTheirPositionThoughItHasNoVerbOfItsOwn) {
  Document d = document_of("The union wants all members to vote.");
  d.quotations.push_back(quotation(d, "all members to vote", "wants", "The union"));
  d.quotations.edit(0).act = document::kAttitude;
  const auto statements = claim::statements(d);
  ASSERT_EQ(statements.size(), 1u);
  EXPECT_EQ(text::slice(d.article.text.view(), statements[0].span), "all members to vote");
  EXPECT_EQ(statements[0].quotation, &d.quotations[0]);
}

TEST(Claim, APartOfASentenceWithoutItsMainVerbIsNone) {
  EXPECT_EQ(claims_of(document_of("The mayor's bridge plan.\nIt's a bad plan.")), Words{"It's a bad plan"});
  EXPECT_EQ(claims_of(document_of("The men who built the bridge.\nTo close the bridge was asked.\nIf the state closed it.")), Words{});
  EXPECT_EQ(claims_of(document_of("If the state agreed, the bridge was closed.")), Words{"If the state agreed, the bridge was closed"});
}

TEST(Claim, WhereAClaimStandsNoneIsAdded) {
  Document d = document_of("Some 4,300 people were killed in the war in 2011. The council closed the bridge in March 2012.");
  d.claims.push_back({.id = document::ClaimId("c7"), .spans = {find_words(d, "people were killed")}, .type = document::ClaimType("opinion")});
  const Document after = claim::find_claims(d);
  ASSERT_EQ(after.claims.size(), 2u);
  EXPECT_EQ(after.claims[0], d.claims[0]);
  EXPECT_EQ(after.claims[1].id.text(), "c8");
  EXPECT_EQ(claim::find_claims(after), after);
}

TEST(Claim, ANumberIsWorthMoreThanAnOpinion) {
  const auto number = claim::judge("Two people were killed when the bridge fell in 2011.");
  const auto opinion = claim::judge("I think the bridge is beautiful.");
  EXPECT_GT(number.millionths_by_itself, opinion.millionths_by_itself + 100000);
  EXPECT_EQ(document::band_of(opinion.worth), document::Band::low);
  EXPECT_NE(std::find(number.reasons.begin(), number.reasons.end(), "number"), number.reasons.end());
  EXPECT_EQ(opinion.verifiable.name(), "no");
}

TEST(Claim, TheBestClaimsOfAnArticleAreMarked) {
  const Document d = claim::find_claims(document_of(
      "The river is lovely.\nWe like it here.\nA record 4,300 people were killed in the war last year, more than in 2011.\nIt is a fine day.\n"
      "The walls look old.\nI think so too."));
  const auto best = std::max_element(d.claims.begin(), d.claims.end(),
                                     [](const document::Claim& a, const document::Claim& b) { return *a.checkworthiness < *b.checkworthiness; });
  EXPECT_EQ(document::words_of(d, best->spans), "A record 4,300 people were killed in the war last year, more than in 2011");
  EXPECT_GE(document::band_of(*best->checkworthiness), document::Band::medium);
}

TEST(Claim, WhatShallBeIsNoPastEvent) {
  const Document shall = claim::find_claims(document_of("All twelve members must agree if a ferry damaged in May is to be replaced.\n"));
  const Document was = claim::find_claims(document_of("The ferry was damaged in May and two people died.\n"));
  const auto has_past = [](const Document& d) {
    const std::vector<std::string>& reasons = d.claims.front().reasons;
    return std::find(reasons.begin(), reasons.end(), "past event") != reasons.end();
  };
  ASSERT_FALSE(shall.claims.empty());
  ASSERT_FALSE(was.claims.empty());
  EXPECT_EQ(shall.claims.front().type.name(), "law_rule");
  EXPECT_FALSE(has_past(shall));
  EXPECT_TRUE(has_past(was));
}

TEST(ClaimDesk, AStatementIsSeenBesideTheTitleAndTheOtherStatements) {
  const std::string text = "The council met on Monday.\nThe ferry company lost nine boats in May.\n";
  const auto signs_of = [](const Document& d, std::size_t i) {
    const std::vector<claim::Statement> statements = claim::statements(d);
    const claim::Judgements seen = claim::judge_all(claim::Background(d), statements);
    return claim::Survey(d, seen.sightings).signs(i);
  };
  Document plain = document_of(text), titled = document_of(text), longer = document_of(text + "Its ferry boats sank in a storm.\n");
  titled.article.title = "Ferry company loses boats";
  EXPECT_EQ(signs_of(plain, 1), signs_of(document_of(text), 1));
  EXPECT_NE(signs_of(plain, 1), signs_of(titled, 1));
  EXPECT_NE(signs_of(plain, 1), signs_of(longer, 1));
}

TEST(ClaimScorer, DamagedWeightsAreRefusedWithASentence) {
  const std::string file(rules::embedded("models/claims.bin"));
  ASSERT_TRUE(claim::Scorer::read(file).ok());
  for (const std::size_t size : {std::size_t{0}, std::size_t{12}, file.size() / 2, file.size() - 1}) EXPECT_FALSE(claim::Scorer::read(file.substr(0, size)).ok()) << size;
  EXPECT_FALSE(claim::Scorer::read(file + "x").ok());
}

TEST(ClaimScorer, TheSameFeaturesOfALongSentenceCountOnce) {
  std::string twice = "prices rose";
  const auto once = claim::features(twice, claim::passage(twice).words, "event", {});
  std::vector<std::uint32_t> rows;
  for (const claim::Feature& f : once) rows.push_back(f.row);
  std::sort(rows.begin(), rows.end());
  EXPECT_EQ(std::adjacent_find(rows.begin(), rows.end()), rows.end());
}

TEST(Claim, AnyTextGivesSoundClaims) {
  const std::string odd = std::string("But, and, “ — ; said? ") + '\0' + " ’s n’t 5 % $ .\nThe — was; and the; is — and it was, but\n";
  Document d = document_of(odd);
  EXPECT_TRUE(check(claim::find_claims(d)).empty());
  std::string commas;
  for (int i = 0; i < 20000; ++i) commas += "it was so, and ";
  EXPECT_TRUE(check(claim::find_claims(document_of(commas))).empty());
  std::string verbless;
  for (int i = 0; i < 20000; ++i) verbless += "a bridge, and ";
  EXPECT_TRUE(claims_of(document_of(verbless)).empty());
}

TEST(ClaimTables, EveryTypeHasASentenceOfItsOwn) {
  const rules::Table table = rules::load("rules/claim_types.tsv");
  for (const auto& row : table.rows) {
    EXPECT_EQ(claim::judge(table.cell(row, "yes")).type.name(), table.cell(row, "type")) << table.path << ":" << row.line;
    EXPECT_NE(claim::judge(table.cell(row, "no")).type.name(), table.cell(row, "type")) << table.path << ":" << row.line;
  }
}

TEST(ClaimTables, EveryPatternMatchesItsExample) {
  const rules::Table table = rules::load("rules/en/claim_patterns.tsv");
  for (const auto& row : table.rows) {
    const RE2 pattern{std::string(table.cell(row, "pattern"))};
    EXPECT_TRUE(RE2::PartialMatch(claim::small(table.cell(row, "yes")), pattern)) << table.path << ":" << row.line;
    EXPECT_FALSE(RE2::PartialMatch(claim::small(table.cell(row, "no")), pattern)) << table.path << ":" << row.line;
  }
}

TEST(ClaimTables, EveryWordClassIsFoundInItsExample) {
  const rules::Table table = rules::load("rules/en/claim_words.tsv");
  const auto has = [](std::string_view sentence, std::uint32_t bit) {
    for (const claim::Word& word : claim::classify(sentence, text::tokens(sentence, {0, static_cast<std::uint32_t>(sentence.size())})))
      if (word.classes & bit) return true;
    return false;
  };
  std::uint32_t bit = 1;
  for (const auto& row : table.rows) {
    EXPECT_TRUE(has(table.cell(row, "yes"), bit)) << table.path << ":" << row.line;
    EXPECT_FALSE(has(table.cell(row, "no"), bit)) << table.path << ":" << row.line;
    bit <<= 1;
  }
}

}  // namespace
