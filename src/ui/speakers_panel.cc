// Who speaks: each with a number, a share of the quoted words, a role. A click shows only this speaker.
#include <algorithm>
#include <cmath>

#include "ui/command_runs.h"
#include "ui/views.h"
#include "ui/words.h"

namespace ui {

using namespace document;
using session::Target;

namespace {

constexpr float kPad = 16, kLegend = 61, kDragStarts = 6;

void share_bar(Frame& f, const Rect& r, const Voice& voice, int scale, int number) {
  const SpeakerColours& c = speaker_colours(f.colours, number);
  fill(f, r, f.colours.sunken, 2);
  if (scale <= 0) return;
  const float unit = r.width / static_cast<float>(scale);
  const float direct = std::round(static_cast<float>(voice.direct_words) * unit),
              both = std::round(static_cast<float>(voice.words()) * unit);
  if (voice.reported_words > 0) {
    const Rect reported{r.x + direct, r.y, std::max(2.0f, both - direct), r.height};
    fill(f, reported, c.tint, 2);
    border(f, reported, c.strong, 2, 1.5f);
  }
  if (direct > 0) fill(f, {r.x, r.y, direct, r.height}, c.strong, 2);
}

// The state of a speaker's chip: filled once one of the quotations is accepted.
ChipState chip_of(const Voice& voice) {
  if (voice.quotations > 0 && voice.doubtful == voice.quotations) return ChipState::doubtful;
  return voice.accepted ? ChipState::accepted : ChipState::suggested;
}

bool only_doubtful(const Voice& v) { return v.quotations > 0 && v.doubtful == v.quotations; }

// In review the speaker of the mark in question is shown as chosen.
bool is_asked_about(const Frame& f, const SpeakerId& id) {
  const auto* mark = std::get_if<QuotationId>(&f.session.selected);
  const Quotation* q = mark && f.view.tab == Tab::review ? find(f.document(), *mark) : nullptr;
  return q && q->speaker == id;
}

float row_height(const Frame& f, const Voice& v) {
  const float touch = f.narrow() ? 6.0f : 0.0f;
  return (only_doubtful(v) ? 76.0f : 71.0f) + touch;
}

void draw_speaker(Frame& f, const Rect& r, std::size_t i) {
  const Speaker& speaker = f.document().speakers[i];
  const Voice& voice = f.figures.voices[i];
  const int number = static_cast<int>(i) + 1;
  const std::string id = "speaker." + speaker.id.text();
  const bool chosen = f.view.only == speaker.id || f.session.selected == Target(speaker.id) || f.view.merging == speaker.id ||
                      is_asked_about(f, speaker.id);
  const bool target = f.view.dragged && *f.view.dragged != speaker.id && holds(overlap(r, f.clip), f.pointer.x, f.pointer.y);
  const bool pressed = row(f, id, r, {.selected = chosen || target});
  if (f.view.pressed == id && f.pointer.down && std::hypot(ImGui::GetMouseDragDelta(0, 0).x, ImGui::GetMouseDragDelta(0, 0).y) > kDragStarts)
    f.view.dragged = speaker.id;
  if (target) border(f, inset(r, 2), f.colours.ink, 4, 2);
  if (target && f.pointer.released) {
    f.send(session::MergeSpeakers{speaker.id, *f.view.dragged});
    f.view.dragged.reset();
    return;
  }
  const bool over = f.view.hovered == id || f.view.hovered == id + ".more";
  const bool doubtful = only_doubtful(voice);
  chip(f, r.x + kPad, r.y + 9, 20, number, chip_of(voice));
  const float left = r.x + 46, right = right_of(r) - kPad;
  float name_right = right;
  const bool more = over || chosen || f.narrow();
  if (!doubtful && !more) {
    const std::string share = percent(voice.words(), f.figures.quoted_words);
    name_right = right - width_of(f, Font::sans, 14, share);
    text(f, name_right, r.y + 19, Font::sans, 14, f.colours.ink, share);
  }
  if (more) name_right = right - 28;
  text(f, left, r.y + 19, doubtful ? Font::sans : Font::sans_bold, 13, f.colours.ink,
       cut(f, Font::sans_bold, 13, speaker.name, name_right - left - 8));
  const std::string quotes = counted(voice.quotations, "quote", "quotes");
  const float quotes_width = width_of(f, Font::sans, 12, quotes);
  text(f, right - quotes_width, r.y + 37, Font::sans, 12, f.colours.muted, quotes);
  text(f, left, r.y + 37, Font::sans, 12, f.colours.muted, cut(f, Font::sans, 12, role_of(speaker), right - quotes_width - left - 12));
  if (doubtful) text(f, left, r.y + 57, Font::sans, 12, f.colours.muted, "Doubtful: not counted yet");
  else share_bar(f, {left, r.y + 52, right - left, 8}, voice, f.figures.quoted_words, number);
  if (more && icon_button(f, id + ".more", {right - 24, r.y + 5, 28, 28}, Icon::more, "Rename, merge, kind")) {
    f.view.speaker = speaker.id;
    f.view.overlay = Overlay::speaker;
    f.send(session::Select{speaker.id, {f.session.words.end, f.session.words.end}});
    return;
  }
  if (!pressed || f.view.dragged) return;
  if (f.view.merging && *f.view.merging != speaker.id) {
    f.send(session::MergeSpeakers{speaker.id, *f.view.merging});
    f.view.merging.reset();
    return;
  }
  if (f.narrow()) {
    f.view.speaker = speaker.id;
    f.view.overlay = Overlay::speaker;
    f.send(session::Select{speaker.id, {f.session.words.end, f.session.words.end}});
  } else {
    f.view.only = f.view.only == speaker.id ? std::nullopt : std::optional(speaker.id);
  }
}

float draw_head(Frame& f, const Rect& zone) {
  const float top = zone.y;
  text(f, zone.x + kPad, top + 20, Font::sans_bold, 13, f.colours.ink, "Speakers");
  const float after = zone.x + kPad + width_of(f, Font::sans_bold, 13, "Speakers") + 6;
  text(f, after, top + 20, Font::sans, 12, f.colours.muted, std::to_string(f.document().speakers.size()));
  if (icon_button(f, "button.new-speaker", {right_of(zone) - 41, top + 4, 32, 32}, Icon::plus, "New speaker")) run(f, "new-speaker");
  float y = top + 40;
  if (f.view.field == Field::new_speaker) {
    if (field(f, Field::new_speaker, "field.new-speaker", {zone.x + kPad, y + 2, zone.width - 2 * kPad, 32}, "Name of the speaker")) {
      const std::string name = f.view.typed;
      close_field(f);
      run(f, "new-speaker", name);
    }
    y += 44;
  }
  const Rect bar{zone.x + kPad, y, zone.width - 2 * kPad - 1, 12};
  fill(f, bar, f.colours.sunken, 2);
  float x = bar.x;
  for (std::size_t i = 0; i < f.figures.voices.size(); ++i) {
    const int words = f.figures.voices[i].words();
    if (words == 0 || f.figures.quoted_words == 0) continue;
    const float width = bar.width * static_cast<float>(words) / static_cast<float>(f.figures.quoted_words);
    fill(f, {std::round(x), bar.y, std::max(1.0f, std::round(x + width) - std::round(x) - 2), bar.height},
         speaker_colours(f.colours, static_cast<int>(i) + 1).strong, 2);
    x += width;
  }
  const std::string words = with_commas(f.figures.quoted_words) + " of " + with_commas(f.figures.words) + " words quoted or reported";
  text(f, zone.x + kPad, y + 25, Font::sans, 12, f.colours.muted, cut(f, Font::sans, 12, words, zone.width - 2 * kPad));
  y += 46;
  fill(f, {zone.x, y, zone.width, 1}, f.colours.line);
  if (!f.view.only && !f.view.merging) return y + 1;
  const std::string_view label = f.view.merging ? "Choose the speaker to merge with" : "Show all speakers";
  if (f.view.merging) text(f, zone.x + kPad, y + 21, Font::sans, 13, f.colours.ink, label);
  else if (button(f, "button.all-speakers", {zone.x + kPad, y + 7, zone.width - 2 * kPad, 28}, label)) run(f, "show-all-speakers");
  fill(f, {zone.x, y + 41, zone.width, 1}, f.colours.line);
  return y + 42;
}

void draw_legend(Frame& f, const Rect& r) {
  fill(f, {r.x, r.y, r.width, 1}, f.colours.line);
  const SpeakerColours& c = speaker_colours(f.colours, 1);
  fill(f, {r.x + kPad, r.y + 18, 22, 8}, c.strong, 2);
  text(f, r.x + 46, r.y + 22, Font::sans, 12, f.colours.muted, "direct words");
  fill(f, {r.x + kPad, r.y + 36, 22, 8}, c.tint, 2);
  border(f, {r.x + kPad, r.y + 36, 22, 8}, c.strong, 2, 1.5f);
  text(f, r.x + 46, r.y + 40, Font::sans, 12, f.colours.muted, "reported in other words");
}

// The speaker under way to another one, at the pointer; both are one when the button is let go over a row.
void draw_dragged(Frame& f) {
  if (!f.view.dragged) return;
  const Speaker* speaker = find(f.document(), *f.view.dragged);
  if (!speaker || !f.pointer.down) {
    f.view.dragged.reset();
    return;
  }
  const std::string words = "Merge " + speaker->name + " with …";
  const float width = width_of(f, Font::sans, 13, words) + 48;
  const Rect r{f.pointer.x + 14, f.pointer.y + 8, width, 32};
  f.canvas.PushClipRectFullScreen();
  fill(f, r, f.colours.raised, 6);
  border(f, r, f.colours.line_strong, 6);
  chip(f, r.x + 6, r.y + 6, 20, number_of(f.figures, speaker->id), ChipState::accepted);
  text(f, r.x + 34, r.y + 16, Font::sans, 13, f.colours.ink, words);
  f.canvas.PopClipRect();
  ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeAll);
}

}  // namespace

void draw_speakers(Frame& f, const Rect& zone) {
  Clip clip(f, zone);
  const float edge = f.theme == Theme::contrast ? 2.0f : 1.0f;
  fill(f, zone, f.colours.panel);
  if (!f.narrow()) fill(f, {right_of(zone) - edge, zone.y, edge, zone.height}, f.colours.line);
  const float top = draw_head(f, zone);
  const float legend = f.narrow() ? 0 : kLegend;
  const Rect list{zone.x, top, zone.width - (f.narrow() ? 0 : edge), bottom_of(zone) - legend - top};
  std::vector<std::size_t> speaking, named;
  for (std::size_t i = 0; i < f.figures.voices.size(); ++i) (f.figures.voices[i].quotations > 0 ? speaking : named).push_back(i);

  Clip inner(f, list);
  float y = list.y - f.view.speakers_scroll;
  const float start = y;
  for (const std::size_t i : speaking) {
    const float height = row_height(f, f.figures.voices[i]);
    if (y + height > list.y && y < bottom_of(list)) draw_speaker(f, {list.x, y, list.width, height}, i);
    y += height;
  }
  if (f.figures.article_claims > 0) {
    const Rect r{list.x, y, list.width, 56};
    if (row(f, "speaker.article", r)) run(f, "show-claims");
    border(f, {r.x + kPad, r.y + 17, 20, 20}, f.colours.line_strong, 4, 1.5f);
    text(f, r.x + kPad + 6.5f, r.y + 27, Font::sans_bold, 12, f.colours.muted, "0");
    text(f, r.x + 46, r.y + 18, Font::sans, 14, f.colours.ink, "The article itself");
    text(f, r.x + 46, r.y + 37, Font::sans, 12, f.colours.muted,
         counted(f.figures.article_claims, "claim", "claims") + ", no quotation marks");
    y += r.height;
  }
  if (!named.empty()) {
    const Rect r{list.x, y, list.width, 41};
    if (row(f, "speaker.named", r, {.separator = f.view.named_shown})) f.view.named_shown = !f.view.named_shown;
    icon(f, f.view.named_shown ? Icon::up : Icon::down, r.x + 24, r.y + 20, f.colours.muted, 14);
    text(f, r.x + 40, r.y + 20, Font::sans, 13, f.colours.muted, "Named, not quoted");
    const std::string count = std::to_string(named.size());
    text(f, right_of(r) - kPad - width_of(f, Font::sans, 12, count), r.y + 20, Font::sans, 12, f.colours.muted, count);
    y += r.height;
    for (const std::size_t i : named) {
      if (!f.view.named_shown) break;
      draw_speaker(f, {list.x, y, list.width, row_height(f, f.figures.voices[i])}, i);
      y += row_height(f, f.figures.voices[i]);
    }
  }
  scroll(f, "speakers", list, y - start, f.view.speakers_scroll);
  draw_dragged(f);
  if (legend > 0) {
    f.canvas.PushClipRect({zone.x, zone.y}, {right_of(zone), bottom_of(zone)});
    draw_legend(f, {zone.x, bottom_of(zone) - kLegend, zone.width, kLegend});
    f.canvas.PopClipRect();
  }
}

}  // namespace ui
