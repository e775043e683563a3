// The bar at the top: opening, undoing, searching, the state of saving in words, sharing, and how the page looks.
#include <algorithm>
#include <cmath>

#include "ui/views.h"

namespace ui {
namespace {

constexpr std::string_view kName = "Quoth";

void separator(Frame& f, float x, const Rect& bar) { line(f, x + 0.5f, bar.y + 12, x + 0.5f, bar.y + 36, f.colours.line); }

std::string name_of(const Frame& f) {
  if (!f.session.open) return "No article yet";
  const auto& article = f.document().article;
  if (!article.import.name.empty()) return article.import.name;
  return article.title;
}

struct SavingWords {
  std::string words;
  bool tick = false, fault = false;
};

SavingWords saving_of(const Frame& f) {
  if (!f.session.open && f.around.saving != Saving::failed) return {};
  switch (f.around.saving) {
    case Saving::saved:
      return {f.narrow() ? "Saved" : "Saved in this browser", true, false};
    case Saving::pending:
      return {"Saving…", false, false};
    case Saving::failed:
      return {f.around.saving_error.empty() ? "Not saved" : f.around.saving_error, false, true};
    case Saving::elsewhere:
      return {"Open in another tab", false, false};
    case Saving::nothing:
      break;
  }
  return {};
}

void draw_field(Frame& f, const Rect& r) {
  const Touch touch = part(f, "button.commands", r);
  fill(f, r, touch.hovered ? f.colours.hover : f.colours.raised, 6);
  border(f, r, f.colours.line_strong, 6, f.theme == Theme::contrast ? 2.0f : 1.0f);
  icon(f, Icon::search, r.x + 19, r.y + r.height / 2, f.colours.muted);
  text(f, r.x + 35, r.y + r.height / 2, Font::sans, 13, f.session.open ? f.colours.muted : f.colours.faint, "Search or command");
  const std::string_view keys = keys_for(f, "commands");
  const float caps = key_caps_width(f, keys);
  key_caps(f, right_of(r) - 11 - caps, r.y + r.height / 2, keys, f.colours.line_strong);
  if (touch.focused) focus_ring(f, r, 6);
  if (touch.pressed) run(f, "commands");
}

// The parts at the right, from the edge inwards; gives the left edge of what it drew.
float draw_right(Frame& f, const Rect& bar) {
  const float middle = bar.y + bar.height / 2;
  float x = bar.width - 12;
  const auto small = [&](std::string_view id, Icon which, std::string_view words, std::string_view command, bool on) {
    x -= 32;
    if (icon_button(f, id, {x, middle - 16, 32, 32}, which, words, true, on)) run(f, command);
    x -= 4;
  };
  small("button.help", Icon::help, "All keys", "help", f.view.overlay == Overlay::help);
  small("button.theme", Icon::contrast, "Light, dark or high contrast", "theme", false);
  x -= 32;
  const Rect letters{x, middle - 16, 32, 32};
  if (button(f, "button.text", letters, "", {}, {.look = Look::quiet, .on = f.view.overlay == Overlay::text_menu})) {
    f.view.overlay = f.view.overlay == Overlay::text_menu ? Overlay::none : Overlay::text_menu;
  }
  text(f, x + (32 - width_of(f, Font::sans, 14, "Aa")) / 2, middle, Font::sans, 14, f.colours.ink, "Aa");
  x -= 13;
  separator(f, x, bar);
  const bool open = f.session.open;
  const auto wide = [&](std::string_view id, std::string_view label, std::string_view command, std::string_view argument, bool on) {
    const float width = button_width(f, label) - 2;
    x -= width + (label == "Export" ? 13.0f : 4.0f);
    const ButtonStyle style{.look = open ? Look::usual : Look::quiet, .enabled = open, .on = on};
    if (button(f, id, {x, middle - 16, width, 32}, label, {}, style)) run(f, command, argument);
  };
  wide("button.export", "Export", "save-file", "", false);
  wide("button.share", "Share", "share", "", f.view.share_shown);
  return x;
}

void draw_narrow_bar(Frame& f, const Rect& bar) {
  const float middle = bar.y + bar.height / 2;
  text(f, 16, middle, Font::serif_bold, 20, f.colours.ink, kName);
  const SavingWords saving = saving_of(f);
  const float name = 16 + width_of(f, Font::serif_bold, 20, kName) + 14;
  if (saving.fault) icon(f, Icon::warning, name + 6, middle, f.colours.error, 14);
  text(f, name + (saving.fault ? 18.0f : 0.0f), middle, Font::sans, 13, saving.fault ? f.colours.error : f.colours.muted,
       cut(f, Font::sans, 13, saving.words, bar.width - name - 170));
  const float high = std::min(44.0f, bar.height);
  const auto small = [&](float x, std::string_view id, Icon which, std::string_view words, std::string_view command, bool enabled) {
    if (icon_button(f, id, {x - 22, middle - high / 2, 44, high}, which, words, enabled)) run(f, command);
  };
  if (f.session.open) {
    small(bar.width - 122, "button.undo", Icon::undo, "Undo", "undo", !f.session.past.empty());
    small(bar.width - 74, "button.search", Icon::search, "Search in the article", "search", true);
  }
  if (icon_button(f, "button.more", {bar.width - 48, middle - high / 2, 44, high}, Icon::more, "More", true, f.view.overlay == Overlay::more_menu))
    f.view.overlay = f.view.overlay == Overlay::more_menu ? Overlay::none : Overlay::more_menu;
}

}  // namespace

void draw_top_bar(Frame& f, const Rect& bar) {
  const float edge = f.theme == Theme::contrast ? 2.0f : 1.0f;
  fill(f, bar, f.colours.panel);
  fill(f, {bar.x, bottom_of(bar) - edge, bar.width, edge}, f.colours.line);
  if (f.narrow()) return draw_narrow_bar(f, bar);
  const float middle = bar.y + bar.height / 2;
  text(f, 12, middle, Font::serif_bold, 20, f.colours.ink, kName);
  const Rect open{86, middle - 16, 78, 32};
  if (button(f, "button.open", open, "", {}, {.look = Look::quiet, .on = f.view.overlay == Overlay::open_menu}))
    f.view.overlay = f.view.overlay == Overlay::open_menu ? Overlay::none : Overlay::open_menu;
  text(f, 99, middle, Font::sans, 13, f.colours.ink, "Open");
  icon(f, Icon::down, 148, middle, f.colours.ink);
  if (icon_button(f, "button.undo", {173, middle - 16, 32, 32}, Icon::undo,
                  f.session.past.empty() ? "Nothing to undo" : "Undo: " + f.session.past.back().act, !f.session.past.empty()))
    run(f, "undo");
  if (icon_button(f, "button.redo", {209, middle - 16, 32, 32}, Icon::redo,
                  f.session.future.empty() ? "Nothing to do again" : "Do again: " + f.session.future.back().act, !f.session.future.empty()))
    run(f, "redo");
  if (icon_button(f, "button.history", {243, middle - 16, 24, 32}, Icon::down, "History", f.session.open, f.view.overlay == Overlay::history))
    run(f, "history");
  separator(f, 274, bar);

  float left = 287;
  if (f.around.width < 1240) {
    const float width = button_width(f, "Speakers");
    if (button(f, "button.speakers", {left, middle - 16, width, 32}, "Speakers", {},
               {.enabled = f.session.open, .on = f.view.speakers_shown}))
      f.view.speakers_shown = !f.view.speakers_shown, f.changed = true;
    left += width + 12;
  }
  float right = draw_right(f, bar);
  const SavingWords saving = saving_of(f);
  if (!saving.words.empty()) {
    const std::string words = cut(f, Font::sans, 13, saving.words, 260);
    const float width = width_of(f, Font::sans, 13, words) + 22;
    right -= width + 10;
    if (saving.fault) icon(f, Icon::warning, right + 7, middle, f.colours.error);
    if (saving.tick) icon(f, Icon::tick, right + 7, middle, f.colours.muted, 14);
    text(f, right + 18, middle, Font::sans, 13, saving.fault ? f.colours.error : f.colours.muted, words);
    f.view.places["saving"] = {right, middle - 12, width, 24};
  }
  right -= 13;
  separator(f, right, bar);
  // Where it gets tight the name of the document shortens first, then the search becomes an icon.
  constexpr float kField = 248, kLeastName = 80;
  right -= 13;
  if (right - left - kLeastName > kField) {
    draw_field(f, {right - kField, middle - 16, kField, 32});
    right -= kField + 16;
  } else {
    if (icon_button(f, "button.commands", {right - 32, middle - 16, 32, 32}, Icon::search, "Search or command")) run(f, "commands");
    right -= 40;
  }
  const std::string name = name_of(f), shown = cut(f, Font::sans, 13, name, right - left);
  text(f, left, middle, Font::sans, 13, f.colours.muted, shown);
}

}  // namespace ui
