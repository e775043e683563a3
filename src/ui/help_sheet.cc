// All keys, from the table of commands, by group.
#include <algorithm>
#include <cmath>

#include "ui/key_names.h"
#include "ui/overlays.h"
#include "ui/views.h"

namespace ui {
namespace {

struct Row {
  std::string title, keys;
  bool heading = false;
  std::string_view command = {};
};

std::vector<Row> rows_of(const Settings& settings) {
  std::vector<Row> out;
  std::string_view group;
  for (const CommandRow& row : commands()) {
    const std::string_view keys = keys_of(settings, row);
    if (row.keys.empty() && keys.empty()) continue;
    if (row.group != group) out.push_back({std::string(row.group), {}, true});
    group = row.group;
    out.push_back({std::string(row.title), std::string(keys), false, row.name});
  }
  for (const Row& row :
       {Row{"The text cursor", {}, true}, Row{"Move by letters and lines", "← → ↑ ↓"}, Row{"By words and paragraphs", "Ctrl ← → ↑ ↓"}, Row{"By sentences", "Alt ↑ ↓"},
        Row{"Select", "Shift ← →"}, Row{"Next mark, previous mark", "Tab"}, Row{"Parts of the page", "F6"}, Row{"In a comparison", {}, true}, Row{"Next difference, previous difference", "J K"}, Row{"Keep mine", "A"},
        Row{"Take theirs", "B"}})
    out.push_back(row);
  return out;
}

}  // namespace

void draw_help_sheet(Frame& f) {
  const std::vector<Row> rows = rows_of(f.settings);
  constexpr float kRow = 28, kHead = 52;
  const std::size_t columns = f.narrow() ? 1 : f.around.width >= 1200 ? 3 : 2, each = (rows.size() + columns - 1) / columns;
  const float width = std::min(f.narrow() ? 420.0f : columns == 3 ? 1180.0f : 800.0f, f.around.width - 16), top = f.narrow() ? 60.0f : 72.0f;
  const float content = static_cast<float>(each) * kRow, height = std::min(content + kHead + 20, f.around.height - top - 16);
  const Rect r{std::round((f.around.width - width) / 2), top, width, height};
  box(f, r);
  f.view.places["help"] = r;
  text(f, r.x + 24, r.y + 27, Font::serif_bold, 18, f.colours.ink, "All keys");
  const std::string_view how = f.view.key_of.empty() ? "Press a row to change its key" : "Press the new key, or Esc";
  if (!f.around.touch) text(f, r.x + 110, r.y + 27, Font::sans, 13, f.view.key_of.empty() ? f.colours.muted : f.colours.ink, how);
  if (!f.settings.keys.empty() && !f.narrow()) {
    const float width_of_reset = button_width(f, "Usual keys");
    if (button(f, "help.reset", {right_of(r) - 56 - width_of_reset, r.y + 10, width_of_reset, 32}, "Usual keys")) run(f, "reset-keys");
  }
  if (icon_button(f, "help.close", {right_of(r) - 44, r.y + 10, 32, 32}, Icon::close, "Close")) run(f, "help");
  fill(f, {r.x, r.y + kHead, width, 1}, f.colours.line);
  const Rect list{r.x, r.y + kHead + 1, width, height - kHead - 9};
  Clip clip(f, list);
  const float column = (width - 48 - 32.0f * static_cast<float>(columns - 1)) / static_cast<float>(columns);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const float x = r.x + 24 + static_cast<float>(i / each) * (column + 32),
                y = list.y + 8 + static_cast<float>(i % each) * kRow - f.view.overlay_scroll;
    if (rows[i].heading) {
      text(f, x, y + 17, Font::sans_bold, 13, f.colours.ink, rows[i].title);
      continue;
    }
    const bool waits = !rows[i].command.empty() && f.view.key_of == rows[i].command;
    if (!rows[i].command.empty()) {
      const Rect one{x - 8, y, column + 16, kRow};
      const Touch touch = part(f, "help." + std::string(rows[i].command), one);
      if (waits || touch.hovered) fill(f, one, waits ? f.colours.selected_row : f.colours.hover, 6);
      if (touch.focused) focus_ring(f, one, 6, true);
      if (touch.pressed) f.view.key_of = rows[i].command;
    }
    if (waits) {
      text(f, x, y + 14, Font::sans_bold, 13, f.colours.ink, cut(f, Font::sans_bold, 13, rows[i].title, column - 60));
      text(f, x + column - width_of(f, Font::sans, 13, "new key?"), y + 14, Font::sans, 13, f.colours.ink, "new key?");
      continue;
    }
    const float caps = key_caps_width(f, rows[i].keys);
    text(f, x, y + 14, Font::sans, 13, f.colours.ink, cut(f, Font::sans, 13, rows[i].title, column - caps - 12));
    key_caps(f, x + column - caps, y + 14, rows[i].keys, f.colours.line_strong);
  }
  scroll(f, "help", list, content + 16, f.view.overlay_scroll);
}

}  // namespace ui
