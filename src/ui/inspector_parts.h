// Parts that the inspectors of quotations and claims have in common. Those that give a number draw from `y` down in the zone and
// give where they ended. Internal to ui.
#pragma once

#include <algorithm>

#include "ui/parts.h"
#include "ui/words.h"

namespace ui {

constexpr float kPad = 16;

void draw_claim_inspector(Frame&, const Rect& zone, const document::Claim&);

void heading(Frame&, float x, float middle, std::string_view words);
void label(Frame&, const Rect& zone, float middle, std::string_view words);
void separator(Frame&, const Rect& zone, float y);
// “All quotations”, and the place of this mark among the others.
void draw_back(Frame&, const Rect& zone, Tab, std::string_view words, const document::Review&, std::size_t at, std::size_t of);
// A button that opens a list to choose from; a number below 0 has no chip.
void draw_picker(Frame&, std::string_view id, const Rect&, int number, ChipState, std::string_view words, Overlay, bool bold = true);
void draw_why_head(Frame&, const Rect& zone, float middle, const document::Origin&, const document::Review&);
float draw_reasons(Frame&, const Rect& zone, float y, const std::vector<Reason>&);
// Accept, reject, edit: at the foot of the zone.
void draw_decision(Frame&, const Rect& zone);
float foot_height(const Frame&);
// The words of a part of the mark, behind a label `indent` wide.
void draw_words(Frame&, const Rect& zone, float& y, float indent, std::string_view name, const std::vector<document::Span>&, std::size_t most);

// The place of one among all; behind the last if it is not there.
template <typename Name>
std::size_t index_in(const std::vector<Name>& all, const Name& one) {
  return static_cast<std::size_t>(std::find(all.begin(), all.end(), one) - all.begin());
}

// The notes on a mark, and a way to write one.
float draw_notes_on(Frame&, const Rect& zone, float y, const std::string& id);
// The other marks that lie under the last click.
float draw_beneath(Frame&, const Rect& zone, float y);
// Quotations of other speakers with the same words for their source: they can be given to this one at once.
float draw_elsewhere(Frame&, const Rect& zone, float y, const document::Quotation&);

}  // namespace ui
