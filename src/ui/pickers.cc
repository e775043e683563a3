// Lists to choose from under what they belong to: a speaker, a type, what a list shows.
#include <algorithm>
#include <utility>

#include "text/utf8.h"
#include "ui/command_runs.h"
#include "ui/marks.h"
#include "ui/overlays.h"
#include "ui/views.h"
#include "ui/words.h"

namespace ui {

using namespace document;

namespace {

// What is typed while a list of names is open narrows it; gives whether it has changed.
void read_typed(Frame& f) {
  std::string& typed = f.view.pick_typed;
  const std::string before = typed;
  for (const ImWchar c : ImGui::GetIO().InputQueueCharacters) {
    if (std::exchange(f.view.pick_key, 0) == (c | 0x20u)) continue;
    if (c >= 0x20 && c != 0x7F && !(typed.empty() && (c == ' ' || (c >= '0' && c <= '9')))) text::append(typed, c);
  }
  if (ImGui::IsKeyPressed(ImGuiKey_Backspace) && !typed.empty()) {
    std::size_t at = typed.size() - 1;
    while (at > 0 && (static_cast<unsigned char>(typed[at]) & 0xC0) == 0x80) --at;
    typed.resize(at);
  }
  if (typed == before) return;
  f.view.choice = 0;
  f.changed = true;
}

std::string lower(std::string words) {
  for (char& c : words)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return words;
}

struct Pick {
  int number;  // of a speaker; 0: none
  std::string words;
  std::string argument;
};

std::optional<std::size_t> draw_picks(Frame& f, const Rect& under, const std::vector<Pick>& picks) {
  const float kEach = press_height(f, 36);
  constexpr float kMost = 9;
  // What is typed narrows the list down: told where the list is long, and shown.
  const std::string& typed = f.view.pick_typed;
  const float hint = static_cast<float>(picks.size()) > kMost || !typed.empty() ? 28.0f : 0.0f;
  const float height = hint + std::min(kMost, static_cast<float>(picks.size())) * kEach + 12;
  const float width = std::max(220.0f, under.width);
  Rect r{std::clamp(under.x, 8.0f, std::max(8.0f, f.around.width - width - 8)), bottom_of(under) + 4, width, height};
  if (bottom_of(r) > f.around.height - 8) r.y = std::max(56.0f, f.around.height - 8 - height);
  box(f, r);
  f.view.places["picks"] = r;
  Rect list = inset(r, 6);
  if (hint > 0) {
    icon(f, Icon::search, list.x + 16, list.y + hint / 2, f.colours.muted, 14);
    text(f, list.x + 32, list.y + hint / 2, Font::sans, 13, typed.empty() ? f.colours.muted : f.colours.ink,
         cut(f, Font::sans, 13, typed.empty() ? "Type to find one" : typed, list.width - 40));
    list.y += hint;
    list.height -= hint;
  }
  if (ImGui::IsKeyPressed(ImGuiKey_DownArrow)) f.view.choice = std::min(f.view.choice + 1, picks.size() - 1), f.changed = true;
  if (ImGui::IsKeyPressed(ImGuiKey_UpArrow) && f.view.choice > 0) --f.view.choice, f.changed = true;
  std::optional<std::size_t> pressed;
  for (std::size_t i = 0; i < picks.size(); ++i)
    if (picks[i].number > 0 && picks[i].number <= 9 && ImGui::IsKeyPressed(static_cast<ImGuiKey>(ImGuiKey_0 + picks[i].number), false))
      pressed = i;
  if (ImGui::IsKeyPressed(ImGuiKey_Enter, false)) pressed = f.view.choice;
  Clip clip(f, list);
  for (std::size_t i = 0; i < picks.size(); ++i) {
    const Rect one{list.x, list.y + static_cast<float>(i) * kEach - f.view.overlay_scroll, list.width, kEach};
    if (bottom_of(one) <= list.y || one.y >= bottom_of(list)) continue;
    const Touch touch = part(f, "pick." + picks[i].argument, one);
    if (touch.hovered || i == f.view.choice) fill(f, one, i == f.view.choice ? f.colours.selected_row : f.colours.hover, 6);
    float x = one.x + 10;
    if (picks[i].number > 0) {
      chip(f, one.x + 8, one.y + 8, 20, picks[i].number, ChipState::accepted);
      x = one.x + 38;
    }
    text(f, x, one.y + kEach / 2, Font::sans, 13, f.colours.ink, cut(f, Font::sans, 13, picks[i].words, right_of(one) - x - 8));
    if (touch.focused) focus_ring(f, one, 6, true);
    if (touch.pressed) pressed = i;
  }
  scroll(f, "picks", list, static_cast<float>(picks.size()) * kEach, f.view.overlay_scroll);
  return pressed;
}

// The claims that a filter would show, were it this one.
std::size_t count_of(const Frame& f, const ClaimFilter& filter) {
  const auto& claims = f.document().claims;
  return static_cast<std::size_t>(std::count_if(claims.begin(), claims.end(), [&](const Claim& c) { return !is_rejected(c.review) && filter.shows(c); }));
}

// Keeps those whose words hold what was typed.
void narrow_down(Frame& f, std::vector<Pick>& picks) {
  read_typed(f);
  const std::string typed = lower(f.view.pick_typed);
  std::erase_if(picks, [&](const Pick& pick) { return lower(pick.words).find(typed) == std::string::npos; });
  if (picks.empty()) picks.push_back({0, "Nothing is called that", ""});
}

void choose_filter(Frame& f, std::string_view under, std::vector<Pick> picks) {
  narrow_down(f, picks);
  const auto i = draw_picks(f, anchor_of(f, under), picks);
  if (!i || picks[*i].argument.empty()) return;
  f.view.overlay = Overlay::none;
  f.view.pick_typed.clear();
  run(f, "filter-claims", picks[*i].argument);
}

}  // namespace

void draw_speaker_picker(Frame& f) {
  std::vector<Pick> picks;
  const bool merging = f.view.merging.has_value(), finding = f.view.naming_found;
  const auto& speakers = f.document().speakers;
  read_typed(f);
  const std::string typed = f.view.pick_typed;
  for (std::size_t i = 0; i < speakers.size(); ++i) {
    if (merging && speakers[i].id == *f.view.merging) continue;
    if (lower(speakers[i].name).find(lower(typed)) == std::string::npos) continue;
    picks.push_back({static_cast<int>(i) + 1, merging ? "Merge with " + speakers[i].name : speakers[i].name, speakers[i].id.text()});
  }
  const bool claim = std::holds_alternative<ClaimId>(f.session.selected);
  if (!merging && !finding) {
    if (typed.empty()) picks.push_back({0, claim ? "The article itself" : "Nobody known", "none"});
    picks.push_back({0, typed.empty() ? "New speaker…" : "New speaker “" + typed + "”", "new"});
  }
  Rect under = anchor_of(f, f.view.places.contains("picker.speaker") ? "picker.speaker" : "button.other-speaker");
  if (merging && f.view.places.contains("speaker." + f.view.merging->text())) under = anchor_of(f, "speaker." + f.view.merging->text());
  if (finding) under = anchor_of(f, "search.name-found");
  if (picks.empty()) picks.push_back({0, typed.empty() ? "There is no other speaker" : "Nobody is called that", ""});
  const auto i = draw_picks(f, under, picks);
  if (!i || picks[*i].argument.empty()) return;
  f.view.overlay = Overlay::none;
  const std::string argument = picks[*i].argument;
  if (merging) {
    const auto into = speaker_called(f.document(), argument);
    if (into) f.send(session::MergeSpeakers{*into, *f.view.merging});
    f.view.merging.reset();
  } else if (finding) {
    f.view.naming_found = false;
    run(f, "name-found", argument);
  } else if (argument == "new") {
    run(f, "new-speaker", typed);
  } else {
    run(f, "assign-speaker", argument);
  }
  f.view.pick_typed.clear();
}

void draw_kind_picker(Frame& f) {
  std::vector<Pick> picks;
  for (const ClaimType& type : claim_types()) picks.push_back({0, label_of(type), type.name()});
  const auto i = draw_picks(f, anchor_of(f, "picker.kind"), picks);
  if (!i) return;
  f.view.overlay = Overlay::none;
  run(f, "set-claim-type", picks[*i].argument);
}

void draw_type_filter(Frame& f) {
  std::vector<Pick> picks{{0, "All types", "all types"}};
  for (const ClaimType& type : claim_types()) {
    ClaimFilter only = f.view.claims_shown;
    only.type = type;
    if (const std::size_t count = count_of(f, only)) picks.push_back({0, label_of(type) + ", " + std::to_string(count), type.name()});
  }
  choose_filter(f, "filter.type", std::move(picks));
}

void draw_speaker_filter(Frame& f) {
  std::vector<Pick> picks{{0, "All speakers", "all speakers"}};
  ClaimFilter only = f.view.claims_shown;
  only.by_article = true;
  if (const std::size_t count = count_of(f, only)) picks.push_back({0, "The article itself, " + std::to_string(count), "the article"});
  only.by_article = false;
  for (const Speaker& speaker : f.document().speakers) {
    only.speaker = speaker.id;
    if (const std::size_t count = count_of(f, only)) picks.push_back({number_of(f.figures, speaker.id), speaker.name + ", " + std::to_string(count), speaker.id.text()});
  }
  choose_filter(f, "filter.speaker", std::move(picks));
}

}  // namespace ui
