// Parts that the inspectors of quotations and claims have in common. Each draws from `y` down in the zone and gives where
// it ended. Internal to ui.
#pragma once

#include "ui/parts.h"

namespace ui {

// The notes on a mark, and a way to write one.
float draw_notes_on(Frame&, const Rect& zone, float y, const std::string& id);
// The other marks that lie under the last click.
float draw_beneath(Frame&, const Rect& zone, float y);
// Quotations of other speakers with the same words for their source: they can be given to this one at once.
float draw_elsewhere(Frame&, const Rect& zone, float y, const document::Quotation&);

}  // namespace ui
