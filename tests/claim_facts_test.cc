#include <gtest/gtest.h>

#include "claim/amounts.h"
#include "claim/calendar.h"
#include "claim/dates.h"
#include "claim/facts.h"
#include "claim/judge.h"
#include "claim/wording.h"
#include "format/claims_review.h"
#include "rules/table.h"

namespace {

using namespace document;

Document published_on(const std::string& text, const std::string& day) {
  Document d;
  d.article.text = SharedText(text);
  d.article.published = day;
  d.speakers.push_back({.id = SpeakerId("s1"), .name = "Ana Ruiz", .kind = kHuman, .aliases = {"Ruiz"}, .pronouns = {"she"}});
  d.speakers.push_back({.id = SpeakerId("s2"), .name = "Ministry of Health", .kind = kOrganisation, .aliases = {"the ministry"}});
  return d;
}

std::string facts_in(const std::string& text, const std::string& day = "2024-03-07") {
  const Document d = published_on(text, day);
  std::string out;
  for (const ClaimFact& f : claim::facts(claim::Background(d), claim::passage(d.article.text.view()).words))
    out += (out.empty() ? "" : "; ") + f.kind.name() + " " + (f.value.empty() ? "?" : f.value);
  return out;
}

enum class By { article, direct, reported };

std::string wording_of(const std::string& text, By by, const std::string& day = "2024-03-07") {
  const Document d = published_on(text, day);
  const claim::Background background(d);
  const std::vector<claim::Word> words = claim::passage(d.article.text.view()).words;
  return claim::wording(background, words, claim::facts(background, words), {&d.speakers[0], by == By::direct, by == By::reported});
}

TEST(ClaimFacts, NumbersAmountsAndSharesAreToldInDigits) {
  EXPECT_EQ(facts_in("four others were hurt"), "number 4");
  EXPECT_EQ(facts_in("some 4,300 people and twenty-five dogs"), "number 4300; number 25");
  EXPECT_EQ(facts_in("it cost 3.5 million euros"), "money 3500000 euros");
  EXPECT_EQ(facts_in("it cost $1.2bn"), "money 1200000000 dollars");
  EXPECT_EQ(facts_in("prices rose by 12 percent"), "percentage 12%");
  EXPECT_EQ(facts_in("half a million left"), "number 500000");
  EXPECT_EQ(facts_in("two thirds of them and one in four of us"), "number 2/3; number 1/4");
  EXPECT_EQ(facts_in("two hundred and fifty died"), "number 250");
  EXPECT_EQ(facts_in("dozens of men left"), "number ?");
  EXPECT_EQ(facts_in("one of them saw no one"), "");
}

TEST(ClaimFacts, DaysAreToldFromTheDayOfTheArticle) {
  EXPECT_EQ(facts_in("it fell on Wednesday"), "date 2024-03-06");
  EXPECT_EQ(facts_in("it will fall on Wednesday"), "date 2024-03-13");
  EXPECT_EQ(facts_in("it fell last year"), "date 2023");
  EXPECT_EQ(facts_in("it fell three weeks ago"), "date 2024-02-15");
  EXPECT_EQ(facts_in("it fell last night, not in December"), "date 2024-03-06; date 2023-12");
  EXPECT_EQ(facts_in("it fell on 3 May 2021"), "date 2021-05-03");
  EXPECT_EQ(facts_in("it fell on March 1, 2022"), "date 2022-03-01");
  EXPECT_EQ(facts_in("it fell last week"), "date 2024-W09");
  EXPECT_EQ(facts_in("it fell on Wednesday", ""), "date ?");
  EXPECT_EQ(facts_in("it fell on 31 February 2022"), "date ?");
}

TEST(ClaimFacts, NamesAreTheFullOnesOfTheArticle) {
  EXPECT_EQ(facts_in("the gate was closed by Ruiz in Kyiv"), "person Ana Ruiz; place Kyiv");
  EXPECT_EQ(facts_in("the treaty of NATO binds the United States"), "organisation NATO; place United States");
}

TEST(ClaimCalendar, CountsDaysOverYearsAndLeapDays) {
  EXPECT_EQ(claim::iso(claim::days_after({2024, 3, 1}, -1)), "2024-02-29");
  EXPECT_EQ(claim::iso(claim::days_after({2023, 12, 31}, 1)), "2024-01-01");
  EXPECT_EQ(claim::weekday({2024, 3, 6}), 3);
  EXPECT_EQ(claim::day_of("2024-03-06T10:00:00Z"), (claim::Date{2024, 3, 6}));
  EXPECT_EQ(claim::day_of("6 March 2024"), std::nullopt);
  EXPECT_EQ(claim::day_of("2024-13-06"), std::nullopt);
}

TEST(ClaimWording, PronounsBecomeNamesAndRelativeDaysDates) {
  EXPECT_EQ(wording_of("I was told on Wednesday", By::direct), "Ana Ruiz was told on 6 March 2024.");
  EXPECT_EQ(wording_of("I have closed it", By::direct), "Ana Ruiz has closed it.");
  EXPECT_EQ(wording_of("I think it is closed", By::direct), "I [Ana Ruiz] think it is closed.");
  EXPECT_EQ(wording_of("she was told last year", By::reported), "Ana Ruiz was told in 2023.");
  EXPECT_EQ(wording_of("her house burned down", By::article), "Ana Ruiz’s house burned down.");
  EXPECT_EQ(wording_of("Ruiz closed the gate", By::article), "Ana Ruiz closed the gate.");
  EXPECT_EQ(wording_of("the ministry was told", By::article), "The Ministry of Health was told.");
}

TEST(ClaimWording, WhoCannotBeToldStays) {
  EXPECT_EQ(wording_of("he was told", By::reported), "He was told.");
  EXPECT_EQ(wording_of("it fell on Wednesday", By::article, ""), "It fell on Wednesday.");
}

TEST(ClaimReviewDraft, HoldsTheClaimItsAuthorAndWhereItAppeared) {
  Document d = published_on("The bridge fell. It is ugly.", "2024-03-07");
  d.article.url = "https://example.org/bridge";
  d.article.title = "The bridge";
  d.claims.push_back({.id = ClaimId("c1"), .spans = {{0, 15}}, .type = ClaimType("event"), .verifiable = Verifiable("yes"), .checkworthiness = 700});
  d.claims.edit(0).attribution.speaker = SpeakerId("s1");
  d.claims.push_back({.id = ClaimId("c2"), .spans = {{17, 27}}, .type = ClaimType("opinion"), .verifiable = Verifiable("no")});
  const std::string draft = format::write_claim_review(d);
  for (const char* part : {"\"@context\": \"https://schema.org\"", "\"@type\": \"ClaimReview\"", "\"claimReviewed\": \"The bridge fell\"", "\"@type\": \"Person\"",
                           "\"name\": \"Ana Ruiz\"", "\"datePublished\": \"2024-03-07\"", "\"url\": \"https://example.org/bridge\"", "\"creativeWorkStatus\": \"Draft\""})
    EXPECT_NE(draft.find(part), std::string::npos) << part << "\n" << draft;
  EXPECT_EQ(draft.find("ugly"), std::string::npos) << "an opinion cannot be checked";
}

TEST(ClaimTables, NumbersAndDatesAreFoundInTheirExamplesOnly) {
  const auto kinds = [](std::string_view sentence) {
    const Document d = published_on(std::string(sentence), "2024-03-07");
    std::string out;
    for (const ClaimFact& f : claim::facts(claim::Background(d), claim::passage(d.article.text.view()).words)) out += f.kind.name() + " ";
    return out;
  };
  const rules::Table dates = rules::load("rules/en/claim_dates.tsv"), places = rules::load("rules/en/claim_places.tsv"), numbers = rules::load("rules/en/claim_numbers.tsv");
  for (const auto& row : dates.rows) {
    EXPECT_NE(kinds(dates.cell(row, "yes")).find("date"), std::string::npos) << dates.path << ":" << row.line;
    EXPECT_EQ(kinds(dates.cell(row, "no")).find("date"), std::string::npos) << dates.path << ":" << row.line;
  }
  for (const auto& row : places.rows) {
    EXPECT_NE(kinds(places.cell(row, "yes")).find("place"), std::string::npos) << places.path << ":" << row.line;
    EXPECT_EQ(kinds(places.cell(row, "no")).find("place"), std::string::npos) << places.path << ":" << row.line;
  }
  for (const auto& row : numbers.rows) {
    EXPECT_NE(kinds(numbers.cell(row, "yes")), "") << numbers.path << ":" << row.line;
    EXPECT_EQ(kinds(numbers.cell(row, "no")), "") << numbers.path << ":" << row.line;
  }
}

}  // namespace
