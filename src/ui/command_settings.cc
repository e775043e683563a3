// Commands about the page itself: width of the column, keys, first steps; the history and the figures as files.
#include <algorithm>
#include <charconv>

#include "ui/command_runs.h"
#include "ui/figures_export.h"
#include "ui/key_names.h"

namespace ui {

using session::Session;

namespace {

// Chords that the browser or the text cursor needs.
bool is_taken(const Chord& chord) {
  constexpr std::string_view kOurs = "ADEFGHKOSYZ";  // with Ctrl; web/input.js keeps them from the browser
  if (chord.key >= ImGuiKey_0 && chord.key <= ImGuiKey_9 && !chord.control && !chord.alt && !chord.shift) return true;
  if (chord.key == ImGuiKey_Escape) return true;
  const bool letter = chord.key >= ImGuiKey_A && chord.key <= ImGuiKey_Z;
  return chord.control && (!letter || kOurs.find(static_cast<char>('A' + (chord.key - ImGuiKey_A))) == std::string_view::npos);
}

}  // namespace

void export_figures(const Session& s, ViewState& v, std::string_view argument, Output& out) {
  const Figures& figures = v.figures.of(s.document);
  if (argument == "csv") out.requests.push_back(DownloadFile{"-figures.csv", "text/csv", figures_csv(s.document, figures)});
  else if (argument.empty() || argument == "svg") out.requests.push_back(DownloadFile{"-figures.svg", "image/svg+xml", figures_svg(s.document, figures)});
  else hint(v, "Figures are exported as svg or csv.");
}

void show_history(const Session& s, ViewState& v, std::string_view argument, Output& out) {
  std::size_t steps = 0;
  const char* const end = argument.data() + argument.size();
  if (!argument.empty() && std::from_chars(argument.data(), end, steps).ptr == end) {
    for (std::size_t i = 0; i < std::min(steps, s.past.size()); ++i) out.commands.push_back(session::Undo{});
    return;
  }
  v.overlay = v.overlay == Overlay::history ? Overlay::none : Overlay::history;
  v.overlay_scroll = 0;
  v.choice = 0;
}

void set_column(const Session&, ViewState& v, std::string_view argument, Output& out) {
  if (argument == "narrow") v.settings.column = 52;
  else if (argument == "usual") v.settings.column = 66;
  else if (argument == "wide") v.settings.column = 84;
  else if (argument.empty()) v.settings.column = v.settings.column < 60 ? 66 : v.settings.column < 75 ? 84 : 52;
  else return hint(v, "A column is narrow, usual or wide.");
  out.requests.push_back(ChangeSettings{v.settings});
}

void set_key(const Session&, ViewState& v, std::string_view argument, Output& out) {
  if (argument.empty()) {
    // The sheet of all keys takes new ones: a press on a row, then on the key.
    v.overlay = Overlay::help;
    v.overlay_scroll = 0;
    return;
  }
  const std::size_t blank = argument.find(' ');
  const CommandRow* row = find_command(argument.substr(0, blank));
  if (!row) return hint(v, "Name a command and its new key, as in: accept Shift+Y.");
  const std::string_view keys = blank == std::string_view::npos ? std::string_view() : argument.substr(blank + 1);
  const Chord chord = chord_of(keys);
  if (!keys.empty() && name_of(chord).empty()) return hint(v, "There is no such key.");
  if (!keys.empty() && is_taken(chord)) return hint(v, "The browser or the text cursor needs this key. Choose another one.");
  if (row->name == "back" || row->name == "paste" || row->name == "assign-speaker" || row->name == "help")
    return hint(v, "This key stays as it is.");
  Settings& settings = v.settings;
  std::string lost;
  for (const CommandRow& other : commands()) {
    if (keys.empty() || other.name == row->name || !(chord_of(keys_of(settings, other)) == chord)) continue;
    settings.keys.insert_or_assign(std::string(other.name), std::string());
    lost = other.title;
  }
  if (keys == row->keys) settings.keys.erase(std::string(row->name));
  else settings.keys.insert_or_assign(std::string(row->name), std::string(keys));
  if (!lost.empty()) hint(v, "“" + lost + "” had this key and has none now.");
  out.requests.push_back(ChangeSettings{settings});
}

void reset_keys(const Session&, ViewState& v, std::string_view, Output& out) {
  v.settings.keys.clear();
  out.requests.push_back(ChangeSettings{v.settings});
}

void show_first_steps(const Session& s, ViewState& v, std::string_view, Output& out) {
  v.settings.hint_dismissed = false;
  v.step = 0;
  out.requests.push_back(ChangeSettings{v.settings});
  if (!s.open || s.document.article.import.method != "sample") out.requests.push_back(OpenSample{});
}

}  // namespace ui
