#include "ui/theme.h"

#include <algorithm>
#include <cmath>

namespace ui {
namespace {

constexpr Colours kLight{
    .paper = {0xFCFBF8},
    .panel = {0xF4F2ED},
    .raised = {0xFFFFFF},
    .sunken = {0xEBE8E1},
    .line = {0xDDD9D0},
    .line_strong = {0x8C867B},
    .ink = {0x1E1C19},
    .muted = {0x625D55},
    .faint = {0x6F6A61},
    .accent = {0x1E1C19},
    .accent_hover = {0x3B3732},
    .accent_pressed = {0x544F48},
    .on_accent = {0xFCFBF8},
    .hover = {0xEAE7E0},
    .pressed = {0xDDD9D0},
    .selected_row = {0xE6E2D9},
    .selection = {0xD9D4C8},
    .error = {0xA3241B},
    .error_bg = {0xFBE9E6},
    .warn = {0x7A5200},
    .warn_bg = {0xFBF1DA},
    .ok = {0x2B6A3F},
    .ok_bg = {0xE9F3EA},
    .focus = {0x1E1C19},
    .search = {0xF6DE7A},
    .search_current = {0xE3B409},
    .halo = {0x1E1C19},
    .halo_alpha = 0.07f,
    .speakers = {{
        {{0xC3F0EC}, {0xE0F6F2}, {0x006A66}, {0xA6CAC6}, {0x98D3CF}, {0xFCFBF8}},  // teal
        {{0xEFCB93}, {0xF6E3C6}, {0x906405}, {0xD7C8A5}, {0xDAB474}, {0xFCFBF8}},  // ochre
        {{0xE8D7FF}, {0xF2E9FC}, {0x532E76}, {0xC3B5CC}, {0xC7B2E1}, {0xFCFBF8}},  // violet
        {{0xD6EDCF}, {0xE9F4E4}, {0x1F5700}, {0xB1C3A4}, {0xAECCA1}, {0xFCFBF8}},  // leaf
        {{0xE5C5D2}, {0xF0E0E5}, {0x6C1345}, {0xCBACBB}, {0xCA9EB3}, {0xFCFBF8}},  // rose
        {{0xADD6EC}, {0xD4E8F2}, {0x07759E}, {0xA9CDD9}, {0x88C1DB}, {0xFCFBF8}},  // sky
        {{0xF2EDAC}, {0xF7F4D2}, {0x443F00}, {0xBDBBA4}, {0xCCC786}, {0xFCFBF8}},  // straw
        {{0xEFD3C0}, {0xF6E7DC}, {0x6B5649}, {0xCBC3BC}, {0xD2B8A6}, {0xFCFBF8}},  // stone
        {{0xBFCDFF}, {0xDEE4FC}, {0x3F4E98}, {0xBCC0D7}, {0xA3B1E8}, {0xFCFBF8}},  // indigo
        {{0xFEBCB4}, {0xFDDCD6}, {0x90312B}, {0xD7B6B2}, {0xE69D96}, {0xFCFBF8}},  // red
    }},
    .unknown = {{0xEBE8E1}, {0xF4F2ED}, {0x625D55}, {0xC8C5C1}, {0xE6E2D9}, {0xFCFBF8}},
};

constexpr Colours kDark{
    .paper = {0x181715},
    .panel = {0x1F1E1B},
    .raised = {0x282623},
    .sunken = {0x121110},
    .line = {0x383530},
    .line_strong = {0x8A847A},
    .ink = {0xEAE6DE},
    .muted = {0xB1ABA1},
    .faint = {0x9A948A},
    .accent = {0xEAE6DE},
    .accent_hover = {0xD3CEC4},
    .accent_pressed = {0xBBB5AA},
    .on_accent = {0x181715},
    .hover = {0x2E2B27},
    .pressed = {0x3A3732},
    .selected_row = {0x33302B},
    .selection = {0x4A453C},
    .error = {0xFF9A8F},
    .error_bg = {0x3A1F1C},
    .warn = {0xF0C56A},
    .warn_bg = {0x352A14},
    .ok = {0x8FD0A0},
    .ok_bg = {0x1B2E20},
    .focus = {0xEAE6DE},
    .search = {0x5C4B0A},
    .search_current = {0x775C00},
    .halo = {0x000000},
    .halo_alpha = 0.35f,
    .speakers = {{
        {{0x2E4F4C}, {0x233330}, {0x76E7E0}, {0x385E5A}, {0x3B6A67}, {0x181715}},  // teal
        {{0x5F4105}, {0x3C2C0D}, {0xFDC76E}, {0x665333}, {0x7B5918}, {0x181715}},  // ochre
        {{0x543E6D}, {0x362A41}, {0xAC88D4}, {0x4A3D56}, {0x644B80}, {0x181715}},  // violet
        {{0x323F2D}, {0x252B21}, {0x79B365}, {0x394C30}, {0x3F5437}, {0x181715}},  // leaf
        {{0x491830}, {0x301822}, {0xCB709A}, {0x553542}, {0x602843}, {0x181715}},  // rose
        {{0x00344A}, {0x0C2630}, {0x6BC2EE}, {0x34515F}, {0x134E68}, {0x181715}},  // sky
        {{0x3E3800}, {0x2B280A}, {0x9F952B}, {0x46421C}, {0x4F4908}, {0x181715}},  // straw
        {{0x584539}, {0x382E27}, {0xCCB6A7}, {0x554D47}, {0x6D594D}, {0x181715}},  // stone
        {{0x1E2753}, {0x1B1F34}, {0xBCCCFF}, {0x505565}, {0x3A4572}, {0x181715}},  // indigo
        {{0x541F1B}, {0x361B18}, {0xF38E83}, {0x623F3A}, {0x71332E}, {0x181715}},  // red
    }},
    .unknown = {{0x121110}, {0x1F1E1B}, {0xB1ABA1}, {0x4C4945}, {0x33302B}, {0x181715}},
};

constexpr Colours kContrast{
    .paper = {0xFFFFFF},
    .panel = {0xFFFFFF},
    .raised = {0xFFFFFF},
    .sunken = {0xF0F0F0},
    .line = {0x000000},
    .line_strong = {0x000000},
    .ink = {0x000000},
    .muted = {0x262626},
    .faint = {0x3A3A3A},
    .accent = {0x000000},
    .accent_hover = {0x333333},
    .accent_pressed = {0x4D4D4D},
    .on_accent = {0xFFFFFF},
    .hover = {0xE0E0E0},
    .pressed = {0xC8C8C8},
    .selected_row = {0xE0E0E0},
    .selection = {0xC9C9C9},
    .error = {0x8C0000},
    .error_bg = {0xFFFFFF},
    .warn = {0x5A3A00},
    .warn_bg = {0xFFFFFF},
    .ok = {0x00401A},
    .ok_bg = {0xFFFFFF},
    .focus = {0x000000},
    .search = {0xFFE34D},
    .search_current = {0xFFB800},
    .halo = {0x000000},
    .halo_alpha = 0,
    .speakers = {{
        {{0xBDE9E6}, {0xDEF4F2}, {0x00312E}, {0xA8B9B8}, {0x93C1BE}, {0xFFFFFF}},  // teal
        {{0xF2CE96}, {0xF8E6CA}, {0x6A4800}, {0xCCC1A8}, {0xD4B175}, {0xFFFFFF}},  // ochre
        {{0xDCCCF2}, {0xEEE6F8}, {0x3F185F}, {0xBEB0C9}, {0xB9A4D2}, {0xFFFFFF}},  // violet
        {{0xDBF1D3}, {0xEDF8E9}, {0x164300}, {0xB0BFA8}, {0xB0CBA5}, {0xFFFFFF}},  // leaf
        {{0xFFBFDA}, {0xFFDFEC}, {0x822A57}, {0xD4B7C6}, {0xE49EBD}, {0xFFFFFF}},  // rose
        {{0xA0DEFF}, {0xD0EEFF}, {0x045777}, {0xAAC6D1}, {0x7EC0E1}, {0xFFFFFF}},  // sky
        {{0xF7F2B1}, {0xFBF8D8}, {0x2E2A00}, {0xB8B7A8}, {0xCBC68A}, {0xFFFFFF}},  // straw
        {{0xE9CEBC}, {0xF4E6DE}, {0x4F3B2E}, {0xC3BCB8}, {0xC7AE9D}, {0xFFFFFF}},  // stone
        {{0xDAE3FF}, {0xECF1FF}, {0x344189}, {0xBABED7}, {0xB5BFE5}, {0xFFFFFF}},  // indigo
        {{0xF9D2CC}, {0xFCE8E6}, {0x7A1C19}, {0xD2B2B1}, {0xDDAAA5}, {0xFFFFFF}},  // red
    }},
    .unknown = {{0xF0F0F0}, {0xFFFFFF}, {0x262626}, {0xB5B5B5}, {0xE0E0E0}, {0xFFFFFF}},
};

double luminance(Colour colour) {
  const auto linear = [&](int shift) {
    const double value = ((colour.rgb >> shift) & 0xFF) / 255.0;
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * linear(16) + 0.7152 * linear(8) + 0.0722 * linear(0);
}

}  // namespace

const Colours& colours_of(Theme theme) {
  switch (theme) {
    case Theme::dark:
      return kDark;
    case Theme::contrast:
      return kContrast;
    case Theme::light:
      break;
  }
  return kLight;
}

Theme theme_of(const Settings& settings, const Surroundings& around) {
  if (settings.theme) return *settings.theme;
  if (around.system_contrast) return Theme::contrast;
  return around.system_dark ? Theme::dark : Theme::light;
}

const SpeakerColours& speaker_colours(const Colours& colours, int number) {
  if (number <= 0) return colours.unknown;
  return colours.speakers[static_cast<std::size_t>(number - 1) % colours.speakers.size()];
}

Colour blend(Colour ground, Colour over, float share) {
  const auto mix = [&](int shift) {
    const float a = static_cast<float>((ground.rgb >> shift) & 0xFF), b = static_cast<float>((over.rgb >> shift) & 0xFF);
    return static_cast<std::uint32_t>(std::lround(a + (b - a) * share)) << shift;
  };
  return {mix(16) | mix(8) | mix(0)};
}

double contrast(Colour a, Colour b) {
  const double x = luminance(a), y = luminance(b);
  return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

}  // namespace ui
