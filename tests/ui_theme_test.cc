// Nobody is left out: every text can be read on every ground, in every theme.
#include "ui/theme.h"

#include <gtest/gtest.h>

namespace {

using namespace ui;

constexpr double kText = 4.5, kLine = 3.0;

class EveryTheme : public testing::TestWithParam<Theme> {};

TEST_P(EveryTheme, HasTextThatCanBeReadOnEveryGround) {
  const Colours& c = colours_of(GetParam());
  for (const Colour ground : {c.paper, c.panel, c.raised, c.hover, c.pressed, c.selected_row, c.selection, c.search, c.search_current,
                              c.error_bg, c.warn_bg, c.ok_bg})
    EXPECT_GE(contrast(c.ink, ground), kText) << std::hex << ground.rgb;
  for (const Colour ground : {c.paper, c.panel, c.raised, c.selected_row})
    EXPECT_GE(contrast(c.muted, ground), kText) << std::hex << ground.rgb;
  for (const Colour ground : {c.paper, c.panel}) EXPECT_GE(contrast(c.faint, ground), kText);
  for (const Colour ground : {c.accent, c.accent_hover, c.accent_pressed}) EXPECT_GE(contrast(c.on_accent, ground), kText);
  EXPECT_GE(contrast(c.error, c.error_bg), kText);
  EXPECT_GE(contrast(c.error, c.panel), kText);
  EXPECT_GE(contrast(c.warn, c.warn_bg), kText);
  EXPECT_GE(contrast(c.ok, c.ok_bg), kText);
  for (const Colour ground : {c.paper, c.panel, c.raised}) EXPECT_GE(contrast(c.line_strong, ground), kLine);
}

TEST_P(EveryTheme, HasSpeakersWhoseWordsAndNamesCanBeRead) {
  const Colours& c = colours_of(GetParam());
  for (int n = 0; n <= 10; ++n) {
    const SpeakerColours& s = speaker_colours(c, n);
    for (const Colour ground : {s.tint, s.tint_indirect, s.tint_selected, s.hatch}) EXPECT_GE(contrast(c.ink, ground), kText) << n;
    EXPECT_GE(contrast(s.strong, c.paper), kText) << n;
    EXPECT_GE(contrast(s.strong, c.panel), kText) << n;
    EXPECT_GE(contrast(s.on_strong, s.strong), kText) << n;
  }
}

TEST_P(EveryTheme, TellsItsFirstTenSpeakersApart) {
  const Colours& c = colours_of(GetParam());
  for (std::size_t i = 0; i < c.speakers.size(); ++i)
    for (std::size_t j = 0; j < i; ++j) EXPECT_NE(c.speakers[i].strong, c.speakers[j].strong);
  EXPECT_EQ(speaker_colours(c, 11).strong, speaker_colours(c, 1).strong);
}

INSTANTIATE_TEST_SUITE_P(Themes, EveryTheme, testing::Values(Theme::light, Theme::dark, Theme::contrast));

TEST(Themes, FollowTheSystemUntilThePersonChooses) {
  EXPECT_EQ(theme_of({}, {}), Theme::light);
  EXPECT_EQ(theme_of({}, {.system_dark = true}), Theme::dark);
  EXPECT_EQ(theme_of({}, {.system_dark = true, .system_contrast = true}), Theme::contrast);
  EXPECT_EQ(theme_of({.theme = Theme::light}, {.system_dark = true}), Theme::light);
}

TEST(Themes, MeasureContrastAsWcagDoes) {
  EXPECT_NEAR(contrast({0x000000}, {0xFFFFFF}), 21.0, 0.001);
  EXPECT_NEAR(contrast({0x777777}, {0xFFFFFF}), 4.48, 0.01);
}

}  // namespace
