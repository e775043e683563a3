// The list of claims: those most worth a check first, with who made them, what kind they are and why they were picked.
#include <algorithm>
#include <array>

#include "ui/command_runs.h"
#include "ui/inspector_parts.h"
#include "ui/list_parts.h"
#include "ui/marks.h"
#include "ui/views.h"
#include "ui/words.h"

namespace ui {

using namespace document;
using session::Target;

namespace {

constexpr float kRow = 91;

// How many claims of each band the filter would show.
std::array<int, 3> count_bands(const Document& d, ClaimFilter filter) {
  filter.worth.reset();
  std::array<int, 3> out{};
  for (const Claim& c : d.claims)
    if (!is_rejected(c.review) && filter.shows(c)) ++out[static_cast<std::size_t>(worth_of(c))];
  return out;
}

std::string speaker_shown(const Frame& f) {
  const ClaimFilter& filter = f.view.claims_shown;
  return filter.by_article ? "The article itself" : filter.speaker ? name_of(f, filter.speaker) : "All speakers";
}

// Band, type and speaker; gives the height it takes.
float draw_filter(Frame& f, const Rect& zone) {
  const ClaimFilter& filter = f.view.claims_shown;
  const float left = zone.x + kPad, width = zone.width - 2 * kPad, band = press_height(f, 28), picker = press_height(f, 32);
  const std::array<int, 3> counts = count_bands(f.document(), filter);
  const auto with = [&](std::string_view word, std::size_t i) { return std::string(word) + " " + std::to_string(counts[i]); };
  const std::string high = with("High", 0), medium = with("Medium", 1), low = with("Low", 2);
  static const std::vector<std::string_view> kNames{"all worths", "high", "medium", "low"};
  const std::size_t now = filter.worth ? static_cast<std::size_t>(*filter.worth) + 1 : 0;
  float y = zone.y + 12;
  if (const auto i = segments(f, "filter.worth", left, y, band, {"All", high, medium, low}, now, width)) run(f, "filter-claims", kNames[*i]);
  y += band + 8;
  const float half = (width - 8) / 2;
  draw_picker(f, "filter.type", {left, y, half, picker}, -1, ChipState::suggested, filter.type ? label_of(*filter.type) : "All types",
              Overlay::type_filter, filter.type.has_value());
  draw_picker(f, "filter.speaker", {left + half + 8, y, half, picker}, -1, ChipState::suggested, speaker_shown(f), Overlay::speaker_filter,
              filter.speaker || filter.by_article);
  y += picker + 12;
  separator(f, zone, y);
  return y + 1 - zone.y;
}

void draw_low_claims(Frame& f, Rect& zone) {
  if (f.figures.low_claims == 0 || f.view.only) return;
  const Rect foot{zone.x, bottom_of(zone) - 48, zone.width, 48};
  separator(f, foot, foot.y);
  if (checkbox(f, "check.low-claims", foot.x + kPad, foot.y + 24, "Show " + std::to_string(f.figures.low_claims) + " of low worth",
               f.settings.show_low_claims))
    run(f, "show-low-claims");
  zone.height -= foot.height;
}

void draw_row(Frame& f, const Rect& r, const Claim& c) {
  const bool rejected = is_rejected(c.review);
  if (row(f, c.id.text(), r, {.selected = f.session.selected == Target(c.id)})) {
    go_to(f.session, f.view, c.id, f.out);
    f.changed = true;
  }
  disc(f, r.x + kPad + 10, r.y + 18, worth_of(c), 12);
  const float left = r.x + 46, right = right_of(r) - 40;
  const std::string kind = label_of(c.type), who = rejected                ? "rejected"
                                                   : c.attribution.speaker ? name_of(f, c.attribution.speaker)
                                                                           : "the article";
  const std::string shown_kind = cut(f, Font::sans_bold, 13, kind, right - left - 60);
  text(f, left, r.y + 18, Font::sans_bold, 13, f.colours.ink, shown_kind);
  const float after = left + width_of(f, Font::sans_bold, 13, shown_kind) + 6;
  text(f, after, r.y + 18, Font::sans, 13, f.colours.muted, cut(f, Font::sans, 13, who, right - after));
  state_mark(f, right_of(r) - 24, r.y + 18, c.review, Sureness::sure);
  draw_snippet(f, left, r.y + 28, right - left, words_of(f.document(), c.spans), 2, rejected);
  text(f, left, r.y + 77, Font::sans, 12, f.colours.muted, cut(f, Font::sans, 12, reasons_of(f.document(), c), right_of(r) - kPad - left));
}

void draw_none(Frame& f, const Rect& zone) {
  if (!f.view.claims_shown.all())
    return draw_nothing(f, zone, "No such claims", "The list shows only claims of the worth, type and speaker that are chosen above.", "Show all claims",
                        "show-all-claims");
  if (f.view.only) {
    const std::string why = counted(f.figures.claims, "claim", "claims") + " by others are hidden, because only this speaker is shown.";
    return draw_nothing(f, zone, "No claims by " + name_of(f, f.view.only), why, "Show all speakers", "show-all-speakers");
  }
  draw_nothing(f, zone, "No claims found", "Select a statement that is worth checking, then press C to mark it.");
}

}  // namespace

void draw_claims(Frame& f, Rect zone) {
  if (!f.document().claims.empty()) {
    const float head = draw_filter(f, zone);
    zone = {zone.x, zone.y + head, zone.width, zone.height - head};
  }
  draw_low_claims(f, zone);
  std::vector<const Claim*> shown;
  for (const Claim& c : f.document().claims) {
    const bool here = is_shown(c, {f.settings.show_low_claims, f.view.only}) || (is_rejected(c.review) && !f.view.only);
    if (here && f.view.claims_shown.shows(c)) shown.push_back(&c);
  }
  if (shown.empty()) return draw_none(f, zone);
  std::stable_sort(shown.begin(), shown.end(), [](const Claim* a, const Claim* b) {
    if (is_rejected(a->review) != is_rejected(b->review)) return is_rejected(b->review);
    return a->checkworthiness.value_or(0) > b->checkworthiness.value_or(0);
  });
  draw_rows(f, "list", zone, shown.size(), kRow, f.view.list_scroll, [&](std::size_t i, const Rect& r) { draw_row(f, r, *shown[i]); });
}

}  // namespace ui
