// What the models see of one token: hashes of its normal form, of its beginnings and ends, and of its shape.
// The normal form is in lower case (ASCII), with straight apostrophes and quotation marks; numbers are all
// alike, years too. Endings are counted in bytes, which for other scripts may cut a character: harmless,
// since they are only hashed.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace model {

struct Word {
  std::uint64_t exact = 0;    // as it stands
  std::uint64_t normal = 0;
  std::uint64_t prefix1 = 0, prefix3 = 0;
  std::uint64_t suffix[4] = {};  // the last 1, 2, 3, 4 bytes; shorter words have one of their own
  std::uint64_t shape = 0;    // "Xx", "d", "X.": runs of capitals, small letters, digits, signs
};

std::string normal_form(std::string_view token);
Word look_at(std::string_view token);

}  // namespace model
