// A Span is a half-open range of bytes [begin, end) in one UTF-8 text.
//
// Every mark in the program is made of Spans over Article::text. A Span never owns text: call
// slice(text, span) to read it. Inside the program offsets are bytes; only format/ converts to the
// code points that annotation files count in. Texts are at most 4 GiB.
#pragma once

#include <cassert>
#include <compare>
#include <cstdint>
#include <string_view>

namespace text {

struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  auto operator<=>(const Span&) const = default;

  std::uint32_t size() const { return end - begin; }
  bool empty() const { return begin == end; }
};

inline bool contains(Span outer, Span inner) { return outer.begin <= inner.begin && inner.end <= outer.end; }
inline bool contains(Span span, std::uint32_t at) { return span.begin <= at && at < span.end; }
inline bool overlaps(Span a, Span b) { return a.begin < b.end && b.begin < a.end; }

// Two marks cross when they overlap and neither contains the other.
inline bool crosses(Span a, Span b) { return overlaps(a, b) && !contains(a, b) && !contains(b, a); }

inline std::string_view slice(std::string_view text, Span span) {
  assert(span.begin <= span.end && span.end <= text.size());
  return text.substr(span.begin, span.size());
}

}  // namespace text
