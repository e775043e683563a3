#include "text/characters.h"

#include "text/utf8.h"

namespace text {
namespace {

bool between(char32_t c, char32_t low, char32_t high) { return low <= c && c <= high; }

// Capitals that differ from their small letter by a constant.
struct Shift {
  char32_t first, last;
  int distance;
};
constexpr Shift kShifts[] = {
    {0xC0, 0xD6, 32},   {0xD8, 0xDE, 32},   {0x178, 0x178, -121}, {0x386, 0x386, 38}, {0x388, 0x38A, 37},
    {0x38C, 0x38C, 64}, {0x38E, 0x38F, 63}, {0x391, 0x3A1, 32},   {0x3A3, 0x3AB, 32}, {0x400, 0x40F, 80},
    {0x410, 0x42F, 32}, {0x531, 0x556, 48}, {0xFF21, 0xFF3A, 32},
};

// Stretches in which capital and small letter alternate; `odd` says that capitals have odd numbers.
struct Alternation {
  char32_t first, last;
  bool odd;
};
constexpr Alternation kAlternations[] = {
    {0x100, 0x12F, false}, {0x132, 0x137, false}, {0x139, 0x148, true},    {0x14A, 0x177, false},
    {0x179, 0x17E, true},  {0x1CD, 0x1DC, true},  {0x1DE, 0x1EF, false},   {0x1F8, 0x21F, false},
    {0x222, 0x233, false}, {0x246, 0x24F, false}, {0x460, 0x481, false},   {0x48A, 0x4BF, false},
    {0x4C1, 0x4CE, true},  {0x4D0, 0x52F, false}, {0x1E00, 0x1E95, false}, {0x1EA0, 0x1EFF, false},
};

}  // namespace

char32_t to_lower(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z' ? c + 32 : c;
  for (const Shift& s : kShifts)
    if (between(c, s.first, s.last)) return static_cast<char32_t>(static_cast<int>(c) + s.distance);
  for (const Alternation& a : kAlternations)
    if (between(c, a.first, a.last)) return (c % 2 == 1) == a.odd ? c + 1 : c;
  return c;
}

bool is_upper(char32_t c) { return c < 0x80 ? c >= 'A' && c <= 'Z' : to_lower(c) != c; }

bool is_letter(char32_t c) {
  if (c < 0x80) return between(c | 0x20, 'a', 'z');
  if (c < 0x250) return c == 0xAA || c == 0xB5 || c == 0xBA || (c >= 0xC0 && c != 0xD7 && c != 0xF7);
  if (c < 0x2000)
    return !between(c, 0x2B9, 0x2FF) && c != 0x37E && c != 0x387 && !between(c, 0x55A, 0x55F) && c != 0x589 && c != 0x5BE &&
           !between(c, 0x5F3, 0x5F4) && !between(c, 0x600, 0x61F) && !between(c, 0x660, 0x66D) && c != 0x6D4 && !between(c, 0x6F0, 0x6F9) &&
           !between(c, 0x964, 0x96F) && c != 0x1680;
  if (c < 0x2C00) return between(c, 0x2071, 0x209C) || between(c, 0x2100, 0x2188);
  if (c < 0x3000) return !between(c, 0x2E00, 0x2E7F);
  if (c < 0xE000) return c >= 0x3041 && c != 0x30FB && c != 0x30A0;
  return between(c, 0xF900, 0xFDFF) || between(c, 0xFE70, 0xFEFC) || between(c, 0xFF21, 0xFF3A) || between(c, 0xFF41, 0xFF5A) ||
         between(c, 0xFF66, 0xFFDC) || between(c, 0x10000, 0x1CFFF) || between(c, 0x1D400, 0x1D7CB) || between(c, 0x20000, 0x3FFFF);
}

bool is_lower(char32_t c) {
  if (c < 0x80) return c >= 'a' && c <= 'z';
  const bool has_case = between(c, 0xDF, 0x24F) || between(c, 0x3AC, 0x3CE) || between(c, 0x430, 0x52F) || between(c, 0x561, 0x587) ||
                        between(c, 0x1E00, 0x1EFF) || between(c, 0xFF41, 0xFF5A);
  return has_case && is_letter(c) && !is_upper(c);
}

bool is_digit(char32_t c) {
  if (c < 0x80) return c >= '0' && c <= '9';
  return between(c, 0x660, 0x669) || between(c, 0x6F0, 0x6F9) || between(c, 0x966, 0x96F) || between(c, 0xFF10, 0xFF19);
}

bool is_space(char32_t c) {
  if (c < 0x80) return c == ' ' || between(c, 9, 13);
  return c == 0x85 || c == 0xA0 || c == 0x1680 || between(c, 0x2000, 0x200B) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F ||
         c == 0x3000 || c == 0xFEFF;
}

std::string to_lower(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::uint32_t at = 0; at < text.size();) {
    const Character c = character_at(text, at);
    append(out, to_lower(c.code));
    at += c.size;
  }
  return out;
}

bool is_capitalised(std::string_view word) { return !word.empty() && is_upper(character_at(word, 0).code); }

bool is_all_capitals(std::string_view word) {
  int capitals = 0;
  for (std::uint32_t at = 0; at < word.size();) {
    const Character c = character_at(word, at);
    if (is_upper(c.code)) ++capitals;
    else if (is_letter(c.code)) return false;
    at += c.size;
  }
  return capitals >= 2;
}

}  // namespace text
