// DEFLATE (RFC 1951) without a wrapper, by zlib: the same bytes in every build.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

namespace format {

// The pieces one behind the other; each gets its own statistics of letters, so that text and numbers do not spoil each
// other's. `dictionary`: words that are likely in them, the likeliest last, at most 32 KB; who unpacks needs the same.
std::string deflated(std::initializer_list<std::string_view> pieces, std::string_view dictionary = {});

struct Inflated {
  std::string bytes;
  bool too_large = false;  // there is more than `most`
};

// None: these bytes are damaged, cut off, or have something behind their end. Memory is bounded by `most`.
std::optional<Inflated> inflated(std::string_view packed, std::size_t most, std::string_view dictionary = {});

}  // namespace format
