// UTF-8: repairing it, walking it, and counting code points.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace text {

// The same text as valid UTF-8 with LF line ends: the one change that Quoth ever makes to a text.
// CR LF and CR become LF; each maximal invalid sequence becomes U+FFFD, as the WHATWG decoder does;
// a byte order mark at the start is dropped. NUL and other control characters stay. Linear.
std::string clean(std::string_view bytes);

bool is_valid_utf8(std::string_view bytes);

// One character of a valid text: its code point and its number of bytes.
struct Character {
  char32_t code = 0;
  std::uint32_t size = 0;
};
// The character that starts at byte `at` (< text.size()) of a valid text.
Character character_at(std::string_view text, std::uint32_t at);
// The character that ends at byte `at` (> 0).
Character character_before(std::string_view text, std::uint32_t at);

void append(std::string& out, char32_t code);
std::size_t count_code_points(std::string_view text);

// Converts between bytes and code points of one valid text. Building is linear; a conversion takes
// constant time. The text must outlive the index.
class CodePointIndex {
 public:
  explicit CodePointIndex(std::string_view text);

  std::uint32_t size() const { return size_; }  // in code points
  // The code points before `byte`; a byte inside a character counts as its start.
  std::uint32_t to_code_points(std::uint32_t byte) const;
  // The byte at which a code point starts; beyond the end: the size of the text.
  std::uint32_t to_bytes(std::uint32_t code_point) const;

 private:
  std::string_view text_;
  std::uint32_t size_ = 0;
  std::vector<std::uint32_t> byte_of_;  // of every kStride-th code point
  std::vector<std::uint32_t> code_point_of_;  // of every kStride-th byte
};

}  // namespace text
