// Which faces a text needs.
#include "ui/scripts.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>

#include "text/utf8.h"

namespace {

using ui::Scripts;
using ui::scripts_of;

TEST(Scripts, LatinNeedsTheFirstFacesOnly) {
  EXPECT_EQ(scripts_of("“Łódź”, said Zoë – €5 … ça va?"), Scripts());
  EXPECT_EQ(scripts_of("no face has emoji 🙂"), Scripts());
  EXPECT_EQ(scripts_of(""), Scripts());
}

TEST(Scripts, OtherLettersAskForTheirFaces) {
  EXPECT_TRUE(scripts_of("Сергей Лавров").further);
  EXPECT_TRUE(scripts_of("Αθήνα").further);
  EXPECT_TRUE(scripts_of("Nguyễn").further);
  EXPECT_FALSE(scripts_of("Αθήνα").east_asian);
  for (const char* text : {"東京", "ソウル", "서울", "，"}) {
    EXPECT_TRUE(scripts_of(text).east_asian) << text;
    EXPECT_FALSE(scripts_of(text).further) << text;
  }
}

TEST(Scripts, LettersThatJoinAreNamed) {
  EXPECT_EQ(scripts_of("He said “مرحبا”.").unset, "Arabic");
  EXPECT_EQ(scripts_of("नमस्ते and שלום").unset, "Devanagari") << "the script of most of them";
  EXPECT_EQ(both(scripts_of("שלום"), scripts_of("東京")).unset, "Hebrew");
}

// U+20-7E,U+2044 of the build -> every code point of the list.
TEST(Scripts, TheFirstFacesAreCutToTheSameLetters) {
  std::ifstream in(SOURCE_DIR "/cmake/page.cmake");
  std::stringstream whole;
  whole << in.rdbuf();
  const std::string file = whole.str();
  const std::size_t from = file.find("set(first_ranges ");
  ASSERT_NE(from, std::string::npos);
  std::string list = file.substr(from + 17, file.find(')', from) - from - 17);
  std::vector<bool> first(0x30000);
  for (char& c : list)
    if (c == ',' || c == '\n') c = ' ';
  std::istringstream words(list);
  for (std::string word; words >> word;) {
    const std::size_t dash = word.find('-');
    const auto begin = std::strtoul(word.c_str() + 2, nullptr, 16);
    const auto end = dash == std::string::npos ? begin : std::strtoul(word.c_str() + dash + 1, nullptr, 16);
    for (auto c = begin; c <= end; ++c) first[c] = true;
  }
  for (char32_t c = 0x80; c < 0x30000; ++c) {
    if (c > 0x2E7F && (c < 0xFB00 || c > 0xFB06)) continue;  // in no face of Noto Serif and Noto Sans
    std::string text;
    text::append(text, c);
    const Scripts scripts = scripts_of(text);
    EXPECT_EQ(!scripts.further && !scripts.east_asian && scripts.unset.empty(), first[c] || (c >= 0x80 && c < 0xA0)) << std::hex << static_cast<unsigned>(c);
  }
}

}  // namespace
