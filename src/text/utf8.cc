#include "text/utf8.h"

#include <algorithm>

namespace text {
namespace {

constexpr std::uint32_t kStride = 256;
constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

// The size of the valid character at `at`, or 0; then `skip` is the size of the invalid sequence
// (the "maximal subpart" of the Unicode Standard, 3.9).
std::uint32_t valid_size(std::string_view s, std::size_t at, std::uint32_t& skip) {
  const auto byte = [&](std::size_t i) { return i < s.size() ? static_cast<unsigned char>(s[i]) : 0u; };
  const unsigned first = byte(at);
  skip = 1;
  if (first < 0x80) return 1;
  unsigned low = 0x80, high = 0xBF, more;
  if (first >= 0xC2 && first <= 0xDF) more = 1;
  else if (first >= 0xE0 && first <= 0xEF) {
    more = 2;
    if (first == 0xE0) low = 0xA0;
    if (first == 0xED) high = 0x9F;
  } else if (first >= 0xF0 && first <= 0xF4) {
    more = 3;
    if (first == 0xF0) low = 0x90;
    if (first == 0xF4) high = 0x8F;
  } else return 0;
  for (unsigned i = 1; i <= more; ++i) {
    if (byte(at + i) < low || byte(at + i) > high) return 0;
    low = 0x80, high = 0xBF;
    skip = i + 1;
  }
  return more + 1;
}

}  // namespace

std::string clean(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  std::string out;
  out.reserve(bytes.size());
  std::size_t copied = 0;
  const auto copy_to = [&](std::size_t at) { out.append(bytes.substr(copied, at - copied)); };
  for (std::size_t at = 0; at < bytes.size();) {
    const unsigned char c = static_cast<unsigned char>(bytes[at]);
    if (c == '\r') {
      copy_to(at);
      out += '\n';
      at += at + 1 < bytes.size() && bytes[at + 1] == '\n' ? 2 : 1;
      copied = at;
    } else if (c < 0x80) {
      ++at;
    } else {
      std::uint32_t skip = 1;
      const std::uint32_t size = valid_size(bytes, at, skip);
      if (size) {
        at += size;
      } else {
        copy_to(at);
        out += kReplacement;
        at += skip;
        copied = at;
      }
    }
  }
  copy_to(bytes.size());
  return out;
}

bool is_valid_utf8(std::string_view bytes) {
  std::uint32_t skip = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::uint32_t size = valid_size(bytes, at, skip);
    if (!size) return false;
    at += size;
  }
  return true;
}

Character character_at(std::string_view s, std::uint32_t at) {
  const auto byte = [&](std::uint32_t i) { return static_cast<char32_t>(static_cast<unsigned char>(s[at + i])); };
  const char32_t first = byte(0);
  if (first < 0x80) return {first, 1};
  if (first < 0xE0) return {((first & 0x1F) << 6) | (byte(1) & 0x3F), 2};
  if (first < 0xF0) return {((first & 0x0F) << 12) | ((byte(1) & 0x3F) << 6) | (byte(2) & 0x3F), 3};
  return {((first & 0x07) << 18) | ((byte(1) & 0x3F) << 12) | ((byte(2) & 0x3F) << 6) | (byte(3) & 0x3F), 4};
}

Character character_before(std::string_view s, std::uint32_t at) {
  std::uint32_t start = at - 1;
  while (start > 0 && is_continuation(s[start])) --start;
  return character_at(s, start);
}

void append(std::string& out, char32_t code) {
  const auto put = [&](char32_t byte) { out += static_cast<char>(byte); };
  if (code < 0x80) {
    put(code);
  } else if (code < 0x800) {
    put(0xC0 | (code >> 6));
    put(0x80 | (code & 0x3F));
  } else if (code < 0x10000) {
    put(0xE0 | (code >> 12));
    put(0x80 | ((code >> 6) & 0x3F));
    put(0x80 | (code & 0x3F));
  } else {
    put(0xF0 | (code >> 18));
    put(0x80 | ((code >> 12) & 0x3F));
    put(0x80 | ((code >> 6) & 0x3F));
    put(0x80 | (code & 0x3F));
  }
}

std::size_t count_code_points(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return !is_continuation(c); }));
}

CodePointIndex::CodePointIndex(std::string_view text) : text_(text) {
  code_point_of_.reserve(text.size() / kStride + 1);
  for (std::uint32_t at = 0; at < text.size(); ++at) {
    if (at % kStride == 0) code_point_of_.push_back(size_);
    if (is_continuation(text[at])) continue;
    if (size_ % kStride == 0) byte_of_.push_back(at);
    ++size_;
  }
}

std::uint32_t CodePointIndex::to_code_points(std::uint32_t byte) const {
  if (byte >= text_.size()) return size_;
  while (byte > 0 && is_continuation(text_[byte])) --byte;
  std::uint32_t code_point = code_point_of_[byte / kStride];
  for (std::uint32_t at = byte / kStride * kStride; at < byte; ++at) code_point += !is_continuation(text_[at]);
  return code_point;
}

std::uint32_t CodePointIndex::to_bytes(std::uint32_t code_point) const {
  if (code_point >= size_) return static_cast<std::uint32_t>(text_.size());
  std::uint32_t at = byte_of_[code_point / kStride];
  for (std::uint32_t left = code_point % kStride; left > 0; --left) {
    ++at;
    while (at < text_.size() && is_continuation(text_[at])) ++at;
  }
  return at;
}

}  // namespace text
