// All keys, from the table of commands, by group.
#include <algorithm>
#include <cmath>

#include "ui/overlays.h"
#include "ui/views.h"

namespace ui {
namespace {

struct Row {
  std::string title, keys;
  bool heading = false;
};

std::vector<Row> rows_of() {
  std::vector<Row> out;
  std::string_view group;
  for (const CommandRow& row : commands()) {
    if (row.keys.empty()) continue;
    if (row.group != group) out.push_back({std::string(row.group), {}, true});
    group = row.group;
    out.push_back({std::string(row.title), std::string(row.keys)});
  }
  for (const Row& row :
       {Row{"The text cursor", {}, true}, Row{"Move by letters and lines", "← → ↑ ↓"}, Row{"By words and paragraphs", "Ctrl ← →"},
        Row{"Select", "Shift ← →"}, Row{"Next mark, previous mark", "Tab"}, Row{"Parts of the page", "F6"}})
    out.push_back(row);
  return out;
}

}  // namespace

void draw_help_sheet(Frame& f) {
  static const std::vector<Row> rows = rows_of();
  constexpr float kRow = 28, kHead = 52;
  const std::size_t columns = f.narrow() ? 1 : 2, each = (rows.size() + columns - 1) / columns;
  const float width = std::min(f.narrow() ? 420.0f : 800.0f, f.around.width - 16), top = f.narrow() ? 60.0f : 88.0f;
  const float content = static_cast<float>(each) * kRow, height = std::min(content + kHead + 20, f.around.height - top - 16);
  const Rect r{std::round((f.around.width - width) / 2), top, width, height};
  box(f, r);
  f.view.places["help"] = r;
  text(f, r.x + 24, r.y + 27, Font::serif_bold, 18, f.colours.ink, "All keys");
  if (icon_button(f, "help.close", {right_of(r) - 44, r.y + 10, 32, 32}, Icon::close, "Close")) run(f, "help");
  fill(f, {r.x, r.y + kHead, width, 1}, f.colours.line);
  const Rect list{r.x, r.y + kHead + 1, width, height - kHead - 9};
  Clip clip(f, list);
  const float column = (width - 48 - (columns > 1 ? 32.0f : 0.0f)) / static_cast<float>(columns);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const float x = r.x + 24 + static_cast<float>(i / each) * (column + 32),
                y = list.y + 8 + static_cast<float>(i % each) * kRow - f.view.overlay_scroll;
    if (rows[i].heading) {
      text(f, x, y + 17, Font::sans_bold, 13, f.colours.ink, rows[i].title);
      continue;
    }
    const float caps = key_caps_width(f, rows[i].keys);
    text(f, x, y + 14, Font::sans, 13, f.colours.ink, cut(f, Font::sans, 13, rows[i].title, column - caps - 12));
    key_caps(f, x + column - caps, y + 14, rows[i].keys, f.colours.line_strong);
  }
  scroll(f, "help", list, content + 16, f.view.overlay_scroll);
}

}  // namespace ui
