// Fields for one line of text: Dear ImGui's InputText in our dress. One field is open at a time.
#include <cmath>

#include "ui/parts.h"

namespace ui {
namespace {

int grow(ImGuiInputTextCallbackData* data) {
  if (data->EventFlag == ImGuiInputTextFlags_CallbackResize) {
    auto* words = static_cast<std::string*>(data->UserData);
    words->resize(static_cast<std::size_t>(data->BufTextLen));
    data->Buf = words->data();
  }
  return 0;
}

ImVec4 paint(Colour c, float alpha = 1) {
  return {static_cast<float>((c.rgb >> 16) & 0xFF) / 255, static_cast<float>((c.rgb >> 8) & 0xFF) / 255,
          static_cast<float>(c.rgb & 0xFF) / 255, alpha};
}

}  // namespace

void open_field(Frame& f, Field which, std::string initial) {
  f.view.field = which;
  f.view.typed = std::move(initial);
  f.view.field_fault.clear();
  f.view.field_is_new = true;
  f.view.typed_since = f.around.now;
  f.changed = true;
}

void close_field(Frame& f) {
  if (f.view.field == Field::none) return;
  f.view.field = Field::none;
  f.view.typed.clear();
  f.view.field_fault.clear();
  f.changed = true;
}

bool field(Frame& f, Field which, std::string_view id, const Rect& r, std::string_view hint, bool fault, bool framed, float size) {
  f.view.places[std::string(id)] = r;
  if (framed) {
    fill(f, r, f.colours.raised, 6);
    border(f, r, fault ? f.colours.error : f.colours.line_strong, 6, fault ? 2.0f : 1.0f);
    if (!fault) focus_ring(f, r, 6);
  }
  if (f.view.field != which) return false;
  ImGui::PushFont(f.fonts.sans, size);
  // A line is as high as the em for ImGui, but the letters stand lower in it: the field is lifted to centre them.
  constexpr float kPadding = 8;
  const float high = size + kPadding * 2, lift = std::ceil(1.069f * size) - 0.888f * size;
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {4, kPadding});
  ImGui::SetCursorScreenPos({r.x + (framed ? 8.0f : 0.0f), std::round(r.y + (r.height - high) / 2 - lift)});
  ImGui::SetNextItemWidth(r.width - (framed ? 16.0f : 0.0f));
  ImGui::PushStyleColor(ImGuiCol_FrameBg, ImVec4(0, 0, 0, 0));
  ImGui::PushStyleColor(ImGuiCol_Text, paint(f.colours.ink));
  ImGui::PushStyleColor(ImGuiCol_TextDisabled, paint(f.colours.faint));
  ImGui::PushStyleColor(ImGuiCol_TextSelectedBg, paint(f.colours.selection));
  ImGui::PushStyleColor(ImGuiCol_InputTextCursor, paint(f.colours.ink));
  if (f.view.field_is_new) {
    // A new id, since ImGui keeps the letters of a field that it is in already.
    ++f.view.field_serial;
    ImGui::SetKeyboardFocusHere();
    f.view.field_is_new = false;
    f.changed = true;
  }
  const std::string before = f.view.typed;
  const bool entered = ImGui::InputTextWithHint(
      ("##" + std::string(id) + std::to_string(f.view.field_serial)).c_str(), std::string(hint).c_str(), f.view.typed.data(),
      f.view.typed.capacity() + 1, ImGuiInputTextFlags_CallbackResize | ImGuiInputTextFlags_EnterReturnsTrue, grow, &f.view.typed);
  if (f.view.typed != before) {
    f.view.typed_since = f.around.now;
    f.view.field_fault.clear();
    f.changed = true;
  }
  // The cursor blinks for five seconds after the last letter, then it stays and the page rests.
  constexpr double kBlinks = 5, kBlink = 0.53;
  const bool blinks = f.around.now - f.view.typed_since < kBlinks && !f.around.reduced_motion;
  ImGui::GetIO().ConfigInputTextCursorBlink = blinks;
  if (ImGui::IsItemActive() && blinks) f.wake(kBlink);
  ImGui::PopStyleColor(5);
  ImGui::PopStyleVar();
  ImGui::PopFont();
  return entered;
}

}  // namespace ui
