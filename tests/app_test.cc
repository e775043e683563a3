// What the page says of itself outside the canvas: the rows of its mirror, and its settings as text.
#include <gtest/gtest.h>

#include "app/mirror.h"
#include "app/settings_text.h"

namespace {

using namespace document;

// “Go now,” said Smith. Then he left.
session::Session opened() {
  session::Session s;
  s.open = true;
  s.changes = 1;
  Document& d = s.document;
  d.article.title = "A day";
  d.article.text = std::string("Go now, said Smith.\nThen he left.");
  d.article.blocks = std::vector<Block>{{.id = BlockId("b1"), .span = {0, 19}}, {.id = BlockId("b2"), .span = {20, 33}}};
  d.speakers = std::vector<Speaker>{{.id = SpeakerId("s1"), .name = "Smith"}};
  d.quotations = std::vector<Quotation>{
      {.id = QuotationId("q1"), .type = kDirect, .content = {{0, 7}}, .cue = {{8, 12}}, .source = {{13, 18}}, .speaker = SpeakerId("s1")}};
  return s;
}

TEST(Mirror, NamesLostMarksUntilTheyArePutBack) {
  session::Session s = opened();
  app::Mirror mirror;
  EXPECT_NE(mirror.update(s, {}).find(R"("lost":{"changed":[],"count":0})"), std::string::npos);
  LostMark lost;
  lost.list = "quotations";
  lost.id = "q7";
  lost.exact = "Stay here.";
  s.document.lost.push_back(lost);
  ++s.changes;
  EXPECT_NE(mirror.update(s, {}).find(R"("lost":{"changed":[[0,{"id":"q7","text":"Quotation: Stay here."}]],"count":1})"), std::string::npos);
}

TEST(Mirror, GivesTheWordsOfEveryBlockWithTheirMarks) {
  app::Mirror mirror;
  const std::string rows = mirror.update(opened(), {});
  EXPECT_NE(rows.find(R"("words":[{"kind":"quotation","id":"q1","speaker":"s1","name":"Smith","type":"direct","state":"suggested"},"Go now,",0," ",)"
                      R"({"kind":"cue","id":"q1","speaker":"s1","type":"direct","state":"suggested"},"said",0," ",)"),
            std::string::npos)
      << rows;
  EXPECT_NE(rows.find(R"("words":["Then he left."])"), std::string::npos) << rows;
  EXPECT_NE(rows.find(R"("text":"Smith, 1 quotation")"), std::string::npos) << rows;
}

TEST(Mirror, NamesTheRoleOfAnExcludedBlock) {
  session::Session s = opened();
  s.document.article.blocks.edit(1).role = BlockRole("related-link");
  s.document.article.blocks.edit(1).excluded = true;
  const std::string rows = app::Mirror().update(s, {});
  EXPECT_NE(rows.find(R"("role":"related-link","excluded":true,"label":"Related link","words")"), std::string::npos) << rows;
}

TEST(Mirror, SplitsMarksThatCross) {
  session::Session s = opened();
  s.document.quotations.edit(0).cue.clear();
  s.document.quotations.edit(0).source.clear();
  s.document.claims = std::vector<Claim>{{.id = ClaimId("c1"), .spans = {{3, 12}}}};
  const std::string rows = app::Mirror().update(s, {});
  const std::string claim = R"({"kind":"claim","id":"c1","state":"suggested"})";
  EXPECT_NE(rows.find("\"Go \"," + claim + ",\"now,\",0,0," + claim + ",\" said\",0,\" Smith.\"]"), std::string::npos) << rows;
}

TEST(Mirror, SaysNothingWhenNothingChanged) {
  app::Mirror mirror;
  const session::Session s = opened();
  EXPECT_NE(mirror.update(s, {}), "");
  EXPECT_EQ(mirror.update(s, {}), "");
}

TEST(Mirror, GivesOnlyTheRowsThatChanged) {
  app::Mirror mirror;
  session::Session s = opened();
  mirror.update(s, {});
  s.document.quotations.edit(0).review.state = kAccepted;
  ++s.changes;
  const std::string rows = mirror.update(s, {});
  EXPECT_NE(rows.find("accepted"), std::string::npos);
  EXPECT_EQ(rows.find("Then he left."), std::string::npos) << rows;
}

TEST(Mirror, GivesTheRowsOfMarksWhoseSpeakerGotAnotherName) {
  app::Mirror mirror;
  session::Session s = opened();
  mirror.update(s, {});
  ASSERT_FALSE(s.document.speakers.empty());
  s.document.speakers.edit(0).name = "Jones the Baker";
  ++s.changes;
  const std::string rows = mirror.update(s, {});
  EXPECT_NE(rows.find("Jones the Baker: "), std::string::npos) << rows;
}

TEST(Mirror, TakesRejectedMarksOutOfTheTextAndKeepsThemInTheList) {
  session::Session s = opened();
  s.document.quotations.edit(0).review.state = kRejected;
  const std::string rows = app::Mirror().update(s, {});
  EXPECT_EQ(rows.find(R"("kind":"quotation")"), std::string::npos) << rows;
  EXPECT_NE(rows.find("(direct, rejected)"), std::string::npos) << rows;
}

TEST(SettingsText, ComesBackAsItWas) {
  ui::Settings settings;
  settings.theme = ui::Theme::dark;
  settings.text_size = 22;
  settings.person = "Ida = Solheim";
  settings.show_low_claims = true;
  settings.column = 84;
  settings.keys = {{"accept", "Ctrl+="}, {"reject", ""}};
  EXPECT_EQ(app::read_settings(app::write_settings(settings)), settings);
  EXPECT_EQ(app::read_settings(app::write_settings({})), ui::Settings());
}

TEST(SettingsText, PassesOverWhatItDoesNotKnow) {
  EXPECT_EQ(app::read_settings("text-size=900\ntheme=plaid\nfuture=yes\n\nno line\ncolumn=7\nkey.fly=Q"), ui::Settings());
}

}  // namespace
