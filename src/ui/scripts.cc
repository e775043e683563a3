#include "ui/scripts.h"

#include <array>
#include <cstdint>

#include "text/utf8.h"

namespace ui {
namespace {

struct Range {
  char32_t first, last;
};

// cmake/page.cmake cuts the first faces down to these.
constexpr Range kFirst[] = {{0x20, 0x17F},    {0x218, 0x21B},   {0x2C6, 0x2C7},   {0x2D8, 0x2DD},   {0x2002, 0x200D}, {0x2010, 0x2027},
                            {0x202F, 0x203A}, {0x2044, 0x2044}, {0x20A0, 0x20C0}, {0x2116, 0x2116}, {0x2122, 0x2122}, {0x2190, 0x2195}, {0x2212, 0x2212},
                            {0x2248, 0x2248}, {0x2260, 0x2265}, {0x2318, 0x2318}, {0x25A0, 0x25CF}, {0x2713, 0x2713}, {0xFEFF, 0xFEFF}, {0xFFFD, 0xFFFD}};
constexpr Range kFurther[] = {{0x180, 0x2E7F}, {0xFB00, 0xFB06}};
constexpr Range kEastAsian[] = {{0x1100, 0x11FF}, {0x2E80, 0xA4CF}, {0xAC00, 0xD7AF}, {0xF900, 0xFAFF}, {0xFE30, 0xFE4F}, {0xFF00, 0xFFEF}, {0x20000, 0x3FFFF}};

struct Unset {
  Range range;
  std::string_view name;
};
constexpr Unset kUnset[] = {{{0x590, 0x5FF}, "Hebrew"},      {{0x600, 0x6FF}, "Arabic"},     {{0x700, 0x74F}, "Syriac"},    {{0x750, 0x77F}, "Arabic"},
                            {{0x780, 0x7BF}, "Thaana"},      {{0x8A0, 0x8FF}, "Arabic"},     {{0x900, 0x97F}, "Devanagari"}, {{0x980, 0x9FF}, "Bengali"},
                            {{0xA00, 0xA7F}, "Gurmukhi"},    {{0xA80, 0xAFF}, "Gujarati"},   {{0xB00, 0xB7F}, "Odia"},      {{0xB80, 0xBFF}, "Tamil"},
                            {{0xC00, 0xC7F}, "Telugu"},      {{0xC80, 0xCFF}, "Kannada"},    {{0xD00, 0xD7F}, "Malayalam"}, {{0xD80, 0xDFF}, "Sinhala"},
                            {{0xE00, 0xE7F}, "Thai"},        {{0xE80, 0xEFF}, "Lao"},        {{0xF00, 0xFFF}, "Tibetan"},   {{0x1000, 0x109F}, "Burmese"},
                            {{0x10A0, 0x10FF}, "Georgian"},  {{0x530, 0x58F}, "Armenian"},   {{0x1200, 0x139F}, "Ethiopic"}, {{0x1780, 0x17FF}, "Khmer"},
                            {{0x1800, 0x18AF}, "Mongolian"}, {{0xFB1D, 0xFB4F}, "Hebrew"},   {{0xFB50, 0xFDFF}, "Arabic"},  {{0xFE70, 0xFEFE}, "Arabic"}};

template <std::size_t N> bool is_in(const Range (&ranges)[N], char32_t c) {
  for (const Range& r : ranges)
    if (c >= r.first && c <= r.last) return true;
  return false;
}

}  // namespace

Scripts scripts_of(std::string_view text) {
  Scripts out;
  std::array<std::uint32_t, std::size(kUnset)> unset{};
  for (std::uint32_t at = 0; at < text.size();) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      ++at;
      continue;
    }
    const text::Character c = text::character_at(text, at);
    at += c.size;
    if (is_in(kFirst, c.code)) continue;
    if (is_in(kEastAsian, c.code)) {
      out.east_asian = true;
      continue;
    }
    bool is_unset = false;
    for (std::size_t i = 0; i < std::size(kUnset) && !is_unset; ++i)
      if (c.code >= kUnset[i].range.first && c.code <= kUnset[i].range.last) ++unset[i], is_unset = true;
    if (!is_unset && is_in(kFurther, c.code)) out.further = true;
  }
  std::uint32_t most = 0;
  for (std::size_t i = 0; i < std::size(kUnset); ++i)
    if (unset[i] > most) most = unset[i], out.unset = kUnset[i].name;
  return out;
}

Scripts both(const Scripts& a, const Scripts& b) { return {a.further || b.further, a.east_asian || b.east_asian, a.unset.empty() ? b.unset : a.unset}; }

}  // namespace ui
