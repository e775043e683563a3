#include "ui/inspector_parts.h"

#include <algorithm>
#include <cmath>

#include "ui/marks.h"
#include "ui/views.h"
#include "ui/words.h"

namespace ui {

using namespace document;
using session::Target;

namespace {

constexpr float kPad = 16;

float heading(Frame& f, const Rect& zone, float y, std::string_view words) {
  fill(f, {zone.x, std::round(y), zone.width, 1}, f.colours.line);
  text(f, zone.x + kPad, y + 20, Font::sans_bold, 13, f.colours.ink, words);
  return y + 35;
}

}  // namespace

float draw_notes_on(Frame& f, const Rect& zone, float y, const std::string& id) {
  y = heading(f, zone, y, "Notes");
  const float add = width_of(f, Font::sans, 13, "Add a note");
  if (link(f, "inspector.add-note", right_of(zone) - kPad - add, y - 15, Font::sans, 13, "Add a note")) run(f, "add-note");
  for (const Note& note : f.document().notes)
    if (note.target == id) y += paragraph(f, zone.x + kPad, y, zone.width - 2 * kPad, Font::sans, 13, 18, f.colours.ink, note.text, 6) + 6;
  return y + 4;
}

float draw_beneath(Frame& f, const Rect& zone, float y) {
  const std::vector<Target>& under = f.view.under;
  if (under.size() < 2 || std::find(under.begin(), under.end(), f.session.selected) == under.end()) return y;
  y = heading(f, zone, y, "Also on these words");
  for (const Target& mark : under) {
    const std::vector<Span> spans = spans_of(f.document(), mark);
    if (mark == f.session.selected || spans.empty()) continue;
    const std::string kind = std::holds_alternative<ClaimId>(mark) ? "Claim: " : "Quotation: ";
    const Rect r{zone.x + kPad - 6, y - 3, zone.width - 2 * kPad + 12, 26};
    const Touch touch = part(f, "beneath." + id_of(mark), r);
    if (touch.hovered) fill(f, r, f.colours.hover, 6);
    text(f, zone.x + kPad, y + 10, Font::sans, 13, f.colours.ink,
         cut(f, Font::sans, 13, kind + words_of(f.document(), spans), zone.width - 2 * kPad));
    if (touch.focused) focus_ring(f, r, 6);
    if (touch.pressed) f.send(session::Select{mark, {spans.front().begin, spans.front().begin}});
    y += 26;
  }
  return y + 8;
}

float draw_elsewhere(Frame& f, const Rect& zone, float y, const Quotation& q) {
  const Speaker* speaker = q.speaker ? find(f.document(), *q.speaker) : nullptr;
  if (!speaker || q.source.empty() || q.source_form == kPronounForm) return y;
  const std::string words = words_of(f.document(), q.source);
  // Only words of the same length are looked at: a long text has thousands of quotations.
  const auto same_words = [&](const Quotation& other) {
    return other.source.size() == q.source.size() && other.source.front().size() == q.source.front().size() &&
           words_of(f.document(), other.source) == words;
  };
  const auto others = std::count_if(f.document().quotations.begin(), f.document().quotations.end(), [&](const Quotation& other) {
    return other.speaker != q.speaker && !is_rejected(other.review) && same_words(other);
  });
  if (others == 0) return y;
  y = heading(f, zone, y, "The same words elsewhere");
  const std::string sentence = counted(static_cast<int>(others), "more quotation has", "more quotations have") + " “" + words + "” and another speaker.";
  y += paragraph(f, zone.x + kPad, y, zone.width - 2 * kPad, Font::sans, 13, 18, f.colours.ink, sentence, 3) + 6;
  const std::string label = cut(f, Font::sans, 13, "Give all to " + speaker->name, zone.width - 2 * kPad - 60);
  if (button(f, "inspector.name-everywhere", {zone.x + kPad, y, button_width(f, label, keys_for(f, "name-everywhere")), 32}, label,
             keys_for(f, "name-everywhere")))
    run(f, "name-everywhere");
  return y + 44;
}

}  // namespace ui
