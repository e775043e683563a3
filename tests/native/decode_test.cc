// Encodings that the command line decodes for the core.
#include <gtest/gtest.h>

#include "cli/decode.h"

namespace {

std::string decoded(std::string bytes, std::string charset = "") {
  return cli::decoded({.bytes = std::move(bytes), .kind = extract::Kind::html, .charset = std::move(charset)}).bytes;
}

TEST(Decode, APageSaysInWhichEncodingItIs) {
  EXPECT_EQ(decoded("<meta charset=shift_jis><p>\x82\xA0\x82\xA2"), "<meta charset=shift_jis><p>あい");
  EXPECT_EQ(decoded("<meta charset='windows-1251'><p>\xCC\xEE\xF1\xF2"), "<meta charset='windows-1251'><p>Мост");
  EXPECT_EQ(decoded("<meta charset=gb2312><p>\xC7\xC5"), "<meta charset=gb2312><p>桥");
  EXPECT_EQ(decoded("<p>\xB4\xD9\xB8\xAE", "euc-kr"), "<p>다리");
  EXPECT_EQ(decoded("<p>\xBE\xF4", "big5"), "<p>橋");
}

TEST(Decode, WhatAnEncodingDoesNotKnowIsReplaced) { EXPECT_EQ(decoded("<p>a\xFF\xFF" "b", "euc-kr"), "<p>a\uFFFD\uFFFDb"); }

TEST(Decode, WhatTheCoreDecodesIsLeftToIt) { EXPECT_EQ(decoded("<p>\xFC", "latin1"), "<p>\xFC"); }

TEST(Decode, TheArticleIsTheSameAsFromUtf8) {
  const extract::Input input{.bytes = "<meta charset=windows-1251><h1>x</h1><p>\xCC\xEE\xF1\xF2 \xE7\xE0\xEA\xF0\xFB\xF2.</p>", .kind = extract::Kind::html};
  const extract::Extracted extracted = extract::article(cli::decoded(input));
  EXPECT_EQ(extracted.notice, "");
  EXPECT_NE(extracted.article.text.view().find("Мост закрыт."), std::string_view::npos);
}

}  // namespace
