// What a person sets up: keys, the width of the column; the history; the first steps; the figures as files.
#include <gtest/gtest.h>

#include "support/ui_page.h"
#include "ui/figures_export.h"
#include "ui/key_names.h"

namespace {

using namespace document;
using namespace ui_page;
using session::Target;

TEST(Keys, AreReadAndWrittenInOneLanguage) {
  for (const ui::CommandRow& row : ui::commands()) {
    const ui::Chord chord = ui::chord_of(row.keys);
    if (chord.key != ImGuiKey_None) {
      EXPECT_EQ(ui::name_of(chord), row.keys);
    }
  }
  EXPECT_EQ(ui::name_of(ui::chord_of("Hyper+Q+Z")), "Z");
  EXPECT_EQ(ui::chord_of("nonsense").key, ImGuiKey_None);
}

TEST(Keys, AreChangedOnTheHelpSheetAndWorkAtOnce) {
  Page page;
  page.open(article());
  page.command("select", "q1");
  page.command("help");
  page.click("help.accept");
  EXPECT_EQ(page.view.key_of, "accept");
  page.press(ImGuiKey_Y);
  EXPECT_EQ(page.settings.keys.at("accept"), "Y");
  page.press(ImGuiKey_Escape);
  page.press(ImGuiKey_A);
  EXPECT_EQ(find(page.s.document, QuotationId("q1"))->review.state, kSuggested);
  page.press(ImGuiKey_Y);
  EXPECT_EQ(find(page.s.document, QuotationId("q1"))->review.state, kAccepted);
  page.command("reset-keys");
  EXPECT_TRUE(page.settings.keys.empty());
}

// What the page says to a new key, before the words have gone.
std::string said(Page& page, std::string_view argument) {
  ui::Output out;
  page.view.hint.clear();
  ui::find_command("set-key")->run(page.s, page.view, argument, out);
  for (const ui::Request& r : out.requests)
    if (const auto* changed = std::get_if<ui::ChangeSettings>(&r)) page.settings = changed->settings;
  return page.view.hint;
}

TEST(Keys, AKeyBelongsToOneCommand) {
  Page page;
  page.open(article());
  const std::string words = said(page, "accept X");
  EXPECT_EQ(page.settings.keys.at("reject"), "");
  EXPECT_EQ(words, "“Reject this mark” had this key and has none now.");
  page.command("set-key", "accept A");
  EXPECT_FALSE(page.settings.keys.contains("accept"));
}

TEST(Keys, ThoseOfTheBrowserAndTheTextCursorStay) {
  Page page;
  page.open(article());
  for (const char* taken : {"accept Ctrl+T", "accept Ctrl+W", "accept Esc", "accept 1", "accept Hyper", "undo-all Y", "back Y"}) {
    EXPECT_FALSE(said(page, taken).empty()) << taken;
    EXPECT_TRUE(page.settings.keys.empty()) << taken;
  }
}

TEST(Column, IsAsWideAsThePersonWants) {
  Page page;
  page.around.width = 1600;
  page.open(article());
  page.command("select-words", "Nobody else said anything.");
  page.command("column", "wide");
  EXPECT_EQ(page.settings.column, 84);
  const float wide = page.view.kept.column.width;
  page.command("column", "narrow");
  EXPECT_LT(page.view.kept.column.width * 1.5f, wide);
}

TEST(History, IsReadAndGoneBackTo) {
  Page page;
  page.open(article());
  page.command("select", "q1");
  page.press(ImGuiKey_A);
  page.command("select", "q2");
  page.press(ImGuiKey_X);
  page.press(ImGuiKey_H);
  EXPECT_EQ(page.view.panel(), "history");
  page.click("history.2");
  EXPECT_EQ(page.s.document, article());
  EXPECT_EQ(page.s.future.size(), 2u);
  page.click("history.0");
  EXPECT_EQ(find(page.s.document, QuotationId("q2"))->review.state, kRejected);
  EXPECT_TRUE(page.s.future.empty());
}

TEST(FirstSteps, StandOnTheSampleUntilTheyArePutAway) {
  Document sample = article();
  sample.article.import.method = "sample";
  Page page;
  page.open(sample);
  EXPECT_TRUE(page.view.places.contains("first-steps"));
  page.click("steps.next");
  EXPECT_TRUE(page.view.places.contains("first-steps"));
  page.click("steps.never");
  EXPECT_TRUE(page.settings.hint_dismissed);
  EXPECT_FALSE(page.view.places.contains("first-steps"));
  page.open(article());
  page.settings.hint_dismissed = false;
  page.settle();
  EXPECT_FALSE(page.view.places.contains("first-steps"));
}

TEST(FiguresExport, IsATableForASpreadsheet) {
  Document d = article();
  d.speakers.edit(1).name = "=\"Council\"";
  d.quotations.edit(1).review.state = kAccepted;
  EXPECT_EQ(ui::figures_csv(d, ui::count(d)),
            "speaker,kind,quotations,words,direct words,reported words,share of words in per cent,share of quotations in per cent,claims,"
            "first heard in per cent of the article,last heard in per cent of the article\r\n"
            "\"Ida Holm\",\"person\",2,11,6,5,100.0,100.0,0,0.0,48.6\r\n"
            "\"'=\"\"Council\"\"\",\"group\",0,0,0,0,0.0,0.0,0,,\r\n"
            "\"The article itself\",,0,0,0,0,,,2,,\r\n");
}

TEST(FiguresExport, IsAPictureWithItsNumbersInWords) {
  Document d = article();
  d.article.title = "Bridge <b> & tunnel";
  const std::string svg = ui::figures_svg(d, ui::count(d));
  EXPECT_TRUE(svg.starts_with("<svg xmlns="));
  EXPECT_NE(svg.find("<title id=\"t\">Who is quoted in “Bridge &lt;b> &amp; tunnel”</title>"), std::string::npos);
  EXPECT_NE(svg.find(">100 %, 6 words</text>"), std::string::npos);
  EXPECT_NE(svg.find("<desc id=\"d\">Ida Holm 100 %</desc>"), std::string::npos);
}

TEST(FiguresExport, CountsPeopleAgainstOrganisations) {
  Document d = article();
  d.quotations.edit(1).review.state = kAccepted;
  d.quotations.edit(1).speaker = SpeakerId("s2");
  const auto shares = ui::shares_by_kind(d, ui::count(d));
  ASSERT_EQ(shares.size(), 2u);
  EXPECT_EQ(shares[0].kind, kHuman);
  EXPECT_EQ(shares[0].words, 6);
  EXPECT_EQ(shares[1].words, 5);
}

}  // namespace
