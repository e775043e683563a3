// The larger floating boxes, each in a file of its own. Internal to ui.
#pragma once

#include "ui/parts.h"

namespace ui {

// A press beside a floating box closes it; what lies under does not get the press.
void close_from_outside(Frame&);

// Where the part is that a box belongs to.
Rect anchor_of(const Frame&, std::string_view id);

void draw_command_palette(Frame&);
void draw_help_sheet(Frame&);
void draw_history(Frame&);
void draw_recent_sheet(Frame&);
void draw_versions_sheet(Frame&);
void draw_speaker_sheet(Frame&);
void draw_speaker_picker(Frame&);
void draw_kind_picker(Frame&);
void draw_type_filter(Frame&);
void draw_speaker_filter(Frame&);

}  // namespace ui
