// Icons are strokes of 1.5 on a grid of 16, with round ends; and the small signs of speakers, claims and reviews.
#include <cmath>
#include <string>

#include "ui/parts.h"

namespace ui {
namespace {

constexpr float kPi = 3.14159265f;

// Draws on the grid: (0, 0) is the top left of the icon.
class Pen {
 public:
  Pen(Frame& f, float x, float y, float size, ImU32 colour)
      : canvas_(f.canvas), x_(x - size / 2), y_(y - size / 2), unit_(size / 16), colour_(colour) {}

  void stroke(std::initializer_list<ImVec2> points, float thickness = 1.5f) {
    std::vector<ImVec2> path;
    for (const ImVec2 p : points) path.push_back(place(p));
    canvas_.AddPolyline(path.data(), static_cast<int>(path.size()), colour_, 0, thickness * unit_);
    for (const ImVec2 end : {path.front(), path.back()}) canvas_.AddCircleFilled(end, thickness * unit_ / 2, colour_, 8);
  }
  void arc(ImVec2 centre, float radius, float from, float to, float thickness = 1.5f) {
    canvas_.PathArcTo(place(centre), radius * unit_, from * kPi / 180, to * kPi / 180, 16);
    canvas_.PathStroke(colour_, 0, thickness * unit_);
  }
  void ring(ImVec2 centre, float radius, float thickness = 1.5f) {
    canvas_.AddCircle(place(centre), radius * unit_, colour_, 24, thickness * unit_);
  }
  void dot(ImVec2 centre, float radius) { canvas_.AddCircleFilled(place(centre), radius * unit_, colour_, 12); }
  void half_disc(ImVec2 centre, float radius, float from) {
    canvas_.PathArcTo(place(centre), radius * unit_, from * kPi / 180, (from + 180) * kPi / 180, 16);
    canvas_.PathFillConvex(colour_);
  }

 private:
  ImVec2 place(ImVec2 p) const { return {x_ + p.x * unit_, y_ + p.y * unit_}; }

  ImDrawList& canvas_;
  float x_, y_, unit_;
  ImU32 colour_;
};

}  // namespace

void icon(Frame& f, Icon which, float x, float y, Colour colour, float size, float alpha) {
  Pen pen(f, x, y, size, ink(colour, alpha));
  switch (which) {
    case Icon::undo:
      pen.stroke({{5.5f, 2.5f}, {2.5f, 5.5f}, {5.5f, 8.5f}});
      pen.stroke({{2.5f, 5.5f}, {9.5f, 5.5f}});
      pen.arc({9.5f, 9.25f}, 3.75f, -90, 90);
      pen.stroke({{9.5f, 13}, {6.5f, 13}});
      break;
    case Icon::redo:
      pen.stroke({{10.5f, 2.5f}, {13.5f, 5.5f}, {10.5f, 8.5f}});
      pen.stroke({{13.5f, 5.5f}, {6.5f, 5.5f}});
      pen.arc({6.5f, 9.25f}, 3.75f, 90, 270);
      pen.stroke({{6.5f, 13}, {9.5f, 13}});
      break;
    case Icon::search:
      pen.ring({7, 7}, 4.75f);
      pen.stroke({{10.5f, 10.5f}, {14, 14}});
      break;
    case Icon::down:
      pen.stroke({{4, 6}, {8, 10}, {12, 6}});
      break;
    case Icon::up:
      pen.stroke({{4, 10}, {8, 6}, {12, 10}});
      break;
    case Icon::left:
      pen.stroke({{10, 4}, {6, 8}, {10, 12}});
      break;
    case Icon::right:
      pen.stroke({{2.5f, 8}, {13, 8}});
      pen.stroke({{9, 4}, {13, 8}, {9, 12}});
      break;
    case Icon::arrow_left:
      pen.stroke({{13.5f, 8}, {3, 8}});
      pen.stroke({{7, 4}, {3, 8}, {7, 12}});
      break;
    case Icon::arrow_up:
      pen.stroke({{8, 13.5f}, {8, 3}});
      pen.stroke({{4, 7}, {8, 3}, {12, 7}});
      break;
    case Icon::arrow_down:
      pen.stroke({{8, 2.5f}, {8, 13}});
      pen.stroke({{4, 9}, {8, 13}, {12, 9}});
      break;
    case Icon::close:
      pen.stroke({{4, 4}, {12, 12}});
      pen.stroke({{12, 4}, {4, 12}});
      break;
    case Icon::tick:
      pen.stroke({{2.5f, 8.5f}, {6, 12}, {13.5f, 4}});
      break;
    case Icon::plus:
      pen.stroke({{8, 3}, {8, 13}});
      pen.stroke({{3, 8}, {13, 8}});
      break;
    case Icon::more:
      for (const float dx : {3.0f, 8.0f, 13.0f}) pen.dot({dx, 8}, 1.4f);
      break;
    case Icon::warning:
      pen.stroke({{8, 2}, {14.5f, 13.5f}, {1.5f, 13.5f}, {8, 2}});
      pen.stroke({{8, 6.5f}, {8, 9.5f}});
      pen.dot({8, 11.6f}, 0.9f);
      break;
    case Icon::info:
      pen.ring({8, 8}, 6.25f);
      pen.stroke({{8, 7.5f}, {8, 11}});
      pen.dot({8, 5}, 0.95f);
      break;
    case Icon::contrast:
      pen.ring({8, 8}, 5.75f);
      pen.half_disc({8, 8}, 5.75f, 90);
      break;
    case Icon::help:
      pen.ring({8, 8}, 6.25f);
      pen.arc({8, 6.5f}, 1.9f, 180, 360 + 60);
      pen.stroke({{8.9f, 8.1f}, {8, 9.2f}});
      pen.dot({8, 11.3f}, 0.9f);
      break;
    case Icon::pencil:
      pen.stroke({{3, 13}, {3.6f, 10}, {10.8f, 2.8f}, {13.2f, 5.2f}, {6, 12.4f}, {3, 13}});
      pen.stroke({{9.2f, 4.4f}, {11.6f, 6.8f}}, 1.2f);
      break;
    case Icon::eye:
      pen.arc({8, 13}, 8.2f, 219, 321);
      pen.arc({8, 3}, 8.2f, 39, 141);
      pen.ring({8, 8}, 2);
      break;
    case Icon::grip:
      for (const float gx : {6.0f, 10.0f})
        for (const float gy : {3.5f, 8.0f, 12.5f}) pen.dot({gx, gy}, 1.0f);
      break;
  }
}

ChipState chip_state(const document::Quotation& q) {
  if (q.review.state == document::kAccepted || q.review.state == document::kEdited) return ChipState::accepted;
  return is_doubtful(q) ? ChipState::doubtful : ChipState::suggested;
}

void chip(Frame& f, float x, float y, float size, int number, ChipState state, float alpha) {
  const SpeakerColours& c = speaker_colours(f.colours, number);
  const Rect r{x, y, size, size};
  const float radius = 4;
  Colour digit = c.strong;
  if (state == ChipState::accepted) {
    fill(f, r, c.strong, radius, alpha);
    digit = c.on_strong;
  } else if (state == ChipState::suggested) {
    border(f, r, c.strong, radius, 1.5f, alpha);
  } else {
    dashed_border(f, r, c.strong, radius, 1.5f, 3, 2, alpha);
  }
  const std::string words = std::to_string(number);
  const float letters = size >= 28 ? 13.0f : 12.0f;
  text(f, x + (size - width_of(f, Font::sans_bold, letters, words)) / 2, y + size / 2, Font::sans_bold, letters, digit, words, alpha);
}

void disc(Frame& f, float x, float y, Worth worth, float diameter, float alpha) {
  const ImU32 colour = ink(f.colours.ink, alpha);
  const float radius = diameter / 2;
  if (worth == Worth::high) return f.canvas.AddCircleFilled({x, y}, radius, colour, 24);
  f.canvas.AddCircle({x, y}, radius - 0.75f, colour, 24, 1.5f);
  if (worth == Worth::low) return;
  f.canvas.PathArcTo({x, y}, radius - 0.75f, kPi / 2, kPi * 3 / 2, 12);
  f.canvas.PathFillConvex(colour);
}

void state_mark(Frame& f, float x, float y, const document::Review& review, Sureness sureness) {
  if (review.state == document::kAccepted || review.state == document::kEdited) return icon(f, Icon::tick, x, y, f.colours.ink, 14);
  if (review.state == document::kRejected) return icon(f, Icon::close, x, y, f.colours.muted, 14);
  if (sureness != Sureness::doubtful) return f.canvas.AddCircle({x, y}, 5.75f, ink(f.colours.line_strong), 24, 1.5f);
  for (int i = 0; i < 12; ++i) {
    const float angle = static_cast<float>(i) * kPi / 6;
    f.canvas.AddCircleFilled({x + 5 * std::cos(angle), y + 5 * std::sin(angle)}, 0.9f, ink(f.colours.ink), 6);
  }
}

void sureness_bars(Frame& f, float x, float y, Sureness sureness) {
  const int full = sureness == Sureness::sure ? 3 : sureness == Sureness::likely ? 2 : 1;
  for (int i = 0; i < 3; ++i) {
    const Rect r{x + static_cast<float>(i) * 17, y - 4, 14, 8};
    if (i < full) fill(f, r, f.colours.ink, 2);
    else border(f, r, f.colours.line_strong, 2);
  }
}

}  // namespace ui
