#include "app/settings_text.h"

#include <algorithm>
#include <charconv>

namespace app {
namespace {

struct ThemeName {
  ui::Theme theme;
  std::string_view name;
};
constexpr ThemeName kThemes[] = {{ui::Theme::light, "light"}, {ui::Theme::dark, "dark"}, {ui::Theme::contrast, "contrast"}};

constexpr std::size_t kLongestKeys = 24;  // "Ctrl+Alt+Shift+Backspace"
constexpr int kSmallest = 15, kLargest = 28;  // px, as ui::Settings has it

}  // namespace

std::string write_settings(const ui::Settings& settings) {
  std::string out;
  const auto line = [&](std::string_view name, std::string_view value) { out.append(name).append("=").append(value).append("\n"); };
  for (const ThemeName& t : kThemes) {
    if (settings.theme == t.theme) line("theme", t.name);
  }
  line("text-size", std::to_string(static_cast<int>(settings.text_size)));
  if (settings.column != ui::Settings().column) line("column", std::to_string(settings.column));
  for (const auto& [command, keys] : settings.keys) line("key." + command, keys);
  if (!settings.person.empty() && settings.person.find('\n') == std::string::npos) line("person", settings.person);
  if (settings.show_low_claims) line("show-low-claims", "yes");
  if (settings.hint_dismissed) line("hint-dismissed", "yes");
  return out;
}

ui::Settings read_settings(std::string_view text) {
  ui::Settings settings;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    const std::size_t equals = line.find('=');
    if (equals == std::string_view::npos) continue;
    const std::string_view name = line.substr(0, equals), value = line.substr(equals + 1);
    if (name == "theme") {
      for (const ThemeName& t : kThemes) {
        if (value == t.name) settings.theme = t.theme;
      }
    } else if (name == "text-size") {
      int size = 0;
      std::from_chars(value.data(), value.data() + value.size(), size);
      if (size >= kSmallest && size <= kLargest) settings.text_size = static_cast<float>(size);
    } else if (name == "column") {
      for (const int letters : {52, 66, 84})
        if (value == std::to_string(letters)) settings.column = letters;
    } else if (name.starts_with("key.")) {
      const ui::CommandRow* row = ui::find_command(name.substr(4));
      if (row && value.size() <= kLongestKeys) settings.keys.emplace(row->name, value);
    } else if (name == "person") {
      settings.person = value;
    } else if (name == "show-low-claims") {
      settings.show_low_claims = value == "yes";
    } else if (name == "hint-dismissed") {
      settings.hint_dismissed = value == "yes";
    }
  }
  return settings;
}

}  // namespace app
