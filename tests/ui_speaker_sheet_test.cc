// What a person changes of a speaker by hand.
#include "support/ui_page.h"

namespace {

using namespace ui_page;

class SpeakerSheet : public testing::Test {
 protected:
  void SetUp() override {
    page.open(article());
    page.do_now(session::Select{SpeakerId("s1"), {}});
    page.command("speaker-role");
  }
  const Speaker& speaker() { return *find(page.s.document, SpeakerId("s1")); }

  Page page;
};

TEST_F(SpeakerSheet, TakesARoleThatIsTyped) {
  ASSERT_EQ(page.view.field, ui::Field::speaker_role);
  page.type("mayor of Halvik");
  page.press(ImGuiKey_Enter);
  EXPECT_EQ(speaker().roles, std::vector<std::string>{"mayor of Halvik"});
  page.click("sheet.role");
  EXPECT_EQ(page.view.typed, "mayor of Halvik");
  page.press(ImGuiKey_Escape);
  page.press(ImGuiKey_Escape);
  page.press(ImGuiKey_Z, ImGuiMod_Ctrl);
  EXPECT_EQ(page.s.document, article());
}

TEST_F(SpeakerSheet, AddsAndTakesAwayOtherNames) {
  page.press(ImGuiKey_Escape);
  page.command("rename-speaker");
  page.press(ImGuiKey_Escape);
  page.command("add-name");
  page.type("the mayor");
  page.press(ImGuiKey_Enter);
  EXPECT_EQ(speaker().aliases, (std::vector<std::string>{"Holm", "the mayor"}));
  page.click("name.Holm");
  EXPECT_EQ(speaker().aliases, std::vector<std::string>{"the mayor"});
  EXPECT_EQ(page.s.past.back().act, "Change the other names of a speaker");
}

}  // namespace
