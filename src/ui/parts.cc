#include "ui/parts.h"

#include <algorithm>
#include <cmath>

namespace ui {
namespace {

constexpr float kSmall = 12, kUsual = 13;

bool covered(const Frame& f, float x, float y) {
  if (f.layer > 0) return false;
  return std::any_of(f.view.covers.begin(), f.view.covers.end(), [&](const Rect& r) { return holds(r, x, y); });
}

// "Ctrl+Shift+Z" -> its caps, shortest first on screen order.
std::vector<std::string> caps_of(const Frame& f, std::string_view keys) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at < keys.size();) {
    std::size_t end = keys.find(' ', at);
    if (end == std::string_view::npos) end = keys.size();
    if (end > at) out.push_back(keys_as_shown(f, keys.substr(at, end - at)));
    at = end + 1;
  }
  return out;
}

std::optional<Icon> arrow_of(std::string_view cap) {
  if (cap == "↑") return Icon::arrow_up;
  if (cap == "↓") return Icon::arrow_down;
  if (cap == "←") return Icon::arrow_left;
  if (cap == "→") return Icon::right;
  return std::nullopt;
}

float cap_width(const Frame& f, const std::string& cap) {
  return arrow_of(cap) ? 18.0f : std::max(18.0f, std::round(width_of(f, Font::sans, kSmall, cap)) + 10);
}

struct Paint {
  Colour ground, edge, words, cap;
  bool has_ground = true, has_edge = true;
};

Paint paint_of(const Frame& f, const ButtonStyle& style, const Touch& touch) {
  const Colours& c = f.colours;
  if (!style.enabled) return {c.panel, c.line, c.faint, c.line_strong, false, style.look != Look::quiet};
  if (style.look == Look::primary)
    return {touch.held ? c.accent_pressed : touch.hovered ? c.accent_hover : c.accent, c.accent, c.on_accent, c.on_accent};
  if (style.look == Look::quiet && style.on && !touch.held) return {c.hover, c.line_strong, c.ink, c.line_strong, true, false};
  const Colour ground = touch.held || style.on ? c.pressed : touch.hovered ? c.hover : c.raised;
  if (style.look == Look::quiet) return {ground, c.line_strong, c.ink, c.line_strong, touch.held || touch.hovered || style.on, false};
  return {ground, style.strong_border ? c.ink : c.line_strong, c.ink, c.line_strong};
}

}  // namespace

std::string keys_as_shown(const Frame& f, std::string_view keys) {
  std::string out;
  for (std::size_t at = 0; at < keys.size();) {
    std::size_t end = keys.find('+', at);
    if (end == std::string_view::npos || end == at) end = keys.size();
    std::string_view one = keys.substr(at, end - at);
    if (f.around.mac) {
      if (one == "Ctrl") one = "Cmd";
    }
    if (!out.empty()) out += ' ';
    out += one;
    at = end + 1;
  }
  return out;
}

float key_caps_width(const Frame& f, std::string_view keys) {
  if (f.around.touch) return 0;
  float width = 0;
  for (const std::string& cap : caps_of(f, keys)) width += cap_width(f, cap) + (width > 0 ? 4 : 0);
  return width;
}

void key_caps(Frame& f, float x, float middle, std::string_view keys, Colour colour) {
  if (f.around.touch) return;
  for (const std::string& cap : caps_of(f, keys)) {
    const float width = cap_width(f, cap);
    if (cap == "–") {  // from one key to another
      text(f, x + 5, middle, Font::sans, kSmall, colour, cap);
      x += width + 4;
      continue;
    }
    const Rect r{std::round(x), std::round(middle - 9), width, 18};
    border(f, r, colour, 3);
    const bool on_ink = colour == f.colours.on_accent;
    // The faces have no arrows.
    const std::optional<Icon> arrow = arrow_of(cap);
    if (arrow) icon(f, *arrow, r.x + width / 2, r.y + 9, f.colours.muted, 12);
    else
      text(f, r.x + (width - width_of(f, Font::sans, kSmall, cap)) / 2, r.y + 9, Font::sans, kSmall, on_ink ? colour : f.colours.muted,
           cap);
    x += width + 4;
  }
}

Touch part(Frame& f, std::string_view id, const Rect& r, bool enabled) {
  const std::string name(id);
  ViewState& v = f.view;
  const Rect seen = overlap(r, f.clip);
  if (seen.width > 0 && seen.height > 0) v.places[name] = r;
  if (!enabled) return {};
  v.focus_order.push_back(name);
  Touch touch;
  touch.hovered = holds(seen, f.pointer.x, f.pointer.y) && !covered(f, f.pointer.x, f.pointer.y);
  if (touch.hovered && f.pointer.pressed) {
    v.pressed = name;
    v.focus_visible = false;
  }
  touch.held = touch.hovered && v.pressed == name && f.pointer.down;
  touch.pressed = touch.hovered && v.pressed == name && f.pointer.released;
  touch.focused = v.focused == name && v.focus_visible;
  if (v.focused == name && v.activate) {
    v.activate = false;
    touch.pressed = true;
  }
  if (touch.pressed) f.changed = true;
  if (touch.hovered) {
    ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    if (v.hovered != name) {
      v.hovered = name;
      v.hovered_since = f.around.now;
    }
  }
  return touch;
}

void focus_ring(Frame& f, const Rect& r, float radius, bool inside) {
  const float thickness = f.theme == Theme::contrast ? 3.0f : 2.0f;
  if (inside) border(f, r, f.colours.focus, radius, thickness + 1);
  else border(f, inset(r, -2 - thickness), f.colours.focus, radius + 2 + thickness, thickness);
}

void tooltip(Frame& f, std::string_view id, const Rect& near, std::string_view words) {
  constexpr double kDelay = 0.5;
  if (f.view.hovered != id || f.pointer.down || words.empty()) return;
  const double waited = f.around.now - f.view.hovered_since;
  if (waited < kDelay) return f.wake(kDelay - waited);
  const std::vector<std::string> lines = broken(f, Font::sans, kSmall, words, 320, 8);
  float width = 0;
  for (const std::string& one : lines) width = std::max(width, width_of(f, Font::sans, kSmall, one));
  const float height = static_cast<float>(lines.size()) * 16 + 12;
  Rect r{std::clamp(near.x + near.width / 2 - width / 2 - 10, 4.0f, std::max(4.0f, f.around.width - width - 24)), bottom_of(near) + 8,
         width + 20, height};
  if (bottom_of(r) > f.around.height - 4) r.y = near.y - 8 - height;
  // A tooltip lies over the zone it belongs to.
  f.canvas.PushClipRect({0, 0}, {f.around.width, f.around.height});
  fill(f, r, f.colours.ink, 4);
  for (std::size_t i = 0; i < lines.size(); ++i)
    text(f, r.x + 10, r.y + 14 + static_cast<float>(i) * 16, Font::sans, kSmall, f.colours.paper, lines[i]);
  f.canvas.PopClipRect();
}

float button_width(const Frame& f, std::string_view label, std::string_view keys, float size) {
  const float caps = key_caps_width(f, keys);
  return std::round(width_of(f, Font::sans, size, label)) + 26 + (caps > 0 ? caps + 8 : 0);
}

bool button(Frame& f, std::string_view id, const Rect& r, std::string_view label, std::string_view keys, const ButtonStyle& style) {
  const Touch touch = part(f, id, r, style.enabled);
  const Paint paint = paint_of(f, style, touch);
  const float thickness = style.strong_border || (f.theme == Theme::contrast && style.enabled) ? 2.0f : 1.0f;
  if (paint.has_ground) fill(f, r, paint.ground, 6);
  if (paint.has_edge) border(f, r, paint.edge, 6, thickness);
  const float caps = key_caps_width(f, keys), words = width_of(f, Font::sans, style.size, label);
  const float whole = words + (caps > 0 ? caps + 8 : 0);
  const float x = r.x + (r.width - whole) / 2, middle = r.y + r.height / 2;
  if (whole > r.width - 8 && caps == 0)
    text(f, r.x + 6, middle, Font::sans, style.size, paint.words, cut(f, Font::sans, style.size, label, r.width - 12));
  else text(f, x, middle, Font::sans, style.size, paint.words, label);
  if (caps > 0) key_caps(f, x + words + 8, middle, keys, paint.cap);
  if (touch.focused) focus_ring(f, r, 6);
  return touch.pressed;
}

bool icon_button(Frame& f, std::string_view id, const Rect& r, Icon which, std::string_view words, bool enabled, bool on) {
  const Touch touch = part(f, id, r, enabled);
  if (touch.held || on) fill(f, r, f.colours.pressed, 6);
  else if (touch.hovered) fill(f, r, f.colours.hover, 6);
  icon(f, which, r.x + r.width / 2, r.y + r.height / 2, enabled ? f.colours.ink : blend(f.colours.panel, f.colours.ink, 0.45f));
  if (touch.focused) focus_ring(f, r, 6);
  tooltip(f, id, r, words);
  return touch.pressed;
}

bool link(Frame& f, std::string_view id, float x, float middle, Font font, float size, std::string_view label) {
  const Rect r{x, middle - 12, width_of(f, font, size, label), 24};
  const Touch touch = part(f, id, r);
  text(f, x, middle, font, size, f.colours.ink, label);
  line(f, x, std::round(middle + size / 2) + 0.5f, right_of(r), std::round(middle + size / 2) + 0.5f, f.colours.ink,
       touch.hovered ? 2.0f : 1.0f);
  if (touch.focused) focus_ring(f, {r.x, middle - 9, r.width, 18}, 3);
  return touch.pressed;
}

std::optional<std::size_t> segments(Frame& f, std::string_view id, float x, float y, float height,
                                    const std::vector<std::string_view>& labels, std::size_t chosen, float width) {
  std::vector<float> widths;
  float whole = 0;
  for (const std::string_view label : labels) {
    widths.push_back(std::round(width_of(f, Font::sans, kUsual, label)) + 24);
    whole += widths.back();
  }
  // A given width is kept, also by standing closer.
  if (width > 0) {
    for (float& one : widths) one += (width - whole) / static_cast<float>(widths.size());
    whole = width;
  }
  const Rect all{x, y, whole, height};
  fill(f, all, f.colours.raised, 6);
  std::optional<std::size_t> pressed;
  float at = x;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const Rect r{at, y, widths[i], height};
    const std::string name = std::string(id) + "." + std::to_string(i);
    const Touch touch = part(f, name, r);
    const ImDrawFlags corners = (i == 0 ? ImDrawFlags_RoundCornersLeft : 0) | (i + 1 == labels.size() ? ImDrawFlags_RoundCornersRight : 0);
    const ImDrawFlags rounded = corners ? corners : ImDrawFlags_RoundCornersNone;
    if (i == chosen) f.canvas.AddRectFilled({r.x, r.y}, {right_of(r), bottom_of(r)}, ink(f.colours.accent), 6, rounded);
    else if (touch.hovered) f.canvas.AddRectFilled({r.x, r.y}, {right_of(r), bottom_of(r)}, ink(f.colours.hover), 6, rounded);
    text(f, at + (widths[i] - width_of(f, Font::sans, kUsual, labels[i])) / 2, y + height / 2, Font::sans, kUsual,
         i == chosen ? f.colours.on_accent : f.colours.ink, labels[i]);
    if (i && i != chosen && i != chosen + 1) line(f, at, y + 1, at, y + height - 1, f.colours.line_strong);
    if (touch.pressed && i != chosen) pressed = i;
    if (touch.focused) focus_ring(f, inset(r, 3), 4, true);
    at += widths[i];
  }
  border(f, all, f.colours.line_strong, 6, f.theme == Theme::contrast ? 2.0f : 1.0f);
  return pressed;
}

bool checkbox(Frame& f, std::string_view id, float x, float middle, std::string_view label, bool on) {
  const Rect r{x - 4, middle - 14, width_of(f, Font::sans, kUsual, label) + 32, 28};
  const Touch touch = part(f, id, r);
  const Rect square{x, middle - 8, 16, 16};
  if (on) {
    fill(f, square, f.colours.accent, 3);
    icon(f, Icon::tick, x + 8, middle, f.colours.on_accent, 12);
  } else {
    fill(f, square, touch.hovered ? f.colours.hover : f.colours.raised, 3);
    border(f, square, f.colours.line_strong, 3);
  }
  text(f, x + 24, middle, Font::sans, kUsual, f.colours.ink, label);
  if (touch.focused) focus_ring(f, square, 3);
  return touch.pressed;
}

bool row(Frame& f, std::string_view id, const Rect& r, const RowLook& look) {
  const Touch touch = part(f, id, r);
  if (look.selected) {
    fill(f, r, f.colours.selected_row);
    fill(f, {r.x, r.y, 3, r.height}, f.colours.ink);
  } else if (touch.hovered) {
    fill(f, r, f.colours.hover);
  }
  if (look.separator) fill(f, {r.x, bottom_of(r) - 1, r.width, 1}, f.colours.line);
  if (touch.focused) focus_ring(f, inset(r, 1), 2, true);
  return touch.pressed;
}

void scroll(Frame& f, std::string_view id, const Rect& zone, float content, float& offset) {
  const float most = std::max(0.0f, content - zone.height);
  if (f.pointer.wheel != 0 && holds(zone, f.pointer.x, f.pointer.y) && !covered(f, f.pointer.x, f.pointer.y)) {
    offset += f.pointer.wheel;
    f.pointer.wheel = 0;
    f.changed = true;
  }
  offset = std::clamp(offset, 0.0f, most);
  const bool near = holds(zone, f.pointer.x, f.pointer.y) && !covered(f, f.pointer.x, f.pointer.y);
  const bool dragged = f.view.pressed == "scroll." + std::string(id);
  if (most <= 0 || (!near && !dragged && !f.around.touch)) return;
  const float length = std::max(32.0f, zone.height * zone.height / content);
  const float free = zone.height - length - 8;
  const Rect track{right_of(zone) - 10, zone.y, 10, zone.height};
  const std::string name = "scroll." + std::string(id);
  const bool over = holds(track, f.pointer.x, f.pointer.y) && !covered(f, f.pointer.x, f.pointer.y);
  if (over && f.pointer.pressed) f.view.pressed = name;
  const bool held = f.view.pressed == name && f.pointer.down;
  if (held && free > 0) {
    const float goal = std::clamp((f.pointer.y - zone.y - 4 - length / 2) / free, 0.0f, 1.0f) * most;
    if (goal != offset) f.changed = true;
    offset = goal;
  }
  const Rect thumb{right_of(zone) - (over || held ? 9 : 7), zone.y + 4 + free * offset / most, over || held ? 6.0f : 4.0f, length};
  fill(f, thumb, f.colours.line_strong, 3, over || held ? 1.0f : 0.55f);
}

}  // namespace ui
