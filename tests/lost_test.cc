// Marks whose words are not where their file said: listed, and put back by a person.
#include "format/json.h"
#include "format/lost.h"
#include "support/ui_page.h"

namespace {

using namespace ui_page;

// The article was corrected after it had been marked: q1 says something else now, and a line was added above everything.
Document corrected() {
  std::string changed = "Corrected on Tuesday: the harbour stays open all year, the office of the mayor says.\n" + std::string(kText);
  const std::string old = "“We will stay,”", now = "“Nothing at all of this is going to close, ever,”";
  changed.replace(changed.find(old), old.size(), now);
  Document over;
  over.article.text = SharedText(changed);
  over.article.blocks.push_back({.id = BlockId("b1"), .span = {0, static_cast<std::uint32_t>(changed.size())}});
  Document marked = article();
  marked.quotations.edit(0).content = {words("“We will stay,”")};
  auto read = format::read_json_over(format::write_marks(marked), over.article);
  EXPECT_TRUE(read.ok());
  return std::move(*read);
}

TEST(LostMarks, AreListedWithThoseThatWereFoundAgain) {
  const Document d = corrected();
  ASSERT_EQ(d.lost.size(), 1u);
  EXPECT_EQ(d.lost[0].id, "q1");
  EXPECT_EQ(format::found_again(find(d, QuotationId("q2"))->extras), "moved");
  Page page;
  page.open(d);
  page.command("show-notes");
  EXPECT_TRUE(page.view.places.contains("lost.q1"));
  EXPECT_TRUE(page.view.places.contains("moved.q2"));
  page.click("moved.q2");
  EXPECT_EQ(page.s.selected, session::Target(QuotationId("q2")));
}

TEST(LostMarks, ArePutOnTheSelectedWordsByOneKeyWithTheirCueAndSource) {
  Page page;
  page.open(corrected());
  page.command("select-words", "“Nothing at all of this is going to close, ever,”");
  page.press(ImGuiKey_L);
  const Document& d = page.s.document;
  EXPECT_TRUE(d.lost.empty());
  const Quotation* q = find(d, QuotationId("q1"));
  ASSERT_TRUE(q);
  EXPECT_EQ(words_of(d, q->content), "“Nothing at all of this is going to close, ever,”");
  EXPECT_EQ(words_of(d, q->cue), "said");
  EXPECT_EQ(words_of(d, q->source), "Ida Holm");
  EXPECT_EQ(q->speaker, SpeakerId("s1"));
  EXPECT_EQ(q->review.state, kEdited);
  EXPECT_TRUE(check(d).empty());
  EXPECT_EQ(page.s.past.back().act, "Put back a lost mark");
  const auto again = format::read_json(format::write_json(d));
  ASSERT_TRUE(again.ok());
  EXPECT_TRUE(again->lost.empty()) << "it is saved where it was put";
  page.press(ImGuiKey_Z, ImGuiMod_Ctrl);
  EXPECT_EQ(page.s.document, corrected());
}

TEST(LostMarks, AreChosenAndPutBackWithThePointer) {
  Page page;
  page.open(corrected());
  page.command("show-notes");
  page.click("lost.q1");
  page.press(ImGuiKey_L);
  EXPECT_EQ(page.s.document.lost.size(), 1u) << "no words are selected";
  page.command("select-words", "All of us.");
  page.click("lost.put-back");
  EXPECT_TRUE(page.s.document.lost.empty());
}

void move(Page& page, float x, float y) {
  ImGui::GetIO().AddMousePosEvent(x, y);
  page.settle();
}

void pick_up(Page& page, const ui::Rect& row) {
  move(page, row.x + 60, row.y + 20);
  ImGui::GetIO().AddMouseButtonEvent(0, true);
  page.settle();
}

void let_go(Page& page) {
  ImGui::GetIO().AddMouseButtonEvent(0, false);
  page.settle();
}

TEST(LostMarks, AreDraggedToWhereTheyBelong) {
  Page page;
  page.open(corrected());
  page.command("show-notes");
  page.command("select-words", "Nothing at all of this");
  const ui::Rect row = page.view.places["lost.q1"], edge = page.view.places["handle.0"];
  ASSERT_GT(edge.height, 0);
  page.command("select-words", "All of us.");
  pick_up(page, row);
  move(page, row.x + 30, row.y + 40);
  move(page, edge.x + edge.width / 2 + 20, edge.y + edge.height / 2);
  EXPECT_EQ(slice(page.s.document.article.text.view(), page.s.words), "“Nothing at all of this is going to close, ever,”") << "where it would fall is shown";
  EXPECT_EQ(page.s.document.lost.size(), 1u);
  let_go(page);
  EXPECT_TRUE(page.s.document.lost.empty());
  ASSERT_TRUE(find(page.s.document, QuotationId("q1")));
  EXPECT_EQ(words_of(page.s.document, find(page.s.document, QuotationId("q1"))->content), "“Nothing at all of this is going to close, ever,”");
  page.press(ImGuiKey_Z, ImGuiMod_Ctrl);
  EXPECT_EQ(page.s.document, corrected());
}

TEST(LostMarks, ThatAreLetGoBesideTheTextStayLost) {
  Page page;
  page.open(corrected());
  page.command("show-notes");
  const ui::Rect row = page.view.places["lost.q1"];
  pick_up(page, row);
  move(page, row.x + 60, row.y + 50);
  let_go(page);
  EXPECT_EQ(page.s.document.lost.size(), 1u);
  EXPECT_EQ(page.view.dragged_lost, "");
}

}  // namespace
