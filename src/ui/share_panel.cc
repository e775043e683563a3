// Sharing and exporting, in the place of the lists: links, then one row for each format. Sizes are measured, not guessed.
#include <cmath>

#include "format/format.h"
#include "ui/views.h"

namespace ui {
namespace {

constexpr float kPad = 16, kRow = 58;

std::string size_in_words(std::size_t bytes) {
  if (bytes < 1000) return std::to_string(bytes) + " bytes";
  const std::size_t tenths = (bytes + 50) / 100;
  if (tenths < 100) return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + " kB";
  if (bytes < 1000000) return std::to_string((bytes + 500) / 1000) + " kB";
  return std::to_string(bytes / 1000000) + "." + std::to_string(bytes / 100000 % 10) + " MB";
}

// Written once for each state of the document, since a size is only known by writing.
const std::vector<std::string>& sizes_of(Frame& f) {
  ViewState& v = f.view;
  if (v.sizes.empty() || v.sizes_of_change != f.session.changes) {
    v.sizes.clear();
    for (const format::Format& format : format::formats()) v.sizes.push_back(size_in_words(format.write(f.document()).size()));
    v.sizes_of_change = f.session.changes;
  }
  return v.sizes;
}

}  // namespace

void draw_share(Frame& f, const Rect& zone) {
  text(f, zone.x + kPad, zone.y + 24, Font::sans_bold, 14, f.colours.ink, "Share and export");
  if (icon_button(f, "share.close", {right_of(zone) - 40, zone.y + 8, 32, 32}, Icon::close, "Close")) f.view.share_shown = false;
  fill(f, {zone.x, zone.y + 47, zone.width, 1}, f.colours.line);
  const std::vector<std::string>& sizes = sizes_of(f);
  const Rect list{zone.x, zone.y + 48, zone.width, zone.height - 48};
  Clip clip(f, list);
  float y = list.y - f.view.list_scroll;
  const float start = y;
  y += draw_share_links(f, zone, y);
  for (std::size_t i = 0; i < format::formats().size(); ++i) {
    const format::Format& format = format::formats()[i];
    if (format.name.starts_with("link")) continue;  // above, to be copied
    const bool main = i == 0;
    const float width = button_width(f, "Download"), left = zone.x + kPad, right = right_of(zone) - kPad - width;
    text(f, left, y + 20, main ? Font::sans_bold : Font::sans, 14, f.colours.ink,
         cut(f, main ? Font::sans_bold : Font::sans, 14, format.title, right - 10 - left));
    text(f, left, y + 39, Font::sans, 12, f.colours.muted, std::string(format.extension) + " · " + sizes[i]);
    if (button(f, "download." + std::string(format.name), {right, y + 13, width, 32}, "Download", {},
               {.look = main ? Look::primary : Look::usual}))
      run(f, "export", format.name);
    y += kRow;
    fill(f, {zone.x, y - 1, zone.width, 1}, f.colours.line);
  }
  icon(f, Icon::info, zone.x + kPad + 8, y + 26, f.colours.ink);
  y += 16 +
       paragraph(f, zone.x + kPad + 26, y + 16, zone.width - 2 * kPad - 26, Font::sans, 13, 18, f.colours.ink,
                 "The file and the first link hold the article’s text. Nothing is uploaded: what a link holds never leaves the browsers that "
                 "open it.", 3) +
       16;
  scroll(f, "share", list, y - start, f.view.list_scroll);
}

}  // namespace ui
