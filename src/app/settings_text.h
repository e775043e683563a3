// What a person has chosen, as the text that the browser keeps: one choice a line, "text-size=20".
#pragma once

#include <string>
#include <string_view>

#include "ui/ui.h"

namespace app {

std::string write_settings(const ui::Settings&);

// Lines that say nothing to this version, and numbers out of range, are passed over.
ui::Settings read_settings(std::string_view text);

}  // namespace app
