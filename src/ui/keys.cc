// Keys: which command of the table they mean, and the text cursor.
#include <algorithm>
#include <cmath>

#include "ui/command_runs.h"
#include "ui/marks.h"
#include "ui/selection.h"
#include "ui/views.h"

namespace ui {
namespace {

struct Chord {
  ImGuiKey key = ImGuiKey_None;
  bool control = false, shift = false, alt = false;
};

ImGuiKey key_called(std::string_view name) {
  if (name.size() == 1 && name[0] >= 'A' && name[0] <= 'Z') return static_cast<ImGuiKey>(ImGuiKey_A + (name[0] - 'A'));
  if (name.size() == 1 && name[0] >= '0' && name[0] <= '9') return static_cast<ImGuiKey>(ImGuiKey_0 + (name[0] - '0'));
  if (name == "Space") return ImGuiKey_Space;
  if (name == "Esc") return ImGuiKey_Escape;
  if (name == "Delete") return ImGuiKey_Delete;
  return ImGuiKey_None;
}

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

bool control_is_down() { return ImGui::GetIO().KeyCtrl || ImGui::GetIO().KeySuper; }

bool is_pressed(const Chord& c, bool repeat = false) {
  const ImGuiIO& io = ImGui::GetIO();
  return c.key != ImGuiKey_None && ImGui::IsKeyPressed(c.key, repeat) && control_is_down() == c.control && io.KeyShift == c.shift &&
         io.KeyAlt == c.alt;
}

bool pressed(ImGuiKey key) { return ImGui::IsKeyPressed(key, true); }

// Up and down keep to the column in which they began.
std::uint32_t by_lines(Frame& f, std::uint32_t at, int lines) {
  const Lines& all = f.view.kept.lines;
  if (all.lines.empty()) return at;
  const Column& column = f.view.kept.column;
  const Advance advance = [&](TextStyle style, char32_t c) {
    const Font font = style == TextStyle::excluded ? Font::sans : style == TextStyle::reading ? Font::serif : Font::serif_bold;
    return ui::advance(f.fonts, font, size_of(column, style), c);
  };
  const std::string_view text = f.document().article.text.view();
  const std::size_t now = all.line_of(at);
  if (f.view.caret_x < 0) f.view.caret_x = shape(text, all.lines[now], {}, column.width, advance).x_of(at);
  const long goal = std::clamp(static_cast<long>(now) + lines, 0L, static_cast<long>(all.lines.size()) - 1);
  if (goal == static_cast<long>(now)) return lines < 0 ? all.lines[now].words.begin : all.lines[now].words.end;
  return shape(text, all.lines[static_cast<std::size_t>(goal)], {}, column.width, advance).byte_at(f.view.caret_x);
}

// Blocks are what paragraphs are; the cursor goes to the beginning of the next or previous one.
std::uint32_t by_paragraph(const document::Document& d, std::uint32_t at, bool forward) {
  const auto& blocks = d.article.blocks;
  if (forward) {
    for (const document::Block& b : blocks)
      if (b.span.begin > at) return b.span.begin;
    return static_cast<std::uint32_t>(d.article.text.view().size());
  }
  std::uint32_t best = 0;
  for (const document::Block& b : blocks)
    if (b.span.begin < at) best = b.span.begin;
  return best;
}

// The place the text cursor goes to with the key that is pressed; none if it is no such key.
std::optional<std::uint32_t> moved_cursor(Frame& f, std::uint32_t at) {
  const std::string_view text = f.document().article.text.view();
  const bool by_words = control_is_down() || ImGui::GetIO().KeyAlt;
  const bool keeps_column = pressed(ImGuiKey_UpArrow) || pressed(ImGuiKey_DownArrow);
  if (!keeps_column) f.view.caret_x = -1;
  if (pressed(ImGuiKey_RightArrow)) return by_words ? next_word(text, at) : next_letter(text, at);
  if (pressed(ImGuiKey_LeftArrow)) return by_words ? previous_word(text, at) : previous_letter(text, at);
  if (pressed(ImGuiKey_DownArrow)) return control_is_down() ? by_paragraph(f.document(), at, true) : by_lines(f, at, 1);
  if (pressed(ImGuiKey_UpArrow)) return control_is_down() ? by_paragraph(f.document(), at, false) : by_lines(f, at, -1);
  const Lines& lines = f.view.kept.lines;
  if (lines.lines.empty()) return std::nullopt;
  if (pressed(ImGuiKey_Home)) return control_is_down() ? 0 : lines.lines[lines.line_of(at)].words.begin;
  if (pressed(ImGuiKey_End)) return control_is_down() ? static_cast<std::uint32_t>(text.size()) : lines.lines[lines.line_of(at)].words.end;
  return std::nullopt;
}

void move_cursor(Frame& f) {
  ViewState& v = f.view;
  const Span words = f.session.words;
  const bool extend = ImGui::GetIO().KeyShift;
  const std::uint32_t head = words.empty() ? words.begin : v.anchor == words.begin ? words.end : words.begin;
  const float column = v.caret_x;
  const auto to = moved_cursor(f, head);
  if (!to) {
    v.caret_x = column;
    return;
  }
  v.caret = true;
  v.caret_since = f.around.now;
  v.show_byte = *to;
  if (!extend) v.anchor = *to;
  else if (words.empty()) v.anchor = words.begin;
  f.send(session::Select{f.session.selected, {std::min(v.anchor, *to), std::max(v.anchor, *to)}});
}

void page_by_keys(Frame& f) {
  if (f.view.places.find("article") == f.view.places.end()) return;
  const float page = f.view.places["article"].height - 60;
  if (pressed(ImGuiKey_PageDown)) f.view.scroll += page, f.changed = true;
  if (pressed(ImGuiKey_PageUp)) f.view.scroll = std::max(0.0f, f.view.scroll - page), f.changed = true;
}

// F6 goes into the parts of the page, Tab from one to the next; Enter or Space presses.
bool move_focus(Frame& f) {
  ViewState& v = f.view;
  const auto& order = v.focus_order;
  const bool on_parts = v.focus_visible && !v.focused.empty();
  const bool enter = ImGui::IsKeyPressed(ImGuiKey_F6, false) && !on_parts;
  const bool tab = ImGui::IsKeyPressed(ImGuiKey_Tab, true) && (on_parts || v.overlay != Overlay::none || !f.session.open);
  if ((enter || tab) && !order.empty()) {
    const auto at = std::find(order.begin(), order.end(), v.focused);
    const auto n = order.size(), i = at == order.end() ? 0 : static_cast<std::size_t>(at - order.begin());
    const bool back = ImGui::GetIO().KeyShift;
    v.focused = order[at == order.end() ? (back ? n - 1 : 0) : (back ? (i + n - 1) % n : (i + 1) % n)];
    v.focus_visible = true;
    f.changed = true;
    return true;
  }
  if (on_parts && (ImGui::IsKeyPressed(ImGuiKey_Enter, false) || ImGui::IsKeyPressed(ImGuiKey_Space, false))) {
    v.activate = true;
    return true;
  }
  return false;
}

}  // namespace

void run(Frame& f, std::string_view command, std::string_view argument) {
  const CommandRow* row = find_command(command);
  if (!row || !row->possible(f.session)) return;
  row->run(f.session, f.view, argument, f.out);
  f.changed = true;
}

void read_keys(Frame& f) {
  ViewState& v = f.view;
  const bool typing = v.field != Field::none;
  if (ImGui::IsKeyPressed(ImGuiKey_Escape, false)) return run(f, f.around.progress ? "cancel" : "back");
  for (const CommandRow& row : commands()) {
    const Chord chord = chord_of(row.keys);
    // In a field the letters belong to the field, and so do undo and the clipboard.
    const bool always =
        chord.control && (row.name == "commands" || row.name == "search" || row.name == "save-file" || row.name == "open-file");
    if ((typing || v.overlay != Overlay::none) && !always) continue;
    if (row.name == "paste" || row.name == "back") continue;  // the browser's own paste event brings the text
    if (v.focus_visible && !v.focused.empty() && chord.key == ImGuiKey_Space) continue;
    if (is_pressed(chord, row.name == "next-mark" || row.name == "previous-mark" || row.name == "undo" || row.name == "redo"))
      return run(f, row.name);
  }
  if (typing) return;
  if (is_pressed({ImGuiKey_Z, true, true, false}, true)) return run(f, "redo");
  if (move_focus(f) || v.overlay != Overlay::none) return;
  for (const ImWchar c : ImGui::GetIO().InputQueueCharacters)
    if (c == '?') return run(f, "help");
  for (int digit = 1; digit <= 9; ++digit) {
    const bool hit =
        is_pressed({static_cast<ImGuiKey>(ImGuiKey_0 + digit)}) || is_pressed({static_cast<ImGuiKey>(ImGuiKey_Keypad0 + digit)});
    if (hit) return run(f, "assign-speaker", std::to_string(digit));
  }
  if (!f.session.open) return;
  if (ImGui::IsKeyPressed(ImGuiKey_Tab, true)) return run(f, ImGui::GetIO().KeyShift ? "previous-mark" : "next-mark");
  // Enter takes the changed words of a mark; otherwise it decides nothing.
  if (ImGui::IsKeyPressed(ImGuiKey_Enter, false) && v.editing.index() != 0) return run(f, "edit");
  move_cursor(f);
  page_by_keys(f);
}

}  // namespace ui
