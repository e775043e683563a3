// The page without a browser: it draws every state, does what keys and pointer say, and rests when nothing happens.
#include <gtest/gtest.h>

#include <cstring>

#include "imgui.h"
#include "ui/marks.h"
#include "ui/view_state.h"

namespace {

using namespace document;
using session::Target;

constexpr std::string_view kText =
    "“We will stay,” said Ida Holm. “All of us.”\nShe said the bridge cost 12 million. The council must agree to it by May.\nRead more about the bridge\nNobody else said anything.";

Span words(std::string_view part) {
  const auto at = static_cast<std::uint32_t>(kText.find(part));
  return {at, at + static_cast<std::uint32_t>(part.size())};
}

Document article() {
  Document d;
  d.article.text = SharedText(std::string(kText));
  std::uint32_t begin = 0;
  for (int i = 1; i <= 4; ++i) {
    const auto end = static_cast<std::uint32_t>(std::min(kText.find('\n', begin), kText.size()));
    d.article.blocks.push_back({.id = BlockId("b" + std::to_string(i)), .span = {begin, end}, .excluded = i == 3});
    begin = end + 1;
  }
  d.agents.push_back({.id = AgentId("a1"), .type = kSoftware, .name = "quoth"});
  d.speakers.push_back({.id = SpeakerId("s1"), .name = "Ida Holm", .kind = kHuman, .aliases = {"Holm"}});
  d.speakers.push_back({.id = SpeakerId("s2"), .name = "The council", .kind = kGroup});
  const auto found = [](int confidence) { return Origin{.by = AgentId("a1"), .method = "quote/cue-then-source", .confidence = confidence}; };
  d.quotations.push_back({.id = QuotationId("q1"), .type = kDirect, .content = {words("“We will stay,”"), words("“All of us.”")}, .cue = {words("said")},
                          .source = {words("Ida Holm")}, .source_form = kNameForm, .speaker = SpeakerId("s1"), .origin = found(950)});
  d.quotations.push_back({.id = QuotationId("q2"), .type = kIndirect, .content = {words("the bridge cost 12 million")}, .cue = {{words("She said").begin + 4, words("She said").end}},
                          .source = {words("She")}, .source_form = kPronounForm, .speaker = SpeakerId("s1"), .origin = found(400)});
  d.claims.push_back({.id = ClaimId("c1"), .spans = {words("the bridge cost 12 million")}, .type = ClaimType("quantity"), .checkworthiness = 800, .origin = found(800)});
  d.claims.push_back({.id = ClaimId("c2"), .spans = {words("The council must agree to it by May")}, .type = ClaimType("law_rule"), .checkworthiness = 550, .origin = found(600)});
  d.notes.push_back({.id = NoteId("n1"), .target = "q1", .text = "Ask the office"});
  EXPECT_TRUE(check(d).empty());
  return d;
}

// The page with a person before it.
class Page {
 public:
  Page() {
    ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
    ImFont* font = io.Fonts->AddFontDefault();
    fonts = {font, font, font, font, 1};
    around.width = 1280;
    around.height = 800;
    around.now = 1;
  }
  ~Page() { ImGui::DestroyContext(); }
  Page(const Page&) = delete;
  Page& operator=(const Page&) = delete;

  void open(Document d) {
    do_now(session::Open{std::move(d), ""});
    settle();
  }
  void do_now(const session::Command& c) { s = session::update(std::move(s), c, {"2026-11-23T10:00:00Z", "Ana"}).session; }

  std::optional<double> frame() {
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {around.width, around.height};
    io.DeltaTime = 1.0f / 60;
    ImGui::NewFrame();
    ui::Output out;
    ui::draw(s, around, settings, fonts, view, out);
    ImGui::Render();
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures)
      if (texture->Status != ImTextureStatus_OK) {
        texture->SetTexID(1);
        texture->SetStatus(ImTextureStatus_OK);
      }
    for (const session::Command& c : out.commands) do_now(c);
    for (const ui::Request& r : out.requests) {
      if (const auto* changed = std::get_if<ui::ChangeSettings>(&r)) settings = changed->settings;
      requests.push_back(r);
    }
    return out.wake_in;
  }

  // Frames until the page rests. True if it does within some seconds of its own time.
  bool settle() {
    for (int i = 0; i < 200; ++i) {
      const auto wake = frame();
      if (!wake) return true;
      around.now += std::max(0.016, *wake);
    }
    return false;
  }

  void press(ImGuiKey key, ImGuiKey modifier = ImGuiKey_None) {
    ImGuiIO& io = ImGui::GetIO();
    if (modifier != ImGuiKey_None) io.AddKeyEvent(modifier, true);
    io.AddKeyEvent(key, true);
    settle();
    io.AddKeyEvent(key, false);
    if (modifier != ImGuiKey_None) io.AddKeyEvent(modifier, false);
    settle();
  }
  void type(const char* words) {
    for (const char* c = words; *c; ++c) ImGui::GetIO().AddInputCharacter(static_cast<unsigned>(*c));
    settle();
  }
  void click(const std::string& place) {
    ASSERT_TRUE(view.places.contains(place)) << place;
    const ui::Rect r = view.places[place];
    click_at(r.x + r.width / 2, r.y + r.height / 2);
  }
  void click_at(float x, float y) {
    ImGuiIO& io = ImGui::GetIO();
    io.AddMousePosEvent(x, y);
    settle();
    io.AddMouseButtonEvent(0, true);
    settle();
    io.AddMouseButtonEvent(0, false);
    settle();
    io.AddMousePosEvent(-1, -1);
    settle();
    around.now += 1;  // two clicks, not one double click
    for (int i = 0; i < 60; ++i) frame();
  }
  void command(std::string_view name, std::string_view argument = {}) {
    const ui::CommandRow* row = ui::find_command(name);
    ASSERT_TRUE(row) << name;
    ASSERT_TRUE(row->possible(s)) << name;
    ui::Output out;
    row->run(s, view, argument, out);
    for (const session::Command& c : out.commands) do_now(c);
    for (const ui::Request& r : out.requests)
      if (const auto* changed = std::get_if<ui::ChangeSettings>(&r)) settings = changed->settings;
    settle();
  }

  session::Session s;
  ui::Surroundings around;
  ui::Settings settings;
  ui::Fonts fonts;
  ui::ViewState view;
  std::vector<ui::Request> requests;
};

struct State {
  const char* name;
  void (*reach)(Page&);
};
std::ostream& operator<<(std::ostream& out, const State& state) { return out << state.name; }

const State kStates[] = {
    {"empty", [](Page&) {}},
    {"annotated", [](Page& p) { p.open(article()); }},
    {"quotation selected", [](Page& p) { p.open(article()); p.command("select", "q1"); }},
    {"pronoun selected", [](Page& p) { p.open(article()); p.command("select", "q2"); }},
    {"claim selected", [](Page& p) { p.open(article()); p.command("select", "c1"); }},
    {"words selected", [](Page& p) { p.open(article()); p.command("select-words", "Nobody else"); }},
    {"claims", [](Page& p) { p.open(article()); p.command("show-claims"); }},
    {"review", [](Page& p) { p.open(article()); p.command("show-review"); }},
    {"notes", [](Page& p) { p.open(article()); p.command("show-notes"); }},
    {"figures", [](Page& p) { p.open(article()); p.command("show-figures"); }},
    {"share", [](Page& p) { p.open(article()); p.command("share"); }},
    {"search", [](Page& p) { p.open(article()); p.command("search", "bridge"); }},
    {"commands", [](Page& p) { p.open(article()); p.command("commands"); }},
    {"help", [](Page& p) { p.open(article()); p.command("help"); }},
    {"address", [](Page& p) { p.command("open-address"); }},
    {"speaker", [](Page& p) { p.open(article()); p.command("select", "q1"); p.command("rename-speaker"); }},
    {"speaker picker", [](Page& p) { p.open(article()); p.command("select", "q1"); p.command("assign-speaker"); }},
    {"one speaker only", [](Page& p) { p.open(article()); p.command("show-speaker", "2"); }},
    {"error", [](Page& p) { p.open(article()); p.around.saving = ui::Saving::failed; p.around.saving_error = "Not saved: browser storage is full"; }},
    {"progress", [](Page& p) { p.around.progress = 400; }},
    {"empty text", [](Page& p) { p.open({}); }},
    {"read only", [](Page& p) { Document d = article(); d.read_only = true; p.open(d); }},
};

class EveryState : public testing::TestWithParam<State> {};

TEST_P(EveryState, RestsWhenNothingHappens) {
  for (const auto& [width, height] : {std::pair(1280.0f, 800.0f), std::pair(1000.0f, 700.0f), std::pair(390.0f, 844.0f), std::pair(200.0f, 120.0f)}) {
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

TEST(Page, TellsWhereThingsStand) {
  Page page;
  page.open(article());
  for (const char* id : {"article", "q1", "q2", "speaker.s1", "tab.claims", "button.undo", "button.commands", "disc.c1"}) EXPECT_TRUE(page.view.places.contains(id)) << id;
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
