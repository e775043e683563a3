// One speaker: names, share of voice, kind, and what can be done. A sheet from the foot in a narrow window, a box elsewhere.
#include <algorithm>
#include <cmath>

#include "ui/figures_export.h"
#include "ui/overlays.h"
#include "ui/views.h"
#include "ui/words.h"

namespace ui {

using namespace document;

namespace {

struct Act {
  std::string_view id, command, label;
  Icon icon;
};
constexpr Act kActs[] = {{"sheet.only", "show-speaker", "Show only this speaker", Icon::eye},
                         {"sheet.rename", "rename-speaker", "Rename", Icon::pencil},
                         {"sheet.merge", "merge-speaker", "Merge with another speaker", Icon::right},
                         {"sheet.remove", "remove-speaker", "Remove; the quotations stay", Icon::close}};

constexpr float kAct = 49;

Rect place_of_sheet(Frame& f, float height) {
  if (f.narrow())
    return {0, f.around.height - std::min(height + 40, f.around.height - 60), f.around.width, std::min(height + 40, f.around.height - 60)};
  const auto at = f.view.places.find("speaker." + f.view.speaker->text());
  const float y = at == f.view.places.end() ? 100 : at->second.y;
  return {264, std::clamp(y, 56.0f, std::max(56.0f, f.around.height - height - 16)), 360, height};
}

void draw_ground(Frame& f, const Rect& r) {
  if (!f.narrow()) return box(f, r);
  constexpr float kScrim = 0.32f, kRadius = 12;
  fill(f, {0, 52, f.around.width, r.y - 52 + kRadius}, f.colours.ink, 0, kScrim);
  f.canvas.AddRectFilled({r.x, r.y}, {right_of(r), bottom_of(r)}, ink(f.colours.ink), kRadius, ImDrawFlags_RoundCornersTop);
  f.canvas.AddRectFilled({r.x, r.y + 2}, {right_of(r), bottom_of(r)}, ink(f.colours.panel), kRadius, ImDrawFlags_RoundCornersTop);
  fill(f, {r.x + r.width / 2 - 20, r.y + 10, 40, 4}, f.colours.line_strong, 2);
  f.covers.push_back({0, 52, f.around.width, f.around.height - 52});
  // Beside the sheet is outside, although the scrim covers it.
  if (f.pointer.pressed && f.pointer.y < r.y && f.pointer.y > 52) f.view.overlay = Overlay::none, f.changed = true;
}

// The other names, each to be taken away, and a way to add one.
float draw_names(Frame& f, float x, float y, float right, const Speaker& speaker) {
  const std::vector<std::string>& names = speaker.aliases;
  text(f, x, y + 23, Font::sans, 13, f.colours.muted, names.empty() ? "No other names" : "Also called");
  if (icon_button(f, "sheet.add-name", {right - 36, y + 1, 44, 44}, Icon::plus, "Add another name")) run(f, "add-name");
  if (names.empty()) return 46;
  float at = x, top = y + 46;
  for (const std::string& name : names) {
    const std::string shown = cut(f, Font::serif, 14, name, right - x - 46);
    const float width = width_of(f, Font::serif, 14, shown) + 46;
    if (at + width > right && at > x) {
      at = x;
      top += 38;
      if (top > y + 46 + 38) break;
    }
    const Rect chip_place{at, top, width, 32};
    const Touch touch = part(f, "name." + name, chip_place);
    if (touch.hovered) fill(f, chip_place, f.colours.hover, 16);
    border(f, chip_place, f.colours.line_strong, 16);
    text(f, at + 13, top + 16, Font::serif, 14, f.colours.ink, shown);
    icon(f, Icon::close, at + width - 17, top + 16, f.colours.muted, 12);
    if (touch.focused) focus_ring(f, chip_place, 16);
    tooltip(f, "name." + name, chip_place, "Take this name away");
    if (touch.pressed) run(f, "remove-name", name);
    at += width + 6;
  }
  return top + 32 + 14 - y;
}

}  // namespace

void draw_speaker_sheet(Frame& f) {
  const Speaker* speaker = f.view.speaker ? find(f.document(), *f.view.speaker) : nullptr;
  if (!speaker) {
    f.view.overlay = Overlay::none;
    return;
  }
  const int number = number_of(f.figures, speaker->id);
  const Voice& voice = f.figures.voices[static_cast<std::size_t>(number) - 1];
  const float height = 176 + (speaker->aliases.empty() ? 46 : 92) + std::size(kActs) * kAct + 74;
  const Rect r = place_of_sheet(f, height);
  draw_ground(f, r);
  f.view.places["sheet"] = r;
  Clip clip(f, r);
  const float left = r.x + 16, right = right_of(r) - 16;
  float y = r.y + (f.narrow() ? 24.0f : 8.0f);
  const SpeakerColours& c = speaker_colours(f.colours, number);
  fill(f, {left, y + 10, 28, 28}, c.strong, 4);
  const std::string digit = std::to_string(number);
  text(f, left + 14 - width_of(f, Font::sans_bold, 13, digit) / 2, y + 24, Font::sans_bold, 13, c.on_strong, digit);
  if (f.view.field == Field::speaker_name) {
    if (field(f, Field::speaker_name, "field.speaker-name", {left + 40, y + 8, right - left - 84, 32}, "Name",
              !f.view.field_fault.empty())) {
      const std::string name = f.view.typed;
      close_field(f);
      f.send(session::RenameSpeaker{speaker->id, name});
    }
  } else if (f.view.field == Field::speaker_role || f.view.field == Field::other_name) {
    const bool role = f.view.field == Field::speaker_role;
    if (field(f, f.view.field, "field.speaker-name", {left + 40, y + 8, right - left - 84, 32}, role ? "Role, then Enter" : "Another name, then Enter")) {
      const std::string typed = f.view.typed;
      close_field(f);
      if (typed.empty() && role) f.send(session::SetSpeakerRoles{speaker->id, {}});
      else if (!typed.empty()) run(f, role ? "speaker-role" : "add-name", typed);
    }
  } else {
    if (icon_button(f, "sheet.role", {right - 80, y + 2, 44, 44}, Icon::pencil, "Set the role")) run(f, "speaker-role");
    text(f, left + 40, y + 15, Font::serif_bold, 18, f.colours.ink, cut(f, Font::serif_bold, 18, speaker->name, right - left - 124));
    text(f, left + 40, y + 36, Font::sans, 13, f.colours.muted, cut(f, Font::sans, 13, role_of(*speaker), right - left - 124));
  }
  if (icon_button(f, "sheet.close", {right - 36, y + 2, 44, 44}, Icon::close, "Close")) f.view.overlay = Overlay::none;
  y += 56;
  text(f, left, y + 11, Font::sans, 13, f.colours.ink, "Share of voice");
  const std::string share = percent(voice.words(), f.figures.quoted_words);
  text(f, right - width_of(f, Font::sans_bold, 14, share), y + 11, Font::sans_bold, 14, f.colours.ink, share);
  const Rect bar{left, y + 26, right - left, 12};
  fill(f, bar, f.colours.sunken, 2);
  if (f.figures.quoted_words > 0) {
    const float unit = bar.width / static_cast<float>(f.figures.quoted_words), direct = static_cast<float>(voice.direct_words) * unit;
    fill(f, {bar.x, bar.y, direct, bar.height}, c.strong, 2);
    if (voice.reported_words > 0) {
      const Rect reported{bar.x + direct, bar.y, static_cast<float>(voice.reported_words) * unit, bar.height};
      fill(f, reported, c.tint, 2);
      border(f, reported, c.strong, 2, 1.5f);
    }
  }
  text(f, left, y + 52, Font::sans, 13, f.colours.muted,
       counted(voice.direct_words, "word", "words") + " direct, " + with_commas(voice.reported_words) + " reported");
  const std::string quotes = counted(voice.quotations, "quotation", "quotations");
  if (const Heard place = heard(f.document(), speaker->id); place.at_all) {
    const auto length = static_cast<int>(std::max<std::size_t>(1, f.document().article.text.view().size()));
    text(f, left, y + 72, Font::sans, 13, f.colours.muted,
         "First heard at " + percent(static_cast<int>(place.first), length) + ", last at " + percent(static_cast<int>(place.last), length) + " of the article");
  }
  text(f, right - width_of(f, Font::sans, 13, quotes), y + 52, Font::sans, 13, f.colours.muted, quotes);
  y += 94;
  fill(f, {r.x, y, r.width, 1}, f.colours.line);
  if (const float names = draw_names(f, left, y, right, *speaker); names > 0) {
    y += names;
    fill(f, {r.x, y, r.width, 1}, f.colours.line);
  }
  for (const Act& act : kActs) {
    const Rect one{r.x, y + 1, r.width, kAct - 1};
    const bool only = act.command == "show-speaker" && f.view.only == speaker->id;
    if (row(f, act.id, one, {})) {
      if (act.command == "show-speaker") f.view.overlay = Overlay::none, f.view.zone = Zone::article;
      run(f, only ? "show-all-speakers" : act.command);
    }
    icon(f, act.icon, left + 8, y + kAct / 2, f.colours.ink);
    text(f, left + 30, y + kAct / 2, Font::sans, 14, f.colours.ink, only ? "Show all speakers" : act.label);
    y += kAct;
  }
  static const std::vector<SpeakerKind> kinds{kHuman, kOrganisation, kGroup};
  const auto now = static_cast<std::size_t>(std::find(kinds.begin(), kinds.end(), speaker->kind) - kinds.begin());
  text(f, left, y + 36, Font::sans, 13, f.colours.muted, "Kind");
  if (const auto i = segments(f, "kind", left + 39, y + 14, 44, {"Person", "Organisation", "Group"}, now, right - left - 39))
    f.send(session::SetSpeakerKind{speaker->id, kinds[*i]});
}

}  // namespace ui
