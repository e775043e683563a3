// Encodings that the command line decodes for the core.
#include <gtest/gtest.h>

#include "cli/decode.h"

namespace {

std::string decoded(std::string bytes, std::string charset = "") {
  return cli::decoded({.bytes = std::move(bytes), .kind = extract::Kind::html, .charset = std::move(charset)}).bytes;
}

TEST(Decode, APageSaysInWhichEncodingItIs) {
  EXPECT_EQ(decoded("<meta charset=shift_jis><p>\x82\xA0\x82\xA2"), "<meta charset=shift_jis><p>あい");
  EXPECT_EQ(decoded("<meta charset=gb2312><p>\xC7\xC5"), "<meta charset=gb2312><p>桥");
  EXPECT_EQ(decoded("<p>\xB4\xD9\xB8\xAE", "euc-kr"), "<p>다리");
  EXPECT_EQ(decoded("<p>\xBE\xF4", "big5"), "<p>橋");
}

TEST(Decode, WhatAnEncodingDoesNotKnowIsReplaced) { EXPECT_EQ(decoded("<p>a\xFF\xFF" "b", "euc-kr"), "<p>a\uFFFD\uFFFDb"); }

TEST(Decode, ASecondByteThatIsAsciiIsKept) {
  EXPECT_EQ(decoded("<p>\x81</p>", "shift_jis"), "<p>\uFFFD</p>");
  EXPECT_EQ(decoded("<p>\x84</p>", "big5"), "<p>\uFFFD</p>");
  EXPECT_EQ(decoded("a\xE4", "euc-kr"), "a\uFFFD");
}

TEST(Decode, WhereTablesOfTheSameNameDifferTheStandardHolds) {
  EXPECT_EQ(decoded("\x81\x60\x81\x7C", "shift_jis"), "～－");
  EXPECT_EQ(decoded("\xA1\xC1", "euc-jp"), "～");
  EXPECT_EQ(decoded("\xA1\xE3\xA3\xE1", "big5"), "～€");
  EXPECT_EQ(decoded("\x80 \x81\x30\x84\x36", "gb18030"), "€ ¥");
  EXPECT_EQ(decoded("\x1B$B$\"\x1B(B.", "iso-2022-jp"), "あ.");
}

TEST(Decode, WhatTheCoreDecodesIsLeftToIt) {
  EXPECT_EQ(decoded("<p>\xFC", "latin1"), "<p>\xFC");
  EXPECT_EQ(decoded("<p>\xCC", "windows-1251"), "<p>\xCC");
}

TEST(Decode, TheTextInAnEmailIsDecodedToo) {
  const extract::Input mail{.bytes = "From: Jane Roe <jane@example.org>\nMIME-Version: 1.0\nContent-Type: text/plain; charset=shift_jis\nContent-Transfer-Encoding: base64\n\ngqCCog==\n"};
  EXPECT_EQ(cli::decoded(mail).bytes, "あい");
}

TEST(Decode, SoAreItsSubjectAndSender) {
  const extract::Input mail{.bytes = "From: =?gb2312?B?wO7D9w==?= <li@example.org>\nSubject: =?ISO-2022-JP?B?GyRCNjYkT0pEGyhC?=\n =?ISO-2022-JP?B?GyRCOj8kNSRsJD8bKEI=?=\n"
                                     "MIME-Version: 1.0\nContent-Type: text/plain\n\nIt is shut.\n"};
  const extract::Envelope envelope = cli::decoded(mail).envelope;
  EXPECT_EQ(envelope.author, "李明");
  EXPECT_EQ(envelope.title, "橋は閉鎖された");
}

TEST(Decode, TheArticleIsTheSameAsFromUtf8) {
  const extract::Input input{.bytes = "<meta charset=windows-1251><h1>x</h1><p>\xCC\xEE\xF1\xF2 \xE7\xE0\xEA\xF0\xFB\xF2.</p>", .kind = extract::Kind::html};
  const extract::Extracted extracted = extract::article(cli::decoded(input));
  EXPECT_EQ(extracted.notice, "");
  EXPECT_NE(extracted.article.text.view().find("Мост закрыт."), std::string_view::npos);
}

}  // namespace
