// Every command by its words: type a few letters, choose, Enter. “@” looks for a speaker, “#” for a type of claim,
// “/” searches the text by a pattern.
#include <algorithm>
#include <cmath>

#include "ui/command_runs.h"
#include "ui/overlays.h"
#include "ui/views.h"
#include "ui/words.h"

namespace ui {

using namespace document;

namespace {

constexpr float kWidth = 600, kTop = 88, kField = 52, kRow = 40, kFoot = 37;
constexpr std::size_t kRows = 8;

struct Entry {
  std::string title, group, keys;
  std::string command, argument;
  std::vector<bool> bold;  // the bytes that were typed
};

std::string lower(std::string_view words) {
  std::string out(words);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

// Letters in order, those at the starts of words first; lower is better, negative: no match.
int match(std::string_view title, std::string_view typed, std::vector<bool>& bold) {
  bold.assign(title.size(), false);
  if (typed.empty()) return 0;
  const std::string in = lower(title), what = lower(typed);
  if (const std::size_t at = in.find(what); at != std::string::npos) {
    std::fill(bold.begin() + static_cast<std::ptrdiff_t>(at), bold.begin() + static_cast<std::ptrdiff_t>(at + what.size()), true);
    return at == 0 ? 0 : in[at - 1] == ' ' ? 1 : 2;
  }
  std::size_t at = 0;
  for (const char c : what) {
    at = in.find(c, at);
    if (at == std::string::npos) return -1;
    bold[at++] = true;
  }
  return 3;
}

std::vector<Entry> entries_of(const Frame& f) {
  const std::string_view typed = f.view.typed;
  std::vector<std::pair<int, Entry>> found;
  const auto consider = [&](Entry entry, std::string_view words) {
    const int rank = match(entry.title, words, entry.bold);
    if (rank >= 0) found.push_back({rank, std::move(entry)});
  };
  if (typed.starts_with('@')) {
    for (const Speaker& s : f.document().speakers) consider({s.name, "Speaker", {}, "show-speaker", s.id.text(), {}}, typed.substr(1));
  } else if (typed.starts_with('#')) {
    for (const Claim& c : f.document().claims)
      consider({label_of(c.type) + ": " + words_of(f.document(), c.spans), "Claim", {}, "select", c.id.text(), {}}, typed.substr(1));
  } else {
    for (const CommandRow& row : commands())
      if (row.possible(f.session) && row.name != "commands" && row.name != "back" && row.name != "select" && row.name != "select-words")
        consider({std::string(row.title), std::string(row.group), std::string(keys_for(f, row.name)), std::string(row.name), {}, {}}, typed);
  }
  std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<Entry> out;
  for (auto& one : found) out.push_back(std::move(one.second));
  return out;
}

void draw_title(Frame& f, float x, float middle, const Entry& e, float most) {
  const float right = x + most;
  for (std::size_t at = 0; at < e.title.size() && x < right;) {
    std::size_t end = at;
    while (end < e.title.size() && e.bold[end] == e.bold[at]) ++end;
    const Font face = e.bold[at] ? Font::sans_bold : Font::sans;
    const std::string part = cut(f, face, 14, std::string_view(e.title).substr(at, end - at), right - x);
    text(f, x, middle, face, 14, f.colours.ink, part);
    x += width_of(f, face, 14, part);
    at = end;
  }
}

void choose(Frame& f, const Entry& e) {
  f.view.overlay = Overlay::none;
  close_field(f);
  run(f, e.command, e.argument);
}

}  // namespace

void draw_command_palette(Frame& f) {
  ViewState& v = f.view;
  std::vector<Entry> entries = entries_of(f);
  const bool finds = f.session.open && !v.typed.empty() && !v.typed.starts_with('@') && !v.typed.starts_with('#');
  if (finds) {
    const std::string words = v.typed.starts_with('/') ? v.typed.substr(1) : v.typed;
    entries.resize(std::min(entries.size(), v.typed.starts_with('/') ? 0 : entries.size()));
    entries.push_back({"Find “" + words + "” in the article", {}, "Ctrl+F", "search", words, std::vector<bool>(words.size() + 40, false)});
  }
  v.choice = entries.empty() ? 0 : std::min(v.choice, entries.size() - 1);
  if (ImGui::IsKeyPressed(ImGuiKey_DownArrow) && v.choice + 1 < entries.size()) ++v.choice, f.changed = true;
  if (ImGui::IsKeyPressed(ImGuiKey_UpArrow) && v.choice > 0) --v.choice, f.changed = true;
  const float width = std::min(kWidth, f.around.width - 16), top = f.narrow() ? 60.0f : kTop;
  const std::size_t rows = std::max<std::size_t>(1, std::min(kRows, entries.size()));
  const Rect r{std::round((f.around.width - width) / 2), top, width, kField + 13 + static_cast<float>(rows) * kRow + kFoot};
  box(f, r);
  v.places["commands"] = r;
  icon(f, Icon::search, r.x + 25, r.y + 27, f.colours.ink);
  const bool entered =
      field(f, Field::command, "field.command", {r.x + 44, r.y + 8, width - 110, 36}, "Search or command", false, false, 16);
  key_caps(f, right_of(r) - 16 - key_caps_width(f, "Esc"), r.y + 26, "Esc", f.colours.line_strong);
  fill(f, {r.x, r.y + kField, width, 1}, f.colours.line);
  const Rect list{r.x, r.y + kField + 7, width, static_cast<float>(rows) * kRow};
  // The chosen row stays in view.
  const float wanted = static_cast<float>(v.choice) * kRow;
  if (ImGui::IsKeyPressed(ImGuiKey_DownArrow) || ImGui::IsKeyPressed(ImGuiKey_UpArrow))
    v.overlay_scroll = std::clamp(v.overlay_scroll, wanted + kRow - list.height, wanted);
  if (entries.empty()) text(f, list.x + 19, list.y + kRow / 2, Font::sans, 14, f.colours.muted, "No command has these letters");
  if (entered && !entries.empty()) return choose(f, entries[v.choice]);
  {
    Clip clip(f, list);
    for (std::size_t i = 0; i < entries.size(); ++i) {
      const Entry& e = entries[i];
      const Rect one{list.x + 7, list.y + static_cast<float>(i) * kRow - v.overlay_scroll, list.width - 14, kRow};
      if (bottom_of(one) <= list.y || one.y >= bottom_of(list)) continue;
      const Touch touch = part(f, "command." + e.command + (e.argument.empty() ? "" : "." + e.argument), one);
      if (i == v.choice) fill(f, one, f.colours.selected_row, 6);
      else if (touch.hovered) fill(f, one, f.colours.hover, 6);
      const float group = right_of(r) - 155;
      draw_title(f, one.x + 12, one.y + kRow / 2, e, (f.narrow() ? right_of(one) - 12 : group - 8) - one.x - 12);
      if (!f.narrow()) text(f, group, one.y + kRow / 2, Font::sans, 13, f.colours.muted, e.group);
      if (!f.narrow()) key_caps(f, right_of(one) - 12 - key_caps_width(f, e.keys), one.y + kRow / 2, e.keys, f.colours.line_strong);
      if (touch.focused) focus_ring(f, one, 6, true);
      if (touch.pressed) return choose(f, e);
    }
    scroll(f, "commands", list, static_cast<float>(entries.size()) * kRow, v.overlay_scroll);
  }
  const float foot = bottom_of(r) - kFoot;
  fill(f, {r.x, foot, width, 1}, f.colours.line);
  if (f.narrow()) return;
  float x = r.x + 17;
  const auto explain = [&](std::string_view keys, std::string_view words) {
    key_caps(f, x, foot + 19, keys, f.colours.line_strong);
    x += key_caps_width(f, keys) + 8;
    text(f, x, foot + 19, Font::sans, 12, f.colours.muted, words);
    x += width_of(f, Font::sans, 12, words) + 22;
  };
  explain("↑ ↓", "choose");
  explain("Enter", "run");
  constexpr std::string_view kAlso = "Also: @ speaker, # claim type, / pattern";
  text(f, right_of(r) - 17 - width_of(f, Font::sans, 12, kAlso), foot + 19, Font::sans, 12, f.colours.muted, kAlso);
}

}  // namespace ui
