#include "text/base64.h"

#include <cstdint>

namespace text {
namespace {

constexpr std::string_view kLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

int value_of(char c) {
  if (c >= 'A' && c <= 'Z') return c - 'A';
  if (c >= 'a' && c <= 'z') return c - 'a' + 26;
  if (c >= '0' && c <= '9') return c - '0' + 52;
  return c == '-' ? 62 : c == '_' ? 63 : -1;
}

}  // namespace

std::string base64url(std::string_view bytes) {
  std::string out;
  out.reserve((bytes.size() * 4 + 2) / 3);
  std::uint32_t bits = 0;
  int count = 0;
  for (const char c : bytes) {
    bits = bits << 8 | static_cast<unsigned char>(c);
    for (count += 8; count >= 6;) {
      count -= 6;
      out += kLetters[(bits >> count) & 63];
    }
  }
  if (count) out += kLetters[(bits << (6 - count)) & 63];
  return out;
}

std::optional<std::string> bytes_of_base64url(std::string_view letters) {
  while (letters.ends_with('=')) letters.remove_suffix(1);
  if (letters.size() % 4 == 1) return std::nullopt;
  std::string out;
  out.reserve(letters.size() * 3 / 4);
  std::uint32_t bits = 0;
  int count = 0;
  for (const char c : letters) {
    const int value = value_of(c);
    if (value < 0) return std::nullopt;
    bits = bits << 6 | static_cast<std::uint32_t>(value);
    count += 6;
    if (count < 8) continue;
    count -= 8;
    out += static_cast<char>((bits >> count) & 255);
  }
  if (bits & ((1u << count) - 1)) return std::nullopt;  // no bytes end like this: two spellings of one text would be the same
  return out;
}

}  // namespace text
