#include "ui/list_parts.h"

#include <cmath>

#include "ui/command_runs.h"
#include "ui/views.h"
#include "ui/words.h"

namespace ui {

using namespace document;

namespace {

constexpr float kPad = 16;

}  // namespace

void draw_nothing(Frame& f, const Rect& r, std::string_view title, std::string_view why, std::string_view label,
                  std::string_view command) {
  float y = r.y + 72;
  for (const std::string& one : broken(f, Font::serif_bold, 18, title, r.width - 48, 3)) {
    text(f, r.x + (r.width - width_of(f, Font::serif_bold, 18, one)) / 2, y + 13, Font::serif_bold, 18, f.colours.ink, one);
    y += 26;
  }
  y += 6;
  for (const std::string& one : broken(f, Font::sans, 13, why, r.width - 64, 5)) {
    text(f, r.x + (r.width - width_of(f, Font::sans, 13, one)) / 2, y + 9, Font::sans, 13, f.colours.muted, one);
    y += 18;
  }
  if (label.empty()) return;
  const float width = button_width(f, label);
  if (button(f, "nothing." + std::string(command), {std::round(r.x + (r.width - width) / 2), y + 16, width, 32}, label)) run(f, command);
}

std::string name_of(const Frame& f, const std::optional<SpeakerId>& id) {
  const Speaker* speaker = id ? find(f.document(), *id) : nullptr;
  return speaker ? speaker->name : "Nobody known";
}

void draw_snippet(Frame& f, float x, float y, float width, std::string_view words, std::size_t most, bool struck) {
  for (const std::string& one : broken(f, Font::serif, 14, words, width, most)) {
    text(f, x, y + 10, Font::serif, 14, struck ? f.colours.muted : f.colours.ink, one);
    if (struck) line(f, x, std::round(y + 11) + 0.5f, x + width_of(f, Font::serif, 14, one), std::round(y + 11) + 0.5f, f.colours.muted);
    y += 20;
  }
}

void draw_quotation_row(Frame& f, const Rect& r, const Quotation& q, std::size_t lines, bool selected) {
  if (row(f, q.id.text(), r, {.selected = selected})) {
    go_to(f.session, f.view, q.id, f.out);
    f.changed = true;
    if (f.narrow()) f.view.list_shown = false;
  }
  const bool doubtful = is_doubtful(q), rejected = is_rejected(q.review);
  chip(f, r.x + kPad, r.y + 9, 20, number_of(f.figures, q.speaker), chip_state(q));
  const Font face = doubtful ? Font::sans : Font::sans_bold;
  const float left = r.x + 46, right = right_of(r) - 40;
  const std::string kind = rejected ? "rejected" : q.type.name();
  const std::string name = cut(f, face, 13, name_of(f, q.speaker), right - left - width_of(f, Font::sans, 13, kind) - 6);
  text(f, left, r.y + 18, face, 13, f.colours.ink, name);
  text(f, left + width_of(f, face, 13, name) + 6, r.y + 18, Font::sans, 13, f.colours.muted, kind);
  state_mark(f, right_of(r) - 24, r.y + 18, q.review, sureness_of(q.origin, q.review));
  draw_snippet(f, left, r.y + 28, right - left, words_of(f.document(), q.content), lines, rejected);
}

}  // namespace ui
