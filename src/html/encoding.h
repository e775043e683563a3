// Which encoding the bytes of a page or text are in, and the encodings that the core decodes by itself.
//
// The core decodes UTF-8, UTF-16 and every encoding in which a byte is a character. It holds no large tables: for those of
// Chinese, Japanese and Korean the caller decodes (the page by TextDecoder, the command line by iconv) and hands in UTF-8 with the
// charset "utf-8". Names are those of the WHATWG Encoding Standard, in lower case.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace html {

// The standard's name for a label ("latin1" -> "windows-1252", " GBK" -> "gbk"), or empty for an unknown one.
std::string_view encoding_named(std::string_view label);

// In this order: a byte order mark; `hint` (the charset of a Content-Type header); zeros in every second byte;
// valid UTF-8 with a character beyond ASCII; a <meta> in the first 1024 bytes, if `is_page`; UTF-8 with few faults;
// a guess by the letters (guess.h). Valid UTF-8 goes before <meta>, since pages are saved and sent on as UTF-8 with
// their old <meta>, and text in another encoding is hardly ever valid UTF-8. Linear.
std::string_view sniff_encoding(std::string_view bytes, std::string_view hint, bool is_page);

// UTF-8, not yet cleaned; none for an encoding that the core does not decode.
std::optional<std::string> decode(std::string_view bytes, std::string_view encoding);

}  // namespace html
