// Keys: which command of the table they mean, and the text cursor.
#include <algorithm>
#include <cmath>

#include "ui/command_runs.h"
#include "ui/key_names.h"
#include "ui/marks.h"
#include "ui/selection.h"
#include "ui/views.h"

namespace ui {
namespace {

bool control_is_down() { return ImGui::GetIO().KeyCtrl || ImGui::GetIO().KeySuper; }
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
  const bool by_words = control_is_down() || ImGui::GetIO().KeyAlt, by_sentences = ImGui::GetIO().KeyAlt && !control_is_down();
  const bool keeps_column = pressed(ImGuiKey_UpArrow) || pressed(ImGuiKey_DownArrow);
  if (!keeps_column) f.view.caret_x = -1;
  if (pressed(ImGuiKey_RightArrow)) return by_words ? next_word(text, at) : next_letter(text, at);
  if (pressed(ImGuiKey_LeftArrow)) return by_words ? previous_word(text, at) : previous_letter(text, at);
  if (by_sentences && pressed(ImGuiKey_DownArrow)) return next_sentence(f.document(), at);
  if (by_sentences && pressed(ImGuiKey_UpArrow)) return previous_sentence(f.document(), at);
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
  v.exact = false;
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

// The help sheet waits for the new key of a command.
void take_new_key(Frame& f) {
  ViewState& v = f.view;
  const auto chord = pressed_chord();
  if (!chord) return;
  const std::string command = std::exchange(v.key_of, {});
  f.changed = true;
  if (chord->key != ImGuiKey_Escape) run(f, "set-key", command + " " + name_of(*chord));
}

}  // namespace

std::string_view keys_for(const Frame& f, std::string_view command) {
  const std::string_view own = keys_of(f.settings, command);
  if (!own.empty()) return own;
  for (const auto& [usual, here] : kInComparison)
    if (here == command) return keys_of(f.settings, usual);
  return own;
}

void run(Frame& f, std::string_view command, std::string_view argument) {
  const CommandRow* row = find_command(command);
  if (!row || !row->possible(f.session)) return;
  row->run(f.session, f.view, argument, f.out);
  f.changed = true;
}

void read_keys(Frame& f) {
  ViewState& v = f.view;
  if (!v.key_of.empty()) return take_new_key(f);
  const bool typing = v.field != Field::none;
  if (ImGui::IsKeyPressed(ImGuiKey_Escape, false)) return run(f, f.around.progress ? "cancel" : "back");
  for (const CommandRow& row : commands()) {
    const Chord chord = chord_of(keys_of(f.settings, row));
    // In a field the letters belong to the field, and so do undo and the clipboard.
    const bool always =
        chord.control && (row.name == "commands" || row.name == "search" || row.name == "save-file" || row.name == "open-file");
    if ((typing || v.overlay != Overlay::none) && !always) continue;
    if (row.name == "paste" || row.name == "back") continue;  // the browser's own paste event brings the text
    if (v.focus_visible && !v.focused.empty() && chord.key == ImGuiKey_Space) continue;
    if (is_pressed(chord, row.name == "next-mark" || row.name == "previous-mark" || row.name == "next-difference" || row.name == "previous-difference" || row.name == "undo" || row.name == "redo")) {
      run(f, is_comparing(f) ? in_comparison(row.name) : row.name);
      const bool narrows = v.overlay == Overlay::speaker_picker || v.overlay == Overlay::type_filter;
      if (narrows) v.pick_key = static_cast<char32_t>('a' + (chord.key - ImGuiKey_A));
      return;
    }
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
  if (v.editing.index() != 0 && ImGui::IsKeyPressed(ImGuiKey_Tab, false)) {
    // Shift and the arrows move the other end of the words that are being changed.
    v.anchor = v.anchor == f.session.words.begin ? f.session.words.end : f.session.words.begin;
    return;
  }
  if (ImGui::IsKeyPressed(ImGuiKey_Tab, true)) {
    const std::string_view command = ImGui::GetIO().KeyShift ? "previous-mark" : "next-mark";
    return run(f, is_comparing(f) ? in_comparison(command) : command);
  }
  // Enter takes the changed words of a mark; otherwise it decides nothing.
  if (ImGui::IsKeyPressed(ImGuiKey_Enter, false) && v.editing.index() != 0) return run(f, "edit");
  if (ImGui::IsKeyPressed(ImGuiKey_Enter, false) && v.pointing != Pointing::nothing && !f.session.words.empty())
    return run(f, v.pointing == Pointing::cue ? "set-cue" : "set-source");
  move_cursor(f);
  page_by_keys(f);
}

}  // namespace ui
