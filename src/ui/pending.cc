#include "ui/article.h"
#include "ui/views.h"

namespace ui {

void draw_speakers(Frame& f, const Rect& r) { fill(f, r, f.colours.panel); }
void draw_lists(Frame& f, const Rect& r) { fill(f, r, f.colours.panel); }
void draw_figures(Frame& f, const Rect& r) { fill(f, r, f.colours.paper); }
void draw_review_bar(Frame& f, const Rect& r) { fill(f, r, f.colours.panel); }
float review_bar_height(const Frame&) { return 0; }
float draw_notices(Frame&, const Rect&) { return 0; }
void draw_toast(Frame&, const Rect&) {}
void draw_progress(Frame&, const Rect&) {}
void draw_selection_palette(Frame&, const Rect&) {}
void draw_overlays(Frame&) {}
void draw_tabs_at_foot(Frame& f, const Rect& r) { fill(f, r, f.colours.panel); }
bool has_inspector(const Frame& f) { return f.session.selected.index() != 0; }
void draw_links(Page&) {}

}  // namespace ui
