// Parts that several lists have in common. Internal to ui.
#pragma once

#include <cmath>

#include "ui/parts.h"

namespace ui {

// What is missing, why, and one way on.
void draw_nothing(Frame&, const Rect&, std::string_view title, std::string_view why, std::string_view label = {},
                  std::string_view command = {});
// The name of a speaker, or that there is none.
std::string name_of(const Frame&, const std::optional<document::SpeakerId>&);
void draw_snippet(Frame&, float x, float y, float width, std::string_view words, std::size_t most, bool struck);
// A press selects the quotation and brings it into view.
void draw_quotation_row(Frame&, const Rect&, const document::Quotation&, std::size_t lines, bool selected);

// Rows of one height: only those that can be seen are drawn.
template <typename Draw>
void draw_rows(Frame& f, std::string_view id, const Rect& zone, std::size_t count, float height, float& offset, Draw draw) {
  Clip clip(f, zone);
  const auto first = static_cast<std::size_t>(std::max(0.0f, offset / height));
  for (std::size_t i = first; i < count; ++i) {
    const float y = std::round(zone.y + static_cast<float>(i) * height - offset);
    if (y >= bottom_of(zone)) break;
    draw(i, Rect{zone.x, y, zone.width, height});
  }
  scroll(f, id, zone, static_cast<float>(count) * height, offset);
}

void draw_review(Frame&, Rect zone);
void draw_claims(Frame&, Rect zone);
void draw_notes(Frame&, Rect zone);

}  // namespace ui
