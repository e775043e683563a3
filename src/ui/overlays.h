// The larger floating boxes, each in a file of its own. Internal to ui.
#pragma once

#include "ui/parts.h"

namespace ui {

void draw_command_palette(Frame&);
void draw_help_sheet(Frame&);
void draw_speaker_sheet(Frame&);

}  // namespace ui
