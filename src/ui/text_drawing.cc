#include <algorithm>
#include <cmath>

#include "text/utf8.h"
#include "ui/parts.h"

namespace ui {
namespace {

std::string first_characters(std::string_view words, std::uint32_t bytes) { return std::string(words.substr(0, bytes)); }

}  // namespace

ImU32 ink(Colour c, float alpha) {
  return IM_COL32((c.rgb >> 16) & 0xFF, (c.rgb >> 8) & 0xFF, c.rgb & 0xFF, static_cast<int>(std::lround(255 * alpha)));
}

ImFont* font_of(const Fonts& fonts, Font font) {
  switch (font) {
    case Font::sans:
      return fonts.sans;
    case Font::sans_bold:
      return fonts.sans_bold;
    case Font::serif:
      return fonts.serif;
    case Font::serif_bold:
      break;
  }
  return fonts.serif_bold;
}

float advance(const Fonts& fonts, Font font, float size, char32_t c) {
  ImFontBaked* baked = font_of(fonts, font)->GetFontBaked(size);
  // Letters that are measured but never shown need no picture in the atlas.
  baked->LoadNoRenderOnLayout = 1;
  return baked->GetCharAdvance(static_cast<ImWchar>(c)) * size / baked->Size;
}

float width_of(const Frame& f, Font font, float size, std::string_view words) {
  ImFontBaked* baked = font_of(f.fonts, font)->GetFontBaked(size);
  baked->LoadNoRenderOnLayout = 1;
  float width = 0;
  for (std::uint32_t at = 0; at < words.size();) {
    const text::Character c = text::character_at(words, at);
    width += baked->GetCharAdvance(static_cast<ImWchar>(c.code));
    at += c.size;
  }
  return width * size / baked->Size;
}

void text_on(Frame& f, float x, float baseline, Font font, float size, ImU32 colour, std::string_view words) {
  if (words.empty()) return;
  ImFont* face = font_of(f.fonts, font);
  const float ascent = face->GetFontBaked(size)->Ascent;
  f.canvas.AddText(face, size, {std::round(x), std::round(baseline) - ascent}, colour, words.data(), words.data() + words.size());
}

void letter_on(Frame& f, float x, float baseline, Font font, float size, ImU32 colour, std::string_view letter) {
  const int before = f.canvas.VtxBuffer.Size;
  text_on(f, x, baseline, font, size, colour, letter);
  const float rest = x - std::round(x);
  for (int i = before; i < f.canvas.VtxBuffer.Size; ++i) f.canvas.VtxBuffer[i].pos.x += rest;
}

void text(Frame& f, float x, float middle, Font font, float size, Colour colour, std::string_view words, float alpha) {
  // Noto's letters stand 1.069 above and 0.293 below the baseline, for each px of size.
  text_on(f, x, middle + (1.069f - 0.293f) * size / 2, font, size, ink(colour, alpha), words);
}

std::string cut(const Frame& f, Font font, float size, std::string_view words, float width) {
  if (width_of(f, font, size, words) <= width) return std::string(words);
  const float room = width - width_of(f, font, size, "…");
  float x = 0;
  std::uint32_t at = 0;
  while (at < words.size()) {
    const text::Character c = text::character_at(words, at);
    x += advance(f.fonts, font, size, c.code);
    if (x > room) break;
    at += c.size;
  }
  // “… …” where the cut falls behind a gap between two pieces would be a gap too many.
  constexpr std::string_view kGap = "…";
  while (at > 0 && (words[at - 1] == ' ' || words.substr(0, at).ends_with(kGap))) at -= words[at - 1] == ' ' ? 1 : static_cast<std::uint32_t>(kGap.size());
  return first_characters(words, at) + "…";
}

std::vector<std::string> broken(const Frame& f, Font font, float size, std::string_view words, float width, std::size_t most) {
  std::vector<std::string> out;
  std::uint32_t start = 0;
  while (start < words.size() && out.size() < most) {
    while (start < words.size() && words[start] == ' ') ++start;
    if (out.size() + 1 == most) {
      const std::uint32_t end = static_cast<std::uint32_t>(std::min(words.find('\n', start), words.size()));
      const std::string_view last = words.substr(start, end - start);
      out.push_back(end < words.size() ? cut(f, font, size, std::string(last) + "…", width) : cut(f, font, size, last, width));
      break;
    }
    float x = 0;
    std::uint32_t at = start, chance = 0;
    while (at < words.size() && words[at] != '\n') {
      const text::Character c = text::character_at(words, at);
      x += advance(f.fonts, font, size, c.code);
      if (c.code == ' ') chance = at;
      else if (x > width && at > start) break;
      at += c.size;
    }
    const bool whole = at >= words.size() || words[at] == '\n';
    const std::uint32_t end = whole ? at : chance > start ? chance : at;
    out.push_back(first_characters(words.substr(start), end - start));
    start = end + (whole ? 1 : 0);
  }
  return out;
}

float paragraph(Frame& f, float x, float y, float width, Font font, float size, float line, Colour colour, std::string_view words,
                std::size_t most) {
  float height = 0;
  for (const std::string& part : broken(f, font, size, words, width, most)) {
    text(f, x, y + height + line / 2, font, size, colour, part);
    height += line;
  }
  return height;
}

}  // namespace ui
