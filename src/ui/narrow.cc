// Narrow windows: one zone at a time, with tabs at the foot in reach of the thumb.
#include <cmath>

#include "ui/views.h"

namespace ui {
namespace {

struct FootTab {
  std::string_view id, label;
  Zone zone;
  Tab tab;
};
constexpr FootTab kTabs[] = {{"tab.article", "Article", Zone::article, Tab::quotations},
                             {"tab.speakers", "Speakers", Zone::speakers, Tab::quotations},
                             {"tab.quotations", "Quotes", Zone::lists, Tab::quotations},
                             {"tab.claims", "Claims", Zone::lists, Tab::claims},
                             {"tab.review", "Review", Zone::lists, Tab::review}};

std::string count_of(const Frame& f, const FootTab& tab) {
  if (tab.zone == Zone::article) return {};
  if (tab.zone == Zone::speakers) return std::to_string(f.document().speakers.size());
  if (tab.tab == Tab::quotations) return std::to_string(f.figures.quotations);
  if (tab.tab == Tab::claims) return std::to_string(f.figures.claims);
  return std::to_string(f.figures.open);
}

bool is_current(const ViewState& v, const FootTab& tab) { return v.zone == tab.zone && (tab.zone != Zone::lists || v.tab == tab.tab); }

void open_tab(Frame& f, const FootTab& tab) {
  ViewState& v = f.view;
  v.share_shown = false;
  v.search.open = false;
  v.list_shown = true;
  v.list_scroll = 0;
  v.zone = tab.zone;
  if (tab.zone == Zone::article && v.tab == Tab::review) v.tab = Tab::quotations;
  if (tab.zone != Zone::lists) return;
  if (tab.tab == Tab::review) return run(f, "show-review");
  v.tab = tab.tab;
}

}  // namespace

void draw_tabs_at_foot(Frame& f, const Rect& r) {
  fill(f, r, f.colours.panel);
  fill(f, {r.x, r.y, r.width, 1}, f.colours.line);
  const float each = r.width / static_cast<float>(std::size(kTabs));
  float x = r.x;
  for (const FootTab& tab : kTabs) {
    const Rect one{x, r.y, each, r.height};
    const Touch touch = part(f, tab.id, one);
    const bool current = is_current(f.view, tab);
    const Font face = current ? Font::sans_bold : Font::sans;
    const Colour colour = current ? f.colours.ink : f.colours.muted;
    if (current) fill(f, {x + 10, r.y, each - 20, 3}, f.colours.ink);
    const bool low = r.height < 50;
    text(f, x + (each - width_of(f, face, 13, tab.label)) / 2, low ? r.y + r.height / 2 : r.y + 22, face, 13, colour, tab.label);
    const std::string count = count_of(f, tab);
    if (!low) text(f, x + (each - width_of(f, Font::sans, 12, count)) / 2, r.y + 38, Font::sans, 12, f.colours.muted, count);
    if (touch.focused) focus_ring(f, inset(one, 4), 4, true);
    if (touch.pressed) open_tab(f, tab);
    x += each;
  }
}

}  // namespace ui
