// Nothing is open: one sentence, four ways in, and an example of what will be marked.
#include <algorithm>
#include <cmath>

#include "ui/views.h"

namespace ui {
namespace {

// “…,” said NAME. with its three marks, and a word under each.
void draw_example(Frame& f, float middle_x, float y) {
  const std::string_view content = "“We will keep the last train running,”", cue = "said", source = "Amara Diop", stop = ".";
  const float size = f.narrow() ? 15.0f : 18.0f;
  const SpeakerColours& c = speaker_colours(f.colours, 1);
  const float space = width_of(f, Font::serif, size, " ");
  const float a = width_of(f, Font::serif, size, content), b = width_of(f, Font::serif, size, cue),
              d = width_of(f, Font::serif_bold, size, source);
  const float whole = a + space + b + space + d + width_of(f, Font::serif, size, stop);
  if (whole > f.around.width - 32) return;
  float x = std::round(middle_x - whole / 2);
  const float top = y - 0.681f * size, baseline = std::round(top + 1.069f * size), unit = size / 18;
  const auto label = [&](float at, float width, std::string_view words) {
    const float centre = std::round(at + width / 2);
    line(f, centre + 0.5f, y + 20, centre + 0.5f, y + 33, f.colours.line_strong);
    text(f, centre - width_of(f, Font::sans, 12, words) / 2, y + 45, Font::sans, 12, f.colours.muted, words);
  };
  fill(f, {x, std::round(top), a, std::round(26 * unit)}, c.tint, 3);
  text_on(f, x, baseline, Font::serif, size, ink(f.colours.ink), content);
  label(x, a, "what is said");
  x += a + space;
  line(f, x, baseline + 4, x + b, baseline + 4, c.strong, 2);
  text_on(f, x, baseline, Font::serif, size, ink(f.colours.ink), cue);
  label(x, b, "cue");
  x += b + space;
  text_on(f, x, baseline, Font::serif_bold, size, ink(c.strong), source);
  text_on(f, x + d, baseline, Font::serif, size, ink(f.colours.ink), stop);
  label(x, d, "source");
}

struct Way {
  std::string_view command, label, keys;
};
constexpr Way kWays[] = {{"paste", "Paste an article", "Ctrl+V"},
                         {"open-file", "Open a file", ""},
                         {"open-address", "From an address", ""},
                         {"open-sample", "Try the sample", ""}};

}  // namespace

void draw_empty(Frame& f, const Rect& zone) {
  const float middle = zone.x + zone.width / 2;
  constexpr std::string_view kSentence = "Paste a news article, and Quoth marks who is quoted and what is claimed, here in your browser.";
  const float size = f.narrow() ? 22.0f : 28.0f, line_height = f.narrow() ? 33.0f : 42.0f;
  const std::vector<std::string> lines = broken(f, Font::serif, size, kSentence, std::min(700.0f, zone.width - 48), 6);
  float y = std::round(zone.y + zone.height * (f.narrow() ? 0.1f : 0.198f));
  for (const std::string& one : lines) {
    text(f, middle - width_of(f, Font::serif, size, one) / 2, y + line_height / 2, Font::serif, size, f.colours.ink, one);
    y += line_height;
  }
  y += 35;
  const float height = f.narrow() ? 48.0f : 44.0f;
  const auto press = [&](const Way& way, const Rect& r) {
    if (button(f, "empty." + std::string(way.command), r, way.label, way.keys,
               {.look = &way == kWays ? Look::primary : Look::usual, .size = 14}))
      run(f, way.command);
  };
  if (f.narrow()) {
    for (const Way& way : kWays) {
      press(way, {zone.x + 24, y, zone.width - 48, height});
      y += height + 8;
    }
    y += 4;
  } else {
    float whole = -12;
    for (const Way& way : kWays) whole += button_width(f, way.label, way.keys, 14) + 12 + 12;
    float x = std::round(middle - whole / 2);
    for (const Way& way : kWays) {
      const float width = button_width(f, way.label, way.keys, 14) + 12;
      press(way, {x, y, width, height});
      x += width + 12;
    }
    y += height + 16;
  }
  const std::string_view kDrop =
      f.around.address.starts_with("file:")
          ? "Or drop a file anywhere on this page. Nothing is sent anywhere. This page is a file itself: it cannot be installed, and most addresses refuse it."
          : "Or drop a file anywhere on this page. Nothing is sent anywhere.";
  for (const std::string& one : broken(f, Font::sans, 13, kDrop, zone.width - 48, 3)) {
    text(f, middle - width_of(f, Font::sans, 13, one) / 2, y + 10, Font::sans, 13, f.colours.muted, one);
    y += 18;
  }
  if (!f.around.recent.empty()) draw_recent_articles(f, {zone.x, y + 28, zone.width, bottom_of(zone) - y - 40});
  else if (zone.height > 560) draw_example(f, middle, std::round(zone.y + zone.height * 0.755f));
  draw_toast(f, zone);
}

}  // namespace ui
