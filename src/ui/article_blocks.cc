// What is done with a whole paragraph, at the paragraph: over an excluded one stands why, and how to put it back; over
// the one that the mouse or the text cursor is in, how to exclude it.
#include <algorithm>
#include <cmath>
#include <utility>

#include "ui/article.h"
#include "ui/views.h"
#include "ui/words.h"

namespace ui {

using namespace document;

namespace {

constexpr float kSize = 12;
constexpr std::string_view kExclude = "exclude.";

bool can_change(const Frame& f) { return !f.document().read_only && !is_comparing(f); }

// Underlined words in a place that is larger than they are, so that a finger meets them.
bool press(Frame& f, const std::string& id, const Rect& r, float x, float middle, std::string_view label) {
  const Touch touch = part(f, id, r);
  const float width = width_of(f, Font::sans, kSize, label), under = std::round(middle + kSize / 2) + 0.5f;
  text(f, x, middle, Font::sans, kSize, f.colours.ink, label);
  line(f, x, under, x + width, under, f.colours.ink, touch.hovered ? 2.0f : 1.0f);
  if (touch.focused) focus_ring(f, {x, middle - 9, width, 18}, 3);
  return touch.pressed;
}

void draw_role(Page& page, std::size_t i, const Block& block) {
  Frame& f = page.frame;
  const float middle = page.top(i) - page.column.role_line / 2;
  const std::string role = label_of(block.role) + " · excluded", id = "put-back." + block.id.text();
  text(f, page.x, middle, Font::sans, kSize, f.colours.muted, role);
  const float width = width_of(f, Font::sans, kSize, role);
  const Rect words{page.x, middle - 8, width, 16};
  if (holds(overlap(words, f.clip), f.pointer.x, f.pointer.y) && f.view.hovered != "why." + block.id.text()) {
    f.view.hovered = "why." + block.id.text();
    f.view.hovered_since = f.around.now;
  }
  f.view.places["why." + block.id.text()] = words;
  tooltip(f, "why." + block.id.text(), words, why(f.document(), block).sentence);
  if (!can_change(f)) return;
  constexpr std::string_view kLabel = "Put back";
  const float x = page.x + width + 16, height = press_height(f, 24), side = f.around.touch ? 12.0f : 4.0f;
  const Rect r{x - side, page.top(i) - std::max(height, (height + page.column.role_line) / 2), width_of(f, Font::sans, kSize, kLabel) + 2 * side, height};
  if (press(f, id, r, x, middle, kLabel)) f.send(session::SetExcluded{block.id, false});
  tooltip(f, id, r, "Put this back into the article");
}

// The paragraph that the mouse is on, or the text cursor; none while words are selected, or something lies over it.
const Block* paragraph_meant(const Page& page) {
  const Frame& f = page.frame;
  const ViewState& v = f.view;
  if (!f.session.words.empty() || v.selecting || v.overlay != Overlay::none || v.pointing != Pointing::nothing || page.seen.first >= page.seen.last) return nullptr;
  const Pointer& p = f.pointer;
  const bool over = !f.around.touch && holds(overlap(page.zone, f.clip), p.x, p.y) && p.x >= page.x && p.x < page.x + page.column.width &&
                    std::none_of(v.covers.begin(), v.covers.end(), [&](const Rect& r) { return holds(r, p.x, p.y); });
  if (over) {
    // The gap above a paragraph is its own: there stands what excludes it.
    std::size_t i = page.lines.line_at(p.y - page.y);
    if (p.y >= page.top(i) + page.line(i).height && i + 1 < page.seen.last) ++i;
    const Line& l = page.line(i);
    if (l.block >= 0 && p.y >= page.top(i) - page.column.paragraph_gap && p.y < page.top(i) + l.height)
      return &f.document().article.blocks[static_cast<std::size_t>(l.block)];
  }
  return v.caret ? block_at(f.document(), f.session.words.begin) : nullptr;
}

void draw_exclude(Page& page) {
  Frame& f = page.frame;
  const Block* block = can_change(f) ? paragraph_meant(page) : nullptr;
  if (!block || block->excluded) return;
  const std::string id = std::string(kExclude) + block->id.text();
  // On the phone at the foot, where the thumb is, and where it covers no line that is read.
  if (f.around.touch) {
    constexpr std::string_view kLabel = "Exclude this paragraph";
    const float width = button_width(f, kLabel);
    const Rect r{right_of(page.zone) - width - 12, bottom_of(page.zone) - 56, width, 44};
    const int layer = std::exchange(f.layer, 1);
    fill(f, r, f.colours.raised, 6);
    if (button(f, id, r, kLabel)) f.send(session::SetExcluded{block->id, true});
    f.covers.push_back(r);
    f.layer = layer;
    return;
  }
  const std::size_t i = page.lines.line_of(block->span.begin);
  if (i < page.seen.first || i >= page.seen.last) return;
  constexpr std::string_view kLabel = "Exclude";
  const float width = width_of(f, Font::sans, kSize, kLabel), middle = page.top(i) - page.column.paragraph_gap / 2;
  const Rect r{page.x + page.column.width - width - 8, middle - 12, width + 8, 24};
  if (press(f, id, r, r.x + 4, middle, kLabel)) f.send(session::SetExcluded{block->id, true});
  const std::string_view keys = keys_for(f, "exclude-block");
  tooltip(f, id, r, "Exclude this paragraph" + (keys.empty() ? std::string() : " (" + keys_as_shown(f, keys) + ")"));
}

}  // namespace

void draw_blocks(Page& page) {
  for (std::size_t i = page.seen.first; i < page.seen.last; ++i) {
    const Line& l = page.line(i);
    if (l.first && l.block >= 0 && l.style == TextStyle::excluded) draw_role(page, i, page.frame.document().article.blocks[static_cast<std::size_t>(l.block)]);
  }
  draw_exclude(page);
}

}  // namespace ui
