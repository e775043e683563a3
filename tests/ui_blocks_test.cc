// Whole paragraphs on the page: an excluded one says why and is put back by one press, another one is excluded as near.
#include <gtest/gtest.h>

#include "support/ui_page.h"
#include "ui/words.h"

namespace {

using namespace document;
using namespace ui_page;

bool is_excluded(const Page& page, const char* block) { return find(page.s.document, BlockId(block))->excluded; }

void point_at(Page& page, float x, float y) {
  ImGui::GetIO().AddMousePosEvent(x, y);
  page.settle();
}

// A place in the words of a paragraph without marks, the last one of the text.
ui::Rect last_paragraph(Page& page) {
  page.command("select-words", "Nobody");
  const ui::Rect handle = page.view.places["handle.0"];
  page.press(ImGuiKey_Escape);
  page.press(ImGuiKey_Escape);
  return handle;
}

TEST(Paragraph, AnExcludedOneIsPutBackByOneClick) {
  Page page;
  page.open(article());
  EXPECT_TRUE(is_excluded(page, "b3"));
  page.click("put-back.b3");
  EXPECT_FALSE(is_excluded(page, "b3"));
  EXPECT_FALSE(page.view.places.contains("put-back.b3"));
  page.command("undo");
  EXPECT_TRUE(is_excluded(page, "b3"));
  EXPECT_TRUE(page.view.places.contains("put-back.b3"));
}

TEST(Paragraph, TheClickSelectsNothing) {
  Page page;
  page.open(article());
  page.command("select", "q1");
  const session::Target before = page.s.selected;
  page.click("put-back.b3");
  EXPECT_EQ(page.s.selected, before);
  EXPECT_TRUE(page.s.words.empty());
}

TEST(Paragraph, AnExcludedOneIsPutBackByTheKeyboard) {
  Page page;
  page.open(article());
  page.press(ImGuiKey_F6);
  for (int i = 0; i < 60 && page.view.focused != "put-back.b3"; ++i) page.press(ImGuiKey_Tab);
  ASSERT_EQ(page.view.focused, "put-back.b3");
  page.press(ImGuiKey_Enter);
  EXPECT_FALSE(is_excluded(page, "b3"));
}

TEST(Paragraph, TheOneUnderTheMouseIsExcludedByOneClick) {
  Page page;
  page.open(article());
  const ui::Rect word = last_paragraph(page);
  EXPECT_FALSE(page.view.places.contains("exclude.b4"));
  point_at(page, word.x + 40, word.y + word.height / 2);
  ASSERT_TRUE(page.view.places.contains("exclude.b4"));
  page.click("exclude.b4");
  EXPECT_TRUE(is_excluded(page, "b4"));
  EXPECT_EQ(page.s.past.back().act, "Exclude a paragraph");
}

TEST(Paragraph, TheOneWithTheTextCursorIsExcludedByTheKeyboard) {
  Page page;
  page.open(article());
  const ui::Rect word = last_paragraph(page);
  page.click_at(word.x + 60, word.y + word.height / 2);
  ASSERT_TRUE(page.view.places.contains("exclude.b4"));
  page.press(ImGuiKey_B);
  EXPECT_TRUE(is_excluded(page, "b4"));
}

TEST(Paragraph, AFingerHas44PixelsForBoth) {
  Page page;
  page.around.touch = true;
  page.around.width = 390;
  page.around.height = 844;
  page.open(article());
  const ui::Rect back = page.view.places["put-back.b3"];
  EXPECT_GE(back.width, 44);
  EXPECT_GE(back.height, 44);
  const ui::Rect word = last_paragraph(page);
  page.click_at(word.x + 60, word.y + word.height / 2);
  ASSERT_TRUE(page.view.places.contains("exclude.b4"));
  EXPECT_GE(page.view.places["exclude.b4"].height, 44);
  page.click("exclude.b4");
  EXPECT_TRUE(is_excluded(page, "b4"));
  page.click("put-back.b4");
  EXPECT_FALSE(is_excluded(page, "b4"));
}

TEST(Paragraph, OfAFileThatIsReadOnlyNothingIsOffered) {
  Page page;
  Document d = article();
  d.read_only = true;
  page.open(std::move(d));
  EXPECT_FALSE(page.view.places.contains("put-back.b3"));
}

TEST(Paragraph, SaysWhyItIsExcluded) {
  Document d = article();
  d.agents.push_back({.id = AgentId("a2"), .type = kPerson, .name = "Ana"});
  Block block = d.article.blocks[2];
  block.origin = Origin{.by = AgentId("a1"), .method = "block/related-link-element"};
  EXPECT_EQ(ui::why(d, block).sentence, "The page itself calls this part so");
  block.origin->method = "block/related-link";
  EXPECT_EQ(ui::why(d, block).sentence, "Its words say so");
  block.review = Review{.state = kEdited, .by = AgentId("a2")};
  EXPECT_EQ(ui::why(d, block).sentence, "Excluded by Ana");
  block.excluded = false;
  EXPECT_EQ(ui::why(d, block).sentence, "Put back by Ana");
}

}  // namespace
