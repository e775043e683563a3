// Parts that several lists have in common. Internal to ui.
#pragma once

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

void draw_review(Frame&, Rect zone);

}  // namespace ui
