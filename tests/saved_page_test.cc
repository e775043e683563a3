// Saved pages and e-mail: the page in them, and what their headers say. Whole ones are in tests/pages.
#include <gtest/gtest.h>

#include "extract/extract.h"
#include "extract/mime.h"
#include "extract/web_archive.h"

namespace {

using extract::Input;
using extract::Kind;

TEST(Mime, HeadersAreUnfoldedAndTheirWordsDecoded) {
  EXPECT_EQ(extract::decoded_words("=?utf-8?Q?Gr=C3=BC=C3=9Fe?= =?iso-8859-1?B?IPxiZXI=?= uns"), "Grüße über uns");
  EXPECT_EQ(extract::decoded_words("plain =? words ?="), "plain =? words ?=");
  EXPECT_EQ(extract::decoded_words("=?shift_jis?B?gqA=?="), "");
  const extract::Mime mime = extract::read_mime("Subject: one\r\n two\r\n\tthree\r\nX: y\r\n\r\nbody");
  ASSERT_EQ(mime.headers.size(), 2u);
  EXPECT_EQ(mime.headers[0].value, "one two three");
  EXPECT_EQ(mime.parts.at(0).body, "body");
}

TEST(Mime, ACharacterMayBeDividedAmongEncodedWords) {
  EXPECT_EQ(extract::decoded_words("=?utf-8?Q?Gr=C3?=   =?utf-8?Q?=BC=C3?= =?UTF-8?Q?=9Fe?="), "Grüße");
  EXPECT_EQ(extract::decoded_words("=?utf-8?B?4oCcR3LDvMOf?= =?utf-8?B?ZeKAnQ==?="), "“Grüße”");
  EXPECT_EQ(extract::decoded_words("=?utf-8?B?R3I=?= =?utf-8?q?=C3=BC=C3=9Fe_an_Jane?= Roe"), "Grüße an Jane Roe");
}

TEST(Mime, WhatIsNoEncodedWordStaysAsItIs) {
  EXPECT_EQ(extract::decoded_words("1 =? 2, =?utf-8?Q?=C3=BC?="), "1 =? 2, ü");
  EXPECT_EQ(extract::decoded_words("=?utf-8?X?abc?= =?utf-8*de?Q?=C3=BC?="), "=?utf-8?X?abc?= ü");
  EXPECT_EQ(extract::decoded_words("=?utf-8?Q?Gr=C3?= uns"), "Gr\uFFFD uns");
  EXPECT_EQ(extract::decoded_words("=?utf-8?Q?never ended"), "=?utf-8?Q?never ended");
}

TEST(Mime, HeadersThatShouldHaveBeenEncodedAreReadAsTextIs) {
  EXPECT_EQ(extract::decoded_words("Grüße über uns"), "Grüße über uns");
  EXPECT_EQ(extract::decoded_words("Br\xFC""cke gesperrt, sagt die B\xFCrgermeisterin"), "Brücke gesperrt, sagt die Bürgermeisterin");
  EXPECT_EQ(extract::decoded_words("=?x-none?Q?Gr=C3=BC=C3=9Fe?="), "Grüße");
}

TEST(Mime, WordsInOtherEncodingsAreDecodedElsewhere) {
  const auto elsewhere = [](std::string_view bytes, std::string_view encoding) { return std::optional(std::string(encoding) + ":" + std::to_string(bytes.size())); };
  EXPECT_EQ(extract::decoded_words("=?Shift_JIS?B?gqA=?= =?Shift_JIS?B?gqI=?= and =?gb2312?Q?=C4=E3?=", elsewhere), "shift_jis:4 and gbk:2");
  EXPECT_EQ(extract::mail_name("=?iso-2022-jp?B?GyRCRDk=?= <a@example.org>", elsewhere), "iso-2022-jp:5");
  // Words of that one are not joined: decoders take two of its escapes in a row for a fault.
  EXPECT_EQ(extract::decoded_words("=?iso-2022-jp?B?gqA=?= =?iso-2022-jp?B?gqI=?=", elsewhere), "iso-2022-jp:2iso-2022-jp:2");
}

TEST(Mime, DatesAndNamesAreReadFromHeaders) {
  EXPECT_EQ(extract::mail_date("Mon, 3 May 2021 10:15:00 +0200"), "2021-05-03T10:15:00+02:00");
  EXPECT_EQ(extract::mail_date("3 May 2021 9:15 GMT"), "2021-05-03T09:15:00Z");
  EXPECT_EQ(extract::mail_date("Mon, 3 May 2021 10:15:00 (local)"), "2021-05-03");
  EXPECT_EQ(extract::mail_date("yesterday"), "");
  EXPECT_EQ(extract::mail_name("\"Roe, Jane\" <jane@example.org>"), "Roe, Jane");
  EXPECT_EQ(extract::mail_name("jane@example.org"), "");
}

TEST(Mime, TransferEncodingsAreUndoneAsFarAsTheyAreSound) {
  EXPECT_EQ(extract::from_base64("QnJp\r\nZGdl"), "Bridge");
  EXPECT_EQ(extract::from_base64("QnJpZGdlIQ=="), "Bridge!");
  const extract::Mime mime = extract::read_mime("Content-Transfer-Encoding: quoted-printable\n\na=3Db=\nc=\r\nd = e=4");
  EXPECT_EQ(extract::decoded_body(mime.parts.at(0)), "a=bcd = e=4");
}

TEST(Mime, PartsInPartsAreReadInOrderAndNotForEver) {
  std::string nested = "Content-Type: multipart/mixed; boundary=b0\n\n";
  for (int i = 0; i < 2000; ++i) nested += "--b" + std::to_string(i) + "\nContent-Type: multipart/mixed; boundary=b" + std::to_string(i + 1) + "\n\n";
  EXPECT_LE(extract::read_mime(nested + "end").parts.size(), 3u);
  std::string many = "Content-Type: multipart/mixed; boundary=b\n\n";
  for (int i = 0; i < 100000; ++i) many += "--b\n\nx\n";
  EXPECT_LE(extract::read_mime(many).parts.size(), 1000u);
}

TEST(Mime, TextThatBeginsLikeAnEmailIsText) {
  const std::string pasted = "From: the mayor\nSubject: the bridge\n\nIt is shut.";
  EXPECT_EQ(extract::unpacked({.bytes = pasted}).bytes, pasted);
  EXPECT_EQ(extract::unpacked({.bytes = pasted, .name = "mail.eml"}).bytes, "It is shut.");
  EXPECT_EQ(extract::unpacked({.bytes = "Note: this\nis text", .name = "mail.eml"}).bytes, "Note: this\nis text");
}

TEST(SavedPage, ItsAddressComesFromItsHeadersUnlessThePersonGaveOne) {
  const std::string page = "Snapshot-Content-Location: https://example.org/a\nDate: Mon, 3 May 2021 10:15:00 GMT\nMIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n<p>Words.</p>";
  const document::Article article = extract::article({.bytes = page}).article;
  EXPECT_EQ(article.url, "https://example.org/a");
  EXPECT_EQ(article.retrieved, "2021-05-03T10:15:00Z");
  EXPECT_EQ(article.published, "");
  EXPECT_EQ(extract::article({.bytes = page, .url = "https://example.org/b"}).article.url, "https://example.org/b");
}

TEST(SavedPage, UnpackingTwiceIsUnpackingOnce) {
  const Input input{.bytes = "From: a <a@b>\nContent-Type: text/plain\n\nFrom: c <c@d>\nSubject: inner\n\nWords.", .name = "mail.eml"};
  const Input once = extract::unpacked(input);
  EXPECT_EQ(once.bytes, "From: c <c@d>\nSubject: inner\n\nWords.");
  EXPECT_EQ(extract::unpacked(once).bytes, once.bytes);
}

// A list of one dictionary that holds another; `data` is what the page is.
std::string archive(const std::string& data) {
  std::vector<std::string> objects = {
      std::string("\xD1\x01\x02", 3),                       // 0: {1: 2}
      "\x5F\x10\x0FWebMainResource",                        // 1
      std::string("\xD2\x03\x05\x04\x06", 5),               // 2: {3: 4, 5: 6}
      "\x5F\x10\x0FWebResourceData",                        // 3
      std::string("\x4F\x10") + static_cast<char>(data.size()) + data,
      "\x5EWebResourceURL",                                 // 5
      std::string("\x67\0h\0t\0t\0p\0:\0/\0/", 15),         // 6: in UTF-16
  };
  std::string bytes = "bplist00", table;
  for (const std::string& object : objects) {
    table += static_cast<char>(bytes.size());
    bytes += object;
  }
  std::string tail(32, '\0');
  tail[6] = tail[7] = 1;
  tail[15] = static_cast<char>(objects.size());
  tail[31] = static_cast<char>(bytes.size());
  return bytes + table + tail;
}

TEST(SavedPage, ABinaryPropertyListIsReadAndEveryDamagedOneIsRefusedOrRead) {
  // The dictionary of two has its keys first: 3, 5, then 4, 6.
  const auto found = extract::read_web_archive(archive("<p>Words.</p>"));
  ASSERT_TRUE(found.has_value());
  EXPECT_EQ(found->page, "<p>Words.</p>");
  EXPECT_EQ(found->address, "http://");
  const std::string sound = archive("<p>Words.</p>");
  for (std::size_t i = 6; i < sound.size(); ++i) {
    for (const int value : {0, 1, 0x0F, 0x7F, 0xD0, 0xDF, 0xFF}) {
      std::string damaged = sound;
      damaged[i] = static_cast<char>(value);
      extract::read_web_archive(damaged);
    }
    extract::read_web_archive(std::string_view(sound).substr(0, i));
  }
}

TEST(Markdown, AFileOfThatKindIsKnownByItsName) {
  const std::string text = "# Bridge\n\nIt is\nshut.\n";
  EXPECT_EQ(extract::article({.bytes = text, .name = "a.md"}).article.blocks.size(), 2u);
  EXPECT_EQ(extract::article({.bytes = text, .kind = Kind::text, .name = "a.md"}).article.title, "Bridge");
  EXPECT_EQ(extract::article({.bytes = text, .name = "a.txt"}).article.blocks.size(), 3u);
}

}  // namespace
