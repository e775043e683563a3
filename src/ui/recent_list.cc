// The articles that this browser keeps: on the empty page, and as a box over an open article; and the versions of one. What was deleted stays in
// its place, struck through, until the page is left: so it can be put back.
#include <algorithm>
#include <cmath>

#include "ui/overlays.h"
#include "ui/views.h"

namespace ui {
namespace {

constexpr float kRow = 52, kPad = 16;

void draw_recent(Frame& f, const Rect& r, std::size_t i) {
  const Recent& one = f.around.recent[i];
  const std::string number = std::to_string(i + 1), id = "recent." + number;
  const float middle = r.y + r.height / 2;
  if (one.removed) {
    const float width = button_width(f, "Put back");
    const std::string title = cut(f, Font::sans, 14, one.title, r.width - width - 3 * kPad);
    text(f, r.x + kPad, r.y + 18, Font::sans, 14, f.colours.muted, title);
    line(f, r.x + kPad, r.y + 18.5f, r.x + kPad + width_of(f, Font::sans, 14, title), r.y + 18.5f, f.colours.muted);
    text(f, r.x + kPad, r.y + 37, Font::sans, 12, f.colours.muted, "Deleted");
    if (button(f, id + ".restore", {right_of(r) - kPad - width, middle - 16, width, 32}, "Put back")) run(f, "restore-recent", number);
    fill(f, {r.x, bottom_of(r) - 1, r.width, 1}, f.colours.line);
    return;
  }
  constexpr float kDelete = 44;
  const Rect words{r.x, r.y, r.width - kDelete - 4, r.height};
  if (row(f, id, words)) run(f, "open-recent", number);
  text(f, r.x + kPad, r.y + 18, Font::sans_bold, 14, f.colours.ink, cut(f, Font::sans_bold, 14, one.title, words.width - 2 * kPad));
  text(f, r.x + kPad, r.y + 37, Font::sans, 12, f.colours.muted, cut(f, Font::sans, 12, one.details, words.width - 2 * kPad));
  if (icon_button(f, id + ".delete", {right_of(r) - kDelete, middle - kDelete / 2, kDelete, kDelete}, Icon::close, "Delete this article"))
    run(f, "delete-recent", number);
}

void draw_rows(Frame& f, const Rect& list, float offset) {
  for (std::size_t i = 0; i < f.around.recent.size(); ++i) {
    const float y = std::round(list.y + static_cast<float>(i) * kRow - offset);
    if (y + kRow > list.y && y < bottom_of(list)) draw_recent(f, {list.x, y, list.width, kRow}, i);
  }
}

// A box with a heading, a list and a line below it; gives the list's place.
Rect begin_sheet(Frame& f, std::string_view id, std::string_view title, std::size_t rows, float foot) {
  constexpr float kHead = 52;
  const float width = std::min(600.0f, f.around.width - 16), top = f.narrow() ? 60.0f : 88.0f;
  const float content = kRow * static_cast<float>(std::max<std::size_t>(rows, 1));
  const float height = std::min(kHead + content + foot, f.around.height - top - 16);
  const Rect r{std::round((f.around.width - width) / 2), top, width, height};
  box(f, r);
  f.view.places[std::string(id)] = r;
  text(f, r.x + kPad, r.y + 27, Font::serif_bold, 18, f.colours.ink, title);
  if (icon_button(f, std::string(id) + ".close", {right_of(r) - 44, r.y + 10, 32, 32}, Icon::close, "Close")) run(f, id);
  fill(f, {r.x, r.y + kHead - 1, width, 1}, f.colours.line);
  return {r.x, r.y + kHead, width, height - kHead - foot};
}

}  // namespace

void draw_recent_articles(Frame& f, const Rect& zone) {
  constexpr float kHead = 36;
  const std::size_t all = f.around.recent.size();
  const float width = std::min(560.0f, zone.width - 32);
  const auto room = static_cast<std::size_t>(std::max(0.0f, (zone.height - kHead - 8) / kRow));
  if (all == 0 || room == 0) return;
  const Rect r{std::round(zone.x + (zone.width - width) / 2), zone.y, width, kHead + kRow * static_cast<float>(std::min(all, room))};
  text(f, r.x + kPad, r.y + 16, Font::sans_bold, 13, f.colours.ink, "Recent articles");
  if (all > room) {
    const std::string label = "All " + std::to_string(all);
    const float link_width = width_of(f, Font::sans, 13, label);
    if (link(f, "empty.recent", right_of(r) - kPad - link_width, r.y + 16, Font::sans, 13, label)) run(f, "recent");
  }
  fill(f, {r.x, r.y + kHead - 1, r.width, 1}, f.colours.line);
  f.view.places["recent"] = r;
  const Rect list{r.x, r.y + kHead, r.width, r.height - kHead};
  Clip clip(f, list);
  draw_rows(f, list, 0);
}

void draw_recent_sheet(Frame& f) {
  constexpr float kFoot = 100;
  const std::size_t rows = f.around.recent.size();
  const Rect list = begin_sheet(f, "recent", "Recent articles", rows, kFoot);
  {
    Clip clip(f, list);
    if (rows == 0) text(f, list.x + kPad, list.y + kRow / 2, Font::sans, 13, f.colours.muted, "This browser keeps no article yet. Paste one.");
    draw_rows(f, list, f.view.overlay_scroll);
    scroll(f, "recent", list, static_cast<float>(rows) * kRow, f.view.overlay_scroll);
  }
  const float y = bottom_of(list), width = button_width(f, "Save all as one archive");
  fill(f, {list.x, y, list.width, 1}, f.colours.line);
  paragraph(f, list.x + kPad, y + 10, list.width - 2 * kPad, Font::sans, 12, 16, f.colours.muted,
            "They are kept in this browser on this machine only. A private window forgets them when it is closed, and so does a "
            "browser whose data are cleared.",
            2);
  if (button(f, "recent.export", {list.x + kPad, y + 54, width, 32}, "Save all as one archive", {}, {.enabled = rows > 0})) run(f, "export-all");
}

void draw_versions_sheet(Frame& f) {
  constexpr float kFoot = 56;
  const auto& versions = f.around.versions;
  const Rect list = begin_sheet(f, "versions", "Versions of this article", versions.size(), kFoot);
  {
    Clip clip(f, list);
    if (versions.empty()) text(f, list.x + kPad, list.y + kRow / 2, Font::sans, 13, f.colours.muted, "No older version is kept yet.");
    for (std::size_t i = 0; i < versions.size(); ++i) {
      const Rect r{list.x, std::round(list.y + static_cast<float>(i) * kRow - f.view.overlay_scroll), list.width, kRow};
      if (bottom_of(r) <= list.y || r.y >= bottom_of(list)) continue;
      const std::string number = std::to_string(i + 1);
      const float width = button_width(f, "Restore"), room = r.width - width - 3 * kPad;
      text(f, r.x + kPad, r.y + 18, Font::sans_bold, 14, f.colours.ink, cut(f, Font::sans_bold, 14, versions[i].details, room));
      text(f, r.x + kPad, r.y + 37, Font::sans, 12, f.colours.muted, cut(f, Font::sans, 12, versions[i].title, room));
      if (button(f, "version." + number, {right_of(r) - kPad - width, r.y + 10, width, 32}, "Restore")) run(f, "restore-version", number);
      fill(f, {r.x, bottom_of(r) - 1, r.width, 1}, f.colours.line);
    }
    scroll(f, "versions", list, static_cast<float>(versions.size()) * kRow, f.view.overlay_scroll);
  }
  fill(f, {list.x, bottom_of(list), list.width, 1}, f.colours.line);
  paragraph(f, list.x + kPad, bottom_of(list) + 10, list.width - 2 * kPad, Font::sans, 12, 16, f.colours.muted,
            "While you work, a version is kept every five minutes. What is open now is kept as a version before an older one takes its place.", 2);
}

}  // namespace ui
