// A comparison in the place of the lists: how far two people agree, and the differences to decide, one after the other.
#include <algorithm>
#include <cmath>

#include "ui/command_runs.h"
#include "ui/comparison.h"
#include "ui/inspector_parts.h"
#include "ui/views.h"

namespace ui {

using namespace document;

namespace {

constexpr float kHead = 48, kRow = 90, kNames = 62;

constexpr std::string_view kDefinitions =
    "Rejected marks do not count. Two marks that share words are a pair; each is in one pair at most. Agreement (F1) is twice the pairs by "
    "all marks of A and B. Krippendorff’s alpha compares where marks begin and end, Cohen’s kappa the types and the speakers of the pairs: 1 is full "
    "agreement, 0 what chance would give.";

// ".86", "1.00", "-.05": hundredths, rounded.
std::string hundredths(int thousandths) {
  const int n = (std::abs(thousandths) + 5) / 10;
  const std::string digits = std::to_string(100 + n % 100).substr(1);
  return (thousandths < 0 && n > 0 ? "-" : "") + (n >= 100 ? std::to_string(n / 100) : std::string()) + "." + digits;
}

void draw_name(Frame& f, float x, float middle, bool theirs, std::string_view name, std::size_t marks, float right) {
  letter_disc(f, x + 10, middle, theirs, 20);
  const std::string count = counted(static_cast<int>(marks), "mark", "marks");
  const float room = right - x - 30 - width_of(f, Font::sans, 13, count) - 8;
  const std::string shown = cut(f, Font::sans, 13, name, room);
  text(f, x + 28, middle, Font::sans, 13, f.colours.ink, shown);
  text(f, x + 28 + width_of(f, Font::sans, 13, shown) + 6, middle, Font::sans, 13, f.colours.muted, count);
}

struct Figure {
  std::string_view label;
  std::string quotations, claims;
};

std::vector<Figure> figures_of(const compare::Agreement& a) {
  const auto row = [&](std::string_view label, auto of) { return Figure{label, of(a.quotations), of(a.claims)}; };
  using compare::Marks;
  return {row("In both, same words", [](const Marks& m) { return std::to_string(m.same_words); }),
          row("In both, other words", [](const Marks& m) { return std::to_string(m.pairs.size() - m.same_words); }),
          row("Only in A · only in B", [](const Marks& m) { return std::to_string(m.only_a.size()) + " · " + std::to_string(m.only_b.size()); }),
          row("Agreement (F1)", [](const Marks& m) { return hundredths(m.overlap_f1()); }),
          row("Where they stand (alpha)", [](const Marks& m) { return hundredths(m.unit_alpha); }),
          row("Type (kappa)", [](const Marks& m) { return hundredths(m.type_kappa); }),
          row("Speaker (kappa)", [](const Marks& m) { return hundredths(m.speaker_kappa); })};
}

float draw_summary(Frame& f, const Rect& zone, float y, const Discrepancies& all) {
  const float left = zone.x + kPad, right = right_of(zone) - kPad, claims = right, quotations = right - 64;
  const auto number = [&](float to, float middle, Font face, std::string_view words) { text(f, to - width_of(f, face, 13, words), middle, face, 13, f.colours.ink, words); };
  const std::string mine = f.settings.person.empty() ? "The open file" : f.settings.person;
  draw_name(f, left, y + 22, false, mine, all.agreement.quotations.in_a() + all.agreement.claims.in_a(), right);
  draw_name(f, left, y + 48, true, f.session.other->name, all.agreement.quotations.in_b() + all.agreement.claims.in_b(), right);
  y += kNames + 16;
  text(f, quotations - width_of(f, Font::sans, 12, "Quotes"), y, Font::sans, 12, f.colours.muted, "Quotes");
  text(f, claims - width_of(f, Font::sans, 12, "Claims"), y, Font::sans, 12, f.colours.muted, "Claims");
  for (const Figure& one : figures_of(all.agreement)) {
    y += 22;
    text(f, left, y, Font::sans, 13, f.colours.muted, one.label);
    number(quotations, y, Font::sans_bold, one.quotations);
    number(claims, y, Font::sans_bold, one.claims);
  }
  y += 26;
  if (link(f, "comparison.definitions", left, y, Font::sans, 13, f.view.definitions_shown ? "Hide what these mean" : "What these mean"))
    f.view.definitions_shown = !f.view.definitions_shown;
  y += 18;
  if (f.view.definitions_shown) y += paragraph(f, left, y, right - left, Font::sans, 12, 16, f.colours.muted, kDefinitions, 12) + 8;
  separator(f, zone, y);
  return y + 1;
}

// The two or three ways to decide; true if one was taken.
void draw_choices(Frame& f, float x, float y, const Discrepancy& d, float height) {
  const auto choice = [&](std::string_view id, std::string_view label, std::string_view command) {
    const std::string_view keys = keys_for(f, command);
    const float width = button_width(f, label, keys);
    if (button(f, id, {x, y, width, height}, label, keys)) run(f, command);
    x += width + 8;
  };
  choice("comparison.keep", !d.mine ? "Leave out" : "Keep A", "keep-mine");
  choice("comparison.take", !d.theirs ? "Drop" : "Take B", "take-theirs");
  if (d.other_words) choice("comparison.both", "Both", "keep-both");
}

void draw_version(Frame& f, float x, float middle, float right, const Discrepancy& d, bool theirs) {
  letter_disc(f, x + 7, middle, theirs, 14);
  const std::string words = version_of(f.session, d, theirs);
  text(f, x + 20, middle, Font::sans, 13, words.empty() ? f.colours.muted : f.colours.ink,
       words.empty() ? "does not mark it" : cut(f, Font::sans, 13, words, right - x - 20));
}

void draw_difference(Frame& f, const Rect& r, std::size_t i, const Discrepancy& d, bool current) {
  const std::string number = std::to_string(i + 1);
  if (row(f, "difference." + number, r, {.selected = current})) run(f, "select-difference", number);
  const float left = r.x + kPad, right = right_of(r) - kPad;
  text(f, left, r.y + 20, Font::sans_bold, 13, f.colours.ink, cut(f, Font::sans_bold, 13, title_of(d), right - left));
  draw_version(f, left, r.y + 44, right, d, false);
  draw_version(f, left, r.y + 68, right, d, true);
  if (current) draw_choices(f, left, r.y + kRow - 4, d, press_height(f, 30));
}

}  // namespace

bool is_comparing(const Frame& f) { return f.session.other && !f.view.search.open && !f.view.share_shown; }

void letter_disc(Frame& f, float x, float y, bool theirs, float size) {
  const std::string_view letter = theirs ? "B" : "A";
  const float radius = size / 2, text_size = size < 18 ? 12.0f : 13.0f;
  if (theirs) f.canvas.AddCircle({x, y}, radius - 0.75f, ink(f.colours.ink), 0, 1.5f);
  else f.canvas.AddCircleFilled({x, y}, radius, ink(f.colours.ink));
  text(f, x - width_of(f, Font::sans_bold, text_size, letter) / 2, y, Font::sans_bold, text_size, theirs ? f.colours.ink : f.colours.paper, letter);
}

void draw_comparison(Frame& f, const Rect& zone) {
  const Discrepancies& all = f.view.discrepancies.of(f.session);
  const std::size_t n = all.open.size(), now = n ? std::min(f.view.difference, n - 1) : 0;
  f.view.places["comparison"] = zone;
  heading(f, zone.x + kPad, zone.y + kHead / 2, n ? counted(static_cast<int>(n), "difference", "differences") : std::string("No differences left"));
  const float close = button_width(f, "Close", keys_for(f, "back")), high = press_height(f, 32);
  if (button(f, "comparison.close", {right_of(zone) - 8 - close, zone.y + (kHead - high) / 2, close, high}, "Close", keys_for(f, "back"), {.look = Look::quiet}))
    run(f, "close-comparison");
  separator(f, zone, zone.y + kHead - 1);
  const Rect foot{zone.x, bottom_of(zone) - foot_height(f), zone.width, foot_height(f)};
  const Rect body{zone.x, zone.y + kHead, zone.width, foot.y - zone.y - kHead};
  {
    Clip clip(f, body);
    const float top = body.y - f.view.list_scroll;
    float y = draw_summary(f, body, top, all);
    const float more = press_height(f, 30) + 12;
    // The one that was stepped to is brought into view whole.
    if (std::exchange(f.view.difference_moved, false) && n) {
      const float begin = y - top + static_cast<float>(now) * kRow;
      f.view.list_scroll = std::clamp(f.view.list_scroll, std::max(0.0f, begin + kRow + more - body.height), begin);
      f.changed = true;
    }
    for (std::size_t i = 0; i < n; ++i) {
      const bool current = i == now && f.view.difference_shown;
      const float height = kRow + (current ? more : 0);
      if (y + height > body.y && y < bottom_of(body)) draw_difference(f, {body.x, std::round(y), body.width, height}, i, all.open[i], current);
      y += height;
    }
    scroll(f, "comparison", body, y - top, f.view.list_scroll);
  }
  separator(f, zone, foot.y);
  const std::string_view keys = keys_for(f, "save-file");
  if (button(f, "comparison.save", {foot.x + kPad, foot.y + 13, button_width(f, "Save the file", keys), press_height(f, 32)}, "Save the file", keys)) run(f, "save-file");
  const std::string decided = std::to_string(all.decided) + " decided";
  text(f, right_of(foot) - kPad - width_of(f, Font::sans, 13, decided), foot.y + foot.height / 2, Font::sans, 13, f.colours.muted, decided);
}

// Narrow windows: the difference that is shown in the text, and what to do with it, over the tabs.
float comparison_bar_height(const Frame&) { return 152; }

void draw_comparison_bar(Frame& f, const Rect& r) {
  const Discrepancies& all = f.view.discrepancies.of(f.session);
  Clip clip(f, r);
  fill(f, r, f.colours.panel);
  fill(f, {r.x, r.y, r.width, 2}, f.colours.ink);
  f.view.places["comparison-bar"] = r;
  const float left = r.x + kPad, right = right_of(r) - kPad;
  if (all.open.empty()) {
    text(f, left, r.y + 26, Font::sans_bold, 14, f.colours.ink, "No differences left");
    if (button(f, "comparison.close", {left, r.y + 96, button_width(f, "Close"), 44}, "Close")) run(f, "close-comparison");
    return;
  }
  const std::size_t now = std::min(f.view.difference, all.open.size() - 1);
  const Discrepancy& d = all.open[now];
  const std::string place = std::to_string(now + 1) + " of " + std::to_string(all.open.size());
  text(f, right - width_of(f, Font::sans, 13, place), r.y + 20, Font::sans, 13, f.colours.muted, place);
  text(f, left, r.y + 20, Font::sans_bold, 14, f.colours.ink, cut(f, Font::sans_bold, 14, title_of(d), right - left - 70));
  draw_version(f, left, r.y + 46, right, d, false);
  draw_version(f, left, r.y + 70, right, d, true);
  draw_choices(f, left, r.y + 94, d, 44);
  if (icon_button(f, "comparison.next", {right - 44, r.y + 94, 44, 44}, Icon::down, "Next difference")) run(f, "next-difference");
}

}  // namespace ui
