// The encoding of text that does not say it and is not UTF-8, by its letters. Linear; looks at the first of its many bytes.
#pragma once

#include <string_view>

namespace html {

// A name of the Encoding Standard; "windows-1252" where nothing speaks for another.
std::string_view guess_encoding(std::string_view bytes);

}  // namespace html
