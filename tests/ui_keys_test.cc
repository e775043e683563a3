// What keys and the pointer do on the page.
#include <gtest/gtest.h>

#include "support/ui_page.h"

namespace {

using namespace document;
using namespace ui_page;
using session::Target;

TEST(Page, TellsWhereThingsStand) {
  Page page;
  page.open(article());
  for (const char* id : {"article", "q1", "q2", "speaker.s1", "tab.claims", "button.undo", "button.commands", "disc.c1"})
    EXPECT_TRUE(page.view.places.contains(id)) << id;
}

TEST(Page, KeysGoFromMarkToMarkAndJudgeThem) {
  Page page;
  page.open(article());
  page.press(ImGuiKey_J);
  EXPECT_EQ(page.s.selected, Target(QuotationId("q1")));
  page.press(ImGuiKey_Tab);
  EXPECT_EQ(page.s.selected, Target(QuotationId("q2")));
  page.press(ImGuiKey_A);
  EXPECT_EQ(find(page.s.document, QuotationId("q2"))->review.state, kAccepted);
  page.press(ImGuiKey_K);
  page.press(ImGuiKey_X);
  EXPECT_EQ(find(page.s.document, QuotationId("q1"))->review.state, kRejected);
  page.press(ImGuiKey_Z, ImGuiMod_Ctrl);
  page.press(ImGuiKey_Z, ImGuiMod_Ctrl);
  EXPECT_EQ(page.s.document, article());
  page.press(ImGuiKey_Y, ImGuiMod_Ctrl);
  EXPECT_EQ(find(page.s.document, QuotationId("q2"))->review.state, kAccepted);
}

TEST(Page, EnterDecidesNothing) {
  Page page;
  page.open(article());
  page.command("show-review");
  page.press(ImGuiKey_Enter);
  EXPECT_EQ(page.s.document, article());
}

TEST(Page, MarksTheSelectedWordsByOneKey) {
  Page page;
  page.open(article());
  page.command("select-words", "Nobody else said anything");
  page.press(ImGuiKey_2);
  ASSERT_EQ(page.s.document.quotations.size(), 3u);
  EXPECT_EQ(page.s.document.quotations[2].speaker, SpeakerId("s2"));
  page.command("select-words", "Nobody else");
  page.press(ImGuiKey_S);
  EXPECT_EQ(page.s.document.quotations[2].source, std::vector<Span>{words("Nobody else")});
  page.press(ImGuiKey_1);
  EXPECT_EQ(page.s.document.quotations[2].speaker, SpeakerId("s1"));
  page.command("select-words", "anything");
  page.press(ImGuiKey_C);
  EXPECT_EQ(page.s.document.claims.size(), 3u);
}

TEST(Page, TheTextCursorSelectsWordsByTheKeyboardAlone) {
  Page page;
  page.open(article());
  for (int i = 0; i < 3; ++i) page.press(ImGuiKey_RightArrow);
  EXPECT_EQ(page.s.words.begin, std::string_view("“We").size());
  ImGui::GetIO().AddKeyEvent(ImGuiMod_Shift, true);
  for (int i = 0; i < 5; ++i) page.press(ImGuiKey_RightArrow);
  ImGui::GetIO().AddKeyEvent(ImGuiMod_Shift, false);
  page.settle();
  EXPECT_EQ(text::slice(kText, page.s.words), " will");
  page.press(ImGuiKey_Escape);
  EXPECT_TRUE(page.s.words.empty());
}

TEST(Page, AWordTooManyIsTakenOutWithEditAndShift) {
  Page page;
  page.open(article());
  page.command("select", "q2");
  page.press(ImGuiKey_E);
  EXPECT_EQ(page.s.words, words("the bridge cost 12 million"));
  ImGui::GetIO().AddKeyEvent(ImGuiMod_Shift, true);
  for (int i = 0; i < 8; ++i) page.press(ImGuiKey_LeftArrow);
  ImGui::GetIO().AddKeyEvent(ImGuiMod_Shift, false);
  page.settle();
  page.press(ImGuiKey_Enter);
  EXPECT_EQ(words_of(page.s.document, find(page.s.document, QuotationId("q2"))->content), "the bridge cost 12");
}

TEST(Page, AClickTakesTheSmallestMarkAndTheNextClickTheOneBeneath) {
  Page page;
  page.open(article());
  page.command("select-words", "bridge cost");
  const auto inside = ui::marks_at(page.s.document, words("bridge cost").begin, {});
  ASSERT_EQ(inside.size(), 2u);
  page.press(ImGuiKey_Escape);
  const ui::Rect mark = page.view.places["text.q2"];
  page.click_at(mark.x + 20, mark.y + 10);
  EXPECT_EQ(page.s.selected, inside[0]);
  page.click_at(mark.x + 20, mark.y + 10);
  EXPECT_EQ(page.s.selected, inside[1]);
  page.click_at(mark.x + 20, mark.y + 10);
  EXPECT_EQ(page.s.selected, inside[0]);
}

TEST(Page, ADragSelectsWholeWordsFromWhereItBegan) {
  Page page;
  page.open(article());
  const ui::Rect first = page.view.places["text.q1"];
  page.click_at(first.x + 5, first.y + 100);
  ImGuiIO& io = ImGui::GetIO();
  io.AddMousePosEvent(first.x + 1, first.y + 10);
  page.settle();
  io.AddMouseButtonEvent(0, true);
  page.settle();
  io.AddMousePosEvent(first.x + first.width - 8, first.y + 10);
  page.frame();
  page.frame();
  io.AddMouseButtonEvent(0, false);
  page.settle();
  EXPECT_EQ(page.s.words.begin, 0u);
  EXPECT_FALSE(page.s.words.empty());
  EXPECT_LE(page.s.words.end, words("said").begin);
}

TEST(Page, AMarkUnderThePointerSaysWhoAndWhy) {
  Page page;
  page.open(article());
  const ui::Rect mark = page.view.places["text.q1"];
  const int before = (page.frame(), ImGui::GetDrawData()->TotalVtxCount);
  ImGui::GetIO().AddMousePosEvent(mark.x + 40, mark.y + 10);
  EXPECT_TRUE(page.settle());
  EXPECT_GT(ImGui::GetDrawData()->TotalVtxCount, before + 100);
  EXPECT_EQ(page.view.hovered, "text.q1");
}

TEST(Page, APressBesideABoxOnlyClosesIt) {
  Page page;
  page.open(article());
  const ui::Rect mark = page.view.places["text.q1"];
  page.command("help");
  page.view.overlay = ui::Overlay::text_menu;
  page.settle();
  page.click_at(mark.x + 20, mark.y + 10);
  EXPECT_EQ(page.view.overlay, ui::Overlay::none);
  EXPECT_EQ(page.s.selected, Target());
  page.click_at(mark.x + 20, mark.y + 10);
  EXPECT_EQ(page.s.selected, Target(QuotationId("q1")));
}

TEST(Page, ASpeakerIsFilteredByAClickAndComesBackByTheNext) {
  Page page;
  page.open(article());
  page.click("speaker.s1");
  EXPECT_EQ(page.view.only, SpeakerId("s1"));
  page.click("speaker.s1");
  EXPECT_FALSE(page.view.only);
}

TEST(Page, TheCommandPaletteRunsWhatIsChosen) {
  Page page;
  page.open(article());
  page.press(ImGuiKey_K, ImGuiMod_Ctrl);
  EXPECT_EQ(page.view.panel(), "commands");
  page.type("figures");
  page.press(ImGuiKey_Enter);
  EXPECT_EQ(page.view.panel(), "");
  EXPECT_EQ(page.view.tab, ui::Tab::figures);
}

TEST(Page, LettersInAFieldAreNoCommands) {
  Page page;
  page.open(article());
  page.command("select", "q1");
  page.command("add-note");
  page.type("x");
  page.press(ImGuiKey_X);
  EXPECT_EQ(page.view.typed, "x");
  EXPECT_EQ(page.s.document, article());
  page.press(ImGuiKey_Enter);
  ASSERT_EQ(page.s.document.notes.size(), 2u);
  EXPECT_EQ(page.s.document.notes[1].target, "q1");
}

TEST(Page, SearchFindsPatternsAndSaysWhatIsWrongWithOne) {
  Page page;
  page.open(article());
  page.command("search", "bridge");
  EXPECT_EQ(page.view.search.hits.size(), 2u);
  page.view.search.pattern = true;
  page.command("search", "b[a-z]+e");
  EXPECT_EQ(page.view.search.hits.size(), 2u);
  page.command("search", "(bridge");
  EXPECT_TRUE(page.view.search.hits.empty());
  EXPECT_TRUE(page.view.search.fault.starts_with("A parenthesis is not closed")) << page.view.search.fault;
}

TEST(Page, TheFourWaysInAreButtons) {
  Page page;
  page.settle();
  page.click("empty.open-file");
  page.click("empty.open-sample");
  page.click("empty.paste");
  ASSERT_EQ(page.requests.size(), 3u);
  EXPECT_TRUE(std::holds_alternative<ui::AskForFile>(page.requests[0]));
  page.click("empty.open-address");
  page.type("example.org");
  page.press(ImGuiKey_Enter);
  EXPECT_EQ(page.view.field_fault, "An address starts with https://");
  EXPECT_EQ(page.requests.size(), 3u);
}

TEST(Page, WhoWishesForCalmSeesNoScrollingOnItsWay) {
  Document d = article();
  std::string text(kText);
  const auto end = static_cast<std::uint32_t>(text.size());
  for (int i = 0; i < 60; ++i) text += "\nAnother line";
  text += "\n“We stay,” she said.";
  d.article.text = SharedText(text);
  const auto last = static_cast<std::uint32_t>(text.find("“We stay,”"));
  d.article.blocks.push_back({.id = BlockId("b9"), .span = {end + 1, static_cast<std::uint32_t>(text.size())}});
  d.quotations.push_back({.id = QuotationId("q9"), .type = kDirect, .content = {{last, last + 14}}, .origin = {.by = AgentId("a1"), .method = "quote/direct"}});
  for (const bool calm : {true, false}) {
    Page page;
    page.open(d);
    page.around.reduced_motion = calm;
    ui::Output out;
    ui::find_command("select")->run(page.s, page.view, "q9", out);
    for (const session::Command& c : out.commands) page.do_now(c);
    page.frame();
    EXPECT_EQ(page.view.scroll_goal < 0, calm) << "under way";
    EXPECT_EQ(page.view.scroll > 0, calm);
  }
}

TEST(Page, AToastGoesAwayByItself) {
  Page page;
  page.open(article());
  page.command("select", "q1");
  page.do_now(session::SetReview{QuotationId("q1"), kRejected});
  page.frame();
  page.frame();
  EXPECT_TRUE(page.view.places.contains("toast"));
  EXPECT_TRUE(page.settle());
  EXPECT_FALSE(page.view.places.contains("toast"));
  EXPECT_EQ(page.s.notice, "");
}

TEST(Page, DrawsAHundredThousandWordsOnlyWhereTheyAreSeen) {
  Document d;
  std::string text;
  for (int i = 0; i < 2000; ++i) {
    const auto begin = static_cast<std::uint32_t>(text.size());
    for (int w = 0; w < 50; ++w) text += "word ";
    d.article.blocks.push_back({.id = BlockId("b" + std::to_string(i)), .span = {begin, static_cast<std::uint32_t>(text.size())}});
    text += "\n";
  }
  d.article.text = SharedText(text);
  Page page;
  page.open(d);
  EXPECT_LT(ImGui::GetDrawData()->TotalVtxCount, 40000);
}

}  // namespace
