// What the marked texts of tests/spec cannot say of speakers: kinds, roles, aliases, doubts.
#include <gtest/gtest.h>

#include <algorithm>

#include "annotate/annotate.h"
#include "document/sureness.h"

namespace {

document::Document annotated(const std::string& text) {
  document::Article article;
  article.text = document::SharedText(text);
  return annotate::annotate(std::move(article));
}

const document::Speaker* named(const document::Document& d, std::string_view name) {
  for (const document::Speaker& s : d.speakers)
    if (s.name == name) return &s;
  return nullptr;
}

TEST(Speakers, ASurnameOfTwoIsDoubtful) {
  const document::Document d = annotated("Tom Dale said that the road was closed. Mary Dale said that it was open. Dale later said that it was late.");
  ASSERT_EQ(d.quotations.size(), 3u);
  EXPECT_TRUE(is_doubtful(d.quotations[2]));
  EXPECT_NE(d.quotations[2].origin.method.find("speaker/doubtful"), std::string::npos);
  EXPECT_FALSE(is_doubtful(d.quotations[0]));
  EXPECT_NE(annotate::explain(d).find("(doubtful)"), std::string::npos) << "the command line says it too";
}

// An article of three blocks, the one in the middle a heading.
document::Document with_heading(const std::string& before, const std::string& heading, const std::string& after) {
  document::Article article;
  article.text = document::SharedText(before + "\n" + heading + "\n" + after);
  const auto first = static_cast<std::uint32_t>(before.size()), second = static_cast<std::uint32_t>(first + 1 + heading.size());
  article.blocks.push_back({.id = document::BlockId("b1"), .span = {0, first}});
  article.blocks.push_back({.id = document::BlockId("b2"), .span = {first + 1, second}, .role = document::kHeading});
  article.blocks.push_back({.id = document::BlockId("b3"), .span = {second + 1, static_cast<std::uint32_t>(article.text.view().size())}});
  return annotate::annotate(std::move(article));
}

TEST(Speakers, WordsInAHeadingAreWhoseTheyAreInTheText) {
  const document::Document d = with_heading("“Nobody asked the farmers about the water,” said Tom Hill on Monday.", "‘The pump ran dry by June’",
                                            "“We had no rain, and the old pump ran completely dry by June,” said Ana Ruiz.");
  ASSERT_EQ(d.quotations.size(), 3u);
  EXPECT_EQ(d.quotations[1].speaker, named(d, "Ana Ruiz")->id);
  EXPECT_NE(d.quotations[1].origin.method.find("speaker/echo"), std::string::npos);
}

TEST(Speakers, WordsInAHeadingThatNobodySaysBelowAreNobodys) {
  const document::Document d = with_heading("“Nobody asked the farmers about the water,” said Tom Hill on Monday.", "“A summer without any end”",
                                            "“The pump is old.”");
  ASSERT_GE(d.quotations.size(), 2u);
  for (std::size_t i = 1; i < d.quotations.size(); ++i) EXPECT_FALSE(d.quotations[i].speaker) << i;
}

TEST(Speakers, ABearerOfTheSurnameWhoIsOutOfMindLeavesNoDoubt) {
  std::string text = "Tom Dale said that the road was closed.";
  for (int i = 0; i < 40; ++i) text += "\n\nThe rain fell on the valley, and the water rose over the bank.";
  text += "\n\nMary Dale said that it was open. Dale later said that it was late.";
  const document::Document d = annotated(text);
  ASSERT_EQ(d.quotations.size(), 3u);
  EXPECT_EQ(d.quotations[2].speaker, d.quotations[1].speaker);
  EXPECT_EQ(d.quotations[2].origin.method.find("speaker/doubtful"), std::string::npos);
}

TEST(Speakers, APronounOfTwoIsDoubtful) {
  const document::Document d = annotated("The talks were led by Mr Dale with Mr Hill in Oslo. “It went well,” he said.");
  ASSERT_EQ(d.quotations.size(), 1u);
  EXPECT_TRUE(is_doubtful(d.quotations[0]));
}

TEST(Speakers, TheirDoubtLowersTheConfidenceOfTheQuotation) {
  const document::Document by_name = annotated("Tom Dale said that the road was closed."), by_noun = annotated("A neighbour said that the road was closed.");
  ASSERT_EQ(by_name.quotations.size(), 1u);
  ASSERT_EQ(by_noun.quotations.size(), 1u);
  EXPECT_LT(*by_noun.quotations[0].origin.confidence, *by_name.quotations[0].origin.confidence);
}

TEST(Speakers, ABodyIsCalledByItsSpokeswoman) {
  const document::Document d = annotated("Zenner Bank closed its branch in Oslo. “We are sorry,” a spokeswoman for the bank said.");
  const document::Speaker* bank = named(d, "Zenner Bank");
  ASSERT_TRUE(bank);
  EXPECT_EQ(bank->kind, document::kOrganisation);
  EXPECT_EQ(bank->aliases, std::vector<std::string>{"a spokeswoman for the bank"});
}

TEST(Speakers, AReportIsADocumentWithoutItsArticle) {
  const document::Document d = annotated("A leaked report from 2022 says that the wall was thin. The document warns that others may fall.");
  ASSERT_EQ(d.speakers.size(), 1u);
  EXPECT_EQ(d.speakers[0].name, "leaked report");
  EXPECT_EQ(d.speakers[0].kind, document::kDocument);
}

TEST(Speakers, ARoleBeforeTheNameIsKept) {
  const document::Document d = annotated("The chair, Ana Ruiz, opened the hearing. “Let us begin,” she said.");
  const document::Speaker* ruiz = named(d, "Ana Ruiz");
  ASSERT_TRUE(ruiz);
  EXPECT_EQ(ruiz->roles, std::vector<std::string>{"chair"});
}

TEST(Speakers, ANumberOfPeopleIsAGroup) {
  const document::Document d = annotated("Twenty-three of the 35 councillors said the road was closed. Several drivers said it was open.");
  ASSERT_EQ(d.speakers.size(), 2u);
  EXPECT_EQ(d.speakers[0].name, "twenty-three of the 35 councillors");
  EXPECT_EQ(d.speakers[0].kind, document::kGroup);
  EXPECT_EQ(d.speakers[1].kind, document::kGroup);
}

// The kind of the one who says something in the text.
std::string kind_in(const std::string& text) {
  const document::Document d = annotated(text);
  return d.speakers.size() == 1 ? d.speakers[0].kind.name() : "not one speaker";
}

TEST(Speakers, HaveTheKindThatTheirWordsTell) {
  EXPECT_EQ(kind_in("The premier said the road was closed."), "person") << "an office has one holder";
  EXPECT_EQ(kind_in("A premier said the road was closed."), "unnamed");
  EXPECT_EQ(kind_in("Oakmere Energy said the road was closed."), "organisation");
  EXPECT_EQ(kind_in("PalmCash said the road was closed."), "organisation");
  EXPECT_EQ(kind_in("The Allied Food Workers (AFW) said the road was closed."), "organisation");
  EXPECT_EQ(kind_in("Donors said the road was closed."), "group");
  EXPECT_EQ(kind_in("A footnote says the road was closed."), "document");
  EXPECT_EQ(kind_in("Earlier studies say the road was closed."), "document");
  EXPECT_EQ(kind_in("Judge Marcus Fell said the road was closed."), "person");
}

std::vector<std::string> roles_in(const std::string& text, std::string_view name) {
  const document::Document d = annotated(text);
  const document::Speaker* s = named(d, name);
  return s ? s->roles : std::vector<std::string>{"nobody of that name"};
}

TEST(Speakers, HaveTheRolesThatStandBesideTheirNames) {
  using Roles = std::vector<std::string>;
  EXPECT_EQ(roles_in("“It is closed,” said Declan Hill, the alliance’s regional organiser.", "Declan Hill"), Roles{"alliance’s regional organiser"});
  EXPECT_EQ(roles_in("Imran Hill (Labour, Rotherham North) said the road was closed.", "Imran Hill"), Roles{"Labour, Rotherham North"});
  EXPECT_EQ(roles_in("Gwen Hill, who teaches water law in Boulder, said the road was closed.", "Gwen Hill"), Roles{"teaches water law in Boulder"});
  EXPECT_EQ(roles_in("Fergus Hill, prosecuting, said the road was closed.", "Fergus Hill"), Roles{"prosecuting"});
  EXPECT_EQ(roles_in("Farid Hill of Konkan Securities said the road was closed.", "Farid Hill"), Roles{"of Konkan Securities"});
  EXPECT_EQ(roles_in("Groundsman Pradeep Hill said the road was closed.", "Pradeep Hill"), Roles{"Groundsman"});
  EXPECT_EQ(roles_in("Ana Hill is the city’s water commissioner. Hill said the road was closed.", "Ana Hill"), Roles{"city’s water commissioner"});
  const Roles roles = roles_in("“It is closed,” said chief of road safety Orla Hill.", "Orla Hill");
  EXPECT_NE(std::find(roles.begin(), roles.end(), "chief of road safety"), roles.end());
}

TEST(Speakers, AreFoundAgainByTheWordsThatTheArticleUsed) {
  const document::Document d = annotated(
      "Oakmere Energy closed its mine. “We are sorry,” the company said. Mr Hill, its chief executive, Tom Hill, was absent. “No,” said Mr Hill.");
  const document::Speaker* oakmere = named(d, "Oakmere Energy");
  ASSERT_TRUE(oakmere);
  EXPECT_EQ(oakmere->aliases, std::vector<std::string>{"the company"});
  const document::Speaker* hill = named(d, "Tom Hill");
  ASSERT_TRUE(hill);
  EXPECT_NE(std::find(hill->aliases.begin(), hill->aliases.end(), "Mr Hill"), hill->aliases.end());
}

std::string source_in(const std::string& text) {
  const document::Document d = annotated(text);
  return d.quotations.empty() || d.quotations[0].source.empty() ? "" : std::string(slice(d.article.text.view(), d.quotations[0].source.front()));
}

TEST(Sources, BeginWhereTheSpeakerDoes) {
  EXPECT_EQ(source_in("WASHINGTON, Sept. 24 — Senate leaders told the committee that the vote was off."), "Senate leaders");
  EXPECT_EQ(source_in("In Ohio, the pollster Ana Ruiz said that the vote was close."), "the pollster Ana Ruiz");
  EXPECT_EQ(source_in("“I lost my job,” said Ana Ruiz, 59, of Leeds, Md."), "Ana Ruiz");
}

TEST(Speakers, OfAHeadlineAreCalledAsTheTextCallsThem) {
  const document::Document d = annotated("Ana Ruiz Slams Tom Hill\n\nAna Ruiz said that Tom Hill was late. Tom Hill said he was not.");
  EXPECT_TRUE(named(d, "Ana Ruiz"));
  EXPECT_TRUE(named(d, "Tom Hill"));
  EXPECT_FALSE(named(d, "Ana Ruiz Slams Tom Hill"));
}

TEST(Speakers, TheListenerIsNotTheCompany) {
  const document::Document d = annotated("Kobo Energy lost its licence. A driver told PalmCash that it was late. The company said it was sorry.");
  ASSERT_EQ(d.quotations.size(), 2u);
  ASSERT_TRUE(d.quotations[1].speaker);
  EXPECT_EQ(find(d, *d.quotations[1].speaker)->name, "Kobo Energy");
}

}  // namespace
