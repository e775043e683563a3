// Annotation files for tests, and small things to do with them.
#pragma once

#include <string>
#include <string_view>

#include "document/document.h"

namespace support {

// With one occurrence replaced; the test fails where there is none.
std::string replaced(std::string all, std::string_view old, std::string_view with);

// The document; the test fails where it cannot be read.
document::Document read(std::string_view bytes);
std::string error_of(std::string_view bytes);  // or "no error"

// The file after something was changed in it, and changed back: nothing of the bytes is simply copied.
std::string written_anew(document::Document d);

// “Go 👩‍🚀,” said Ann.
document::Document small_document();

// As other programs may write it: members in another order, unknown ones everywhere, nulls, numbers of their own.
std::string foreign();

}  // namespace support
