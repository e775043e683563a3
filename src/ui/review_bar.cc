// The question about the mark under review, at the foot of the article, always in the same place.
#include <cmath>

#include "ui/views.h"
#include "ui/words.h"

namespace ui {

using namespace document;

namespace {

const Quotation* asked_about(const Frame& f) {
  const auto* id = std::get_if<QuotationId>(&f.session.selected);
  return id ? find(f.document(), *id) : nullptr;
}

std::string in_short(const Frame& f, const Quotation& q) {
  std::string out = q.source.empty() ? std::string() : "“" + words_of(f.document(), q.source) + "”";
  if (!q.cue.empty()) out += (out.empty() ? "" : " · ") + words_of(f.document(), q.cue);
  return out;
}

void draw_narrow(Frame& f, const Rect& r, const Quotation& q) {
  const float left = r.x + 16, right = right_of(r) - 16, half = (right - left - 8) / 2;
  const int open = f.figures.unreviewed, all = static_cast<int>(f.document().quotations.size());
  text(f, left, r.y + 24, Font::sans, 13, f.colours.muted,
       std::to_string(all - open) + " of " + std::to_string(all) + " reviewed");
  const Sureness sureness = sureness_of(q.origin, q.review);
  sureness_bars(f, right - 48, r.y + 24, sureness);
  const std::string_view word = word_of(sureness);
  text(f, right - 56 - width_of(f, Font::sans, 13, word), r.y + 24, Font::sans, 13, f.colours.muted, word);
  chip(f, left, r.y + 41, 20, number_of(f.figures, q.speaker), chip_state(q));
  text(f, left + 30, r.y + 51, Font::sans_bold, 14, f.colours.ink,
       cut(f, Font::sans_bold, 14, question_about(f.document(), q), right - left - 30));
  const std::vector<Reason> reasons = why(f.document(), q);
  if (!reasons.empty())
    text(f, left, r.y + 75, Font::sans, 13, f.colours.muted, cut(f, Font::sans, 13, reasons.front().sentence, right - left));
  if (button(f, "button.accept", {left, r.y + 98, half, 48}, "Accept", {}, {.strong_border = true, .size = 14})) run(f, "accept");
  if (button(f, "button.reject", {right - half, r.y + 98, half, 48}, "Reject", {}, {.strong_border = true, .size = 14})) run(f, "reject");
  if (button(f, "button.edit", {left, r.y + 154, half, 44}, "Edit")) run(f, "edit");
  if (button(f, "button.skip", {right - half, r.y + 154, half, 44}, "Skip")) run(f, "skip");
}

}  // namespace

float review_bar_height(const Frame& f) {
  if (!asked_about(f)) return 0;
  return f.narrow() ? 215.0f : 104.0f;
}

void draw_review_bar(Frame& f, const Rect& r) {
  const Quotation* q = asked_about(f);
  if (!q) return;
  Clip clip(f, r);
  fill(f, r, f.colours.panel);
  fill(f, {r.x, r.y, r.width, 2}, f.colours.ink);
  f.view.places["review-bar"] = r;
  if (f.narrow()) return draw_narrow(f, r, *q);
  const float left = r.x + 20, right = right_of(r) - 20, middle = r.y + 26;
  chip(f, left, middle - 10, 20, number_of(f.figures, q->speaker), chip_state(*q));
  const Sureness sureness = sureness_of(q->origin, q->review);
  sureness_bars(f, right - 48, middle, sureness);
  const std::string_view word = word_of(sureness);
  const float word_x = right - 66 - width_of(f, Font::sans, 13, word);
  text(f, word_x, middle, Font::sans, 13, f.colours.muted, word);
  const std::string question = cut(f, Font::sans_bold, 13, question_about(f.document(), *q), word_x - left - 46);
  text(f, left + 30, middle, Font::sans_bold, 13, f.colours.ink, question);
  const float after = left + 30 + width_of(f, Font::sans_bold, 13, question) + 8;
  text(f, after, middle, Font::sans, 13, f.colours.muted, cut(f, Font::sans, 13, in_short(f, *q), word_x - after - 16));
  float x = left;
  const auto press = [&](std::string_view id, std::string_view label, std::string_view command, float extra, const ButtonStyle& style) {
    const std::string_view keys = keys_for(f, command);
    const float width = button_width(f, label, keys) + extra;
    if (button(f, id, {x, r.y + 48, width, 40}, label, keys, style)) run(f, command);
    x += width + 8;
  };
  // The two decisions weigh the same.
  press("button.accept", "Accept", "accept", 24, {.strong_border = true});
  press("button.reject", "Reject", "reject", 24, {.strong_border = true});
  press("button.edit", "Edit", "edit", 5, {});
  press("button.other-speaker", "Other speaker", "assign-speaker", 2, {});
  press("button.skip", "Skip", "skip", 0, {.look = Look::quiet});
}

}  // namespace ui
