// SHA-256 (FIPS 180-4) of some bytes, as 64 lower-case hexadecimal digits: the textHash of annotation files.
#pragma once

#include <string>
#include <string_view>

namespace text {

std::string sha256(std::string_view bytes);

}  // namespace text
