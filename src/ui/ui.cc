#include "ui/ui.h"

#include <algorithm>

#include "imgui_internal.h"
#include "ui/article.h"
#include "ui/overlays.h"
#include "ui/views.h"

namespace ui {
namespace {

Pointer pointer_of(const Surroundings& around) {
  const ImGuiIO& io = ImGui::GetIO();
  constexpr float kNotch = 100;  // CSS px for one notch of a wheel
  Pointer p;
  p.x = io.MousePos.x;
  p.y = io.MousePos.y;
  p.down = io.MouseDown[0];
  p.pressed = ImGui::IsMouseClicked(0);
  p.released = ImGui::IsMouseReleased(0);
  p.clicks = io.MouseClickedCount[0];
  p.shift = io.KeyShift;
  p.alt = io.KeyAlt;
  p.control = around.mac ? io.KeySuper : io.KeyCtrl;
  p.wheel = -io.MouseWheel * kNotch;
  return p;
}

void begin_window(const Surroundings& around) {
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize({around.width, around.height});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, 0);
  ImGui::Begin("Quoth", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBackground |
                   ImGuiWindowFlags_NoScrollWithMouse | ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoBringToFrontOnFocus);
}

void end_window() {
  ImGui::End();
  ImGui::PopStyleVar(3);
}

// The article with what stands over and under it.
void draw_middle(Frame& f, Rect zone) {
  const bool versions = f.narrow() && is_comparing(f);
  const float bar = versions ? comparison_bar_height(f) : is_comparing(f) ? 0 : f.view.tab == Tab::review && f.session.selected.index() != 0 ? review_bar_height(f) : 0;
  const Rect foot{zone.x, bottom_of(zone) - bar, zone.width, bar};
  zone.height -= bar;
  const float notices = draw_notices(f, zone);
  zone.y += notices;
  zone.height -= notices;
  draw_article(f, zone);
  if (versions) draw_comparison_bar(f, foot);
  else if (bar > 0) draw_review_bar(f, foot);
  draw_first_steps(f, zone);
  draw_toast(f, zone);
}

void draw_wide(Frame& f, float top) {
  const float height = f.around.height - top;
  constexpr float kThreeZones = 1240, kLeft = 256, kRight = 336;
  const bool three = f.around.width >= kThreeZones;
  const float left = three ? kLeft : 0;
  if (f.view.tab == Tab::figures && !f.session.other && !f.view.search.open && !f.view.share_shown && !has_inspector(f)) {
    draw_figures(f, {left, top, f.around.width - left, height});
  } else {
    draw_middle(f, {left, top, f.around.width - left - kRight, height});
    draw_lists(f, {f.around.width - kRight, top, kRight, height});
  }
  if (three) draw_speakers(f, {0, top, kLeft, height});
  else if (f.view.speakers_shown) {
    const Rect panel{0, top, kLeft, height};
    f.covers.push_back(panel);
    const int layer = std::exchange(f.layer, 1);
    draw_speakers(f, panel);
    f.layer = layer;
  }
}

// Great magnification leaves few lines: the bars give some of theirs.
bool is_low(const Frame& f) { return f.narrow() && f.around.height < 400; }

void draw_narrow(Frame& f, float top) {
  const float tabs = is_low(f) ? 36.0f : 56.0f;
  const Rect zone{0, top, f.around.width, f.around.height - top - tabs};
  const bool review =
      f.view.zone == Zone::lists && f.view.tab == Tab::review && !f.view.share_shown && !f.view.search.open && review_bar_height(f) > 0;
  if (f.view.zone == Zone::article || review) draw_middle(f, zone);
  else if (f.view.zone == Zone::speakers) draw_speakers(f, zone);
  else draw_lists(f, zone);
  draw_tabs_at_foot(f, {0, f.around.height - tabs, f.around.width, tabs});
}

void keep_house(Frame& f) {
  ViewState& v = f.view;
  v.covers = f.covers;
  if (f.pointer.released || !f.pointer.down) {
    if (!v.pressed.empty()) f.changed = true;
    v.pressed.clear();
  }
  // A part that was pressed by a key but is not there any more.
  v.activate = false;
  if (!v.hovered.empty()) {
    const auto at = v.places.find(v.hovered);
    if (at == v.places.end() || !holds(at->second, f.pointer.x, f.pointer.y)) v.hovered.clear();
  }
  if (f.changed || !ImGui::GetCurrentContext()->InputEventsQueue.empty()) f.wake(0);
}

}  // namespace

void draw(const session::Session& session, const Surroundings& around, const Settings& settings, const Fonts& fonts, ViewState& view,
          Output& out) {
  // Dear ImGui tells only the face in use of the pixels in a CSS px; the others would be drawn coarse, then stretched.
  for (ImFont* font : {fonts.serif, fonts.serif_bold, fonts.sans, fonts.sans_bold}) font->CurrentRasterizerDensity = around.scale;
  begin_window(around);
  const Theme theme = theme_of(settings, around);
  view.settings = settings;
  view.theme = theme;
  view.now = around.now;
  if (!session.open) view.tab = Tab::quotations, view.only.reset(), view.search.open = false, view.share_shown = false;
  if (view.only && !document::find(session.document, *view.only)) view.only.reset();
  if (view.field == Field::correction && session.words != view.correcting) view.field = Field::none;
  if (view.field == Field::wording && session.selected != view.wording_of) view.field = Field::none;
  if (view.comparison != session.comparisons) {
    view.comparison = session.comparisons;
    view.difference = 0;
    view.difference_shown = view.definitions_shown = view.search.open = view.share_shown = false;
    view.list_scroll = 0;
    view.zone = Zone::lists;
  }
  if (!session.open || (view.claims_shown.speaker && !document::find(session.document, *view.claims_shown.speaker))) view.claims_shown = {};
  Frame f{session,
          around,
          settings,
          fonts,
          colours_of(theme),
          view.figures.of(session.document),
          view,
          out,
          *ImGui::GetWindowDrawList(),
          pointer_of(around),
          theme,
          Rect{0, 0, around.width, around.height}};
  read_keys(f);
  close_from_outside(f);
  view.places.clear();
  view.focus_order.clear();

  fill(f, {0, 0, around.width, around.height}, f.colours.paper);
  const float bar = is_low(f) ? 40.0f : f.narrow() ? 52.0f : 48.0f;
  if (!session.open) {
    const float asks = draw_notices(f, {0, bar, around.width, around.height - bar});
    draw_empty(f, {0, bar + asks, around.width, around.height - bar - asks});
  }
  else if (f.narrow()) draw_narrow(f, bar);
  else draw_wide(f, bar);
  draw_top_bar(f, {0, 0, around.width, bar});
  draw_progress(f, {0, bar, around.width, around.height - bar});
  f.layer = 1;
  draw_overlays(f);
  keep_house(f);
  end_window();
}

}  // namespace ui
