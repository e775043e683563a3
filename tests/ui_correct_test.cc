// Correcting marks on the page: edges, pieces, cue and source, splitting and joining, speakers, what a search has found.
#include <gtest/gtest.h>

#include "support/ui_page.h"

namespace {

using namespace document;
using namespace ui_page;
using session::Target;

std::string content_of(const Page& page, const char* id) { return words_of(page.s.document, find(page.s.document, QuotationId(id))->content); }

// Presses at one place, moves by way of the middle, and lets go at another.
void drag(Page& page, float x0, float y0, float x1, float y1) {
  ImGuiIO& io = ImGui::GetIO();
  io.AddMousePosEvent(x0, y0);
  page.settle();
  io.AddMouseButtonEvent(0, true);
  page.settle();
  for (const float part : {0.4f, 0.8f, 1.0f}) {
    io.AddMousePosEvent(x0 + (x1 - x0) * part, y0 + (y1 - y0) * part);
    page.frame();
    page.frame();
  }
  io.AddMouseButtonEvent(0, false);
  page.settle();
  page.around.now += 1;
  for (int i = 0; i < 60; ++i) page.frame();
}

TEST(Correcting, OneKeyMovesTheEndOfAMarkByAWord) {
  Page page;
  page.open(article());
  page.command("select", "q2");
  page.press(ImGuiKey_Comma);
  EXPECT_EQ(content_of(page, "q2"), "the bridge cost 12");
  page.press(ImGuiKey_Period);
  page.press(ImGuiKey_Comma);
  page.press(ImGuiKey_Comma);
  EXPECT_EQ(content_of(page, "q2"), "the bridge cost");
  page.press(ImGuiKey_Period, ImGuiMod_Shift);
  EXPECT_EQ(content_of(page, "q2"), "bridge cost");
  page.press(ImGuiKey_Comma, ImGuiMod_Shift);
  EXPECT_EQ(content_of(page, "q2"), "the bridge cost");
}

TEST(Correcting, AMarkDoesNotGrowIntoTheNextParagraph) {
  Page page;
  page.open(article());
  page.command("select", "q1");
  const Document before = page.s.document;
  page.press(ImGuiKey_Period);
  EXPECT_EQ(page.s.document, before);
}

TEST(Correcting, AnEdgeOfAMarkIsDragged) {
  Page page;
  page.open(article());
  page.command("select", "q2");
  const ui::Rect end = page.view.places["handle.1"], begin = page.view.places["handle.0"];
  const float y = end.y + end.height / 2, letter = (end.x - begin.x) / 26;
  drag(page, end.x + end.width / 2, y, end.x + end.width / 2 - 8 * letter, y);
  EXPECT_EQ(content_of(page, "q2"), "the bridge cost 12");
  EXPECT_EQ(page.s.past.back().act, "Change the words of a quotation");
  EXPECT_EQ(page.s.past.size(), 1u);
  EXPECT_TRUE(page.s.words.empty());
}

TEST(Correcting, TabGoesToTheOtherEndOfTheWordsThatAreChanged) {
  Page page;
  page.open(article());
  page.command("select", "q2");
  page.press(ImGuiKey_E);
  page.press(ImGuiKey_Tab);
  ImGui::GetIO().AddKeyEvent(ImGuiMod_Shift, true);
  for (int i = 0; i < 4; ++i) page.press(ImGuiKey_RightArrow);
  ImGui::GetIO().AddKeyEvent(ImGuiMod_Shift, false);
  page.settle();
  page.press(ImGuiKey_Enter);
  EXPECT_EQ(content_of(page, "q2"), "bridge cost 12 million");
}

TEST(Correcting, CueAndSourceAreSetByPointing) {
  Page page;
  page.open(article());
  page.command("select", "q2");
  const ui::Rect mark = page.view.places["text.q2"];
  page.press(ImGuiKey_U);
  EXPECT_EQ(page.view.pointing, ui::Pointing::cue);
  page.click_at(mark.x + 5, mark.y + mark.height / 2);
  EXPECT_EQ(page.view.pointing, ui::Pointing::nothing);
  EXPECT_EQ(words_of(page.s.document, find(page.s.document, QuotationId("q2"))->cue), "the");
  page.click("inspector.set-source");
  EXPECT_EQ(page.view.pointing, ui::Pointing::source);
  page.press(ImGuiKey_Escape);
  EXPECT_EQ(page.view.pointing, ui::Pointing::nothing);
}

TEST(Correcting, AQuotationIsMarkedWithItsQuotationMarksAndWithoutALastFullStop) {
  Page page;
  page.open(article());
  page.command("select", "q1");
  page.command("reject");
  page.command("select-words", "We will stay");
  page.press(ImGuiKey_Q);
  EXPECT_EQ(words_of(page.s.document, find(page.s.document, std::get<QuotationId>(page.s.selected))->content), "“We will stay,”");
  page.command("select-words", "Nobody else said anything.");
  page.press(ImGuiKey_Q);
  EXPECT_EQ(words_of(page.s.document, find(page.s.document, std::get<QuotationId>(page.s.selected))->content), "Nobody else said anything");
}

TEST(Correcting, SentencesAreSelectedByTheKeyboard) {
  Page page;
  page.open(article());
  page.press(ImGuiKey_DownArrow, ImGuiMod_Alt);
  const auto second = page.s.words.begin;
  EXPECT_EQ(second, words("“All of us.”").begin);
  ImGui::GetIO().AddKeyEvent(ImGuiMod_Shift, true);
  page.press(ImGuiKey_DownArrow, ImGuiMod_Alt);
  ImGui::GetIO().AddKeyEvent(ImGuiMod_Shift, false);
  page.settle();
  EXPECT_EQ(text::slice(kText, page.s.words), "“All of us.”\n");
}

TEST(Correcting, AQuotationIsSplitAtTheCursorAndJoinedAgain) {
  Page page;
  page.open(article());
  page.command("select", "q1");
  page.command("select-words", "“All");
  page.press(ImGuiKey_S, ImGuiMod_Shift);
  EXPECT_EQ(page.s.document.quotations.size(), 3u);
  page.command("select", "q1");
  page.press(ImGuiKey_J, ImGuiMod_Shift);
  EXPECT_EQ(page.s.document.quotations.size(), 2u);
  page.press(ImGuiKey_T);
  EXPECT_TRUE(std::holds_alternative<ClaimId>(page.s.selected));
}

TEST(Correcting, OneSpeakerIsDraggedOntoAnother) {
  Page page;
  page.open(article());
  page.view.named_shown = true;
  page.settle();
  const ui::Rect one = page.view.places["speaker.s1"], other = page.view.places["speaker.s2"];
  drag(page, other.x + 60, other.y + 20, one.x + 60, one.y + 30);
  ASSERT_EQ(page.s.document.speakers.size(), 1u);
  EXPECT_EQ(page.s.document.speakers[0].name, "Ida Holm");
  EXPECT_EQ(page.s.document.speakers[0].aliases.back(), "The council");
}

TEST(Correcting, ASpeakerIsChosenByTypingAName) {
  Page page;
  page.open(article());
  page.command("select", "q1");
  page.press(ImGuiKey_P);
  page.type("counc");
  page.press(ImGuiKey_Enter);
  EXPECT_EQ(find(page.s.document, QuotationId("q1"))->speaker, SpeakerId("s2"));
  page.press(ImGuiKey_P);
  page.type("Bo Ek");
  page.press(ImGuiKey_Enter);
  ASSERT_EQ(page.s.document.speakers.size(), 3u);
  EXPECT_EQ(page.s.document.speakers[2].name, "Bo Ek");
}

TEST(Correcting, WhatASearchFoundBecomesClaimsOrTheNameOfASpeaker) {
  Page page;
  page.open(article());
  page.command("search", "bridge");
  page.click("search.mark-found");
  EXPECT_EQ(page.s.document.claims.size(), 4u);
  EXPECT_EQ(page.s.past.size(), 1u);
  page.command("search", "Ida Holm");
  page.click("search.name-found");
  page.press(ImGuiKey_2);
  EXPECT_EQ(find(page.s.document, QuotationId("q1"))->speaker, SpeakerId("s2"));
}

TEST(Correcting, TheWordsThatWereFoundAreSelectedWhenTheSearchCloses) {
  Page page;
  page.open(article());
  page.command("search", "Nobody");
  page.press(ImGuiKey_Escape);
  EXPECT_EQ(page.s.words, words("Nobody"));
}

TEST(Reviewing, OnlyAPersonsWordMakesAMarkReviewed) {
  Page page;
  page.open(article());
  EXPECT_EQ(page.view.figures.of(page.s.document).unreviewed, 2);
  page.press(ImGuiKey_R);
  EXPECT_EQ(page.s.selected, Target(QuotationId("q2"))) << "the doubtful one first";
  page.press(ImGuiKey_X);
  page.press(ImGuiKey_Space);
  EXPECT_EQ(page.s.selected, Target(QuotationId("q1"))) << "then what nobody has looked at";
  page.press(ImGuiKey_A);
  EXPECT_EQ(page.view.figures.of(page.s.document).unreviewed, 0);
}

TEST(Reviewing, ManyMarksAreAcceptedAboveAConfidence) {
  Page page;
  page.open(article());
  page.command("show-review");
  page.click("review.accept-likely");
  EXPECT_EQ(find(page.s.document, QuotationId("q1"))->review.state, kAccepted);
  EXPECT_EQ(find(page.s.document, ClaimId("c2"))->review.state, kAccepted);
  EXPECT_EQ(find(page.s.document, QuotationId("q2"))->review.state, kSuggested);
  page.command("undo");
  page.command("accept-sure", "90");
  EXPECT_EQ(find(page.s.document, ClaimId("c1"))->review.state, kSuggested);
  EXPECT_EQ(find(page.s.document, QuotationId("q1"))->review.state, kAccepted);
}

TEST(Inspecting, AcceptAndRejectWeighTheSame) {
  Page page;
  page.open(article());
  page.command("select", "q1");
  EXPECT_EQ(page.view.places["button.accept"].width, page.view.places["button.reject"].width);
}

TEST(Inspecting, ANoteIsWrittenOnTheMark) {
  Page page;
  page.open(article());
  page.command("select", "c1");
  page.click("inspector.add-note");
  page.type("Ask twice");
  page.press(ImGuiKey_Enter);
  EXPECT_EQ(page.s.document.notes.back().target, "c1");
}

}  // namespace
