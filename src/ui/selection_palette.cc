// What can be made of the selected words, at the selection: kinds in the first row, speakers in the second.
#include <algorithm>
#include <cmath>

#include "ui/article.h"
#include "ui/views.h"

namespace ui {

using namespace document;

namespace {

struct Kind {
  std::string_view command, label;
};
constexpr Kind kKinds[] = {{"mark-quotation", "Quotation"}, {"set-cue", "Cue"},   {"set-source", "Source"},
                           {"mark-claim", "Claim"},         {"add-note", "Note"}, {"exclude-block", "Exclude"},
                           {"correct-text", "Correct"}};
// With a quotation selected besides the words.
constexpr Kind kPieces[] = {{"add-piece", "Add to the quotation"}, {"remove-piece", "Take out of it"}, {"name-everywhere", "Name of this speaker"}};

// The last name is what readers know people by.
std::string short_name(const Speaker& speaker) {
  if (speaker.kind != kHuman) return speaker.name;
  const std::size_t blank = speaker.name.rfind(' ');
  return blank == std::string::npos ? speaker.name : speaker.name.substr(blank + 1);
}

// Words of an excluded block are put back by what excludes others.
std::string_view label_of(const Frame& f, const Kind& kind) {
  if (kind.command != "exclude-block") return kind.label;
  const Block* block = block_at(f.document(), f.session.words.begin);
  return block && block->excluded ? "Put back" : kind.label;
}

// A row of commands that make something of the words.
template <std::size_t N>
void draw_kinds(Frame& f, const Kind (&kinds)[N], float x, float y, float right, float height) {
  const auto label_here = [&](const Kind& kind) { return &kind == kKinds && f.narrow() ? std::string_view("Quote") : label_of(f, kind); };
  // In a narrow window the row is full, and what is left over is shared.
  float words = 0;
  for (const Kind& kind : kinds) words += width_of(f, Font::sans, 12, label_here(kind));
  const float slack = (right - x - words) / static_cast<float>(N);
  for (const Kind& kind : kinds) {
    const std::string_view keys = keys_for(f, kind.command);
    const std::string_view label = label_here(kind);
    const float width = f.narrow() ? width_of(f, Font::sans, 12, label) + slack : button_width(f, label, keys) - 4;
    const bool first = &kind == kKinds;
    const ButtonStyle style{.look = Look::quiet, .size = f.narrow() ? 12.0f : 13.0f, .on = first && !f.narrow()};
    if (button(f, "palette." + std::string(kind.command), {x, y, width, height}, label,
               f.narrow() ? std::string_view() : keys, style))
      run(f, kind.command);
    x += width;
  }
}

void draw_speaker_row(Frame& f, float x, float y, float right, float height) {
  const std::string_view more = "New";
  const std::string_view more_key = f.narrow() ? std::string_view() : keys_for(f, "new-speaker");
  const float last = button_width(f, more, more_key) - 4;
  // Names are cut as far as it brings more digits a chip here, and no further.
  constexpr float kShortest = 52, kLongest = 120;
  const auto fitting = [&](float most) {
    int count = 0;
    float at = x;
    for (const Speaker& speaker : f.document().speakers) {
      at += std::round(width_of(f, Font::sans, 13, cut(f, Font::sans, 13, short_name(speaker), most))) + 51;
      if (count == 9 || at - 6 > right - last) break;
      ++count;
    }
    return count;
  };
  float longest = f.narrow() ? 92.0f : kLongest;
  while (!f.narrow() && longest > kShortest && fitting(longest) < fitting(kShortest)) longest -= 4;
  for (std::size_t i = 0; i < f.document().speakers.size() && i < 9; ++i) {
    const Speaker& speaker = f.document().speakers[i];
    const std::string name = cut(f, Font::sans, 13, short_name(speaker), longest);
    const float width = std::round(width_of(f, Font::sans, 13, name)) + 45;
    if (x + width > right - last) break;
    const Rect r{x, y, width, height};
    const Touch touch = part(f, "palette." + speaker.id.text(), r);
    fill(f, r, touch.held ? f.colours.pressed : touch.hovered ? f.colours.hover : f.colours.raised, 6);
    border(f, r, f.colours.line_strong, 6);
    chip(f, x + 6, y + (height - 20) / 2, 20, static_cast<int>(i) + 1, ChipState::accepted);
    text(f, x + 34, y + height / 2, Font::sans, 13, f.colours.ink, name);
    if (touch.focused) focus_ring(f, r, 6);
    if (touch.pressed) run(f, "assign-speaker", speaker.id.text());
    x += width + 6;
  }
  if (button(f, "palette.new-speaker", {x, y, last, height}, more, more_key, {.look = Look::quiet})) run(f, "new-speaker");
}

// In place of the rows: the words of the article themselves, to be typed as they should be.
void draw_correction(Frame& f, const Rect& r) {
  const float high = f.narrow() ? 44.0f : 36.0f, x = r.x + 12, right = right_of(r) - 12;
  text(f, x, r.y + 20, Font::sans, 12, f.colours.muted,
       cut(f, Font::sans, 12, f.narrow() ? "In the article; all marks stay" : "Correct the text of the article: all marks stay where they are", right - x));
  const std::string_view enter = f.narrow() ? std::string_view() : "Enter", escape = f.narrow() ? std::string_view() : "Esc";
  const float correct = button_width(f, "Correct", enter), cancel = button_width(f, "Cancel", escape), y = r.y + 36;
  const Rect words{x, y, right - x - correct - cancel - 20, high};
  bool entered = field(f, Field::correction, "field.correction", words, "The right words");
  entered = button(f, "correction.enter", {right_of(words) + 12, y, correct, high}, "Correct", enter, {.strong_border = true}) || entered;
  if (button(f, "correction.cancel", {right - cancel, y, cancel, high}, "Cancel", escape, {.look = Look::quiet})) return close_field(f);
  if (!entered) return;
  f.send(session::CorrectText{f.view.correcting, f.view.typed});
  close_field(f);
}

// Under the last line of the selection, or above its first if there is no room; never over it.
Rect place_at(const Page& page, float height) {
  const Rect& zone = page.zone;
  constexpr float kGap = 12;
  const float width = std::min(640.0f, zone.width - 32);
  const auto pieces = page.pieces_of(page.frame.session.words);
  const float x = std::clamp(page.x, zone.x + 16, std::max(zone.x + 16, right_of(zone) - width - 16));
  if (pieces.empty()) return {};
  const float under = page.box_top(pieces.back().line) + 26 * page.unit() + kGap, above = page.box_top(pieces.front().line) - kGap - height;
  if (under + height <= bottom_of(zone) - 8) return {x, under, width, height};
  if (above >= zone.y + 8) return {x, above, width, height};
  return {x, bottom_of(zone) - height - 8, width, height};
}

}  // namespace

void draw_selection_palette(Page& page) {
  Frame& f = page.frame;
  const Rect& zone = page.zone;
  if (f.session.words.empty() || f.view.selecting || f.view.overlay != Overlay::none || f.view.field == Field::note || f.view.pointing != Pointing::nothing) return;
  const bool has_speakers = !f.document().speakers.empty(), pieces = std::holds_alternative<QuotationId>(f.session.selected);
  const int layer = std::exchange(f.layer, 1);
  if (f.view.field == Field::correction) {
    const float height = f.narrow() ? 92.0f : 84.0f;
    const Rect r = f.narrow() ? Rect{zone.x, bottom_of(zone) - height, zone.width, height} : place_at(page, height);
    if (r.width > 0) {
      box(f, r);
      f.view.places["palette"] = r;
      draw_correction(f, r);
    }
    f.layer = layer;
    return;
  }
  if (f.narrow()) {
    const float height = pieces ? 152.0f : 104.0f;
    const Rect bar{zone.x, bottom_of(zone) - height, zone.width, height};
    fill(f, bar, f.colours.raised);
    fill(f, {bar.x, bar.y, bar.width, 2}, f.colours.ink);
    f.covers.push_back(bar);
    draw_kinds(f, kKinds, bar.x + 4, bar.y + 6, right_of(bar) - 4, 44);
    if (has_speakers) draw_speaker_row(f, bar.x + 8, bar.y + 54, right_of(bar) - 8, 44);
    if (pieces) draw_kinds(f, kPieces, bar.x + 4, bar.y + 102, right_of(bar) - 4, 44);
    f.view.places["palette"] = bar;
  } else {
    const Rect r = place_at(page, (has_speakers ? 98.0f : 50.0f) + (pieces ? 44.0f : 0.0f));
    if (r.width > 0) {
      box(f, r);
      f.view.places["palette"] = r;
      draw_kinds(f, kKinds, r.x + 7, r.y + 7, right_of(r) - 7, 36);
      if (has_speakers) {
        fill(f, {r.x + 11, r.y + 48, r.width - 22, 1}, f.colours.line);
        draw_speaker_row(f, r.x + 17, r.y + 59, right_of(r) - 12, 30);
      }
      if (pieces) draw_kinds(f, kPieces, r.x + 7, bottom_of(r) - 43, right_of(r) - 7, 36);
    }
  }
  f.layer = layer;
}

}  // namespace ui
