#include <algorithm>
#include <cmath>

#include "ui/parts.h"

namespace ui {
namespace {

ImVec2 at(float x, float y) { return {x, y}; }
ImVec2 top_left(const Rect& r) { return {r.x, r.y}; }
ImVec2 bottom_right(const Rect& r) { return {right_of(r), bottom_of(r)}; }

// The outline of a rounded rectangle as points, one px apart at the corners.
std::vector<ImVec2> outline(const Rect& r, float radius) {
  std::vector<ImVec2> points;
  const auto corner = [&](float cx, float cy, float from) {
    constexpr int kSteps = 4;
    for (int i = 0; i <= kSteps; ++i) {
      const float angle = (from + 90.0f * static_cast<float>(i) / kSteps) * 3.14159265f / 180;
      points.push_back({cx + radius * std::cos(angle), cy + radius * std::sin(angle)});
    }
  };
  corner(right_of(r) - radius, r.y + radius, 270);
  corner(right_of(r) - radius, bottom_of(r) - radius, 0);
  corner(r.x + radius, bottom_of(r) - radius, 90);
  corner(r.x + radius, r.y + radius, 180);
  points.push_back(points.front());
  return points;
}

}  // namespace

Rect overlap(const Rect& a, const Rect& b) {
  const float x = std::max(a.x, b.x), y = std::max(a.y, b.y);
  return {x, y, std::max(0.0f, std::min(right_of(a), right_of(b)) - x), std::max(0.0f, std::min(bottom_of(a), bottom_of(b)) - y)};
}

Clip::Clip(Frame& frame, const Rect& r) : frame_(frame), before_(frame.clip) {
  frame.clip = overlap(frame.clip, r);
  frame.canvas.PushClipRect(top_left(r), bottom_right(r), true);
}
Clip::~Clip() {
  frame_.canvas.PopClipRect();
  frame_.clip = before_;
}

void fill(Frame& f, const Rect& r, Colour colour, float radius, float alpha) {
  f.canvas.AddRectFilled(top_left(r), bottom_right(r), ink(colour, alpha), radius);
}

void border(Frame& f, const Rect& r, Colour colour, float radius, float thickness, float alpha) {
  // AddRect moves its corners inwards by half a px.
  const Rect middle = inset(r, thickness / 2 - 0.5f);
  f.canvas.AddRect(top_left(middle), bottom_right(middle), ink(colour, alpha), std::max(0.0f, radius - thickness / 2), 0, thickness);
}

void line(Frame& f, float x0, float y0, float x1, float y1, Colour colour, float thickness, float alpha) {
  // Level and upright lines are rectangles, so that they are crisp.
  if (y0 == y1) return f.canvas.AddRectFilled(at(x0, y0 - thickness / 2), at(x1, y0 + thickness / 2), ink(colour, alpha));
  if (x0 == x1) return f.canvas.AddRectFilled(at(x0 - thickness / 2, y0), at(x0 + thickness / 2, y1), ink(colour, alpha));
  // AddLine moves both ends by half a px.
  f.canvas.AddLine(at(x0 - 0.5f, y0 - 0.5f), at(x1 - 0.5f, y1 - 0.5f), ink(colour, alpha), thickness);
}

void dashes(Frame& f, float x0, float y0, float x1, float y1, Colour colour, float thickness, float dash, float gap, float alpha) {
  const float length = std::hypot(x1 - x0, y1 - y0);
  if (length <= 0) return;
  const float dx = (x1 - x0) / length, dy = (y1 - y0) / length;
  for (float s = 0; s < length; s += dash + gap) {
    const float e = std::min(s + dash, length);
    line(f, x0 + dx * s, y0 + dy * s, x0 + dx * e, y0 + dy * e, colour, thickness, alpha);
  }
}

void dots(Frame& f, float x0, float y0, float x1, float y1, Colour colour, float radius, float pitch, float alpha) {
  const float length = std::hypot(x1 - x0, y1 - y0);
  if (length <= 0) return;
  const float dx = (x1 - x0) / length, dy = (y1 - y0) / length;
  for (float s = radius; s <= length; s += pitch) f.canvas.AddCircleFilled(at(x0 + dx * s, y0 + dy * s), radius, ink(colour, alpha), 8);
}

void dashed_border(Frame& f, const Rect& r, Colour colour, float radius, float thickness, float dash, float gap, float alpha) {
  const std::vector<ImVec2> points = outline(inset(r, thickness / 2), std::max(0.0f, radius - thickness / 2));
  // One walk around, so that the dashes keep their pitch at the corners.
  float left = dash;
  bool drawing = true;
  for (std::size_t i = 0; i + 1 < points.size(); ++i) {
    ImVec2 a = points[i];
    const ImVec2 b = points[i + 1];
    float length = std::hypot(b.x - a.x, b.y - a.y);
    while (length > 0) {
      const float step = std::min(left, length);
      const ImVec2 e{a.x + (b.x - a.x) * step / length, a.y + (b.y - a.y) * step / length};
      if (drawing) line(f, a.x, a.y, e.x, e.y, colour, thickness, alpha);
      a = e;
      length -= step;
      left -= step;
      if (left <= 0.001f) {
        drawing = !drawing;
        left = drawing ? dash : gap;
      }
    }
  }
}

void box(Frame& f, const Rect& r) {
  constexpr float kHalo = 6, kRadius = 8;
  fill(f, inset(r, -kHalo), f.colours.halo, kRadius + kHalo, f.colours.halo_alpha);
  fill(f, r, f.colours.raised, kRadius);
  border(f, r, f.colours.line_strong, kRadius, f.theme == Theme::contrast ? 2.0f : 1.0f);
  f.covers.push_back(r);
}

}  // namespace ui
