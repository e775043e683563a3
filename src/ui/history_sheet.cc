// The history, the newest step first: each says what was done to what. A press goes back to before it, or forth again.
#include <algorithm>
#include <cmath>

#include "ui/overlays.h"
#include "ui/views.h"

namespace ui {
namespace {

constexpr float kRow = 48, kHead = 48, kWidth = 380;

struct Step {
  const session::Past* past;
  std::size_t away;  // undos, or redos, until the document is as it was behind this step
  bool undone;
};

std::vector<Step> steps_of(const session::Session& s) {
  std::vector<Step> out;
  for (std::size_t i = 0; i < s.future.size(); ++i) out.push_back({&s.future[i], s.future.size() - i, true});
  for (std::size_t i = s.past.size(); i-- > 0;) out.push_back({&s.past[i], s.past.size() - 1 - i, false});
  return out;
}

void go_to(Frame& f, const Step& step) {
  for (std::size_t i = 0; i < step.away; ++i) {
    if (step.undone) f.send(session::Redo{});
    else f.send(session::Undo{});
  }
}

}  // namespace

void draw_history(Frame& f) {
  ViewState& v = f.view;
  const std::vector<Step> steps = steps_of(f.session);
  const auto at = v.places.find("button.history");
  const float width = std::min(kWidth, f.around.width - 16), top = f.narrow() ? 60.0f : 56.0f;
  const float left = at == v.places.end() ? 8 : std::clamp(at->second.x - 60, 8.0f, std::max(8.0f, f.around.width - width - 8));
  const float content = static_cast<float>(steps.size() + 1) * kRow;
  const Rect r{left, top, width, std::min(kHead + content + 8, f.around.height - top - 16)};
  box(f, r);
  v.places["history"] = r;
  text(f, r.x + 16, r.y + 24, Font::sans_bold, 14, f.colours.ink, "History");
  if (icon_button(f, "history.close", {right_of(r) - 40, r.y + 8, 32, 32}, Icon::close, "Close")) v.overlay = Overlay::none;
  fill(f, {r.x, r.y + kHead - 1, width, 1}, f.colours.line);
  const Rect list{r.x + 1, r.y + kHead, width - 2, r.height - kHead - 8};
  if (ImGui::IsKeyPressed(ImGuiKey_DownArrow)) v.choice = std::min(v.choice + 1, steps.size()), f.changed = true;
  if (ImGui::IsKeyPressed(ImGuiKey_UpArrow) && v.choice > 0) --v.choice, f.changed = true;
  const bool entered = ImGui::IsKeyPressed(ImGuiKey_Enter, false);
  const float wanted = static_cast<float>(v.choice) * kRow;
  if (ImGui::IsKeyPressed(ImGuiKey_DownArrow) || ImGui::IsKeyPressed(ImGuiKey_UpArrow))
    v.overlay_scroll = std::clamp(v.overlay_scroll, std::max(0.0f, wanted + kRow - list.height), wanted);
  Clip clip(f, list);
  for (std::size_t i = 0; i <= steps.size(); ++i) {
    const Rect one{list.x, std::round(list.y + static_cast<float>(i) * kRow - v.overlay_scroll), list.width, kRow};
    const bool first_state = i == steps.size();
    const bool now = first_state ? f.session.past.empty() : !steps[i].undone && steps[i].away == 0;
    const bool visible = bottom_of(one) > list.y && one.y < bottom_of(list);
    const bool pressed = (visible && row(f, "history." + std::to_string(i), one, {.selected = i == v.choice})) || (entered && i == v.choice);
    if (visible) {
      const std::string title = first_state ? "As it was opened" : steps[i].past->act;
      const Colour ink = !first_state && steps[i].undone ? f.colours.faint : f.colours.ink;
      const std::string_view state = now ? "now" : !first_state && steps[i].undone ? "taken back" : "";
      const float right = right_of(one) - 16 - width_of(f, Font::sans, 12, state);
      const bool two = !first_state && !steps[i].past->subject.empty();
      text(f, one.x + 16, one.y + (two ? 16.0f : 24.0f), now ? Font::sans_bold : Font::sans, 13, ink, cut(f, Font::sans_bold, 13, title, right - one.x - 24));
      if (two) text(f, one.x + 16, one.y + 34, Font::serif, 13, f.colours.muted, cut(f, Font::serif, 13, steps[i].past->subject, width - 40));
      text(f, right, one.y + 16, Font::sans, 12, f.colours.muted, state);
    }
    if (!pressed || now) continue;
    if (first_state) {
      for (std::size_t k = 0; k < f.session.past.size(); ++k) f.send(session::Undo{});
    } else {
      go_to(f, steps[i]);
    }
  }
  scroll(f, "history", list, content, v.overlay_scroll);
}

}  // namespace ui
