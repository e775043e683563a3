// The colours of the page, as one table: three themes, and ten colours of speakers in each.
//
// Colour belongs to the speakers; the interface is ink on paper. Every pair of text and ground keeps the
// contrast of WCAG AA (4.5 : 1), which tests/ui_theme_test.cc holds. All colours are sRGB and opaque.
#pragma once

#include <array>
#include <cstdint>

#include "ui/ui.h"

namespace ui {

struct Colour {
  std::uint32_t rgb = 0;  // 0xRRGGBB
  bool operator==(const Colour&) const = default;
};

struct SpeakerColours {
  Colour tint;           // behind their own words
  Colour tint_indirect;  // behind words that report theirs
  Colour strong;         // names, lines, bars, chips
  Colour hatch;          // behind doubtful words
  Colour tint_selected;
  Colour on_strong;  // a digit in a filled chip
};

struct Colours {
  Colour paper, panel, raised, sunken, line, line_strong, ink, muted, faint, accent, accent_hover, accent_pressed, on_accent, hover,
      pressed, selected_row, selection, error, error_bg, warn, warn_bg, ok, ok_bg, focus, search, search_current, halo;
  float halo_alpha = 0;
  std::array<SpeakerColours, 10> speakers;
  SpeakerColours unknown;  // a quotation without a speaker
};

const Colours& colours_of(Theme);

// The theme that the person chose, or the one of the system.
Theme theme_of(const Settings&, const Surroundings&);

// The colours of the speaker with this number, counted from 1; they repeat after ten. 0: nobody known.
const SpeakerColours& speaker_colours(const Colours&, int number);

// `over` at `share` (0 to 1) on `ground`.
Colour blend(Colour ground, Colour over, float share);

// The ratio of luminances as WCAG 2 defines it, from 1 to 21.
double contrast(Colour, Colour);

}  // namespace ui
