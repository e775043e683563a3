// The page: what web/shell.js calls, and the frame.
//
// Nothing is drawn while nothing happens: quoth_step() says when it wants to be called again.
#include <emscripten.h>
#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cfloat>
#include <cmath>
#include <cstring>
#include <span>
#include <string>

#include "app/app.h"
#include "app/gl_renderer.h"
#include "app/platform.h"
#include "format/format.h"

namespace {

app::App page;
app::GlRenderer renderer;
std::string clipboard;
ImGuiPlatformImeData caret;
ui::FontFiles font_files;

constexpr double kIdle = -1, kAtOnce = 0;

// --- One frame ------------------------------------------------------------------------------------------

void describe_surroundings() {
  page.around.now = app::platform::milliseconds() / 1000;
  page.around.progress = page.work.kind == app::Work::Kind::none ? std::nullopt : std::optional(page.work.progress);
  page.around.asks = app::asks(page);
}

void begin_frame() {
  ImGuiIO& io = ImGui::GetIO();
  static double last = 0;
  constexpr double kLongest = 0.1;  // after a rest nothing jumps
  io.DeltaTime = static_cast<float>(std::clamp(page.around.now - last, 0.001, kLongest));
  last = page.around.now;
  io.DisplaySize = {page.around.width, page.around.height};
  io.DisplayFramebufferScale = {page.around.scale, page.around.scale};
  ImGui::NewFrame();
}

unsigned paper() {
  const ui::Theme system = page.around.system_contrast ? ui::Theme::contrast : page.around.system_dark ? ui::Theme::dark : ui::Theme::light;
  switch (page.settings.theme.value_or(system)) {
    case ui::Theme::dark: return 0x181715;
    case ui::Theme::contrast: return 0xFFFFFF;
    case ui::Theme::light: break;
  }
  return 0xFCFBF8;
}

void render() {
  ImGui::Render();
  const auto pixels = [](float length) { return static_cast<int>(std::lround(length * page.around.scale)); };
  renderer.draw(*ImGui::GetDrawData(), pixels(page.around.width), pixels(page.around.height), paper());
  ++page.frames;
}

void show_around() {
  const std::string rows = page.mirror.update(page.session, app::mirrored_commands(page), page.around.asks, app::mirrored_comparison(page));
  if (!rows.empty()) app::platform::show_mirror(rows);
  app::platform::show_pointer({.cursor = ImGui::GetMouseCursor(), .text_wanted = app::wants_text(page),
                               .caret_x = caret.InputPos.x, .caret_y = caret.InputPos.y, .caret_height = caret.InputLineHeight});
}

// Milliseconds until the next frame; kIdle: when something happens.
double next_frame(const ui::Output& out) {
  if (page.lively > 0) --page.lively;
  if (page.lively > 0 || !ImGui::GetCurrentContext()->InputEventsQueue.empty()) return kAtOnce;
  return out.wake_in ? *out.wake_in * 1000 : kIdle;
}

double step(bool visible) {
  ui::Output out;
  app::take_arrivals(page);
  describe_surroundings();
  if (visible && !renderer.lost()) {
    begin_frame();
    ui::draw(page.session, page.around, page.settings, page.fonts, page.view, out);
    render();
  }
  app::obey(page, out);
  app::describe_saving(page);
  app::ask_for_faces(page);
  show_around();
  return next_frame(out);
}

void stir() { page.lively = 2; }  // ImGui needs one frame to see what happened and one to show it

// --- ImGui ----------------------------------------------------------------------------------------------

void start_imgui() {
  IMGUI_CHECKVERSION();
  ImGui::CreateContext();
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = io.LogFilename = nullptr;
  io.ConfigMacOSXBehaviors = page.around.mac;
  io.BackendFlags |= ImGuiBackendFlags_HasMouseCursors | ImGuiBackendFlags_RendererHasTextures;
  io.Fonts->TexDesiredFormat = ImTextureFormat_Alpha8;
  ImGuiPlatformIO& platform = ImGui::GetPlatformIO();
  platform.Platform_GetClipboardTextFn = [](ImGuiContext*) { return clipboard.c_str(); };
  platform.Platform_SetClipboardTextFn = [](ImGuiContext*, const char* text) {
    clipboard = text;
    if (page.copying) page.copied = text;
    else app::platform::copy(text);
  };
  platform.Platform_SetImeDataFn = [](ImGuiContext*, ImGuiViewport*, ImGuiPlatformImeData* data) { caret = *data; };
}

ImGuiKey key_named(const char* name) {
  for (int key = ImGuiKey_NamedKey_BEGIN; key < ImGuiKey_NamedKey_END; ++key) {
    if (std::strcmp(ImGui::GetKeyName(static_cast<ImGuiKey>(key)), name) == 0) return static_cast<ImGuiKey>(key);
  }
  return ImGuiKey_None;
}

enum Modifiers { kControl = 1, kShift = 2, kAlt = 4, kMeta = 8 };
enum SurroundingFlags { kDark = 1, kContrast = 2, kReducedMotion = 4, kTouch = 8, kMac = 16 };

void set_modifiers(int held) {
  ImGuiIO& io = ImGui::GetIO();
  io.AddKeyEvent(ImGuiMod_Ctrl, held & kControl);
  io.AddKeyEvent(ImGuiMod_Shift, held & kShift);
  io.AddKeyEvent(ImGuiMod_Alt, held & kAlt);
  io.AddKeyEvent(ImGuiMod_Super, held & kMeta);
}

// Frames until ImGui has taken every event that is queued: it takes some of them only one a frame.
void take_input() {
  constexpr int kMost = 16;
  for (int i = 0; i < kMost; ++i) {
    step(true);
    if (ImGui::GetCurrentContext()->InputEventsQueue.empty()) return;
  }
}

const char* handed_out(std::string text) {
  static std::string kept;
  kept = std::move(text);
  return kept.c_str();
}

}  // namespace

extern "C" {

// --- Start ----------------------------------------------------------------------------------------------

EMSCRIPTEN_KEEPALIVE void quoth_surroundings(float width, float height, float scale, int flags) {
  ui::Surroundings& around = page.around;
  around.width = width;
  around.height = height;
  if (around.scale != scale) ++page.fonts.generation;
  around.scale = scale;
  around.system_dark = flags & kDark;
  around.system_contrast = flags & kContrast;
  around.reduced_motion = flags & kReducedMotion;
  around.touch = flags & kTouch;
  around.mac = flags & kMac;
  stir();
}

// 0: this browser has no WebGL 2.
EMSCRIPTEN_KEEPALIVE int quoth_start() {
  start_imgui();
  return renderer.start("#canvas");
}

// The bytes of one face, in the order of ui::FontFiles: 0 to 3 the first ones, 4 to 7 the further ones, 8 the East Asian one.
// They stay where they are as long as the page lives.
EMSCRIPTEN_KEEPALIVE void quoth_font(unsigned face, const unsigned char* bytes, unsigned size) {
  std::span<const unsigned char>& file = face < ui::kFaces       ? font_files.first[face]
                                         : face < 2 * ui::kFaces ? font_files.further[face - ui::kFaces]
                                                                 : font_files.east_asian;
  file = {bytes, size};
}
EMSCRIPTEN_KEEPALIVE void quoth_load_fonts() {
  page.fonts = ui::load_fonts(*ImGui::GetIO().Fonts, font_files, page.fonts.generation + 1);
  stir();
}

// --- Frames ---------------------------------------------------------------------------------------------

// Takes what arrived, and draws if the page is visible. Returns the milliseconds until it wants to be called again:
// 0 at once, below 0 when something happens.
EMSCRIPTEN_KEEPALIVE double quoth_step(int visible) { return step(visible != 0); }

// 1 while a change waits for quoth_keep_draft(), which writes it: to be called between frames.
EMSCRIPTEN_KEEPALIVE int quoth_draft_waits() { return app::draft_waits(page); }
EMSCRIPTEN_KEEPALIVE void quoth_keep_draft() { app::keep_draft(page); }

EMSCRIPTEN_KEEPALIVE void quoth_context_lost() { renderer.lose(); }
EMSCRIPTEN_KEEPALIVE void quoth_context_restored() {
  renderer.restore();
  stir();
}

// --- Input ----------------------------------------------------------------------------------------------

EMSCRIPTEN_KEEPALIVE int quoth_key_number(const char* name) { return key_named(name); }

EMSCRIPTEN_KEEPALIVE void quoth_key(int key, int down, int modifiers) {
  set_modifiers(modifiers);
  if (key != ImGuiKey_None) ImGui::GetIO().AddKeyEvent(static_cast<ImGuiKey>(key), down != 0);
  stir();
}

EMSCRIPTEN_KEEPALIVE void quoth_text(const char* text) {
  ImGui::GetIO().AddInputCharactersUTF8(text);
  stir();
}

EMSCRIPTEN_KEEPALIVE void quoth_pointer(float x, float y, int touch, int modifiers) {
  ImGuiIO& io = ImGui::GetIO();
  set_modifiers(modifiers);
  io.AddMouseSourceEvent(touch ? ImGuiMouseSource_TouchScreen : ImGuiMouseSource_Mouse);
  io.AddMousePosEvent(x, y);
  stir();
}
EMSCRIPTEN_KEEPALIVE void quoth_pointer_left() {
  ImGui::GetIO().AddMousePosEvent(-FLT_MAX, -FLT_MAX);
  stir();
}
EMSCRIPTEN_KEEPALIVE void quoth_button(int button, int down) {
  ImGui::GetIO().AddMouseButtonEvent(button, down != 0);
  stir();
}
EMSCRIPTEN_KEEPALIVE void quoth_wheel(float x, float y) {
  ImGui::GetIO().AddMouseWheelEvent(x, y);
  stir();
}

// Two fingers, or a trackpad's pinch.
EMSCRIPTEN_KEEPALIVE void quoth_text_size(float size) {
  ui::Settings settings = page.settings;
  settings.text_size = std::clamp(std::round(size), 15.0f, 28.0f);
  if (settings == page.settings) return;
  ui::Output out;
  out.requests.push_back(ui::ChangeSettings{settings});
  app::obey(page, out);
}

// 1 where a press would take hold of a handle: there a finger does not scroll.
EMSCRIPTEN_KEEPALIVE int quoth_can_pull(float x, float y) { return app::can_pull(page, x, y); }

EMSCRIPTEN_KEEPALIVE void quoth_focus(int focused) {
  ImGui::GetIO().AddFocusEvent(focused != 0);
  stir();
}

EMSCRIPTEN_KEEPALIVE int quoth_wants_text() { return app::wants_text(page); }

// Text pasted into a text field of the canvas.
EMSCRIPTEN_KEEPALIVE void quoth_paste_into_field(const char* text) {
  clipboard = text;
  quoth_key(ImGuiKey_V, true, page.around.mac ? kMeta : kControl);
  take_input();
  quoth_key(ImGuiKey_V, false, 0);
}

// What the person copies (or cuts). Runs inside the browser's copy event: only there may a page fill the clipboard unasked.
EMSCRIPTEN_KEEPALIVE const char* quoth_copy(int cut) {
  const ImGuiKey key = cut ? ImGuiKey_X : ImGuiKey_C;
  page.copied.clear();
  page.copying = true;
  quoth_key(key, true, page.around.mac ? kMeta : kControl);
  take_input();
  quoth_key(key, false, 0);
  take_input();
  page.copying = false;
  if (page.copied.empty() && !app::wants_text(page)) page.copied = slice(page.session.document.article.text.view(), page.session.words);
  return page.copied.c_str();
}

// 1 while something is under way: an analysis, a save, frames that are still wanted.
EMSCRIPTEN_KEEPALIVE int quoth_is_busy() {
  return page.lively > 0 || page.work.kind != app::Work::Kind::none || page.around.saving == ui::Saving::pending;
}

// --- For scripts: JSON ----------------------------------------------------------------------------------

EMSCRIPTEN_KEEPALIVE const char* quoth_state() { return handed_out(app::state(page)); }

// Null if no article is open.
EMSCRIPTEN_KEEPALIVE const char* quoth_annotation() {
  return handed_out(page.session.open ? format::find("json")->write(page.session.document) : "null");
}

}  // extern "C"
