#include "anchor/fold.h"

#include "text/utf8.h"

namespace anchor {
namespace {

constexpr char32_t kNothing = 0xFFFFFFFF;

char32_t folded(char32_t c) {
  if (c <= 0x20) return U' ';
  if (c < 0x80) return c == U'`' ? U'\'' : c;
  switch (c) {
    case 0x2018: case 0x2019: case 0x201A: case 0x201B: case 0x2032: case 0x00B4:
      return U'\'';
    case 0x201C: case 0x201D: case 0x201E: case 0x201F: case 0x2033: case 0x00AB: case 0x00BB:
      return U'"';
    case 0x2010: case 0x2011: case 0x2012: case 0x2013: case 0x2014: case 0x2015: case 0x2212:
      return U'-';
    case 0x00A0: case 0x1680: case 0x2028: case 0x2029: case 0x202F: case 0x205F: case 0x3000:
      return U' ';
    case 0x00AD: case 0x200B: case 0x200C: case 0x200D: case 0x2060: case 0xFEFF:
      return kNothing;
    default:
      return c >= 0x2000 && c <= 0x200A ? U' ' : c;
  }
}

}  // namespace

Folded fold(std::string_view text) {
  Folded out;
  for (std::uint32_t at = 0; at < text.size();) {
    const text::Character c = text::character_at(text, at);
    const char32_t letter = folded(c.code);
    const bool repeated = letter == U' ' && !out.letters.empty() && out.letters.back() == U' ';
    if (letter != kNothing && !repeated) {
      out.letters += letter;
      out.begins.push_back(at);
      out.ends.push_back(at + c.size);
    }
    at += c.size;
  }
  return out;
}

}  // namespace anchor
