// Small floating boxes: menus under their buttons, pickers under their fields, an address, the person's name.
#include "ui/overlays.h"

#include <algorithm>
#include <cmath>

#include "ui/command_runs.h"
#include "ui/views.h"

namespace ui {

using namespace document;

namespace {

struct Choice {
  std::string_view command, label;
};

// A column of commands; disabled where they are not possible.
void draw_menu(Frame& f, const Rect& under, const std::vector<Choice>& choices) {
  const float each = f.narrow() ? 44.0f : 36.0f;
  float width = 200;
  for (const Choice& c : choices) width = std::max(width, width_of(f, Font::sans, 13, c.label) + key_caps_width(f, keys_for(f, c.command)) + 56);
  const float height = static_cast<float>(choices.size()) * each + 12;
  Rect r{std::clamp(under.x, 8.0f, f.around.width - width - 8), bottom_of(under) + 6, width, height};
  box(f, r);
  float y = r.y + 6;
  for (const Choice& c : choices) {
    const CommandRow* command = find_command(c.command);
    const bool possible = command && command->possible(f.session);
    const Rect one{r.x + 6, y, r.width - 12, each};
    const Touch touch = part(f, "menu." + std::string(c.command), one, possible);
    if (touch.hovered) fill(f, one, f.colours.hover, 6);
    text(f, one.x + 12, y + each / 2, Font::sans, 13, possible ? f.colours.ink : f.colours.faint, c.label);
    key_caps(f, right_of(one) - 12 - key_caps_width(f, keys_for(f, c.command)), y + each / 2, keys_for(f, c.command), possible ? f.colours.line_strong : f.colours.line);
    if (touch.focused) focus_ring(f, one, 6, true);
    if (touch.pressed) {
      f.view.overlay = Overlay::none;
      run(f, c.command);
    }
    y += each;
  }
}

void draw_text_menu(Frame& f) {
  const Rect under = anchor_of(f, f.narrow() ? "button.more" : "button.text");
  const float width = 272;
  const Rect r{std::clamp(right_of(under) - width, 8.0f, f.around.width - width - 8), bottom_of(under) + 8, width, 266};
  box(f, r);
  const float left = r.x + 16, right = right_of(r) - 16;
  text(f, left, r.y + 30, Font::sans, 13, f.colours.muted, "Text size");
  const std::string size = std::to_string(static_cast<int>(f.settings.text_size));
  const float x = right - 120;
  if (button(f, "button.smaller", {x, r.y + 14, 40, 32}, "A-", {}, {.enabled = f.settings.text_size > 15})) run(f, "smaller-text");
  text(f, x + 60 - width_of(f, Font::sans, 13, size) / 2, r.y + 30, Font::sans, 13, f.colours.ink, size);
  if (button(f, "button.larger", {x + 80, r.y + 14, 40, 32}, "A+", {}, {.enabled = f.settings.text_size < 28, .size = 14}))
    run(f, "larger-text");
  text(f, left, r.y + 68, Font::sans, 13, f.colours.muted, "Colours");
  static const std::vector<std::string_view> kNames{"system", "light", "dark", "contrast"};
  const std::size_t now = f.settings.theme ? static_cast<std::size_t>(*f.settings.theme) + 1 : 0;
  if (const auto i = segments(f, "theme", left, r.y + 84, 32, {"System", "Light", "Dark", "High"}, now, right - left))
    run(f, "theme", kNames[*i]);
  text(f, left, r.y + 136, Font::sans, 13, f.colours.muted, "Width of the column");
  static const std::vector<std::string_view> kWidths{"narrow", "usual", "wide"};
  const std::size_t wide = f.settings.column < 60 ? 0 : f.settings.column < 75 ? 1 : 2;
  if (const auto i = segments(f, "column", left, r.y + 152, 32, {"Narrow", "Usual", "Wide"}, wide, right - left)) run(f, "column", kWidths[*i]);
  text(f, left, r.y + 208, Font::sans, 13, f.colours.muted, "Your name, for reviews");
  const Rect name{left, r.y + 222, right - left, 32};
  if (f.view.field == Field::person) {
    if (field(f, Field::person, "field.person", name, "Your name")) {
      const std::string typed = f.view.typed;
      close_field(f);
      run(f, "set-person", typed);
    }
  } else if (button(f, "button.person", name, f.settings.person.empty() ? "Not given" : f.settings.person)) {
    open_field(f, Field::person, f.settings.person);
  }
}

void draw_address(Frame& f) {
  const float width = std::min(520.0f, f.around.width - 32);
  const Rect r{std::round((f.around.width - width) / 2), f.narrow() ? 64.0f : 88.0f, width, 142};
  box(f, r);
  f.view.places["address"] = r;
  text(f, r.x + 20, r.y + 28, Font::sans_bold, 14, f.colours.ink, "Open an article by its address");
  const bool fault = !f.view.field_fault.empty();
  const float go = button_width(f, "Open") + 8;
  const Rect line{r.x + 20, r.y + 46, width - 48 - go, 36};
  bool entered = field(f, Field::address, "field.address", line, "https://", fault);
  entered = button(f, "address.open", {right_of(line) + 8, line.y, go, 36}, "Open", {}, {.look = Look::primary}) || entered;
  if (fault) {
    icon(f, Icon::warning, r.x + 28, r.y + 104, f.colours.error);
    text(f, r.x + 42, r.y + 104, Font::sans, 13, f.colours.error, f.view.field_fault);
  } else {
    paragraph(f, r.x + 20, r.y + 94, width - 40, Font::sans, 12, 16, f.colours.muted,
              "This is the only time that Quoth asks the network for anything. Many sites refuse; then paste the article instead.", 2);
  }
  if (!entered) return;
  const std::string address = f.view.typed;
  if (!address.starts_with("https://") && !address.starts_with("http://")) {
    f.view.field_fault = "An address starts with https://";
    f.view.field_is_new = true;
    f.changed = true;
    return;
  }
  close_field(f);
  run(f, "open-address", address);
}

void draw_open_menu(Frame& f) {
  draw_menu(f, anchor_of(f, "button.open"),
            {{"paste", "Paste an article"},
             {"open-file", "Open a file"},
             {"open-address", "From an address"},
             {"open-sample", "Try the sample"},
             {"compare", "Compare with a file"},
             {"put-marks", "Put a file’s marks here"},
             {"recent", "Recent articles"},
             {"versions", "Versions of this article"},
             {"close-article", "Close the article"}});
}

void draw_more_menu(Frame& f) {
  const Rect button = anchor_of(f, "button.more");
  draw_menu(f, {f.around.width - 240, button.y, 40, button.height},
            {{"open-file", "Open a file"},
             {"open-address", "From an address"},
             {"open-sample", "Try the sample"},
             {"compare", "Compare with a file"},
             {"put-marks", "Put a file’s marks here"},
             {"recent", "Recent articles"},
             {"redo", "Do again"},
             {"history", "History"},
             {"show-notes", "Notes"},
             {"show-figures", "Figures"},
             {"share", "Share and export"},
             {"larger-text", "Larger text"},
             {"smaller-text", "Smaller text"},
             {"theme", "Next theme"},
             {"commands", "All commands"},
             {"help", "All keys"}});
}

}  // namespace

Rect anchor_of(const Frame& f, std::string_view id) {
  const auto at = f.view.places.find(std::string(id));
  return at == f.view.places.end() ? Rect{16, 48, 32, 32} : at->second;
}

void close_from_outside(Frame& f) {
  if (!f.pointer.pressed || f.view.overlay == Overlay::none) return;
  for (const Rect& r : f.view.covers)
    if (holds(r, f.pointer.x, f.pointer.y)) return;
  // The button that opened it closes it by itself.
  for (const std::string_view id :
       {"button.open", "button.history", "button.text", "button.more", "button.help", "button.commands", "picker.speaker",
        "picker.kind", "filter.type", "filter.speaker"}) {
    const auto at = f.view.places.find(std::string(id));
    if (at != f.view.places.end() && holds(at->second, f.pointer.x, f.pointer.y)) return;
  }
  f.view.overlay = Overlay::none;
  f.view.merging.reset();
  f.view.naming_found = false;
  close_field(f);
  f.pointer.pressed = false;
  f.changed = true;
}

void draw_overlays(Frame& f) {
  const Overlay before = f.view.overlay;
  if (before != Overlay::speaker_picker && before != Overlay::type_filter && before != Overlay::speaker_filter) f.view.pick_typed.clear();
  if (before == Overlay::none) return;
  switch (f.view.overlay) {
    case Overlay::commands:
      draw_command_palette(f);
      break;
    case Overlay::help:
      draw_help_sheet(f);
      break;
    case Overlay::history:
      draw_history(f);
      break;
    case Overlay::open_menu:
      draw_open_menu(f);
      break;
    case Overlay::more_menu:
      draw_more_menu(f);
      break;
    case Overlay::text_menu:
      draw_text_menu(f);
      break;
    case Overlay::address:
      draw_address(f);
      break;
    case Overlay::recent:
      draw_recent_sheet(f);
      break;
    case Overlay::versions:
      draw_versions_sheet(f);
      break;
    case Overlay::speaker:
      draw_speaker_sheet(f);
      break;
    case Overlay::speaker_picker:
      draw_speaker_picker(f);
      break;
    case Overlay::kind_picker:
      draw_kind_picker(f);
      break;
    case Overlay::type_filter:
      draw_type_filter(f);
      break;
    case Overlay::speaker_filter:
      draw_speaker_filter(f);
      break;
    case Overlay::none:
      break;
  }
  if (f.view.overlay != before) f.changed = true;
}

}  // namespace ui
