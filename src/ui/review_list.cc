// The review: the doubtful quotations first, each with its reason; then those that are likely or sure and that nobody
// has looked at; then what is decided. Only a person's word makes a mark reviewed.
#include <algorithm>
#include <cmath>

#include "ui/list_parts.h"
#include "ui/views.h"
#include "ui/words.h"

namespace ui {

using namespace document;
using session::Target;

namespace {

constexpr float kPad = 16, kFoot = 43, kHead = 59, kDoubtful = 113, kHeading = 37, kRow = 54;

void draw_foot(Frame& f, const Rect& r) {
  fill(f, {r.x, r.y, r.width, 1}, f.colours.line);
  const float middle = r.y + 22;
  const std::string_view undo = keys_for(f, "undo");
  key_caps(f, r.x + kPad, middle, undo, f.colours.line_strong);
  text(f, r.x + kPad + key_caps_width(f, undo) + 8, middle, Font::sans, 13, f.colours.muted, "undo");
  const float leave = width_of(f, Font::sans, 13, "leave review");
  text(f, right_of(r) - kPad - leave, middle, Font::sans, 13, f.colours.muted, "leave review");
  key_caps(f, right_of(r) - kPad - leave - 8 - key_caps_width(f, "Esc"), middle, "Esc", f.colours.line_strong);
}

// One bar for each quotation while they are few, one bar for all when they are many.
void draw_done(Frame& f, const Rect& r, int done, int all) {
  constexpr int kMost = 30;
  if (all <= 0) return;
  if (all > kMost) {
    fill(f, r, f.colours.sunken, 2);
    return fill(f, {r.x, r.y, std::round(r.width * static_cast<float>(done) / static_cast<float>(all)), r.height}, f.colours.ink, 2);
  }
  const float each = (r.width + 3) / static_cast<float>(all);
  int i = 0;
  for (const Quotation& q : f.document().quotations) {
    const float x0 = std::round(r.x + each * static_cast<float>(i)), x1 = std::round(r.x + each * static_cast<float>(i + 1)) - 3;
    const Rect one{x0, r.y, x1 - x0, r.height};
    const bool asked = f.session.selected == Target(q.id);
    if (q.review.state != kSuggested) fill(f, one, f.colours.ink, 2);
    else if (is_doubtful(q)) dashed_border(f, one, f.colours.ink, 2, asked ? 2.0f : 1.0f, 3, 2);
    else border(f, one, asked ? f.colours.ink : f.colours.line_strong, 2, asked ? 2.0f : 1.0f);
    ++i;
  }
}

// How many suggested marks, claims among them, are at least this sure.
int as_sure_as(const Document& d, int confidence) {
  const auto count = [&](const auto& list) {
    return std::count_if(list.begin(), list.end(), [&](const auto& mark) {
      return mark.review.state == kSuggested && mark.origin.confidence && *mark.origin.confidence >= confidence;
    });
  };
  return static_cast<int>(count(d.quotations) + count(d.claims));
}

// Many marks by one press; the buttons say how many. Gives the height.
float draw_bulk(Frame& f, const Rect& r) {
  const int sure = as_sure_as(f.document(), kSureFrom), likely = as_sure_as(f.document(), kLikelyFrom);
  const float high = f.narrow() ? 44.0f : 32.0f, width = r.width - 2 * kPad;
  float y = r.y + 10;
  if (sure > 0) {
    if (button(f, "review.accept-sure", {r.x + kPad, y, width, high}, "Accept " + counted(sure, "sure mark", "sure marks"), keys_for(f, "accept-sure")))
      run(f, "accept-sure");
    y += high + 8;
  }
  if (likely > sure) {
    const std::string words = "Accept " + counted(likely, "likely mark", sure > 0 ? "sure and likely marks" : "likely marks");
    if (button(f, "review.accept-likely", {r.x + kPad, y, width, high}, words)) run(f, "accept-sure", "likely");
    y += high + 8;
  }
  return y == r.y + 10 ? 0 : y + 2 - r.y;
}

}  // namespace

void draw_review(Frame& f, Rect zone) {
  if (!f.narrow()) {
    draw_foot(f, {zone.x, bottom_of(zone) - kFoot, zone.width, kFoot});
    zone.height -= kFoot;
  }
  std::vector<const Quotation*> doubtful, unseen, decided;
  for (const Quotation& q : f.document().quotations) {
    if (q.review.state != kSuggested) decided.push_back(&q);
    else (is_doubtful(q) ? doubtful : unseen).push_back(&q);
  }
  const int open = static_cast<int>(doubtful.size() + unseen.size()), done = static_cast<int>(decided.size()), all = open + done;
  text(f, zone.x + kPad, zone.y + 21, Font::sans_bold, 13, f.colours.ink, std::to_string(done) + " of " + std::to_string(all) + " reviewed");
  const std::string left = doubtful.empty() ? "none doubtful" : std::to_string(doubtful.size()) + " doubtful";
  text(f, right_of(zone) - kPad - width_of(f, Font::sans, 13, left), zone.y + 21, Font::sans, 13, f.colours.muted, left);
  draw_done(f, {zone.x + kPad, zone.y + 38, zone.width - 2 * kPad, 8}, done, all);
  fill(f, {zone.x, zone.y + kHead - 1, zone.width, 1}, f.colours.line);
  const Rect list{zone.x, zone.y + kHead, zone.width, zone.height - kHead};
  if (f.document().quotations.empty())
    return draw_nothing(f, list, "Nothing to review", "No quotation was found. Select the words that somebody says, then press Q.");
  Clip clip(f, list);
  float y = list.y - f.view.list_scroll;
  const float start = y;
  const auto seen = [&](float height) { return y + height > list.y && y < bottom_of(list); };
  const auto heading = [&](std::string_view words) {
    text(f, list.x + kPad, y + 19, Font::sans, 13, f.colours.muted, words);
    fill(f, {list.x, y + kHeading - 1, list.width, 1}, f.colours.line);
    y += kHeading;
  };
  const auto rows = [&](const std::vector<const Quotation*>& quotations) {
    for (const Quotation* q : quotations) {
      if (seen(kRow)) draw_quotation_row(f, {list.x, y, list.width, kRow}, *q, 1, f.session.selected == Target(q->id));
      y += kRow;
    }
  };
  if (open == 0) {
    draw_nothing(f, {list.x, y - 40, list.width, 180}, "All reviewed", "Every quotation has your word.", "Save the annotation file", "save-file");
    y += 170;
  }
  for (const Quotation* q : doubtful) {
    if (seen(kDoubtful)) {
      const Rect r{list.x, y, list.width, kDoubtful};
      draw_quotation_row(f, r, *q, 2, f.session.selected == Target(q->id));
      const std::vector<Reason> reasons = why(f.document(), *q);
      paragraph(f, r.x + 46, r.y + 70, r.width - 86, Font::sans, 12, 16, f.colours.muted,
                reasons.empty() ? std::string() : reasons.front().sentence, 2);
    }
    y += kDoubtful;
  }
  if (!unseen.empty()) {
    heading("Likely and sure, not yet reviewed");
    y += draw_bulk(f, {list.x, y, list.width, 0});
    fill(f, {list.x, y - 1, list.width, 1}, f.colours.line);
    rows(unseen);
  }
  if (!decided.empty()) {
    heading("Decided");
    rows(decided);
  }
  scroll(f, "list", list, y - start, f.view.list_scroll);
}

}  // namespace ui
