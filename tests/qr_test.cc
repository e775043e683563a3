// QR codes: as another encoder (libqrencode 4.1, byte mode, level L) makes them.
#include "format/qr.h"

#include <gtest/gtest.h>

namespace {

std::string drawn(const format::QrCode& code) {
  std::string out;
  for (int y = 0; y < code.size; ++y) {
    for (int x = 0; x < code.size; ++x) out += code.dark(x, y) ? '#' : '.';
    out += '\n';
  }
  return out;
}

TEST(QrCode, IsTheOneThatAnotherEncoderMakes) {
  const auto code = format::qr_code("https://quoth.example/#q1=abc");
  ASSERT_TRUE(code);
  EXPECT_EQ(drawn(*code),
            "#######..##.####..#######\n"
            "#.....#.#..##.##..#.....#\n"
            "#.###.#.###.#.#.#.#.###.#\n"
            "#.###.#..###..##..#.###.#\n"
            "#.###.#.#..#.#.##.#.###.#\n"
            "#.....#.##...###..#.....#\n"
            "#######.#.#.#.#.#.#######\n"
            "........##.....##........\n"
            "##.#..##..######..###.##.\n"
            "....##.#..#.#...#.#.....#\n"
            "##....##.##..#..###.#..##\n"
            "#.###........#####.##....\n"
            ".#...###....##..####.#.##\n"
            "..#.....#.#.#....###.##.#\n"
            "#.#...####.#..#.#..##.#.#\n"
            ".####..#.#.####.#.#.#..#.\n"
            "##...##...##..#########..\n"
            "........##.#..###...##..#\n"
            "#######.##...#.##.#.##.##\n"
            "#.....#..###..###...###..\n"
            "#.###.#....#.#..######...\n"
            "#.###.#.###..#.#...####..\n"
            "#.###.#..#....#.##.##.#.#\n"
            "#.....#.###..#.###...#...\n"
            "#######.#....#.##.##...##\n");
}

TEST(QrCode, GrowsWithTheTextUpToTheLargest) {
  EXPECT_EQ(format::qr_code(std::string(17, 'x'))->size, 21);
  EXPECT_EQ(format::qr_code(std::string(18, 'x'))->size, 25);
  EXPECT_EQ(format::qr_code(std::string(230, 'x'))->size, 53);
  EXPECT_EQ(format::qr_code(std::string(231, 'x'))->size, 57) << "from version 10 on the length takes two bytes";
  EXPECT_EQ(format::qr_code(std::string(format::kMostOfQr, 'x'))->size, 177);
  EXPECT_FALSE(format::qr_code(std::string(format::kMostOfQr + 1, 'x')));
}

TEST(QrCode, IsAPictureWithAQuietZone) {
  const std::string svg = format::to_svg(*format::qr_code("x"));
  EXPECT_NE(svg.find("viewBox=\"0 0 29 29\""), std::string::npos);
  EXPECT_NE(svg.find("M4 4h7v1h-7z"), std::string::npos) << "the upper edge of the first corner";
}

}  // namespace
