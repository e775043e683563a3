// The lists at the right: quotations, claims, what a review asks about, notes.
#include <algorithm>
#include <cmath>

#include "ui/command_runs.h"
#include "ui/list_parts.h"
#include "ui/marks.h"
#include "ui/views.h"
#include "ui/words.h"

namespace ui {

using namespace document;
using session::Target;

namespace {

constexpr float kPad = 16, kTabs = 40, kRow = 71;

struct TabRow {
  Tab tab;
  std::string_view id, label, command;
};
constexpr TabRow kAll[] = {{Tab::quotations, "tab.quotations", "Quotes", "show-quotations"},
                           {Tab::claims, "tab.claims", "Claims", "show-claims"},
                           {Tab::review, "tab.review", "Review", "show-review"},
                           {Tab::notes, "tab.notes", "Notes", "show-notes"},
                           {Tab::figures, "tab.figures", "Figures", "show-figures"}};

std::string count_of(const Frame& f, Tab tab) {
  switch (tab) {
    case Tab::quotations:
      return std::to_string(f.figures.quotations);
    case Tab::claims:
      return std::to_string(f.figures.claims + (f.settings.show_low_claims ? f.figures.low_claims : 0));
    case Tab::review:
      return std::to_string(f.figures.open);
    case Tab::notes:
      return std::to_string(f.document().notes.size() + f.document().lost.size());
    case Tab::figures:
      break;
  }
  return {};
}

// The inspector of a mark belongs to the list of its kind.
Tab tab_shown(const Frame& f) {
  if (!has_inspector(f)) return f.view.tab;
  return std::holds_alternative<ClaimId>(f.session.selected) ? Tab::claims : Tab::quotations;
}

void draw_tabs(Frame& f, const Rect& r) {
  fill(f, {r.x, bottom_of(r) - 1, r.width, 1}, f.colours.line);
  // The widths are those of bold letters, so that nothing moves; with large counts the tabs stand closer.
  const auto width_of_tab = [&](const TabRow& tab) {
    const std::string count = count_of(f, tab.tab);
    return width_of(f, Font::sans_bold, 13, tab.label) + (count.empty() ? 0 : 4 + width_of(f, Font::sans, 12, count));
  };
  float whole = 0;
  for (const TabRow& tab : kAll) whole += width_of_tab(tab);
  const float gap = std::clamp((r.width - kPad - 8 - whole) / static_cast<float>(std::size(kAll) - 1), 2.0f, 12.0f);
  float x = r.x + kPad;
  for (const TabRow& tab : kAll) {
    const bool current = tab_shown(f) == tab.tab;
    const std::string count = count_of(f, tab.tab);
    const float width = width_of_tab(tab);
    const Rect mine{x - gap / 2, r.y, width + gap, r.height};
    const Touch touch = part(f, tab.id, mine);
    text(f, x, r.y + 20, current ? Font::sans_bold : Font::sans, 13, current || touch.hovered ? f.colours.ink : f.colours.muted, tab.label);
    const float drawn = width_of(f, current ? Font::sans_bold : Font::sans, 13, tab.label);
    if (!count.empty()) text(f, x + drawn + 4, r.y + 20, Font::sans, 12, f.colours.muted, count);
    if (current) fill(f, {x, bottom_of(r) - 3, width, 3}, f.colours.ink);
    if (touch.focused) focus_ring(f, inset(mine, 4), 4, true);
    if (touch.pressed) run(f, tab.command);
    x += width + gap;
  }
}

void draw_quotations(Frame& f, const Rect& zone) {
  std::vector<const Quotation*> shown, rejected;
  for (const Quotation& q : f.document().quotations) {
    if (f.view.only && q.speaker != f.view.only) continue;
    (is_rejected(q.review) ? rejected : shown).push_back(&q);
  }
  if (shown.empty() && rejected.empty()) {
    if (f.view.only)
      return draw_nothing(f, zone, "No quotations by " + name_of(f, f.view.only),
                          "Those of others are hidden, because only this speaker is shown.", "Show all speakers", "show-all-speakers");
    return draw_nothing(f, zone, "No quotations found", "Select the words that somebody says, then press Q to mark them.");
  }
  shown.insert(shown.end(), rejected.begin(), rejected.end());
  draw_rows(f, "list", zone, shown.size(), kRow, f.view.list_scroll,
            [&](std::size_t i, const Rect& r) { draw_quotation_row(f, r, *shown[i], 2, f.session.selected == Target(shown[i]->id)); });
}

}  // namespace

bool has_inspector(const Frame& f) {
  if (f.view.list_shown || f.view.tab == Tab::review || f.view.tab == Tab::notes) return false;
  return std::holds_alternative<QuotationId>(f.session.selected) || std::holds_alternative<ClaimId>(f.session.selected);
}

void draw_list(Frame& f, const Rect& zone) {
  switch (f.view.tab) {
    case Tab::quotations:
      return draw_quotations(f, zone);
    case Tab::claims:
      return draw_claims(f, zone);
    case Tab::review:
      return draw_review(f, zone);
    case Tab::notes:
      return draw_notes(f, zone);
    case Tab::figures:
      return draw_figures(f, zone);
  }
}

void draw_lists(Frame& f, const Rect& zone) {
  Clip clip(f, zone);
  const float edge = f.theme == Theme::contrast ? 2.0f : 1.0f;
  fill(f, zone, f.colours.panel);
  const Rect inner = f.narrow() ? zone : Rect{zone.x + edge, zone.y, zone.width - edge, zone.height};
  if (!f.narrow()) fill(f, {zone.x, zone.y, edge, zone.height}, f.colours.line);
  if (f.view.search.open) draw_search(f, inner);
  else if (f.view.share_shown) draw_share(f, inner);
  else if (is_comparing(f)) draw_comparison(f, inner);
  else {
    const float tabs = f.narrow() ? 0 : kTabs;
    if (tabs > 0) draw_tabs(f, {zone.x, zone.y, zone.width, kTabs});
    const Rect rest{inner.x, inner.y + tabs, inner.width, inner.height - tabs};
    if (has_inspector(f)) draw_inspector(f, rest);
    else draw_list(f, rest);
  }
}

}  // namespace ui
