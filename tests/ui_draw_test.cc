// The page draws every state, and rests when nothing happens.
#include <gtest/gtest.h>

#include "support/ui_page.h"

namespace {

using namespace document;
using namespace ui_page;
using session::Target;

struct State {
  const char* name;
  void (*reach)(Page&);
};
std::ostream& operator<<(std::ostream& out, const State& state) { return out << state.name; }

const State kStates[] = {
    {"empty", [](Page&) {}},
    {"annotated", [](Page& p) { p.open(article()); }},
    {"quotation selected",
     [](Page& p) {
       p.open(article());
       p.command("select", "q1");
     }},
    {"pronoun selected",
     [](Page& p) {
       p.open(article());
       p.command("select", "q2");
     }},
    {"claim selected",
     [](Page& p) {
       p.open(article());
       p.command("select", "c1");
     }},
    {"words selected",
     [](Page& p) {
       p.open(article());
       p.command("select-words", "Nobody else");
     }},
    {"claims",
     [](Page& p) {
       p.open(article());
       p.command("show-claims");
     }},
    {"review",
     [](Page& p) {
       p.open(article());
       p.command("show-review");
     }},
    {"notes",
     [](Page& p) {
       p.open(article());
       p.command("show-notes");
     }},
    {"figures",
     [](Page& p) {
       p.open(article());
       p.command("show-figures");
     }},
    {"share",
     [](Page& p) {
       p.open(article());
       p.command("share");
     }},
    {"search",
     [](Page& p) {
       p.open(article());
       p.command("search", "bridge");
     }},
    {"commands",
     [](Page& p) {
       p.open(article());
       p.command("commands");
     }},
    {"help",
     [](Page& p) {
       p.open(article());
       p.command("help");
     }},
    {"address", [](Page& p) { p.command("open-address"); }},
    {"speaker",
     [](Page& p) {
       p.open(article());
       p.command("select", "q1");
       p.command("rename-speaker");
     }},
    {"speaker picker",
     [](Page& p) {
       p.open(article());
       p.command("select", "q1");
       p.command("assign-speaker");
     }},
    {"history",
     [](Page& p) {
       p.open(article());
       p.command("select", "q1");
       p.command("accept");
       p.command("history");
     }},
    {"pointing",
     [](Page& p) {
       p.open(article());
       p.command("select", "q1");
       p.command("set-cue");
     }},
    {"changing words",
     [](Page& p) {
       p.open(article());
       p.command("select", "q1");
       p.command("edit");
     }},
    {"first steps",
     [](Page& p) {
       Document d = article();
       d.article.import.method = "sample";
       p.open(d);
     }},
    {"all reviewed",
     [](Page& p) {
       Document d = article();
       for (std::size_t i = 0; i < d.quotations.size(); ++i) d.quotations.edit(i).review.state = kAccepted;
       p.open(d);
       p.command("show-review");
     }},
    {"one speaker only",
     [](Page& p) {
       p.open(article());
       p.command("show-speaker", "2");
     }},
    {"error",
     [](Page& p) {
       p.open(article());
       p.around.saving = ui::Saving::failed;
       p.around.saving_error = "Not saved: browser storage is full";
     }},
    {"progress", [](Page& p) { p.around.progress = 400; }},
    {"empty text", [](Page& p) { p.open({}); }},
    {"read only",
     [](Page& p) {
       Document d = article();
       d.read_only = true;
       p.open(d);
     }},
};

class EveryState : public testing::TestWithParam<State> {};

TEST_P(EveryState, RestsWhenNothingHappens) {
  for (const auto& [width, height] :
       {std::pair(1280.0f, 800.0f), std::pair(1000.0f, 700.0f), std::pair(390.0f, 844.0f), std::pair(200.0f, 120.0f)}) {
    for (const ui::Theme theme : {ui::Theme::light, ui::Theme::contrast}) {
      if (theme == ui::Theme::contrast && width < 1280) continue;
      Page page;
      page.around.width = width;
      page.around.height = height;
      page.settings.theme = theme;
      GetParam().reach(page);
      ASSERT_TRUE(page.settle()) << width;
      const session::Session before = page.s;
      for (int i = 0; i < 3; ++i) ASSERT_FALSE(page.frame()) << width << ", frame " << i;
      EXPECT_EQ(page.s.document, before.document);
      EXPECT_EQ(page.s.selected, before.selected);
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Page, EveryState, testing::ValuesIn(kStates));

TEST(Commands, HaveNamesAndKeysOfTheirOwn) {
  std::map<std::string_view, std::string_view> names, keys;
  for (const ui::CommandRow& row : ui::commands()) {
    EXPECT_TRUE(names.emplace(row.name, row.title).second) << row.name;
    EXPECT_FALSE(row.title.empty());
    EXPECT_FALSE(row.group.empty());
    if (!row.keys.empty()) {
      EXPECT_TRUE(keys.emplace(row.keys, row.name).second) << row.keys;
    }
    EXPECT_EQ(ui::find_command(row.name), &row);
  }
}

TEST(Commands, NeverFailOnAnyStateInWhichTheyArePossible) {
  for (const State& state : kStates) {
    Page page;
    state.reach(page);
    const session::Session before = page.s;
    const ui::ViewState view = page.view;
    for (const ui::CommandRow& row : ui::commands()) {
      for (const char* argument : {"", "1", "nonsense"}) {
        page.s = before;
        page.view = view;
        if (!row.possible(page.s)) continue;
        ui::Output out;
        row.run(page.s, page.view, argument, out);
        for (const session::Command& c : out.commands) page.do_now(c);
        page.frame();
        EXPECT_TRUE(check(page.s.document).empty()) << state.name << ", " << row.name;
      }
    }
  }
}

}  // namespace
