// Keys by their names: "Q", "Ctrl+Z", "Shift+,". What the table of commands says, what settings keep, and what a
// person presses, in one language.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "imgui.h"
#include "ui/ui.h"

namespace ui {

struct Chord {
  ImGuiKey key = ImGuiKey_None;
  bool control = false, shift = false, alt = false;
  bool operator==(const Chord&) const = default;
};

// Without a key for a name that is none, and for "1 – 9" and "?", which are read by other means.
Chord chord_of(std::string_view keys);
std::string name_of(const Chord&);

// The keys of a command: those that the person gave it, else those of the table. Empty: none.
std::string_view keys_of(const Settings&, const CommandRow&);
std::string_view keys_of(const Settings&, std::string_view command);

// True in the frame in which it goes down. ⌘ counts as Ctrl.
bool is_pressed(const Chord&, bool repeat = false);
// What was pressed in this frame and can be the key of a command.
std::optional<Chord> pressed_chord();

}  // namespace ui
