// The page with a person before it, without a browser: an article, keys, a pointer, and frames until it rests.
#pragma once

#include <gtest/gtest.h>

#include <cstring>
#include <map>

#include "imgui.h"
#include "ui/marks.h"
#include "ui/view_state.h"

namespace ui_page {

using namespace document;

inline constexpr std::string_view kText =
    "“We will stay,” said Ida Holm. “All of us.”\nShe said the bridge cost 12 million. The council must agree to it by May.\nRead more "
    "about the bridge\nNobody else said anything.";

inline Span words(std::string_view part) {
  const auto at = static_cast<std::uint32_t>(kText.find(part));
  return {at, at + static_cast<std::uint32_t>(part.size())};
}

inline Document article() {
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
  const auto found = [](int confidence) {
    return Origin{.by = AgentId("a1"), .method = "quote/cue-then-source", .confidence = confidence};
  };
  d.quotations.push_back({.id = QuotationId("q1"),
                          .type = kDirect,
                          .content = {words("“We will stay,”"), words("“All of us.”")},
                          .cue = {words("said")},
                          .source = {words("Ida Holm")},
                          .source_form = kNameForm,
                          .speaker = SpeakerId("s1"),
                          .origin = found(950)});
  d.quotations.push_back({.id = QuotationId("q2"),
                          .type = kIndirect,
                          .content = {words("the bridge cost 12 million")},
                          .cue = {{words("She said").begin + 4, words("She said").end}},
                          .source = {words("She")},
                          .source_form = kPronounForm,
                          .speaker = SpeakerId("s1"),
                          .origin = found(400)});
  d.claims.push_back({.id = ClaimId("c1"),
                      .spans = {words("the bridge cost 12 million")},
                      .type = ClaimType("quantity"),
                      .checkworthiness = 800,
                      .origin = found(800)});
  d.claims.push_back({.id = ClaimId("c2"),
                      .spans = {words("The council must agree to it by May")},
                      .type = ClaimType("law_rule"),
                      .checkworthiness = 550,
                      .origin = found(600)});
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

}  // namespace ui_page
