#include "html/encoding.h"

#include <algorithm>

#include "html/guess.h"
#include "html/single_byte.h"
#include "text/utf8.h"

namespace html {
namespace {

struct Encoding {
  std::string_view name;
  std::string_view labels;  // with a blank before and after each
};

// https://encoding.spec.whatwg.org/#names-and-labels, without labels that no page has used.
constexpr Encoding kEncodings[] = {
    {"utf-8", " unicode-1-1-utf-8 utf-8 utf8 x-unicode20utf8 "},
    {"windows-1252",
     " ansi_x3.4-1968 ascii cp1252 cp819 ibm819 iso-8859-1 iso-ir-100 iso8859-1 iso88591 iso_8859-1 iso_8859-1:1987 l1 latin1 "
     "us-ascii windows-1252 x-cp1252 "},
    {"utf-16le", " csunicode iso-10646-ucs-2 ucs-2 unicode unicodefeff utf-16 utf-16le "},
    {"utf-16be", " unicodefffe utf-16be "},
    {"iso-8859-2", " iso-8859-2 iso8859-2 iso88592 iso_8859-2 l2 latin2 "},
    {"iso-8859-3", " iso-8859-3 iso8859-3 l3 latin3 "},
    {"iso-8859-4", " iso-8859-4 iso8859-4 l4 latin4 "},
    {"iso-8859-5", " cyrillic iso-8859-5 iso8859-5 iso_8859-5 "},
    {"iso-8859-6", " arabic asmo-708 ecma-114 iso-8859-6 iso-8859-6-e iso-8859-6-i iso8859-6 "},
    {"iso-8859-7", " ecma-118 elot_928 greek greek8 iso-8859-7 iso8859-7 iso_8859-7 "},
    {"iso-8859-8", " hebrew iso-8859-8 iso-8859-8-e iso8859-8 visual "},
    {"iso-8859-8-i", " iso-8859-8-i logical "},
    {"iso-8859-10", " iso-8859-10 iso8859-10 l6 latin6 "},
    {"iso-8859-13", " iso-8859-13 iso8859-13 "},
    {"iso-8859-14", " iso-8859-14 iso8859-14 "},
    {"iso-8859-15", " iso-8859-15 iso8859-15 iso_8859-15 l9 latin9 "},
    {"iso-8859-16", " iso-8859-16 "},
    {"koi8-r", " cskoi8r koi koi8 koi8-r koi8_r "},
    {"koi8-u", " koi8-ru koi8-u "},
    {"macintosh", " csmacintosh mac macintosh x-mac-roman "},
    {"ibm866", " 866 cp866 csibm866 ibm866 "},
    {"windows-874", " dos-874 iso-8859-11 iso8859-11 tis-620 windows-874 "},
    {"windows-1250", " cp1250 windows-1250 x-cp1250 "},
    {"windows-1251", " cp1251 windows-1251 x-cp1251 "},
    {"windows-1253", " cp1253 windows-1253 x-cp1253 "},
    {"windows-1254", " cp1254 iso-8859-9 iso8859-9 l5 latin5 windows-1254 x-cp1254 "},
    {"windows-1255", " cp1255 windows-1255 x-cp1255 "},
    {"windows-1256", " cp1256 windows-1256 x-cp1256 "},
    {"windows-1257", " cp1257 windows-1257 x-cp1257 "},
    {"windows-1258", " cp1258 windows-1258 x-cp1258 "},
    {"x-mac-cyrillic", " x-mac-cyrillic x-mac-ukrainian "},
    {"gbk", " chinese csgb2312 gb2312 gb_2312 gb_2312-80 gbk iso-ir-58 x-gbk "},
    {"gb18030", " gb18030 "},
    {"big5", " big5 big5-hkscs cn-big5 csbig5 x-x-big5 "},
    {"euc-jp", " cseucpkdfmtjapanese euc-jp x-euc-jp "},
    {"iso-2022-jp", " csiso2022jp iso-2022-jp "},
    {"shift_jis", " csshiftjis ms932 ms_kanji shift-jis shift_jis sjis windows-31j x-sjis "},
    {"euc-kr", " cseuckr csksc56011987 euc-kr korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 windows-949 "},
};

constexpr std::size_t kMetaWithin = 1024;  // "prescan a byte stream to determine its encoding", HTML 13.2.3.3

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

bool is_label_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.' || c == ':';
}

// The charset of the first <meta> that has one. Comments are skipped, as a browser does.
std::string_view declared_in_meta(std::string_view bytes) {
  std::string head(bytes.substr(0, kMetaWithin));
  std::transform(head.begin(), head.end(), head.begin(), lower);
  for (std::size_t at = 0; (at = head.find('<', at)) != std::string::npos; ++at) {
    if (head.compare(at, 4, "<!--") == 0) {
      at = head.find("-->", at + 2);
      if (at == std::string::npos) return {};
      continue;
    }
    if (head.compare(at, 5, "<meta") != 0 && head.compare(at, 5, "<?xml") != 0) continue;
    const std::size_t end = std::min(head.find('>', at), head.size());
    const std::string_view name = head[at + 1] == '?' ? "encoding" : "charset";
    std::size_t value = head.find(name, at);
    if (value >= end) continue;
    value += name.size();
    while (value < end && (head[value] == ' ' || head[value] == '=' || head[value] == '"' || head[value] == '\'')) ++value;
    std::size_t stop = value;
    while (stop < end && is_label_character(head[stop])) ++stop;
    const std::string_view found = encoding_named(std::string_view(head).substr(value, stop - value));
    // A page whose <meta> could be read is not in UTF-16: the standard takes it as UTF-8.
    if (!found.empty()) return found.starts_with("utf-16") ? "utf-8" : found;
  }
  return {};
}

// UTF-16 without a mark: Latin letters have a zero in every second byte.
std::string_view utf16_by_zeros(std::string_view bytes) {
  const std::size_t size = std::min<std::size_t>(bytes.size(), 4096) / 2 * 2;
  std::size_t zeros[2] = {0, 0};
  for (std::size_t i = 0; i < size; ++i) zeros[i % 2] += bytes[i] == 0;
  if (size < 8) return {};
  if (zeros[1] * 10 > size / 2 * 7 && zeros[0] * 10 < zeros[1]) return "utf-16le";
  if (zeros[0] * 10 > size / 2 * 7 && zeros[1] * 10 < zeros[0]) return "utf-16be";
  return {};
}

// UTF-8 with a few bytes damaged, as pages have them where they were cut: ten whole characters for each fault.
bool is_nearly_utf8(std::string_view bytes) {
  std::size_t whole = 0, faults = 0;
  for (std::size_t i = 0; i < bytes.size();) {
    const auto byte = static_cast<unsigned char>(bytes[i++]);
    if (byte < 0x80) continue;
    const std::size_t more = byte >= 0xF0 ? 3 : byte >= 0xE0 ? 2 : byte >= 0xC2 ? 1 : 0;
    std::size_t seen = 0;
    while (seen < more && i < bytes.size() && (static_cast<unsigned char>(bytes[i]) & 0xC0) == 0x80) ++i, ++seen;
    ++(more && seen == more ? whole : faults);
  }
  return whole >= 10 * faults;
}

std::string from_utf16(std::string_view bytes, bool big_endian) {
  const auto unit = [&](std::size_t i) {
    const auto first = static_cast<unsigned char>(bytes[i]), second = static_cast<unsigned char>(bytes[i + 1]);
    return static_cast<char32_t>(big_endian ? first << 8 | second : second << 8 | first);
  };
  constexpr char32_t kReplacement = 0xFFFD;
  std::string out;
  out.reserve(bytes.size() / 2 + 16);
  std::size_t at = 0;
  for (; at + 1 < bytes.size(); at += 2) {
    const char32_t first = unit(at);
    if (first < 0xD800 || first > 0xDFFF) {
      text::append(out, first);
    } else if (first < 0xDC00 && at + 3 < bytes.size() && unit(at + 2) >= 0xDC00 && unit(at + 2) <= 0xDFFF) {
      text::append(out, 0x10000 + ((first - 0xD800) << 10) + (unit(at + 2) - 0xDC00));
      at += 2;
    } else {
      text::append(out, kReplacement);
    }
  }
  if (at < bytes.size()) text::append(out, kReplacement);
  return out;
}

std::string from_bytes(std::string_view bytes, std::u16string_view upper) {
  std::string out;
  out.reserve(bytes.size() + bytes.size() / 8);
  for (const char c : bytes) text::append(out, from_single_byte(upper, static_cast<unsigned char>(c)));
  return out;
}

}  // namespace

std::string_view encoding_named(std::string_view label) {
  std::string key = " ";
  for (const char c : label)
    if (c != ' ' && c != '\t' && c != '\n' && c != '\r' && c != '"') key += lower(c);
  if (key.size() == 1 || key.size() > 40) return {};
  key += ' ';
  for (const Encoding& e : kEncodings)
    if (e.labels.find(key) != std::string_view::npos) return e.name;
  return {};
}

std::string_view sniff_encoding(std::string_view bytes, std::string_view hint, bool is_page) {
  if (bytes.starts_with("\xEF\xBB\xBF")) return "utf-8";
  if (bytes.starts_with("\xFF\xFE")) return "utf-16le";
  if (bytes.starts_with("\xFE\xFF")) return "utf-16be";
  if (const std::string_view named = encoding_named(hint); !named.empty()) return named;
  if (const std::string_view wide = utf16_by_zeros(bytes); !wide.empty()) return wide;
  const bool valid = text::is_valid_utf8(bytes);
  const bool ascii = std::all_of(bytes.begin(), bytes.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  if (valid && !ascii) return "utf-8";
  const std::string_view meta = is_page ? declared_in_meta(bytes) : std::string_view();
  // Bytes below 0x80 alone are the same in all encodings but one.
  if (ascii) return meta == "iso-2022-jp" || bytes.find("\x1B$") != bytes.npos ? "iso-2022-jp" : "utf-8";
  if (!meta.empty()) return meta;
  return is_nearly_utf8(bytes) ? "utf-8" : guess_encoding(bytes);
}

std::optional<std::string> decode(std::string_view bytes, std::string_view encoding) {
  if (encoding == "utf-8") return std::string(bytes);
  if (encoding == "utf-16le" || encoding == "utf-16be") {
    const bool big_endian = encoding == "utf-16be";
    if (bytes.starts_with(big_endian ? "\xFE\xFF" : "\xFF\xFE")) bytes.remove_prefix(2);
    return from_utf16(bytes, big_endian);
  }
  if (encoding == "iso-8859-8-i") encoding = "iso-8859-8";  // the same bytes; the order is another
  if (const std::u16string_view upper = upper_half(encoding); !upper.empty()) return from_bytes(bytes, upper);
  return std::nullopt;
}

}  // namespace html
