// A text as it is compared: what another program or another cleaner writes in another way counts as the same.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace anchor {

struct Folded {
  std::u32string letters;
  std::vector<std::uint32_t> begins, ends;  // the bytes of each letter in the text that was folded
};

// Curly and straight quotation marks, dashes and hyphens, blanks of every width and line breaks are one each; several blanks
// in a row are one; what has no width is left out. `text` is valid UTF-8. Linear.
Folded fold(std::string_view text);

}  // namespace anchor
