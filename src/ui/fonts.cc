#include <cfloat>

#include "imgui.h"
#include "ui/ui.h"

namespace ui {
namespace {

ImFont* add(ImFontAtlas& atlas, std::span<const unsigned char> bytes, bool merge) {
  ImFontConfig config;
  config.FontDataOwnedByAtlas = false;
  config.MergeMode = merge;
  // A negative size of reference is Dear ImGui's way to say that sizes are of the em, not of ascent and descent together.
  config.SizePixels = -13;
  // Dear ImGui scales this bound by the size of reference: without a sign of its own it would cut every letter to nothing.
  config.GlyphMaxAdvanceX = -FLT_MAX;
  return atlas.AddFontFromMemoryTTF(const_cast<unsigned char*>(bytes.data()), static_cast<int>(bytes.size()), 0, &config);
}

}  // namespace

Fonts load_fonts(ImFontAtlas& atlas, const FontFiles& files, int generation) {
  Fonts fonts;
  fonts.generation = generation;
  const auto load = [&](std::span<const unsigned char> face) {
    ImFont* font = add(atlas, face, false);
    // A merged face joins the one that was added last.
    if (!files.fallback.empty()) add(atlas, files.fallback, true);
    return font;
  };
  fonts.sans = load(files.sans);
  fonts.sans_bold = load(files.sans_bold);
  fonts.serif = load(files.serif);
  fonts.serif_bold = load(files.serif_bold);
  return fonts;
}

}  // namespace ui
