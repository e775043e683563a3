// Notes, and the marks that a person should look at because the text has changed: lost ones, and those that were found again.
#include <algorithm>
#include <cmath>

#include "format/lost.h"
#include "ui/command_runs.h"
#include "ui/inspector_parts.h"
#include "ui/list_parts.h"
#include "ui/marks.h"
#include "ui/views.h"

namespace ui {

using namespace document;
using session::NoteId;
using session::Target;

namespace {

void draw_note(Frame& f, float& y, const Rect& zone, const Note& note) {
  const float width = zone.width - 2 * kPad;
  const Target about = target_of(f.document(), note.target);
  std::string words = words_of(f.document(), spans_of(f.document(), about));
  if (const auto* id = std::get_if<SpeakerId>(&about)) words = name_of(f, *id);
  const float height = 9 + 20 + static_cast<float>(broken(f, Font::sans, 13, note.text, width - 32, 12).size()) * 18 + 16 + 12;
  const Rect r{zone.x, y, zone.width, height};
  if (row(f, note.id.text(), r, {.selected = f.session.selected == Target(note.id)})) {
    const std::vector<Span> spans = spans_of(f.document(), about);
    if (!spans.empty()) f.view.show_byte = spans.front().begin;
    f.send(session::Select{note.id, {f.session.words.end, f.session.words.end}});
  }
  text(f, r.x + kPad, r.y + 19, Font::serif, 14, f.colours.muted, cut(f, Font::serif, 14, words, width - 32));
  const float text_height = paragraph(f, r.x + kPad, r.y + 30, width - 32, Font::sans, 13, 18, f.colours.ink, note.text, 12);
  const Agent* by = find(f.document(), note.by);
  const std::string who = by && !by->name.empty() ? by->name : "Somebody";
  text(f, r.x + kPad, r.y + 30 + text_height + 9, Font::sans, 12, f.colours.muted,
       note.at.size() >= 10 ? who + ", " + note.at.substr(0, 10) : who);
  if (icon_button(f, note.id.text() + ".remove", {right_of(r) - 40, r.y + 5, 28, 28}, Icon::close, "Remove this note"))
    f.send(session::Remove{note.id});
  y += height;
}

// A heading and a sentence; gives where they end.
float draw_heading(Frame& f, const Rect& zone, float y, std::string_view title, std::string_view sentence) {
  heading(f, zone.x + kPad, y + 22, title);
  y += 36;
  return y + paragraph(f, zone.x + kPad, y, zone.width - 2 * kPad, Font::sans, 12, 16, f.colours.muted, sentence, 4) + 10;
}

bool can_be_seen(const Rect& zone, float y, float height) { return y + height > zone.y && y < bottom_of(zone); }

float draw_lost(Frame& f, const Rect& zone, float y) {
  const auto& lost = f.document().lost;
  if (lost.empty()) return y;
  y = draw_heading(f, zone, y, "Lost", "Their words are not in the text any more. Drag one to the words in the article where it belongs, or choose it, select the words, and put it there.");
  if (!f.pointer.down && !f.pointer.released) f.view.dragged_lost.clear();
  const std::string_view keys = keys_for(f, "put-back");
  const std::string chosen = lost_chosen(f.document(), f.view.lost);
  const float high = press_height(f, 32);
  for (const LostMark& mark : lost) {
    const bool current = mark.id == chosen;
    const float height = 82 + (current ? high + 8 : 0);
    const Rect r{zone.x, std::round(y), zone.width, height};
    if (can_be_seen(zone, y, height)) {
      if (row(f, "lost." + mark.id, r, {.selected = current})) f.view.lost = mark.id;
      constexpr float kDragStarts = 6;
      if (f.view.pressed == "lost." + mark.id && f.pointer.down && std::hypot(ImGui::GetMouseDragDelta(0, 0).x, ImGui::GetMouseDragDelta(0, 0).y) > kDragStarts)
        f.view.lost = f.view.dragged_lost = mark.id;
      text(f, r.x + kPad, r.y + 18, Font::sans, 12, f.colours.muted, mark.list == "claims" ? "Claim" : "Quotation");
      draw_snippet(f, r.x + kPad, r.y + 30, r.width - 2 * kPad, mark.exact, 2, false);
      const ButtonStyle style{.enabled = !f.session.words.empty()};
      if (current && button(f, "lost.put-back", {r.x + kPad, r.y + 76, button_width(f, "Put it on the selected words", keys), high}, "Put it on the selected words", keys, style))
        run(f, "put-back");
    }
    y += height;
  }
  return y;
}

template <typename Mark>
void collect(const SharedList<Mark>& marks, std::string_view how, std::vector<std::pair<Target, std::vector<Span>>>& out) {
  for (const Mark& mark : marks) {
    if (is_rejected(mark.review) || mark.extras.empty() || format::found_again(mark.extras) != how) continue;
    if constexpr (std::is_same_v<Mark, Quotation>) out.push_back({mark.id, mark.content});
    else out.push_back({mark.id, mark.spans});
  }
}

float draw_found(Frame& f, const Rect& zone, float y, std::string_view how, std::string_view title, std::string_view sentence) {
  std::vector<std::pair<Target, std::vector<Span>>> found;
  collect(f.document().quotations, how, found);
  collect(f.document().claims, how, found);
  if (found.empty()) return y;
  y = draw_heading(f, zone, y, title, sentence);
  constexpr float kRow = 62;
  for (const auto& [mark, spans] : found) {
    const Rect r{zone.x, std::round(y), zone.width, kRow};
    if (can_be_seen(zone, y, kRow)) {
      if (row(f, std::string(how) + "." + id_of(mark), r, {.selected = f.session.selected == mark})) {
        go_to(f.session, f.view, mark, f.out);
        f.changed = true;
      }
      draw_snippet(f, r.x + kPad, r.y + 10, r.width - 2 * kPad, words_of(f.document(), spans), 2, false);
    }
    y += kRow;
  }
  return y;
}

}  // namespace

void draw_notes(Frame& f, Rect zone) {
  if (f.view.field == Field::note) {
    const Rect r{zone.x + kPad, zone.y + 14, zone.width - 2 * kPad, 36};
    if (field(f, Field::note, "field.note", r, "Your note, then Enter")) {
      if (const auto* id = std::get_if<NoteId>(&f.session.selected); id && f.view.note_target.empty())
        f.send(session::SetNote{*id, f.view.typed});
      else f.send(session::AddNote{f.view.note_target, f.view.typed});
      close_field(f);
    }
    fill(f, {zone.x, zone.y + 63, zone.width, 1}, f.colours.line);
    zone = {zone.x, zone.y + 64, zone.width, zone.height - 64};
  }
  Clip clip(f, zone);
  float y = zone.y - f.view.list_scroll;
  const float start = y;
  for (const Note& note : f.document().notes) draw_note(f, y, zone, note);
  y = draw_lost(f, zone, y);
  y = draw_found(f, zone, y, "fuzzy", "Found with other words", "The text has changed in these places. Look whether the marks still say what is there.");
  y = draw_found(f, zone, y, "moved", "Found in another place", "Their words are the same, where others stand around them or farther on.");
  if (y == start && f.view.field != Field::note) return draw_nothing(f, zone, "No notes yet", "Select a mark or some words, then press N to write a note on them.");
  scroll(f, "list", zone, y - start, f.view.list_scroll);
}

}  // namespace ui
