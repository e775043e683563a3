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

float section(Frame& f, const Rect& zone, float y, std::string_view words) {
  separator(f, zone, y);
  heading(f, zone.x + kPad, y + 20, words);
  return y + 35;
}

}  // namespace

void heading(Frame& f, float x, float middle, std::string_view words) { text(f, x, middle, Font::sans_bold, 13, f.colours.ink, words); }
void label(Frame& f, const Rect& zone, float middle, std::string_view words) {
  text(f, zone.x + kPad, middle, Font::sans, 13, f.colours.muted, words);
}
void separator(Frame& f, const Rect& zone, float y) { fill(f, {zone.x, std::round(y), zone.width, 1}, f.colours.line); }

// “All quotations”, what was decided, and the place of this mark among the others.
void draw_back(Frame& f, const Rect& zone, Tab tab, std::string_view words, const document::Review& review, std::size_t at, std::size_t of) {
  const float middle = zone.y + 28;
  const float high = press_height(f, 28);
  const Rect r{zone.x + kPad - 8, middle - high / 2, width_of(f, Font::sans, 13, words) + 38, high};
  const Touch touch = part(f, "button.all", r);
  if (touch.hovered) fill(f, r, f.colours.hover, 6);
  icon(f, Icon::left, zone.x + kPad + 8, middle, f.colours.ink);
  text(f, zone.x + kPad + 23, middle, Font::sans, 13, f.colours.ink, words);
  if (touch.focused) focus_ring(f, r, 6);
  const std::string_view decided = review.state == document::kAccepted ? "Accepted · " : review.state == document::kRejected ? "Rejected · " : "";
  const std::string place = std::string(decided) + std::to_string(at) + " of " + std::to_string(of);
  text(f, right_of(zone) - kPad - width_of(f, Font::sans, 13, place), middle, Font::sans, 13, f.colours.muted, place);
  if (!touch.pressed) return;
  f.view.list_shown = true;
  f.view.tab = tab;
}

void draw_picker(Frame& f, std::string_view id, const Rect& r, int number, ChipState state, std::string_view words, Overlay overlay,
                 bool bold) {
  const Touch touch = part(f, id, r);
  fill(f, r, touch.hovered ? f.colours.hover : f.colours.raised, 6);
  border(f, r, f.colours.line_strong, 6, f.theme == Theme::contrast ? 2.0f : 1.0f);
  float x = r.x + 12;
  if (number >= 0) {
    chip(f, r.x + 7, r.y + (r.height - 20) / 2, 20, number, state);
    x = r.x + 35;
  }
  const Font face = bold ? Font::sans_bold : Font::sans;
  text(f, x, r.y + r.height / 2, face, 13, f.colours.ink, cut(f, face, 13, words, right_of(r) - 36 - x));
  icon(f, Icon::down, right_of(r) - 19, r.y + r.height / 2, f.colours.ink);
  if (touch.focused) focus_ring(f, r, 6);
  if (!touch.pressed) return;
  f.view.overlay = f.view.overlay == overlay ? Overlay::none : overlay;
  f.view.choice = 0;
}

float draw_reasons(Frame& f, const Rect& zone, float y, const std::vector<Reason>& reasons) {
  for (const Reason& reason : reasons) {
    if (!reason.sentence.empty())
      y += paragraph(f, zone.x + kPad, y, zone.width - 2 * kPad, Font::sans, 13, 18, f.colours.ink, reason.sentence, 3);
    if (!reason.rule.empty())
      y += paragraph(f, zone.x + kPad, y, zone.width - 2 * kPad, Font::sans, 12, 16, f.colours.muted, reason.rule, 2);
    y += 8;
  }
  return y;
}

void draw_why_head(Frame& f, const Rect& zone, float middle, const Origin& origin, const Review& review) {
  heading(f, zone.x + kPad, middle, "Why");
  const Sureness sureness = sureness_of(origin, review);
  const float bars = right_of(zone) - kPad - 48;
  const std::string_view word = word_of(sureness);
  const float x = bars - 8 - width_of(f, Font::sans, 13, word);
  text(f, x, middle, Font::sans, 13, f.colours.ink, word);
  sureness_bars(f, bars, middle, sureness);
  const Rect r{x, middle - 10, right_of(zone) - kPad - x, 20};
  part(f, "sureness", r);
  if (origin.confidence) tooltip(f, "sureness", r, "Confidence " + std::to_string(*origin.confidence / 10) + " of 100");
}

float foot_height(const Frame& f) { return press_height(f, 32) + 26; }

// The two decisions weigh the same: the page does not lean.
void draw_decision(Frame& f, const Rect& zone) {
  const Rect foot{zone.x, bottom_of(zone) - foot_height(f), zone.width, foot_height(f)};
  fill(f, foot, f.colours.panel);
  separator(f, zone, foot.y);
  const std::string_view accept_key = keys_for(f, "accept"), edit_key = keys_for(f, "edit"), reject_key = keys_for(f, "reject");
  const float y = foot.y + 13, height = press_height(f, 32);
  const float edit = button_width(f, "Edit", edit_key) - 3, each = (foot.width - 2 * kPad - edit - 16) / 2;
  if (button(f, "button.accept", {foot.x + kPad, y, each, height}, "Accept", accept_key, {.strong_border = true})) run(f, "accept");
  if (button(f, "button.reject", {foot.x + kPad + each + 8, y, each, height}, "Reject", reject_key, {.strong_border = true})) run(f, "reject");
  if (button(f, "button.edit", {right_of(foot) - kPad - edit, y, edit, height}, "Edit", edit_key)) run(f, "edit");
}

void draw_words(Frame& f, const Rect& zone, float& y, float indent, std::string_view name, const std::vector<Span>& spans,
                std::size_t most) {
  label(f, zone, y + 10, name);
  const std::vector<std::string> lines = broken(f, Font::serif, 14, words_of(f.document(), spans), zone.width - 2 * kPad - indent, most);
  for (const std::string& one : lines) {
    text(f, zone.x + kPad + indent, y + 10, Font::serif, 14, f.colours.ink, one);
    y += 20;
  }
}

float draw_notes_on(Frame& f, const Rect& zone, float y, const std::string& id) {
  y = section(f, zone, y, "Notes");
  const float add = width_of(f, Font::sans, 13, "Add a note");
  if (link(f, "inspector.add-note", right_of(zone) - kPad - add, y - 15, Font::sans, 13, "Add a note")) run(f, "add-note");
  for (const Note& note : f.document().notes)
    if (note.target == id) y += paragraph(f, zone.x + kPad, y, zone.width - 2 * kPad, Font::sans, 13, 18, f.colours.ink, note.text, 6) + 6;
  return y + 4;
}

float draw_beneath(Frame& f, const Rect& zone, float y) {
  const std::vector<Target>& under = f.view.under;
  if (under.size() < 2 || std::find(under.begin(), under.end(), f.session.selected) == under.end()) return y;
  y = section(f, zone, y, "Also on these words");
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
  y = section(f, zone, y, "The same words elsewhere");
  const std::string sentence = counted(static_cast<int>(others), "more quotation has", "more quotations have") + " “" + words + "” and another speaker.";
  y += paragraph(f, zone.x + kPad, y, zone.width - 2 * kPad, Font::sans, 13, 18, f.colours.ink, sentence, 3) + 6;
  const std::string label = cut(f, Font::sans, 13, "Give all to " + speaker->name, zone.width - 2 * kPad - 60);
  if (button(f, "inspector.name-everywhere", {zone.x + kPad, y, button_width(f, label, keys_for(f, "name-everywhere")), 32}, label,
             keys_for(f, "name-everywhere")))
    run(f, "name-everywhere");
  return y + 44;
}

}  // namespace ui
