// What a string of a file looks like beyond being one, as the schema's formats and patterns say.
#pragma once

#include <string_view>

namespace format {

enum class Look { kAny, kId, kTime, kAddress };
using enum Look;

// Half a sentence, or empty: nothing is wrong. Ids are letters, digits, "_", "." and "-" behind a letter; times are
// those of RFC 3339; addresses those of RFC 3986, with their scheme.
std::string_view what_is_wrong(Look, std::string_view value);

}  // namespace format
