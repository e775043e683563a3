#include "ui/key_names.h"

#include <algorithm>

namespace ui {
namespace {

struct Named {
  std::string_view name;
  ImGuiKey key;
};
constexpr Named kNamed[] = {
    {"Space", ImGuiKey_Space},      {"Esc", ImGuiKey_Escape},       {"Delete", ImGuiKey_Delete}, {",", ImGuiKey_Comma},
    {".", ImGuiKey_Period},         {"-", ImGuiKey_Minus},          {"=", ImGuiKey_Equal},       {";", ImGuiKey_Semicolon},
    {"/", ImGuiKey_Slash},          {"[", ImGuiKey_LeftBracket},    {"]", ImGuiKey_RightBracket}, {"'", ImGuiKey_Apostrophe},
    {"Insert", ImGuiKey_Insert},    {"Backspace", ImGuiKey_Backspace}, {"F2", ImGuiKey_F2},      {"F4", ImGuiKey_F4},
    {"F7", ImGuiKey_F7},            {"F8", ImGuiKey_F8},            {"F9", ImGuiKey_F9},         {"F10", ImGuiKey_F10},
};

ImGuiKey key_called(std::string_view name) {
  if (name.size() == 1 && name[0] >= 'A' && name[0] <= 'Z') return static_cast<ImGuiKey>(ImGuiKey_A + (name[0] - 'A'));
  if (name.size() == 1 && name[0] >= '0' && name[0] <= '9') return static_cast<ImGuiKey>(ImGuiKey_0 + (name[0] - '0'));
  for (const Named& one : kNamed)
    if (one.name == name) return one.key;
  return ImGuiKey_None;
}

std::string name_of_key(ImGuiKey key) {
  if (key >= ImGuiKey_A && key <= ImGuiKey_Z) return std::string(1, static_cast<char>('A' + (key - ImGuiKey_A)));
  if (key >= ImGuiKey_0 && key <= ImGuiKey_9) return std::string(1, static_cast<char>('0' + (key - ImGuiKey_0)));
  for (const Named& one : kNamed)
    if (one.key == key) return std::string(one.name);
  return {};
}

bool control_is_down() { return ImGui::GetIO().KeyCtrl || ImGui::GetIO().KeySuper; }

}  // namespace

Chord chord_of(std::string_view keys) {
  Chord out;
  for (std::size_t at = 0; at < keys.size();) {
    const std::size_t end = std::min(keys.find('+', at), keys.size());
    const std::string_view one = keys.substr(at, end - at);
    if (one == "Ctrl") out.control = true;
    else if (one == "Shift") out.shift = true;
    else if (one == "Alt") out.alt = true;
    else out.key = key_called(one);
    at = end + 1;
  }
  return out;
}

std::string name_of(const Chord& chord) {
  const std::string key = name_of_key(chord.key);
  if (key.empty()) return {};
  return std::string(chord.control ? "Ctrl+" : "") + (chord.alt ? "Alt+" : "") + (chord.shift ? "Shift+" : "") + key;
}

std::string_view keys_of(const Settings& settings, const CommandRow& row) {
  const auto own = settings.keys.find(row.name);
  return own == settings.keys.end() ? row.keys : std::string_view(own->second);
}

std::string_view keys_of(const Settings& settings, std::string_view command) {
  const CommandRow* row = find_command(command);
  return row ? keys_of(settings, *row) : std::string_view();
}

bool is_pressed(const Chord& c, bool repeat) {
  const ImGuiIO& io = ImGui::GetIO();
  return c.key != ImGuiKey_None && ImGui::IsKeyPressed(c.key, repeat) && control_is_down() == c.control && io.KeyShift == c.shift &&
         io.KeyAlt == c.alt;
}

std::optional<Chord> pressed_chord() {
  const ImGuiIO& io = ImGui::GetIO();
  const auto with = [&](ImGuiKey key) { return Chord{key, control_is_down(), io.KeyShift, io.KeyAlt}; };
  for (int key = ImGuiKey_0; key <= ImGuiKey_Z; ++key)
    if (ImGui::IsKeyPressed(static_cast<ImGuiKey>(key), false)) return with(static_cast<ImGuiKey>(key));
  for (const Named& one : kNamed)
    if (ImGui::IsKeyPressed(one.key, false)) return with(one.key);
  return std::nullopt;
}

}  // namespace ui
