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
  if (atlas.Fonts.Size > 0) atlas.Clear();
  Fonts fonts;
  fonts.generation = generation;
  ImFont** const faces[] = {&fonts.serif, &fonts.serif_bold, &fonts.sans, &fonts.sans_bold};
  for (std::size_t i = 0; i < std::size(faces); ++i) {
    *faces[i] = add(atlas, files.first[i], false);
    // A merged face joins the one that was added last. Sans has signs that the serif faces lack.
    for (const std::span<const unsigned char> other : {files.further[i], files.first[kSansFace], files.further[kSansFace], files.east_asian})
      if (!other.empty() && other.data() != files.first[i].data()) add(atlas, other, true);
  }
  return fonts;
}

}  // namespace ui
