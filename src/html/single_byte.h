// The encodings in which each byte is a character, as the WHATWG Encoding Standard has them.
#pragma once

#include <string_view>

namespace html {

// The characters of an encoding's bytes beyond ASCII, for from_single_byte(); empty for an encoding of another kind.
std::u16string_view upper_half(std::string_view encoding);

char32_t from_single_byte(std::u16string_view upper_half, unsigned char byte);

}  // namespace html
